import Credit

/// 引用文件页: the laws, rules and notices the pack quotes, each with every place that rests on it.
struct DocumentsPage: Page {
    static let template = "documents"
    static let table: StaticString? = "documents"
    let documents: [Document]
    let reading: Reading?

    init(_ rules: Rules, reading: Reading) {
        let uses = DocumentUse.all(of: rules)
        documents = rules.documents.enumerated().map { index, document in
            Document(index: index, document: document, uses: uses.filter { $0.document == document.code })
        }
        self.reading = reading
    }

    var title: Label { .both("引用文件", "Quoted documents") }
    var canonicalPath: String? { "/rules/documents" }
    var section: PortalSection? { .rules }

    func show(on tape: inout Tape) {
        tape.put("documents", documents)
        tape.draw { tape in
            tape.put("count", documents.count)
            tape.put("unverified", documents.count { $0.document.mark == .unverified })
        }
    }

    /// One document.
    struct Document: Shown {
        let index: Int
        let document: QuotedDocument
        let uses: [DocumentUse]

        func show(on tape: inout Tape) {
            tape.put("document", document.code)
            tape.put("title", document.title)
            tape.put("number", document.number)
            tape.put("issued", document.issued)
            tape.put("address", document.address)
            tape.put("unverified", document.mark == .unverified)
            tape.put("usedIn", uses.map { tape.language.words(of: $0.place) })
            tape.draw { tape in
                tape.put("anchor", "d" + String(index))
                tape.put("hasTitle", document.title != document.code)
                tape.put("uses", uses)
                tape.put("useCount", uses.count)
            }
        }
    }
}
