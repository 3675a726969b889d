import Credit
import HTTPTypes
import Hummingbird
import NIOCore

/// 应答: from a request to an answer, in one place: limits, address, method, language, form, page, problems.
struct PortalResponder: HTTPResponder {
    let portal: Portal
    let limit: RateLimit?

    func respond(to request: Request, context: PortalContext) async throws -> Response {
        let start = portal.surroundings.milliseconds()
        var place = "?"
        let answer = await answer(request, context, at: start, place: &place)
        let method = request.method == .get || request.method == .head ? request.method.rawValue : "OTHER"
        let (route, status, surroundings) = (place, answer.status, portal.surroundings)
        let response = AnswerHeaders.response(answer, to: request, isSecure: isSecure(request)) { size, error in
            if let error { surroundings.failed(surroundings.failureNumber(), error) }
            surroundings.answered?(
                AnswerNote(
                    method: method, route: route, status: status, size: size,
                    took: surroundings.milliseconds() - start))
        }
        // Of an answer in pieces it is known when the last has gone.
        if answer.pieces == nil || request.method == .head {
            surroundings.answered?(
                AnswerNote(
                    method: method, route: route, status: response.status.code,
                    size: response.body.contentLength ?? 0, took: surroundings.milliseconds() - start))
        }
        return response
    }

    private func answer(
        _ request: Request, _ context: PortalContext, at now: Int, place: inout String
    ) async -> Answer {
        var language = AskedLanguage(nil, wishes: request.headers[.acceptLanguage])
        var form = AskedForm.choose(accept: request.headers[.accept], isInterface: false) ?? .page
        do {
            let asked = request.head.path ?? ""
            // What asks under the interface is answered as it asks, even where the rest cannot be read.
            if asked == "/api/v1" || asked.hasPrefix("/api/v1/") || asked.hasPrefix("/api/v1?") { form = .json }
            let target = try RequestTarget(asked)
            language = AskedLanguage(target.value("lang"), wishes: request.headers[.acceptLanguage])
            if target.parts.starts(with: ["api", "v1"]) { form = .json }
            if let wait = limit?.take(address(of: request, context), at: now) { throw PortalProblem.tooMany(wait) }
            if let answer = portal.stylesheet.answer(to: target) ?? portal.officeStylesheet.answer(to: target) {
                place = "/style"
                return answer
            }
            if let office = portal.office, target.parts.first == "office" {
                let visit = OfficeVisit(
                    target: target, language: language, isSecure: isSecure(request),
                    address: address(of: request, context), now: now)
                return await office.answer(request, visit, of: portal, place: &place)
            }
            if let office = portal.office, target.parts.first == "agent" {
                let visit = OfficeVisit(
                    target: target, language: language, isSecure: isSecure(request),
                    address: address(of: request, context), now: now)
                let route = AgentRoute(target.parts)
                place = route?.pattern ?? "/agent"
                var turn = AgentTurn(entrance: office, portal: portal, request: request, visit: visit)
                return await turn.answer(route)
            }
            if let office = portal.office, let route = office.interface(target, request.method, in: portal.routes) {
                let visit = OfficeVisit(
                    target: target, language: language, isSecure: isSecure(request),
                    address: address(of: request, context), now: now)
                place = route.pattern
                var turn = InterfaceTurn(entrance: office, portal: portal, request: request, visit: visit)
                return await turn.answer(route)
            }
            guard let found = portal.routes.find(target.parts) else { throw PortalProblem.noSuchPage }
            place = (found.isInterface ? "/api/v1" : "") + found.route.pattern
            guard request.method == .get || request.method == .head else { throw PortalProblem.methodNotAllowed }
            try found.route.check(target)
            var ask = Ask(
                target: target, parameters: found.parameters, known: found.route.questions.map(\.name),
                language: language.language,
                isLanguageChosen: language.isChosen, form: form, settings: portal.settings, rules: portal.rules,
                desk: portal.desk, resources: portal.office?.desk.resources ?? [])
            switch found.route.handler {
            case .bytes(let handler), .interface(let handler): return try await handler(ask)
            case .page(let handler):
                func wanted(_ offers: [AnswerForm]) throws(PortalProblem) -> AnswerForm {
                    guard
                        let form = AskedForm.choose(
                            accept: request.headers[.accept], isInterface: found.isInterface,
                            format: target.value("format"), of: offers)
                    else { throw PortalProblem.notAcceptable }
                    return form
                }
                ask.form = try wanted(AskedForm.ofTables)
                // A store that cannot be read is no reason to withhold a page that needs nothing of it.
                let state = try? await portal.state()
                func question(_ form: AnswerForm) -> String { portal.question(form, language, asked) }
                let isPacked = AnswerHeaders.packs(request)
                if let state, let answer = portal.memory.answer(to: question(ask.form), in: state) {
                    return isPacked ? portal.memory.packed(answer, to: question(ask.form), in: state) : answer
                }
                let page = try await handler(ask)
                // A page without a table is asked for as a file by mistake, or by a program that takes a page as well.
                if ask.isDownload, type(of: page).table == nil { ask.form = try wanted(AskedForm.ofPages) }
                let form = ask.form
                if form == .csv || form == .lines, type(of: page).table == nil { throw PortalProblem.notAcceptable }
                if form == .document || form == .workbook, !(page is any PaperPage) {
                    throw PortalProblem.notAcceptable
                }
                let answer = try await portal.answer(
                    page, in: form, language: language, at: found.route.pattern, path: target.path)
                // What was read while the log moved on belongs to neither state.
                guard let state, try await portal.state() == state else { return answer }
                return portal.memory.keep(answer, to: question(form), in: state, packing: isPacked)
            }
        } catch let problem as PortalProblem {
            return await portal.answer(problem, in: form, language: language)
        } catch {
            let number = portal.surroundings.failureNumber()
            portal.surroundings.failed(number, error)
            return await portal.answer(.failed(number), in: form, language: language)
        }
    }

