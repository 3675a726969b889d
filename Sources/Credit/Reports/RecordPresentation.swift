/// 展示: how a record's stored fields read to people, by the pack's headings and vocabularies.
public struct RecordPresentation: Sendable {
    private let kind: RecordKind
    private let fields: [String: Field]
    private let order: [String: Int]

    /// The presentation of a kind's records.
    public init(kind: RecordKind) {
        self.kind = kind
        var fields: [String: Field] = [:]
        var order: [String: Int] = [:]
        for field in kind.templates.flatMap(\.fields) where fields[field.name] == nil {
            fields[field.name] = field
            order[field.name] = order.count
        }
        self.fields = fields
        self.order = order
    }

    /// The open fields of a record, in the order of the template.
    ///
    /// - Throws: `CanonicalFault` where the stored bytes are none of ours.
    public func shown(_ canonical: [UInt8]) throws(CanonicalFault) -> [ShownField] {
        let reader = try CanonicalReader(canonical)
        var shown: [(place: Int, field: ShownField)] = []
        for (name, value) in reader.members {
            guard let field = fields[name], field.visibility == .open, let place = order[name] else { continue }
            let title = Label(field.title, field.english)
            let words = RecordPresentation.words(value, field)
            shown.append(
                (place, ShownField(name: name, title: title, value: field.mayHoldNumber(words) ? words.masked : words)))
        }
        return shown.sorted { $0.place < $1.place }.map(\.field)
    }

    /// What tells a record from others of its kind at a glance: the field with that role.
    public func headline(of fields: [ShownField]) -> Label? {
        let names = kind.templates.flatMap { $0.roles[.headline] ?? [] }
        return fields.first { names.contains($0.name) }?.value
    }

    private static func words(_ value: CanonicalReader.Value, _ field: Field) -> Label {
        switch (value, field.type) {
        case (.text(let code), .choice(let list)): return word(code, list)
        case (.texts(let codes), .choices(let list)):
            let words = codes.map { word($0, list) }
            return Label(
                words.map(\.chinese).joined(separator: "；"), words.map(\.english).joined(separator: "; "))
        case (.number(let fen), .money): return money(fen)
        case (.text(let text), .day) where text == "2099-12-31": return Label("长期", "no end")
        case (.text(let text), _): return Label(text, text)
        case (.number(let number), _): return Label("\(number)", "\(number)")
        case (.texts(let texts), _):
            let text = texts.joined(separator: "；")
            return Label(text, text)
        case (.truth(let truth), _): return truth ? Label("是", "yes") : Label("否", "no")
        case (.object, _): return Label("", "")
        }
    }

    /// A word by its code; what was written behind an open word (其他-…) is shown as written.
    private static func word(_ stored: String, _ list: Vocabulary) -> Label {
        let parts = stored.split(separator: "|", maxSplits: 1).map(String.init)
        guard let word = list.words.first(where: { $0.code == parts.first }) else { return Label(stored, stored) }
        guard parts.count == 2, parts[1] != word.title else { return Label(word.title, word.english) }
        return Label(parts[1], "\(word.english) (\(parts[1]))")
    }

    /// 元, with grouping, fen only where there are any.
    private static func money(_ fen: Int64) -> Label {
        let yuan = grouped(String(fen / 100))
        let rest = fen % 100
        let text = rest == 0 ? yuan : "\(yuan).\(rest < 10 ? "0" : "")\(rest)"
        return Label("\(text) 元", "\(text) yuan")
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// 公示说明: the sentence that explains until when a record is published, or why it is not (R6, R11).
    public func reason(of publication: Publication, decided: Day?) -> Label {
        switch publication.period {
        case .until(.endless):
            return Label("登记信息随主体长期公示。", "Basic facts are shown as long as the subject is.")
        case .until(let last):
            guard let rule = publication.rule, let decided, let byRule = publication.lastDayByRule else {
                return Label("公示至有效期届满之日 \(last)。", "Published until its last day of validity, \(last).")
            }
            let grade = publication.grade.map(\.title) ?? Label("", "")
            let derived =
                publication.gradeDerived
                ? Label("（按处罚种类推定）", " (derived from the kinds of penalty)") : Label("", "")
            let step = step(rule)
            let months = publication.grade.flatMap { step?.months(for: $0) }.map { "\($0)" } ?? "?"
            let shortened =
                last < byRule
                ? Label("；后来的规则或报送的期限将其缩短到 \(last)", "; shortened to \(last) by a later rule or the term handed in")
                : Label("", "")
            let document = step?.source.document ?? rule
            return Label(
                "失信程度“\(grade.chinese)”\(derived.chinese)：决定日 \(decided) + \(months) 个月 = \(byRule)"
                    + "（\(document)）\(shortened.chinese)。",
                "Gravity “\(grade.english)”\(derived.english): decided \(decided) + \(months) months = \(byRule) "
                    + "(\(document))\(shortened.english).")
        case .none(let reason): return reason.words
        }
    }

    private func step(_ version: String) -> PublicationRule.GradeStep? {
        guard case .byGrade(let steps) = kind.publication else { return nil }
        return steps.first { $0.version == version }
    }
}

extension OffenceGrade {
    /// 失信程度 in words.
    public var title: Label {
        switch self {
        case .light: Label("轻微", "light")
        case .general: Label("一般", "general")
        case .serious: Label("严重", "serious")
        }
    }
}

extension Publication.Reason {
    /// Why a record is not published, in words.
    public var words: Label {
        switch self {
        case .light: Label("失信程度轻微，不予公示。", "Conduct of light gravity is not published.")
        case .gradeUnknown: Label("失信程度无法推定，暂不公示，已退问。", "The gravity cannot be derived: not published, asked back.")
        case .ruleUnknown: Label("当日没有可用的公示规则，暂不公示。", "No rule is known for that day: not published.")
        case .notPublic: Label("此类信息只共享，不公示。", "This kind is shared, not published.")
        case .endUnknown: Label("没有期限，暂不公示，已退问。", "No end is known: not published, asked back.")
        case .withdrawn: Label("经异议核实，公示已撤回。", "Withdrawn after an objection was looked into.")
        }
    }
}

extension Field {
    /// Whether a person's identity number may have been written into it, among other words. A right code is none:
    /// intake refuses a person's number in its place.
    fileprivate func mayHoldNumber(_ words: Label) -> Bool {
        switch type {
        case .day, .year, .money, .count: false
        case .creditCode, .codeOrRegistration: words.chinese.utf8.count != 18
        case .text, .documentNumber, .capital, .choice, .choices, .identity, .registrationNumber, .organisationCode:
            true
        }
    }
}

extension Label {
    /// The same with every identity number of a person hidden (R10).
    fileprivate var masked: Label {
        let chinese = ResidentNumber.masking(self.chinese)
        return Label(chinese, english == self.chinese ? chinese : ResidentNumber.masking(english))
    }
}
