/// 违诺记录: the record that says that a commitment was broken, with organ, number, basis, end and remedy in the columns of
/// its kind, so that files, objections and proofs treat it like any other. Only a breach in force makes one (R3, R4).
public struct CommitmentRecord: Sendable {
    /// What makes it the same record again; digested by the store.
    public let keyText: [UInt8]
    private let commitment: CommitmentCase
    private let breach: CommitmentBreach
    private let kind: RecordKind
    private let fields: [UInt8]

    /// The record of a breach; nil where none is in force, or the kind has no template.
    ///
    /// - Parameters:
    ///   - catalogue: names what followed the breach.
    ///   - organ: name of the organ that decided.
    public init?(_ commitment: CommitmentCase, kind: RecordKind, catalogue: CommitmentCatalogue, organ: String) {
        guard let breach = commitment.breach, let template = kind.templates.first else { return nil }
        self.commitment = commitment
        self.breach = breach
        self.kind = kind
        let (letter, decision) = (commitment.letter, breach.decision)
        let promised = catalogue.kinds[letter.kind]
        let followed = decision.consequences.map { code in
            promised?.consequences.first { $0.code == code }?.name.chinese ?? code
        }
        var values: [Role: String] = [
            .subjectName: letter.name, .documentNumber: decision.paper.number, .organName: organ,
            .basis: decision.basis, .decided: decision.paper.day.description, .validUntil: decision.end.description,
            .headline: decision.unfulfilled, .remedy: decision.remedy, .part: letter.number,
            .fulfilment: decision.degree.title.chinese,
            .grounds: decision.reasons, .consequence: followed.joined(separator: "；"),
            .promise: "\(promised?.name.chinese ?? letter.kind)：\(letter.cause)",
        ]
        if followed.isEmpty { values[.consequence] = nil }
        switch letter.subject {
        case .creditCode(let code): values[.subjectCode] = code.text
        case .registrationNumber(let number): values[.subjectRegistration] = number.text
        case .uncoded: break
        }
        fields = ListingRecord.object(
            values.compactMap { role, value in template.roles[role]?.first.map { ($0, value) } })
        keyText = ListingRecord.key(template, kind, values, letter.subject.text)
    }

    /// The record as it is entered; a sole trader's is kept and not published (R10).
    ///
    /// - Parameters:
    ///   - version: one more than the last version held under the key.
    ///   - key: digest of `keyText`, in hexadecimal.
    ///   - day: the day it is entered.
    public func entry(version: Int, key: String, on day: Day) -> RecordEntry {
        let letter = commitment.letter
        let period: Publication.Period = letter.isSoleTrader ? .none(.notPublic) : .until(breach.decision.end)
        return RecordEntry(
            id: breach.record, version: version, kind: kind.code, family: kind.family, batch: commitment.id, line: 0,
            department: commitment.keeper, key: key, subject: letter.subject.text, subjectName: letter.name,
            formerNames: [], status: nil, decided: breach.decision.paper.day, received: day, timeliness: nil,
            publication: Publication(
                period: period, grade: nil, gradeDerived: false, rule: nil, lastDayByRule: nil),
            fields: fields)
    }
}
