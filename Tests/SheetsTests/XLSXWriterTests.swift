import CZip
import Glibc
import Sheets
import Testing

private func read(_ path: String) throws -> [String] {
    let recorder = Recorder()
    _ = try Workbook.open(.path(path)).read(into: recorder)
    return recorder.lines
}

/// One member of the archive as text.
private func member(_ name: String, of path: String) throws -> String {
    let archive = try #require(zip_open(path, ZIP_RDONLY, nil))
    defer { zip_discard(archive) }
    let file = try #require(zip_fopen(archive, name, 0), "\(name)")
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = zip_fread(file, &piece, UInt64(piece.count)), count > 0 { bytes += piece[..<Int(count)] }
    return String(decoding: bytes, as: UTF8.self)
}

private func put(
    _ text: String, _ form: SheetForm, _ row: Int, _ column: Int, to writer: XLSXWriter, style: XLSXStyle = .plain,
    comment: String? = nil
) throws {
    try Array(text.utf8).withUnsafeBytes {
        try writer.cell(row: row, column: column, form: form, bytes: $0, style: style, comment: comment)
    }
}

@Test func `texts stay texts, whatever they begin with`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.xlsx")
    let writer = try XLSXWriter(path: path)
    try writer.sheet("数据")
    let texts = [
        "=1+1", "+86", "-5", "@x", "{=A1}", "http://a.b", "914690056811668066", "00123", " 空 格 ", "a\nb", "<&>\"'", "𠮷",
    ]
    for (column, text) in texts.enumerated() { try writer.cell(row: 1, column: column, text) }
    try writer.close()
    #expect(try read(path) == ["[数据]"] + texts.enumerated().map { "\(Array("ABCDEFGHIJKL")[$0])1 text \($1)" })
    #expect(try !member("xl/worksheets/sheet1.xml", of: path).contains("<f>"))
}

@Test func `characters that XML cannot hold and texts that look escaped survive`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.xlsx")
    let writer = try XLSXWriter(path: path)
    try writer.sheet("a")
    let texts = ["a\u{1}b", "_x0041_", "\r\n", "x\u{0}y", "\u{FFFE}", "_", "_x0041", "\t", "\u{7F}", "\u{1}_x0041_"]
    for (column, text) in texts.enumerated() { try writer.cell(row: 1, column: column, text) }
    try writer.close()
    #expect(
        try read(path).dropFirst() == ArraySlice(texts.enumerated().map { "\(Array("ABCDEFGHIJ")[$0])1 text \($1)" }))
}

@Test func `numbers, days and truths keep their form where no digit is lost`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.xlsx")
    let writer = try XLSXWriter(path: path)
    try writer.sheet("a")
    try put("1234.56", .number, 1, 0, to: writer)
    try put("640500100000016034", .number, 1, 1, to: writer)
    try put("2016-05-10", .day, 1, 2, to: writer)
    try put("2016-05-10 06:30:15", .day, 1, 3, to: writer)
    try put("1899-05-10", .day, 1, 4, to: writer)
    try put("2016-02-30", .day, 1, 5, to: writer)
    try put("TRUE", .boolean, 1, 6, to: writer)
    try put("#N/A", .error, 1, 7, to: writer)
    try put("=A1", .formula, 1, 8, to: writer)
    try put("abc", .number, 1, 9, to: writer)
    try writer.close()
    #expect(
        try read(path) == [
            "[a]", "A1 number 1234.56", "B1 text 640500100000016034", "C1 day 2016-05-10", "D1 day 2016-05-10 06:30:15",
            "E1 text 1899-05-10", "F1 text 2016-02-30", "G1 boolean TRUE", "H1 text #N/A", "I1 text =A1", "J1 text abc",
        ])
}

@Test func `a marked workbook has its colours and comments in constant memory too`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("marked.xlsx")
    let writer = try XLSXWriter(path: path, temporaryFolder: folder.path)
    var layout = XLSXWriter.Layout()
    layout.widths = [20, 30.5]
    layout.frozenRows = 1
    try writer.sheet("处罚", layout: layout)
    try writer.cell(row: 1, column: 0, "处罚决定文书号", style: .heading)
    try writer.cell(row: 1, column: 1, "原因", style: .reason)
    for row in 2...5_000 {
        let isBad = row % 1_000 == 0
        try writer.cell(
            row: row, column: 0, isBad ? "" : "文书\(row)", style: isBad ? .bad : .plain,
            comment: isBad ? "第 \(row) 行：文书号必填\n请补充" : nil)
        if isBad { try writer.cell(row: row, column: 1, "文书号必填", style: .reason) }
    }
    try writer.sheet("许可")
    try writer.cell(row: 1, column: 0, "x", style: .remark, comment: "备注")
    try writer.close()
    let lines = try read(path)
    #expect(lines.count == 2 + 2 + 4_999 + 1)
    #expect(lines.suffix(2) == ["[许可]", "A1 text x"])
    let comments = try member("xl/comments1.xml", of: path)
    #expect(comments.components("<comment ") == 5)
    #expect(comments.contains("ref=\"A3000\"") && comments.contains("第 3000 行：文书号必填"))
    #expect(try member("xl/comments2.xml", of: path).contains("备注"))
    let sheet = try member("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("state=\"frozen\"") && sheet.contains("ySplit=\"1\""))
    let marked = try #require(sheet.firstRange("<c r=\"A2000\" s=\""))
    let plain = try #require(sheet.firstRange("<c r=\"A1999\" s=\""))
    #expect(sheet[marked...].prefix(4) != sheet[plain...].prefix(4), "a bad cell has another style")
    #expect(try member("xl/styles.xml", of: path).contains("FFFFC7CE"))
    #expect(access(path + ".part", F_OK) != 0)
}

