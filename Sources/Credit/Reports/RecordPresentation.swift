/// 展示: how a record's stored fields read to people, by the pack's headings and vocabularies.
public struct RecordPresentation: Sendable {
    let kind: RecordKind
    /// What is shown of a field, by the bytes of its name, as canonical objects have their members.
    private let plans: [Plan]
    private let headlines: [String]

    private struct Plan {
        let field: Field
        let name: [UInt8]
        let title: Label
        let place: Int
        let isOpen: Bool
    }

    /// The presentation of a kind's records.
    public init(kind: RecordKind) {
        self.kind = kind
        var plans: [Plan] = []
        for field in kind.templates.flatMap(\.fields) where !plans.contains(where: { $0.field.name == field.name }) {
            plans.append(
                Plan(
                    field: field, name: Array(field.name.utf8), title: RecordPresentation.title(of: field),
                    place: plans.count, isOpen: field.visibility == .open))
        }
        self.plans = plans.sorted { $0.name.lexicographicallyPrecedes($1.name) }
        headlines = kind.templates.flatMap { $0.roles[.headline] ?? [] }
    }

    /// The heading of a field. Money is shown in yuan with its unit, so that the unit of the table it came from, in which the
    /// number is another, is left out of it.
    private static func title(of field: Field) -> Label {
        guard case .money = field.type else { return Label(field.title, field.english) }
        func without(_ unit: String, _ text: String) -> String {
            text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text
        }
        return Label(without("（万元）", field.title), without(" (10,000 yuan)", field.english))
    }

    /// The open fields of a record, in the order of the template.
    ///
    /// - Throws: `CanonicalFault` where the stored bytes are none of ours.
    public func shown(_ canonical: [UInt8]) throws(CanonicalFault) -> [ShownField] {
        let reader = try CanonicalReader(canonical)
        var found: [(plan: Int, words: Label)] = []
        found.reserveCapacity(plans.count)
        // Members and plans come in the same order, so that one walk finds them all.
        var next = 0
        reader.each { name, value in
            while next < plans.count, RecordPresentation.isBefore(plans[next].name, name) { next += 1 }
            guard next < plans.count, plans[next].name.elementsEqual(name), plans[next].isOpen else { return }
            let words = RecordPresentation.words(value(), plans[next].field)
            found.append((next, plans[next].field.mayHoldNumber(words) ? words.masked : words))
            var at = found.count - 1
            while at > 0, plans[found[at - 1].plan].place > plans[next].place {
                found.swapAt(at - 1, at)
                at -= 1
            }
        }
        return found.map { ShownField(name: plans[$0.plan].field.name, title: plans[$0.plan].title, value: $0.words) }
    }

    private static func isBefore(_ name: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = min(name.count, other.count)
        for index in 0..<count where name[index] != other[index] { return name[index] < other[index] }
        return name.count < other.count
    }

    /// What tells a record from others of its kind at a glance: the field with that role.
    public func headline(of fields: [ShownField]) -> Label? {
        fields.first { headlines.contains($0.name) }?.value
    }

    /// 决定文书: which organ decided, by which document and on what basis, as far as the shown fields say it.
    public func paper(of fields: [ShownField]) -> DecisionPaper {
        func part(_ role: Role) -> Label? {
            for template in kind.templates {
                guard let name = template.roles[role]?.first else { continue }
                if let field = fields.first(where: { $0.name == name }) { return field.value }
            }
            return nil
        }
        return DecisionPaper(organ: part(.organName), documentNumber: part(.documentNumber), basis: part(.basis))
    }

    private static func words(_ value: CanonicalReader.Value, _ field: Field) -> Label {
        switch (value, field.type) {
        case (.text(let code), .choice(let list)): return word(code, list)
        case (.texts(let codes), .choices(let list)):
            let words = codes.map { word($0, list) }
            return Label(
                words.map(\.chinese).joined(separator: "；"), words.map(\.english).joined(separator: "; "))
        case (.number(let fen), .money): return money(fen)
        case (.text("2099-12-31"), .day), (.text("2099-01-31"), .day): return Label("长期", "no end of validity")
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
        // Most are a code alone.
        if let word = list.words.first(where: { $0.code == stored }), !stored.utf8.contains(0x7C) {
            return Label(word.title, word.english)
        }
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
        case .withheld:
            Label("经异议核实，依法不再公示；信息本身的效力不变。", "Not public any more after an objection; what it says stands.")
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
