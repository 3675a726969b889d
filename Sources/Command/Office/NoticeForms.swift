import Credit

/// 通报表单: what the forms of a formal notice ask for, and how its sheet tells it.
enum NoticeForms {
    /// What the field of an addressee begins with.
    static let mark = "body-"

    static func drawing(_ about: NoticeAbout, to bodies: [NoticeBody]) -> CaseAction {
        CaseAction(
            code: about.rawValue,
            title: Label("拟通报：\(about.title.chinese)", "Draw up a notice: \(about.title.english)"),
            warning: Label(
                "通报只送主送单位，不公开。不填写个人姓名和证件号码：姓名只写在函件中。",
                "A notice goes to its addressees only and is never public. No person's name or number: the name stands in the letter only."
            ), duty: .handle,
            fields: [
                FormField(
                    "unit",
                    about == .unit
                        ? Label("单位统一社会信用代码", "Unified code of the unit")
                        : Label("所在单位统一社会信用代码", "Unified code of their unit"), .line(upTo: 18)),
                FormField("name", Label("单位名称", "Name of the unit"), .line(upTo: 200)),
                FormField(
                    "kind", Label("单位类别", "Kind of unit"),
                    .choice(PublicUnitKind.allCases.map { .init($0.rawValue, $0.title) })),
                FormField("organ", Label("认定文书：机关", "Deciding paper: organ"), .line(upTo: 100)),
                FormField("number", Label("认定文书：文号", "Deciding paper: number"), .line(upTo: 100)),
                FormField("date", Label("认定文书：日期", "Deciding paper: date"), .day),
                FormField("basis", Label("认定文书：依据", "Deciding paper: legal basis"), .line(upTo: 300)),
                FormField("facts", Label("违法失信事实", "Facts"), .text(upTo: 2_000)),
            ]
                + bodies.map {
                    FormField(
                        mark + $0.code,
                        Label("主送：\($0.name.chinese)（具体名称）", "To: \($0.name.english), by name"), .line(upTo: 200))
                })
    }

    static func actions(for notice: FormalNotice) -> [CaseAction] {
        var actions: [CaseAction] = []
        switch notice.stage {
        case .drawn:
            actions.append(
                CaseAction(
                    code: "release", title: Label("签发", "Release"), duty: .decide,
                    fields: [
                        FormField("number", Label("文号", "Number"), .line(upTo: 100)),
                        FormField("date", Label("日期", "Date"), .day),
                        RectificationForms.file("letter", Label("签发的通报", "The letter released")),
                    ]))
        case .released:
            if !notice.unserved.isEmpty {
                let way = RectificationForms.delivery
                actions.append(
                    CaseAction(
                        code: "serve", title: Label("登记送达", "Record a service"), duty: .handle,
                        fields: [choice(notice.unserved)] + way))
            }
            if !notice.unanswered.isEmpty {
                actions.append(
                    CaseAction(
                        code: "answer", title: Label("登记答复", "Enter an answer"), duty: .handle,
                        fields: [
                            choice(notice.unanswered),
                            FormField("words", Label("答复内容", "What it says"), .text(upTo: 2_000)),
                            RectificationForms.file("answer", Label("答复文件", "Its file"), isRequired: false),
                        ]))
            }
            if notice.unserved.isEmpty {
                actions.append(
                    CaseAction(code: "close", title: Label("办结", "Close"), duty: .handle, fields: []))
            }
        case .closed, .withdrawn: return []
        }
        actions.append(
            CaseAction(
                code: "withdraw", title: Label("撤回", "Withdraw"), duty: .handle,
                fields: [FormField("reason", Label("理由", "Reason"), .text(upTo: 1_000))]))
        return actions
    }

    private static func choice(_ addressees: [NoticeDraft.Addressee]) -> FormField {
        FormField(
            "body", Label("主送单位", "Addressee"), .choice(addressees.map { .init($0.body, Label($0.name, $0.name)) }))
    }

    static func facts(of notice: FormalNotice) -> [CaseSheet.Fact] {
        let draft = notice.draft
        var facts = [
            CaseSheet.Fact(
                Label("知悉范围", "Who may see it"), Label("限拟稿单位和主送单位，不公开", "its organ and its addressees; never public")),
            CaseSheet.Fact(Label("单位类别", "Kind of unit"), draft.unitKind.title),
            fact("认定文书", "Deciding paper", "\(draft.paper.organ) \(draft.paper.number) \(draft.paper.date)"),
            fact("依据", "Legal basis", draft.paper.basis), fact("违法失信事实", "Facts", draft.facts),
        ]
        switch notice.stage {
        case .released(let release), .closed(let release):
            facts += [
                fact("通报文号", "Number of the letter", release.number), fact("通报日期", "Its date", "\(release.date)"),
                fact("通报摘要", "Digest of the letter", release.letter),
                fact("签发", "Released by", "\(release.by.first.name)、\(release.by.second.name)"),
            ]
        case .drawn, .withdrawn: break
        }
        for addressee in draft.addressees {
            let served = notice.services[addressee.body]
            let answer = notice.answers[addressee.body]
            let chinese = [
                served.map { "\($0.way.title.chinese)，\($0.served) 送达" } ?? "未送达", answer.map { "答复：\($0.words)" },
            ]
            let english = [
                served.map { "\($0.way.title.english), served on \($0.served)" } ?? "not served",
                answer.map { "answered: \($0.words)" },
            ]
            facts.append(
                CaseSheet.Fact(
                    Label("主送：\(addressee.name)", "To: \(addressee.name)"),
                    Label(
                        chinese.compactMap(\.self).joined(separator: "；"),
                        english.compactMap(\.self).joined(separator: "; "))))
        }
        return facts
    }

    private static func fact(_ chinese: String, _ english: String, _ value: String) -> CaseSheet.Fact {
        CaseSheet.Fact(Label(chinese, english), Label(value, value))
    }

    static func words(of step: NoticeEvent.Step, in draft: NoticeDraft) -> Label {
        func name(_ body: String) -> String { draft.addressees.first { $0.body == body }?.name ?? body }
        switch step {
        case .drawn: return Label("拟稿", "Drawn up")
        case .released(let number, _, _): return Label("签发：\(number)", "Released: \(number)")
        case .served(let body, let service):
            return Label("送达\(name(body))：\(service.served)", "Served on \(name(body)): \(service.served)")
        case .answered(let body, let words, _):
            return Label("\(name(body))答复：\(words)", "\(name(body)) answered: \(words)")
        case .withdrawn(let reason): return Label("撤回：\(reason)", "Withdrawn: \(reason)")
        case .closed: return Label("办结", "Closed")
        }
    }
}
