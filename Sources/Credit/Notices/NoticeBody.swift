/// 通报对象: a body that is told by formal notice: the superior body, audit, discipline inspection, personnel, the unit. Which
/// body it is in a case, whoever draws the notice up fills in.
public struct NoticeBody: Coded, Hashable {
    /// Its code, for ever.
    public let code: String
    /// What it is called.
    public let name: Label
    /// Whose dishonesty it is told of.
    public let about: [NoticeAbout]
    /// The first day on which it is told.
    public let from: Day
    /// What says that it is told.
    public let source: Source

    /// A body that is told.
    public init(code: String, name: Label, about: [NoticeAbout], from: Day, source: Source) {
        self.code = code
        self.name = name
        self.about = about
        self.from = from
        self.source = source
    }
}

extension Register<NoticeBody> {
    /// 应当通报的单位: who is told of a cause on a day.
    public func told(of about: NoticeAbout, on day: Day) -> [NoticeBody] {
        filter { $0.about.contains(about) && $0.from <= day }
    }
}

/// 通报事由: whose dishonesty is told of.
///
/// - Source: 中卫市2020年社会信用体系建设重点任务分工方案 二（三）3: 机关事业单位、国有企业通报上级主管单位和审计部门；工作人员通报所在单位及纪检监察、组织人事部门
public enum NoticeAbout: String, Sendable, Hashable, CaseIterable {
    /// 机关事业单位、国有企业.
    case unit
    /// 其工作人员.
    case staff

    /// What it is called.
    public var title: Label {
        switch self {
        case .unit: Label("机关事业单位、国有企业违法失信", "Dishonesty of an organ, public institution or state enterprise")
        case .staff: Label("其工作人员违法失信", "Dishonesty of a member of its staff")
        }
    }
}

/// 单位类别.
public enum PublicUnitKind: String, Sendable, Hashable, CaseIterable {
    /// 机关.
    case organ
    /// 事业单位.
    case institution
    /// 国有企业.
    case stateEnterprise = "state-enterprise"

    /// What it is called.
    public var title: Label {
        switch self {
        case .organ: Label("机关", "Organ")
        case .institution: Label("事业单位", "Public institution")
        case .stateEnterprise: Label("国有企业", "State enterprise")
        }
    }

    /// Whether a code can be that of such a unit: the register tells organs and institutions apart, not who owns a firm.
    func fits(_ code: CreditCode) -> Bool {
        switch self {
        case .organ: code.text.hasPrefix("11")
        case .institution: code.text.hasPrefix("12")
        case .stateEnterprise: code.text.hasPrefix("91")
        }
    }
}
