/// CSV 写出: rows as UTF-8 text with commas, quoted where a cell needs it, handed on in pieces of bounded size.
public struct CSVSampleWriter: SampleWriter {
    /// Takes the name of the file and its next bytes; the first call for a name begins the file.
    public typealias Output = (_ file: String, _ bytes: UnsafeRawBufferPointer) throws -> Void

    private let output: Output
    private let marksEncoding: Bool
    private var name = ""
    private var pending: [UInt8] = []
    private static let pieceLength = 1 << 18

    /// A writer that hands its bytes to `output`.
    ///
    /// - Parameter marksEncoding: whether files begin with a byte order mark, which some table programs want.
    public init(marksEncoding: Bool = false, output: @escaping Output) {
        self.output = output
        self.marksEncoding = marksEncoding
        pending.reserveCapacity(CSVSampleWriter.pieceLength + 65_536)
    }

    /// Comma-separated.
    public var fileExtension: String { "csv" }

    /// Begins with the headings.
    public mutating func begin(_ file: SampleFile) throws {
        name = file.name
        if marksEncoding { pending.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
        for (index, heading) in file.table.headings.enumerated() {
            if index > 0 { pending.append(0x2C) }
            pending.append(contentsOf: heading.utf8)
        }
        pending.append(0x0A)
    }

    /// Quotes what must be quoted; the output hears of it in pieces.
    public mutating func write(_ row: borrowing SampleRow) throws {
        row.withBytes { bytes in
            var start = 0
            for cell in 0..<row.count {
                let end = row.range(of: cell).upperBound
                if cell > 0 { pending.append(0x2C) }
                let value = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                if CSVSampleWriter.needsQuotes(value) { appendQuoted(value) } else { pending.append(contentsOf: value) }
                start = end
            }
        }
        pending.append(0x0A)
        if pending.count >= CSVSampleWriter.pieceLength { try flush() }
    }

    /// Hands on what is left.
    public mutating func end(_ file: SampleFile) throws { try flush() }

    private mutating func flush() throws {
        try pending.withUnsafeBytes { try output(name, $0) }
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func appendQuoted(_ value: UnsafeRawBufferPointer) {
        pending.append(0x22)
        for byte in value {
            if byte == 0x22 { pending.append(0x22) }
            pending.append(byte)
        }
        pending.append(0x22)
    }

    private static func needsQuotes(_ value: UnsafeRawBufferPointer) -> Bool {
        for byte in value where byte <= 0x2C && (byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D) {
            return true
        }
        return false
    }
}
