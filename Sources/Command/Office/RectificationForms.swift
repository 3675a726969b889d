import Credit

/// 整改和约谈表单: what may be done at each stage of an order to mend or a warning talk, and what a form asks for.
enum RectificationForms {
    private static let note = Label(
        "本文书不是行政处罚，也不产生任何惩戒；后续如需处理，须另行依法作出决定。自然人、个体工商户不在此办理。",
        "It is no penalty and nothing adverse follows from it; what is to follow needs a decision of its own. Not for persons or sole traders."
    )

    static let order = CaseAction(
        code: "order", title: Label("责令限期整改", "Order to mend"), warning: note, duty: .handle,
        fields: base + [
            FormField(
                "items", Label("整改要求", "What has to be mended"), hint: Label("每行一项", "One a line"),
                .text(upTo: 2_000)),
            FormField(
                "days", Label("整改期限（天数）", "Days to mend it in"),
                hint: Label("自送达次日起算；由作出单位依法确定", "They run from the day after service; the organ sets them by law"),
                .line(upTo: 3)),
            unit,
        ])

    static let talk = CaseAction(
        code: "talk", title: Label("警示约谈", "Warning talk"), warning: note, duty: .handle,
        fields: base + [
            FormField(
                "items", Label("约谈事项", "What will be talked of"), hint: Label("每行一项", "One a line"),
                .text(upTo: 2_000)),
            FormField("meeting", Label("约谈日期", "Day of the talk"), .day),
            FormField("place", Label("约谈地点", "Place"), .line(upTo: 200)),
        ])

    private static let base = [
        FormField(
            "record", Label("信息编号", "Id of the record"),
            hint: Label("信息页面地址中 /records/ 之后的部分", "What follows /records/ in the address of its page"),
            .line(upTo: 60)),
        FormField("number", Label("文书号", "Number of the paper"), .line(upTo: 100)),
        FormField("date", Label("文书日期", "Date of the paper"), .day),
        FormField("basis", Label("法律依据（文件和条款）", "Legal basis: document and clause"), .line(upTo: 300)),
    ]

    private static let unit = FormField(
        "unit", Label("天数按", "Counted in"),
        .choice([
            .init("working-days", Label("工作日", "working days")), .init("days", Label("自然日", "days")),
        ]))

    private static let noNumbers = Label("不要填写身份证件号码", "No identity numbers")

    static let delivery = [
        FormField(
            "way", Label("送达方式", "Way"), .choice(Delivery.Way.allCases.map { .init($0.rawValue, $0.title) })),
        FormField("begun", Label("发出或者公告之日", "Day it was sent or announced"), .day),
        FormField("served", Label("送达之日", "Day of service"), .day),
        file("proof", Label("送达回证扫描件", "Scan of the proof"), isRequired: false),
    ]

    static func file(_ name: String, _ title: Label, isRequired: Bool = true) -> FormField {
        FormField(
            name, title, .file(types: ["application/pdf", "image/jpeg", "image/png"], most: 20 << 20),
            isRequired: isRequired)
    }

    private static func text(_ name: String, _ title: Label, isRequired: Bool = true) -> FormField {
        FormField(name, title, hint: noNumbers, .text(upTo: 2_000), isRequired: isRequired)
    }

    /// What may be done now.
    static func actions(for made: Rectification) -> [CaseAction] {
        var actions: [CaseAction] = []
        switch made.stage {
        case .drawn:
            actions.append(
                CaseAction(
                    code: "serve", title: Label("登记送达", "Record the service"), duty: .handle, fields: delivery))
        case .mending:
            actions.append(
                CaseAction(
                    code: "show", title: Label("登记整改证据", "Enter evidence"), duty: .handle,
                    fields: [
                        text("words", Label("证据说明", "What it shows")),
                        file("evidence", Label("证据", "Evidence")),
                    ]))
            if !made.evidence.isEmpty {
                actions.append(
                    CaseAction(
                        code: "mended", title: Label("查看后认定已整改", "Found mended"),
                        warning: Label(
                            "结果在信息页面公开，并可作为信用修复的材料。",
                            "The result is shown on the record's page, and is material of a repair."), duty: .decide,
                        fields: [text("words", Label("查看情况", "What was seen"))]))
            }
            actions.append(
                CaseAction(
                    code: "extend", title: Label("延长期限", "Extend the time"), duty: .decide,
                    fields: [
                        FormField("days", Label("延长天数", "Days more"), .line(upTo: 3)),
                        text("reason", Label("理由", "Reason")),
                    ]))
            actions.append(
                CaseAction(
                    code: "not-mended", title: Label("认定未整改", "Found not mended"),
                    warning: Label(
                        "期限届满以后才能认定；不公开，也不产生任何惩戒。",
                        "Only after the time is over; it is not public, and nothing adverse follows from it."),
                    duty: .decide, fields: [text("reason", Label("理由", "Reason"))]))
        case .invited:
            actions.append(
                CaseAction(
                    code: "hold", title: Label("登记约谈", "Enter the talk"), duty: .handle,
                    fields: [
                        file("minutes", Label("约谈笔录", "Minutes")),
                        text("undertaking", Label("整改承诺", "What was undertaken"), isRequired: false),
                        FormField("until", Label("承诺完成日期", "By when"), .day, isRequired: false),
                    ]))
            actions.append(
                CaseAction(
                    code: "absent", title: Label("登记未到场", "Enter that nobody came"), duty: .handle,
                    fields: [text("reason", Label("说明的原因", "Reason told"), isRequired: false)]))
        case .mended, .notMended, .held, .notAppeared, .withdrawn: return actions
        }
        actions.append(
            CaseAction(
                code: "withdraw", title: Label("撤回", "Withdraw"), duty: .handle,
                fields: [text("reason", Label("理由", "Reason"))]))
        return actions
    }

    /// What was filled in for an order or a talk.
    static func demand(_ action: String, _ values: FormValues) throws -> RectificationOpening.Demand {
        let items = ObjectionForms.lines(values["items"])
        if action == "talk" {
            guard let meeting = values.day("meeting") else { throw RectificationProblem.meetingPast }
            return .talk(items, on: meeting, place: values["place"] ?? "")
        }
        let count = try days(values)
        return .mend(items, within: values["unit"] == "days" ? .days(count) : .workingDays(count))
    }

    static func days(_ values: FormValues) throws -> Int {
        guard let days = values["days"].flatMap({ Int($0) }) else { throw RectificationProblem.badTerm }
        return days
    }
}
