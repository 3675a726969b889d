/// 失信程度分类: one class of conduct as a version of the rules of repair draws it, with its times.
public struct RepairClass: Coded, Hashable {
    /// The code within the version, such as `serious`.
    public let code: String
    /// 名称.
    public let title: Label
    /// 失信程度: grades of records that may be of this class.
    public let grades: [OffenceGrade]
    /// 限定情形: what else must be so, such as a field; nil where the grade alone decides.
    public let when: Label?
    /// 最短公示期; nil where it may be repaired as soon as the duties are done.
    /// - Unit: months from the decision
    public let minimum: Int?
    /// 最长公示期; nil where the version names none.
    /// - Unit: months from the decision
    public let maximum: Int?
    /// 可否修复: whether it can be repaired before its end.
    public let isRepairable: Bool
    /// What sets it.
    public let source: Source

    /// A class of conduct.
    public init(
        code: String, title: Label, grades: [OffenceGrade], when: Label?, minimum: Int?, maximum: Int?,
        isRepairable: Bool, source: Source
    ) {
        self.code = code
        self.title = title
        self.grades = grades
        self.when = when
        self.minimum = minimum
        self.maximum = maximum
        self.isRepairable = isRepairable
        self.source = source
    }

    /// 最早可修复日: the day of the decision and the shortest period.
    public func earliest(decided: Day) -> Day { minimum.map { decided.adding(months: $0) } ?? decided }
}

/// 修复条件或者申请材料: what a version asks for; nothing else may be asked (R14).
public struct RepairDemand: Coded, Hashable {
    /// The code within the version.
    public let code: String
    /// 名称.
    public let title: Label
    /// 适用分类: codes of the classes it holds for; empty for all.
    public let classes: [String]
    /// 择一: of those that name the same word one is enough; nil where it stands by itself.
    public let oneOf: String?
    /// 最短公示期: whether it is that the shortest period is over, which a court's ruling makes needless.
    public let isPeriod: Bool
    /// What asks for it.
    public let source: Source

    /// What a version asks for.
    public init(
        code: String, title: Label, classes: [String], oneOf: String?, isPeriod: Bool, source: Source
    ) {
        self.code = code
        self.title = title
        self.classes = classes
        self.oneOf = oneOf
        self.isPeriod = isPeriod
        self.source = source
    }

    func holds(for code: String) -> Bool { classes.isEmpty || classes.contains(code) }
}

/// 办理环节: a station of the chain and what it does.
public struct RepairStation: Hashable, Sendable {
    /// Where it is.
    public let place: Place
    /// What it does.
    public let title: Label

    /// A station of the chain.
    public init(place: Place, title: Label) {
        self.place = place
        self.title = title
    }

    /// 环节.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        /// 统一窗口: receives and passes on.
        case window
        /// 认定单位: whoever decided the record.
        case recogniser
        /// 市.
        case city
        /// 自治区.
        case province
        /// 国家.
        case nation

        /// What it is called.
        public var title: Label {
            switch self {
            case .window: Label("统一窗口", "the single window")
            case .recogniser: Label("认定单位", "the deciding body")
            case .city: Label("市级", "the city")
            case .province: Label("自治区级", "the region")
            case .nation: Label("国家级", "the nation")
            }
        }
    }
}

/// 办理时限: a clock that a version or the city's plan sets.
public struct RepairTerm: Coded, Hashable {
    /// What it times, such as `city-review`.
    public let code: String
    /// 名称.
    public let title: Label
    /// - Unit: working days
    public let workingDays: Int
    /// 起算.
    public let from: Moment
    /// 办结.
    public let until: Moment
    /// 中止: whether it stands still while something is handed in later or a check runs.
    public let stops: Bool
    /// 内部目标: whether it binds the city's own help only.
    public let isTarget: Bool
    /// What sets it.
    public let source: Source

    /// A clock of a case of repair.
    public init(
        code: String, title: Label, workingDays: Int, from: Moment, until: Moment, stops: Bool, isTarget: Bool,
        source: Source
    ) {
        self.code = code
        self.title = title
        self.workingDays = workingDays
        self.from = from
        self.until = until
        self.stops = stops
        self.isTarget = isTarget
        self.source = source
    }

    /// 节点: what starts or ends a clock.
    public enum Moment: String, Hashable, Sendable, CaseIterable {
        /// 提交申请.
        case filed
        /// 材料齐全.
        case complete
        /// 转出.
        case forwarded
        /// 受理.
        case accepted
        /// 决定.
        case decided
        /// 本市执行.
        case executed
        /// 国家结果收到.
        case reported
    }
}

/// 退出渠道: for one kind of record, who decided it and so decides its repair, and where to turn.
public struct RepairRoute: Coded, Hashable {
    /// Code of the kind of record.
    public let code: String
    /// 认定单位, in words.
    public let recogniser: Label
    /// 申请渠道, where it differs from the version's own window; nil where that holds.
    public let window: Label?
    /// 修复规则: whether the versions' classes and periods hold for it; list entries have the terms of their list.
    public let isByClass: Bool
    /// 本站受理: whether a case of repair can be opened here; not for what a court decides.
    public let isReceivedHere: Bool
    /// 说明.
    public let note: Label?
    /// What it rests on.
    public let source: Source

    /// A way out of a kind of record.
    public init(
        code: String, recogniser: Label, window: Label?, isByClass: Bool, isReceivedHere: Bool, note: Label?,
        source: Source
    ) {
        self.code = code
        self.recogniser = recogniser
        self.window = window
        self.isByClass = isByClass
        self.isReceivedHere = isReceivedHere
        self.note = note
        self.source = source
    }
}
