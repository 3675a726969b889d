import CZip
import Sheets
import Testing

@Test func `an archive that unpacks to far more than it is, is refused as a bomb`() throws {
    let rows = "<row><c t='inlineStr'><is><t>x</t></is></c></row>" + String(repeating: " ", count: 3_000_000)
    var limits = SheetLimits()
    let bytes = try workbook(rows: rows)
    #expect(problem(of: bytes, limits: limits) == nil, "below the free allowance any ratio is honest")
    limits.freeInflatedBytes = 1 << 20
    #expect(problem(of: bytes, limits: limits) == .bomb)
    limits = SheetLimits()
    limits.inflatedBytes = 2_000_000
    #expect(problem(of: bytes, limits: limits) == .bomb)
}

@Test func `too many members, sheets, levels, strings and characters are refused`() throws {
    let rows = "<row><c t='inlineStr'><is><t>\(String(repeating: "长", count: 50_000))</t></is></c></row>"
    #expect(
        try lines(of: workbook(rows: rows)).last?.unicodeScalars.count == 50_008, "longer than Excel allows, and read")
    var limits = SheetLimits()
    limits.cellBytes = 100_000
    #expect(try problem(of: workbook(rows: rows), limits: limits) == .limit(.cell))
    limits = SheetLimits()
    limits.entries = 3
    #expect(try problem(of: workbook(rows: ""), limits: limits) == .limit(.entries))
    limits = SheetLimits()
    limits.sharedStringBytes = 1_000
    let strings = String(repeating: "<si><t>字字字</t></si>", count: 100)
    #expect(try problem(of: workbook(rows: "", strings: strings), limits: limits) == .limit(.sharedStrings))
    limits = SheetLimits()
    limits.sheets = 1
    let book =
        "<workbook xmlns:r='u'><sheets><sheet name='a' r:id='s1'/><sheet name='b' r:id='s1'/></sheets></workbook>"
    #expect(try problem(of: workbook(rows: "", workbook: book), limits: limits) == .limit(.sheets))
    let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
    #expect(try problem(of: workbook(rows: deep)) == .limit(.depth))
    let attribute = "<row x='" + String((0..<6_000_000).map { _ in Character("y") }) + "'/>"
    #expect(try problem(of: workbook(rows: attribute)) == .limit(.markup))
}

@Test func `document types and their entities are refused`() throws {
    let laughs =
        "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><workbook xmlns:r='u'><sheets>"
        + "<sheet name='&b;' r:id='s1'/></sheets></workbook>"
    #expect(try problem(of: workbook(rows: "", workbook: laughs)) == .documentType)
    let sheet =
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
    #expect(problem(of: Array(sheet.utf8)) == .documentType)
}

@Test func `an archive cut short anywhere is refused with a sentence`() throws {
    let bytes = try workbook(rows: "<row><c><v>1</v></c></row>", strings: "<si><t>a</t></si>")
    for length in 1..<bytes.count {
        let problem = problem(of: Array(bytes[..<length]))
        guard let problem else {
            Issue.record("read although cut at \(length)")
            continue
        }
        if length >= 4 { #expect(problem == .truncated, "\(length)") }
        #expect(!problem.chinese.isEmpty && !problem.english.isEmpty)
    }
}

@Test func `a workbook under a password is said to be one`() throws {
    let member = ("xl/workbook.xml", "<workbook/>")
    #expect(try problem(of: archive([member, ("_rels/.rels", "<a/>")], password: "x")) == .encrypted)
    let container = CompoundBuilder(streams: [
        ("EncryptionInfo", [1, 2, 3]), ("EncryptedPackage", [UInt8](repeating: 7, count: 9_000)),
    ])
    #expect(problem(of: container.bytes) == .encrypted)
}

@Test func `archives that are no workbooks are told apart`() throws {
    #expect(try problem(of: archive([("a.csv", "x")])) == .notAWorkbook)
    #expect(
        try problem(of: archive([("mimetype", "x"), ("content.xml", "<a/>")])) == .unsupported("OpenDocument (.ods)"))
    #expect(try problem(of: archive([("xl/workbook.bin", "x")])) == .unsupported("XLSB"))
    #expect(try problem(of: archive([("word/document.xml", "<a/>"), ("_rels/.rels", "<a/>")])) == .notAWorkbook)
    #expect(try problem(of: archive([("xl/workbook.xml", "<a/>")])) == .damaged("xl/_rels/workbook.xml.rels"))
    #expect(try problem(of: workbook(rows: "<row>")) == .damaged("xl/worksheets/sheet1.xml:1"))
}

@Test func `a changed byte of the packed content is noticed`() throws {
    let rows = (1...2_000).map { "<row r='\($0)'><c><v>\($0 * 7_919 % 10_007)</v></c></row>" }.joined()
    let bytes = try workbook(rows: rows)
    var changed = bytes
    let middle = bytes.count / 2
    changed[middle] ^= 0x55
    #expect(problem(of: bytes) == nil)
    #expect(problem(of: changed) != nil)
    // A wrong checksum of the sheet in the list of members: all is read, and then not believed.
    let list = try #require(bytes.indices.dropLast(46).last { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    changed = bytes
    changed[list + 16] ^= 1
    #expect(problem(of: changed) == .damaged("zip \(ZIP_ER_CRC)"))
}

@Test(arguments: [
    ("<html><table><tr><td>1</td></tr></table></html>", SheetProblem.unsupported("HTML")),
    ("<TABLE border=1>", .unsupported("HTML")), ("%PDF-1.7", .unsupported("PDF")),
    ("MIME-Version: 1.0\nX-Document-Type: Workbook", .unsupported("MHTML")),
    ("\u{9}\u{4}\u{6}\u{0}\u{0}\u{0}", .unsupported("Excel 2–4")), ("a,b\n1,2\n", .notAWorkbook), ("", .notAWorkbook),
    ("<?xml version='1.0'?><a/>", .notAWorkbook), ("{\"a\":1}", .notAWorkbook),
])
func `other kinds of files are named or refused`(_ text: String, _ expected: SheetProblem) {
    #expect(problem(of: Array(text.utf8)) == expected)
}

@Test func `a missing file is a problem with its reason`() {
    #expect(throws: SheetProblem.unreadable("No such file or directory")) {
        try Workbook.open(.path("/nonexistent/x.xlsx"))
    }
}

@Test func `every problem has its own code, a Chinese and an English sentence, and survives the stream`() {
    let all: [SheetProblem] =
        [
            .unreadable("r"), .notAWorkbook, .unsupported("u"), .encrypted, .truncated, .damaged("d"), .bomb,
            .documentType, .encoding("e"), .outOfMemory, .outOfTime, .readerDied(signal: 11), .readerMissing("m"),
            .cancelled, .unwritable("w"),
        ] + SheetProblem.Limit.allCases.map { .limit($0) }
    #expect(Set(all.map(\.code)).count == 16)
    #expect(Set(all.map(\.chinese)).count == all.count)
    #expect(Set(all.map(\.english)).count == all.count)
    for problem in all {
        #expect(problem.chinese.unicodeScalars.contains { $0.value >= 0x4E00 })
        #expect(problem.english.unicodeScalars.allSatisfy { $0.value < 0x80 })
    }
}
