/// 拟列入告知书: what the subject is told before anything is decided.
///
/// - Source: 国办发〔2020〕49号: facts, grounds, basis, duties and remedies are told, and the subject is heard
public struct ListingNotice: Sendable, Hashable {
    /// 文书.
    public let paper: ListingPaper
    /// 事实.
    public let facts: String
    /// 理由.
    public let grounds: String
    /// 依据.
    public let basis: String
    /// 拟采取的措施: codes of the national list; empty where none would follow.
    public let measures: [String]
    /// 告知的权利: how to answer and where.
    public let remedy: String
    /// 陈述申辩期限.
    public let answer: AnswerTerm

    /// What the subject is told; nil for the time to answer is no notice.
    ///
    /// - Throws: where neither the pack nor the officer knows how long the time to answer is (R13).
    public init(
        paper: ListingPaper, facts: String, grounds: String, basis: String, measures: [String], remedy: String,
        answer: AnswerTerm?
    ) throws(ListingProblem) {
        guard let answer else { throw .answerTermUnknown }
        self.paper = paper
        self.facts = facts
        self.grounds = grounds
        self.basis = basis
        self.measures = measures
        self.remedy = remedy
        self.answer = answer
    }

    /// 申辩期限: how long the subject may answer from service on, and what says so.
    public struct AnswerTerm: Sendable, Hashable {
        /// 期限.
        public let term: CaseClock.Term
        /// 依据.
        public let document: String
        /// 条款.
        public let clause: String?
        /// Whether the officer named it in the notice, because the pack does not know it.
        public let isNamedByOfficer: Bool

        /// The time to answer that the pack knows; nil where it knows none.
        public init?(_ procedure: ListingProcedure, on day: Day) {
            guard let step = procedure.answer?.step(on: day), CaseClock.Term.counts.contains(step.value.count) else {
                return nil
            }
            term = step.value
            document = step.source.document
            clause = step.source.clause
            isNamedByOfficer = false
        }

        /// The time to answer that the officer names with its article; nil where either is missing.
        public init?(named article: String, term: CaseClock.Term) {
            if case .months = term { return nil }
            guard !article.isEmpty, (1...365).contains(term.count) else { return nil }
            self.term = term
            document = article
            clause = nil
            isNamedByOfficer = true
        }

        init(canonical bytes: [UInt8]) throws(CanonicalFault) {
            let reader = try CanonicalReader(bytes)
            let count = try reader.requireNumber("count")
            guard CaseClock.Term.counts.contains(count) else { throw CanonicalFault(missing: "count") }
            switch try reader.require("unit") {
            case "days": term = .days(count)
            case "working-days": term = .workingDays(count)
            default: throw CanonicalFault(missing: "unit")
            }
            document = try reader.require("document")
            clause = reader.text("clause")
            isNamedByOfficer = reader.truth("named")
        }

        var canonical: [UInt8] {
            CanonicalWriter.object { writer in
                let (count, unit) =
                    switch term {
                    case .days(let count): (count, "days")
                    case .workingDays(let count): (count, "working-days")
                    case .months(let count): (count, "months")
                    }
                writer.put("clause", clause)
                writer.put("count", count)
                writer.put("document", document)
                writer.put("named", isNamedByOfficer)
                writer.put("unit", unit)
            }
        }
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("answer", canonical: answer.canonical)
            writer.put("basis", basis)
            writer.put("facts", facts)
            writer.put("grounds", grounds)
            writer.put("measures", measures)
            writer.put("number", paper.number)
            writer.put("paperDay", paper.day)
            writer.put("remedy", remedy)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        paper = try ListingPaper(reader)
        facts = try reader.require("facts")
        grounds = try reader.require("grounds")
        basis = try reader.require("basis")
        measures = reader.texts("measures")
        remedy = try reader.require("remedy")
        answer = try AnswerTerm(canonical: try ListingBytes.object("answer", reader))
    }
}

extension Day {
    /// 核对日期: not before what it follows, and not after today; nothing in a case lies ahead.
    func check(notBefore first: Day, on today: Day) throws(ListingProblem) {
        guard self >= first else { throw .dayTooEarly(first) }
        guard self <= today else { throw .dayAhead(self) }
    }
}

/// 文书: number and day of a paper.
public struct ListingPaper: Sendable, Hashable {
    /// 文号.
    public let number: String
    /// 日期.
    public let day: Day

    /// A paper.
    public init(number: String, day: Day) {
        self.number = number
        self.day = day
    }

    /// 核对文书: it has a number, and its day lies neither before what it follows nor after today.
    func check(notBefore first: Day, on today: Day) throws(ListingProblem) {
        guard !number.isEmpty else { throw .missing(Label("文号", "the document number")) }
        try day.check(notBefore: first, on: today)
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(number: try reader.require("number"), day: try reader.requireDay("paperDay"))
    }
}
