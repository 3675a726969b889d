import Credit

/// 单条录入表单: the fields of a kind as a form, as the pack has them.
enum EntryForms {
    /// What an opening begins with; the code of the kind follows.
    static let mark = "entry."

    static func entry(_ kind: RecordKind, _ fields: [Field]) -> CaseAction {
        CaseAction(
            code: mark + kind.code, title: Label("录入：\(kind.title.chinese)", "Enter: \(kind.title.english)"),
            warning: Label(
                "按与文件报送相同的规则校验，通过后作为一行的批次入库。",
                "It is checked by the same rules as a file, and taken in as a submission of one row."), duty: .submit,
            fields: fields.map(formField))
    }

    private static func formField(_ field: Field) -> FormField {
        let isRequired = field.need == .mandatory
        var hint = field.remedy.isEmpty ? nil : Label(field.remedy, field.english)
        let kind: FormField.Kind
        switch field.type {
        case .choice(let list) where !list.words.contains(where: \.open):
            kind = .choice(list.words.map { .init($0.title, Label($0.title, $0.english)) })
        case .choice(let list), .choices(let list):
            hint = Label(
                "可用：\(list.words.map(\.title).joined(separator: "、"))；多项用分号隔开",
                "Any of: \(list.words.map(\.english).joined(separator: ", ")); several are set apart by semicolons")
            kind = .text(upTo: 2_000)
        case .day: kind = .day
        case .text, .capital:
            let most = field.maximumLength > 0 ? field.maximumLength : 200
            kind = most > 200 ? .text(upTo: most) : .line(upTo: most)
        case .documentNumber, .year, .money, .count, .creditCode, .codeOrRegistration, .registrationNumber,
            .organisationCode, .identity:
            kind = .line(upTo: field.maximumLength > 0 ? field.maximumLength : 64)
        }
        return FormField(field.name, Label(field.title, field.english), hint: hint, kind, isRequired: isRequired)
    }

    private static let record = FormField(
        "record", Label("信息编号", "Id of the record"),
        hint: Label("信息页面地址中 /records/ 之后的部分", "What follows /records/ in the address of its page"), .line(upTo: 60))

    static let reason = FormField(
        "reason", Label("理由", "Reason"), hint: Label("不要填写身份证件号码", "No identity numbers"), .text(upTo: 1_000))

    static let correction = CaseAction(
        code: "correct", title: Label("更正本单位信息", "Correct a record of your own"),
        warning: Label(
            "更正后的内容作为新的版本，原来的版本保留在日志中；公示期不会因此延长。",
            "What is corrected becomes a further version, the earlier stays in the log; no publication gets longer."),
        duty: .submit,
        fields: [
            record,
            FormField(
                "claims", Label("哪一处应当怎样", "Which item should say what"),
                hint: Label(
                    "每行一处，写作“项目：应当是什么”，项目用信息页面上的名称",
                    "One a line, as “item: what it should say”, with the item's name on the record's page"),
                .text(upTo: 2_000)), reason,
        ])

    static let withdrawal = CaseAction(
        code: "withdraw", title: Label("撤回本单位信息的公示", "Withdraw a record of your own"),
        warning: Label(
            "各处立即不再公示；原页面只公开撤回日期和理由类别，不重复原来的内容。",
            "It is shown nowhere from now on; its page says the day and the ground only, and nothing of what it said."),
        duty: .submit,
        fields: [
            record,
            FormField(
                "ground", Label("公开的理由类别", "Ground told to the public"),
                .choice(ObjectionGround.allCases.map { .init($0.rawValue, $0.title) })), reason,
        ])

    static let sample = CaseAction(
        code: "sample", title: Label("抽样复核批次", "Review a batch by sample"), duty: .decide,
        fields: [
            FormField("batch", Label("批次编号", "Id of the batch"), .line(upTo: 60)),
            FormField("count", Label("抽取几条", "How many to draw"), .line(upTo: 4)),
        ])

    static let judging = [
        CaseAction(
            code: "right", title: Label("样本与原件一致", "The sample agrees with the papers"), duty: .decide,
            fields: [reason]),
        CaseAction(
            code: "wrong", title: Label("样本有误，退回报送人员更正", "Wrong: to be corrected"), duty: .decide,
            fields: [reason]),
        CaseAction(
            code: "take-back", title: Label("样本有误，整批撤回", "Wrong: take the whole batch back"),
            warning: Label("一个理由适用于整批所有信息。", "One reason for every record of the batch."), duty: .decide,
            fields: [reason]),
    ]
}
