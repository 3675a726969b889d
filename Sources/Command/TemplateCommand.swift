import ArgumentParser
import Credit
import Sheets

/// `chengxin template KIND`: an empty workbook with the rules of every column and an example row.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "空白模板：表头、填写规则、示例行 · empty workbook with rules and an example row")
    @OptionGroup var packs: PackOptions
    @Argument(help: "信用信息类别；给出 --layout 时不用 · kind; not needed with --layout") var kind: String?
    @Option(help: "上报版式代码：上级平台的列和列序 · layout code: the columns of a higher platform") var layout: String?
    @Option(help: "输出文件，默认 KIND.xlsx · where to") var out: String?

    func run() throws {
        let rules = try packs.rules()
        if let layout {
            try write(rules.reportingLayout(layout, of: kind), rules)
            return
        }
        guard let kind else {
            throw Refusal("请写信用信息类别，或者用 --layout 写上报版式", "name a kind, or a layout with --layout", exit: 2)
        }
        let found = try rules.kind(named: kind)
        let template = found.templates[0]
        let path = out ?? kind + ".xlsx"
        let writer = try XLSXWriter(path: path)
        var layout = XLSXWriter.Layout()
        layout.widths = template.fields.map { $0.maximumLength > 500 ? 40 : 22 }
        layout.frozenRows = 1
        layout.isText = true
        for (column, field) in template.fields.enumerated() {
            if case .choice(let list) = field.type { layout.choices[column] = list.words.map(\.title) }
        }
        layout.choiceRows = 4...10_000
        try writer.sheet(found.title.chinese, layout: layout)
        for (column, field) in template.fields.enumerated() {
            try writer.cell(row: 1, column: column, field.title, style: .heading, comment: field.english)
        }
        for (column, field) in template.fields.enumerated() {
            try writer.cell(row: 2, column: column, field.description)
        }
        for (column, field) in template.fields.enumerated() {
            try writer.cell(row: 3, column: column, "示例：" + field.example)
        }
        try writer.close()
        Console.line(path)
    }
}

extension TemplateCommand {
    /// The headings of a higher platform, and under each what may stand there.
    private func write(_ layout: ReportingLayout, _ rules: Rules) throws {
        let kind = try rules.kind(named: layout.kind)
        let path = out ?? layout.code + ".xlsx"
        let writer = try LayoutWorkbook.begin(layout, of: kind, at: path)
        for (column, heading) in layout.columns.enumerated() {
            let field = heading.fields.lazy.compactMap { kind.field(named: $0) }.first
            try writer.cell(row: 2, column: column, heading.rule ?? field?.description ?? "文本（本平台不保存，报送时另填）")
        }
        try writer.close()
        Console.line(path)
    }
}

extension Field {
    /// 填写规则: what may stand in the column, in one sentence; it begins like the rule rows of the ministries' templates.
    var description: String {
        let form =
            switch type {
            case .day: "日期（2026-03-05；长期为 2099-12-31）"
            case .year: "数字（四位年份）"
            case .money(let unit): "数字（单位：\(unit == .wan ? "万元" : "元")）"
            case .count: "数字（整数）"
            case .choice(let list): "文本（\(list.words.map(\.title).joined(separator: "、"))）"
            case .choices(let list): "文本（可多选，用分号隔开：\(list.words.map(\.title).joined(separator: "；"))）"
            case .creditCode(let sentinel): sentinel ? "文本（18 位代码；个体工商户没有代码的填 17 个 0 加 X）" : "文本（18 位代码）"
            case .codeOrRegistration: "文本（18 位代码或 15 位注册号）"
            case .registrationNumber: "文本（15 位或 13 位）"
            case .organisationCode: "文本（8 位加 1 位校验码）"
            case .identity: "文本（只核验，不保存）"
            case .text, .documentNumber, .capital: "文本（\(maximumLength) 字以内）"
            }
        let need =
            switch self.need {
            case .mandatory: "必填"
            case .optional: "选填"
            case .when: "按条件必填"
            case .oneOf: "同组至少填一项"
            }
        return "\(form)；\(need)" + (remedy.isEmpty ? "" : "；" + remedy)
    }

    /// What an example row shows; nothing of it belongs to anybody.
    var example: String {
        switch type {
        case .day: "2026-03-05"
        case .year: "2025"
        case .money: "0.2"
        case .count: "1"
        case .choice(let list), .choices(let list): list.words.first?.title ?? ""
        case .creditCode, .codeOrRegistration: "91640500MA7T033465"
        case .registrationNumber: "640500100000016"
        case .organisationCode: "MA7T03346"
        case .identity: ""
        case .capital: "100万元"
        case .documentNumber: "卫演示〔2026〕1号"
        case .text: title
        }
    }
}
