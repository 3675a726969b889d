import Glibc
import Sheets
import Testing

private func book(_ sheets: String, encoding: String = "UTF-8") -> String {
    "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<?mso-application progid=\"Excel.Sheet\"?>"
        + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(sheets)</Workbook>"
}

private func sheet(_ rows: String, name: String = "表") -> String {
    "<Worksheet ss:Name=\"\(name)\"><Table ss:ExpandedColumnCount=\"16384\">\(rows)</Table></Worksheet>"
}

/// Text in another encoding, by iconv.
private func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let handle = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(handle) }
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
    let length = input.withUnsafeMutableBytes { source in
        output.withUnsafeMutableBytes { target in
            var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
            var (fromLeft, toLeft) = (source.count, target.count)
            _ = iconv(handle, &from, &fromLeft, &to, &toLeft)
            return target.count - toLeft
        }
    }
    return Array(output[..<length])
}

@Test func `types, formulas and marked-up text are read`() throws {
    let rows =
        "<Row><Cell><Data ss:Type=\"String\">甲&amp;乙</Data></Cell><Cell><Data ss:Type=\"Number\">1.1000000000000001</Data></Cell>"
        + "<Cell ss:StyleID=\"s1\"><Data ss:Type=\"DateTime\">2017-08-09T00:00:00.000</Data></Cell>"
        + "<Cell><Data ss:Type=\"DateTime\">2017-08-09T10:20:30.000</Data></Cell>"
        + "<Cell><Data ss:Type=\"Boolean\">1</Data></Cell><Cell><Data ss:Type=\"Error\">#N/A</Data></Cell>"
        + "<Cell ss:Formula=\"=RC[-1]\"><Data ss:Type=\"Number\">6</Data></Cell><Cell ss:Formula=\"=A1\"/>"
        + "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>粗</B><Font>体</Font></ss:Data>"
        + "<Comment><ss:Data>not this</ss:Data></Comment></Cell></Row>"
    #expect(
        try lines(of: Array(book(sheet(rows)).utf8)) == [
            "[表]", "A1 text 甲&乙", "B1 number 1.1", "C1 day 2017-08-09", "D1 day 2017-08-09 10:20:30", "E1 boolean TRUE",
            "F1 error #N/A", "G1 number= 6", "H1 formula= =A1", "I1 text 粗体",
        ])
}

@Test func `indexes, spans and merged cells move the places`() throws {
    let one = "<Data ss:Type=\"Number\">1</Data>"
    let rows =
        "<Row ss:Index=\"3\"><Cell ss:Index=\"2\" ss:MergeAcross=\"2\">\(one)</Cell><Cell>\(one)</Cell></Row>"
        + "<Row ss:Span=\"4\"/><Row><Cell>\(one)</Cell><Cell ss:Index=\"28\">\(one)</Cell></Row>"
    #expect(
        try lines(of: Array(book(sheet(rows)).utf8)) == [
            "[表]", "B3 number 1", "E3 number 1", "A9 number 1", "AB9 number 1",
        ])
}

@Test func `a sheet is hidden although it says so only after its rows`() throws {
    let options =
        "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible></WorksheetOptions>"
    let hidden = "<Worksheet ss:Name=\"乙\"><Table><Row/></Table>\(options)</Worksheet>"
    let text = book(sheet("", name: "甲") + hidden + sheet("", name: "丙"))
    #expect(try lines(of: Array(text.utf8)) == ["[甲]", "[乙] hidden", "[丙]"])
    #expect(try lines(of: encoded(text.replacing("UTF-8", with: "UTF-16"), "UTF-16")) == ["[甲]", "[乙] hidden", "[丙]"])
}

extension String {
    fileprivate func replacing(_ old: String, with new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}

@Test(arguments: [
    ("UTF-8", "UTF-8"), ("utf-16", "UTF-16"), ("UTF-16", "UTF-16LE"), ("gb2312", "GB18030"), ("GBK", "GBK"),
    ("gb18030", "GB18030"), ("big5", "BIG5-HKSCS"),
])
func `the declared encoding is read`(_ declared: String, _ used: String) throws {
    // Long enough that characters are cut by the pieces in which the file is read.
    let rows = (1...4_000).map { "<Row><Cell><Data ss:Type=\"String\">寧夏中衛市第\($0)號</Data></Cell></Row>" }.joined()
    let lines = try lines(of: encoded(book(sheet(rows, name: "表名"), encoding: declared), used))
    #expect(lines.count == 4_001)
    #expect(lines.first == "[表名]")
    #expect(lines.last == "A4000 text 寧夏中衛市第4000號")
    for number in 1...4_000 where lines[number] != "A\(number) text 寧夏中衛市第\(number)號" {
        Issue.record("line \(number): \(lines[number])")
        return
    }
}

@Test func `characters of four bytes in GB18030 are read`() throws {
    let row = "<Row><Cell><Data ss:Type=\"String\">𠮷㐂</Data></Cell></Row>"
    #expect(try lines(of: encoded(book(sheet(row), encoding: "gb18030"), "GB18030")).last == "A1 text 𠮷㐂")
}

@Test func `an encoding nobody knows is named`() {
    #expect(problem(of: Array(book(sheet(""), encoding: "x-klingon").utf8)) == .encoding("x-klingon"))
}

@Test func `a workbook of this kind cut short is said to be incomplete`() {
    let text = Array(book(sheet("<Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>")).utf8)
    for length in stride(from: 250, to: text.count, by: 1) {
        #expect(problem(of: Array(text[..<length])) == .truncated, "\(length)")
    }
}

@Test(arguments: [
    "<Row ss:Index=\"0\"/>", "<Row ss:Index=\"5\"/><Row ss:Index=\"4\"/>", "<Row ss:Index=\"a\"/>",
    "<Row><Cell ss:Index=\"16385\"/></Row>", "<Row><Cell ss:Index=\"2\"/><Cell ss:Index=\"2\"/></Row>", "<Cell/>",
])
func `places that contradict their order are damage here too`(_ rows: String) {
    #expect(problem(of: Array(book(sheet(rows)).utf8)) == .damaged("Workbook:2"))
}
