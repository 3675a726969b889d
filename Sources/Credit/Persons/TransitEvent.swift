/// 自然人信息过境: rows about natural persons pass through sealed: nobody looks at them here, they go on to the region under
/// two officers and are deleted on their day. What the log says of them is a commitment and a count of days; no name, no
/// number, no ciphertext (R10).
///
/// - Source: domain practice 21.
public enum TransitEvent: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "transit"
    /// 封存.
    case sealed(SealedMark)
    /// 上报: the rows left for the region, in one file.
    case exported(TransitExport)
    /// 到期删除; these stubs stay.
    case deleted([String])

    static let prefix = "transit."

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            switch self {
            case .sealed(let mark):
                writer.put("batch", mark.batch)
                writer.put("commitment", mark.commitment)
                writer.put("deleteOn", mark.deleteOn)
                writer.put("department", mark.department)
                writer.put("event", "transit.sealed")
                writer.put("id", mark.id)
                writer.put("kind", mark.kind)
            case .exported(let export):
                writer.put("by", canonical: export.by.canonical)
                writer.put("event", "transit.exported")
                writer.put("export", export.id)
                writer.put("kind", export.kind)
                writer.put("layout", export.layout)
                writer.put("matter", export.matter)
                writer.put("rows", export.rows)
            case .deleted(let rows):
                writer.put("event", "transit.deleted")
                writer.put("rows", rows)
            }
        }
    }

    /// The event of these members; nil where the name is none of ours.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix(TransitEvent.prefix) else { return nil }
        switch name.dropFirst(TransitEvent.prefix.count) {
        case "sealed":
            self = .sealed(
                SealedMark(
                    id: try reader.require("id"), batch: try reader.require("batch"), kind: try reader.require("kind"),
                    department: try reader.require("department"), deleteOn: try reader.requireDay("deleteOn"),
                    commitment: try reader.require("commitment")))
        case "exported":
            let rows = reader.texts("rows")
            guard !rows.isEmpty else { throw CanonicalFault(missing: "rows") }
            self = .exported(
                TransitExport(
                    id: try reader.require("export"), kind: try reader.require("kind"),
                    layout: try reader.require("layout"), matter: try reader.require("matter"), rows: rows,
                    by: try reader.requireOfficers("by")))
        case "deleted":
            let rows = reader.texts("rows")
            guard !rows.isEmpty else { throw CanonicalFault(missing: "rows") }
            self = .deleted(rows)
        default: throw CanonicalFault(missing: "event")
        }
    }
}

/// 封存标记: that a row about a natural person was sealed, and nothing about whom.
public struct SealedMark: Sendable, Equatable {
    /// Id of the row.
    public let id: String
    /// Id of the batch it came in with.
    public let batch: String
    /// Code of the kind of record.
    public let kind: String
    /// Code of the department that handed it in.
    public let department: String
    /// The day it is deleted on.
    public let deleteOn: Day
    /// Salted digest of what is sealed, in hexadecimal.
    public let commitment: String

    /// That a row was sealed.
    public init(id: String, batch: String, kind: String, department: String, deleteOn: Day, commitment: String) {
        (self.id, self.batch, self.kind, self.department) = (id, batch, kind, department)
        (self.deleteOn, self.commitment) = (deleteOn, commitment)
    }
}

/// 上报批次: sealed rows that left for the region.
public struct TransitExport: Sendable, Equatable {
    /// Its id.
    public let id: String
    /// Code of the kind of record.
    public let kind: String
    /// Code of the layout.
    public let layout: String
    /// 事由编号.
    public let matter: String
    /// Ids of the rows.
    public let rows: [String]
    /// 承办与复核.
    public let by: OfficerPair

    init(id: String, kind: String, layout: String, matter: String, rows: [String], by: OfficerPair) {
        (self.id, self.kind, self.layout, self.matter, self.rows, self.by) = (id, kind, layout, matter, rows, by)
    }
}
