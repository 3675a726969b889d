/// 入库: one record as it was entered: who it is about, what it says, until when it is published, and which rules said so.
public struct RecordEntry: Sendable, Equatable {
    static let name = "record.entered"
    /// The class that the public log names.
    public static let eventClass = "record"
    /// Id of the record; the same for all its versions.
    public private(set) var id: String
    /// From 1; a later version replaces the one before it.
    public private(set) var version: Int
    /// Code of the kind.
    public let kind: String
    /// What the kind says of its subject.
    public let family: RecordFamily
    /// Id of the batch it came in.
    public let batch: String
    /// Row or line it stood in.
    public let line: Int
    /// Code of the department that handed it in.
    public let department: String
    /// What makes it the same record again: digest in hexadecimal.
    public let key: String
    /// Key text of the subject.
    public let subject: String
    /// Name of the subject as handed in; nil where the row has none.
    public let subjectName: String?
    /// Former names of the subject that the row reports.
    public let formerNames: [String]
    /// Registration status that the row reports.
    public let status: Vocabulary.Sense?
    /// Day of the decision.
    public let decided: Day?
    /// Day it came in.
    public let received: Day
    /// Whether it came in in time; nil where no clock runs.
    public let timeliness: Timeliness?
    /// Until when it is published, and why.
    public private(set) var publication: Publication
    /// Its fields as a canonical JSON object.
    public let fields: [UInt8]
    /// 个体工商户或者个人独资企业: which person in trade the row itself says its subject is; nil where it says none (R10).
    public let trade: PersonInTrade?

    /// A record as it is entered.
    public init(
        id: String, version: Int, kind: String, family: RecordFamily, batch: String, line: Int, department: String,
        key: String, subject: String, subjectName: String?, formerNames: [String], status: Vocabulary.Sense?,
        decided: Day?, received: Day, timeliness: Timeliness?, publication: Publication, fields: [UInt8],
        trade: PersonInTrade? = nil
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.family = family
        self.batch = batch
        self.line = line
        self.department = department
        self.key = key
        self.subject = subject
        self.subjectName = subjectName
        self.formerNames = formerNames
        self.status = status
        self.decided = decided
        self.received = received
        self.timeliness = timeliness
        self.publication = publication
        self.fields = fields
        self.trade = trade
    }

    /// The same content as a version of a record that was entered before.
    public func asVersion(_ version: Int, of id: String) -> RecordEntry {
        var copy = self
        (copy.version, copy.id) = (version, id)
        return copy
    }

    /// The same entry, published otherwise than when it was entered, since a rule or an act shortened it.
    public func published(_ publication: Publication) -> RecordEntry {
        var copy = self
        copy.publication = publication
        return copy
    }

    /// 撤回公示: the same entry, shown no more.
    public var withdrawn: RecordEntry { published(publication.withdrawn) }

    /// 只撤回公示: the same entry, shown no more, and as valid as it was.
    public var withheld: RecordEntry { published(publication.withheld) }

    var body: [UInt8] {
        var writer = CanonicalWriter(capacity: fields.count + 480)
        writer.put("batch", batch)
        writer.put("decided", decided)
        writer.put("department", department)
        writer.put("event", RecordEntry.name)
        writer.put("family", family.rawValue)
        writer.put("fields", canonical: fields)
        writer.put("former", formerNames)
        writer.put("id", id)
        writer.put("key", key)
        writer.put("kind", kind)
        writer.put("line", line)
        writer.put("name", subjectName)
        writer.put("publication", canonical: publication.canonical)
        writer.put("received", received)
        writer.put("status", status?.rawValue)
        writer.put("subject", subject)
        writer.put("timeliness", timeliness?.word)
        writer.put("trade", trade?.rawValue)
        writer.put("version", version)
        return writer.finished()
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        id = try reader.require("id")
        version = try reader.requireNumber("version")
        kind = try reader.require("kind")
        guard let family = RecordFamily(rawValue: try reader.require("family")) else {
            throw CanonicalFault(missing: "family")
        }
        self.family = family
        batch = try reader.require("batch")
        line = try reader.requireNumber("line")
        department = try reader.require("department")
        key = try reader.require("key")
        subject = try reader.require("subject")
        subjectName = reader.text("name")
        formerNames = reader.texts("former")
        if let word = reader.text("status") {
            guard let sense = Vocabulary.Sense(rawValue: word) else { throw CanonicalFault(missing: "status") }
            status = sense
        } else {
            status = nil
        }
        decided = reader.day("decided")
        received = try reader.requireDay("received")
        if let word = reader.text("timeliness") {
            guard let known = Timeliness(word: word) else { throw CanonicalFault(missing: "timeliness") }
            timeliness = known
        } else {
            timeliness = nil
        }
        guard let bytes = reader.object("publication"), let fields = reader.object("fields") else {
            throw CanonicalFault(missing: "fields")
        }
        publication = try Publication(canonical: bytes)
        self.fields = fields
        if let word = reader.text("trade") {
            guard let known = PersonInTrade(rawValue: word) else { throw CanonicalFault(missing: "trade") }
            trade = known
        } else {
            trade = nil
        }
    }
}

extension Timeliness {
    /// The word it is stored as.
    public var word: String {
        switch self {
        case .inTime: "in-time"
        case .late: "late"
        case .unknown: "unknown"
        }
    }

    /// The timeliness stored as this word.
    public init?(word: String) {
        switch word {
        case "in-time": self = .inTime
        case "late": self = .late
        case "unknown": self = .unknown
        default: return nil
        }
    }
}
