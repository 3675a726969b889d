import Credit
import HTTPTypes
import Hummingbird

/// 一次经办: one request of an agent of a company, from the session to the answer. Another cookie than the office's, and no
/// way from here into it.
struct AgentTurn {
    let entrance: OfficeEntrance
    let portal: Portal
    let request: Request
    let visit: OfficeVisit
    private(set) var session: AgentSession?
    private var today = Day.endless

    init(entrance: OfficeEntrance, portal: Portal, request: Request, visit: OfficeVisit) {
        self.entrance = entrance
        self.portal = portal
        self.request = request
        self.visit = visit
    }

    var isPost: Bool { request.method == .post }

    mutating func answer(_ route: AgentRoute?) async -> Answer {
        var answer: Answer
        do {
            guard let route else { throw OfficeRefusal.noSuchPage }
            answer = try await answerOrRefuse(route)
            try await record(route, outcome: answer.status < 400 ? "done" : "refused \(answer.status)")
        } catch let refusal as OfficeRefusal {
            answer = await problem(refusal)
            if let route { try? await record(route, outcome: refusal.code) }
        } catch let problem as any CaseProblem {
            answer = await self.problem(OfficeRefusal(code: problem.code, status: 409, words: problem.words))
            if let route { try? await record(route, outcome: problem.code) }
        } catch {
            let number = portal.surroundings.failureNumber()
            portal.surroundings.failed(number, error)
            answer = await problem(.failed(number))
            if let route { try? await record(route, outcome: OfficeRefusal.failed(number).code) }
        }
        OfficeEntrance.close(&answer)
        if let route, answer.status == 405 {
            let methods = (route.methods.get ? ["GET", "HEAD"] : []) + (route.methods.post ? ["POST"] : [])
            answer.more.append((.allow, methods.joined(separator: ", ")))
        }
        return answer
    }

    private mutating func answerOrRefuse(_ route: AgentRoute) async throws -> Answer {
        if portal.settings.trustsForwardedAddress, !visit.isSecure { throw OfficeRefusal.needsTLS }
        let methods = route.methods
        guard isPost ? methods.post : methods.get && (request.method == .get || request.method == .head) else {
            throw OfficeRefusal.wrongMethod
        }
        today = try await portal.desk.read { try $0.reading().day }
        if let token = AgentCookie.token(in: request, isSecure: visit.isSecure) {
            session = try await entrance.run { try $0.agents.session(token) }
        }
        if isPost { try PostGuard.check(request, baseAddress: portal.settings.baseAddress) }
        if route.isBeforeSignIn { return try await before(route) }
        guard let session else {
            let refusal = isPost ? OfficeRefusal.notSignedIn : .signInFirst
            return try await page(SignInPage(name: "", next: nil, refusal: refusal, isOfAgents: true))
        }
        if route.needsBinding, !session.isBound { throw AgentProblem.notBound }
        switch route {
        case .home: return try await home(session)
        case .sheet(let id):
            return try await page(
                AgentCase(session: session, sheet: try await sheet(id, session), rules: portal.rules, today: today))
        case .begin, .act: return try await act(route, session)
        case .signOut:
            let form = try await posted(most: 8_192)
            try check(form.values, session)
            try await entrance.run { try $0.agents.signOut(session.token) }
            return goOn(to: AgentRoute.signIn.path, [(.setCookie, AgentCookie.removed(isSecure: visit.isSecure))])
        case .signUp, .confirm, .signIn: throw OfficeRefusal.wrongMethod
        }
    }

    /// 访问记录: every look, every act and every refusal (R9).
    private func record(_ route: AgentRoute, outcome: String) async throws {
        guard let session, !route.isBeforeSignIn else { return }
        let (what, address) = ("\(request.method.rawValue) \(route.path)", visit.address)
        try await entrance.run { try $0.agents.note(what, outcome: outcome, by: session, from: address) }
    }

    // MARK: - 案件

    private func home(_ session: AgentSession) async throws -> Answer {
        guard session.isBound else {
            return try await page(AgentHome(session: session, today: today))
        }
        let today = today
        let home = try await entrance.run { desk in
            AgentHome(
                session: session, standing: try desk.agents.standing(for: session),
                lines: try desk.agents.cases(for: session), openings: try desk.agents.openings(for: session),
                today: today)
        }
        return try await page(home)
    }

