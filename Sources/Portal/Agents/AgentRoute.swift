/// 经办人地址: every address of the agents' pages.
enum AgentRoute: Equatable {
    case home, signUp, confirm, signIn, signOut
    case begin(String)
    case sheet(String)
    case act(String, in: String)

    /// The address of a path, decoded; nil for any other.
    init?(_ parts: [String]) {
        guard parts.first == "agent", parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 128 }) else { return nil }
        let rest = Array(parts.dropFirst())
        switch (rest.first, rest.count) {
        case (nil, _): self = .home
        case ("sign-up", 1): self = .signUp
        case ("sign-up", 2): if rest[1] == "confirm" { self = .confirm } else { return nil }
        case ("sign-in", 1): self = .signIn
        case ("sign-out", 1): self = .signOut
        case ("new", 2): self = .begin(rest[1])
        case ("cases", 2): self = .sheet(rest[1])
        case ("cases", 3): self = .act(rest[2], in: rest[1])
        default: return nil
        }
    }

    /// The address itself.
    var path: String {
        let parts: [String] =
            switch self {
            case .home: []
            case .signUp: ["sign-up"]
            case .confirm: ["sign-up", "confirm"]
            case .signIn: ["sign-in"]
            case .signOut: ["sign-out"]
            case .begin(let action): ["new", action]
            case .sheet(let id): ["cases", id]
            case .act(let action, let id): ["cases", id, action]
            }
        return (["/agent"] + parts.map { PercentEncoding.encode($0.utf8) }).joined(separator: "/")
    }

    /// The address with names for what differs.
    var pattern: String {
        switch self {
        case .home, .signUp, .confirm, .signIn, .signOut: path
        case .begin: "/agent/new/{action}"
        case .sheet: "/agent/cases/{id}"
        case .act: "/agent/cases/{id}/{action}"
        }
    }

    /// Whether it can be looked at, and whether something can be posted to it.
    var methods: (get: Bool, post: Bool) {
        switch self {
        case .home, .sheet: (true, false)
        case .signUp, .signIn, .begin, .act: (true, true)
        case .confirm, .signOut: (false, true)
        }
    }

    /// Whether it comes before anybody is signed in.
    var isBeforeSignIn: Bool {
        switch self {
        case .signUp, .confirm, .signIn: true
        case .home, .signOut, .begin, .sheet, .act: false
        }
    }

    /// Whether only somebody whom an officer has bound comes in.
    var needsBinding: Bool {
        switch self {
        case .begin, .sheet, .act: true
        case .home, .signOut, .signUp, .confirm, .signIn: false
        }
    }
}
