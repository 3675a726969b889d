import Credit
import HTTPTypes
import Hummingbird

/// 一次办理: one request at the office, from its session to its answer.
struct OfficeTurn {
    let entrance: OfficeEntrance
    let portal: Portal
    let request: Request
    let visit: OfficeVisit
    private(set) var session: OfficeSession?
    private(set) var today = Day.endless
    let sight = OfficeSight()

    init(entrance: OfficeEntrance, portal: Portal, request: Request, visit: OfficeVisit) {
        self.entrance = entrance
        self.portal = portal
        self.request = request
        self.visit = visit
    }

    var isPost: Bool { request.method == .post }

    /// The answer at an address.
    ///
    /// - Throws: `OfficeRefusal`, `CaseProblem`, or what is our own failure.
    mutating func answer(_ route: OfficeRoute) async throws -> Answer {
        // Behind a proxy a request without TLS could only come past it.
        if portal.settings.trustsForwardedAddress, !visit.isSecure { throw OfficeRefusal.needsTLS }
        let methods = route.methods
        guard isPost ? methods.post : methods.get && (request.method == .get || request.method == .head) else {
            throw OfficeRefusal.wrongMethod
        }
        today = try await portal.desk.read { try $0.reading().day }
        if let token = SessionCookie.token(in: request, isSecure: visit.isSecure) {
            session = try await entrance.run { try $0.session(token) }
        }
        if isPost { try PostGuard.check(request, baseAddress: portal.settings.baseAddress) }
        if route == .signIn { return try await isPost ? signIn() : page(SignInPage(name: "", next: nil, refusal: nil)) }
        let access = route.access(isPost: isPost, entrance.desk.resources)
        if access == .anyone { return try await beforeSignIn(route) }
        guard let session else {
            let page = SignInPage(
                name: "", next: methods.get ? route.path : nil, refusal: isPost ? .notSignedIn : .signInFirst)
            return try await self.page(page)
        }
        try access.check(session)
        return isPost ? try await post(route, session) : try await get(route, session)
    }

    /// A problem as a page.
    func problem(_ refusal: OfficeRefusal, at route: OfficeRoute?) async -> Answer {
        let back: OfficeRoute =
            switch route {
            case .act(_, let id)?, .volume(let id)?: .sheet(id)
            case .file(_, let id)?, .undo(let id)?: .batch(id)
            case .handIn?: .upload
            case .account?, .newAccount?: .people
            case .administer(_, let id)?: .account(id)
            case .ownForm?: .own
            case .setUp?, .confirm?: .setUp
            default: .queue
            }
        let page = OfficeProblemPage(
            refusal: refusal, bar: session.map { bar($0, .queue) }, back: back.path)
        if let answer = try? await self.page(page) { return answer }
        return Answer(
            status: refusal.status, type: "text/plain; charset=utf-8",
            bytes: Array("\(refusal.code) \(refusal.words.chinese) \(refusal.words.english)\n".utf8))
    }

    /// 访问记录: writes down every look, every act and every refusal of somebody signed in, about whom it was, for what
    /// purpose and in which matter (R9). What cannot be written down is not shown.
    func record(_ route: OfficeRoute, outcome: String) async throws {
        // The door keeps its own book.
        if [.signIn, .signOut, .setUp, .confirm].contains(route) || (route == .standIn && isPost) { return }
        guard let session else { return }
        let look = sight.look
        let what = "\(request.method.rawValue) \(route.path)"
        let address = visit.address
        try await entrance.run { try $0.note(what, outcome: outcome, look: look, by: session, from: address) }
    }

    // MARK: - What pages are made with

    func bar(_ session: OfficeSession, _ here: OfficeBar.Tab) -> OfficeBar {
        let organ = portal.rules.bodyTitle(session.officer.organ, on: today)
        return OfficeBar(
            session: session, organ: organ ?? .both(session.officer.organ, session.officer.organ), here: here)
    }

    /// A page as it goes out.
    func page(_ page: some OfficePage) async throws -> Answer {
        var answer = try await portal.answer(page, in: .page, language: visit.language, at: nil)
        if let seconds = page.refresh { answer.more.append((.refresh, String(seconds))) }
        return answer
    }

    /// After something was done: the browser is sent on, so that loading again does not do it again.
    func goOn(to path: String, _ more: [(HTTPField.Name, String)] = []) -> Answer {
        let target = path + visit.language.suffix
        return Answer(
            status: 303, type: "text/plain; charset=utf-8", bytes: [], caching: .never,
            more: [(.location, target)] + more)
    }

    // MARK: - 登录与退出

    private func signIn() async throws -> Answer {
        try entrance.countSignIn(from: visit.address, at: visit.now)
        let form = try await posted(most: 8_192)
        let values = FormValues(form.values)
        let name = values["name"] ?? ""
        let password = form.values["password"] ?? ""
        let code = values["code"]
        let address = visit.address
        do {
            let session = try await entrance.run {
                try $0.signIn(name: name, password: password, code: code, from: address)
            }
            let cookie = SessionCookie.set(session.token, isSecure: visit.isSecure)
            return goOn(
                to: SignInPage.place(form.values["next"]) ?? OfficeRoute.queue.path, [(.setCookie, cookie)])
        } catch let refusal as OfficeRefusal {
            return try await page(
                SignInPage(
                    name: String(name.prefix(100)), next: SignInPage.place(form.values["next"]), refusal: refusal))
        }
    }

    func signOut(_ session: OfficeSession) async throws -> Answer {
        let form = try await posted(most: 8_192)
        try checkToken(form.values, session)
        try await entrance.run { try $0.signOut(session.token) }
        return goOn(
            to: OfficeRoute.signIn.path, [(.setCookie, SessionCookie.removed(isSecure: visit.isSecure))])
    }

    /// The body of the request, within the time that its size allows.
    func posted(most: Int, intake: PostedForm.Intake? = nil) async throws -> PostedForm {
        try await PostedForm.read(request, most: most, patience: portal.settings.bodyPatience, intake: intake)
    }

    /// 会话再验: who it is now that the body has come. A body may take minutes; what was allowed when it began is not what is
    /// allowed when it is acted upon.
    mutating func renewed(_ before: OfficeSession) async throws -> OfficeSession {
        let now = try await entrance.run { try $0.session(before.token) }
        guard let now, now.formToken == before.formToken else {
            session = now
            throw now == nil ? OfficeRefusal.notSignedIn : .wrongToken
        }
        session = now
        return now
    }

    func checkToken(_ values: [String: String], _ session: OfficeSession) throws(OfficeRefusal) {
        guard PostGuard.isSame(values[PostedForm.tokenName], session.formToken) else { throw .wrongToken }
    }
}

extension OfficeRefusal {
    /// Asked for before anything was sent.
    static let signInFirst = OfficeRefusal(
        code: "WEB-150", status: 401, words: .both("请先登录。", "Please sign in first."))
}
