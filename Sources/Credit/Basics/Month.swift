/// 月份: a calendar month; what departments hand in is counted by it.
///
/// - Unit: months since the beginning of year 0
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Months since the beginning of year 0.
    public let number: Int

    init(number: Int) { self.number = number }

    /// The month a day lies in.
    public init(of day: Day) {
        let (year, month, _) = day.civil
        number = year * 12 + month - 1
    }

    /// The month written `YYYY-MM`, of the years 1900 to 2999; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let day = Day(text + "-01"), (1900...2999).contains(day.year) else { return nil }
        self.init(of: day)
    }

    /// The year it lies in.
    public var year: Int { number / 12 }

    /// 1 to 12.
    public var ofYear: Int { number % 12 + 1 }

    /// Its first day.
    public var first: Day { Day(year: year, month: ofYear, day: 1) ?? .endless }

    /// Its last day.
    public var last: Day { (self + 1).first + -1 }

    /// The month so many months later; earlier for a negative count.
    public static func + (month: Month, count: Int) -> Month { Month(number: month.number + count) }

    /// Earlier comes first.
    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

    /// `YYYY-MM`.
    public var description: String { String(first.description.prefix(7)) }

    /// As a heading says it.
    public var title: Label { Label("\(year)年\(ofYear)月", description) }

    /// The months from one to another, both included; none where the second is the earlier one.
    public static func span(_ first: Month, _ last: Month) -> [Month] {
        first > last ? [] : (first.number...last.number).map { Month(number: $0) }
    }
}
