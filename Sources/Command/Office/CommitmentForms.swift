import Credit

/// 承诺表单: what the forms of a commitment ask for, and what their answers mean.
struct CommitmentForms {
    let rules: Rules

    private var catalogue: CommitmentCatalogue { rules.commitments }

    /// 签订承诺书 in a matter; what its published letter says is not asked for.
    func signing(_ matter: CommitmentMatter, code: String, on day: Day) -> CaseAction {
        let template = matter.template(on: day)
        let kinds = catalogue.kinds.filter { $0.code == matter.kind ?? $0.code }
        var fields = [
            FormField(
                "subject", Label("统一社会信用代码或者注册号", "Credit code or registration number"),
                hint: Label("注册号前写 reg:；自然人的承诺不在此登记", "Write reg: before a registration number; no natural persons"),
                .line(upTo: 60)),
            FormField(
                "name", Label("承诺人名称", "Name"),
                hint: Label("平台已有该主体的，可以不填", "May be left empty where the subject is known"), .line(upTo: 200),
                isRequired: false),
        ]
        if matter.kind == nil {
            fields.append(
                FormField("kind", Label("承诺类型", "Kind"), .choice(kinds.map { .init($0.code, $0.name) })))
        }
        fields.append(FormField("cause", Label("承诺事由", "Cause"), hint: Self.noNumbers, .text(upTo: 512)))
        if template == nil {
            fields += [
                FormField(
                    "content", Label("承诺内容", "Content"),
                    hint: Label("本事项没有公布模板，请照承诺书填写", "No template was published; write what the letter says"),
                    .text(upTo: 4_000)),
                FormField("liability", Label("违诺责任", "Liability for breach"), .text(upTo: 4_000)),
            ]
        }
        fields += [
            FormField("made", Label("承诺作出日期", "Day made"), .day),
            FormField("validUntil", Label("承诺有效期至", "Valid until"), .day, isRequired: false),
            FormField(
                "publicity", Label("公开类型", "Publicity"),
                .choice(CommitmentLetter.Publicity.allCases.map { .init($0.rawValue, $0.title) })),
        ]
        if kinds.contains(where: \.takesMissing) {
            fields.append(
                FormField(
                    "missing", Label("暂缺材料", "What is missing"),
                    hint: Label("容缺受理的每行写一项，其他类型不填", "One a line where papers are missing; else empty"),
                    .text(upTo: 1_000), isRequired: false))
            fields += term(.missing, "missing", of: matter.code, on: day)
        }
        fields += [
            FormField("papers", Label("所见材料", "Papers seen"), hint: Self.noNumbers, .text(upTo: 500)),
            Self.file("evidence", Label("承诺书扫描件", "Scan of the letter")),
        ]
        return CaseAction(
            code: code, title: Label("签订承诺书：\(matter.name.chinese)", "Sign a commitment: \(matter.name.english)"),
            warning: template.map {
                Label(
                    "适用模板 \($0.version)：\($0.content.chinese)", "By the template \($0.version): \($0.content.english)")
            },
            duty: .handle, fields: fields)
    }

    /// What may be done at a stage.
    func actions(for commitment: CommitmentCase, on day: Day) -> [CaseAction] {
        let matter = commitment.letter.matter
        switch commitment.stage {
        case .signed, .supervised:
            var actions: [CaseAction] = []
            if !commitment.outstanding.isEmpty { actions.append(supply) }
            actions.append(supervise(commitment, on: day))
            if case .supervised = commitment.stage {
                actions.append(finding("check", Label("登记核查", "Enter a check")))
                actions.append(notice(commitment, term(.answer, "answer", of: matter, on: day)))
            }
            if commitment.outstanding.isEmpty {
                actions.append(finding("fulfil", Label("认定全部履行", "Find it fulfilled")))
            }
            actions.append(
                CaseAction(
                    code: "withdraw", title: Label("撤回承诺", "Withdraw it"), duty: .handle,
                    fields: Self.papers + [Self.reason]))
            return actions
        case .noticed: return [serve("serve-notice", Label("登记告知书送达", "Enter the service of the notice")), drop]
        case .told(let told): return [answer, propose(commitment, told), drop]
        case .proposed:
            return [
                CaseAction(
                    code: "decide", title: Label("同意并决定", "Agree and decide"),
                    warning: Label(
                        "决定书送达后生效：记入违诺信息，并列入重点监管。",
                        "In force with its service: entered as broken, and supervised more closely."),
                    duty: .decide, fields: []),
                CaseAction(
                    code: "send-back", title: Label("退回重拟", "Send back"), duty: .decide, fields: [Self.reason]), drop,
            ]
        case .decided: return [serve("serve-decision", Label("登记决定书送达", "Enter the service of the decision"))]
        case .breached(let breach): return (breach.isSupervised(on: day) ? [release] : []) + [annul]
        case .fulfilled, .withdrawn: return []
        }
    }

    private var supply: CaseAction {
        CaseAction(
            code: "supply", title: Label("登记补齐的材料", "Enter what was brought"), duty: .handle,
            fields: [
                FormField(
                    "items", Label("已补齐的材料", "What was brought"),
                    hint: Label("每行一项，写法与尚缺材料相同", "One a line, as it stands among what is missing"), .text(upTo: 1_000)),
                FormField("papers", Label("收到的材料", "What came"), hint: Self.noNumbers, .text(upTo: 500)),
            ])
    }

