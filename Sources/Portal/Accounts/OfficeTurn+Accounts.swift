import Credit
import HTTPTypes
import Hummingbird

/// What is looked at and done with accounts.
extension OfficeTurn {
    func lookAtAccounts(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        switch route {
        case .people:
            let lines = try await entrance.run { try $0.accounts.accounts(for: session) }
            return try await page(PeoplePage(bar: bar(session, .people), lines: lines))
        case .account(let id):
            return try await page(
                AccountPage(bar: bar(session, .people), file: try await account(id, session)))
        case .newAccount, .administer: return try await page(try await accountForm(route, session))
        case .own:
            let own = try await entrance.run { try $0.accounts.own(session) }
            return try await page(OwnPage(bar: bar(session, .own), own: own))
        case .ownForm(let form): return try await page(ownForm(form, session))
        default: throw OfficeRefusal.noSuchPage
        }
    }

    mutating func changeAccounts(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        if case .ownForm(let form) = route { return try await changeOwn(form, session) }
        var form = try await accountForm(route, session)
        let (values, _) = try await fill(&form, session)
        guard let values else { return try await page(form) }
        let session = try await renewed(session)
        let address = visit.address
        do {
            let (id, secret) = try await entrance.run { desk in
                switch route {
                case .administer(let action, let id):
                    try desk.accounts.administer(action, of: id, values, by: session, from: address)
                default: try desk.accounts.administer("open", of: nil, values, by: session, from: address)
                }
            }
            guard let secret else { return goOn(to: OfficeRoute.account(id).path) }
            return try await page(
                SecretPage(
                    bar: bar(session, .people), title: .both("初始凭据", "Set-up secret"),
                    words: .both(
                        "只显示这一次。请当面交给本人；本人在登录页“设置口令”处使用，72 小时内有效。",
                        "Shown this once. Hand it over in person; it is used at “set your password” on the page for signing in, within 72 hours."
                    ), lines: [secret], next: .account(id)))
        } catch let problem as any CaseProblem {
            form.faults = FieldFault.all(of: problem)
            return try await page(form)
        }
    }

    /// Reads what a form of accounts brought; nil where something is wrong, which stands on the form then. The raw values
    /// are beside them: a password is taken as it was typed.
    private func fill(
        _ form: inout ActionPage, _ session: OfficeSession?
    ) async throws -> (values: FormValues?, raw: [String: String]) {
        let check = FormCheck(fields: form.action.fields)
        let posted = try await posted(most: check.mostBytes)
        if let session { try checkToken(posted.values, session) }
        form.values = check.tidied(posted.values)
        form.faults = check.faults(form.values, posted)
        if form.faults.isEmpty, let new = posted.values["new"], new != posted.values["again"] {
            form.faults = [.notAgain]
        }
        if !form.faults.isEmpty { form.values = FormCheck.shownAgain(form.values) }
        return (form.faults.isEmpty ? FormValues(form.values) : nil, posted.values)
    }

