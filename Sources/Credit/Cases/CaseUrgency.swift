/// 紧急程度: the place of a case in a queue: over time first, then what runs, by the earliest day on which it can end; then
/// what has no clock, and last what stands still. Written out it is the place from which a page goes on, whatever happened
/// to the cases before it meanwhile.
public struct CaseUrgency: Hashable, Comparable, Sendable {
    /// 时限情况: what comes first, in order.
    public enum Standing: Int, Hashable, Sendable, CaseIterable {
        /// 超期.
        case over
        /// 计算中.
        case running
        /// 无时限.
        case unclocked
        /// 中止.
        case still
        /// 已办结或者已届满.
        case ended
    }

    /// Where its clock stands.
    public let standing: Standing
    /// The earliest day on which it can end; after every other without one.
    public let end: Day
    /// Id of the case.
    public let id: String

    /// The place of a case by the clock that ends first.
    ///
    /// - Parameters:
    ///   - deadline: its last day; nil for none.
    ///   - state: where it stands; nil where none runs.
    public init(id: String, deadline: Deadline?, state: CaseClock.State?) {
        self.id = id
        end = deadline?.earliest ?? .endless
        standing =
            switch state {
            case .over?: .over
            case .running?, .halfTime?: .running
            case nil: .unclocked
            case .stopped?: .still
            case .finished?, .finishedInTime?, .finishedLate?, .expired?: .ended
            }
    }

    /// The place that a text names; nil for any other text.
    public init?(text: String) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, text.utf8.count <= 200, let standing = Int(parts[0]).flatMap(Standing.init),
            parts[0].utf8.count == 1, let end = Day(parts[1]), !parts[2].isEmpty
        else { return nil }
        (self.standing, self.end, id) = (standing, end, parts[2])
    }

    /// The place as text.
    public var text: String { "\(standing.rawValue).\(end).\(id)" }

    /// Whether it comes before another.
    public static func < (left: CaseUrgency, right: CaseUrgency) -> Bool {
        if left.standing != right.standing { return left.standing.rawValue < right.standing.rawValue }
        if left.end != right.end { return left.end < right.end }
        return left.id < right.id
    }

    /// 临近: whether it ends by a day and is not over time; what is called for a day without a clock, such as a talk, ends
    /// on that day.
    public func isDue(by last: Day) -> Bool { (standing == .running || standing == .unclocked) && end <= last }
}

extension CaseLine {
    /// The place of the case in a queue.
    public var urgency: CaseUrgency { CaseUrgency(id: id, deadline: deadline, state: state) }
}
