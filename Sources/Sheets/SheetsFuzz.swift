/// 随机输入检验: any bytes through every reader; a reader may refuse them with a `SheetProblem` and nothing else.
public enum SheetsFuzz {
    /// What one feeding came to.
    public struct Outcome: Sendable, Equatable {
        /// Readers that read the bytes to their end.
        public var read = 0
        /// Readers that refused them.
        public var refused = 0
        /// Cells that were reported in all.
        public var cells = 0
    }

    /// Feeds the bytes to the door and to each reader directly, and to the reader of the process stream.
    ///
    /// - Throws: whatever a reader throws that is not a `SheetProblem`, which is a defect.
    public static func feed(_ bytes: [UInt8]) throws -> Outcome {
        let file = SheetFile.bytes(bytes)
        let limits = SheetLimits.tight
        let sink = SheetTally()
        var outcome = Outcome()
        let readers: [() throws -> Bool] = [
            { try Workbook.open(file, limits: limits).read(into: sink) },
            { try XLSXReader(file: file, limits: limits).read(into: sink) },
            { try XLSReader(file: file, limits: limits).read(into: sink) },
            { try XLSReader.read(content: bytes, into: sink, limits: limits) },
            { try SpreadsheetMLReader(file: file, limits: limits).read(into: sink) },
            { try bytes.withUnsafeBytes { try SheetStreamReader(sink: sink, limits: limits).feed($0) } },
        ]
        for reader in readers {
            do {
                _ = try reader()
                outcome.read += 1
            } catch is SheetProblem {
                outcome.refused += 1
            }
        }
        outcome.cells = sink.cells
        return outcome
    }
}
