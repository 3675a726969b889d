import Credit

/// 办理接口地址: every address of the office under `/api/v1`. What the public site has under the same address stays the
/// public's: such a noun has no list of its own here, and its cases are told by the prefix of their ids.
enum InterfaceRoute: Equatable {
    case cases
    case list(OfficeResource)
    case sheet(String, of: OfficeResource)
    case step(Int, in: String, of: OfficeResource)
    case act(String, in: String, of: OfficeResource)
    case inspect(String, of: OfficeResource)
    case batches
    case batch(String)
    case submission(String)
    case undo(String)
    case file(OfficeBatch.File, of: String)

    /// The address of the parts of a path after `/api/v1`; nil for any other.
    init?(_ parts: [String], _ resources: [OfficeResource]) {
        guard let noun = parts.first, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 128 }) else { return nil }
        switch (noun, parts.count) {
        case ("cases", 1): self = .cases
        case ("batches", 1): self = .batches
        case ("batches", 2): self = .batch(parts[1])
        case ("batches", 3):
            switch parts[2] {
            case "submission": self = .submission(parts[1])
            case "undo": self = .undo(parts[1])
            default:
                guard let file = OfficeBatch.File(rawValue: parts[2]) else { return nil }
                self = .file(file, of: parts[1])
            }
        default:
            guard let resource = resources.first(where: { $0.noun == noun }) else { return nil }
            guard parts.count > 1 else {
                self = .list(resource)
                return
            }
            guard resource.holds(parts[1]) else { return nil }
            switch parts.count {
            case 2: self = .sheet(parts[1], of: resource)
            case 3:
                self =
                    parts[2] == "inspect"
                    ? .inspect(parts[1], of: resource) : .act(parts[2], in: parts[1], of: resource)
            case 4:
                guard parts[2] == "steps", let position = Int(parts[3]), String(position) == parts[3] else {
                    return nil
                }
                self = .step(position, in: parts[1], of: resource)
            default: return nil
            }
        }
    }

    /// The address itself.
    var path: String {
        let parts: [String] =
            switch self {
            case .cases: ["cases"]
            case .list(let resource): [resource.noun]
            case .sheet(let id, let resource): [resource.noun, id]
            case .step(let position, let id, let resource): [resource.noun, id, "steps", String(position)]
            case .act(let action, let id, let resource): [resource.noun, id, action]
            case .inspect(let id, let resource): [resource.noun, id, "inspect"]
            case .batches: ["batches"]
            case .batch(let id): ["batches", id]
            case .submission(let id): ["batches", id, "submission"]
            case .undo(let id): ["batches", id, "undo"]
            case .file(let file, let id): ["batches", id, file.rawValue]
            }
        return (["/api/v1"] + parts.map { PercentEncoding.encode($0.utf8) }).joined(separator: "/")
    }

    /// The address with names for what differs.
    var pattern: String {
        switch self {
        case .cases, .batches: path
        case .list(let resource): "/api/v1/\(resource.noun)"
        case .sheet(_, let resource): "/api/v1/\(resource.noun)/{id}"
        case .step(_, _, let resource): "/api/v1/\(resource.noun)/{id}/steps/{position}"
        case .act(_, _, let resource): "/api/v1/\(resource.noun)/{id}/{action}"
        case .inspect(_, let resource): "/api/v1/\(resource.noun)/{id}/inspect"
        case .batch: "/api/v1/batches/{id}"
        case .submission: "/api/v1/batches/{id}/submission"
        case .undo: "/api/v1/batches/{id}/undo"
        case .file(let file, _): "/api/v1/batches/{id}/" + file.rawValue
        }
    }

    /// Whether it can be looked at, and whether something can be posted to it.
    var methods: (get: Bool, post: Bool) {
        switch self {
        case .cases, .sheet, .step, .batch, .file: (true, false)
        case .list, .batches: (true, true)
        case .act, .inspect, .submission, .undo: (false, true)
        }
    }

    /// 门禁规则 of looking at the address, or of posting to it.
    func access(isPost: Bool) -> RouteAccess {
        switch self {
        case .cases: .signedIn
        case .list(let resource): isPost ? .action : .readers(resource.readers)
        case .sheet(_, let resource), .step(_, _, let resource): .readers(resource.readers)
        case .act: .action
        case .inspect: .duty(.inspect)
        case .batches, .batch, .submission, .undo, .file: .duty(.submit)
        }
    }
}
