/// 拟删除的记录: a record with all that stands or falls with its erasure, as the store holds it.
public struct ErasableRecord: Sendable, Equatable {
    /// What keeps a record from being erased until it is dealt with itself.
    public enum Hold: Sendable, Hashable {
        /// A case about it is open; its id.
        case openCase(String)
        /// A list entry, measure or breach rests on it or was published as it; its id.
        case base(String)
        /// A repair of it ended in a ban that protects others; the case's id.
        case ban(String)
        /// The file it came in with is still being taken in.
        case openBatch(String)
        /// Only this record tells that its subject is a person in trade; without it other records would be shown as a
        /// company's (R10).
        case onlyProofOfTrade
    }

    /// Id of the record.
    public let id: String
    /// Code of the kind of record.
    public let kind: String
    /// Code of the department it came from.
    public let department: String
    /// Code of the organisation that has the department's duties that day.
    public let holder: String
    /// Positions of the entries whose content goes, ascending: its versions, and the steps of closed cases about it
    /// with their letters.
    public let positions: [Int]
    /// Letters of these cases, in the order in which their numbers were taken; the numbers stay.
    public let letters: [ErasedLetter]
    /// Whether any version of it was ever to be published.
    public let wasPublic: Bool
    /// What names its subject: key, code and names; none of it may stand in what stays.
    public let names: [String]
    /// What keeps it.
    public let holds: [Hold]

    /// A record with all that stands or falls with its erasure.
    public init(
        id: String, kind: String, department: String, holder: String, positions: [Int], letters: [ErasedLetter],
        wasPublic: Bool, names: [String], holds: [Hold]
    ) {
        (self.id, self.kind, self.department, self.holder) = (id, kind, department, holder)
        self.positions = Array(Set(positions)).sorted()
        self.letters = letters.sorted { $0.place < $1.place }
        self.wasPublic = wasPublic
        (self.names, self.holds) = (names, holds)
    }

    /// 决定删除: by two officers of the organ that answers for the record, or of one above it.
    ///
    /// - Parameters:
    ///   - id: 删除编号.
    ///   - people: who may act.
    public func erase(
        id: String, ground: ErasureGround, paper: OrderPaper, reason: String, by first: Officer, and second: Officer,
        among people: People, on day: Day
    ) throws(ErasureProblem) -> Erasure {
        if let hold = holds.first { throw .held(hold) }
        guard let pair = OfficerPair(first, second) else { throw .sameOfficer }
        guard people.covers(first.organ, holder, on: day) else { throw .otherOrgan(holder) }
        guard people.duties(of: first.account, on: day).contains(.handle),
            people.secondOfficer(second.account, of: first.organ, first: first, on: day) != nil
        else { throw .noDuty }
        guard paper.date <= day else { throw .paperAhead(paper.date) }
        guard !reason.isEmpty else { throw .noReason }
        let said = [reason, paper.organ, paper.number, paper.basis]
        guard said.allSatisfy({ ResidentNumber.masking($0) == $0 }) else { throw .identityNumber }
        let folded = names.map { ByteFolding.key($0) }.filter { $0.unicodeScalars.count > 1 }
        for text in said.map({ ByteFolding.key($0) }) where folded.contains(where: { Self.holds(text, $0) }) {
            throw .namesSubject
        }
        return Erasure(id: id, of: self, ground: ground, paper: paper, reason: reason, by: pair)
    }

    private static func holds(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
