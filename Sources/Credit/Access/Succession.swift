/// 沿革: what a paper changed from a day on, step by step; an old step is never edited, so that old documents keep what
/// held on their day.
public struct Succession<Value: Hashable & Sendable>: Hashable, Sendable {
    /// 一次变动.
    public struct Step: Hashable, Sendable {
        /// The first day on which the value holds.
        public let from: Day
        /// The value.
        public let value: Value
        /// 文号 of the paper it rests on; nil where none was named.
        public let paper: String?

        /// A value from a day on.
        public init(from: Day, value: Value, paper: String?) {
            self.from = from
            self.value = value
            self.paper = paper
        }
    }

    /// The steps, earliest first; never empty, and each on a day of its own.
    public private(set) var steps: [Step]

    /// What holds from its first day on.
    public init(_ first: Step) { steps = [first] }

    /// The value on a day; nil before the first.
    public func value(on day: Day) -> Value? { steps.last { $0.from <= day }?.value }

    /// The newest value, whatever the day.
    public var latest: Value { steps[steps.count - 1].value }

    /// Takes in a further step; one of the same day is replaced by it.
    public mutating func take(_ step: Step) {
        steps.removeAll { $0.from == step.from }
        let place = steps.firstIndex { $0.from > step.from } ?? steps.count
        steps.insert(step, at: place)
    }
}
