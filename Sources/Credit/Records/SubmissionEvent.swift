/// 报送: a file handed in by a department: taken, taken in to its end, or undone.
public enum SubmissionEvent: Sendable, Equatable {
    /// The file was taken.
    case received(Submission)
    /// Every row of it was looked at.
    case completed(SubmissionResult)
    /// The whole batch was taken back, with the reason, by an officer; nil where whoever runs the machine did it.
    case undone(batch: String, reason: String, by: Officer? = nil)

    var body: [UInt8] {
        switch self {
        case .received(let submission): submission.body
        case .completed(let result): result.body
        case .undone(let batch, let reason, let officer):
            CanonicalWriter.object { writer in
                writer.put("batch", batch)
                if let officer { writer.put("by", canonical: officer.canonical) }
                writer.put("event", "submission.undone")
                writer.put("reason", reason)
            }
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        switch name {
        case Submission.name: self = .received(try Submission(reader))
        case SubmissionResult.name: self = .completed(try SubmissionResult(reader))
        case "submission.undone":
            self = .undone(
                batch: try reader.require("batch"), reason: try reader.require("reason"),
                by: try reader.officer("by"))
        default: return nil
        }
    }
}

/// 批次: a file as it was handed in.
public struct Submission: Sendable, Equatable {
    static let name = "submission.received"
    /// Id of the batch.
    public let batch: String
    /// Code of the kind of record.
    public let kind: String
    /// Code of the department that hands it in.
    public let department: String
    /// Name of the file, without its folder.
    public let file: String
    /// SHA-256 of the file, in hexadecimal.
    public let digest: String
    /// Size of the file.
    /// - Unit: bytes
    public let size: Int
    /// The day it came in.
    public let received: Day
    /// Whether that day was declared and is not the day it was taken.
    public let isDeclared: Bool
    /// 报送人: the officer who handed it in; nil where it came by command, whose person nobody knows.
    public let by: Officer?

    /// A file as it was handed in.
    public init(
        batch: String, kind: String, department: String, file: String, digest: String, size: Int, received: Day,
        isDeclared: Bool, by: Officer? = nil
    ) {
        self.by = by
        self.batch = batch
        self.kind = kind
        self.department = department
        self.file = file
        self.digest = digest
        self.size = size
        self.received = received
        self.isDeclared = isDeclared
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("batch", batch)
            if let by { writer.put("by", canonical: by.canonical) }
            writer.put("declared", isDeclared)
            writer.put("department", department)
            writer.put("digest", digest)
            writer.put("event", Submission.name)
            writer.put("file", file)
            writer.put("kind", kind)
            writer.put("received", received)
            writer.put("size", size)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        batch = try reader.require("batch")
        kind = try reader.require("kind")
        department = try reader.require("department")
        file = try reader.require("file")
        digest = try reader.require("digest")
        size = try reader.requireNumber("size")
        received = try reader.requireDay("received")
        isDeclared = reader.truth("declared")
        by = try reader.officer("by")
    }
}

/// 批次结果: what came of the rows of a file; rows = accepted + changed + known + refused.
public struct SubmissionResult: Sendable, Equatable {
    static let name = "submission.completed"
    /// Id of the batch.
    public let batch: String
    /// What came of the rows.
    public let counts: RowCounts
    /// Digest over the refusals, in hexadecimal; empty text where there are none.
    public let refusals: String
    /// How many cells of the refused rows broke which rule in which field; none also where an older program closed the
    /// batch, which did not count them.
    public let faults: FaultCounts

    /// What came of a file.
    public init(batch: String, counts: RowCounts, refusals: String, faults: FaultCounts = FaultCounts()) {
        self.batch = batch
        self.counts = counts
        self.refusals = refusals
        self.faults = faults
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("accepted", counts.accepted)
            writer.put("batch", batch)
            writer.put("changed", counts.changed)
            writer.put("event", SubmissionResult.name)
            writer.put("faults", faults.texts)
            writer.put("known", counts.known)
            writer.put("late", counts.late)
            writer.put("persons", counts.persons)
            writer.put("refusals", refusals)
            writer.put("refused", counts.refused)
            writer.put("unknownTimeliness", counts.unknownTimeliness)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        batch = try reader.require("batch")
        refusals = try reader.require("refusals")
        faults = try FaultCounts(texts: reader.texts("faults"))
        counts = RowCounts(
            accepted: try reader.requireNumber("accepted"), changed: try reader.requireNumber("changed"),
            known: try reader.requireNumber("known"), refused: try reader.requireNumber("refused"),
            persons: try reader.requireNumber("persons"), late: try reader.requireNumber("late"),
            unknownTimeliness: try reader.requireNumber("unknownTimeliness"))
    }
}

/// 行数: what came of the rows of a file.
public struct RowCounts: Sendable, Equatable {
    /// New records.
    public var accepted = 0
    /// Records known before, now with other content.
    public var changed = 0
    /// Records known before with the same content.
    public var known = 0
    /// Rows refused, with their reasons.
    public var refused = 0
    /// Refused rows that are about natural persons.
    public var persons = 0
    /// Accepted or changed rows that came in late.
    public var late = 0
    /// Accepted or changed rows of which the loaded calendars do not tell whether they came in late.
    public var unknownTimeliness = 0

    /// No rows.
    public init() {}

    /// Rows by what came of them.
    public init(
        accepted: Int, changed: Int, known: Int, refused: Int, persons: Int, late: Int, unknownTimeliness: Int
    ) {
        self.accepted = accepted
        self.changed = changed
        self.known = known
        self.refused = refused
        self.persons = persons
        self.late = late
        self.unknownTimeliness = unknownTimeliness
    }

    /// All rows that count.
    public var rows: Int { accepted + changed + known + refused }
}
