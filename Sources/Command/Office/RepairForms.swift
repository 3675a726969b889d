import Credit

/// 修复表单: what may be done at each stage of a case of repair, and what a form asks for: the version's own demands and
/// nothing else (R14).
enum RepairForms {
    static func filing(_ rule: RepairRule) -> CaseAction {
        CaseAction(
            code: "repair", title: Label("收取信用修复申请", "Take an application for repair"),
            warning: Label(
                "按\(rule.quoted.chinese)办理；不收费，不得要求规则以外的材料。",
                "By \(rule.quoted.english); no fee, and nothing may be asked beyond the rule."), duty: .handle,
            fields: [
                FormField("record", Label("信息编号", "Id of the record"), .line(upTo: 60)),
                FormField(
                    "class", Label("失信程度", "Class"),
                    .choice(
                        rule.classes.map { one in
                            .init(
                                one.code,
                                Label(
                                    one.title.chinese + (one.when.map { "：\($0.chinese)" } ?? ""),
                                    one.title.english + (one.when.map { ": \($0.english)" } ?? "")))
                        })),
            ] + files(rule.materials)
                + (rule.bankruptcy == nil
                    ? []
                    : paper(
                        Label("破产重整裁定（没有的不填）", "Court's ruling on reorganisation, if any"), isRequired: false)))
    }

    /// A field for each material; none is required, since an application may come in short and be told so once.
    private static func files(_ demands: [RepairDemand]) -> [FormField] {
        demands.map {
            FormField(
                "file-" + $0.code, $0.title, .file(types: RepairFile.types, most: RepairFile.most), isRequired: false)
        }
    }

    private static func paper(_ title: Label, isRequired: Bool = true) -> [FormField] {
        [
            FormField(
                "organ", Label("\(title.chinese)：机关", "\(title.english): organ"), .line(upTo: 100),
                isRequired: isRequired),
            FormField(
                "number", Label("\(title.chinese)：文号", "\(title.english): number"), .line(upTo: 100),
                isRequired: isRequired),
            FormField("date", Label("\(title.chinese)：日期", "\(title.english): date"), .day, isRequired: isRequired),
        ]
    }

    private static func reason(_ isRequired: Bool) -> FormField {
        FormField("reason", Label("理由或者说明", "Reason or note"), .text(upTo: 2_000), isRequired: isRequired)
    }

    private static func checks(_ demands: [RepairDemand], _ prefix: String, _ what: Label) -> [FormField] {
        demands.map {
            FormField(
                prefix + $0.code,
                Label("\(what.chinese)：\($0.title.chinese)", "\(what.english): \($0.title.english)"), .check,
                isRequired: false)
        }
    }

