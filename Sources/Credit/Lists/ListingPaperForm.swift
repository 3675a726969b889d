/// 文书格式: the words of a notice or of a decision, which a city changes in its pack. Words in braces stand for what the
/// case says.
public struct ListingPaperForm: Hashable, Sendable {
    /// 标题.
    public let title: Label
    /// 正文, paragraph by paragraph.
    public let paragraphs: [Label]

    /// The words of a paper.
    public init(title: Label, paragraphs: [Label]) {
        self.title = title
        self.paragraphs = paragraphs
    }

    /// The words that may stand in the braces of a notice.
    public static let noticeBlanks = [
        "organ", "number", "day", "name", "list", "facts", "grounds", "basis", "measures", "remedy", "term", "article",
    ]

    /// The words that may stand in the braces of a decision.
    public static let decisionBlanks = [
        "organ", "number", "day", "name", "list", "facts", "basis", "measures", "end", "remedy",
    ]

    /// What is left open by its braces that nothing fills; empty where all is well, nil where a brace is not closed.
    public func unknownBlanks(_ known: [String]) -> [String]? {
        var unknown: [String] = []
        for text in [title] + paragraphs {
            for words in [text.chinese, text.english] {
                guard let names = LetterForm.blanks(in: words) else { return nil }
                unknown += names.filter { !known.contains($0) }
            }
        }
        return unknown
    }

    private func text(_ values: [String: Label]) -> [Label] {
        ([title] + paragraphs).map { LetterForm.fill($0, values) }
    }

    private static func same(_ text: String) -> Label { Label(text, text) }

    private static func names(_ codes: [String], _ measures: MeasureCatalogue) -> Label {
        guard !codes.isEmpty else { return Label("无", "none") }
        let names = codes.map { measures.measures[$0]?.name ?? same($0) }
        return Label(
            names.map(\.chinese).joined(separator: "、"), names.map(\.english).joined(separator: ", "))
    }

    /// 告知书全文: title first.
    public func text(
        of notice: ListingNotice, for candidate: ListingCandidate, list: Label, organ: Label, measures: MeasureCatalogue
    ) -> [Label] {
        return text([
            "organ": organ, "number": Self.same(notice.paper.number), "day": Self.same("\(notice.paper.day)"),
            "name": Self.same(candidate.opening.name), "list": list, "facts": Self.same(notice.facts),
            "grounds": Self.same(notice.grounds), "basis": Self.same(notice.basis),
            "measures": Self.names(notice.measures, measures), "remedy": Self.same(notice.remedy),
            "term": notice.answer.term.listingWords,
            "article": Self.same(notice.answer.document + (notice.answer.clause.map { " \($0)" } ?? "")),
        ])
    }

    /// 决定书全文: title first.
    public func text(
        of decision: ListingDecision, for candidate: ListingCandidate, list: Label, organ: Label,
        measures: MeasureCatalogue
    ) -> [Label] {
        text([
            "organ": organ, "number": Self.same(decision.paper.number), "day": Self.same("\(decision.paper.day)"),
            "name": Self.same(candidate.opening.name), "list": list, "facts": Self.same(decision.facts),
            "basis": Self.same(decision.basis), "measures": Self.names(decision.measures, measures),
            "end": decision.end.words, "remedy": Self.same(decision.remedy),
        ])
    }
}
