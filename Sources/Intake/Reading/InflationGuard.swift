/// 解压上限: how much a packed file may unpack to before it counts as an attack.
public struct InflationLimits: Sendable, Equatable {
    /// How many bytes may come out at all.
    public var mostBytes: Int64
    /// From how many bytes on the ratio is looked at.
    public var ratioFrom: Int64
    /// How many bytes may come out of one byte.
    public var highestRatio: Int64

    /// The usual limits: 4 GiB; 200 to 1 once more than 100 MiB have come out.
    public init(mostBytes: Int64 = 4 << 30, ratioFrom: Int64 = 100 << 20, highestRatio: Int64 = 200) {
        self.mostBytes = mostBytes
        self.ratioFrom = ratioFrom
        self.highestRatio = highestRatio
    }
}

/// 解压计量: counts what goes into and comes out of a packed file and stops it at the limits.
struct InflationGuard {
    private let name: String
    private let limits: InflationLimits
    private(set) var taken: Int64 = 0
    private(set) var made: Int64 = 0

    init(name: String, limits: InflationLimits) {
        self.name = name
        self.limits = limits
    }

    mutating func count(taken: Int, made: Int) throws {
        self.taken += Int64(taken)
        self.made += Int64(made)
        if self.made > limits.mostBytes
            || self.made > limits.ratioFrom && self.made > limits.highestRatio * max(1, self.taken)
        {
            throw FileProblem.bomb(name: name, limit: limits.mostBytes)
        }
    }
}
