/// 事项用语: what the made-up decisions are about. The laws are real, the facts are not.
enum MatterWords {
    /// 许可事项: what is permitted.
    struct Permit {
        let document: StaticString
        let category: StaticString
        let certificate: StaticString
        let mark: StaticString
        let content: StaticString
        /// Years of validity; 0 for a permit without end.
        let years: Int
    }

    static let permits: [Permit] = [
        Permit(
            document: "准予行政许可决定书", category: "普通", certificate: "食品经营许可证", mark: "食经",
            content: "预包装食品（含冷藏冷冻食品）销售，散装食品销售", years: 5),
        Permit(
            document: "准予行政许可决定书", category: "普通", certificate: "食品生产许可证", mark: "食产",
            content: "水果制品、饮料生产", years: 5),
        Permit(
            document: "准予行政许可决定书", category: "普通", certificate: "道路运输经营许可证", mark: "交运",
            content: "道路普通货物运输", years: 4),
        Permit(
            document: "建筑工程施工许可决定书", category: "核准", certificate: "建筑工程施工许可证", mark: "建施",
            content: "厂房及附属设施施工，建筑面积以批准图纸为准", years: 2),
        Permit(
            document: "准予登记通知书", category: "登记", certificate: "营业执照", mark: "登记", content: "变更登记：经营范围",
            years: 0),
        Permit(
            document: "准予行政许可决定书", category: "普通", certificate: "公共场所卫生许可证", mark: "卫公",
            content: "理发店、旅店卫生许可", years: 4),
        Permit(
            document: "准予行政许可决定书", category: "普通", certificate: "排污许可证", mark: "环排",
            content: "大气污染物、水污染物排放，按证载限值执行", years: 5),
        Permit(
            document: "环境影响评价文件批复", category: "核准", certificate: "", mark: "环审",
            content: "同意建设项目环境影响报告表结论", years: 5),
        Permit(
            document: "准予行政许可决定书", category: "认可", certificate: "人力资源服务许可证", mark: "人社",
            content: "职业中介活动", years: 5),
        Permit(
            document: "取水许可决定书", category: "特许", certificate: "取水许可证", mark: "水许",
            content: "取用地下水，年取水量以证载为准", years: 5),
        Permit(
            document: "准予行政许可决定书", category: "普通", certificate: "危险化学品经营许可证", mark: "应急",
            content: "危险化学品经营（不带储存设施）", years: 3),
        Permit(
            document: "准予行政许可决定书", category: "其他-备案类许可", certificate: "", mark: "城管",
            content: "临时占用城市道路，占用期满恢复原状", years: 1),
    ]

    /// 处罚事由: what is fined.
    struct Offence {
        let type: StaticString
        let fact: StaticString
        let basis: StaticString
        let certificate: StaticString
    }

    static let offences: [Offence] = [
        Offence(
            type: "销售超过保质期的食品", fact: "经查，当事人货架上摆放超过保质期的预包装食品待售",
            basis: "《中华人民共和国食品安全法》第一百二十四条第一款第五项", certificate: "食品经营许可证"),
        Offence(
            type: "未按规定查验供货者许可证", fact: "经查，当事人购进散装食品，未查验供货者的许可证和食品出厂检验合格证明",
            basis: "《中华人民共和国食品安全法》第一百二十六条第一款第三项", certificate: "食品经营许可证"),
        Offence(
            type: "发布虚假广告", fact: "经查，当事人在店堂海报中使用与实际情况不符的宣传用语",
            basis: "《中华人民共和国广告法》第五十五条第一款", certificate: "营业执照"),
        Offence(
            type: "使用未经检定的计量器具", fact: "经查，当事人使用未经强制检定的电子秤从事贸易结算",
            basis: "《中华人民共和国计量法》第二十五条", certificate: "营业执照"),
        Offence(
            type: "未明码标价", fact: "经查，当事人销售的商品未按规定标明价格", basis: "《中华人民共和国价格法》第四十二条",
            certificate: "营业执照"),
        Offence(
            type: "销售不符合标准的产品", fact: "经查，当事人销售的产品经抽样检验，结果为不合格",
            basis: "《中华人民共和国产品质量法》第四十九条", certificate: "营业执照"),
        Offence(
            type: "侵犯注册商标专用权", fact: "经查，当事人销售侵犯注册商标专用权的商品",
            basis: "《中华人民共和国商标法》第六十条第二款", certificate: "营业执照"),
        Offence(
            type: "使用未经检验的特种设备", fact: "经查，当事人使用的叉车未经定期检验",
            basis: "《中华人民共和国特种设备安全法》第八十四条第一项", certificate: "特种设备使用登记证"),
    ]

    /// Kinds of penalty that no law knows.
    static let unknownKinds: [StaticString] = ["口头教育", "责令反省", "全市通告"]
    /// What stands where an amount must.
    static let badAmounts: [StaticString] = ["五千元左右", "1,23a", "详见决定书"]

    /// 列入事由 and 认定依据 of a list.
    struct Listing {
        let reason: StaticString
        let basis: StaticString
    }

    static func listings(of table: SampleTable) -> [Listing] {
        switch table {
        case .abnormalOperation: abnormal
        case .seriousViolation: serious
        case .judgmentDebtor: debtors
        case .taxViolation: taxes
        default: wages
        }
    }

    private static let abnormal = [
        Listing(reason: "未依照规定的期限公示年度报告", basis: "《企业信息公示暂行条例》第十七条"),
        Listing(reason: "通过登记的住所或者经营场所无法联系", basis: "《企业信息公示暂行条例》第十七条"),
        Listing(reason: "公示企业信息隐瞒真实情况、弄虚作假", basis: "《企业信息公示暂行条例》第十七条"),
    ]
    private static let serious = [
        Listing(reason: "生产不符合食品安全标准的食品，受到较重行政处罚", basis: "《市场监督管理严重违法失信名单管理办法》第五条"),
        Listing(reason: "被列入经营异常名录满三年仍未履行相关义务", basis: "《企业信息公示暂行条例》第十七条"),
    ]
    private static let debtors = [
        Listing(reason: "有履行能力而拒不履行生效法律文书确定义务", basis: "法释〔2017〕7号第一条第一项"),
        Listing(reason: "违反财产报告制度", basis: "法释〔2017〕7号第一条第四项"),
        Listing(reason: "违反限制消费令", basis: "法释〔2017〕7号第一条第五项"),
    ]
    private static let taxes = [
        Listing(reason: "虚开普通发票100份以上", basis: "《重大税收违法失信主体信息公布管理办法》第六条"),
        Listing(reason: "偷税且金额占应纳税额百分之十以上", basis: "《重大税收违法失信主体信息公布管理办法》第六条"),
    ]
    private static let wages = [
        Listing(reason: "拖欠农民工工资，经责令限期支付逾期未支付", basis: "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条")
    ]

    /// 合同: name, type and object.
    static let contracts: [(name: StaticString, type: StaticString, object: StaticString)] = [
        ("办公设备采购合同", "市场化合同", "办公设备一批"), ("道路养护服务合同", "行政合同", "道路日常养护"),
        ("信息系统运维合同", "市场化合同", "信息系统年度运维"), ("绿化管护合同", "行政合同", "公共绿地管护"),
        ("物业服务合同", "市场化合同", "办公楼物业服务"), ("工程施工合同", "行政合同", "小型基础设施建设"),
    ]
}
