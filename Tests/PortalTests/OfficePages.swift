import Credit

@testable import Portal

/// The pages of the office in every state their templates speak of.
enum OfficePages {
    static func words(_ chinese: String, _ english: String) -> Label { Label(chinese, english) }

    static let rules = StoryRules.city
    static let today = Story.today
    static func bar(_ name: String = "zhang", _ tab: OfficeBar.Tab = .queue) -> OfficeBar {
        OfficeBar(session: StoryOffice.session(name), organ: Story.市监, here: tab)
    }

    static let fields: [FormField] = [
        FormField("document", words("文号", "Number"), .line(upTo: 40)),
        FormField(
            "grounds", words("理由", "Grounds"), hint: words("写明事实和依据。", "Facts and basis."), .text(upTo: 200)),
        FormField("day", words("受理日", "Day"), .day, isRequired: false),
        FormField(
            "result", words("结果", "Result"),
            .choice([.init("yes", words("成立", "Upheld")), .init("no", words("不成立", "Not upheld"))])),
        FormField(
            "field", words("字段", "Field"),
            .choice((1...7).map { .init("f\($0)", words("字段\($0)", "Field \($0)")) }), isRequired: false),
        FormField("told", words("已经告知当事人", "The party was told"), .check),
        FormField(
            "proof", words("证据材料", "Evidence"), .file(types: ["application/pdf", "image/png"], most: 4_096),
            isRequired: false),
    ]
    static let accept = CaseAction(code: "accept", title: words("受理", "Accept"), duty: .handle, fields: [])
    static let answer = CaseAction(
        code: "answer", title: words("答复", "Answer"), warning: words("答复后送达当事人。", "The answer is served."),
        duty: .handle, fields: fields)
    static let sign = CaseAction(
        code: "sign", title: words("签发", "Sign"), warning: words("签发后不能撤回。", "It cannot be taken back."),
        duty: .decide, fields: [])
    static let open = CaseAction(
        code: "obj-file", title: words("代收异议", "File an objection"), warning: words("窗口代收。", "At the desk."),
        duty: .handle, fields: [FormField("document", words("文号", "Number"), .line(upTo: 40))])
    static let upload = CaseAction(
        code: "upload", title: words("核验文件", "Check the file"), duty: .submit,
        fields: [
            FormField(
                "kind", words("类别", "Kind"), .choice([.init("administrative-penalty", words("行政处罚", "Penalty"))])),
            FormField("received", words("收到日期", "Day of receipt"), .day, isRequired: false),
            FormField("file", words("文件", "File"), .file(types: ["text/csv"], most: 65_536)),
        ])

    static func clock(_ days: CaseClock.Term, from day: String) -> CaseClock {
        CaseClock(
            code: "objection-answer", term: days, source: Source(document: "发改财金规〔2023〕1号", clause: "第十条"),
            started: Day(day)!)
    }

    static let calendar = WorkingCalendar(rules.calendar)
    static let sheet = CaseSheet(
        id: "OBJ-1", kind: words("异议", "Objection"), title: words("认为处罚信息有误", "Says a penalty is wrong"),
        subject: (Story.乾丰建材.key, Story.乾丰建材.name), stage: words("核查中", "Being checked"), isClosed: false,
        facts: [
            .init(words("记录", "Record"), words("示应急罚〔2026〕17号", "No. 17"), path: "/records/r7penalty0aaaa"),
            .init(words("异议理由", "Grounds"), words("<b>金额</b>有误", "<b>wrong</b> amount")),
        ],
        clocks: [
            .init(words("答复期限", "Answer"), clock(.workingDays(7), from: "2026-11-19"), in: calendar, on: today),
            .init(words("标注期限", "Mark"), clock(.days(2), from: "2026-11-10"), in: calendar, on: today),
        ],
        steps: [
            .init(day: Day("2026-11-19")!, words: words("提出异议", "Filed"), by: nil, position: 4_001),
            .init(day: Day("2026-11-20")!, words: words("受理", "Accepted"), by: "章承办（市监局）", position: 4_007),
        ], actions: [accept, answer, sign])
    /// The same case after somebody else took a step: it can be answered still, and not accepted any more.
    static let movedSheet = CaseSheet(
        id: sheet.id, kind: sheet.kind, title: sheet.title, subject: sheet.subject, stage: sheet.stage, isClosed: false,
        facts: [], clocks: [],
        steps: sheet.steps + [
            .init(day: Day("2026-11-21")!, words: words("转核查", "Passed on"), by: "黎复核（市监局）", position: 4_020),
            .init(day: Day("2026-11-21")!, words: words("补充", "Added to"), by: nil, position: 4_021),
        ], actions: [answer])
    static let closedSheet = CaseSheet(
        id: "OBJ-2", kind: sheet.kind, title: sheet.title, subject: (Story.无码.key, nil), stage: words("已办结", "Closed"),
        isClosed: true, facts: [], clocks: [], steps: [], actions: [])

