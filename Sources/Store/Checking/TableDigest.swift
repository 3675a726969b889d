import Proofs

/// 整表摘要: what a table holds, whatever order its rows lie in: the sum of a digest of each row, made with a key that
/// nobody knew while the rows were written. Two tables of the same digest hold the same rows, without looking one row
/// up in the other.
struct TableDigest: Equatable {
    private(set) var rows = 0
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    /// - Parameter table: the columns that are told apart.
    /// - Throws: `StoreProblem` where the table cannot be read.
    init(of table: TableComparison.Table, in transaction: any Transaction, key: Salt) throws {
        var text: [UInt8] = []
        let width = table.columns.count
        try transaction.statement("SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name)").each([]) {
            row in
            text.removeAll(keepingCapacity: true)
            text.append(contentsOf: key.bytes)
            for column in 0..<width { row.append(column, to: &text) }
            add(SHA256.digest(of: text))
        }
    }

    /// A sum and no exclusive or: two rows that are alike do not cancel each other out.
    private mutating func add(_ digest: Digest) {
        rows += 1
        let (first, second) = digest.withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        let (sum, carried) = low.addingReportingOverflow(second)
        low = sum
        high = high &+ first &+ (carried ? 1 : 0)
    }
}

extension Row {
    /// Writes a column so that no two rows that differ come out alike; a STRICT column has one type.
    fileprivate func append(_ column: Int, to text: inout [UInt8]) {
        guard !isNull(column) else { return text.append(0) }
        withBytes(column) { bytes in
            text.append(1)
            Swift.withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { text.append(contentsOf: $0) }
            text.append(contentsOf: bytes)
        }
    }
}
