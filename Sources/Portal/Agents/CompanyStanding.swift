import Credit

/// 本企业全貌: what is published against a company and until when, what rests on it, and who looked at what is not public
/// and why, as its own page shows it (R9, R11).
public struct CompanyStanding: Sendable, Equatable {
    /// 不利信息: adverse records published today, the newest first, each with its way out.
    public let records: [RecordView]
    /// 措施: all that rests or rested on its entries of lists.
    public let measures: [RestingMeasure]
    /// 查阅: looks at it, the newest first.
    public let looks: [CompanyLook]

    /// What is held of a company, and what follows from it.
    public init(records: [RecordView], measures: [RestingMeasure], looks: [CompanyLook]) {
        self.records = records
        self.measures = measures
        self.looks = looks
    }
}

/// 依附措施: a measure against a company, with what it rests on (R5).
public struct RestingMeasure: Sendable, Equatable {
    /// 措施名称.
    public let name: Label
    /// 名单: the list of the entry that it rests on.
    public let list: Label
    /// Id of the case of that entry.
    public let caseID: String
    /// 依附方式.
    public let footing: EffectEdge.Footing
    /// 依据.
    public let basis: String
    /// 实施单位.
    public let department: Label
    /// 起始之日.
    public let from: Day
    /// 终止之日; nil where it ends with what it rests on.
    public let until: Day?
    /// Whether it is alive today.
    public let isLive: Bool

    /// A measure against a company.
    public init(
        name: Label, list: Label, caseID: String, footing: EffectEdge.Footing, basis: String, department: Label,
        from: Day, until: Day?, isLive: Bool
    ) {
        self.name = name
        self.list = list
        self.caseID = caseID
        self.footing = footing
        self.basis = basis
        self.department = department
        self.from = from
        self.until = until
        self.isLive = isLive
    }
}

/// 查阅: a look at what is held of a company, as the company is told of it: no officer is named (R9).
public struct CompanyLook: Sendable, Hashable {
    /// The day.
    public let day: Day
    /// 查阅单位.
    public let organ: String
    /// 用途.
    public let purpose: String
    /// 事由编号; nil while it is that of a case of which the company was not told yet.
    public let matter: String?

    /// A look.
    public init(day: Day, organ: String, purpose: String, matter: String?) {
        self.day = day
        self.organ = organ
        self.purpose = purpose
        self.matter = matter
    }
}
