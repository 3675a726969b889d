/// 对象类别: whom a list may hold or a measure may reach.
///
/// The vocabulary is closed, and no word of it is a relative or a minor: nobody answers for another's conduct (R16).
public enum Target: String, Hashable, Sendable, CaseIterable {
    /// 单位: a legal person or another organisation.
    case organisation
    /// 企业.
    case enterprise
    /// 用人单位.
    case employer
    /// 个体工商户: a person in trade.
    case soleTrader = "sole-trader"
    /// 社会组织.
    case socialOrganisation = "social-organisation"
    /// 街区: a street or block that an honour is given to.
    case street
    /// 车辆.
    case vehicle
    /// 自然人: a person for conduct of their own.
    case person
    /// 法定代表人.
    case legalRepresentative = "legal-representative"
    /// 责任人: who answers for the unit's act by the post held at the time.
    case responsiblePerson = "responsible-person"
    /// 从业人员: who works under a licence or in a trade.
    case practitioner

    /// Whether a natural person stands behind the word; a list that holds such must name the law that says so.
    public var isPerson: Bool {
        switch self {
        case .person, .legalRepresentative, .responsiblePerson, .practitioner: true
        case .organisation, .enterprise, .employer, .soleTrader, .socialOrganisation, .street, .vehicle: false
        }
    }
}

extension Target {
    /// What it is called.
    public var title: Label {
        switch self {
        case .organisation: Label("单位", "Organisations")
        case .enterprise: Label("企业", "Enterprises")
        case .employer: Label("用人单位", "Employers")
        case .soleTrader: Label("个体工商户", "Sole traders")
        case .socialOrganisation: Label("社会组织", "Social organisations")
        case .street: Label("街区", "Streets")
        case .vehicle: Label("车辆", "Vehicles")
        case .person: Label("自然人（本人行为）", "Persons, for conduct of their own")
        case .legalRepresentative: Label("法定代表人", "Legal representatives")
        case .responsiblePerson: Label("责任人员", "Persons responsible by their post")
        case .practitioner: Label("从业人员", "Practitioners")
        }
    }
}
