/// 按日生效的值: what law or reform can change, as steps that each begin on a day and name their source.
///
/// An old step is never edited: a change of the law is one more step.
public struct Dated<Value: Sendable>: Sendable {
    /// 一个时段: the value that holds from a day on, until the next step.
    public struct Step: Sendable {
        /// The first day on which the value holds.
        public let from: Day
        /// The value.
        public let value: Value
        /// What it rests on.
        public let source: Source

        /// A value from a day on.
        public init(from: Day, value: Value, source: Source) {
            self.from = from
            self.value = value
            self.source = source
        }
    }

    /// The steps, earliest first; never empty.
    public let steps: [Step]

    /// The steps in the order of their days; nil when there is none or a day does not lie after the one before it.
    public init?(_ steps: [Step]) {
        guard !steps.isEmpty, zip(steps, steps.dropFirst()).allSatisfy({ $0.from < $1.from }) else { return nil }
        self.steps = steps
    }

    /// The step in force on a day; nil before the first, for then nothing is known.
    public func step(on day: Day) -> Step? { steps.last { $0.from <= day } }

    /// The value in force on a day; nil before the first step.
    public func value(on day: Day) -> Value? { step(on: day)?.value }

    /// The latest step, whatever the day.
    public var latest: Step { steps[steps.count - 1] }
}

extension Dated.Step: Equatable where Value: Equatable {}
extension Dated: Equatable where Value: Equatable {}
extension Dated.Step: Hashable where Value: Hashable {}
extension Dated: Hashable where Value: Hashable {}