extension String {
    /// How often `pattern` occurs.
    fileprivate func components(_ pattern: String) -> Int {
        split(separator: pattern, omittingEmptySubsequences: false).count - 1
    }
    /// Where the text after the first `pattern` begins.
    fileprivate func firstRange(_ pattern: String) -> Index? {
        guard let rest = split(separator: pattern, maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
        else { return nil }
        return rest.startIndex
    }
}

@Test func `a template offers its choices, long ones from a hidden sheet`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("t.xlsx")
    let writer = try XLSXWriter(path: path)
    var layout = XLSXWriter.Layout()
    layout.isText = true
    layout.widths = [10, 10, 10]
    let many = (1...100).map { "第\($0)种处罚" }
    layout.choices = [0: ["警告", "罚款"], 1: many, 2: ["a,b", "c"]]
    layout.choiceRows = 2...500
    try writer.sheet("模板", layout: layout)
    try writer.cell(row: 1, column: 0, "处罚类别", style: .heading)
    try writer.close()
    let lines = try read(path)
    #expect(lines[0...2] == ["[模板]", "A1 text 处罚类别", "[选项] hidden"])
    #expect(lines.count == 3 + 102)
    #expect(lines.last == "A100 text 第100种处罚")
    let sheet = try member("xl/worksheets/sheet1.xml", of: path)
    #expect(
        sheet.contains("<formula1>\"警告,罚款\"</formula1>") || sheet.contains("<formula1>&quot;警告,罚款&quot;</formula1>"))
    #expect(try member("xl/styles.xml", of: path).contains("numFmtId=\"49\""), "what is typed stays text")
    #expect(sheet.contains("sqref=\"B2:B500\"") && sheet.contains("'选项'!$A$1:$A$100"))
    #expect(sheet.contains("'选项'!$B$1:$B$2"))
}

@Test func `names of sheets are made fit`() {
    #expect(SheetName("处罚/许可:[a]*?\\").text == "处罚_许可__a____")
    #expect(SheetName(String(repeating: "长", count: 40)).text.utf16.count == 31)
    #expect(SheetName(String(repeating: "𠮷", count: 40)).text.utf16.count == 30)
    #expect(SheetName("'quoted'").text == "quoted")
    #expect(SheetName("").text == "_")
    #expect(SheetName("History").text == "History_")
    let long = SheetName(String(repeating: "a", count: 31))
    let next = SheetName(String(repeating: "A", count: 31), taken: [long])
    #expect(next.text == String(repeating: "A", count: 27) + " (2)")
    #expect(SheetName("a", taken: [SheetName("A"), SheetName("a (2)")]).text == "a (3)")
}

@Test func `what cannot be written is refused and leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.xlsx")
    try write([1, 2, 3], to: path)
    let writer = try XLSXWriter(path: path)
    #expect(throws: SheetProblem.self) { try writer.cell(row: 1, column: 0, "no sheet yet") }
    try writer.sheet("a")
    try writer.cell(row: 5, column: 0, "x")
    #expect(throws: SheetProblem.self) { try writer.cell(row: 4, column: 0, "too late") }
    #expect(throws: SheetProblem.self) { try writer.cell(row: 6, column: 16_384, "too far") }
    #expect(try contents(path) == [1, 2, 3], "the old file stands until the new one is whole")
    try writer.close()
    try writer.close()
    #expect(try read(path) == ["[a]", "A5 text x"])
    #expect(throws: SheetProblem.self) { try XLSXWriter(path: "/nonexistent/a.xlsx").close() }
}

@Test func `an unfinished writer frees its files`() throws {
    func descriptors() -> Int { (0..<256).filter { fcntl($0, F_GETFD) >= 0 }.count }
    let folder = try TemporaryFolder()
    let before = descriptors()
    for index in 0..<20 {
        let writer = try XLSXWriter(path: folder.file("\(index).xlsx"))
        try writer.sheet("a")
        try writer.cell(row: 1, column: 0, "x", comment: "c")
    }
    #expect(descriptors() < before + 15, "other tests open a few at the same time")
    #expect(access(folder.file("0.xlsx.part"), F_OK) != 0)
}

@Test func `a text longer than Excel allows is cut`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.xlsx")
    let writer = try XLSXWriter(path: path)
    try writer.sheet("a")
    try writer.cell(row: 1, column: 0, String(repeating: "长", count: 40_000))
    try writer.close()
    #expect(try read(path)[1].unicodeScalars.count == "A1 text ".count + 32_767)
}
