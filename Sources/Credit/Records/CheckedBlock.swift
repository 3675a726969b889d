/// 校验结果: what came of the rows of one block: drafts of the good ones, problems of the bad ones.
public struct CheckedBlock: Sendable {
    /// What the ranges of the drafts point into.
    public var arena: [UInt8] = []
    /// One entry for each row that is not blank, in order.
    public var rows: [CheckedRow] = []
    /// Everything that is wrong, row by row.
    public var problems: [CellProblem] = []
    /// How many rows were blank and do not count.
    public var blank = 0

    init() {}

    /// The bytes of a range as text.
    public func text(_ range: ArenaRange) -> String {
        String(decoding: arena[range.start..<range.end], as: UTF8.self)
    }
}

/// A stretch of the arena of a checked block.
public struct ArenaRange: Sendable, Equatable {
    /// Where it begins.
    public let start: Int
    /// Where it ends.
    public let end: Int
    /// Whether it holds nothing.
    public var isEmpty: Bool { start == end }

    init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }
}

/// 已校验行: one row: a draft, or refused for its problems, or refused because it is about a person.
public struct CheckedRow: Sendable {
    /// Index of the row in its block.
    public let row: Int
    /// What came of it.
    public let outcome: Outcome

    /// What can come of a row.
    public enum Outcome: Sendable {
        /// Every cell is understood.
        case draft(Draft)
        /// Refused; the problems say why.
        case refused
        /// Refused because it is about a natural person (counted apart).
        case person
    }
}

/// 待入库行: a row of which every cell is understood: identified, dated, with its publication worked out.
public struct Draft: Sendable {
    /// Key text of the subject.
    public let subject: ArenaRange
    /// Name of the subject as handed in.
    public let subjectName: ArenaRange
    /// What makes it the same row again.
    public let key: ArenaRange
    /// Its fields as a canonical JSON object.
    public let fields: ArenaRange
    /// Former names, separated by line feeds.
    public let formerNames: ArenaRange
    /// Day of the decision.
    public let decided: Day?
    /// Whether it came in in time; nil where no clock runs.
    public let timeliness: Timeliness?
    /// Until when it is published, and why.
    public let publication: Publication
    /// Registration status, where the kind has one and the word means something.
    public let status: Vocabulary.Sense?
    /// Which person in trade the row says its subject is, by its category or its kind of entity; nil for none.
    public let trade: PersonInTrade?
}

/// 校验口径: what a row is checked against besides its plan.
public struct CheckContext: Sendable {
    /// The day the file came in.
    public let received: Day
    /// Tells in-time from late; nil where the kind has no clock.
    public let term: WorkingTerm?

    /// What rows of a file are checked against.
    public init(received: Day, term: WorkingTerm?) {
        self.received = received
        self.term = term
    }
}
