/// 账号变动: an account opened, a duty granted or withdrawn, its secrets set back, or the account closed, from a day on.
public struct AccountEvent: Sendable, Hashable {
    /// Id of the account.
    public let account: String
    /// What changed.
    public let change: Change
    /// The first day on which it holds.
    public let from: Day
    /// Account of the administrator who did it; nil for the first administrator alone.
    public let by: String?

    /// A change of an account.
    public init(account: String, change: Change, from: Day, by: String?) {
        self.account = account
        self.change = change
        self.from = from
        self.by = by
    }

    /// 变动.
    public enum Change: Sendable, Hashable {
        /// 开立.
        case opened(signIn: String, person: String, organisation: String)
        /// 授予岗位权限.
        case granted(Duty)
        /// 收回岗位权限.
        case withdrawn(Duty, reason: String)
        /// 重置登录凭据: a new set-up secret was handed out; the old password is void.
        case reset(reason: String)
        /// 锁定: it allows nothing until it is unlocked.
        case locked(reason: String)
        /// 解锁.
        case unlocked(reason: String)
        /// 注销.
        case closed(reason: String)
    }

    private var name: String {
        switch change {
        case .opened: "account.opened"
        case .granted: "account.granted"
        case .withdrawn: "account.withdrawn"
        case .reset: "account.reset"
        case .locked: "account.locked"
        case .unlocked: "account.unlocked"
        case .closed: "account.closed"
        }
    }

    var body: [UInt8] {
        var (duty, reason): (Duty?, String?)
        var (signIn, person, organisation): (String?, String?, String?)
        switch change {
        case .opened(let name, let who, let of): (signIn, person, organisation) = (name, who, of)
        case .granted(let what): duty = what
        case .withdrawn(let what, let why): (duty, reason) = (what, why)
        case .reset(let why), .locked(let why), .unlocked(let why), .closed(let why): reason = why
        }
        return CanonicalWriter.object { writer in
            writer.put("account", account)
            writer.put("by", by)
            writer.put("duty", duty?.rawValue)
            writer.put("event", name)
            writer.put("from", from)
            writer.put("organisation", organisation)
            writer.put("person", person)
            writer.put("reason", reason)
            writer.put("signIn", signIn)
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        switch name {
        case "account.opened":
            change = .opened(
                signIn: try reader.require("signIn"), person: try reader.require("person"),
                organisation: try reader.require("organisation"))
        case "account.granted": change = .granted(try Duty(reader))
        case "account.withdrawn": change = .withdrawn(try Duty(reader), reason: try reader.require("reason"))
        case "account.reset": change = .reset(reason: try reader.require("reason"))
        case "account.locked": change = .locked(reason: try reader.require("reason"))
        case "account.unlocked": change = .unlocked(reason: try reader.require("reason"))
        case "account.closed": change = .closed(reason: try reader.require("reason"))
        default: return nil
        }
        account = try reader.require("account")
        from = try reader.requireDay("from")
        by = reader.text("by")
    }
}

extension Duty {
    fileprivate init(_ reader: CanonicalReader) throws(CanonicalFault) {
        guard let duty = Duty(rawValue: try reader.require("duty")) else { throw CanonicalFault(missing: "duty") }
        self = duty
    }

    /// The duties of their codes; an unknown one fails loudly.
    static func set(_ codes: [String]) throws(CanonicalFault) -> Set<Duty> {
        var duties: Set<Duty> = []
        for code in codes {
            guard let duty = Duty(rawValue: code) else { throw CanonicalFault(missing: "duties") }
            duties.insert(duty)
        }
        return duties
    }
}

/// 授权事件: an authorisation given, or ended before its last day.
public enum AuthorisationEvent: Sendable, Hashable {
    /// 授权; `by` is the account that recorded the paper.
    case given(Authorisation, by: String)
    /// 提前终止, from a day on.
    case ended(id: String, from: Day, reason: String, by: String)

    var body: [UInt8] {
        switch self {
        case .given(let authorisation, let by):
            CanonicalWriter.object { writer in
                writer.put("authorisation", authorisation.id)
                writer.put("by", by)
                writer.put("duties", authorisation.duties.map(\.rawValue).sorted())
                writer.put("event", "authorisation.given")
                writer.put("from", authorisation.from)
                writer.put("paper", authorisation.paper)
                writer.put("principal", authorisation.principal)
                writer.put("substitute", authorisation.substitute)
                writer.put("until", authorisation.until)
            }
        case .ended(let id, let from, let reason, let by):
            CanonicalWriter.object { writer in
                writer.put("authorisation", id)
                writer.put("by", by)
                writer.put("event", "authorisation.ended")
                writer.put("from", from)
                writer.put("reason", reason)
            }
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        switch name {
        case "authorisation.given":
            self = .given(
                Authorisation(
                    id: try reader.require("authorisation"), principal: try reader.require("principal"),
                    substitute: try reader.require("substitute"), duties: try Duty.set(reader.texts("duties")),
                    from: try reader.requireDay("from"), until: try reader.requireDay("until"),
                    paper: try reader.require("paper")),
                by: try reader.require("by"))
        case "authorisation.ended":
            self = .ended(
                id: try reader.require("authorisation"), from: try reader.requireDay("from"),
                reason: try reader.require("reason"), by: try reader.require("by"))
        default: return nil
        }
    }
}
