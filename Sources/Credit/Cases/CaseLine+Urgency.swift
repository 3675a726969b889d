extension CaseLine {
    /// 紧急程度: what comes first in a queue: over time, then what runs, by the earliest day on which it can end; then what
    /// has no clock, and last what stands still.
    public static func isMoreUrgent(_ left: CaseLine, _ right: CaseLine) -> Bool {
        (left.rank, left.end, left.id) < (right.rank, right.end, right.id)
    }

    private var rank: Int {
        switch state {
        case .over?: 0
        case .running?, .halfTime?: 1
        case nil: 2
        case .stopped?: 3
        case .finished?, .finishedInTime?, .finishedLate?, .expired?: 4
        }
    }

    /// Without a clock after everything that has one.
    private var end: Day { deadline?.earliest ?? .endless }
}
