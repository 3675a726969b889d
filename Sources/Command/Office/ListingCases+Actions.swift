import Credit

extension ListingCases {
    /// 可办事项: what the stage of a case allows next. Where a record that it rests on has fallen, that is to end it.
    func actions(
        for listing: Listing, _ procedure: ListingProcedure, _ bases: ListingBases, on day: Day
    ) -> [CaseAction] {
        let actions = stageActions(for: listing, procedure, on: day)
        guard bases.mustEnd else { return actions }
        if case .decided = listing.stage { return [drop(.decide)] }
        return actions.filter { ["drop", "leave"].contains($0.code) }
    }

    private func stageActions(for listing: Listing, _ procedure: ListingProcedure, on day: Day) -> [CaseAction] {
        switch listing.stage {
        case .candidate: candidateActions(procedure, rules.lists[listing.candidate.opening.list], on: day)
        case .drawn: [serve("serve-notice", Label("登记告知书送达", "Enter the service of the notice")), drop]
        case .notified(let notified): notifiedActions(notified, procedure, on: day)
        case .weighed(let weighed): (weighed.next.map { [sign($0)] } ?? []) + [drop]
        case .agreed: [consent, drop]
        case .cleared(let cleared): [decide(cleared, on: day), drop]
        case .decided: [serve("serve-decision", Label("登记决定书送达", "Enter the service of the decision"))]
        case .standing(let standing): standingActions(standing, on: day)
        case .left, .dropped: []
        }
    }

    private func candidateActions(_ procedure: ListingProcedure, _ list: ListRule?, on day: Day) -> [CaseAction] {
        if list?.kind != .black, procedure.notice.value(on: day) == .notOwed { return [weigh([]), drop] }
        var fields =
            paper + [
                FormField("facts", Label("事实", "Facts"), .text(upTo: 4_000)),
                FormField("grounds", Label("理由", "Grounds"), .text(upTo: 4_000)),
                FormField("basis", Label("依据", "Legal basis"), .text(upTo: 2_000)),
                FormField("remedy", Label("告知的权利", "Rights told"), .text(upTo: 2_000)),
            ]
        if procedure.answer?.value(on: day) == nil {
            fields += [
                FormField(
                    "article", Label("申辩期限所依据的条文", "Article that sets the time to answer"),
                    hint: Label(
                        "规则包没有该名单的申辩期限，须在告知书中写明", "The pack knows no time for this list; the notice must name it"),
                    .line(upTo: 200)),
                FormField("days", Label("申辩期限（天数）", "Days to answer"), .line(upTo: 3)),
                FormField(
                    "unit", Label("天数按", "Counted in"),
                    .choice([
                        .init("working-days", Label("工作日", "working days")), .init("days", Label("自然日", "days")),
                    ])),
            ]
        }
        let notice = CaseAction(
            code: "notice", title: Label("制发告知书", "Draw up the notice"), duty: .handle,
            fields: fields + measureFields(measures(on: day).map(\.code)))
        return [notice, drop]
    }

    private func notifiedActions(
        _ notified: ListingNotified, _ procedure: ListingProcedure, on day: Day
    ) -> [CaseAction] {
        var actions = [
            CaseAction(
                code: "answer", title: Label("登记陈述申辩", "Enter an answer"), duty: .handle,
                fields: [
                    FormField("received", Label("收到之日", "Received on"), .day),
                    FormField("text", Label("陈述申辩内容", "What was answered"), .text(upTo: 8_000)),
                    FormField("hearing", Label("要求听证", "A hearing is asked for"), .check, isRequired: false),
                    file("file", Label("书面材料", "Papers handed in")),
                ])
        ]
        if notified.wantsHearing, notified.hearing == nil {
            actions.append(
                CaseAction(
                    code: "hearing", title: Label("登记听证", "Enter the hearing"), duty: .decide,
                    fields: [
                        FormField("held", Label("举行之日", "Held on"), .day),
                        FormField("record", Label("笔录", "Minutes"), .text(upTo: 8_000)),
                        file("file", Label("笔录扫描件", "Scanned minutes")),
                    ]))
        }
        if let last = notified.clock.deadline(in: calendar, on: day).day, day > last {
            let refusal = FormField(
                "noHearing", Label("不予听证的条文和理由", "Article and reason for no hearing"), .text(upTo: 1_000))
            let mayRefuse =
                notified.wantsHearing && notified.hearing == nil && procedure.hearing?.value(on: day) != .onRequest
            actions.append(weigh(mayRefuse ? [refusal] : []))
        }
        return actions + [drop]
    }

