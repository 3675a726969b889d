import Credit
import HTTPTypes
import Hummingbird

/// 登录之前: what an agent does before there is a session: signing up, confirming the telephone, signing in.
extension AgentTurn {
    func before(_ route: AgentRoute) async throws -> Answer {
        if isPost { try entrance.countSignIn(from: visit.address, at: visit.now) }
        let address = visit.address
        switch route {
        case .signIn:
            guard isPost else {
                return try await page(SignInPage(name: "", next: nil, refusal: nil, isOfAgents: true))
            }
            let form = try await posted(most: 8_192)
            let values = FormValues(form.values)
            let (name, code) = (values["name"] ?? "", values["code"])
            let password = form.values["password"] ?? ""
            do {
                let session = try await entrance.run {
                    try $0.agents.signIn(name: name, password: password, code: code, from: address)
                }
                return goOn(
                    to: AgentRoute.home.path,
                    [(.setCookie, AgentCookie.set(session.token, isSecure: visit.isSecure))])
            } catch let refusal as OfficeRefusal {
                return try await page(
                    SignInPage(name: String(name.prefix(100)), next: nil, refusal: refusal, isOfAgents: true))
            }
        case .confirm:
            let form = try await posted(most: 8_192)
            let values = FormValues(form.values)
            let (name, code) = (values["name"] ?? "", values["code"] ?? "")
            do {
                let codes = try await entrance.run { try $0.agents.confirm(name: name, code: code, from: address) }
                var shown = SecretPage(
                    bar: nil, title: .both("恢复码", "Recovery codes"),
                    words: .both(
                        "登记完成。手机不在身边时，每个恢复码可以代替动态口令用一次。只显示这一次，请妥善保管；然后带材料到窗口核验。",
                        "You are signed up. Without the telephone each of these is good once. They are shown this once; then bring the papers to the window."
                    ), lines: codes)
                shown.elsewhere = (nil, AgentRoute.signIn.path)
                return try await page(shown)
            } catch let refusal as OfficeRefusal where refusal.status != 500 {
                return try await page(
                    telephone(name, [], FieldFault(field: nil, code: refusal.code, words: refusal.words)))
            }
        default: return try await signUp()
        }
    }

    private func signUp() async throws -> Answer {
        var form = ActionPage(
            bar: nil, action: AgentForms.signUp, route: .queue, about: nil, back: .queue, secrets: ["new", "again"])
        form.elsewhere = (AgentRoute.signUp.path, AgentRoute.signIn.path, "")
        guard isPost else { return try await page(form) }
        let check = FormCheck(fields: form.action.fields)
        let posted = try await posted(most: check.mostBytes)
        form.values = check.tidied(posted.values)
        form.faults = check.faults(form.values, posted)
        if form.faults.isEmpty, posted.values["new"] != posted.values["again"] { form.faults = [.notAgain] }
        guard form.faults.isEmpty else {
            form.values = FormCheck.shownAgain(form.values)
            return try await page(form)
        }
        let values = FormValues(form.values)
        let (password, address) = (posted.values["new"] ?? "", visit.address)
        do {
            let telephone = try await entrance.run {
                try $0.agents.signUp(
                    name: values["name"] ?? "", person: values["person"] ?? "", code: values["code"] ?? "",
                    contact: values["contact"] ?? "", password: password, from: address)
            }
            return try await page(self.telephone(values["name"] ?? "", [telephone], nil))
        } catch let problem as any CaseProblem {
            form.faults = FieldFault.all(of: problem)
            return try await page(form)
        }
    }

    private func telephone(_ name: String, _ lines: [String], _ fault: FieldFault?) -> SecretPage {
        var page = SecretPage(
            bar: nil, title: .both("把密钥加到手机上", "Add the key to the telephone"),
            words: .both(
                "用手机上的验证器扫描二维码，或者打开下面的地址；然后输入手机上显示的 6 位数字。密钥只显示这一次。",
                "Scan the code with the authenticator of the telephone, or open the address in it; then type the six digits it shows. The key is shown this once."
            ), lines: lines, code: lines.first.flatMap { SecretPage.picture(of: $0) })
        page.name = String(name.prefix(32))
        page.fault = fault
        page.elsewhere = (AgentRoute.confirm.path, nil)
        return page
    }
}
