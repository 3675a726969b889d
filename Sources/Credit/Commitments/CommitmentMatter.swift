/// 承诺事项: a field in which commitments are made; what nobody has laid down yet is nil and shown as unknown.
public struct CommitmentMatter: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 名称.
    public let name: Label
    /// 责任部门: nil where every department has it.
    public let department: String?
    /// 方案任务.
    public let item: String
    /// 承诺类型: nil where the plan does not say.
    public let kind: String?
    /// 承诺书模板: its versions by the day each was published; nil where none has been.
    public let templates: Dated<CommitmentTemplate>?
    /// 期限, by what is timed; what is not in it is left to the general clocks, or to a document that the officer names.
    public let terms: [CommitmentClock: Dated<CaseClock.Term>]
    /// 法律依据: nil where none is known.
    public let basis: Source?

    /// A matter.
    public init(
        code: String, name: Label, department: String?, item: String, kind: String?,
        templates: Dated<CommitmentTemplate>? = nil, terms: [CommitmentClock: Dated<CaseClock.Term>] = [:],
        basis: Source?
    ) {
        self.code = code
        self.name = name
        self.department = department
        self.item = item
        self.kind = kind
        self.templates = templates
        self.terms = terms
        self.basis = basis
    }

    /// 当日模板: the version in force on a day; nil where none is.
    public func template(on day: Day) -> CommitmentTemplate? { templates?.value(on: day) }
}

/// 承诺书模板: one published version of the letter that is signed.
public struct CommitmentTemplate: Hashable, Sendable {
    /// 版本.
    public let version: String
    /// 承诺内容.
    public let content: Label
    /// 违诺责任.
    public let liability: Label

    /// One published version.
    public init(version: String, content: Label, liability: Label) {
        self.version = version
        self.content = content
        self.liability = liability
    }
}

/// 承诺时限: what is timed in a commitment. Its word is the code of the pack's general clock for it.
public enum CommitmentClock: String, Hashable, Sendable, CaseIterable {
    /// 补齐材料期限.
    case missing = "commitment-missing"
    /// 监管期限: by when it is checked whether the promise is kept.
    case supervision = "commitment-supervision"
    /// 陈述申辩期限.
    case answer = "commitment-answer"

    /// What it is called.
    public var title: Label {
        switch self {
        case .missing: Label("补齐材料期限", "Time for what is missing")
        case .supervision: Label("监管期限", "Time of supervision")
        case .answer: Label("陈述申辩期限", "Time to answer")
        }
    }
}

/// 承诺期限: how long one clock of a commitment runs, and what says so.
public struct CommitmentTerm: Sendable, Hashable {
    /// 期限.
    public let term: CaseClock.Term
    /// 依据.
    public let source: Source
    /// Whether the officer named it with its document, because the pack does not know it.
    public let isNamedByOfficer: Bool

    /// The term that the pack knows on a day; nil where it knows none (R13).
    public init?(_ terms: Dated<CaseClock.Term>?, on day: Day) {
        guard let step = terms?.step(on: day) else { return nil }
        (term, source, isNamedByOfficer) = (step.value, step.source, false)
    }

    /// The term that the officer names with what sets it; nil where either is missing.
    public init?(named document: String, term: CaseClock.Term) {
        if case .months = term { return nil }
        guard document.contains(where: { !$0.isWhitespace }), CaseClock.Term.counts.contains(term.count) else {
            return nil
        }
        (self.term, source, isNamedByOfficer) = (term, Source(document: document), true)
    }

    /// A clock of this term.
    func clock(_ purpose: CommitmentClock, started day: Day) -> CaseClock {
        CaseClock(code: purpose.rawValue, term: term, source: source, started: day)
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("clause", source.clause)
            if case .days(let count) = term { writer.put("days", count) }
            writer.put("document", source.document)
            writer.put("mark", source.mark.rawValue)
            if case .months(let count) = term { writer.put("months", count) }
            writer.put("named", isNamedByOfficer)
            if case .workingDays(let count) = term { writer.put("workingDays", count) }
        }
    }

    init(canonical bytes: [UInt8]) throws(CanonicalFault) {
        let reader = try CanonicalReader(bytes)
        switch (reader.number("days"), reader.number("workingDays"), reader.number("months")) {
        case (let count?, nil, nil): term = .days(count)
        case (nil, let count?, nil): term = .workingDays(count)
        case (nil, nil, let count?): term = .months(count)
        default: throw CanonicalFault(missing: "days")
        }
        source = Source(
            document: try reader.require("document"), clause: reader.text("clause"),
            mark: try ListingBytes.word("mark", reader))
        isNamedByOfficer = reader.truth("named")
    }
}

extension Rules {
    /// 适用期限: the term of a clock for a matter on a day: the matter's own, else the general one; nil where the pack
    /// knows neither.
    public func term(_ purpose: CommitmentClock, of matter: String, on day: Day) -> CommitmentTerm? {
        CommitmentTerm(commitments.matters[matter]?.terms[purpose], on: day)
            ?? CommitmentTerm(clocks[purpose.rawValue]?.terms, on: day)
    }
}
