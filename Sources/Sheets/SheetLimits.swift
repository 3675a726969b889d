/// 读取上限: how much of a workbook is read before it is taken for an attack.
public struct SheetLimits: Sendable, Equatable {
    /// Bytes that one archive may unpack to.
    public var inflatedBytes: Int64 = 4 << 30
    /// How many times larger than the archive its content may be once it has passed `freeInflatedBytes`.
    public var inflatedRatio: Int64 = 300
    /// Bytes that may be unpacked whatever the ratio.
    public var freeInflatedBytes: Int64 = 64 << 20
    /// Members of an archive.
    public var entries = 10_000
    /// Bytes of all shared strings together.
    public var sharedStringBytes = 512 << 20
    /// Bytes of one cell. A cell of Excel has at most 32,767 characters, which are below 128 KiB.
    public var cellBytes = 1 << 20
    /// Levels of elements inside each other.
    public var depth = 64
    /// Sheets of a workbook.
    public var sheets = 2_000
    /// Bytes of a binary workbook (XLS), which is held in memory.
    public var binaryBytes = 512 << 20

    /// The limits that any honest workbook keeps.
    public init() {}

    /// Limits so tight that a reader under random bytes stays small and quick.
    public static let tight: SheetLimits = {
        var limits = SheetLimits()
        limits.inflatedBytes = 8 << 20
        limits.freeInflatedBytes = 1 << 20
        limits.entries = 200
        limits.sharedStringBytes = 4 << 20
        limits.cellBytes = 64 << 10
        limits.sheets = 50
        limits.binaryBytes = 8 << 20
        return limits
    }()
}
