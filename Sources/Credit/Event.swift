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
    /// A department said that it decided nothing in a month.
    case zero(ZeroReport)
    /// Publications that run were shortened by other rules, or all looked through.
    case publication(PublicationEvent)
    /// Something happened in a case of repair.
    case repair(RepairEvent)
    /// Organisations, accounts and authorisations changed, or the access record was sealed.
    case people(PeopleEvent)
    /// A step of a listing.
    case listing(ListingEvent)
    /// A measure that rests on an entry of a list, or what became of it.
    case effect(EffectEvent)
    /// Something happened to a clock of a case.
    case clock(ClockEvent)
    /// A step of an objection.
    case objection(ObjectionEvent)
    /// A step of a commitment.
    case commitment(CommitmentEvent)
    /// A step of an order to mend or a warning talk.
    case rectification(RectificationEvent)
    /// A step of a formal notice.
    case notice(NoticeEvent)
    /// What a department did to its own records beside handing them in.
    case desk(DeskEvent)

    /// The class that the public log names; it says nothing of anybody.
    public var eventClass: String {
        switch self {
        case .submission: "submission"
        case .record: RecordEntry.eventClass
        case .rules: "rules"
        case .zero: "zero"
        case .publication: "publication"
        case .repair: RepairEvent.eventClass
        case .people: PeopleEvent.eventClass
        case .listing: ListingEvent.eventClass
        case .effect: EffectEvent.eventClass
        case .clock: ClockEvent.eventClass
        case .objection: ObjectionEvent.eventClass
        case .commitment: CommitmentEvent.eventClass
        case .rectification: RectificationEvent.eventClass
        case .notice: NoticeEvent.eventClass
        case .desk: DeskEvent.eventClass
        }
    }

    /// The canonical bytes that the log commits to.
    public var body: [UInt8] {
        switch self {
        case .submission(let event): event.body
        case .record(let entry): entry.body
        case .rules(let adoption): adoption.body
        case .zero(let report): report.body
        case .publication(let event): event.body
        case .repair(let event): event.body
        case .people(let event): event.body
        case .listing(let event): event.body
        case .effect(let event): event.body
        case .clock(let event): event.body
        case .objection(let event): event.body
        case .commitment(let event): event.body
        case .rectification(let event): event.body
        case .notice(let event): event.body
        case .desk(let event): event.body
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
        case ZeroReport.name: self = .zero(try ZeroReport(reader))
        case let name:
            if let event = try SubmissionEvent(named: name, reader) {
                self = .submission(event)
            } else if let event = try PublicationEvent(named: name, reader) {
                self = .publication(event)
            } else if let event = try RepairEvent(named: name, reader) {
                self = .repair(event)
            } else if let event = try PeopleEvent(named: name, reader) {
                self = .people(event)
            } else if let event = try ListingEvent(named: name, reader) {
                self = .listing(event)
            } else if let event = try EffectEvent(named: name, reader) {
                self = .effect(event)
            } else if let event = try ClockEvent(named: name, reader) {
                self = .clock(event)
            } else if let event = try ObjectionEvent(named: name, reader) {
                self = .objection(event)
            } else if let event = try CommitmentEvent(named: name, reader) {
                self = .commitment(event)
            } else if let event = try RectificationEvent(named: name, reader) {
                self = .rectification(event)
            } else if let event = try NoticeEvent(named: name, reader) {
                self = .notice(event)
            } else if let event = try DeskEvent(named: name, reader) {
                self = .desk(event)
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