    private func weigh(_ more: [FormField]) -> CaseAction {
        CaseAction(
            code: "weigh", title: Label("提出核实意见，送审批", "Weigh it and send it to sign-off"), duty: .handle,
            fields: [FormField("opinion", Label("核实意见", "What came of weighing it"), .text(upTo: 4_000))] + more)
    }

    private func sign(_ step: SignOffStep) -> CaseAction {
        CaseAction(
            code: "sign." + step.code, title: Label("签署：\(step.title.chinese)", "Sign: \(step.title.english)"),
            duty: step.isOther ? .decide : .handle,
            fields: [
                FormField(
                    "agrees", Label("意见", "Opinion"),
                    .choice([.init("yes", Label("同意", "Agreed")), .init("no", Label("退回", "Sent back"))])),
                FormField("opinion", Label("说明", "In words"), .text(upTo: 2_000)),
            ])
    }

    private var consent: CaseAction {
        CaseAction(
            code: "consent", title: Label("登记上级同意", "Enter the superior’s consent"), duty: .handle,
            fields: [FormField("organ", Label("上级机关", "Superior organ"), .line(upTo: 100))] + paper)
    }

    private func decide(_ cleared: ListingCleared, on day: Day) -> CaseAction {
        let isMerit = rules.lists[cleared.candidate.opening.list]?.kind.isMerit ?? false
        let told = isMerit ? [] : cleared.weighed.notified?.drawn.notice.measures ?? measures(on: day).map(\.code)
        return CaseAction(
            code: "decide", title: Label("作出列入决定", "Decide to list"),
            warning: Label("决定书送达后，该主体在列。", "Once the decision is served the subject is on the list."), duty: .decide,
            fields: paper + [
                FormField("facts", Label("事实和理由", "Facts and grounds"), .text(upTo: 8_000)),
                FormField("basis", Label("依据", "Legal basis"), .text(upTo: 2_000)),
                FormField(
                    "remedy", Label("救济途径和移出条件", "How to contest it and how the list is left"), .text(upTo: 2_000)),
            ] + end + measureFields(told))
    }

    private func standingActions(_ standing: ListingStanding, on day: Day) -> [CaseAction] {
        let list = rules.lists[standing.candidate.opening.list]
        var actions: [CaseAction] = []
        if standing.stands(on: day) {
            if standing.record == nil, list?.record != nil {
                actions.append(
                    CaseAction(
                        code: "publish", title: Label("公示", "Publish"),
                        warning: Label(
                            "公示到终止之日；移出即终止公示。", "Published until the end; leaving the list ends it at once."),
                        duty: .handle, fields: []))
            }
            if !standing.decision.measures.isEmpty { actions.append(bind(standing)) }
            actions.append(
                CaseAction(
                    code: "review", title: Label("复核", "Review"), duty: .decide,
                    fields: [FormField("reason", Label("复核意见", "What the review found"), .text(upTo: 4_000))] + end))
        }
        let grounds = (list?.exits ?? []).map { FormField.Choice($0.rawValue, $0.title) }
        actions.append(
            CaseAction(
                code: "leave", title: Label("移出", "Take off the list"),
                warning: Label(
                    "公示和依附其上的措施同时终止。", "Its publication and everything that rests on it end at once."), duty: .decide,
                fields: [FormField("ground", Label("退出情形", "Ground"), .choice(grounds))] + paper
                    + [FormField("reason", Label("理由", "Reason"), .text(upTo: 4_000))]))
        return actions
    }

