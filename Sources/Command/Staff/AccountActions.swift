import Credit

/// 账号办理: what may be done with an account by page, with its forms, and what comes of each.
struct AccountActions {
    let account: Account
    let people: People
    /// 授权 that hold or will hold, of which it is one side.
    let running: [Authorisation]
    let day: Day

    var all: [CaseAction] {
        if account.isLocked(on: day) {
            return [action("unlock", Label("解锁", "Unlock"), [Self.reason])]
        }
        let open = account.grants.filter { $0.until == nil }.map(\.duty)
        let missing = Duty.allCases.filter { !open.contains($0) }
        var actions: [CaseAction] = []
        if !missing.isEmpty {
            actions.append(
                action(
                    "grant", Label("授予权限", "Grant a duty"),
                    [Self.choice("duty", Label("岗位权限", "Duty"), missing), Self.from]))
        }
        if !open.isEmpty {
            actions.append(
                action(
                    "withdraw", Label("收回权限", "Withdraw a duty"),
                    [Self.choice("duty", Label("岗位权限", "Duty"), open), Self.from, Self.reason]))
        }
        let passable = open.filter { !Authorisation.neverPassed.contains($0) }
        let others = substitutes
        if !passable.isEmpty, !others.isEmpty {
            actions.append(
                action(
                    "authorise", Label("指定代行人", "Name a substitute"),
                    [FormField("substitute", Label("代行人", "Who stands in"), .choice(others))]
                        + passable.map {
                            FormField(
                                "duty-" + $0.rawValue,
                                Label("代行“\($0.title.chinese)”", "Stands in for: \($0.title.english)"),
                                .check, isRequired: false)
                        } + [
                            Self.from, FormField("until", Label("末日", "Last day"), .day),
                            FormField("paper", Label("授权书文号", "Number of the paper"), .line(upTo: 100)),
                        ],
                    Label(
                        "代行人所办的事项记为“代”；账号管理不得代行。",
                        "What the substitute does is logged as 代; administering accounts cannot be passed on.")))
        }
        let own = running.filter { $0.principal == account.id }
        if !own.isEmpty {
            actions.append(
                action(
                    "end-authorisation", Label("提前终止授权", "End an authorisation early"),
                    [
                        FormField(
                            "authorisation", Label("授权", "Authorisation"),
                            .choice(
                                own.map { given in
                                    let name = people.accounts[given.substitute]?.person ?? given.substitute
                                    return .init(
                                        given.id, Label("\(name)，至 \(given.until)", "\(name), until \(given.until)"))
                                })), Self.from, Self.reason,
                    ]))
        }
        return actions + [
            action(
                "lock", Label("锁定", "Lock"), [Self.reason],
                Label("立即生效：会话和令牌都不能再用，直到解锁。", "At once: sessions and tokens open nothing until it is unlocked.")),
            action(
                "reset", Label("重置登录凭据", "Hand out a new set-up secret"), [Self.reason],
                Label(
                    "旧口令、会话和令牌立即作废；新的初始凭据只显示一次。",
                    "The old password, sessions and tokens are void; the new secret is shown once.")),
            action(
                "close", Label("注销", "Close"), [Self.reason],
                Label("不能恢复；需要时另开新账号。", "It cannot be undone; a new account is opened where one is needed.")),
        ]
    }

    /// Who may stand in: people of the same organisation or of one above it.
    private var substitutes: [FormField.Choice] {
        guard let post = people.organisation(of: account.id, on: day) else { return [] }
        return people.accounts.values
            .filter { other in
                other.id != account.id && other.isOpen(on: day)
                    && people.organisation(of: other.id, on: day).map { people.covers($0.code, post.code, on: day) }
                        ?? false
            }
            .sorted { $0.signIn < $1.signIn }
            .map { .init($0.id, Label("\($0.person)（\($0.signIn)）", "\($0.person) (\($0.signIn))")) }
    }

    static func opening(_ organs: [FormField.Choice]) -> CaseAction {
        CaseAction(
            code: "open", title: Label("开立账号", "Open an account"),
            warning: Label(
                "开立后给出初始凭据，只显示一次，请当面交给本人。", "A set-up secret is shown once; hand it over in person."),
            duty: .administer,
            fields: [
                FormField(
                    "name", Label("登录名", "Sign-in name"),
                    hint: Label(
                        "3 至 32 个小写字母、数字、点、连字符或下划线", "3 to 32 lower-case letters, digits, dots, hyphens, underlines"),
                    .line(upTo: 32)),
                FormField("person", Label("姓名", "Name of the person"), .line(upTo: 50)),
                FormField("organisation", Label("单位", "Organisation"), .choice(organs)),
            ]
                + Duty.allCases.map {
                    FormField("duty-" + $0.rawValue, $0.title, .check, isRequired: false)
                })
    }

    /// What comes of a form.
    static func events(
        _ action: String, of id: String, _ values: FormValues, authorisation: String, by: String, on day: Day,
        _ known: People
    ) throws -> [PeopleEvent] {
        var people = known
        var events: [PeopleEvent] = []
        func take(_ event: PeopleEvent) {
            people.apply(event)
            events.append(event)
        }
        let reason = values["reason"] ?? ""
        let duties = Duty.allCases.filter { values["duty-" + $0.rawValue] == "yes" }
        let duty = values["duty"].flatMap { Duty(rawValue: $0) }
        let from = values.day("from") ?? day
        switch action {
        case "open":
            take(
                try people.open(
                    account: id, signIn: values["name"] ?? "", person: values["person"] ?? "",
                    organisation: values["organisation"] ?? "", by: by, on: day))
            for duty in duties { take(try people.grant(duty, to: id, from: day, by: by, on: day)) }
        case "grant":
            guard let duty else { throw AccessProblem.noAccount(id) }
            take(try people.grant(duty, to: id, from: from, by: by, on: day))
        case "withdraw":
            guard let duty else { throw AccessProblem.noAccount(id) }
            take(try people.withdraw(duty, from: id, since: from, reason: reason, by: by, on: day))
        case "authorise":
            let given = Authorisation(
                id: authorisation, principal: id, substitute: values["substitute"] ?? "", duties: Set(duties),
                from: from, until: values.day("until") ?? day, paper: values["paper"] ?? "")
            take(try people.authorise(given, by: by, on: day))
        case "end-authorisation":
            take(
                try people.end(
                    authorisation: values["authorisation"] ?? "", from: from, reason: reason, by: by, on: day))
        case "lock": take(try people.lock(id, reason: reason, by: by, on: day))
        case "unlock": take(try people.unlock(id, reason: reason, by: by, on: day))
        case "reset": take(try people.reset(id, reason: reason, by: by, on: day))
        default: take(try people.close(id, reason: reason, by: by, on: day))
        }
        return events
    }

    private func action(
        _ code: String, _ title: Label, _ fields: [FormField], _ warning: Label? = nil
    ) -> CaseAction {
        CaseAction(code: code, title: title, warning: warning, duty: .administer, fields: fields)
    }

    private static let reason = FormField("reason", Label("事由", "Reason"), .text(upTo: 500))
    private static let from = FormField(
        "from", Label("生效日", "First day"), hint: Label("不填为今天", "Today where left empty"), .day, isRequired: false)

    private static func choice(_ name: String, _ title: Label, _ duties: [Duty]) -> FormField {
        FormField(name, title, .choice(duties.map { .init($0.rawValue, $0.title) }))
    }
}
