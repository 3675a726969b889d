/// 比率: how many of how many; the two numbers are kept, so that anybody can work it out again (R11).
public struct Rate: Hashable, Sendable {
    /// How many.
    public let numerator: Int
    /// Of how many; with none there is no rate.
    public let denominator: Int

    /// So many of so many.
    public init(_ numerator: Int, of denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The rate to the nearest hundredth of a percent; what is not all never reads as all, and what is not nothing never
    /// as nothing. Nil where there is nothing to divide by: unknown, and not zero (R13).
    /// - Unit: hundredths of a percent
    public var basisPoints: Int? {
        guard denominator > 0 else { return nil }
        if numerator == denominator { return 10_000 }
        if numerator == 0 { return 0 }
        return min(9_999, max(1, (numerator * 20_000 + denominator) / (denominator * 2)))
    }

    /// As people read it, `98.76%`; nil where there is no rate.
    public var text: String? { basisPoints.map { Rate.text(basisPoints: $0) + "%" } }

    /// Hundredths of a percent as percent with two decimals.
    public static func text(basisPoints: Int) -> String {
        let (whole, rest) = (abs(basisPoints) / 100, abs(basisPoints) % 100)
        return (basisPoints < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// Whether this rate is higher than another, compared exactly; one that does not exist is higher than none.
    public func isHigher(than other: Rate) -> Bool {
        guard denominator > 0, other.denominator > 0 else { return false }
        return numerator * other.denominator > other.numerator * denominator
    }
}