    private func bind(_ standing: ListingStanding) -> CaseAction {
        let measures = standing.decision.measures.compactMap { rules.measures.measures[$0] }
        let articles = measures.flatMap { measure in
            measure.bases.enumerated().map { index, basis in
                FormField.Choice(
                    "\(measure.code).\(index)",
                    Label(
                        "\(measure.name.chinese)：\(basis.article)，\(basis.effect.title.chinese)",
                        "\(measure.name.english): \(basis.article). \(basis.effect.title.english)"))
            }
        }
        return CaseAction(
            code: "bind", title: Label("采取措施", "Bind a measure"), duty: .decide,
            fields: [
                FormField(
                    "measure", Label("措施", "Measure"),
                    .choice(
                        standing.decision.measures.map {
                            .init($0, rules.measures.measures[$0]?.name ?? same($0))
                        })),
                FormField(
                    "basis", Label("依据（条文）", "Article it rests on"),
                    hint: Label(
                        "是法定还是裁量，依规则包所载条文；其他条文一律为裁量",
                        "Whether it binds is what the pack has read of the article; by any other the officer decides"),
                    .choice(articles + [.init("other", Label("其他条文", "Another article"))])),
                FormField(
                    "article", Label("其他条文", "Another article"),
                    hint: Label("选“其他条文”的，写明文件和条款", "Document and clause, where another was chosen"),
                    .line(upTo: 300), isRequired: false),
                FormField(
                    "footing", Label("依附", "Rests on"),
                    .choice(EffectEdge.Footing.allCases.map { .init($0.rawValue, $0.title) })),
                FormField(
                    "department", Label("实施单位", "Executed by"),
                    .choice(
                        rules.departments.map {
                            .init($0.code, $0.names.latest.value.full)
                        })),
                FormField(
                    "until", Label("终止之日", "Last day"),
                    hint: Label("不填的，与名单条目同时终止", "Left empty, it ends with the entry"),
                    .day, isRequired: false),
            ])
    }

    private var drop: CaseAction { drop(.handle) }

    private func drop(_ duty: Duty) -> CaseAction {
        CaseAction(
            code: "drop", title: Label("不予列入", "Do not list"), duty: duty,
            fields: [FormField("reason", Label("理由", "Reason"), .text(upTo: 2_000))])
    }

    private func serve(_ code: String, _ title: Label) -> CaseAction {
        CaseAction(
            code: code, title: title, duty: .handle,
            fields: [
                FormField(
                    "way", Label("送达方式", "Way of service"),
                    .choice(Delivery.Way.allCases.map { .init($0.rawValue, $0.title) })),
                FormField("begun", Label("发出或公告之日", "Sent or announced on"), .day),
                FormField("served", Label("送达之日", "Served on"), .day),
                file("proof", Label("送达回证", "Proof of service")),
            ])
    }

    private var paper: [FormField] {
        [
            FormField("number", Label("文号", "Document number"), .line(upTo: 100)),
            FormField("paperDay", Label("文书日期", "Date of the document"), .day),
        ]
    }

    private var end: [FormField] {
        [
            FormField(
                "end", Label("终止方式", "How it ends"),
                .choice([
                    .init("last-day", Label("有效期至", "On a day")), .init("until-cured", Label("整改为止", "When cured")),
                    .init("by-article", Label("依条文", "By an article")),
                ])),
            FormField("endWords", Label("终止条件或者条文", "Condition or article"), .line(upTo: 500), isRequired: false),
            FormField("endDay", Label("有效期或者复核日期", "Last day, or day of review"), .day),
        ]
    }

    private func measureFields(_ codes: [String]) -> [FormField] {
        codes.map { code in
            let name = rules.measures.measures[code]?.name ?? same(code)
            return FormField(
                "measure." + code, Label("措施：\(name.chinese)", "Measure: \(name.english)"), .check, isRequired: false)
        }
    }

    private func file(_ name: String, _ title: Label) -> FormField {
        FormField(
            name, title, .file(types: ["application/pdf", "image/jpeg", "image/png"], most: 20_000_000),
            isRequired: false)
    }
}
