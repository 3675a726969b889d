/// 读入缓冲: the piece of the text that is being cut into rows; what is cut is handed out without a copy.
///
/// A byte that is no character stands in it as NUL, whatever the encoding was: the readers fault the row it lies in.
struct RowBuffer {
    /// Zero bytes before and behind the text, so that words can be loaded across its borders.
    static let margin = 64

    /// Margin, text, margin.
    private(set) var bytes: [UInt8] = []
    /// Where the first byte lies that belongs to no row yet.
    var start = margin
    /// Where the text ends that has been read.
    private(set) var end = margin
    /// Whether nothing follows what has been read.
    private(set) var ended = false
    /// Why nothing follows, if it is not the end of the file.
    private(set) var failure: (any Error)?

    private var source: any ByteSource
    private let chunk: Int
    private let checksUTF8: Bool
    /// Up to here the bytes are known to be characters.
    private var checked = margin

    init(_ source: any ByteSource, chunk: Int, checksUTF8: Bool) {
        self.source = source
        self.chunk = max(1, chunk)
        self.checksUTF8 = checksUTF8
    }

    var bytesRead: Int64 { source.bytesRead }
    var isEmpty: Bool { start == end }
    var isDone: Bool { ended && start == end }

    /// Hands out the bytes whose rows are cut and reads on; what is not cut yet moves to the front of a new buffer.
    ///
    /// - Parameter grow: whether there must be more bytes than before, because they did not hold a whole row.
    @discardableResult
    mutating func advance(grow: Bool) -> [UInt8] {
        let old = bytes
        let left = end - start
        let wanted = ended ? left : left + (grow ? max(chunk, left) : max(0, chunk - left))
        var filled = RowBuffer.margin + left
        bytes = [UInt8](unsafeUninitializedCapacity: wanted + 2 * RowBuffer.margin) { target, count in
            let raw = UnsafeMutableRawBufferPointer(target)
            raw.baseAddress!.initializeMemory(as: UInt8.self, repeating: 0, count: RowBuffer.margin)
            if left > 0 {
                old.withUnsafeBytes {
                    (raw.baseAddress! + RowBuffer.margin).copyMemory(from: $0.baseAddress! + start, byteCount: left)
                }
            }
            let limit = RowBuffer.margin + wanted
            while filled < limit, !ended {
                do {
                    let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[filled..<limit]))
                    filled += got
                    if got == 0 { ended = true }
                } catch {
                    failure = error
                    ended = true
                }
            }
            (raw.baseAddress! + filled).initializeMemory(as: UInt8.self, repeating: 0, count: RowBuffer.margin)
            count = filled + RowBuffer.margin
        }
        checked -= start - RowBuffer.margin
        (start, end) = (RowBuffer.margin, filled)
        if checksUTF8 {
            let (from, until, isLast) = (max(checked, RowBuffer.margin), end, ended)
            checked = bytes.withUnsafeMutableBytes {
                UTF8Check.blankFaults($0.baseAddress!, from: from, until: until, isLast: isLast)
            }
        }
        return old
    }

    /// Works on the bytes in place.
    mutating func edit<Result>(_ work: (UnsafeMutablePointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeMutableBufferPointer { work($0.baseAddress!) }
    }

    /// Works on the bytes in place together with whoever cuts them.
    mutating func edit<Cutter, Result>(
        _ cutter: inout Cutter, _ work: (UnsafeMutablePointer<UInt8>, inout Cutter) -> Result
    ) -> Result {
        bytes.withUnsafeMutableBufferPointer { work($0.baseAddress!, &cutter) }
    }
}
