import Credit

/// 日志启用: the first entry of a log, and every later one by which an operator gave it another name and key.
public struct LogOpening: Hashable, Sendable {
    static let name = "log.opened"
    /// The class under which it stands in the log.
    static let eventClass = "log"

    /// Name of the log.
    public let origin: String
    /// Key under which its checkpoints are signed, as it is published.
    public let verifier: String
    /// Whether everything in the store is a rehearsal.
    public let isRehearsal: Bool
    /// Why the log goes on under another name; nil for the first opening.
    public let reason: String?

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("event", LogOpening.name)
            writer.put("origin", origin)
            writer.put("reason", reason)
            writer.put("rehearsal", isRehearsal)
            writer.put("verifier", verifier)
        }
    }

    init(origin: String, verifier: String, isRehearsal: Bool, reason: String?) {
        self.origin = origin
        self.verifier = verifier
        self.isRehearsal = isRehearsal
        self.reason = reason
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        origin = try reader.require("origin")
        verifier = try reader.require("verifier")
        isRehearsal = reader.truth("rehearsal")
        reason = reader.text("reason")
    }
}

/// What an entry of class `log` or of any other class says.
enum LoggedEvent {
    case opening(LogOpening)
    case event(Event)

    init(body: [UInt8], eventClass: String) throws(CanonicalFault) {
        if eventClass == LogOpening.eventClass {
            self = .opening(try LogOpening(try CanonicalReader(body)))
        } else {
            let event = try Event(body: body)
            guard event.eventClass == eventClass else { throw CanonicalFault(missing: "event") }
            self = .event(event)
        }
    }

    var eventClass: String {
        switch self {
        case .opening: LogOpening.eventClass
        case .event(let event): event.eventClass
        }
    }

    var body: [UInt8] {
        switch self {
        case .opening(let opening): opening.body
        case .event(let event): event.body
        }
    }
}
