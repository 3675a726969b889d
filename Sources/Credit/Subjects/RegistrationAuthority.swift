/// 登记管理部门: who gave a code, told by its first character.
///
/// - Source: GB 32100-2015 table 1 with its amendment; 居委会 and 村委会 (54) by practice.
public enum RegistrationAuthority: UInt8, Sendable, Hashable, CaseIterable {
    /// 机构编制.
    case establishment = 0x31
    /// 外交.
    case foreignAffairs = 0x32
    /// 司法行政.
    case justice = 0x33
    /// 文化.
    case culture = 0x34
    /// 民政.
    case civilAffairs = 0x35
    /// 旅游.
    case tourism = 0x36
    /// 宗教.
    case religion = 0x37
    /// 工会.
    case tradeUnion = 0x38
    /// 市场监管（工商）.
    case market = 0x39
    /// 中央军委改革和编制办公室.
    case military = 0x41
    /// 农业.
    case agriculture = 0x4E
    /// 其他.
    case other = 0x59

    /// The authority's name.
    public var title: Label {
        switch self {
        case .establishment: Label("机构编制", "institutional establishment")
        case .foreignAffairs: Label("外交", "foreign affairs")
        case .justice: Label("司法行政", "judicial administration")
        case .culture: Label("文化", "culture")
        case .civilAffairs: Label("民政", "civil affairs")
        case .tourism: Label("旅游", "tourism")
        case .religion: Label("宗教", "religious affairs")
        case .tradeUnion: Label("工会", "trade unions")
        case .market: Label("市场监管", "market regulation")
        case .military: Label("中央军委改革和编制办公室", "military establishment")
        case .agriculture: Label("农业", "agriculture")
        case .other: Label("其他", "other")
        }
    }

    /// What the second character says under this authority; nil where the standard has no such pair.
    public func categoryName(_ category: Character) -> Label? {
        if category == "9", self != .market, self != .agriculture, self != .other { return Label("其他", "other") }
        switch (self, category) {
        case (.establishment, "1"): return Label("机关", "government organ")
        case (.establishment, "2"): return Label("事业单位", "public institution")
        case (.establishment, "3"): return Label("编办直接管理机构编制的群众团体", "mass organisation")
        case (.foreignAffairs, "1"): return Label("外国常驻新闻机构", "resident foreign news office")
        case (.justice, "1"): return Label("律师执业机构", "law practice")
        case (.justice, "2"): return Label("公证处", "notary office")
        case (.justice, "3"): return Label("基层法律服务所", "grass-roots legal service office")
        case (.justice, "4"): return Label("司法鉴定机构", "forensic institution")
        case (.justice, "5"): return Label("仲裁委员会", "arbitration commission")
        case (.culture, "1"): return Label("外国在华文化中心", "foreign cultural centre")
        case (.civilAffairs, "1"): return Label("社会团体", "social organisation")
        case (.civilAffairs, "2"): return Label("民办非企业单位", "private non-enterprise unit")
        case (.civilAffairs, "3"): return Label("基金会", "foundation")
        case (.civilAffairs, "4"): return Label("基层群众性自治组织", "self-governing committee")
        case (.tourism, "1"): return Label("外国旅游部门常驻代表机构", "foreign tourism office")
        case (.tourism, "2"):
            return Label("港澳台地区旅游部门常驻内地(大陆)代表机构", "tourism office of Hong Kong, Macao or Taiwan")
        case (.religion, "1"): return Label("宗教活动场所", "place of religious activity")
        case (.religion, "2"): return Label("宗教院校", "religious school")
        case (.tradeUnion, "1"): return Label("基层工会", "grass-roots trade union")
        case (.market, "1"): return Label("企业", "enterprise")
        case (.market, "2"): return Label("个体工商户", "sole trader")
        case (.market, "3"): return Label("农民专业合作社", "farmers' cooperative")
        case (.military, "1"): return Label("军队事业单位", "military institution")
        case (.agriculture, "1"): return Label("组级集体经济组织", "collective economic organisation of a group")
        case (.agriculture, "2"): return Label("村级集体经济组织", "collective economic organisation of a village")
        case (.agriculture, "3"): return Label("乡镇级集体经济组织", "collective economic organisation of a township")
        case (.agriculture, "9"): return Label("其他", "other")
        case (.other, "1"): return Label("其他", "other")
        default: return nil
        }
    }
}
