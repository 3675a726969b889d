import Samples

/// Keeps what a generator writes, as text; and what it said of it.
struct RowCollector: SampleWriter {
    struct File {
        let file: SampleFile
        var rows: [[String]] = []
        var isEnded = false
    }

    var files: [File] = []
    let fileExtension = "txt"

    mutating func begin(_ file: SampleFile) { files.append(File(file: file)) }

    mutating func write(_ row: borrowing SampleRow) {
        var cells: [String] = []
        for cell in 0..<row.count { cells.append(row[cell]) }
        files[files.count - 1].rows.append(cells)
    }

    mutating func end(_ file: SampleFile) { files[files.count - 1].isEnded = true }

    static func collect(_ order: SampleOrder) throws -> (rows: RowCollector, manifest: SampleManifest) {
        var collector = RowCollector()
        let manifest = try SampleGenerator(order).write(to: &collector)
        return (collector, manifest)
    }

    /// All rows of a table, as headings to cells.
    func rows(of table: SampleTable) -> [NamedRow] {
        let places = Dictionary(uniqueKeysWithValues: table.headings.enumerated().map { ($1, $0) })
        return files.filter { $0.file.table == table }.flatMap(\.rows).map { NamedRow(cells: $0, places: places) }
    }
}

/// A row whose cells are asked for by heading.
struct NamedRow {
    let cells: [String]
    let places: [String: Int]

    subscript(heading: String) -> String { places[heading].map { cells[$0] } ?? "no column \(heading)" }
}
