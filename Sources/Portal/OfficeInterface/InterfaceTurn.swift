import Credit
import HTTPTypes
import Hummingbird

/// 一次调用: one call of a program at the office, from its token to its answer: the rights and the answers are those of the
/// pages. Cookies are not looked at, so that no page of anybody can make a browser call.
struct InterfaceTurn {
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

    private var isPost: Bool { request.method == .post }

    /// The answer to a call under `/api/v1`; problems are RFC 9457.
    mutating func answer(_ route: InterfaceRoute) async -> Answer {
        var answer: Answer
        do {
            answer = try await answerOrRefuse(route)
            try await record(route, outcome: answer.status < 400 ? "done" : "refused \(answer.status)")
        } catch {
            answer = problem(error)
            let code = (error as? OfficeRefusal)?.code ?? (error as? any CaseProblem)?.code
            try? await record(route, outcome: code ?? (error as? FieldFaults)?.faults.first?.code ?? "WEB-113")
        }
        answer.caching = .never
        answer.isIndexed = false
        if answer.status == 401 { answer.more.append((.wwwAuthenticate, "Bearer realm=\"chengxin\"")) }
        if answer.status == 405 {
            let methods = (route.methods.get ? ["GET", "HEAD"] : []) + (route.methods.post ? ["POST"] : [])
            answer.more.append((.allow, methods.joined(separator: ", ")))
        }
        return answer
    }

    private mutating func answerOrRefuse(_ route: InterfaceRoute) async throws -> Answer {
        if portal.settings.trustsForwardedAddress, !visit.isSecure { throw OfficeRefusal.needsTLS }
        let methods = route.methods
        guard isPost ? methods.post : methods.get && (request.method == .get || request.method == .head) else {
            throw OfficeRefusal.wrongMethod
        }
        today = try await portal.desk.read { try $0.reading().day }
        guard let token = InterfaceTurn.token(in: request) else { throw OfficeRefusal.noBearer }
        let session = try await bearer(token)
        self.session = session
        try route.access(isPost: isPost).check(session)
        return isPost ? try await post(route, session) : try await get(route, session)
    }

    /// 令牌来访; asked once more when a body has come: it may take minutes, and the token may be revoked meanwhile.
    func bearer(_ token: String?) async throws -> OfficeSession {
        guard let token, let session = try await entrance.run({ try $0.bearer(token) }) else {
            throw OfficeRefusal.wrongBearer
        }
        return session
    }

    /// 所见位置: where the case stood when the program read it, as `If-Match` brings it back.
    ///
    /// - Throws: `OfficeRefusal.noPosition` (WEB-186).
    func read() throws(OfficeRefusal) -> Int {
        let tag = request.headers[.ifMatch] ?? ""
        guard tag.utf8.count <= 32, tag.count > 2, tag.hasPrefix("\""), tag.hasSuffix("\""),
            let position = Int(tag.dropFirst().dropLast())
        else { throw .noPosition }
        return position
    }

    /// The token of `Authorization: Bearer`; nil for none, or one that cannot be one.
    static func token(in request: Request) -> String? {
        guard let header = request.headers[.authorization], header.utf8.count <= 512 else { return nil }
        let words = header.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }

    /// 访问记录: every look, every act and every refusal of a program, about whom it was, for what purpose and in which
    /// matter (R9). What cannot be written down is not told.
    private func record(_ route: InterfaceRoute, outcome: String) async throws {
        let look = sight.look
        guard let session else { return }
        let what = "\(request.method.rawValue) \(route.path)"
        let address = visit.address
        try await entrance.run { try $0.note(what, outcome: outcome, look: look, by: session, from: address) }
    }

    /// A document as it goes out.
    func document(
        _ content: some Shown, status: Int = 200, at place: String? = nil, position: Int? = nil
    ) -> Answer {
        let tape = Tape(
            language: visit.language.language, form: .json, InterfaceContent(content: content))
        return Answer(
            status: status, type: AnswerForm.json.type, bytes: tape.json(), caching: .never,
            language: visit.language.language,
            more: (place.map { [(.location, $0)] } ?? []) + (position.map { [(.eTag, "\"\($0)\"")] } ?? []))
    }

    private func problem(_ error: any Error) -> Answer {
        let refusal: OfficeRefusal
        var faults: [FieldFault] = []
        switch error {
        case let known as OfficeRefusal: refusal = known
        case let known as FieldFaults:
            faults = known.faults
            let first = known.faults.first
            refusal = OfficeRefusal(
                code: first?.code ?? "WEB-160", status: 422,
                words: first?.words ?? .both("没有填写完整。", "Something was not filled in."))
        case let known as any CaseProblem:
            refusal = OfficeRefusal(code: known.code, status: 422, words: known.words)
        default:
            let number = portal.surroundings.failureNumber()
            portal.surroundings.failed(number, error)
            refusal = .failed(number)
        }
        let content = OfficeProblemDocument(refusal: refusal, faults: faults)
        let tape = Tape(language: visit.language.language, form: .json, content)
        return Answer(
            status: refusal.status, type: "application/problem+json; charset=utf-8", bytes: tape.json(),
            caching: .never,
            language: visit.language.language)
    }
}

/// 填写错误: everything that is wrong with what a call brought.
struct FieldFaults: Error {
    let faults: [FieldFault]
}

/// A document with the language it is in.
private struct InterfaceContent<Content: Shown>: Shown {
    let content: Content

    func show(on tape: inout Tape) {
        tape.put("lang", tape.language.rawValue)
        content.show(on: &tape)
    }
}

extension OfficeRefusal {
    static let noBearer = OfficeRefusal(
        code: "WEB-180", status: 401,
        words: .both(
            "请在 Authorization 请求头中给出 Bearer 访问令牌；这里不接受 Cookie。",
            "Send an access token as Authorization: Bearer; cookies are not taken here."))
    static let wrongBearer = OfficeRefusal(
        code: "WEB-181", status: 401,
        words: .both(
            "访问令牌不正确、已到期或者已收回；请向本单位账号管理员申请新的令牌。",
            "The access token is wrong, over or revoked; ask the administrator of your organisation for a new one."))
    static let noPosition = OfficeRefusal(
        code: "WEB-186", status: 428,
        words: .both(
            "请用 If-Match 请求头带回读取案卷时的 ETag，说明是按哪一步之后的案情办理的。",
            "Send back the ETag of the case as you read it as If-Match, to say which state of the case this is about."))
    static let manyOpenings = OfficeRefusal(
        code: "WEB-182", status: 422,
        words: .both(
            "这里可以新办的事项不止一种，请用 opening 写明是哪一种；列表见 /api/v1/cases。",
            "More than one thing can be begun here; say which by “opening”. They are listed at /api/v1/cases."))
}

extension OfficeEntrance {
    /// The route of a call that is the office's; nil where the address is the public site's or nobody's.
    func interface(_ target: RequestTarget, _ method: HTTPRequest.Method, in routes: RouteTable) -> InterfaceRoute? {
        guard target.parts.starts(with: ["api", "v1"]),
            let route = InterfaceRoute(Array(target.parts.dropFirst(2)), desk.resources)
        else { return nil }
        if case .list = route, method != .post, routes.find(target.parts) != nil { return nil }
        return route
    }
}
