/// 置换: puts the numbers below a count in another order without keeping them, one to one.
struct Shuffle {
    private let count: Int
    private let step: Int
    private let start: Int

    init(count: Int, seed: UInt64) {
        self.count = max(1, count)
        // About the golden section of the count, so that neighbours land far from each other.
        var step = max(1, self.count * 618 / 1000 | 1)
        while Shuffle.commonDivisor(step, self.count) != 1 { step += 1 }
        self.step = step
        start = Int(SampleRandom.mixed(seed) % UInt64(self.count))
    }

    subscript(index: Int) -> Int { (index * step + start) % count }

    private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}
