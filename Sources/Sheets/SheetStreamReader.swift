/// 工作表流读入: replays a stream of `SheetStreamWriter` into a sink.
///
/// The stream comes from a process that has read a hostile file: nothing in it is trusted.
public final class SheetStreamReader {
    private let sink: any SheetSink
    private let cellLimit: Int
    private var rest: [UInt8] = []
    private var row = 0
    private var hasMagic = false
    /// What the stream has come to.
    public private(set) var state = State.open

    /// 流状态: how far the stream is.
    public enum State: Equatable, Sendable {
        /// More is to come.
        case open
        /// All was replayed.
        case ended
        /// The sink wanted no more.
        case stopped
        /// The reading process met a problem.
        case failed(SheetProblem)
    }

    /// A reader that replays into `sink`.
    public init(sink: any SheetSink, limits: SheetLimits = SheetLimits()) {
        self.sink = sink
        cellLimit = max(limits.cellBytes * 3, 1 << 20)
    }

    /// Takes the next piece of the stream. Returns whether more is wanted.
    ///
    /// - Throws: `SheetProblem.readerDied` for bytes that are no such stream.
    public func feed(_ bytes: UnsafeRawBufferPointer) throws -> Bool {
        guard state == .open else { return false }
        if rest.isEmpty {
            let used = try replay(bytes)
            if state == .open { rest.append(contentsOf: bytes[used...]) }
        } else {
            rest.append(contentsOf: bytes)
            // The replay may not change `rest`; it is put back shorter afterwards.
            let whole = rest
            rest = []
            let used = try whole.withUnsafeBytes { try replay($0) }
            if state == .open { rest.append(contentsOf: whole[used...]) }
        }
        return state == .open
    }

    /// Replays all whole records. Returns how many bytes they took.
    private func replay(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        var cursor = Cursor(bytes: bytes)
        if !hasMagic {
            guard bytes.prefix(8).elementsEqual(SheetStream.magic.prefix(bytes.count)) else { throw garbled }
            guard bytes.count >= 8 else { return 0 }
            cursor.at = 8
            hasMagic = true
        }
        while state == .open {
            let start = cursor.at
            guard try record(&cursor) else { return start }
        }
        return cursor.at
    }

    /// Replays one record; false where it is not all there yet.
    private func record(_ cursor: inout Cursor) throws -> Bool {
        guard let tag = cursor.byte() else { return false }
        if tag >= SheetStream.cell {
            guard tag < 0x20, let form = SheetForm(rawValue: tag & 0x07) else { throw garbled }
            guard let column = try number(&cursor), let text = try text(&cursor) else { return false }
            guard column < 16_384, row > 0 else { throw garbled }
            let isFormula = tag & SheetStream.formulaFlag != 0
            go(sink.cell(row: row, column: column, form: form, isFormula: isFormula, bytes: text))
            return true
        }
        switch tag {
        case SheetStream.row:
            guard let number = try number(&cursor) else { return false }
            guard number > row, number <= 1_048_576 else { throw garbled }
            row = number
        case SheetStream.endRow:
            guard let number = try number(&cursor) else { return false }
            guard number == row else { throw garbled }
            go(sink.endRow(number))
        case SheetStream.sheet, SheetStream.hiddenSheet:
            guard let name = try text(&cursor) else { return false }
            row = 0
            go(sink.sheet(String(decoding: name, as: UTF8.self), hidden: tag == SheetStream.hiddenSheet))
        case SheetStream.problem:
            guard let number = cursor.byte(), let text = try text(&cursor) else { return false }
            let problem = SheetProblem(number: number, text: String(decoding: text, as: UTF8.self))
            guard let problem else { throw garbled }
            state = .failed(problem)
        case SheetStream.end: state = .ended
        default: throw garbled
        }
        return true
    }

    private func go(_ wantsMore: Bool) {
        if !wantsMore { state = .stopped }
    }

    private func number(_ cursor: inout Cursor) throws -> Int? {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard let byte = cursor.byte() else { return nil }
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw garbled
    }

    private func text(_ cursor: inout Cursor) throws -> UnsafeRawBufferPointer? {
        guard let count = try number(&cursor) else { return nil }
        guard count <= cellLimit else { throw garbled }
        return cursor.take(count)
    }

    private var garbled: SheetProblem { .readerDied(signal: 0) }

    private struct Cursor {
        let bytes: UnsafeRawBufferPointer
        var at = 0

        mutating func byte() -> UInt8? {
            guard at < bytes.count else { return nil }
            at += 1
            return bytes[at - 1]
        }

        mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
            guard bytes.count - at >= count else { return nil }
            at += count
            return UnsafeRawBufferPointer(rebasing: bytes[at - count..<at])
        }
    }
}