    private func isSecure(_ request: Request) -> Bool {
        portal.settings.isSecure(forwarded: request.headers[.forwardedProtocol])
    }

    private func address(of request: Request, _ context: PortalContext) -> String {
        portal.settings.address(forwarded: request.headers[.forwardedFor]) ?? context.address ?? ""
    }
}

extension PortalSettings {
    /// Whether the visitor came over TLS, as our own proxy says.
    func isSecure(forwarded scheme: String?) -> Bool {
        trustsForwardedAddress && scheme?.lowercased() == "https"
    }

    /// The visitor's address, as our own proxy says; nil where there is none.
    func address(forwarded list: String?) -> String? {
        guard trustsForwardedAddress, let last = list?.split(separator: ",").last else { return nil }
        // What stands before was written by whoever asked; the last was added by our own proxy.
        return String(last.drop { $0 == " " }.prefix(64))
    }
}

/// 访问语言: the language asked for, and whether the address itself asks for it.
struct AskedLanguage {
    let language: Language
    let isChosen: Bool

    init(_ chosen: String?, wishes: String?) {
        if let language = chosen.flatMap(Language.init(rawValue:)) {
            self.language = language
            isChosen = true
        } else {
            isChosen = false
            let offers = Language.allCases.map(\.rawValue)
            language = wishes.flatMap { Negotiation.best(of: offers, by: $0) }.map { Language.allCases[$0] } ?? .chinese
        }
    }

    /// What inner links carry so that the choice stays.
    var suffix: String { isChosen ? "?lang=" + language.rawValue : "" }
}

/// 访问形式: the form asked for.
enum AskedForm {
    /// The form that the address names, else the one that `Accept` prefers; nil where none of them is offered.
    static func choose(
        accept: String?, isInterface: Bool, format: String? = nil, of offers: [AnswerForm] = ofPages
    ) -> AnswerForm? {
        switch format {
        case "csv"?: return .csv
        case "jsonl"?: return .lines
        case "docx"?: return .document
        case "xlsx"?: return .workbook
        case nil, ""?: break
        case _?: return nil
        }
        if isInterface { return .json }
        guard let accept, !accept.isEmpty else { return .page }
        let named = offers.flatMap { form in form.names.map { (form, $0) } }
        return Negotiation.best(of: named.map(\.1), by: accept).map { named[$0].0 }
    }

    /// What every page is offered as, the first of equals first.
    static let ofPages: [AnswerForm] = [.page, .json]
    /// What a page with a table is offered as.
    static let ofTables = ofPages + [.csv, .lines]
}

extension AnswerForm {
    /// The media types by which it is asked for.
    fileprivate var names: [String] {
        switch self {
        case .page: ["text/html", "application/xhtml+xml"]
        case .json: ["application/json"]
        case .csv: ["text/csv"]
        case .lines: ["application/jsonl", "application/x-ndjson"]
        case .document, .workbook: []
        }
    }
}

/// 请求环境: what the portal needs to know of a connection.
struct PortalContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The visitor's network address.
    var address: String? { channel.remoteAddress?.ipAddress }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto")!
    static let link = HTTPField.Name("Link")!
    static let disposition = HTTPField.Name("Content-Disposition")!
    static let robots = HTTPField.Name("X-Robots-Tag")!
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
}
