/// 工作簿: a file with sheets of cells, whatever its format and whatever its name says.
public struct Workbook: Sendable {
    /// The format, found by the content.
    public let kind: Kind
    private let file: SheetFile
    private let limits: SheetLimits

    /// 工作簿格式: the formats that are read.
    public enum Kind: String, Sendable, CaseIterable {
        /// Office Open XML (Excel 2007 and later).
        case xlsx
        /// BIFF8 or BIFF5 in a compound file (Excel 5 to 2003).
        case xls
        /// XML Spreadsheet 2003.
        case spreadsheetML
    }

    /// A workbook whose format the content decides.
    ///
    /// - Throws: `SheetProblem` for a file that is none or cannot be opened. A password shows when it is read.
    public static func open(_ file: SheetFile, limits: SheetLimits = SheetLimits()) throws -> Workbook {
        let head = try file.head(4_096)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            guard try ZipArchive.open(file, limits: limits, XLSXCatalogue.isWorkbook) else {
                throw SheetProblem.notAWorkbook
            }
            return Workbook(kind: .xlsx, file: file, limits: limits)
        }
        if head.starts(with: CompoundFile.signature) { return Workbook(kind: .xls, file: file, limits: limits) }
        if SpreadsheetMLReader.recognises(head) { return Workbook(kind: .spreadsheetML, file: file, limits: limits) }
        if let other = otherKind(head) { throw SheetProblem.unsupported(other) }
        throw SheetProblem.notAWorkbook
    }

    /// Reads all sheets, rows and cells in their order. Returns whether the sink wanted all of it.
    ///
    /// - Throws: `SheetProblem` where the workbook cannot be read on; what was reported before stands.
    public func read(into sink: any SheetSink) throws -> Bool {
        switch kind {
        case .xlsx: try XLSXReader(file: file, limits: limits).read(into: sink)
        case .xls: try XLSReader(file: file, limits: limits).read(into: sink)
        case .spreadsheetML: try SpreadsheetMLReader(file: file, limits: limits).read(into: sink)
        }
    }

    /// Tables of other kinds that are handed in under the names of workbooks.
    private static func otherKind(_ head: [UInt8]) -> String? {
        if head.count > 3, head[0] == 0x09, [0x00, 0x02, 0x04].contains(head[1]), head[3] == 0 { return "Excel 2–4" }
        let text = XMLEncoding.narrow(head).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        if text.contains(bytes: "<html") || text.contains(bytes: "<table") { return "HTML" }
        if text.starts(with: "mime-version:".utf8) { return "MHTML" }
        if text.starts(with: "%pdf-".utf8) { return "PDF" }
        return nil
    }
}
