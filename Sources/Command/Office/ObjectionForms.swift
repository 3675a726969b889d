import Credit

/// 异议表单: what the forms of an objection ask for, and what their answers mean.
enum ObjectionForms {
    /// 提出异议, at the window.
    static let filing = CaseAction(
        code: "objection", title: Label("登记异议", "File an objection"),
        warning: Label(
            "登记的同时，这条信息在各处加注“异议处理中”。请先核对申请人的材料原件。",
            "With the filing the record is marked as contested everywhere. See the applicant’s papers first."),
        duty: .handle,
        fields: [
            FormField(
                "record", Label("信息编号", "Id of the record"),
                hint: Label("信息页面地址中 /records/ 之后的部分", "What follows /records/ in the address of its page"),
                .line(upTo: 60)),
            FormField("ground", Label("异议理由", "Ground"), .choice(choices(ObjectionGround.self, \.title))),
            FormField(
                "claims", Label("哪一处应当怎样", "Which item should say what"), hint: claimHint, .text(upTo: 2_000),
                isRequired: false),
            FormField("reason", Label("事实和理由", "Facts and reasons"), hint: noNumbers, .text(upTo: 2_000)),
            FormField(
                "applicant", Label("申请人", "Applicant"), .choice(choices(ObjectionFiling.Applicant.self, \.title))),
            FormField(
                "papers", Label("所见材料", "Papers seen"),
                hint: Label(
                    "如营业执照、授权委托书；不填写证件号码", "Such as the licence and the power of attorney; no document numbers"),
                .text(upTo: 500)),
            evidence,
        ])

    /// The actions that an officer may take at this stage.
    static func actions(for objection: Objection, officer: Officer) -> [CaseAction] {
        var actions: [CaseAction] = []
        guard let turn = objection.turn, officer.acts(for: turn) || officer.acts(for: objection.filing.office) else {
            return actions
        }
        let isTurn = officer.acts(for: turn)
        let isOffice = officer.acts(for: objection.filing.office)
        switch objection.stage {
        case .filed:
            actions.append(plain("accept", Label("受理", "Accept"), .handle))
            if objection.missing == nil { actions.append(returning) }
        case .returned: actions.append(completing)
        case .accepted:
            if !objection.filing.isOwn { actions.append(routing) }
            actions.append(proposing)
        case .routed:
            if isTurn { actions.append(answering) }
            if isOffice { actions.append(proposing) }
        case .answered: actions.append(proposing)
        case .again:
            if !objection.filing.isOwn { actions.append(routing) }
            actions.append(proposing)
        case .proposed:
            actions.append(deciding)
            actions.append(reasoned("send-back", Label("退回重拟", "Send back"), .decide))
        case .decided:
            actions.append(serving)
        case .served:
            actions.append(reasoned("close", Label("结案", "Close"), .handle))
            if !objection.isSecond {
                actions.append(reasoned("ask-again", Label("申请人要求复核", "A second look is asked for"), .handle))
            }
        case .closed: break
        }
        if isOffice, objection.decisions.isEmpty {
            actions.append(reasoned("withdraw", Label("申请人撤回异议", "The applicant takes it back"), .handle))
        }
        return actions
    }

    private static let returning = CaseAction(
        code: "return", title: Label("一次性告知补正", "Return for completion"),
        warning: Label(
            "只能告知一次，请列出全部缺少的材料。期限从今日起中止。",
            "This can be done once: list all that is missing. The clocks stand still from today."),
        duty: .handle,
        fields: [
            FormField(
                "missing", Label("缺少的材料", "What is missing"), hint: Label("每行一项", "One a line"), .text(upTo: 1_000))
        ])

    private static let completing = CaseAction(
        code: "complete", title: Label("补正材料已收到", "What was missing has come"), duty: .handle,
        fields: [
            FormField("papers", Label("补正的材料", "What was brought"), hint: noNumbers, .text(upTo: 500)), evidence,
        ])

    private static let routing = CaseAction(
        code: "route", title: Label("转信息提供单位核查", "Ask the provider"), duty: .handle,
        fields: [
            FormField("question", Label("请核查的问题", "What is to be checked"), hint: noNumbers, .text(upTo: 1_000))
        ])

    private static let answering = CaseAction(
        code: "answer", title: Label("答复核查意见", "Answer"), duty: .handle,
        fields: [
            FormField("finding", Label("核查结论", "Finding"), .choice(choices(ProviderAnswer.Finding.self, \.title))),
            FormField("words", Label("核查情况", "What was found"), hint: noNumbers, .text(upTo: 2_000)), evidence,
        ])

