import Sheets
import Testing

@Test func `shared strings join their runs and leave phonetic guides out`() throws {
    let strings =
        "<si><t>名称</t></si><si><r><rPr><b/></rPr><t>中卫</t></r><r><t xml:space='preserve'> 市 </t></r></si>"
        + "<si><t>东京</t><rPh sb='0' eb='1'><t>とうきょう</t></rPh><phoneticPr fontId='1'/></si><si><t/></si>"
    let rows =
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>"
        + "<c r='D1' t='s'><v>3</v></c><c r='E1' t='s'><v>9</v></c></row>"
    #expect(
        try lines(of: workbook(rows: rows, strings: strings)) == [
            "[表一]", "A1 text 名称", "B1 text 中卫 市 ", "C1 text 东京", "E1 error #REF!",
        ])
}

@Test func `every form of cell is told apart`() throws {
    let rows =
        "<row r='2'><c r='A2' t='inlineStr'><is><t>甲</t><rPh><t>x</t></rPh><r><t>乙</t></r></is></c>"
        + "<c r='B2'><v>1.1000000000000001</v></c><c r='C2' t='b'><v>1</v></c><c r='D2' t='b'><v>0</v></c>"
        + "<c r='E2' t='e'><v>#N/A</v></c><c r='F2'><f>SUM(B2,1)</f></c><c r='G2'><f>B2*2</f><v>2.2</v></c>"
        + "<c r='H2' t='str'><f>A2&amp;\"x\"</f><v>甲乙x</v></c><c r='I2' t='str'><f>\"\"</f><v></v></c>"
        + "<c r='J2' t='d'><v>2020-01-31T00:00:00</v></c><c r='K2' t='d'><v>2020-01-31T08:30:00Z</v></c>"
        + "<c r='L2' s='7'/><c r='M2'><v> 12 </v></c><c r='N2'><v>abc</v></c></row>"
    #expect(
        try lines(of: workbook(rows: rows)) == [
            "[表一]", "A2 text 甲乙", "B2 number 1.1", "C2 boolean TRUE", "D2 boolean FALSE", "E2 error #N/A",
            "F2 formula= =SUM(B2,1)", "G2 number= 2.2", "H2 text= 甲乙x", "I2 text= ", "J2 day 2020-01-31",
            "K2 day 2020-01-31 08:30:00", "M2 number 12", "N2 text abc",
        ])
}

@Test func `styles decide which numbers are days`() throws {
    let styles =
        "<numFmts><numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@'/>"
        + "<numFmt numFmtId='177' formatCode='0.00_ '/><numFmt numFmtId='14' formatCode='0'/></numFmts>"
        + "<cellStyleXfs><xf numFmtId='22'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='176'/>"
        + "<xf numFmtId='177'/><xf numFmtId='31'/><xf numFmtId='14'/><xf numFmtId='22'/></cellXfs>"
    let rows =
        "<row r='1'>" + (0...6).map { "<c s='\($0)'><v>42500</v></c>" }.joined()
        + "<c s='5'><v>42500.25</v></c><c s='1'><v>1e99</v></c></row>"
    #expect(
        try lines(of: workbook(rows: rows, styles: styles)) == [
            "[表一]", "A1 number 42500", "B1 day 2016-05-10", "C1 number 42500", "D1 day 2016-05-10", "E1 number 42500",
            "F1 day 2016-05-10", "G1 number 42500", "H1 day 2016-05-10 06:00:00", "I1 number 1E+99",
        ])
}

@Test func `the 1904 system counts from another day`() throws {
    let book =
        "<x:workbook xmlns:x='urn:m' xmlns:q='urn:r'><x:workbookPr date1904='1'/><x:sheets>"
        + "<x:sheet name='a' q:id='s1'/></x:sheets></x:workbook>"
    let styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
    let bytes = try workbook(rows: "<row><c s='1'><v>100</v></c></row>", styles: styles, workbook: book)
    #expect(try lines(of: bytes) == ["[a]", "A1 day 1904-04-10"])
}

@Test func `strict namespaces, prefixes, hidden sheets, tab order and chart sheets`() throws {
    let book =
        "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:k='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
        + "<x:sheets><x:sheet name='后' sheetId='7' k:id='s2' state='hidden'/><x:sheet name='图' k:id='c1'/>"
        + "<x:sheet name='前' sheetId='1' k:id='s1' state='visible'/></x:sheets></x:workbook>"
    let second =
        "<y:worksheet xmlns:y='http://purl.oclc.org/ooxml/spreadsheetml/main'><y:dimension ref='A1:XFD1048576'/>"
        + "<y:sheetData><y:row r='5'><y:c r='XFD5' t='n'><y:v>3</y:v></y:c></y:row></y:sheetData></y:worksheet>"
    let bytes = try workbook(
        rows: "<row><c><v>1</v></c></row>", workbook: book, extra: [("xl/worksheets/second.xml", second)])
    #expect(try lines(of: bytes) == ["[后] hidden", "XFD5 number 3", "[前]", "A1 number 1"])
}

@Test func `references that are left out are counted`() throws {
    let rows =
        "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row/><row r='9'><c s='1'/></row>"
        + "<row><c r='AB10'><v>4</v></c></row>"
    let recorder = Recorder()
    let isWhole = try Workbook.open(.bytes(workbook(rows: rows))).read(into: recorder)
    #expect(isWhole)
    #expect(recorder.lines == ["[表一]", "A1 number 1", "D1 number 2", "E1 number 3", "AB10 number 4"])
    #expect(recorder.rows == [1, 10], "rows without a value are not reported")
}

@Test(arguments: [
    "<row r='3'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row>", "<row r='0'/>", "<row r='1048577'/>",
    "<row r='x'/>", "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "<row><c r='XFE1'/></row>",
    "<row><c r='1'/></row>", "<c><v>1</v></c>",
])
func `places that contradict the order of a sheet are damage`(_ rows: String) throws {
    #expect(try problem(of: workbook(rows: rows)) == .damaged("xl/worksheets/sheet1.xml:1"))
}

@Test func `escaped characters come back`() throws {
    let rows =
        "<row><c t='inlineStr'><is><t>甲_x000D_乙_x005F_x0041_ _x_ _xZZZZ_ _xD83D__xDE00_</t></is></c>"
        + "<c t='s'><v>0</v></c></row>"
    let bytes = try workbook(rows: rows, strings: "<si><t>a_x0009_b</t></si>")
    #expect(try lines(of: bytes) == ["[表一]", "A1 text 甲\r乙_x0041_ _x_ _xZZZZ_ 😀", "B1 text a\tb"])
}

@Test func `a sink that wants no more ends the reading`() throws {
    let recorder = Recorder()
    recorder.patience = 2
    let rows = (1...50).map { "<row r='\($0)'><c><v>1</v></c></row>" }.joined()
    let isWhole = try Workbook.open(.bytes(workbook(rows: rows))).read(into: recorder)
    #expect(!isWhole)
    #expect(recorder.lines.count == 3)
}

@Test func `formulas of extensions behind the cells are no cells`() throws {
    let extensions = String(
        repeating: "<xm:f xmlns:xm='u'>表一!A1:\(String(repeating: "A", count: 1_000))</xm:f><v>9</v>", count: 2_000)
    let bytes = try workbook(rows: "<row><c><v>1</v></c></row></sheetData><extLst>\(extensions)</extLst><sheetData>")
    #expect(try lines(of: bytes) == ["[表一]", "A1 number 1"])
}
