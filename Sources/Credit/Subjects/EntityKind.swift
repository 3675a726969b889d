/// 主体类型: what kind of subject somebody or something is; closed, because rights hang on it (R1).
public enum EntityKind: String, Sendable, Hashable, CaseIterable {
    /// 企业, 合伙企业 included, sole proprietorships not.
    case enterprise
    /// 分支机构.
    case branch
    /// 农民专业合作社.
    case cooperative
    /// 机关.
    case governmentOrgan
    /// 事业单位.
    case publicInstitution
    /// 群众团体.
    case massOrganisation
    /// 社会团体.
    case socialOrganisation
    /// 民办非企业单位（社会服务机构）.
    case privateNonEnterprise
    /// 基金会.
    case foundation
    /// 基层群众性自治组织: 居委会, 村委会.
    case selfGoverningCommittee
    /// 工会.
    case tradeUnion
    /// 宗教活动场所, 宗教院校.
    case religiousInstitution
    /// 律师事务所 other than of one lawyer.
    case lawFirm
    /// 公证处.
    case notaryOffice
    /// 农村集体经济组织.
    case collectiveEconomicOrganisation
    /// 其他组织.
    case otherOrganisation
    /// 个体工商户: a person in trade.
    case soleTrader
    /// 个人独资企业: a person in trade.
    case soleProprietorship
    /// 个人律师事务所 and other practices of one person.
    case personalPractice
    /// 自然人.
    case naturalPerson
    /// 无代码对象: a vehicle, a street, a project; it has a file, never a grade.
    case uncodedObject

    /// Whether a subject of this kind may be scored, graded, ranked or listed by merit (R1).
    public var mayBeEvaluated: Bool {
        switch self {
        case .enterprise, .branch, .cooperative, .governmentOrgan, .publicInstitution, .massOrganisation,
            .socialOrganisation, .privateNonEnterprise, .foundation, .selfGoverningCommittee, .tradeUnion,
            .religiousInstitution, .lawFirm, .notaryOffice, .collectiveEconomicOrganisation, .otherOrganisation:
            true
        case .soleTrader, .soleProprietorship, .personalPractice, .naturalPerson, .uncodedObject:
            false
        }
    }

    /// The kind that a registry's own words for the type of a subject name; nil where they name none for certain.
    ///
    /// Persons in trade are looked for first: `个人独资企业分支机构` is none that may be evaluated.
    public init?(registeredType words: String) {
        guard let kind = EntityKind.signs.first(where: { sign in sign.words.contains { words.contains($0) } }) else {
            return nil
        }
        self = kind.kind
    }

    private static let signs: [(kind: EntityKind, words: [String])] = [
        (.soleProprietorship, ["个人独资"]),
        (.soleTrader, ["个体工商户", "个体户", "个人经营", "家庭经营"]),
        (.personalPractice, ["个人律师"]),
        (.branch, ["分支机构", "分公司"]),
        (.cooperative, ["合作社", "合作经济组织"]),
        (.collectiveEconomicOrganisation, ["集体经济组织"]),
        (.enterprise, ["公司", "企业", "集体所有制", "全民所有制", "股份合作", "合伙"]),
        (.privateNonEnterprise, ["民办非企业", "社会服务机构"]),
        (.socialOrganisation, ["社会团体"]),
        (.foundation, ["基金会"]),
        (.selfGoverningCommittee, ["自治组织", "居民委员会", "村民委员会"]),
        (.publicInstitution, ["事业单位"]),
        (.massOrganisation, ["群众团体"]),
        (.governmentOrgan, ["机关"]),
        (.tradeUnion, ["工会"]),
        (.religiousInstitution, ["宗教"]),
        (.lawFirm, ["律师事务所"]),
        (.notaryOffice, ["公证"]),
        (.naturalPerson, ["自然人"]),
    ]

    /// The kind's official name and its English.
    public var title: Label {
        switch self {
        case .enterprise: Label("企业", "enterprise")
        case .branch: Label("分支机构", "branch")
        case .cooperative: Label("农民专业合作社", "farmers' cooperative")
        case .governmentOrgan: Label("机关", "government organ")
        case .publicInstitution: Label("事业单位", "public institution")
        case .massOrganisation: Label("群众团体", "mass organisation")
        case .socialOrganisation: Label("社会团体", "social organisation")
        case .privateNonEnterprise: Label("民办非企业单位", "private non-enterprise unit")
        case .foundation: Label("基金会", "foundation")
        case .selfGoverningCommittee: Label("基层群众性自治组织", "self-governing committee")
        case .tradeUnion: Label("工会", "trade union")
        case .religiousInstitution: Label("宗教活动场所和宗教院校", "religious institution")
        case .lawFirm: Label("律师事务所", "law firm")
        case .notaryOffice: Label("公证处", "notary office")
        case .collectiveEconomicOrganisation: Label("农村集体经济组织", "rural collective economic organisation")
        case .otherOrganisation: Label("其他组织", "other organisation")
        case .soleTrader: Label("个体工商户", "sole trader")
        case .soleProprietorship: Label("个人独资企业", "sole proprietorship")
        case .personalPractice: Label("个人执业机构", "practice of one person")
        case .naturalPerson: Label("自然人", "natural person")
        case .uncodedObject: Label("无代码对象", "object without a code")
        }
    }
}
