import Credit

extension CodeSpace {
    /// 失信惩戒措施.
    public static let measure = CodeSpace(chinese: "措施", english: "measure")
    /// 措施清单版本.
    static let measureEdition = CodeSpace(chinese: "措施清单版本", english: "edition of the measures")
    /// 方案引用文件.
    public static let memorandum = CodeSpace(chinese: "方案引用文件", english: "document of the plan")
}

extension Chapter {
    /// 失信惩戒措施: `editions.yaml` and a file for each measure.
    static var measures: Chapter {
        Chapter(folder: "measures") { files, rules in
            var editions: [MeasureCatalogue.Edition] = []
            var measures: [Measure] = []
            for strict in files {
                if strict.file.stem == "editions" {
                    editions = strict.run { $0.items("editions", edition) } ?? []
                    noMore(than: editions, files, strict)
                } else if let measure = strict.run(measure) {
                    measures.append(measure)
                }
            }
            measures.sort { ($0.order, $0.code) < ($1.order, $1.code) }
            rules.measures = MeasureCatalogue(
                editions: editions.sorted { $0.from < $1.from }, measures: Register(measures))
        }
    }

    /// The list is closed: a pack cannot know more measures than the edition has.
    private static func noMore(than editions: [MeasureCatalogue.Edition], _ files: [Strict], _ strict: Strict) {
        for edition in editions {
            guard let count = edition.count, files.count - 1 > count else { continue }
            strict.refuse(
                "editions", code: "PACK-163", value: edition.code,
                message: Label("措施多于清单所列的 \(count) 项。", "there are more measures than the \(count) of the list."),
                remedy: Label("清单以外不得设措施，请删除（R2）。", "Nothing outside the list may be done; remove it (R2)."))
        }
    }

    private static func edition(_ strict: Strict) -> MeasureCatalogue.Edition? {
        let code = strict.code(.measureEdition, form: .digits)
        let (title, from, source) = (strict.label("title"), strict.day("from"), strict.source())
        let count = strict.number("count", in: 1...99, required: false)
        let note = strict.part("note", required: false) { $0.label("chinese", "english") }
        guard let code, let title, let from, let source else { return nil }
        return MeasureCatalogue.Edition(code: code, title: title, from: from, source: source, count: count, note: note)
    }

    private static func measure(_ strict: Strict) -> Measure? {
        let code = strict.fileCode(.measure)
        let order = strict.number("order", in: 1...99)
        let category = strict.word("category", of: Measure.Category.self)
        let name = strict.label()
        let listed = strict.part("listed") { part -> Measure.Listed? in
            let (from, source) = (part.day("from"), part.source())
            guard let from, let source else { return nil }
            return Measure.Listed(from: from, source: source)
        }
        let targets = strict.words("targets", of: Target.self, required: false)
        let bases = strict.items("bases", required: false) { part -> Measure.Basis? in
            let (source, effect) = (part.source(), part.word("effect", of: Measure.Effect.self))
            let words = part.label("words", "english")
            guard let source, let effect, let words else { return nil }
            return Measure.Basis(source: source, effect: effect, words: words)
        }
        let note = strict.part("note", required: false) { $0.label("chinese", "english") }
        guard let code, let order, let category, let name, let listed else { return nil }
        return Measure(
            code: code, order: order, category: category, name: name, listed: listed, targets: targets,
            bases: bases ?? [], note: note)
    }

    /// 方案引用文件: a file is a document that the plan names.
    static var memoranda: Chapter {
        Chapter(folder: "memoranda") { files, rules in
            let read = files.compactMap { $0.run(memorandum) }
            rules.memoranda = Register(
                read.sorted { ($0.order, $0.entry.code) < ($1.order, $1.entry.code) }.map(\.entry))
        }
    }

    private static func memorandum(_ strict: Strict) -> (order: Int, entry: Memorandum)? {
        let (code, order) = (strict.fileCode(.memorandum), strict.number("order", in: 1...999))
        let (document, english) = (strict.reference("document", to: .document), strict.text("english"))
        let kind = strict.word("kind", of: Memorandum.Kind.self)
        let level = strict.word("level", of: Policy.Level.self, required: false) ?? .nation
        let items = strict.references("items", to: .planItem)
        let targets = strict.words("targets", of: Target.self, required: false) ?? []
        let words = strict.texts("words", required: false, atMost: 60) ?? []
        let (signers, measures) = (
            strict.part("signers", required: false, count), strict.part("measures", required: false, count)
        )
        let known = strict.roughDay("issued")
        let later = strict.items("later", required: false) { part -> Memorandum.Change? in
            let (from, by) = (part.roughDay("from"), part.reference("by", to: .document, required: false))
            let source = part.source()
            guard let from, let source else { return nil }
            return Memorandum.Change(from: from, by: by, source: source)
        }
        let confirmed = strict.truth("confirmed", required: false) ?? false
        let printed = strict.text("printed", required: false)
        let note = strict.part("note", required: false) { $0.label("chinese", "english") }
        if let later, !zip(later, later.dropFirst()).allSatisfy({ $0.from.last < $1.from.last }) {
            strict.refuse("later", .stepsOutOfOrder)
        }
        guard let code, let order, let document, let english, let kind, let items, let known else { return nil }
        let entry = Memorandum(
            code: code, document: document, english: english, kind: kind, level: level, items: items, targets: targets,
            words: words, signers: signers, measures: measures, known: known, later: later ?? [],
            isConfirmed: confirmed, printed: printed, note: note)
        return (order, entry)
    }

    private static func count(_ strict: Strict) -> Memorandum.Count? {
        let number = strict.number("number", in: 1...999)
        let mark = strict.word("mark", of: Source.Mark.self)
        guard let number, let mark else { return nil }
        return Memorandum.Count(number: number, mark: mark)
    }
}
