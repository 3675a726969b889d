import Sheets
import Testing

/// A small generator of the tests' own: the same numbers in every run.
private struct Chance {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
    }

    /// The bytes with a few of them changed, cut, doubled or moved.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...next(6) {
            guard !bytes.isEmpty else { return bytes }
            let at = next(bytes.count)
            switch next(6) {
            case 0: bytes[at] = UInt8(next(256))
            case 1: bytes[at] ^= 1 << UInt8(next(8))
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + next(40)))
            case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 1 + next(40))], at: next(bytes.count))
            case 4:
                bytes.replaceSubrange(
                    at..<min(bytes.count, at + 4), with: [0xFF, 0xFF, 0xFF, 0x7F].prefix(1 + next(4)))
            default: if next(10) == 0 { bytes.removeSubrange(at...) }
            }
        }
        return bytes
    }
}

private func seeds() throws -> [[UInt8]] {
    let folder = try TemporaryFolder()
    let writer = try XLSXWriter(path: folder.file("a.xlsx"))
    try writer.sheet("数据")
    for row in 1...20 { try writer.cell(row: row, column: row % 5, "第\(row)行", comment: row == 3 ? "批注" : nil) }
    try writer.close()
    let strings = "<si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>x</t></rPh></si>"
    let styles =
        "<numFmts><numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;'/></numFmts><cellXfs><xf numFmtId='176'/></cellXfs>"
    let rows =
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='0'><v>42500.5</v></c><c r='C1' t='b'><v>1</v></c>"
        + "<c r='D1'><f>A1</f><v>1e5</v></c><c r='E1' t='inlineStr'><is><t>_x0041_</t></is></c></row>"
    let cells =
        BIFFBuilder.record(0x00FD, BIFFBuilder.place(0, 0) + [0, 0, 0, 0])
        + BIFFBuilder.record(0x0203, BIFFBuilder.place(0, 1) + BIFFBuilder.number(42_500.5))
        + BIFFBuilder.formula(0, 2, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
        + BIFFBuilder.record(0x0207, BIFFBuilder.wide("结果"))
        + BIFFBuilder.record(0x00BD, [1, 0, 2, 0, 0, 0, 6, 0, 0, 0, 3, 0])
        + BIFFBuilder.record(0x0204, BIFFBuilder.place(2, 0) + BIFFBuilder.wide("标签"))
    let globals =
        BIFFBuilder.record(
            0x00FC, [2, 0, 0, 0, 2, 0, 0, 0] + BIFFBuilder.wide("中文") + [4, 0, 0x0C, 1, 0, 2, 0, 0, 0, 65, 66])
        + BIFFBuilder.record(0x003C, [1, 67, 0, 68, 0, 1, 1, 1, 1, 2, 2])
        + BIFFBuilder.record(0x041E, [176, 0] + BIFFBuilder.wide("yyyy")) + BIFFBuilder.record(0x00E0, [0, 0, 176, 0])
    let stream = BIFFBuilder.stream(globals: globals, sheets: [([2, 1, 0x68, 0x88, 0x00, 0x4E], 0, cells)])
    let markup =
        "<?xml version='1.0' encoding='gb2312'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "
        + "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='a'><Table><Row ss:Index='2'>"
        + "<Cell ss:Index='3' ss:Formula='=A1'><Data ss:Type='Number'>1.5</Data></Cell><Cell><Data ss:Type='DateTime'>"
        + "2020-01-01T00:00:00</Data></Cell></Row></Table></Worksheet></Workbook>"
    var pipe: [UInt8] = []
    let process = SheetStreamWriter { piece in
        pipe += piece
        return true
    }
    _ = try Workbook.open(.path(folder.file("a.xlsx"))).read(into: process)
    _ = process.finish(.damaged("x"))
    return [
        try contents(folder.file("a.xlsx")), try workbook(rows: rows, strings: strings, styles: styles),
        CompoundBuilder(streams: [("Workbook", stream)]).bytes, stream, Array(markup.utf8), pipe,
    ]
}

@Test func `every seed is read by at least one reader`() throws {
    for seed in try seeds() {
        let outcome = try SheetsFuzz.feed(seed)
        #expect(outcome.read >= 1)
        #expect(outcome.cells > 0)
    }
}

@Test func `no mutation of a workbook crashes a reader`() throws {
    var chance = Chance(state: 20_261_122)
    let seeds = try seeds()
    let clock = ContinuousClock()
    let start = clock.now
    var (fed, cells) = (0, 0)
    while clock.now - start < .seconds(4) {
        let outcome = try SheetsFuzz.feed(chance.mutated(seeds[chance.next(seeds.count)]))
        cells += outcome.cells
        fed += 1
    }
    #expect(fed > 50, "fed \(fed)")
    #expect(cells > 0, "some mutations are still read")
}

@Test func `a mutated archive is repacked so that its content gets through`() throws {
    var chance = Chance(state: 7)
    let clock = ContinuousClock()
    let start = clock.now
    let rows =
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='0'><f>A1</f><v>42500.5</v></c><c t='e'><v>#N/A</v></c></row>"
        + "<row><c t='inlineStr'><is><t>_x0041_甲</t></is></c></row>"
    let strings = "<si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>x</t></rPh></si>"
    var fed = 0
    while clock.now - start < .seconds(2) {
        let row = String(decoding: chance.mutated(Array(rows.utf8)), as: UTF8.self)
        let string = String(decoding: chance.mutated(Array(strings.utf8)), as: UTF8.self)
        _ = try SheetsFuzz.feed(workbook(rows: row, strings: string))
        fed += 1
    }
    #expect(fed > 10, "fed \(fed)")
}
