/// 伪随机数: SplitMix64; small enough that every row has a stream of its own and can be made again at any time.
struct SampleRandom {
    private var state: UInt64

    /// The stream that belongs to a seed, a purpose and a number.
    init(seed: UInt64, purpose: UInt64, number: Int) {
        state = SampleRandom.mixed(seed &+ purpose &* 0xD1B5_4A32_D192_ED03)
        state ^= SampleRandom.mixed(UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 &+ purpose)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return SampleRandom.mixed(state)
    }

    /// A number from 0 to `bound - 1`.
    mutating func below(_ bound: Int) -> Int {
        Int(((next() >> 32) &* UInt64(bound)) >> 32)
    }

    /// Whether a thing happens that happens so many times in a thousand.
    mutating func happens(perMille share: Int) -> Bool { below(1000) < share }

    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
