import Credit

/// 数据行: one row of a table as cells of UTF-8 bytes, in the order of the table's headings.
///
/// A generator fills the same row again and again; a writer that keeps a row must copy it.
public struct SampleRow: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    init() {
        bytes.reserveCapacity(8192)
        ends.reserveCapacity(40)
    }

    /// How many cells the row has.
    public var count: Int { ends.count }

    /// Where the bytes of a cell stand in the bytes of the row.
    public func range(of cell: Int) -> Range<Int> {
        (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
    }

    /// Reads the bytes of all cells; `range(of:)` says which belong to which.
    public func withBytes<Result>(_ read: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes(read)
    }

    /// A cell as text.
    public subscript(cell: Int) -> String {
        String(decoding: bytes[range(of: cell)], as: UTF8.self)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Ends the cell that what was added last belongs to.
    mutating func close() { ends.append(bytes.count) }

    /// So many empty cells.
    mutating func empty(_ count: Int = 1) {
        for _ in 0..<count { close() }
    }

    /// A whole cell.
    mutating func cell(_ text: StaticString) {
        add(text)
        close()
    }

    /// A whole cell.
    mutating func cell(_ text: [UInt8]) {
        add(text)
        close()
    }

    mutating func cell(_ day: Day) {
        add(day)
        close()
    }

    mutating func add(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func add(_ text: [UInt8]) { bytes.append(contentsOf: text) }

    mutating func add(_ code: DemoCode) {
        for index in 0..<18 { bytes.append(code.bytes[index]) }
    }

    mutating func add(_ registration: DemoRegistration) {
        for index in 0..<15 { bytes.append(registration.bytes[index]) }
    }

    /// The code in full width: every character of it is a three-byte one beginning with EF BC or EF BD.
    mutating func addFullWidth(_ code: DemoCode) {
        for index in 0..<18 {
            let scalar = 0xFF00 + Int(code.bytes[index]) - 0x20
            bytes.append(0xEF)
            bytes.append(UInt8(0x80 | (scalar >> 6) & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// A whole number, not negative.
    mutating func add(_ number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(0x30 + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    /// A number with at least so many digits.
    mutating func add(_ number: Int, digits: Int) {
        var (least, limit) = (1, 10)
        while least < digits {
            if number < limit { bytes.append(0x30) }
            (least, limit) = (least + 1, limit * 10)
        }
        add(number)
    }

    mutating func add(_ day: Day) {
        let (year, month, dayOfMonth) = day.civil
        add(year, month, dayOfMonth)
    }

    mutating func add(_ year: Int, _ month: Int, _ day: Int) {
        add(year, digits: 4)
        bytes.append(0x2D)
        add(month, digits: 2)
        bytes.append(0x2D)
        add(day, digits: 2)
    }

    /// An amount of whole yuan in 万元, without needless zeros.
    mutating func addWan(yuan: Int) {
        add(yuan / 10_000)
        var (rest, digits) = (yuan % 10_000, 4)
        guard rest > 0 else { return }
        while rest % 10 == 0 { (rest, digits) = (rest / 10, digits - 1) }
        bytes.append(0x2E)
        add(rest, digits: digits)
    }
}
