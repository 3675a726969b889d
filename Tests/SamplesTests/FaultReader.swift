import Credit
import Samples

/// Finds what is wrong with a row from its cells alone, by the rules of 发改办财金〔2018〕424号: the other side of
/// what the generator says it planted.
struct FaultReader {
    let until: Day

    static let kinds: Set<String> = [
        "警告", "通报批评", "罚款", "没收违法所得", "没收非法财物", "没收违法所得、没收非法财物", "暂扣许可证件", "降低资质等级",
        "吊销许可证件", "限制开展生产经营活动", "责令停产停业", "责令关闭", "限制从业", "行政拘留",
        "暂扣或者吊销许可证、暂扣或者吊销执照",
    ]
    static let sentinel = "00000000000000000X"

    func faults(_ row: NamedRow, _ table: SampleTable) -> Set<PlantedFault> {
        var faults: Set<PlantedFault> = []
        if row["行政相对人类别"] == "自然人" { return [.naturalPerson] }
        if let code = codeFault(row, table) { faults.insert(code) }
        if mandatory(table).contains(where: { row[$0].isEmpty }) { faults.insert(.missingField) }
        if let heading = dayHeading(table) {
            if let day = FaultReader.day(row[heading]) {
                if day > until { faults.insert(.futureDecision) }
            } else {
                faults.insert(.impossibleDate)
            }
        }
        if row.places["备注"] != nil, row["备注"].unicodeScalars.count > 512 { faults.insert(.overlongText) }
        if table == .penalty { faults.formUnion(penaltyFaults(row)) }
        if table == .contract, Double(row["金额（万元）"]) == nil { faults.insert(.badAmount) }
        return faults
    }

    private func codeFault(_ row: NamedRow, _ table: SampleTable) -> PlantedFault? {
        let code = FaultReader.narrow(row[codeHeading(table)])
        let number =
            table == .registryEntry
            ? row["注册号"] : table == .permit || table == .penalty ? row["行政相对人代码_2(工商注册号)"] : ""
        let isNumbered = RegistrationNumber(number)?.isCheckRight == true
        if code.isEmpty || code == FaultReader.sentinel { return isNumbered ? nil : .nameWithoutCode }
        return CreditCode(code) == nil ? .wrongCheckDigit : nil
    }

    private func penaltyFaults(_ row: NamedRow) -> Set<PlantedFault> {
        var faults: Set<PlantedFault> = []
        let kinds = row["处罚类别"].split(separator: ";").map(String.init)
        if kinds.contains(where: { !FaultReader.kinds.contains($0) }) { faults.insert(.unknownPenaltyKind) }
        let fine = row["罚款金额（万元）"]
        if kinds.contains("罚款"), fine.isEmpty { faults.insert(.fineMissing) }
        if !fine.isEmpty, Double(fine) == nil { faults.insert(.badAmount) }
        return faults
    }

    func codeHeading(_ table: SampleTable) -> String {
        switch table {
        case .permit, .penalty: "行政相对人代码_1(统一社会信用代码)"
        case .taxGrade: "纳税人识别号"
        case .contract: "乙方代码"
        default: "统一社会信用代码"
        }
    }

    func nameHeading(_ table: SampleTable) -> String {
        switch table {
        case .permit, .penalty: "行政相对人名称"
        case .taxGrade: "纳税人名称"
        case .contract: "乙方名称"
        case .registryEntry: "名称"
        default: "主体名称"
        }
    }

    func dayHeading(_ table: SampleTable) -> String? {
        switch table {
        case .permit: "许可决定日期"
        case .penalty: "处罚决定日期"
        case .taxGrade: nil
        case .contract: "签订日期"
        case .registryEntry: "成立日期"
        default: "认定日期"
        }
    }

    private func mandatory(_ table: SampleTable) -> [String] {
        let name = [nameHeading(table)]
        return switch table {
        case .permit:
            name + [
                "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可内容", "有效期自", "有效期至", "许可机关",
                "许可机关统一社会信用代码", "当前状态", "数据来源单位", "数据来源单位统一社会信用代码", "法定代表人",
            ]
        case .penalty:
            name + [
                "行政处罚决定书文号", "违法行为类型", "违法事实", "处罚依据", "处罚类别", "处罚内容", "处罚有效期", "处罚机关",
                "处罚机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码", "法定代表人",
            ]
        case .taxGrade: name + ["评价年度", "信用级别", "税务机关"]
        case .contract: name + ["合同编号", "合同名称", "甲方名称", "甲方代码"]
        case .registryEntry: name + ["登记状态", "登记机关"]
        default: name + ["列入事由", "认定依据", "认定部门", "认定部门统一社会信用代码", "认定文书号", "数据来源单位"]
        }
    }

    /// The day in any of the writings that readers are to understand.
    static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        let parts = text.split { "/年月日".contains($0) }.compactMap { Int($0) }
        if parts.count == 3 { return Day(year: parts[0], month: parts[1], day: parts[2]) }
        guard let number = Int(text) else { return nil }
        if text.utf8.count == 8 { return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) }
        return text.utf8.count == 5 ? Day(number: Int32(number - 25_569)) : nil
    }

    static func narrow(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
