import Credit

/// 信用修复告知页: what goes out beside the decision (两书同达): from when the record can be repaired, with what, at whom.
///
/// - Source: 国办发〔2025〕22号
struct RepairNoticePage: PaperPage {
    static let template = "repair_notice"
    let record: RecordView
    let outlook: RepairOutlook
    let organ: Label
    /// Address of the site, where the settings name one; the code that a telephone reads needs it.
    let site: String?
    let reading: Reading?

    var title: Label {
        .both("信用修复告知 · " + record.subject.name, "Notice of repair · " + record.subject.name)
    }
    var isIndexed: Bool { false }

    /// Reads the record that the address names.
    static func read(_ ask: Ask) async throws -> RepairNoticePage {
        try ask.refusePast()
        switch try await ask.read({ try $0.record(ask.parameter) }) {
        case .shown(let record, let reading):
            guard let outlook = record.repair else { throw PortalProblem.noSuchRecord }
            return RepairNoticePage(
                record: record, outlook: outlook, organ: ask.rules.creditOffice(on: reading.day),
                site: ask.settings.baseAddress, reading: reading)
        case .ended(let day): throw PortalProblem.ended(day)
        case .withdrawn(let day, let reason): throw PortalProblem.withdrawn(day, reason)
        case .erased(let day, let ground): throw PortalProblem.erased(day, ground)
        case .unknown: throw PortalProblem.noSuchRecord
        }
    }

    private var heading: Label { .both("信用修复告知", "How this record can be repaired") }
    private var about: Label {
        let number = record.headline.map { "（\($0.chinese)）" } ?? ""
        let english = record.headline.map { " (\($0.english))" } ?? ""
        let decided = record.decided.map { "\($0)" }
        return .both(
            "关于你单位\(decided.map { "于\($0)" } ?? "")的“\(record.kindTitle.chinese)”信息\(number)，告知信用修复事项如下。",
            "This concerns the record “\(record.kindTitle.english)”\(english)\(decided.map { " of \($0)" } ?? "").")
    }

    func show(on tape: inout Tape) {
        tape.put("record", record.id)
        tape.put("subject", record.subject.name)
        tape.put("title", heading)
        tape.put("sender", organ)
        tape.put("about", about)
        tape.put("repair", outlook)
        tape.put("path", RecordPage.path(of: record.id))
        tape.put("contested", record.isContested)
        tape.draw { tape in
            tape.put("base", RecordPage.path(of: record.id) + "/repair-notice")
            tape.put("code", site.flatMap { DrawnCode(address: $0 + RecordPage.path(of: record.id)) })
        }
    }

    /// 二维码 of the record's address; nil where it is too long for one.
    private struct DrawnCode: Shown {
        let address: String
        let code: QRCode

        init?(address: String) {
            guard let code = QRCode(address) else { return nil }
            (self.address, self.code) = (address, code)
        }

        func show(on tape: inout Tape) {
            tape.put("address", address)
            tape.put("side", String(code.side))
            tape.put("modules", code.path)
        }
    }

    func paper(in language: Language) -> Paper {
        func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        func say(_ label: Label) -> String { language.words(of: label) }
        var blocks: [Paper.Block] = [
            .letterhead(say(organ)), .addressee(record.subject.name + say("：", ":")), .paragraph(say(about)),
        ]
        if record.isContested {
            blocks.append(.paragraph(say("这条信息有异议。", "An objection to this record was filed.")))
        }
        blocks += [.heading(say("最早可以申请的日期", "The earliest day")), .paragraph(say(outlook.words))]
        blocks += outlook.openings.map { opening in
            let when = opening.when.map { say("（\($0.chinese)）", " (\($0.english))") } ?? ""
            let mark = opening.source.mark == .unverified ? say("，待核实", ", unverified") : ""
            return .paragraph(
                say(opening.title) + when + say("：", ": ") + say(opening.arithmetic)
                    + say("（\(opening.source.document)\(mark)）", " (\(opening.source.document)\(mark))"))
        }
        if let ends = outlook.endsByItself {
            blocks.append(
                .paragraph(say("不申请也会到期：公示至 \(ends)。", "It ends by itself, too: shown until \(ends).")))
        }
        blocks += [
            .heading(say("在哪里申请、由谁决定", "Where to apply and who decides")),
            .paragraph(say(outlook.window) + say("；由", "; decided by ") + say(outlook.recogniser) + say("决定。", ".")),
        ]
        func list(_ title: String, _ items: [Label]) {
            guard !items.isEmpty else { return }
            blocks.append(.heading(title))
            blocks += items.enumerated().map { .paragraph("\($0 + 1). " + say($1)) }
        }
        list(say("退出情形", "How it ends"), outlook.exits.map(\.title))
        list(say("条件", "Conditions"), outlook.conditions.map(\.title))
        list(say("材料", "Papers"), outlook.materials.map(\.asked))
        list(say("说明", "Notes"), outlook.remarks.map(\.words))
        blocks += [
            .paragraph(
                say(
                    "修复不收取任何费用，不需要中介。信息本身有误的，可以随时提出异议。",
                    "Repair costs nothing and needs no agent. If the record itself is wrong, object at any time.")),
            .room, .right(say(organ)), .right(say("    年    月    日", "Date:                ")),
        ]
        return Paper(file: "repair-\(record.id)", title: say(heading), blocks: blocks)
    }
}
