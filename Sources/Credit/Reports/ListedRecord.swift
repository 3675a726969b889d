/// 名单行: a published record as a line of a public list. It is made from the record as its own page shows it, so that the
/// two cannot disagree, and only where it may stand in a list at all.
public struct ListedRecord: Sendable, Equatable {
    /// Id of the record.
    public let id: String
    /// Code of its kind.
    public let kind: String
    /// Name of its kind.
    public let kindTitle: Label
    /// What it says of its subject.
    public let family: RecordFamily
    /// Who it is about.
    public let subject: SubjectSummary
    /// Code of the department that handed it in.
    public let department: String
    /// Name of that department.
    public let departmentTitle: Label
    /// Day of the decision; nil where the record names none.
    public let decided: Day?
    /// Day it came in.
    public let received: Day
    /// Whether it came in in time; nil where no clock runs.
    public let timeliness: Timeliness?
    /// Who decided, by which document and on what basis (R3).
    public let paper: DecisionPaper
    /// Last day of publication; `Day.endless` where no day is set.
    public let publishedUntil: Day
    /// What ends its publication.
    public let end: Publication.End
    /// 文书号, or what else tells it from others of its kind.
    public let headline: Label?
    /// 异议标注: whether an objection is open, or its note stays (R7).
    public let contest: ContestMark
    /// Position of this version in the public log.
    public let position: Int

    /// The line of a record; nil where its publication has ended or never began (R6), and for every record of a sole
    /// trader, who is found by code or full name only (R10).
    public init?(_ record: RecordView, on day: Day) {
        guard case .until(let last) = record.publication.period, day <= last,
            !record.subject.isSoleTrader
        else { return nil }
        id = record.id
        kind = record.kind
        kindTitle = record.kindTitle
        family = record.family
        subject = record.subject
        department = record.department
        departmentTitle = record.departmentTitle
        decided = record.decided
        received = record.received
        timeliness = record.timeliness
        paper = record.paper
        publishedUntil = last
        end = record.publication.end
        headline = record.headline
        contest = record.contest
        position = record.position
    }

    /// Whether it bears a mark.
    public var isContested: Bool { contest != .none }

    /// Where it stands in its list.
    public var place: RecordPlace { RecordPlace(day: decided ?? received, id: id) }
}

/// 公示名单: some lines of a list, in its order, and where it goes on.
public struct RecordList: Sendable, Equatable {
    /// The lines, newest decision first.
    public let rows: [ListedRecord]
    /// What to ask on from; nil where nothing comes after these.
    public let next: RecordPlace?
    /// What the list was read from.
    public let reading: Reading

    /// Some lines of a list.
    public init(rows: [ListedRecord], next: RecordPlace?, reading: Reading) {
        self.rows = rows
        self.next = next
        self.reading = reading
    }
}

/// 名单概况: one kind that a list is made of: whether anything was ever handed in, and how much is published.
public struct ListedKind: Sendable, Equatable {
    /// Which kind, and when a batch of it last came in.
    public let currency: SourceCurrency
    /// How many of its records stand in the list; nil where that is not counted, or not known because nothing was ever
    /// handed in (R13).
    public let published: Int?

    /// One kind of a list.
    public init(currency: SourceCurrency, published: Int?) {
        self.currency = currency
        self.published = published
    }
}
