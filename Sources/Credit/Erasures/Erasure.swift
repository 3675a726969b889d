/// 依法删除: the content of a record is gone for good, and with it that of the closed cases about it and of their letters.
/// What stays is this stub: what kind of record, when, why and by which paper, which places of the log it stood at, and
/// which numbers of which registers its letters had. Nothing of it says whom the record was about (R12).
public struct Erasure: Sendable, Equatable {
    static let name = "erasure.done"
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "erasure"

    /// The classes of entries whose content may go. That something was erased, who may act, what files came in and which
    /// rules held is never erased.
    public static let erasable: Set<String> = [
        RecordEntry.eventClass, ObjectionEvent.eventClass, RepairEvent.eventClass, RectificationEvent.eventClass,
        ClockEvent.eventClass, DeskEvent.eventClass, LetterEvent.eventClass,
    ]

    /// 删除编号.
    public let id: String
    /// Id of the record, as its address had it; it says nothing by itself.
    public let record: String
    /// Code of the kind of record.
    public let kind: String
    /// Code of the department it came from.
    public let department: String
    /// Whether it was ever to be published: of what nobody could see nothing is told in public, not even that it is gone.
    public let wasPublic: Bool
    /// Positions of the entries of the log whose content goes, ascending; their leaves stay.
    public let positions: [Int]
    /// 已删文书的字号: the numbers of the letters that went, in the order in which they were taken.
    public let letters: [ErasedLetter]
    /// 事由.
    public let ground: ErasureGround
    /// 依据的文书.
    public let paper: OrderPaper
    /// 说明.
    public let reason: String
    /// 承办与复核.
    public let by: OfficerPair

    init(
        id: String, of record: ErasableRecord, ground: ErasureGround, paper: OrderPaper, reason: String,
        by: OfficerPair
    ) {
        (self.id, self.record, kind, department) = (id, record.id, record.kind, record.department)
        (positions, letters, wasPublic) = (record.positions, record.letters, record.wasPublic)
        (self.ground, self.paper, self.reason, self.by) = (ground, paper, reason, by)
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("by", canonical: by.canonical)
            writer.put("department", department)
            writer.put("erasure", id)
            writer.put("event", Erasure.name)
            writer.put("ground", ground.rawValue)
            writer.put("kind", kind)
            writer.put("letters", letters.flatMap(\.texts))
            writer.put("paper", canonical: paper.canonical)
            writer.put("positions", positions.map(String.init))
            writer.put("public", wasPublic)
            writer.put("reason", reason)
            writer.put("record", record)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        id = try reader.require("erasure")
        record = try reader.require("record")
        kind = try reader.require("kind")
        department = try reader.require("department")
        wasPublic = reader.truth("public")
        let texts = reader.texts("positions")
        positions = texts.compactMap { Int($0) }
        // Ascending, none twice, none below the first entry of the log: then nothing is erased that is not named.
        guard let first = positions.first, first > 0, positions.count == texts.count,
            zip(positions, positions.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw CanonicalFault(missing: "positions") }
        letters = try Erasure.letters(reader.texts("letters"), among: Set(positions))
        guard let ground = ErasureGround(rawValue: try reader.require("ground")) else {
            throw CanonicalFault(missing: "ground")
        }
        self.ground = ground
        paper = try reader.requireOrderPaper("paper")
        reason = try reader.require("reason")
        by = try reader.requireOfficers("by")
    }

    /// The numbers that stay; each of an entry that went, in the order in which they were taken, none twice.
    private static func letters(
        _ texts: [String], among positions: Set<Int>
    ) throws(CanonicalFault) -> [ErasedLetter] {
        let letters = stride(from: 0, to: texts.count, by: ErasedLetter.width).compactMap {
            ErasedLetter(texts[$0..<min($0 + ErasedLetter.width, texts.count)])
        }
        guard letters.count * ErasedLetter.width == texts.count, letters.allSatisfy({ positions.contains($0.place) }),
            zip(letters, letters.dropFirst()).allSatisfy({ $0.place < $1.place })
        else { throw CanonicalFault(missing: "letters") }
        return letters
    }
}
