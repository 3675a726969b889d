import Credit
import Portal

/// 示例: made-up subjects and records that the portal's tests show; no name and no code belongs to anybody.
enum Story {
    static let today = Day("2026-11-22")!
    static let reading = Reading(day: today, treeSize: 123_456, isRehearsal: true)

    static func words(_ chinese: String, _ english: String) -> Label { Label(chinese: chinese, english: english) }

    static let 乾丰建材 = SubjectSummary(
        key: "91640500MA0QF0T15F", code: "91640500MA0QF0T15F", name: "示例市乾丰建材有限公司",
        formerNames: ["示例市乾丰石料厂", "乾丰砂石经销部（有限合伙）"], status: "存续（在营、开业、在册）",
        isSoleTrader: false, isRegistered: true)
    static let 面馆 = SubjectSummary(
        key: "92640521MA0QL0T26L", code: "92640521MA0QL0T26L", name: "示例县老渡口面馆", formerNames: [], status: "存续",
        isSoleTrader: true, isRegistered: true)
    /// Known from a record only, without a code, and with a name that would like to be markup.
    static let 无码 = SubjectSummary(
        key: "obj:street:<b>\"北街'&\u{301}", code: nil, name: "<script>alert(1)</script>\"'&北街\"\u{301} onfocus=x",
        formerNames: [], status: nil, isSoleTrader: false, isRegistered: false)

    static let 市监 = words("市市场监督管理局", "Market Regulation Bureau")
    static let 应急 = words("市应急管理局", "Emergency Management Bureau")
    static let 审批 = words("市审批服务管理局", "Approval Services Bureau")

    static func until(_ text: String, grade: OffenceGrade? = nil, derived: Bool = false) -> Publication {
        Publication(
            period: .until(Day(text)!), grade: grade, gradeDerived: derived, rule: grade == nil ? nil : "R2026",
            lastDayByRule: grade == nil ? nil : Day(text)!)
    }

    /// Three years, of which a rule that came into use later left one.
    static func shortened(_ text: String, to last: String) -> Publication {
        until(text, grade: .general).shortened(
            to: Day(last)!,
            by: Publication.Shortening(
                rule: "R2026", from: Day("2026-04-01")!, source: Source(document: "国家发展改革委令第36号"),
                recorded: Day("2026-04-02")!, position: 110_000))
    }

    static let records: [RecordView] = [
        record(
            "r7penalty0aaaa", "administrative-penalty", words("行政处罚", "Administrative penalty"), .penalty, 应急,
            decided: "2026-05-14", received: "2026-05-20", .inTime, until("2027-05-14", grade: .general, derived: true),
            words(
                "一般失信，自决定之日起公示 1 年（国家发展改革委令第36号）。", "General: published for 1 year from the decision (Order 36)."),
            [
                ("document-number", "行政处罚决定书文号", "Decision number", "示应急罚〔2026〕17号", "示应急罚〔2026〕17号"),
                ("facts", "违法事实", "Facts", "未按照规定对从业人员进行安全生产教育和培训。", "未按照规定对从业人员进行安全生产教育和培训。"),
                ("kinds", "处罚类别", "Kinds of penalty", "罚款", "Fine"),
                ("fine", "罚款金额", "Fine", "20,000.00 元", "CNY 20,000.00"),
                ("organ", "处罚机关", "Decided by", "示例市应急管理局", "示例市应急管理局"),
            ], contested: true, position: 120_001,
            versions: [("2026-05-20", 118_200), ("2026-06-02", 120_001)]),
        record(
            "r7penalty0bbbb", "administrative-penalty", words("行政处罚", "Administrative penalty"), .penalty, 市监,
            decided: "2025-12-03", received: "2026-01-19", .late, shortened("2028-12-03", to: "2026-12-03"),
            words("一般失信，自决定之日起公示 1 年。", "General: published for 1 year from the decision."),
            [("document-number", "行政处罚决定书文号", "Decision number", "示市监处罚〔2025〕203号", "示市监处罚〔2025〕203号")],
            contested: false, position: 101_540, versions: [("2026-01-19", 101_540)]),
        record(
            "r7permit00cccc", "administrative-permit", words("行政许可", "Administrative licence"), .permit, 审批,
            decided: "2024-03-08", received: "2024-03-11", .inTime, until("2029-03-07"),
            words("公示至许可有效期届满。", "Published while the licence is valid."),
            [
                ("document-number", "行政许可决定文书号", "Decision number", "示审服许〔2024〕8号", "示审服许〔2024〕8号"),
                ("content", "许可内容", "Content", "建筑用砂、石开采（年产 30 万吨）", "建筑用砂、石开采（年产 30 万吨）"),
            ], contested: false, position: 40_210, versions: [("2024-03-11", 40_210)]),
        record(
            "r7honour00dddd", "tax-a-grade", words("A级纳税人", "A-grade taxpayer"), .honour,
            words("市税务局", "Tax Bureau"), decided: "2025-04-20", received: "2025-05-06", .unknown,
            Publication(
                period: .until(.endless), grade: nil, gradeDerived: false, rule: nil, lastDayByRule: nil),
            words("随主体公示。", "Shown as long as the subject is."),
            [("year", "评价年度", "Year", "2024", "2024")], contested: false, position: 77_002,
            versions: [("2025-05-06", 77_002)]),
        record(
            "r7listing0eeee", "abnormal-operation", words("经营异常名录", "Abnormal operation"), .listing, 市监,
            decided: nil, received: "2026-07-09", nil,
            Publication(
                period: .until(.endless), end: .untilCured(reviewBy: Day("2027-07-09")!), grade: nil,
                gradeDerived: false, rule: nil, lastDayByRule: nil),
            words("公示至移出；到期前复核。", "Until it is cured; looked at again before that day."),
            [("reason", "列入原因", "Reason", "未依照规定期限公示年度报告", "未依照规定期限公示年度报告")],
            contested: false, position: 121_877, versions: [("2026-07-09", 121_877)]),
    ]

