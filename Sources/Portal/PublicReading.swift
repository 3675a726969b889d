import Credit

/// 公开读取: everything the portal may read; what is not here cannot be shown.
///
/// The methods may block on a database; the portal decides on which thread they run. Each answers from one consistent
/// state and applies the rights itself: what it returns may be shown to anybody.
public protocol PublicReading: DepartmentReading {
    /// The day and the log position that an answer given now is read at.
    func reading() throws -> Reading

    /// Searches subjects, best first.
    func search(_ text: String, limit: Int) throws -> SearchAnswer

    /// The file of a subject; nil where no subject has the key. The portal itself never names a day: the past of a
    /// company is not public (R6, R9).
    func subject(key: String, on day: Day?) throws -> SubjectFile?

    /// One record.
    func record(_ id: String) throws -> RecordAnswer

    /// What is held, counted.
    func home() throws -> PublicCounts

    /// 公示名单: lines of a list of published records; nothing of a sole trader is among them (R10).
    func records(_ question: RecordQuestion) throws -> RecordList

    /// The kinds that a list is made of; of the kinds of list entries, how many lines each has.
    func listedKinds(_ family: RecordQuestion.Family) throws -> [ListedKind]

    /// 信用承诺: commitments of a matter that anybody may see, in the order of their ids.
    func commitments(
        inMatter matter: String, state: ShownCommitment.State?, after: String?, limit: Int
    ) throws -> CommitmentList

    /// How many commitments of each matter anybody may see, by their state.
    func commitmentCounts() throws -> [CommitmentCount]
    /// 措施任务: the measures bound in a month, as they are counted; nothing of whom they reach.
    func measureTasks(in month: Month, department: String?) throws -> [MeasureTask]

    /// The log's verifier key, one line without its end.
    func logKey() throws -> String

    /// The newest signed checkpoint; nil before the first.
    func checkpoint() throws -> [UInt8]?

    /// The hashes of a tile of `width` (1 to 256); nil where the log does not reach so far.
    func tile(level: Int, index: Int, width: Int) throws -> [UInt8]?

    /// The entries of a bundle of `width` (1 to 256); nil where the log does not reach so far.
    func entryBundle(index: Int, width: Int) throws -> [UInt8]?

    /// 日志证明: that the entry at a position stands in the log of the newest checkpoint; nil where that log does not
    /// reach so far.
    func proof(at position: Int) throws -> LogProof?

    /// 证据: body, salt and inclusion proof of a record as JSON; nil where the record may not be shown.
    func evidence(_ id: String) throws -> [UInt8]?
}

/// 查询结果: what a search found, or why it was not made.
public enum SearchAnswer: Sendable, Equatable {
    /// What was found, best first; empty where nothing matches.
    case hits([SearchHit])
    /// The text holds a person's identity number: nothing was looked up and nothing is kept (R10).
    case refusedIdentityNumber
}

/// 查询命中: one subject that a search found.
public struct SearchHit: Sendable, Equatable {
    /// Text of the subject's key.
    public let key: String
    /// The unified code where there is one.
    public let code: String?
    /// The present name.
    public let name: String
    /// What matched: a part of the name, a former name, a code.
    public let matched: String
    /// How it matched.
    public let kind: Kind
    /// Whether the subject is a sole trader.
    public let isSoleTrader: Bool
    /// 异议标注: how many of its published records bear a mark (R7).
    public let contested: Int

    /// One subject that a search found.
    public init(
        key: String, code: String?, name: String, matched: String, kind: Kind, isSoleTrader: Bool, contested: Int = 0
    ) {
        self.contested = contested
        self.key = key
        self.code = code
        self.name = name
        self.matched = matched
        self.kind = kind
        self.isSoleTrader = isSoleTrader
    }

    /// 匹配方式: how a subject was found.
    public enum Kind: String, Sendable, CaseIterable {
        /// By its code or registration number.
        case code
        /// By its present name.
        case name
        /// By a name it had before.
        case formerName
        /// By a name written a little differently.
        case similar
    }
}

/// 记录查询结果: a record as it may be shown, or the fact that there was one.
public enum RecordAnswer: Sendable, Equatable {
    /// The record, published on the day of reading.
    case shown(RecordView, Reading)
    /// Its publication ended on this day, its last: nothing of it is shown any more (R6).
    case ended(on: Day)
    /// It was withdrawn on this day after an objection on this ground: that is said, and nothing of what it said.
    case withdrawn(on: Day, ground: ObjectionGround)
    /// It is held and not published, or nothing is held under this id; the two look alike.
    case unknown
}

/// 公开统计: what is held, counted.
public struct PublicCounts: Sendable, Equatable {
    /// How many subjects are known.
    public let subjects: Int
    /// How many records of each kind are published, and how current they are.
    public let kinds: [Kind]
    /// The day the last batch of any kind came in; nil on an empty store.
    public let lastReceived: Day?
    /// What the counts were read from.
    public let reading: Reading

    /// What is held, counted.
    public init(subjects: Int, kinds: [Kind], lastReceived: Day?, reading: Reading) {
        self.subjects = subjects
        self.kinds = kinds
        self.lastReceived = lastReceived
        self.reading = reading
    }

    /// The records of one kind.
    public struct Kind: Sendable, Equatable {
        /// Which kind, and when a batch of it last came in.
        public let currency: SourceCurrency
        /// How many of its records are published.
        public let published: Int

        /// The records of one kind.
        public init(currency: SourceCurrency, published: Int) {
            self.currency = currency
            self.published = published
        }
    }
}
