/// 公示记录: the record that publishes an entry of our own, with organ, number, basis, end and remedy in the columns of its
/// kind, so that lists, files and pages show it like any other.
public struct ListingRecord: Sendable {
    /// What makes it the same record as a row handed in with the same number, organ and subject; digested by the store.
    public let keyText: [UInt8]
    private let standing: ListingStanding
    private let kind: RecordKind
    private let fields: [UInt8]
    private let day: Day

    /// The record of an entry; nil where the kind has no template.
    ///
    /// - Parameter organ: name of the deciding organ.
    public init?(_ standing: ListingStanding, kind: RecordKind, organ: String, on day: Day) {
        guard let template = kind.templates.first else { return nil }
        self.standing = standing
        self.kind = kind
        self.day = day
        let opening = standing.candidate.opening
        var values: [Role: String] = [
            .subjectName: opening.name, .documentNumber: standing.decision.paper.number, .organName: organ,
            .basis: standing.decision.basis, .headline: opening.reason,
            .decided: standing.decision.paper.day.description,
            // Whoever is listed reads on the record how to contest it.
            .remedy: standing.decision.remedy,
        ]
        switch opening.subject {
        case .creditCode(let code): values[.subjectCode] = code.text
        case .registrationNumber(let number): values[.subjectRegistration] = number.text
        case .uncoded: break
        }
        switch standing.end {
        case .lastDay(let day): values[.validUntil] = day.description
        case .untilCured(let condition, let day):
            (values[.untilCured], values[.reviewBy]) = (condition, day.description)
        case .byArticle(let article, let day): (values[.untilCured], values[.reviewBy]) = (article, day.description)
        }
        let columns = values.compactMap { role, value in template.roles[role]?.first.map { ($0, value) } }
        fields = ListingRecord.object(columns)
        keyText = ListingRecord.key(template, kind, values, opening.subject.text)
    }

    /// The record as it is entered.
    ///
    /// - Parameters:
    ///   - id: id of the record.
    ///   - version: one more than the last version held under the key.
    ///   - key: digest of `keyText`, in hexadecimal.
    public func entry(id: String, version: Int, key: String) -> RecordEntry {
        let candidate = standing.candidate
        return RecordEntry(
            id: id, version: version, kind: kind.code, family: kind.family, batch: candidate.id, line: 0,
            department: candidate.by.organ, key: key, subject: candidate.opening.subject.text,
            subjectName: candidate.opening.name, formerNames: [], status: nil, decided: standing.decision.paper.day,
            received: day, timeliness: nil,
            publication: standing.end.publication,
            fields: fields)
    }

    /// What makes a record the same record again.
    static func key(
        _ template: RecordTemplate, _ kind: RecordKind, _ values: [Role: String], _ subject: String
    ) -> [UInt8] {
        var text = Array(kind.code.utf8)
        for part in template.key {
            text.append(0x1F)
            switch part {
            case .documentNumber: text += Array(ByteFolding.key(values[.documentNumber] ?? "").utf8)
            case .organ: text += Array(ByteFolding.key(values[.organName] ?? "").utf8)
            case .subject: text += Array(subject.utf8)
            case .part: break
            }
        }
        return text
    }

    /// A canonical object of columns that only the pack names.
    static func object(_ columns: [(name: String, value: String)]) -> [UInt8] {
        var bytes: [UInt8] = [0x7B]
        for column in columns.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            if bytes.count > 1 { bytes.append(0x2C) }
            CanonicalWriter.append(text: column.name, to: &bytes)
            bytes.append(0x3A)
            CanonicalWriter.append(text: column.value, to: &bytes)
        }
        bytes.append(0x7D)
        return bytes
    }
}

extension RecordEntry {
    /// 终止公示: the same record as a further version whose publication ended before `day`; nil where it had ended
    /// already.
    public func ended(on day: Day, version: Int) -> RecordEntry? {
        guard publication.isPublished(on: day) else { return nil }
        return RecordEntry(
            id: id, version: version, kind: kind, family: family, batch: batch, line: line, department: department,
            key: key, subject: subject, subjectName: subjectName, formerNames: formerNames, status: status,
            decided: decided, received: received, timeliness: timeliness,
            publication: Publication(
                period: .until(day + -1), grade: publication.grade, gradeDerived: publication.gradeDerived,
                rule: publication.rule, lastDayByRule: publication.lastDayByRule ?? publication.lastDay),
            fields: fields)
    }
}

extension Publication {
    /// The last day of publication; nil where there is none.
    var lastDay: Day? { if case .until(let day) = period { day } else { nil } }
}

extension ListingEnd {
    /// How long an entry with this end is published: to its last day, or until it is cured or its article ends it, which a
    /// day of review does not do by itself (R3).
    fileprivate var publication: Publication {
        let (period, end): (Publication.Period, Publication.End) =
            switch self {
            case .lastDay(let day): (.until(day), .lastDay)
            case .untilCured(_, let day): (.until(.endless), .untilCured(reviewBy: day))
            case .byArticle(_, let day): (.until(.endless), .byArticle(reviewBy: day))
            }
        return Publication(
            period: period, end: end, grade: nil, gradeDerived: false, rule: nil, lastDayByRule: nil)
    }
}
