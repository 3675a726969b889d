/// 候选行: a row that was handed in for a list of our own. It is a reason for an officer to look, and nothing more: it lists
/// nobody, is published nowhere and has no effect, whatever decision it names (R4).
public struct CandidateRow: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "candidate"
    static let name = "candidate.handed-in"
    /// Prefix of the ids of candidates and of the cases that come of them.
    public static let prefix = "LST"
    /// Code of the list.
    public let list: String
    /// 认定单位: code of the organ whose officers look at it.
    public let organ: String
    /// What the row says, in the form it would have as a record; its id is that of the case that comes of it.
    public let row: RecordEntry

    /// A row as it was handed in for a list of our own.
    public init(_ row: RecordEntry, for own: OwnList) {
        list = own.list
        organ = own.organ
        self.row = row.named(CandidateRow.prefix + "-" + row.id)
    }

    /// Id of the candidate, and of the case that comes of it.
    public var id: String { row.id }
    /// 来源行: batch and line, as a case names what led to it.
    public var source: String { "\(row.batch)/\(row.line)" }

    /// The batch that a source row names; nil for a text that names none.
    public static func batch(ofSource source: String) -> String? {
        source.lastIndex(of: "/").map { String(source[..<$0]) }
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("event", CandidateRow.name)
            writer.put("list", list)
            writer.put("organ", organ)
            writer.put("row", canonical: row.body)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        list = try reader.require("list")
        organ = try reader.require("organ")
        row = try RecordEntry(try CanonicalReader(try ListingBytes.object("row", reader)))
    }
}

extension RecordEntry {
    fileprivate func named(_ id: String) -> RecordEntry { asVersion(1, of: id) }
}