    private static let proposing = CaseAction(
        code: "propose", title: Label("拟定处理意见", "Propose a decision"), duty: .handle,
        fields: [
            FormField("outcome", Label("处理结果", "Outcome"), .choice(choices(ObjectionDecision.Outcome.self, \.title))),
            FormField(
                "correction", Label("对信息的处理", "What becomes of the record"),
                .choice([
                    .init("none", Label("不改动", "It stays as it is")),
                    .init("fields", Label("更正内容", "Correct what it says")),
                    .init("withdrawal", Label("撤回公示", "Withdraw it")),
                    .init("end", Label("终止公示", "End its publication")),
                ])),
            FormField("claims", Label("更正为", "Correct to"), hint: claimHint, .text(upTo: 2_000), isRequired: false),
            FormField(
                "last-day", Label("公示应当截止于", "Last day on which it was to be published"), .day, isRequired: false),
            FormField("reasons", Label("理由", "Reasons"), hint: noNumbers, .text(upTo: 2_000)),
            FormField(
                "remedy", Label("救济途径", "What may be done against it"),
                hint: Label("写明复核、行政复议和行政诉讼的途径", "Tell of the second look, administrative review and the courts"),
                .text(upTo: 1_000)),
        ])

    private static let deciding = CaseAction(
        code: "decide", title: Label("同意并决定", "Agree and decide"),
        warning: Label(
            "决定立即生效：更正、撤回或者终止公示与决定同时完成。", "It takes effect at once: what becomes of the record is done with it."),
        duty: .decide, fields: [])

    private static let serving = CaseAction(
        code: "serve", title: Label("登记送达", "Record the service"), duty: .handle,
        fields: [
            FormField("way", Label("送达方式", "Way"), .choice(choices(Delivery.Way.self, \.title))),
            FormField("begun", Label("发出或者公告之日", "Day it was sent or announced"), .day),
            FormField("served", Label("送达之日", "Day of service"), .day),
            FormField(
                "proof", Label("送达回证扫描件", "Scan of the proof"),
                .file(types: ["application/pdf", "image/jpeg", "image/png"], most: 20 << 20), isRequired: false),
        ])

    private static let evidence = FormField(
        "evidence", Label("证据", "Evidence"),
        .file(types: ["application/pdf", "image/jpeg", "image/png"], most: 20 << 20),
        isRequired: false)
    private static let noNumbers = Label("不要填写身份证件号码", "No identity numbers")
    private static let claimHint = Label(
        "每行一处，写作“项目：应当是什么”，项目用信息页面上的名称",
        "One a line, as “item: what it should say”, with the item’s name on the record’s page")

    private static func plain(_ code: String, _ title: Label, _ duty: Duty) -> CaseAction {
        CaseAction(code: code, title: title, duty: duty, fields: [])
    }

    private static func reasoned(_ code: String, _ title: Label, _ duty: Duty) -> CaseAction {
        CaseAction(
            code: code, title: title, duty: duty,
            fields: [FormField("reason", Label("理由或者说明", "Reason"), hint: noNumbers, .text(upTo: 1_000))])
    }

    private static func choices<Word: RawRepresentable & CaseIterable>(
        _ words: Word.Type, _ title: (Word) -> Label
    ) -> [FormField.Choice] where Word.RawValue == String {
        Word.allCases.map { FormField.Choice($0.rawValue, title($0)) }
    }

    // MARK: - What the answers mean

    /// The lines of a text that hold something.
    static func lines(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// `项目：应当是什么`, a line each; the item by its name on the page, its English name or its own.
    static func claims(_ text: String?, among fields: [Field]) throws -> [ObjectionFiling.Claim] {
        try lines(text).map { line in
            let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { "：:=＝".contains($0) }
                .map(\.trimmed)
            let field = fields.first { [$0.title, $0.english, $0.name].contains(parts[0]) }
            guard let field else { throw ObjectionProblem.noField(parts[0]) }
            guard parts.count > 1, !parts[1].isEmpty else { throw ObjectionProblem.empty(parts[0]) }
            return ObjectionFiling.Claim(field: field.name, says: parts[1])
        }
    }

    /// The digests of the files brought.
    static func evidence(_ values: FormValues) -> [String] { values["evidence"].map { [$0] } ?? [] }

    /// The decision that was filled in.
    static func decision(_ values: FormValues, fields: [Field]) throws -> ObjectionDecision {
        guard let outcome = values["outcome"].flatMap({ ObjectionDecision.Outcome(rawValue: $0) }) else {
            throw ObjectionProblem.empty("处理结果")
        }
        let correction: ObjectionDecision.Correction?
        switch values["correction"] {
        case "fields": correction = .fields(try claims(values["claims"], among: fields))
        case "withdrawal": correction = .withdrawal
        case "end":
            guard let day = values.day("last-day") else { throw ObjectionProblem.badLastDay }
            correction = .end(lastDay: day)
        default: correction = nil
        }
        return ObjectionDecision(
            outcome: outcome, reasons: values["reasons"] ?? "", remedy: values["remedy"] ?? "", correction: correction)
    }

    /// The service that was filled in; nil where it is none.
    static func service(_ values: FormValues) -> Delivery? {
        guard let way = values["way"].flatMap({ Delivery.Way(rawValue: $0) }), let begun = values.day("begun"),
            let served = values.day("served")
        else { return nil }
        return Delivery(way: way, begun: begun, served: served, proof: values["proof"])
    }
}

extension Substring {
    /// Without white space around it.
    fileprivate var trimmed: String { FormValues(["": String(self)])[""] ?? "" }
}
