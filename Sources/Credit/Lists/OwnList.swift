/// 本市认定的名单: a list whose entries an organ of the city decides, so that a row handed in for it makes a candidate and no
/// entry. Which rows another organ decided, and are taken as they are, is told by the organ that the row names.
public struct OwnList: Sendable {
    /// Code of the list.
    public let list: String
    /// 认定单位: code of the organ whose officers look at its candidates.
    public let organ: String
    /// Names of the organs of the city, folded.
    private let names: Set<String>
    /// What a name of an organ of the city has in it: the city and its counties, without the word for their level.
    private let places: [String]
    /// How a name begins that shows an organ from elsewhere.
    private let elsewhere: [String]
    /// The digits of the city in a credit code.
    private let digits: String
    private let nameFields: [String]
    private let codeFields: [String]

    /// The list of our own whose entries a kind of record holds; nil where none does, or others decide.
    ///
    /// A row is one for our own list where the city decides it on the day the row came in, or does so by the last rule
    /// known: no declared day goes round the case.
    public init?(_ kind: RecordKind, from department: String, on day: Day, in rules: Rules) {
        let level = rules.departments[department]?.level
        let found = rules.lists.first { list in
            list.record == kind.code
                && [list.role(on: day), list.roles.latest.value].contains { $0?.decidesHere(level) ?? false }
        }
        guard let found else { return nil }
        list = found.code
        organ = found.roles.latest.value == .guide ? department : found.department ?? department
        names = Set(
            rules.departments.flatMap { department in
                department.names.steps.flatMap { [$0.value.full.chinese, $0.value.short] }
            }.map(ByteFolding.key))
        let city = rules.departments[organ]?.region ?? rules.departments[department]?.region ?? ""
        digits = String(city.prefix(4))
        let digits = digits
        places = rules.regions.filter {
            !digits.isEmpty && $0.code.hasPrefix(digits) && ($0.level == .city || $0.level == .county)
        }.map { OwnList.stem($0.name.chinese) }
        // Bodies of the State call themselves so, and are in no region.
        elsewhere =
            ["国家"]
            + rules.regions.filter { $0.level == .province || $0.level == .country }.map {
                OwnList.stem($0.name.chinese)
            }
        nameFields = Set(kind.templates.flatMap { $0.roles[.organName] ?? [] }).sorted()
        codeFields = Set(kind.templates.flatMap { $0.roles[.organCode] ?? [] }).sorted()
    }

    /// Whether a row is for an organ of the city to decide. Where its organ is not shown to be from elsewhere, by its
    /// place or its code, it is: a name that nobody can place lists nobody.
    ///
    /// - Parameter fields: the fields of the row as a canonical object.
    public func decides(_ fields: [UInt8]) -> Bool {
        guard let reader = try? CanonicalReader(fields) else { return true }
        let organs = nameFields.compactMap { reader.text($0) }
        let codes = codeFields.compactMap { reader.text($0) }.map { String($0.dropFirst(2).prefix(6)) }
        if organs.contains(where: { name in
            names.contains(ByteFolding.key(name)) || places.contains { name.contains($0) }
        }) {
            return true
        }
        if codes.contains(where: { $0.hasPrefix(digits) }) { return true }
        if !codes.isEmpty { return false }
        return !organs.contains { name in elsewhere.contains { name.hasPrefix($0) } }
    }

    /// The name of a place without the word for its level.
    private static func stem(_ name: String) -> String {
        for word in ["自治区", "省", "市", "县", "区"] where name.hasSuffix(word) && name.count - word.count >= 2 {
            let stem = String(name.dropLast(word.count))
            // 内蒙古, 宁夏回族, 广西壮族, 新疆维吾尔: known by their first word too.
            for people in ["回族", "壮族", "维吾尔"] where stem.hasSuffix(people) {
                return String(stem.dropLast(people.count))
            }
            return stem
        }
        return name
    }
}

extension ListRole {
    /// Whether organs of the city decide entries: for a list that the city guides, those of its counties do.
    fileprivate func decidesHere(_ level: Department.Level?) -> Bool {
        switch self {
        case .own, .ownWithConsent: true
        case .guide: level == .county
        case .assist, .source: false
        }
    }
}
