/// 人员事件: what changed about organisations, accounts and authorisations, and the seals of the access record. No
/// password, code or token is ever in one.
public enum PeopleEvent: Sendable, Equatable {
    /// 机构变动.
    case organisation(OrganisationEvent)
    /// 账号变动.
    case account(AccountEvent)
    /// 授权.
    case authorisation(AuthorisationEvent)
    /// 企业经办人.
    case agent(AgentEvent)
    /// 访问记录封存.
    case seal(AccessSeal)

    /// The class under which they stand in the log.
    public static let eventClass = "people"

    var body: [UInt8] {
        switch self {
        case .organisation(let event): event.body
        case .account(let event): event.body
        case .authorisation(let event): event.body
        case .agent(let event): event.body
        case .seal(let seal): seal.body
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        if let event = try OrganisationEvent(named: name, reader) {
            self = .organisation(event)
        } else if let event = try AccountEvent(named: name, reader) {
            self = .account(event)
        } else if let event = try AuthorisationEvent(named: name, reader) {
            self = .authorisation(event)
        } else if let event = try AgentEvent(named: name, reader) {
            self = .agent(event)
        } else if name == AccessSeal.name {
            self = .seal(try AccessSeal(reader))
        } else {
            return nil
        }
    }
}

/// 访问记录封存: how many lines the access record had and the digest over them, so that none can be taken out unseen.
public struct AccessSeal: Sendable, Hashable {
    static let name = "access.sealed"
    /// How many lines.
    public let count: Int
    /// The newest link of their chain, in hexadecimal.
    public let head: String

    /// A seal over so many lines.
    public init(count: Int, head: String) {
        self.count = count
        self.head = head
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("count", count)
            writer.put("event", AccessSeal.name)
            writer.put("head", head)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        count = try reader.requireNumber("count")
        head = try reader.require("head")
    }
}
