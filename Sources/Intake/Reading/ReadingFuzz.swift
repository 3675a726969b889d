import Credit

/// 随机输入检验: any bytes through the readers of text; they may fault rows and refuse files, and nothing else.
public enum ReadingFuzz {
    /// What a reader must keep whatever it reads, and did not.
    public struct Defect: Error, Sendable, CustomStringConvertible {
        /// What was broken.
        public let description: String
    }

    /// What one feeding came to.
    public struct Outcome: Sendable, Equatable {
        /// Rows without a fault.
        public var rows = 0
        /// Rows with a fault.
        public var faults = 0
        /// Whether the bytes were refused as a whole, at once or after some rows.
        public var refused = false
        var digest: UInt64 = 14_695_981_039_346_656_037
        var lastLine = 0
    }

    /// Reads the bytes as delimited text, once at a stroke and once in pieces of `chunk` bytes.
    ///
    /// - Throws: `Defect`, also where the two readings differ.
    @discardableResult
    public static func delimited(_ bytes: [UInt8], delimiter: Delimiter = .comma, chunk: Int) throws -> Outcome {
        try compare(
            DelimitedReader(MemorySource(bytes), delimiter: delimiter),
            DelimitedReader(MemorySource(bytes), delimiter: delimiter, chunk: chunk))
    }

    /// Reads the bytes as JSON or JSON Lines, once at a stroke and once in pieces of `chunk` bytes.
    ///
    /// - Throws: `Defect`, also where the two readings differ.
    @discardableResult
    public static func json(_ bytes: [UInt8], chunk: Int) throws -> Outcome {
        try compare(JSONReader(MemorySource(bytes)), JSONReader(MemorySource(bytes), chunk: chunk))
    }

    /// Reads the bytes as whatever they seem to be; archives and workbooks through their readers in this process.
    ///
    /// - Throws: `Defect`.
    @discardableResult
    public static func anything(_ bytes: [UInt8], chunk: Int) throws -> Outcome {
        let limits = InflationLimits(mostBytes: 16 << 20, ratioFrom: 1 << 20, highestRatio: 200)
        let options = ReadingOptions(limits: limits, chunk: chunk)
        do {
            return try follow(OpenedFile.open(MemorySource(bytes), name: "fuzz", options: options))
        } catch is FileProblem {
            return Outcome(refused: true)
        }
    }

    private static func compare(_ first: some RowSource, _ second: some RowSource) throws -> Outcome {
        let (left, right) = (try follow(first), try follow(second))
        guard left == right else { throw Defect(description: "the size of the pieces changes the rows") }
        return left
    }

    private static func follow(_ source: some RowSource) throws -> Outcome {
        var source = source
        var outcome = Outcome()
        do {
            while let block = try source.next() { try check(block, &outcome) }
        } catch is FileProblem {
            outcome.refused = true
        }
        return outcome
    }

    private static func check(_ block: RowBlock, _ outcome: inout Outcome) throws {
        guard !block.rows.isEmpty else { throw Defect(description: "a block without rows") }
        if block.startsTable { outcome.lastLine = 0 }
        for row in block.rows {
            if row.fault == nil { outcome.rows += 1 } else { outcome.faults += 1 }
            // JSON may have two objects on one line.
            guard row.line >= outcome.lastLine, row.line > 0 else { throw Defect(description: "lines run backwards") }
            outcome.lastLine = row.line
            guard row.firstCell + row.cellCount <= block.cells.count else {
                throw Defect(description: "a row has cells that are not there")
            }
            outcome.mix(UInt64(row.line) << 8 | UInt64(row.fault.map { $0.rawValue + 1 } ?? 0))
            for cell in block.cells[row.firstCell..<row.firstCell + row.cellCount] {
                let (start, end) = (Int(cell.offset), Int(cell.offset) + cell.length)
                guard end <= block.bytes.count else { throw Defect(description: "a cell reaches behind the bytes") }
                try check(block.bytes[start..<end])
                outcome.mix(UInt64(cell.form.rawValue) + 1_000)
                for byte in block.bytes[start..<end] { outcome.mix(UInt64(byte)) }
            }
        }
    }

    private static func check(_ text: ArraySlice<UInt8>) throws {
        guard !text.contains(0) else { throw Defect(description: "a NUL in a cell") }
        try text.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count, let base = bytes.baseAddress {
                let length = UTF8Check.characterLength(base + index, left: bytes.count - index)
                guard length > 0 else { throw Defect(description: "a cell that is no UTF-8") }
                index += length
            }
        }
    }
}

extension ReadingFuzz.Outcome {
    fileprivate mutating func mix(_ value: UInt64) { digest = (digest ^ value) &* 1_099_511_628_211 }
}
