/// 承诺书: a commitment as it was signed, in the fields of the data standard that are known on the day of signing.
///
/// A natural person is none of its subjects: an identity number is refused, and what a person promised is kept nowhere
/// here (R1, R10).
public struct CommitmentLetter: Sendable, Hashable {
    /// 承诺编码: region, day and serial, twenty digits.
    public let number: String
    /// 承诺人代码.
    public let subject: SubjectKey
    /// 承诺人名称.
    public let name: String
    /// 个体工商户: whether who promises is a sole trader, whose commitment is never public (R10).
    public let isSoleTrader: Bool
    /// 承诺类型: its code.
    public let kind: String
    /// 承诺事项: its code.
    public let matter: String
    /// 承诺书模板: the version signed; nil where none had been published.
    public let template: String?
    /// 承诺事由.
    public let cause: String
    /// 承诺内容.
    public let content: String
    /// 违诺责任.
    public let liability: String
    /// 承诺作出日期.
    public let made: Day
    /// 承诺有效期; nil where none is set.
    public let validUntil: Day?
    /// 公开类型.
    public let publicity: Publicity
    /// 所见材料.
    public let papers: String
    /// 承诺书扫描件: digests (SHA-256, hexadecimal).
    public let evidence: [String]
    /// 暂缺材料: what is to be brought; empty but for a commitment of that kind.
    public let missing: [String]
    /// 补齐材料期限; nil where nothing is missing.
    public let missingTerm: CommitmentTerm?

    /// A commitment as it was signed.
    public init(
        number: String, subject: SubjectKey, name: String, isSoleTrader: Bool, kind: String, matter: String,
        template: String?, cause: String, content: String, liability: String, made: Day, validUntil: Day?,
        publicity: Publicity, papers: String, evidence: [String], missing: [String], missingTerm: CommitmentTerm?
    ) {
        self.number = number
        self.subject = subject
        self.name = name
        self.isSoleTrader = isSoleTrader
        self.kind = kind
        self.matter = matter
        self.template = template
        self.cause = cause
        self.content = content
        self.liability = liability
        self.made = made
        self.validUntil = validUntil
        self.publicity = publicity
        self.papers = papers
        self.evidence = evidence
        self.missing = missing
        self.missingTerm = missingTerm
    }

    /// 公开类型.
    public enum Publicity: String, Sendable, Hashable, CaseIterable {
        /// 可向社会公开.
        case open
        /// 特定范围内公开.
        case limited
        /// 不可公开.
        case closed

        /// What it is called.
        public var title: Label {
            switch self {
            case .open: Label("可向社会公开", "Open to everybody")
            case .limited: Label("特定范围内公开", "Open to some")
            case .closed: Label("不可公开", "Not open")
            }
        }
    }

    /// 承诺编码: six digits of the region, the day it was made, and a serial number of that day.
    public static func number(region: String, made: Day, serial: Int) -> String {
        let digits = String(serial)
        return region + made.description.filter { $0 != "-" } + String(repeating: "0", count: max(0, 6 - digits.count))
            + digits
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("cause", cause)
            writer.put("content", content)
            writer.put("evidence", evidence)
            writer.put("kind", kind)
            writer.put("liability", liability)
            writer.put("made", made)
            writer.put("matter", matter)
            writer.put("missing", missing)
            if let missingTerm { writer.put("missingTerm", canonical: missingTerm.canonical) }
            writer.put("name", name)
            writer.put("number", number)
            writer.put("papers", papers)
            writer.put("publicity", publicity.rawValue)
            writer.put("subject", subject.text)
            writer.put("template", template)
            writer.put("trader", isSoleTrader)
            writer.put("validUntil", validUntil)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        guard let subject = SubjectKey(text: try reader.require("subject")) else {
            throw CanonicalFault(missing: "subject")
        }
        var term: CommitmentTerm?
        if let bytes = reader.object("missingTerm") { term = try CommitmentTerm(canonical: bytes) }
        self.init(
            number: try reader.require("number"), subject: subject, name: try reader.require("name"),
            isSoleTrader: reader.truth("trader"), kind: try reader.require("kind"),
            matter: try reader.require("matter"), template: reader.text("template"),
            cause: try reader.require("cause"), content: try reader.require("content"),
            liability: try reader.require("liability"), made: try reader.requireDay("made"),
            validUntil: reader.day("validUntil"), publicity: try ListingBytes.word("publicity", reader),
            papers: try reader.require("papers"), evidence: reader.texts("evidence"),
            missing: reader.texts("missing"), missingTerm: term)
    }
}