    private func supervise(_ commitment: CommitmentCase, on day: Day) -> CaseAction {
        let organs = rules.departments.map { department in
            FormField.Choice(department.code, department.name(on: day)?.full ?? Label(department.code, department.code))
        }
        return CaseAction(
            code: "supervise", title: Label("纳入监管", "Take it under supervision"),
            warning: Label("交由所选单位监管，本案随之移交。", "The case goes to the organ chosen."), duty: .handle,
            fields: Self.papers + [
                FormField("organ", Label("监管单位", "Supervised by"), .choice(organs)),
                FormField("plan", Label("监管措施", "How it is checked"), .text(upTo: 1_000)),
            ] + term(.supervision, "supervision", of: commitment.letter.matter, on: day))
    }

    private func finding(_ code: String, _ title: Label) -> CaseAction {
        CaseAction(
            code: code, title: title, duty: .handle,
            fields: Self.papers + [
                FormField("finding", Label("核查情况", "What was found"), hint: Self.noNumbers, .text(upTo: 2_000))
            ])
    }

    private func notice(_ commitment: CommitmentCase, _ term: [FormField]) -> CaseAction {
        CaseAction(
            code: "notice", title: Label("制发拟认定违诺告知书", "Draw up the notice of a breach"),
            warning: Label(
                "告知只是开始：申辩、第二名经办人决定、送达之后才是违诺。",
                "A notice finds nothing: answer, a second officer’s decision and service come first."), duty: .handle,
            fields: Self.papers
                + outcome(
                    [
                        FormField("facts", Label("事实", "Facts"), hint: Self.noNumbers, .text(upTo: 4_000)),
                        FormField("remedy", Label("告知的权利", "Rights told"), .text(upTo: 2_000)),
                    ], catalogue.kinds[commitment.letter.kind]?.consequences ?? []) + term)
    }

    private func propose(_ commitment: CommitmentCase, _ told: BreachTold) -> CaseAction {
        let consequences = (catalogue.kinds[commitment.letter.kind]?.consequences ?? []).filter {
            told.notice.consequences.contains($0.code)
        }
        return CaseAction(
            code: "propose", title: Label("拟定违诺认定", "Propose to find a breach"),
            warning: Label("不得超出告知的内容；申辩期满之后才能拟定。", "No more than was told, and only when the time to answer is over."),
            duty: .handle,
            fields: Self.papers
                + outcome(
                    [
                        FormField(
                            "reasons", Label("事实和理由", "Facts and reasons"),
                            hint: Label(
                                "写明对申辩的采纳情况；不填写证件号码", "Say how what was answered was weighed; no document numbers"),
                            .text(upTo: 8_000)),
                        FormField("end", Label("终止之日", "Ends on"), .day),
                        FormField("endBasis", Label("期限依据", "What sets the end"), .line(upTo: 200)),
                        FormField("supervisedUntil", Label("重点监管至", "Supervised more closely until"), .day),
                        FormField("remedy", Label("救济途径", "How to contest it"), .text(upTo: 2_000)),
                    ], consequences))
    }

    private func outcome(_ more: [FormField], _ consequences: [CommitmentConsequence]) -> [FormField] {
        [
            FormField(
                "degree", Label("履行状态", "Fulfilment"),
                .choice(BreachDegree.allCases.map { .init($0.rawValue, $0.title) })),
            FormField(
                "unfulfilled", Label("未履行的承诺内容", "What was not fulfilled"), hint: Self.noNumbers, .text(upTo: 4_000)),
            FormField("basis", Label("依据", "Legal basis"), .text(upTo: 2_000)),
        ] + more
            + consequences.map {
                FormField(
                    "consequence." + $0.code, Label("违诺责任：\($0.name.chinese)", "Consequence: \($0.name.english)"),
                    .check,
                    isRequired: false)
            }
    }

    private var answer: CaseAction {
        CaseAction(
            code: "answer", title: Label("登记陈述申辩", "Enter an answer"), duty: .handle,
            fields: [
                FormField("received", Label("收到之日", "Received on"), .day),
                FormField("text", Label("陈述申辩内容", "What was answered"), hint: Self.noNumbers, .text(upTo: 8_000)),
                Self.file("file", Label("书面材料", "Papers handed in")),
            ])
    }

    private var drop: CaseAction {
        CaseAction(
            code: "drop", title: Label("不予认定", "Find no breach"),
            warning: Label("回到监管，不留违诺痕迹。", "Back under supervision; nothing of it is shown."), duty: .handle,
            fields: [Self.reason])
    }

    private var release: CaseAction {
        let grounds = (catalogue.breach.flatMap { rules.lists[$0.list] }?.exits ?? []).map {
            FormField.Choice($0.rawValue, $0.title)
        }
        return CaseAction(
            code: "release", title: Label("提前解除重点监管", "End the closer supervision early"), duty: .decide,
            fields: Self.papers + [
                FormField("ground", Label("退出情形", "Ground"), .choice(grounds)), Self.reason,
                FormField(
                    "endsPublication", Label("同时终止公示", "Its publication ends with it"), .check, isRequired: false),
            ])
    }

    private var annul: CaseAction {
        CaseAction(
            code: "annul", title: Label("撤销违诺认定", "Annul the finding"),
            warning: Label("违诺信息和重点监管同时终止。", "The record and the closer supervision end at once."), duty: .decide,
            fields: Self.papers + [Self.reason])
    }

    private func serve(_ code: String, _ title: Label) -> CaseAction {
        CaseAction(
            code: code, title: title, duty: .handle,
            fields: [
                FormField(
                    "way", Label("送达方式", "Way"),
                    .choice(Delivery.Way.allCases.map { .init($0.rawValue, $0.title) })),
                FormField("begun", Label("发出或者公告之日", "Day it was sent or announced"), .day),
                FormField("served", Label("送达之日", "Day of service"), .day),
                Self.file("proof", Label("送达回证", "Proof of service")),
            ])
    }
}
