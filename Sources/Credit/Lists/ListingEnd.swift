/// 终止: how an entry of a list ends; there is no entry without one (R3).
public enum ListingEnd: Hashable, Sendable {
    /// 有效期至: the last day.
    case lastDay(Day)
    /// 整改为止: until this is cured; looked at again by a day.
    case untilCured(condition: String, reviewBy: Day)
    /// 依条文: as this article says; looked at again by a day.
    case byArticle(article: String, reviewBy: Day)

    /// The last day that is certain: of the entry, or until it is looked at again.
    public var certainUntil: Day {
        switch self {
        case .lastDay(let day), .untilCured(_, let day), .byArticle(_, let day): day
        }
    }

    /// The end in words.
    public var words: Label {
        switch self {
        case .lastDay(let day): Label("有效期至 \(day)", "until \(day)")
        case .untilCured(let condition, let day):
            Label("整改完成为止：\(condition)；\(day) 前复核", "until cured: \(condition); reviewed by \(day)")
        case .byArticle(let article, let day):
            Label("依 \(article)；\(day) 前复核", "by \(article); reviewed by \(day)")
        }
    }

    /// Whether an entry has run out by itself on a day.
    public func isOver(on day: Day) -> Bool {
        if case .lastDay(let last) = self { day > last } else { false }
    }

    /// Whether the day by which it must be looked at again has gone by.
    public func isReviewOverdue(on day: Day) -> Bool {
        switch self {
        case .lastDay: false
        case .untilCured(_, let last), .byArticle(_, let last): day > last
        }
    }

    /// 复核间隔上限: within how many months an entry without a last day is looked at again at the latest. No source names
    /// one: it is this program's own bound, so that no entry is put off for ever; it ends nothing by itself.
    /// - Unit: months
    public static let longestReview = 12

    /// 核对日期: a last day or a day of review that lies ahead of `day`, and not out of sight.
    func checkDays(on day: Day) throws(ListingProblem) {
        guard certainUntil >= day else { throw .dayTooEarly(day) }
        switch self {
        case .lastDay(let last):
            // 2099 is how templates write that there is no end; an entry has one (R3).
            if Publication.isConventionallyEndless(last) { throw .endless }
        case .untilCured(_, let review), .byArticle(_, let review):
            let longest = day.adding(months: ListingEnd.longestReview)
            guard review <= longest else { throw .reviewTooLate(longest) }
        }
    }

    /// 核对期限: the end that a decision of `day` may set under a list. An article is an end only where the pack has read
    /// that the list ends by one; otherwise it would be a way round every term.
    ///
    /// - Throws: where the list's term is longer than the end, of another form, or not known.
    func checked(by list: ListRule, on day: Day) throws(ListingProblem) -> ListingEnd {
        try checkDays(on: day)
        if case .untilCured("", _) = self { throw .missing(Label("终止条件", "the condition")) }
        if case .byArticle("", _) = self { throw .missing(Label("条文", "the article")) }
        switch (list.terms?.value(on: day), self) {
        case (.byArticle?, .byArticle), (.untilCured?, .untilCured), (.byArticle?, .lastDay): return self
        case (.months(let months, _)?, .lastDay(let last)):
            let longest = day.adding(months: months)
            guard last <= longest else { throw .endTooLong(longest) }
            return self
        case (nil, .lastDay(let last)) where list.kind.isMerit:
            // Nobody has read how long a merit stands; it is looked at anew as often as what has no last day.
            let longest = day.adding(months: ListingEnd.longestReview)
            guard last <= longest else { throw .endTooLong(longest) }
            return self
        case (nil, _): throw .termUnknown
        default: throw .endOfOtherForm
        }
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            switch self {
            case .lastDay(let day): writer.put("last", day)
            case .untilCured(let condition, let day):
                writer.put("cured", condition)
                writer.put("review", day)
            case .byArticle(let article, let day):
                writer.put("article", article)
                writer.put("review", day)
            }
        }
    }

    init(canonical bytes: [UInt8]) throws(CanonicalFault) {
        let reader = try CanonicalReader(bytes)
        if let day = reader.day("last") {
            self = .lastDay(day)
        } else if let condition = reader.text("cured") {
            self = .untilCured(condition: condition, reviewBy: try reader.requireDay("review"))
        } else {
            self = .byArticle(
                article: try reader.require("article"), reviewBy: try reader.requireDay("review"))
        }
    }
}
