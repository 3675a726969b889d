import CZip
import Glibc
import Sheets
import Testing

/// Keeps all that a workbook reports, one line a cell: `B2 text 值`, formulas as `B2 number= 3`.
final class Recorder: SheetSink {
    private(set) var lines: [String] = []
    private(set) var sheets: [(name: String, hidden: Bool)] = []
    private(set) var rows: [Int] = []
    /// Values of the first sheet's rows, by column.
    private(set) var values: [[Int: String]] = []
    private var row: [Int: String] = [:]
    /// After how many cells to stop.
    var patience = Int.max

    func sheet(_ name: String, hidden: Bool) -> Bool {
        sheets.append((name, hidden))
        lines.append(hidden ? "[\(name)] hidden" : "[\(name)]")
        return true
    }

    func cell(row: Int, column: Int, form: SheetForm, isFormula: Bool, bytes: UnsafeRawBufferPointer) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        lines.append("\(Recorder.letters(column))\(row) \(form)\(isFormula ? "=" : "") \(text)")
        self.row[column] = text
        patience -= 1
        return patience > 0
    }

    func endRow(_ row: Int) -> Bool {
        rows.append(row)
        values.append(self.row)
        self.row = [:]
        return true
    }

    private static func letters(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(0x41 + column % 26)))
        return column < 26 ? last : letters(column / 26 - 1) + last
    }
}

/// What a workbook of these bytes reports.
func lines(of bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws -> [String] {
    let recorder = Recorder()
    _ = try Workbook.open(.bytes(bytes), limits: limits).read(into: recorder)
    return recorder.lines
}

/// The problem that these bytes meet; nil where they are read.
func problem(of bytes: [UInt8], limits: SheetLimits = SheetLimits()) -> SheetProblem? {
    do {
        _ = try lines(of: bytes, limits: limits)
        return nil
    } catch {
        return error as? SheetProblem
    }
}

/// A folder of one test's own, gone with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/sheets-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    func file(_ name: String) -> String { path + "/" + name }

    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                unlink(file(name))
            }
            closedir(folder)
        }
        rmdir(path)
    }
}

/// The bytes of a file.
func contents(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
}

/// Writes bytes to a file.
func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

/// An archive of these members.
func archive(_ members: [(String, String)], password: String? = nil) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.file("a.zip")
    let archive = try #require(zip_open(path, ZIP_CREATE, nil))
    for (name, text) in members {
        let bytes = Array(text.utf8)
        // The archive frees what it was given when it is closed, with free().
        let kept = try #require(malloc(max(bytes.count, 1)))
        kept.copyMemory(from: bytes, byteCount: bytes.count)
        let source = try #require(zip_source_buffer(archive, kept, UInt64(bytes.count), 1))
        let index = zip_file_add(archive, name, source, 0)
        #expect(index >= 0)
        if let password {
            #expect(zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) == 0)
        }
    }
    #expect(zip_close(archive) == 0)
    return try contents(path)
}

/// An XLSX workbook of one sheet, with the parts given.
func workbook(
    rows: String, strings: String? = nil, styles: String? = nil, workbook: String? = nil, extra: [(String, String)] = []
) throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let links = "http://schemas.openxmlformats.org/package/2006/relationships"
    var members = [
        (
            "_rels/.rels",
            "<Relationships xmlns='\(links)'><Relationship Id='r1' Type='\(kinds)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        ),
        (
            "xl/workbook.xml",
            workbook
                ?? "<workbook xmlns='\(main)' xmlns:r='\(kinds)'><sheets><sheet name='表一' sheetId='1' r:id='s1'/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='\(links)'><Relationship Id='s1' Type='\(kinds)/worksheet' Target='worksheets/sheet1.xml'/>"
                + "<Relationship Id='s2' Type='\(kinds)/worksheet' Target='/xl/worksheets/second.xml'/>"
                + "<Relationship Id='c1' Type='\(kinds)/chartsheet' Target='chartsheets/sheet1.xml'/>"
                + "<Relationship Id='t1' Type='\(kinds)/sharedStrings' Target='sharedStrings.xml'/>"
                + "<Relationship Id='f1' Type='\(kinds)/styles' Target='styles.xml'/></Relationships>"
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet xmlns='\(main)'><sheetData>\(rows)</sheetData></worksheet>"),
    ]
    if let strings { members.append(("xl/sharedStrings.xml", "<sst xmlns='\(main)'>\(strings)</sst>")) }
    if let styles { members.append(("xl/styles.xml", "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>")) }
    return try archive(members + extra)
}
