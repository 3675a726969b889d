import Credit

/// 引用文件页: the laws, rules and notices the pack quotes, each with every place that rests on it.
struct DocumentsPage: Page {
    static let template = "documents"
    static let table: StaticString? = "documents"
    /// All documents.
    let all: [Document]
    /// Those asked for, in the order asked for.
    let documents: [Document]
    let address: PageAddress
    let reading: Reading?

    static let columns = Columns(all: [
        .by("issued", .day, "印发日期", "Day of issue"), .by("uses", .number, "引用处数", "Number of uses"),
    ])

    /// 核实状态: whether title, number and day were read in the document itself.
    enum Check: String, CaseIterable {
        case verified, unverified

        var title: Label {
            switch self {
            case .verified: .both("已核实", "Verified")
            case .unverified: .both("待核实", "To be verified")
            }
        }
    }

    init(_ rules: Rules, _ check: Check?, _ order: Columns.Order?, at address: PageAddress, reading: Reading) {
        let uses = DocumentUse.all(of: rules)
        all = rules.documents.enumerated().map { index, document in
            Document(index: index, document: document, uses: uses.filter { $0.document == document.code })
        }
        let found = all.filter { check == nil || ($0.document.mark == .verified) == (check == .verified) }
        documents =
            order.map { order in
                found.ordered(order.isDescending) { document -> Int? in
                    order.column == "uses"
                        ? document.uses.count : document.document.issued.map { Int($0.number) }
                }
            } ?? found
        self.address = address
        self.reading = reading
    }

    /// Reads the list that is asked for.
    static func read(_ ask: Ask) async throws -> DocumentsPage {
        DocumentsPage(
            ask.rules, try ask.word("check", of: Check.self), try columns.order(ask), at: ask.address,
            reading: try await ask.reading())
    }

    var title: Label { .both("引用文件", "Quoted documents") }
    var canonicalPath: String? { "/rules/documents" }
    var section: PortalSection? { .rules }
    var narrowing: FilterForm? {
        FilterForm(
            address: address, selects: [.words("check", .both("核实", "Verified"), of: Check.self, \.title)],
            columns: Self.columns)
    }

    func show(on tape: inout Tape) {
        tape.put("documents", documents)
        tape.draw { tape in
            tape.put("count", all.count)
            tape.put("unverified", all.count { $0.document.mark == .unverified })
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
