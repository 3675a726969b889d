/// 大致日期: a day of which perhaps only the year or the month is known, written as far as it is known.
///
/// What is only known to lie in a year is never shown as a day of it (R13); what depends on it counts from the last day
/// it can be.
public struct RoughDay: Hashable, Sendable {
    /// 最早可能的一日.
    public let first: Day
    /// 最晚可能的一日.
    public let last: Day

    /// The day written `2020-03-31`, `2020-03`, `2020` or, where only its latest is known, `..2020-03-31`; nil for
    /// anything else.
    public init?(_ text: String) {
        if text.hasPrefix("..") {
            guard let day = Day(String(text.dropFirst(2))) else { return nil }
            (first, last) = (RoughDay.unknownBeginning, day)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        switch parts.count {
        case 1:
            guard let first = Day("\(text)-01-01"), let last = Day("\(text)-12-31") else { return nil }
            (self.first, self.last) = (first, last)
        case 2:
            guard let first = Day("\(text)-01") else { return nil }
            self.first = first
            last = first.adding(months: 1) + -1
        case 3:
            guard let day = Day(text) else { return nil }
            (first, last) = (day, day)
        default: return nil
        }
    }

    /// Whether the very day is known.
    public var isExact: Bool { first == last }

    /// Whether only the latest day it can be is known.
    public var isOpen: Bool { first == RoughDay.unknownBeginning }

    private static let unknownBeginning = Day(number: -719_162)

    /// The day as far as it is known, as it is written; the marks are those of ISO 8601-2.
    public var text: String {
        if isOpen { return "..\(last)" }
        let whole = first.description
        return isExact ? whole : String(whole.prefix(last - first > 31 ? 4 : 7))
    }
}
