import Sheets
import Testing

private final class Pipe {
    var bytes: [UInt8] = []
    var patience = Int.max
    lazy var writer = SheetStreamWriter { [unowned self] piece in
        bytes += piece
        patience -= 1
        return patience > 0
    }
}

private func put(
    _ text: String, _ row: Int, _ column: Int, _ form: SheetForm, _ isFormula: Bool, to sink: any SheetSink
) -> Bool {
    Array(text.utf8).withUnsafeBytes {
        sink.cell(row: row, column: column, form: form, isFormula: isFormula, bytes: $0)
    }
}

private func sample(to sink: any SheetSink) {
    _ = sink.sheet("表一", hidden: false)
    for (index, form) in SheetForm.allCases.enumerated() {
        _ = put("值\(index)", 300, index * 3_000, form, index % 2 == 1, to: sink)
    }
    _ = sink.endRow(300)
    _ = put("", 1_048_576, 16_383, .text, true, to: sink)
    _ = put(String(repeating: "长", count: 100_000), 1_048_576, 16_383, .text, false, to: sink)
    _ = sink.endRow(1_048_576)
    _ = sink.sheet("", hidden: true)
    _ = put("x", 1, 0, .number, false, to: sink)
    _ = sink.endRow(1)
}

private func replay(_ bytes: [UInt8], pieces: Int) throws -> ([String], SheetStreamReader.State) {
    let recorder = Recorder()
    let reader = SheetStreamReader(sink: recorder)
    var start = 0
    while start < bytes.count {
        let end = min(start + pieces, bytes.count)
        let wantsMore = try bytes[start..<end].withUnsafeBytes { try reader.feed($0) }
        start = end
        if !wantsMore { break }
    }
    return (recorder.lines, reader.state)
}

@Test func `what goes into the stream comes out of it, however it is cut`() throws {
    let direct = Recorder()
    sample(to: direct)
    let pipe = Pipe()
    sample(to: pipe.writer)
    #expect(pipe.writer.finish())
    for pieces in [1, 2, 3, 7, 4_096, 65_536, 1 << 24] {
        let (lines, state) = try replay(pipe.bytes, pieces: pieces)
        #expect(lines == direct.lines, "pieces of \(pieces)")
        #expect(state == .ended)
    }
}

@Test func `a stream that breaks off stays open, and one with a problem fails with it`() throws {
    let pipe = Pipe()
    sample(to: pipe.writer)
    #expect(pipe.writer.finish(.damaged("第 3 行")))
    #expect(try replay(pipe.bytes, pieces: 100).1 == .failed(.damaged("第 3 行")))
    for length in stride(from: 0, to: pipe.bytes.count - 1, by: 331) {
        #expect(try replay(Array(pipe.bytes[..<length]), pieces: 4_096).1 == .open, "\(length)")
    }
}

@Test func `every problem travels`() throws {
    let all: [SheetProblem] = [
        .unreadable("r"), .notAWorkbook, .unsupported("u"), .encrypted, .truncated, .damaged("d"), .bomb,
        .limit(.cell), .documentType, .encoding("e"), .outOfMemory, .outOfTime, .readerDied(signal: 11),
        .readerMissing("m"), .cancelled, .unwritable("w"),
    ]
    for problem in all {
        let pipe = Pipe()
        #expect(pipe.writer.finish(problem))
        #expect(try replay(pipe.bytes, pieces: 5).1 == .failed(problem))
    }
}

@Test func `a garbled stream is never believed`() {
    let pipe = Pipe()
    _ = pipe.writer.finish()
    let head = Array(pipe.bytes.dropLast())
    let garbled: [[UInt8]] = [
        Array("GARBAGE!".utf8), head + [0x7F], head + [0x17, 0, 0], head + [0x10, 0, 0],
        head + [0x03, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], head + [0x03, 0x00], head + [0x03, 5, 0x03, 5],
        head + [0x03, 1, 0x10, 0xFF, 0xFF, 0x7F, 0], head + [0x03, 1, 0x10, 0, 0xFF, 0xFF, 0xFF, 0x7F],
        head + [0x04, 3], head + [0x05, 99, 0], head + [0x05, 8, 1, 0x41],
    ]
    for bytes in garbled {
        #expect(throws: SheetProblem.readerDied(signal: 0), "\(bytes)") { try replay(bytes, pieces: 3) }
    }
}

@Test func `the sink can stop the stream and a full disk stops the writer`() throws {
    let pipe = Pipe()
    sample(to: pipe.writer)
    _ = pipe.writer.finish()
    let recorder = Recorder()
    recorder.patience = 2
    let reader = SheetStreamReader(sink: recorder)
    #expect(try !pipe.bytes.withUnsafeBytes { try reader.feed($0) })
    #expect(reader.state == .stopped)
    let full = Pipe()
    full.patience = 1
    sample(to: full.writer)
    #expect(!full.writer.finish())
}
