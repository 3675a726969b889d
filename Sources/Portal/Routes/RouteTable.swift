import Credit

/// 地址表: every address of the portal, once; matching, the description for programs and the tests read it.
struct RouteTable: Sendable {
    private(set) var routes: [Route] = []

    /// A page at an address, its JSON under `/api/v1` and by `Accept`.
    mutating func page(
        _ pattern: String, _ summary: Label, schema: String, questions: [Route.Question] = [],
        _ answer: @escaping @Sendable (Ask) async throws -> any Page
    ) {
        routes.append(Route(pattern, summary, schema: schema, questions: questions, .page(answer)))
    }

    /// Bytes of their own kind at an address.
    mutating func bytes(
        _ pattern: String, _ summary: Label, _ answer: @escaping @Sendable (Ask) async throws -> Answer
    ) {
        routes.append(Route(pattern, summary, .bytes(answer)))
    }

    /// An answer for programs only, under `/api/v1`.
    mutating func interface(
        _ pattern: String, _ summary: Label, schema: String? = nil,
        _ answer: @escaping @Sendable (Ask) async throws -> Answer
    ) {
        routes.append(Route(pattern, summary, schema: schema, .interface(answer)))
    }

    /// The route of a path and what stands for its names; for programs where the path says so.
    func find(_ path: [String]) -> (route: Route, parameters: [String], isInterface: Bool)? {
        let isInterface = path.count >= 2 && path[0] == "api" && path[1] == "v1"
        var rest = path[...]
        if isInterface {
            rest = rest.dropFirst(2)
            if rest.elementsEqual([""]) { rest = [] }
        }
        for route in routes {
            switch route.handler {
            case .bytes where isInterface, .interface where !isInterface: continue
            default: break
            }
            if let parameters = route.match(rest) { return (route, parameters, isInterface) }
        }
        return nil
    }
}
