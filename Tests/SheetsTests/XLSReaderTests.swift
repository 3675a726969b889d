import Sheets
import Testing

private let sheetName: [UInt8] = [2, 1, 0x68, 0x88, 0x00, 0x4E]

private func book(globals: [UInt8] = [], _ records: [UInt8], visibility: UInt8 = 0) -> [UInt8] {
    let stream = BIFFBuilder.stream(globals: globals, sheets: [(sheetName, visibility, records)])
    return CompoundBuilder(streams: [("Workbook", stream)]).bytes
}

@Test func `numbers of all packings, truths and errors are read`() throws {
    var records = BIFFBuilder.record(0x0203, BIFFBuilder.place(0, 0) + BIFFBuilder.number(914_690_056_811_668_096))
    records += BIFFBuilder.record(
        0x027E, BIFFBuilder.place(0, 1) + UInt32(truncatingIfNeeded: -7 << 2 | 2).littleEndianBytes)
    let row: [UInt32] = [1 << 2 | 2, 12_345 << 2 | 3, UInt32(truncatingIfNeeded: (2.5).bitPattern >> 32)]
    records += BIFFBuilder.record(
        0x00BD, [1, 0, 2, 0] + row.flatMap { [0, 0] + $0.littleEndianBytes } + [4, 0])
    records += BIFFBuilder.record(0x0205, BIFFBuilder.place(2, 0) + [1, 0])
    records += BIFFBuilder.record(0x0205, BIFFBuilder.place(2, 1) + [0x2A, 1])
    records += BIFFBuilder.record(0x0205, BIFFBuilder.place(2, 2) + [0x07, 1])
    #expect(
        try lines(of: book(records)) == [
            "[表一]", "A1 number 914690056811668100", "B1 number -7", "C2 number 1", "D2 number 123.45",
            "E2 number 2.5", "A3 boolean TRUE", "B3 error #N/A", "C3 error #DIV/0!",
        ])
}

