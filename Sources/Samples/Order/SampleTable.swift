/// 演示数据表: one kind of rows that the demonstration city can be filled with.
///
/// What a table is called in the city's pack (its kind) and who hands it in comes from outside, as a `SampleTarget`.
public enum SampleTable: String, CaseIterable, Sendable {
    /// 登记信息, one row for each subject.
    case registryEntry
    /// 行政许可, the 28 columns of the double publicity.
    case permit
    /// 行政处罚, the 30 columns of the double publicity and two more.
    case penalty
    /// 纳税信用A级纳税人.
    case taxGrade
    /// 经营异常名录.
    case abnormalOperation
    /// 严重违法失信名单.
    case seriousViolation
    /// 失信被执行人.
    case judgmentDebtor
    /// 重大税收违法失信主体.
    case taxViolation
    /// 拖欠农民工工资失信联合惩戒对象.
    case wageArrears
    /// 合同履约.
    case contract

    /// The headings of the table, in the order of its columns.
    ///
    /// - Source: 发改办财金〔2018〕424号 for permits and penalties
    public var headings: [String] {
        switch self {
        case .registryEntry: SampleTable.registryHeadings
        case .permit: SampleTable.permitHeadings
        case .penalty: SampleTable.penaltyHeadings
        case .taxGrade: ["纳税人识别号", "纳税人名称", "评价年度", "信用级别", "税务机关"]
        case .abnormalOperation: SampleTable.listHeadings(end: ["终止条件", "复核日期"])
        case .judgmentDebtor: SampleTable.listHeadings(end: ["有效期至", "终止条件", "复核日期"])
        case .seriousViolation, .taxViolation, .wageArrears: SampleTable.listHeadings(end: ["有效期至"])
        case .contract:
            [
                "合同编号", "合同名称", "合同类型", "甲方名称", "甲方代码", "乙方名称", "乙方代码", "标的", "金额（万元）",
                "签订日期", "履约期限", "履约状态",
            ]
        }
    }

    /// How many of a thousand records stand in this table; registry entries are counted by subject instead.
    var perMille: Int {
        switch self {
        case .registryEntry: 0
        case .permit: 500
        case .penalty: 220
        case .taxGrade: 80
        case .abnormalOperation: 70
        case .seriousViolation: 10
        case .judgmentDebtor: 30
        case .taxViolation: 5
        case .wageArrears: 10
        case .contract: 75
        }
    }

    /// Whether the seven working days run for its rows, so that files of it are cut by week and may be late.
    var isDoublePublicity: Bool { self == .permit || self == .penalty }

    /// What may be planted in a row of the table that must be refused.
    var faults: [PlantedFault] {
        switch self {
        case .registryEntry: [.wrongCheckDigit, .missingField, .impossibleDate, .nameWithoutCode]
        case .permit:
            [
                .wrongCheckDigit, .missingField, .impossibleDate, .futureDecision, .overlongText, .nameWithoutCode,
                .naturalPerson,
            ]
        case .penalty: PlantedFault.allCases
        case .taxGrade: [.wrongCheckDigit, .missingField, .nameWithoutCode]
        case .contract: [.wrongCheckDigit, .missingField, .impossibleDate, .badAmount]
        case .abnormalOperation, .seriousViolation, .judgmentDebtor, .taxViolation, .wageArrears:
            [.wrongCheckDigit, .missingField, .impossibleDate, .futureDecision, .nameWithoutCode]
        }
    }

    /// What unusual but readable writing a row of the table may show.
    var forms: [OddForm] {
        switch self {
        case .permit, .penalty, .abnormalOperation, .seriousViolation, .taxViolation, .wageArrears: OddForm.allCases
        case .judgmentDebtor, .registryEntry, .contract: OddForm.allCases.filter { !$0.isBracket }
        case .taxGrade: [.fullWidthCode]
        }
    }

    private static let registryHeadings = [
        "名称", "统一社会信用代码", "注册号", "曾用名", "主体类型", "登记状态", "成立日期", "核准日期", "注销日期", "注册资本",
        "行业", "经营范围", "登记机关", "省", "市", "县区", "住所",
    ]

    private static let subjectHeadings = [
        "行政相对人名称", "行政相对人类别", "行政相对人代码_1(统一社会信用代码)", "行政相对人代码_2(工商注册号)",
        "行政相对人代码_3(组织机构代码)", "行政相对人代码_4(税务登记号)", "行政相对人代码_5(事业单位证书号)",
        "行政相对人代码_6(社会组织登记证号)", "法定代表人", "法定代表人证件类型", "法定代表人证件号码", "证件类型", "证件号码",
    ]

    private static let permitHeadings =
        subjectHeadings + [
            "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可证书名称", "许可编号", "许可内容", "许可决定日期",
            "有效期自", "有效期至", "许可机关", "许可机关统一社会信用代码", "当前状态", "数据来源单位",
            "数据来源单位统一社会信用代码", "备注",
        ]

    private static let penaltyHeadings =
        subjectHeadings + [
            "行政处罚决定书文号", "违法行为类型", "违法事实", "处罚依据", "处罚类别", "处罚内容", "罚款金额（万元）",
            "没收违法所得、没收非法财物的金额（万元）", "暂扣或吊销证照名称及编号", "处罚决定日期", "处罚有效期", "公示截止期",
            "处罚机关", "处罚机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码", "备注", "处罚程序",
            "失信程度",
        ]

    private static func listHeadings(end: [String]) -> [String] {
        [
            "主体名称", "统一社会信用代码", "列入事由", "认定依据", "认定部门", "认定部门统一社会信用代码", "认定文书号",
            "认定日期",
        ] + end + ["数据来源单位", "备注"]
    }
}