    /// What an officer of an organ may do now; the rules of the case decide again when it is done.
    static func actions(_ repair: Repair, _ rule: RepairRule, for officer: Officer) -> [CaseAction] {
        let isOffice = officer.acts(for: repair.filing.office)
        // 谁认定、谁修复: who decides takes it, or does not; the office only where it awaits what the nation decides.
        let isDecider = officer.acts(for: repair.filing.recogniser)
        var actions: [CaseAction] = []
        func add(
            _ code: String, _ title: Label, _ duty: Duty, _ fields: [FormField], warning: Label? = nil,
            by isAllowed: Bool
        ) {
            guard isAllowed else { return }
            actions.append(CaseAction(code: code, title: title, warning: warning, duty: duty, fields: fields))
        }
        func add(_ kind: RepairStep.Kind, _ code: String, _ duty: Duty, _ fields: [FormField], by isAllowed: Bool) {
            add(code, kind.title, duty, fields, by: isAllowed)
        }
        let demands = rule.materials(of: repair.filing.repairClass)
        let conditions = rule.conditions(of: repair.filing.repairClass)
        switch repair.stage {
        case .filed:
            add(
                .completed, "complete", .handle,
                checks(conditions, "condition-", Label("已核实", "Found fulfilled"))
                    + checks(repair.missing(under: rule), "seen-", Label("已核验原件", "Original seen")), by: isOffice)
            if repair.told == nil {
                add(
                    .returned, "return", .handle,
                    checks(demands, "missing-", Label("缺少", "Missing")) + [reason(false)], by: isOffice)
            }
            add(.refused, "refuse", .decide, [reason(true)], by: isDecider)
        case .supplement:
            add(.supplemented, "supplement", .handle, files(demands) + [reason(false)], by: isOffice)
            add(.refused, "refuse", .decide, [reason(true)], by: isDecider)
        case .review:
            add(.forwarded, "forward", .decide, [reason(false)], by: isOffice)
            add(.paused, "pause", .handle, [reason(true)], by: isOffice)
            add(.refused, "refuse", .decide, [reason(true)], by: isDecider)
        case .paused: add(.resumed, "resume", .handle, [reason(false)], by: isOffice)
        case .forwarded:
            let title = Label("决定文书", "The paper that decides")
            if repair.filing.decider != .recogniser {
                add(
                    .passed, "pass", .handle,
                    paper(Label("审核文书", "The superior's paper"), isRequired: false) + [reason(false)], by: isDecider)
            } else {
                add(.accepted, "accept", .handle, [reason(false)], by: isDecider)
                add(.refused, "refuse", .decide, [reason(true)], by: isDecider)
            }
            add(.approved, "approve", .decide, paper(title) + [reason(false)], by: isDecider)
            add(.rejected, "reject", .decide, paper(title) + [reason(true)], by: isDecider)
        case .approved:
            add(
                "execute", Label("执行修复", "Carry it out"), .decide, [],
                warning: Label(
                    "公示和共享同时终止，以公示为基础的措施随之终止；以决定效力为基础的措施不受影响。",
                    "Publication and sharing end at once, and what rests on publication with them; what rests on the decision's validity stands."
                ), by: isOffice)
        case .executed:
            add(
                .reported, "report", .handle, paper(Label("国家处理结果", "The nation's result")), by: isOffice)
        case .closed, .rejected, .refused, .withdrawn, .revoked: break
        }
        if repair.execution != nil {
            add(
                "revoke", Label("撤销修复（不诚信）", "Undo a repair got in bad faith"), .decide,
                paper(Label("认定文书", "The paper that says so")) + [reason(true)],
                warning: Label(
                    "恢复公示至原公示末日为止。\(rule.badFaith.words.chinese)",
                    "The record is shown again until its old last day. \(rule.badFaith.words.english)"), by: isOffice)
        }
        if !repair.stage.word.isClosed, repair.execution == nil {
            if repair.shield == nil, repair.filing.ruling != nil {
                add("shield", Label("暂时屏蔽", "Shield for the time"), .decide, [], by: isOffice)
            }
            if repair.stage.word != .approved { add(.withdrawn, "withdraw", .handle, [reason(false)], by: isOffice) }
        }
        if repair.shield != nil {
            add(
                "unshield", Label("解除屏蔽", "Lift the shield"), .decide, paper(Label("解除依据", "The paper it rests on")),
                by: isOffice)
        }
        return actions
    }

    // MARK: - What a form brought

    static func files(_ values: FormValues, of demands: [RepairDemand]) throws -> [RepairFile] {
        try demands.compactMap { demand in
            try values["file-" + demand.code].map {
                try RepairFile(material: demand.code, kept: $0, name: demand.title.chinese)
            }
        }
    }

    /// The paper of a form; nil where none was named and none is needed.
    static func paper(_ values: FormValues, isNeeded: Bool = true) throws -> RepairPaper? {
        let parts = [values["organ"], values["number"], values["date"]]
        if parts.allSatisfy({ $0 == nil }), !isNeeded { return nil }
        guard let paper = RepairPaper(organ: parts[0], number: parts[1], date: values.day("date")) else {
            throw RepairProblem.noPaper
        }
        return paper
    }
}