@Test func `formulas give their stored results and say so`() throws {
    var records = BIFFBuilder.formula(0, 0, result: BIFFBuilder.number(42.5))
    records += BIFFBuilder.formula(0, 1, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
    records += BIFFBuilder.record(0x04BC, [0, 0]) + BIFFBuilder.record(0x0207, BIFFBuilder.wide("结果"))
    records += BIFFBuilder.formula(0, 2, result: [1, 0, 1, 0, 0, 0, 0xFF, 0xFF])
    records += BIFFBuilder.formula(0, 3, result: [2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF])
    records += BIFFBuilder.formula(0, 4, result: [3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
    records += BIFFBuilder.formula(0, 5, result: [3, 0, 0, 0, 0, 0, 0xFF, 0xFF], flags: 2)
    records += BIFFBuilder.formula(0, 6, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
    #expect(
        try lines(of: book(records)).dropFirst() == [
            "A1 number= 42.5", "B1 text= 结果", "C1 boolean= TRUE", "D1 error= #REF!", "E1 text= ", "F1 formula= =",
            "G1 formula= =",
        ])
}

@Test func `dates follow the formats of the workbook, its own Chinese ones too`() throws {
    var globals = BIFFBuilder.record(0x041E, [176, 0] + BIFFBuilder.wide("yyyy\"年\"m\"月\"d\"日\""))
    for format: UInt16 in [0, 176, 14, 2] { globals += BIFFBuilder.record(0x00E0, [0, 0] + format.littleEndianBytes) }
    let records = (0..<5).flatMap {
        BIFFBuilder.record(0x0203, BIFFBuilder.place(0, UInt16($0), UInt16($0)) + BIFFBuilder.number(42_500.5))
    }
    #expect(
        try lines(of: book(globals: globals, records)).dropFirst() == [
            "A1 number 42500.5", "B1 day 2016-05-10 12:00:00", "C1 day 2016-05-10 12:00:00", "D1 number 42500.5",
            "E1 number 42500.5",
        ])
    let in1904 = BIFFBuilder.record(0x0022, [1, 0]) + globals
    #expect(try lines(of: book(globals: in1904, records))[2] == "B1 day 2020-05-11 12:00:00")
}

@Test func `shared strings go on over the end of a record, with another width`() throws {
    // "中文" wide, then "abcdef" narrow cut after three letters and continued wide, then one with runs and phonetics.
    var first: [UInt8] = [3, 0, 0, 0, 3, 0, 0, 0] + BIFFBuilder.wide("中文") + [6, 0, 0] + Array("abc".utf8)
    let second: [UInt8] = [1] + "def".utf16.flatMap { $0.littleEndianBytes } + [2, 0, 0x0D, 1, 0]
    let third: [UInt8] = [3, 0, 0, 0] + [0x0C, 0x54, 0x0D, 0x54, 9, 9, 9, 9, 8, 8, 8]
    first = BIFFBuilder.record(0x00FC, first) + BIFFBuilder.record(0x003C, second)
    // The third string has its flags (wide, runs, phonetic) before the cut and its characters after it.
    var globals = first
    globals += BIFFBuilder.record(0x003C, third)
    let records = (0..<4).flatMap {
        BIFFBuilder.record(0x00FD, BIFFBuilder.place(UInt16($0), 0) + UInt32($0).littleEndianBytes)
    }
    #expect(
        try lines(of: book(globals: globals, records)).dropFirst() == [
            "A1 text 中文", "A2 text abcdef", "A3 text 同名", "A4 error #REF!",
        ])
}

@Test func `cells out of order are put in order and the later of two counts`() throws {
    func cell(_ row: UInt16, _ column: UInt16, _ value: Double) -> [UInt8] {
        BIFFBuilder.record(0x0203, BIFFBuilder.place(row, column) + BIFFBuilder.number(value))
    }
    let records =
        cell(5, 1, 1) + cell(0, 2, 2) + cell(5, 0, 3) + cell(0, 2, 4)
        + BIFFBuilder.record(0x0204, BIFFBuilder.place(7, 0) + BIFFBuilder.wide("末"))
    #expect(try lines(of: book(records)).dropFirst() == ["C1 number 4", "A6 number 3", "B6 number 1", "A8 text 末"])
}

@Test func `old workbooks are read in their code page`() throws {
    let globals = BIFFBuilder.record(0x0042, [0xA8, 0x03])
    let name: [UInt8] = [4, 0xD6, 0xD0, 0xCE, 0xC4]
    let label = BIFFBuilder.record(0x0204, BIFFBuilder.place(0, 0) + [4, 0, 0xC4, 0xFE, 0xCF, 0xC4])
    let stream = BIFFBuilder.stream(version: 0x0500, globals: globals, sheets: [(name, 2, label)])
    let bytes = CompoundBuilder(streams: [("Book", stream)]).bytes
    #expect(try lines(of: bytes) == ["[中文] hidden", "A1 text 宁夏"])
}

@Test func `protected, cut and foreign containers are refused`() throws {
    #expect(problem(of: book(globals: BIFFBuilder.record(0x002F, [1, 0, 1, 0]), [])) == .encrypted)
    #expect(problem(of: CompoundBuilder(streams: [("WordDocument", [1])]).bytes) == .notAWorkbook)
    let filler = (0..<900).flatMap {
        BIFFBuilder.record(0x0203, BIFFBuilder.place(UInt16($0), 0) + BIFFBuilder.number(1))
    }
    let whole = book(filler)
    #expect(try lines(of: whole).count == 901)
    for length in stride(from: 8, to: whole.count - 2_048, by: 97) {
        #expect(problem(of: Array(whole[..<length])) != nil, "\(length)")
    }
    #expect(problem(of: Array(whole[..<600])) == .truncated)
}

@Test func `a chain of sectors that bites its own tail ends`() throws {
    var bytes = CompoundBuilder(streams: [("Workbook", [UInt8](repeating: 0, count: 6_000))]).bytes
    // The allocation table lies behind the directory; its second entry is made to name the first sector.
    let table = bytes.indices.first { at in
        at % 512 == 0 && at >= 512 && at + 8 <= bytes.count && Array(bytes[at..<at + 8]) == [1, 0, 0, 0, 2, 0, 0, 0]
    }
    let start = try #require(table)
    bytes.replaceSubrange(start + 4..<start + 8, with: [0, 0, 0, 0])
    #expect(problem(of: bytes) == .damaged("CFB chain"))
}
