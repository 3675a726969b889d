/// Many strings in one piece of memory, named by number.
struct StringArena {
    /// The bytes of all strings, and of the one that is being added.
    var bytes: [UInt8] = []
    /// Where each string begins; one more than there are strings.
    private var starts: [UInt32] = [0]
    private let limit: Int

    init(limits: SheetLimits) { limit = min(limits.sharedStringBytes, Int(UInt32.max) - 1) }

    var count: Int { starts.count - 1 }
    /// Where the string that is being added begins.
    var lastStart: Int { Int(starts[starts.count - 1]) }

    func hasRoom(for count: Int) -> Bool { bytes.count + count + starts.count * 4 <= limit }

    /// The bytes added since the last string are the next one.
    mutating func endString() { starts.append(UInt32(bytes.count)) }

    /// Hands the bytes of a string to `body`; nil where there is no such string.
    func withString<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        guard index >= 0, index < count else { return nil }
        let range = Int(starts[index])..<Int(starts[index + 1])
        return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