    static func caseLine(_ id: String, _ state: CaseClock.State?, _ deadline: Deadline?) -> CaseLine {
        CaseLine(
            id: id, kind: sheet.kind, title: sheet.title, subject: "示例市乾丰建材有限公司", stage: sheet.stage,
            organ: "market-regulation", deadline: deadline, state: state)
    }

    static let lines = [
        caseLine("OBJ-late", .running, .on(today + 40)), caseLine("OBJ-still", .stopped, .on(today + 3)),
        caseLine("OBJ-none", nil, nil), caseLine("OBJ-half", .halfTime, .on(today + 2)),
        caseLine("OBJ-today", .halfTime, .on(today)), caseLine("OBJ-1", .over, .on(today + -3)),
        caseLine("OBJ-open", .running, .unknown(atEarliest: Day("2027-01-06")!, missingYear: 2027)),
    ]

    /// The lines that are asked for, as a desk answers.
    static func slice(_ lines: [CaseLine], _ asked: QueueQuestion) -> QueueSlice {
        let soon = calendar.soon(after: today)
        let found = lines.filter { line in asked.text.map { line.id.contains($0) || line.subject.contains($0) } ?? true
        }
        let shown = found.sorted { $0.urgency < $1.urgency }.filter { line in
            if let after = asked.after, line.urgency <= after { return false }
            return switch asked.due {
            case nil: true
            case .late?: line.state == .over
            case .soon?: line.urgency.isDue(by: soon)
            }
        }
        let page = Array(shown.prefix(asked.limit))
        return QueueSlice(
            lines: page,
            counts: .init(
                total: found.count, late: found.count { $0.state == .over },
                soon: found.count { $0.urgency.isDue(by: soon) }), soon: soon,
            following: page.count < shown.count ? page.last?.urgency : nil)
    }

    static func queue(
        _ lines: [CaseLine], _ asked: QueueQuestion = QueueQuestion(), of name: String = "zhang"
    ) -> QueuePage {
        QueuePage(
            bar: bar(name), slice: slice(lines, asked), asked: asked, openings: [open],
            address: asked.address("/office", AskedLanguage(nil, wishes: nil)), resources: StoryOffice().resources,
            today: today)
    }

    static let fault = HandIn.Fault(
        sheet: "处罚", line: 12, place: "F", field: words("处罚类别", "Kinds"), rule: "REC-108", value: "罚<款",
        message: words("不在代码表内", "Not in the vocabulary"), remedy: words("改为“罚款”", "Write 罚款"))
    static let forecast = HandIn.Forecast(
        counts: counts(), hasClock: true, faults: [fault], faultCount: 240,
        remarks: [words("第 9 列“备注”不在模板内，未保存", "column 9 “备注” is none of the template's, not stored")])

    static func counts(unknown: Int = 1, persons: Int = 2) -> RowCounts {
        RowCounts(
            accepted: 100, changed: 3, known: 40, refused: 7, persons: persons, late: 5, unknownTimeliness: unknown)
    }

    static func handIn(_ state: HandIn.State) -> HandIn {
        HandIn(
            id: "up-1", file: "处罚 11月.xlsx", kind: words("行政处罚", "Penalty"), received: Day("2026-11-20")!,
            isDeclared: true, size: 3 << 20, state: state)
    }

    static func line(_ id: String, _ state: BatchLine.State, at position: Int, kind: String = "administrative-penalty")
        -> BatchLine
    {
        BatchLine(
            id: id, department: "market-regulation", kind: kind, file: "处罚 11月.xlsx", received: Day("2026-11-20")!,
            isDeclared: true, state: state, counts: state == .open ? RowCounts() : counts(), position: position)
    }

    static func batch(_ state: BatchLine.State, kind: String = "administrative-penalty") -> OfficeBatch {
        OfficeBatch(
            line: line("b1", state, at: 4_100, kind: kind), reason: state == .undone ? "报错了类别" : nil,
            closed: state == .open ? nil : 4_102, digest: "ab12", faults: state == .open ? [] : [fault],
            hasMoreFaults: true, files: state == .open ? [] : [.errors, .marked])
    }

