/// 公开承诺: a commitment as anybody may see it. A breach is seen while its record is published and at no other time; what
/// is under way toward one is not seen at all (R4, R6).
public struct ShownCommitment: Sendable, Equatable {
    /// Id of the case.
    public let id: String
    /// 承诺编码.
    public let number: String
    /// Key text of who promised.
    public let subject: String
    /// 承诺人名称.
    public let name: String
    /// 承诺类型: its code.
    public let kind: String
    /// 承诺事项: its code.
    public let matter: String
    /// 承诺事由.
    public let cause: String
    /// 承诺作出日期.
    public let made: Day
    /// 承诺有效期; nil where none is set.
    public let validUntil: Day?
    /// 承诺履行状态.
    public let state: State
    /// Id of the record of its breach; nil for any other state.
    public let record: String?
    /// Name of the kind, where the catalogue gave it.
    public private(set) var kindTitle: Label
    /// Name of the matter, where the catalogue gave it.
    public private(set) var matterTitle: Label

    /// A commitment as anybody may see it.
    public init(
        id: String, number: String, subject: String, name: String, kind: String, matter: String, cause: String,
        made: Day, validUntil: Day?, state: State, record: String?
    ) {
        self.id = id
        self.number = number
        self.subject = subject
        self.name = name
        self.kind = kind
        self.matter = matter
        self.cause = cause
        self.made = made
        self.validUntil = validUntil
        self.state = state
        self.record = record
        (kindTitle, matterTitle) = (Label(kind, kind), Label(matter, matter))
    }

    /// The same with the names that a catalogue gives its kind and matter.
    public func titled(by catalogue: CommitmentCatalogue) -> ShownCommitment {
        var copy = self
        copy.kindTitle = catalogue.kinds[kind]?.name ?? kindTitle
        copy.matterTitle = catalogue.matters[matter]?.name ?? matterTitle
        return copy
    }

    /// The commitment as it may be seen; nil where it may not: it is not open, it is a sole trader’s, or its breach is
    /// published no more.
    ///
    /// - Parameter isPublished: whether a record is published on the day.
    public init?(_ commitment: CommitmentCase, isPublished: (_ record: String) throws -> Bool) rethrows {
        let letter = commitment.letter
        guard letter.publicity == .open, !letter.isSoleTrader else { return nil }
        let state: State
        switch commitment.stage {
        case .signed: state = .signed
        case .supervised, .noticed, .told, .proposed, .decided: state = .supervised
        case .fulfilled: state = .fulfilled
        case .withdrawn: state = .withdrawn
        case .breached(let breach):
            guard try isPublished(breach.record) else { return nil }
            state = .breached
        }
        self.init(
            id: commitment.id, number: letter.number, subject: letter.subject.text, name: letter.name,
            kind: letter.kind, matter: letter.matter, cause: letter.cause, made: letter.made,
            validUntil: letter.validUntil, state: state, record: commitment.breach?.record)
    }

    /// 公开状态.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// 已签订.
        case signed
        /// 监管中.
        case supervised
        /// 全部履行.
        case fulfilled
        /// 违诺.
        case breached
        /// 已撤回.
        case withdrawn

        /// What it is called.
        public var title: Label {
            switch self {
            case .signed: Label("已签订", "Signed")
            case .supervised: Label("监管中", "Under supervision")
            case .fulfilled: Label("全部履行", "Fulfilled")
            case .breached: Label("违诺", "Broken")
            case .withdrawn: Label("已撤回", "Withdrawn")
            }
        }
    }
}

/// 承诺统计: how many commitments of a matter anybody may see, by their state.
public struct CommitmentCount: Sendable, Equatable {
    /// 承诺事项: its code.
    public let matter: String
    /// Their state.
    public let state: ShownCommitment.State
    /// How many.
    public let count: Int

    /// How many of a matter are in a state.
    public init(matter: String, state: ShownCommitment.State, count: Int) {
        self.matter = matter
        self.state = state
        self.count = count
    }
}

/// 承诺名录: some commitments of a matter that anybody may see.
public struct CommitmentList: Sendable, Equatable {
    /// The commitments, in the order of their ids.
    public let rows: [ShownCommitment]
    /// Id behind which the next ones begin; nil where there are no more.
    public let next: String?
    /// What they were read from.
    public let reading: Reading

    /// Some commitments of a matter.
    public init(rows: [ShownCommitment], next: String?, reading: Reading) {
        self.rows = rows
        self.next = next
        self.reading = reading
    }
}