    private func sheet(_ id: String, _ session: AgentSession) async throws -> CaseSheet {
        guard let sheet = try await entrance.run({ try $0.agents.sheet(id, for: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        return sheet
    }

    private func form(_ route: AgentRoute, _ session: AgentSession) async throws -> ActionPage {
        let found: (action: CaseAction?, about: Label?, back: AgentRoute)
        var read: CaseSheet?
        switch route {
        case .act(let code, let id):
            let sheet = try await sheet(id, session)
            found = (sheet.actions.first { $0.code == code }, sheet.title, .sheet(id))
            read = sheet
        case .begin(let code):
            let openings = try await entrance.run { try $0.agents.openings(for: session) }
            found = (openings.first { $0.code == code }, nil, .home)
        default: throw OfficeRefusal.noSuchPage
        }
        guard let action = found.action else { throw OfficeRefusal.notPossibleNow }
        var page = ActionPage(bar: nil, action: action, route: .queue, about: found.about, back: .queue, sheet: read)
        page.elsewhere = (route.path, found.back.path, session.formToken)
        page.agent = AgentBar(session: session)
        // Where the company's page names the record that something is begun about, it need not be typed.
        if !isPost, case .begin = route, let record = visit.target.value("record") { page.values["record"] = record }
        return page
    }

    private func act(_ route: AgentRoute, _ session: AgentSession) async throws -> Answer {
        var form = try await form(route, session)
        guard isPost else { return try await page(form) }
        let check = FormCheck(fields: form.action.fields)
        let desk = entrance.desk
        let intake = PostedForm.Intake(
            most: { check.mostBytes(of: $0) },
            allows: { values in
                guard PostGuard.isSame(values[PostedForm.tokenName], session.formToken) else {
                    throw OfficeRefusal.wrongToken
                }
            }, open: { try desk.agents.receive($0, for: session) }, purpose: .evidence)
        let posted = try await PostedForm.read(
            request, most: check.mostBytes, patience: portal.settings.bodyPatience, intake: intake)
        defer { posted.discard() }
        try self.check(posted.values, session)
        form.values = check.tidied(posted.values)
        let read = posted.casePosition
        if let sheet = form.sheet, read != sheet.position { return try await stale(form, read) }
        form.faults = check.faults(form.values, posted)
        guard form.faults.isEmpty else {
            form.values = FormCheck.shownAgain(form.values)
            return try await page(form)
        }
        var kept = form.values
        for (field, file) in posted.files {
            kept[field] = try file.file.keep()
            kept[field + ".name"] = ResidentNumber.masking(file.name)
        }
        let values = FormValues(kept, read: read)
        do {
            let id = try await entrance.run { desk in
                switch route {
                case .act(let action, let id):
                    try desk.agents.act(action, in: id, values, by: session)
                    return id
                case .begin(let action): return try desk.agents.open(action, values, by: session)
                default: throw OfficeRefusal.noSuchPage
                }
            }
            return goOn(to: AgentRoute.sheet(id).path)
        } catch let problem as any CaseProblem {
            form.faults = FieldFault.all(of: problem)
            return try await page(form)
        } catch let refusal as OfficeRefusal where refusal == .caseMovedOn {
            return try await stale(try await self.form(route, session), read, form.values)
        }
    }

    /// The form with all that was typed, where the case has gone on since it was read: sending it again acts on the case as
    /// it stands now.
    private func stale(
        _ now: ActionPage, _ read: Int?, _ typed: [String: String]? = nil
    ) async throws -> Answer {
        var form = now
        form.values = FormCheck.shownAgain(typed ?? now.values)
        form.faults = [
            FieldFault(field: nil, code: OfficeRefusal.caseMovedOn.code, words: OfficeRefusal.caseMovedOn.words)
        ]
        form.read = read
        return try await page(form)
    }

    func posted(most: Int) async throws -> PostedForm {
        try await PostedForm.read(request, most: most, patience: portal.settings.bodyPatience, intake: nil)
    }

    // MARK: - 页面

    private func problem(_ refusal: OfficeRefusal) async -> Answer {
        let page = OfficeProblemPage(refusal: refusal, bar: nil, back: AgentRoute.home.path)
        if let answer = try? await self.page(page) { return answer }
        return Answer(
            status: refusal.status, type: "text/plain; charset=utf-8",
            bytes: Array("\(refusal.code) \(refusal.words.chinese) \(refusal.words.english)\n".utf8))
    }

    func page(_ page: some OfficePage) async throws -> Answer {
        try await portal.answer(page, in: .page, language: visit.language, at: nil)
    }

    func goOn(to path: String, _ more: [(HTTPField.Name, String)] = []) -> Answer {
        Answer(
            status: 303, type: "text/plain; charset=utf-8", bytes: [], caching: .never,
            more: [(.location, path + visit.language.suffix)] + more)
    }

    private func check(_ values: [String: String], _ session: AgentSession) throws(OfficeRefusal) {
        guard PostGuard.isSame(values[PostedForm.tokenName], session.formToken) else { throw .wrongToken }
    }
}

/// 经办人 Cookie: one of its own, so that no session of an agent is ever taken for one of the office.
enum AgentCookie {
    static func name(isSecure: Bool) -> String { isSecure ? "__Secure-agent" : "agent" }

    static func token(in request: Request, isSecure: Bool) -> String? {
        let name = name(isSecure: isSecure)
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let sides = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                guard sides.count == 2, sides[0] == name, sides[1].utf8.count <= 256 else { continue }
                return String(sides[1])
            }
        }
        return nil
    }

    static func set(_ token: String, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(token); Path=/agent; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
    }

    static func removed(isSecure: Bool) -> String { set("", isSecure: isSecure) + "; Max-Age=0" }
}