    static let refusal = OfficeRefusal(code: "ACC-101", status: 401, words: words("不对。", "Wrong."))

    /// A form that came back with everything wrong.
    static var faulty: ActionPage {
        var page = ActionPage(
            bar: bar(), action: answer, route: .act("answer", in: "OBJ-1"), about: sheet.title, back: .sheet("OBJ-1"))
        page.values = ["grounds": "因为<此>\n第二行", "result": "no", "field": "f3", "told": "yes"]
        page.faults =
            fields.map { .missing($0) } + [FieldFault(field: nil, code: "OBJ-101", words: words("太早。", "Too soon."))]
        return page
    }

    /// A form that came too late.
    static var stale: ActionPage {
        var page = ActionPage(
            bar: bar(), action: answer, route: .act("answer", in: "OBJ-1"), about: sheet.title, back: .sheet("OBJ-1"))
        (page.sheet, page.read) = (movedSheet, 4_007)
        page.faults = [
            FieldFault(field: nil, code: OfficeRefusal.caseMovedOn.code, words: OfficeRefusal.caseMovedOn.words)
        ]
        return page
    }

    static var all: [any Page] {
        [
            SignInPage(name: "", next: nil, refusal: nil),
            SignInPage(name: "zhang", next: "/office/batches", refusal: refusal),
            OfficeProblemPage(refusal: .nothingThere, bar: bar("li"), back: "/office"),
            OfficeProblemPage(refusal: .needsTLS, bar: nil, back: "/office"),
            queue(lines), queue(lines, QueueQuestion(nouns: ["objections"], due: .soon, text: "<乾丰>", limit: 1)),
            queue(lines, QueueQuestion(after: lines[0].urgency, limit: 2)), queue([], of: "li"),
            queue([], QueueQuestion(due: .late)),
            CasePage(bar: bar(), sheet: sheet, rules: rules, today: today),
            CasePage(bar: bar("court"), sheet: closedSheet, rules: rules, today: today),
            CasePage(
                bar: bar(), sheet: sheet.lettered(actions: [], letters: OfficeLetters.lines, position: nil),
                rules: rules, today: today
            ),
            OfficeLetterPage(bar: bar(), shown: OfficeLetters.served),
            OfficeLetterPage(bar: bar(), shown: OfficeLetters.numbered),
            OfficeLetterPage(bar: bar(), shown: OfficeLetters.void),
            RegisterPage(bar: bar("zhang", .register), register: OfficeLetters.register, rules: rules),
            RegisterPage(
                bar: bar("zhang", .register), register: OfficeRegister(year: 2026, years: [2026], lines: []),
                rules: rules),
            ActionPage(bar: bar(), action: open, route: .begin("obj-file"), about: nil, back: .queue), faulty,
            stale, MovedOnPage(bar: bar(), sheet: movedSheet, read: 4_007, typed: ["因为<此>"]),
            MovedOnPage(bar: bar(), sheet: movedSheet, read: nil, typed: []),
            ActionPage(bar: bar(), action: upload, route: .upload, about: nil, back: .batches),
            OfficeBatchesPage(
                bar: bar("zhang", .batches),
                lines: [
                    line("b1", .complete, at: 9), line("b2", .open, at: 8),
                    line("b3", .undone, at: 7, kind: "registry-entry"),
                ], following: 7, rules: rules, today: today),
            OfficeBatchesPage(bar: bar(), lines: [], following: nil, rules: rules, today: today),
        ] + BatchLine.State.allCases.map { OfficeBatchPage(bar: bar(), batch: batch($0), rules: rules) as any Page }
            + [
                OfficeBatchPage(bar: bar(), batch: batch(.complete, kind: "registry-entry"), rules: rules),
                handInPage(.checking(rows: 20_000, percent: 31)), handInPage(.submitting(rows: 9, percent: 2)),
                handInPage(.checked(forecast)), handInPage(.failed(refusal)),
                handInPage(
                    .checked(
                        HandIn.Forecast(counts: RowCounts(), hasClock: false, faults: [], faultCount: 0, remarks: []))),
            ]
    }

    private static func handInPage(_ state: HandIn.State) -> any Page {
        HandInPage(bar: bar("zhang", .upload), handIn: handIn(state))
    }
}
