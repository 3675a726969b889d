import Credit

@testable import Portal

/// Letters in every state their pages speak of.
enum OfficeLetters {
    static let officer = Officer(account: "zhang", name: "章承办", organ: "market-regulation")
    static let number = LetterNumber(
        organ: "market-regulation", series: "general", year: 2026, sequence: 1, text: "示市监〔2026〕1号")
    static let text = LetterText(
        title: Label("异议处理结果告知书", "Answer to an objection"), addressee: Label("<甲>公司", "<A> Ltd"),
        organ: Label("示例市市场监督管理局", "Market Regulation Bureau"), chinese: ["处理结果：<b>更正</b>。", "可以依法申请行政复议。"],
        english: ["Outcome: corrected.", "You may apply for review."])

    static func made(_ steps: [(Letter) throws -> LetterEvent]) -> Letter {
        do {
            var events: [LetterEvent] = [
                .numbered(
                    try LetterNumbering(
                        id: "OBJ-1-L1", caseID: "OBJ-1", occasion: .objectionAnswered, number: number,
                        title: "异议处理结果告知书",
                        addressee: "甲公司", by: officer, day: Story.today))
            ]
            for step in steps { events.append(try step(Letter(events))) }
            return try Letter(events)
        } catch { fatalError("\(error)") }
    }

    private static let drawing: @Sendable (Letter) throws -> LetterEvent = {
        try $0.drawing(text, by: officer, on: Story.today)
    }
    private static let serving: @Sendable (Letter) throws -> LetterEvent = {
        let rule = DeliveryRule(
            code: "left", way: .left, note: Label("", ""), days: nil, source: Source(document: "民事诉讼法"))
        return try $0.serving(
            .left(receipt: "ab12", witnesses: ["李<某>"], reason: "拒收"), begun: Story.today, served: Story.today,
            under: rule, by: officer, on: Story.today)
    }
    private static let sealing: @Sendable (Letter) throws -> LetterEvent = {
        try $0.sealing(
            SealedScan(digest: "ab12", type: "image/png", size: 3, archive: "2026-<1>"), by: officer, on: Story.today)
    }

    private static func shown(_ letter: Letter, _ actions: [CaseAction]) -> OfficeLetter {
        OfficeLetter(
            letter: letter,
            steps: [
                .init(
                    day: Story.today, words: Label("取号", "Numbered"), by: "章承办", position: 4_010)
            ], actions: actions, matter: OfficePages.sheet.title)
    }

    static let act = CaseAction(
        code: "letter.seal.OBJ-1-L1", title: Label("传回用印扫描件", "Bring the scan back"), duty: .handle,
        fields: OfficePages.fields)
    static let served = shown(made([drawing, sealing, serving]), [act])
    static let numbered = shown(made([]), [])
    static let void = shown(
        made([drawing, { try $0.voiding(reason: "有误", by: officer, on: Story.today) }]), [])

    static let lines = [
        CaseLetter(
            id: "OBJ-1-L1", number: number.text, title: text.title, stage: .served, served: Story.today, actions: [act]),
        CaseLetter(
            id: "OBJ-1-L2", number: "示市监〔2026〕2号", title: text.title, stage: .drawn, served: nil, actions: []),
    ]

    static func numbered(_ sequence: Int) -> LetterNumber {
        LetterNumber(
            organ: "market-regulation", series: "general", year: 2026, sequence: sequence, text: "示市监〔2026〕\(sequence)号"
        )
    }

    static func line(_ sequence: Int, _ stage: Letter.Stage) -> RegisterLine {
        .letter(
            LetterLine(
                id: "OBJ-1-L\(sequence)", caseID: "OBJ-1", number: numbered(sequence), title: "告知书",
                addressee: "<甲>公司", stage: stage, day: Story.today,
                service: stage == .served ? (.post, Story.today) : nil, archive: stage == .served ? "2026-1" : nil))
    }

    static let register = OfficeRegister(
        year: 2026, years: [2026, 2025],
        lines: [
            line(1, .served), line(2, .void), line(3, .drawn), .erased(numbered(4), on: Story.today),
        ])
}
