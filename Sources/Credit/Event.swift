/// 事件: a change of what the city holds; every change is one, and carries its results, so that replaying needs no pack.
///
/// A released case is never changed or removed; a new one is added beside it.
public enum Event: Sendable, Equatable {
    /// A file was handed in, taken in to its end, or undone.
    case submission(SubmissionEvent)
    /// A record was entered, or entered again with other content.
    case record(RecordEntry)
    /// Other rules came into use.
    case rules(RulesAdoption)
    /// Something happened to a clock of a case.
    case clock(ClockEvent)
    /// A step of an objection.
    case objection(ObjectionEvent)

    /// The class that the public log names; it says nothing of anybody.
    public var eventClass: String {
        switch self {
        case .submission: "submission"
        case .record: RecordEntry.eventClass
        case .rules: "rules"
        case .clock: ClockEvent.eventClass
        case .objection: ObjectionEvent.eventClass
        }
    }

    /// The canonical bytes that the log commits to.
    public var body: [UInt8] {
        switch self {
        case .submission(let event): event.body
        case .record(let entry): entry.body
        case .rules(let adoption): adoption.body
        case .clock(let event): event.body
        case .objection(let event): event.body
        }
    }

    /// The event that these canonical bytes are.
    ///
    /// - Throws: `CanonicalFault` where the bytes are none.
    public init(body: [UInt8]) throws(CanonicalFault) {
        let reader = try CanonicalReader(body)
        switch try reader.require("event") {
        case RecordEntry.name: self = .record(try RecordEntry(reader))
        case RulesAdoption.name: self = .rules(try RulesAdoption(reader))
        case let name:
            if let event = try SubmissionEvent(named: name, reader) {
                self = .submission(event)
            } else if let event = try ClockEvent(named: name, reader) {
                self = .clock(event)
            } else if let event = try ObjectionEvent(named: name, reader) {
                self = .objection(event)
            } else {
                throw CanonicalFault(missing: "event")
            }
        }
    }
}

/// 规则启用: other rules came into use: the pack the store works by, with the digest of its content.
public struct RulesAdoption: Sendable, Equatable {
    static let name = "rules.adopted"
    /// Name of the pack.
    public let pack: String
    /// Its version.
    public let version: String
    /// Digest of its canonical content, in hexadecimal.
    public let digest: String

    /// A pack that came into use.
    public init(pack: String, version: String, digest: String) {
        self.pack = pack
        self.version = version
        self.digest = digest
    }

    var body: [UInt8] {
        var writer = CanonicalWriter()
        writer.put("digest", digest)
        writer.put("event", RulesAdoption.name)
        writer.put("pack", pack)
        writer.put("version", version)
        return writer.finished()
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        digest = try reader.require("digest")
        pack = try reader.require("pack")
        version = try reader.require("version")
    }
}
