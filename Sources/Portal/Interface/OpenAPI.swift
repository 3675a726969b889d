import Credit

extension RouteTable {
    mutating func addInterface() {
        interface("/openapi.json", .both("本接口的说明", "This description")) { ask in
            Answer(
                type: "application/json; charset=utf-8",
                bytes: Tape(
                    language: ask.language, form: .json,
                    OpenAPI(table: .portal, settings: ask.settings, resources: ask.resources)
                ).json()
            )
        }
    }
}

/// 接口说明: the interface as OpenAPI 3.1, made from the address table.
struct OpenAPI: Shown {
    let table: RouteTable
    let settings: PortalSettings
    /// The kinds of cases of the office; none where the site is public only.
    let resources: [OfficeResource]

    func show(on tape: inout Tape) {
        tape.put("openapi", "3.1.0")
        tape.put("info", Info(settings: settings))
        tape.put("servers", [Server(url: (settings.baseAddress ?? "") + "/api/v1")])
        tape.put("paths", Paths(table: table, office: OfficeOperation.all(resources, besides: table)))
        tape.put("components", Components(hasOffice: !resources.isEmpty))
    }

    struct Info: Shown {
        let settings: PortalSettings
        func show(on tape: inout Tape) {
            tape.put("title", settings.siteName)
            tape.put("version", "1")
            tape.put(
                "description",
                Label.both(
                    "公开查询接口。与页面同源：每个答复与对应页面显示的是同一份内容。",
                    "Public look-ups. Each answer is the very content its page shows."))
            tape.put("license", License())
        }
    }

    struct License: Shown {
        func show(on tape: inout Tape) {
            tape.put("name", "Apache-2.0")
            tape.put("identifier", "Apache-2.0")
        }
    }

    struct Server: Shown {
        let url: String
        func show(on tape: inout Tape) { tape.put("url", url) }
    }

    /// The addresses under `/api/v1`.
    struct Paths: Shown {
        let table: RouteTable
        let office: [OfficeOperation]

        func show(on tape: inout Tape) {
            var told: Set<String> = []
            for route in table.routes {
                if case .bytes = route.handler { continue }
                told.insert(route.pattern)
                let own = office.filter { $0.pattern == route.pattern }
                tape.put(named: route.pattern, Operations(route: route, office: own))
            }
            for operation in office where told.insert(operation.pattern).inserted {
                let own = office.filter { $0.pattern == operation.pattern }
                tape.put(named: operation.pattern, Operations(route: nil, office: own))
            }
        }
    }

    struct Operations: Shown {
        let route: Route?
        let office: [OfficeOperation]

        func show(on tape: inout Tape) {
            if let route { tape.put("get", Get(route: route)) }
            for operation in office {
                if operation.isPost { tape.put("post", operation) } else { tape.put("get", operation) }
            }
        }
    }

    struct Get: Shown {
        let route: Route

        func show(on tape: inout Tape) {
            tape.put("operationId", operation)
            tape.put("summary", route.summary)
            tape.put("parameters", parameters)
            tape.put("responses", Responses(route: route))
        }

        private var operation: String {
            let words = route.parts.map { part in
                switch part {
                case .exactly(let text): text.prefix { $0 != "." }.capitalizedASCII
                case .anything(let name), .rest(let name): "By" + name.prefix { _ in true }.capitalizedASCII
                }
            }
            return "get" + (words.isEmpty ? "Home" : words.joined())
        }

        private var parameters: [Parameter] {
            let places = route.parts.compactMap { part -> Parameter? in
                switch part {
                case .exactly: nil
                case .anything(let name), .rest(let name):
                    Parameter(name: name, place: "path", isNeeded: true, summary: nil, kind: .text(upTo: 200))
                }
            }
            return places
                + (route.questions + [.language]).map {
                    Parameter(
                        name: $0.name, place: "query", isNeeded: $0.isNeeded, summary: $0.summary, kind: $0.kind)
                }
        }
    }

    struct Parameter: Shown {
        let name: String
        let place: String
        let isNeeded: Bool
        let summary: Label?
        let kind: Route.Question.Kind
        func show(on tape: inout Tape) {
            tape.put("name", name)
            tape.put("in", place)
            tape.put("description", summary)
            tape.put("required", isNeeded)
            tape.put("schema", kind)
        }
    }
}

extension Substring {
    /// ASCII words only: our own addresses.
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