    private func account(_ id: String, _ session: OfficeSession) async throws -> AccountFile {
        guard let file = try await entrance.run({ try $0.accounts.account(id, for: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        sight.note(.administering(id))
        return file
    }

    private func accountForm(_ route: OfficeRoute, _ session: OfficeSession) async throws -> ActionPage {
        guard case .administer(let code, let id) = route else {
            let action = try await entrance.run { try $0.accounts.opening(for: session) }
            return ActionPage(bar: bar(session, .people), action: action, route: route, about: nil, back: .people)
        }
        let file = try await account(id, session)
        guard let action = file.actions.first(where: { $0.code == code }) else { throw OfficeRefusal.notPossibleNow }
        return ActionPage(
            bar: bar(session, .people), action: action, route: route,
            about: .both("\(file.line.person) · \(file.line.signIn)", "\(file.line.person) · \(file.line.signIn)"),
            back: .account(id))
    }

    // MARK: - 本人

    private func ownForm(_ form: OwnForm, _ session: OfficeSession) -> ActionPage {
        ActionPage(
            bar: bar(session, .own), action: form.action, route: .ownForm(form), about: nil, back: .own,
            secrets: OwnForm.secrets)
    }

    private mutating func changeOwn(_ form: OwnForm, _ session: OfficeSession) async throws -> Answer {
        var page = ownForm(form, session)
        let (values, raw) = try await fill(&page, session)
        guard let values else {
            // What is no form of its own was a button: nobody mistyped it.
            guard form.hasPage else { throw OfficeRefusal.malformed(.badName) }
            return try await self.page(page)
        }
        let session = try await renewed(session)
        let code = values["code"] ?? ""
        let change: OwnChange =
            switch form {
            case .password: .password(old: raw["old"] ?? "", code: code, new: raw["new"] ?? "")
            case .telephone: .telephone(password: raw["old"] ?? "", code: code)
            case .confirm: .confirm(code: code)
            case .endSession: .endSession(values["id"] ?? "")
            case .revokeToken: .revokeToken(values["id"] ?? "")
            }
        let address = visit.address
        do {
            let answer = try await entrance.run { try $0.accounts.change(change, by: session, from: address) }
            return try await told(answer, form, session)
        } catch let refusal as OfficeRefusal where form.hasPage && refusal.status != 500 {
            page.faults = [FieldFault(field: nil, code: refusal.code, words: refusal.words)]
            return try await self.page(page)
        } catch let refusal as OfficeRefusal where form == .confirm && refusal.status != 500 {
            return try await self.page(telephone([], FieldFault(field: nil, code: refusal.code, words: refusal.words)))
        }
    }

    private func told(_ answer: OwnAnswer, _ form: OwnForm, _ session: OfficeSession) async throws -> Answer {
        switch answer {
        case .done:
            guard form == .password else { return goOn(to: OfficeRoute.own.path) }
            return goOn(
                to: OfficeRoute.signIn.path, [(.setCookie, SessionCookie.removed(isSecure: visit.isSecure))])
        case .telephone(let address): return try await page(telephone([address], nil))
        case .recovery(let codes): return try await page(recovery(codes, next: .own))
        }
    }

    /// The key for a telephone, and where its first code is typed.
    private func telephone(_ lines: [String], _ fault: FieldFault?) -> SecretPage {
        SecretPage(
            bar: session.map { bar($0, .own) }, title: .both("把密钥加到手机上", "Add the key to the telephone"),
            words: .both(
                "用手机上的验证器扫描二维码，或者打开下面的地址；然后输入手机上显示的 6 位数字。密钥只显示这一次。",
                "Scan the code with the authenticator of the telephone, or open the address in it; then type the six digits it shows. The key is shown this once."
            ), lines: lines, code: lines.first.flatMap { SecretPage.picture(of: $0) }, confirm: .ownForm(.confirm),
            fault: fault)
    }

    private func recovery(_ codes: [String], next: OfficeRoute) -> SecretPage {
        SecretPage(
            bar: session.map { bar($0, .own) }, title: .both("恢复码", "Recovery codes"),
            words: .both(
                "手机已经确认。手机不在身边时，每个恢复码可以代替动态口令用一次。只显示这一次，请抄下或打印，妥善保管。",
                "The telephone is confirmed. Without it each of these is good once in place of a one-time code. They are shown this once: write them down or print them."
            ), lines: codes, next: next)
    }

    // MARK: - 登录之前

    /// What comes before anybody is signed in, besides signing in itself.
    func beforeSignIn(_ route: OfficeRoute) async throws -> Answer {
        var form = ActionPage(
            bar: nil, action: OwnForm.setUp, route: .setUp, about: nil, back: .signIn, secrets: OwnForm.secrets)
        guard isPost else { return try await page(form) }
        try entrance.countSignIn(from: visit.address, at: visit.now)
        let address = visit.address
        if route == .confirm {
            let posted = try await posted(most: 8_192)
            let values = FormValues(posted.values)
            let (name, code) = (values["name"] ?? "", values["code"] ?? "")
            do {
                let codes = try await entrance.run { try $0.accounts.confirm(name: name, code: code, from: address) }
                return try await page(recovery(codes, next: .signIn))
            } catch let refusal as OfficeRefusal where refusal.status != 500 {
                return try await page(
                    waiting(name, [], FieldFault(field: nil, code: refusal.code, words: refusal.words)))
            }
        }
        let (values, raw) = try await fill(&form, nil)
        guard let values else { return try await page(form) }
        let (name, secret, password) = (values["name"] ?? "", values["secret"] ?? "", raw["new"] ?? "")
        do {
            let telephone = try await entrance.run {
                try $0.accounts.setUp(name: name, secret: secret, password: password, from: address)
            }
            return try await page(waiting(name, [telephone], nil))
        } catch let refusal as OfficeRefusal where refusal.status != 500 {
            form.faults = [FieldFault(field: nil, code: refusal.code, words: refusal.words)]
            return try await page(form)
        }
    }

    private func waiting(_ name: String, _ lines: [String], _ fault: FieldFault?) -> SecretPage {
        var page = telephone(lines, fault)
        page.confirm = .confirm
        page.name = String(name.prefix(32))
        return page
    }
}
