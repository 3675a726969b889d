/// 通报稿: a formal notice as it was drawn up: about whom, by which decision, and to whom it goes.
///
/// Of a member of staff it holds neither name nor number: they stand in the letter only, which is kept by its digest.
public struct NoticeDraft: Sendable, Hashable {
    /// Id of the case.
    public let id: String
    /// 事由.
    public let about: NoticeAbout
    /// 单位: code of the unit, or of the unit of the member of staff.
    public let unit: CreditCode
    /// 单位名称.
    public let unitName: String
    /// 单位类别.
    public let unitKind: PublicUnitKind
    /// 认定文书: the paper that establishes the dishonesty (R3).
    public let paper: OrderPaper
    /// 事实.
    public let facts: String
    /// 主送: every body that the pack says is told.
    public let addressees: [Addressee]
    /// 承办人.
    public let by: Officer

    /// A formal notice as it was drawn up.
    public init(
        id: String, about: NoticeAbout, unit: CreditCode, unitName: String, unitKind: PublicUnitKind,
        paper: OrderPaper, facts: String, addressees: [Addressee], by: Officer
    ) {
        self.id = id
        self.about = about
        self.unit = unit
        self.unitName = unitName
        self.unitKind = unitKind
        self.paper = paper
        self.facts = facts
        self.addressees = addressees
        self.by = by
    }

    /// 主送单位.
    public struct Addressee: Sendable, Hashable {
        /// Code of the body in the pack.
        public let body: String
        /// Its name in this case.
        public let name: String

        /// A body with its name in this case.
        public init(body: String, name: String) {
            self.body = body
            self.name = name
        }
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("about", about.rawValue)
            writer.put("addressees", addressees.flatMap { [$0.body, $0.name] })
            writer.put("facts", facts)
            writer.put("kind", unitKind.rawValue)
            writer.put("name", unitName)
            writer.put("paper", canonical: paper.canonical)
            writer.put("unit", unit.text)
        }
    }

    init(id: String, by: Officer, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard let unit = CreditCode(try reader.require("unit")) else { throw CanonicalFault(missing: "unit") }
        let texts = reader.texts("addressees")
        guard texts.count.isMultiple(of: 2), !texts.isEmpty else { throw CanonicalFault(missing: "addressees") }
        self.init(
            id: id, about: try ListingBytes.word("about", reader), unit: unit, unitName: try reader.require("name"),
            unitKind: try ListingBytes.word("kind", reader), paper: try reader.requireOrderPaper("paper"),
            facts: try reader.require("facts"),
            addressees: stride(from: 0, to: texts.count, by: 2).map { Addressee(body: texts[$0], name: texts[$0 + 1]) },
            by: by)
    }
}