    /// As it would have been read in 2022, when another rule of repair held.
    static let olden: RecordView = {
        var record = records[0]
        let publication = Publication(
            period: .until(Day("2025-03-01")!), grade: .serious, gradeDerived: false, rule: "R2019", lastDayByRule: nil)
        record.repair = RepairOutlook(
            RepairedRecord(
                id: record.id, kind: record.kind, family: .penalty, subject: 乾丰建材.key, isSoleTrader: false,
                department: "a-department", decided: Day("2022-03-01")!, received: Day("2022-03-02")!,
                publication: publication),
            under: StoryRules.city, on: Day("2022-04-01")!)
        return record
    }()

    static let file = SubjectFile(
        subject: 乾丰建材,
        facts: [
            field("type", "主体类型", "Type", "有限责任公司（自然人投资或控股）", "有限责任公司（自然人投资或控股）"),
            field("established", "成立日期", "Established", "2016-08-02", "2016-08-02"),
            field("capital", "注册资本", "Registered capital", "1,200.00 万元人民币", "CNY 12,000,000.00"),
            field("organ", "登记机关", "Registered with", "示例市市场监督管理局", "示例市市场监督管理局"),
            field("scope", "经营范围", "Scope", "建筑用石加工；砂石销售；道路货物运输", "建筑用石加工；砂石销售；道路货物运输"),
        ], records: records, commitments: commitments, unpublished: 1,
        currency: [
            currency("administrative-permit", "行政许可", "Administrative licence", "2026-11-20"),
            currency("administrative-penalty", "行政处罚", "Administrative penalty", "2026-11-19"),
            currency("tax-a-grade", "A级纳税人", "A-grade taxpayer", "2026-05-06"),
            currency("abnormal-operation", "经营异常名录", "Abnormal operation", "2026-11-18"),
            currency("wage-arrears", "拖欠农民工工资失信名单", "Wage arrears", "2026-10-30"),
            currency("serious-violation", "严重违法失信名单", "Serious violation", nil),
        ], reading: reading)

    static let emptyFile = SubjectFile(
        subject: 无码, facts: [], records: [], unpublished: 0,
        currency: [currency("administrative-penalty", "行政处罚", "Administrative penalty", nil)], reading: reading)

    static let traderFile = SubjectFile(
        subject: 面馆, facts: [field("organ", "登记机关", "Registered with", "示例县局", "示例县局")], records: [], unpublished: 0,
        currency: [currency("administrative-penalty", "行政处罚", "Administrative penalty", "2026-11-19")],
        reading: reading)

    static func field(
        _ name: String, _ title: String, _ english: String, _ value: String, _ inEnglish: String
    ) -> ShownField { ShownField(name: name, title: words(title, english), value: words(value, inEnglish)) }

    static func currency(_ kind: String, _ title: String, _ english: String, _ last: String?) -> SourceCurrency {
        SourceCurrency(kind: kind, kindTitle: words(title, english), lastReceived: last.map { Day($0)! })
    }

    static func record(
        _ id: String, _ kind: String, _ title: Label, _ family: RecordFamily, _ department: Label, decided: String?,
        received: String, _ timeliness: Timeliness?, _ publication: Publication, _ reason: Label,
        _ fields: [(String, String, String, String, String)], contested: Bool, position: Int,
        versions: [(String, Int)]
    ) -> RecordView {
        var view = RecordView(
            id: id, kind: kind, kindTitle: title, family: family, subject: 乾丰建材, department: "a-department",
            departmentTitle: department, decided: decided.map { Day($0)! }, received: Day(received)!,
            timeliness: timeliness, publication: publication, publicationReason: reason,
            fields: fields.map { field($0.0, $0.1, $0.2, $0.3, $0.4) },
            headline: fields.first.map { words($0.3, $0.4) },
            paper: DecisionPaper(
                organ: fields.first { $0.0 == "organ" }.map { words($0.3, $0.4) },
                documentNumber: fields.first { $0.0 == "document-number" }.map { words($0.3, $0.4) }),
            version: versions.count,
            versions: versions.enumerated().map { .init(number: $0 + 1, known: Day($1.0)!, position: $1.1) },
            contest: contested ? .open : .none, position: position)
        view.repair = RepairOutlook(
            RepairedRecord(
                id: id, kind: kind, family: family, subject: 乾丰建材.key, isSoleTrader: false, department: "a-department",
                decided: view.decided, received: view.received, publication: publication), under: StoryRules.city,
            on: today)
        return view
    }
}
