/// 信用档案: what may be shown of one subject on a day, put together from the records; page, JSON and report are
/// views of this value and can show nothing else.
public struct SubjectFile: Sendable, Equatable {
    /// Who it is.
    public let subject: SubjectSummary
    /// Registered facts in the order of the template, from the newest registry entry.
    public let facts: [ShownField]
    /// Code of the kind that the facts come from; nil where no registry entry is held.
    public let factsKind: String?
    /// 异议标注: whether an objection to that entry is open, or its note stays (R7).
    public let factsContest: ContestMark
    /// The published records, newest decision first.
    public let records: [RecordView]
    /// 信用承诺: the commitments that anybody may see, newest first.
    public let commitments: [ShownCommitment]
    /// How many records are held and not published on this day, by reason; never what they say.
    public let unpublished: Int
    /// How current each kind is: the last day on which a batch of it came in.
    public let currency: [SourceCurrency]
    /// What the file was read from.
    public let reading: Reading

    /// A file of one subject.
    public init(
        subject: SubjectSummary, facts: [ShownField], factsKind: String? = nil, factsContest: ContestMark = .none,
        records: [RecordView], commitments: [ShownCommitment] = [], unpublished: Int, currency: [SourceCurrency],
        reading: Reading
    ) {
        self.commitments = commitments
        self.subject = subject
        self.facts = facts
        self.factsKind = factsKind
        self.factsContest = factsContest
        self.records = records
        self.unpublished = unpublished
        self.currency = currency
        self.reading = reading
    }
}

/// 信用主体: who a subject is, as lists and headings show it.
public struct SubjectSummary: Sendable, Equatable {
    /// Text of the subject's key.
    public let key: String
    /// The unified code where there is one.
    public let code: String?
    /// The present name.
    public let name: String
    /// 曾用名: former names, newest first.
    public let formerNames: [String]
    /// Registration status as registered; nil where the subject is known from records only.
    public let status: String?
    /// Whether the subject is a sole trader: found by code or full name only, not indexed (R10).
    public let isSoleTrader: Bool
    /// Whether a registry entry is held; otherwise the subject is a stub made by a record.
    public let isRegistered: Bool

    /// A subject as headings show it.
    public init(
        key: String, code: String?, name: String, formerNames: [String], status: String?, isSoleTrader: Bool,
        isRegistered: Bool
    ) {
        self.key = key
        self.code = code
        self.name = name
        self.formerNames = formerNames
        self.status = status
        self.isSoleTrader = isSoleTrader
        self.isRegistered = isRegistered
    }
}

/// 信用记录: one record as it may be shown on a day, with why it is shown and until when.
public struct RecordView: Sendable, Equatable {
    /// Id of the record.
    public let id: String
    /// Code of its kind.
    public let kind: String
    /// Official and English name of its kind.
    public let kindTitle: Label
    /// What it says of its subject.
    public let family: RecordFamily
    /// Key and name of its subject.
    public let subject: SubjectSummary
    /// Code of the department that handed it in.
    public let department: String
    /// Official and English name of that department on the day of reading.
    public let departmentTitle: Label
    /// Day of the decision.
    public let decided: Day?
    /// Day it came in.
    public let received: Day
    /// Whether it came in late, and by which arithmetic.
    public let timeliness: Timeliness?
    /// Until when it is published and why.
    public let publication: Publication
    /// The sentence that explains the publication, with its source.
    public let publicationReason: Label
    /// The fields that may be shown, in the order of the template.
    public let fields: [ShownField]
    /// What tells it from others of its kind at a glance; nil where the kind names no such field.
    public let headline: Label?
    /// Who decided, by which document and on what basis (R3).
    public let paper: DecisionPaper
    /// Number of this version, from 1.
    public let version: Int
    /// All versions with the day each became known.
    public let versions: [VersionMark]
    /// 异议标注: whether an objection is open, or its note stays (R7).
    public let contest: ContestMark
    /// Position of this version in the public log.
    public let position: Int
    /// 修复前景: the shortest lawful way out of it; nil for what is not adverse, and where it was not asked for (R11).
    public var repair: RepairOutlook?
    /// 已整改: orders to mend resting on it that were found mended; empty where it was not asked for.
    public var mended: [MendedOrder] = []

    /// Whether it bears a mark.
    public var isContested: Bool { contest != .none }

    /// A record as it may be shown.
    public init(
        id: String, kind: String, kindTitle: Label, family: RecordFamily, subject: SubjectSummary,
        department: String, departmentTitle: Label, decided: Day?, received: Day, timeliness: Timeliness?,
        publication: Publication, publicationReason: Label, fields: [ShownField], headline: Label? = nil,
        paper: DecisionPaper = DecisionPaper(), version: Int,
        versions: [VersionMark], contest: ContestMark, position: Int
    ) {
        self.id = id
        self.kind = kind
        self.kindTitle = kindTitle
        self.family = family
        self.subject = subject
        self.department = department
        self.departmentTitle = departmentTitle
        self.decided = decided
        self.received = received
        self.timeliness = timeliness
        self.publication = publication
        self.publicationReason = publicationReason
        self.fields = fields
        self.headline = headline
        self.paper = paper
        self.version = version
        self.versions = versions
        self.contest = contest
        self.position = position
    }

    /// One version of a record: its number, the day it became known, its place in the log.
    public struct VersionMark: Sendable, Equatable {
        /// From 1.
        public let number: Int
        /// The day the city learned it.
        public let known: Day
        /// Position in the public log.
        public let position: Int

        /// A version of a record.
        public init(number: Int, known: Day, position: Int) {
            self.number = number
            self.known = known
            self.position = position
        }
    }
}

/// 公示项: one field as it is shown: heading and value.
public struct ShownField: Sendable, Equatable {
    /// Name of the field in the pack.
    public let name: String
    /// Its heading.
    public let title: Label
    /// What is shown, ready to read: days as `YYYY-MM-DD`, money in yuan with its unit.
    public let value: Label

    /// A field as it is shown.
    public init(name: String, title: Label, value: Label) {
        self.name = name
        self.title = title
        self.value = value
    }
}

/// 数据更新: how current the data of one kind is.
public struct SourceCurrency: Sendable, Equatable {
    /// Code of the kind.
    public let kind: String
    /// Its name.
    public let kindTitle: Label
    /// The last day a batch of it came in; nil if none ever did.
    public let lastReceived: Day?

    /// How current a kind is.
    public init(kind: String, kindTitle: Label, lastReceived: Day?) {
        self.kind = kind
        self.kindTitle = kindTitle
        self.lastReceived = lastReceived
    }
}

/// 读取口径: the day and the log position that an answer was read at.
public struct Reading: Sendable, Equatable {
    /// The day asked for.
    public let day: Day
    /// Size of the public log at the time.
    public let treeSize: Int
    /// Whether the store is a rehearsal, which every page says.
    public let isRehearsal: Bool

    /// A day and a log position.
    public init(day: Day, treeSize: Int, isRehearsal: Bool) {
        self.day = day
        self.treeSize = treeSize
        self.isRehearsal = isRehearsal
    }
}

/// 及时性: whether a row came in within its working days.
public enum Timeliness: Sendable, Equatable {
    /// In time.
    case inTime
    /// 迟报.
    case late
    /// The calendar needed to tell is not loaded (R13).
    case unknown
}
