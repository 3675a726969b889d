/// 编码记录: the encoding of a text, told to whoever wants to show it.
final class TextNote {
    /// nil while all has been ASCII.
    var encoding: TextEncoding?
}

/// 文本来源: the bytes of a text file as UTF-8, whatever they were; UTF-8 passes through untouched.
///
/// Where the file does not say its encoding, ASCII passes until the first byte above it; from there on up to 64 KiB are
/// looked at before the encoding is settled. What is found then holds for the rest of the file.
struct TextSource: ByteSource {
    private static let sampleSize = 1 << 16

    private let note: TextNote
    private var source: any ByteSource
    private var converter: (any CharacterConverter)?
    /// Bytes read but not passed on or converted yet.
    private var waiting: [UInt8] = []
    private var position = 0
    private var sourceEnded = false
    private var failure: (any Error)?
    /// Converted already, but the target was too small for it.
    private var narrow: [UInt8] = []

    /// - Parameters:
    ///   - source: the file from its first byte.
    ///   - head: the same first bytes, already looked at.
    ///   - note: where the encoding is told once it is settled.
    init(_ source: any ByteSource, head: [UInt8], note: TextNote) throws {
        self.source = source
        self.note = note
        let (encoding, mark) = TextEncoding.opening(head)
        if mark > 0 { _ = try self.source.head(mark) }
        if let encoding {
            try settle(encoding)
        } else if let first = head.firstIndex(where: { $0 >= 0x80 }), head.count - first >= TextSource.sampleSize {
            try settle(.decide(Array(head[first..<first + TextSource.sampleSize])))
        }
    }

    var bytesRead: Int64 { source.bytesRead }

    mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !target.isEmpty else { return 0 }
        if converter != nil { return try convert(into: target) }
        if position < waiting.count { return passOn(target) }
        if let failure { throw failure }
        let count = sourceEnded ? 0 : try source.read(into: target)
        if note.encoding == nil, count > 0,
            let first = UnsafeRawBufferPointer(rebasing: target[..<count]).firstIndex(where: { $0 >= 0x80 })
        {
            waiting = Array(target[first..<count])
            position = 0
            gather(TextSource.sampleSize)
            try settle(.decide(Array(waiting.prefix(TextSource.sampleSize))))
            return first > 0 ? first : try read(into: target)
        }
        return count
    }

    private mutating func settle(_ encoding: TextEncoding) throws {
        note.encoding = encoding
        switch encoding {
        case .utf8: break
        case .gb18030: converter = try GB18030Converter()
        case .utf16Big: converter = UTF16Converter(isBig: true)
        case .utf16Little: converter = UTF16Converter(isBig: false)
        }
    }

    private mutating func passOn(_ target: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(target.count, waiting.count - position)
        waiting.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
        position += count
        if position == waiting.count { (waiting, position) = ([], 0) }
        return count
    }

    /// Reads on until so many bytes wait or the source has no more; a failure is kept until they are used up.
    private mutating func gather(_ count: Int) {
        if position > 0 {
            waiting.removeSubrange(..<position)
            position = 0
        }
        while waiting.count < count, !sourceEnded {
            do {
                let more = try source.head(count - waiting.count)
                if more.isEmpty { sourceEnded = true }
                waiting += more
            } catch {
                failure = error
                sourceEnded = true
            }
        }
    }

    private mutating func convert(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        // Four bytes is the longest character; a smaller target could stop all progress.
        guard target.count >= 4, narrow.isEmpty else { return try convertNarrow(into: target) }
        while true {
            if waiting.count - position < 8 && !sourceEnded { gather(1 << 18) }
            guard position < waiting.count else {
                if let failure { throw failure }
                return 0
            }
            let (taken, made) = waiting.withUnsafeBytes {
                converter!.convert(.init(rebasing: $0[position...]), into: target, isLast: sourceEnded)
            }
            position += taken
            if made > 0 { return made }
            if taken == 0 { gather(waiting.count - position + (1 << 18)) }
        }
    }

    /// For a target that does not hold one character: converts into a wider one, which then waits its turn.
    private mutating func convertNarrow(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        if narrow.isEmpty {
            var room = [UInt8](repeating: 0, count: 64)
            let made = try room.withUnsafeMutableBytes { try convert(into: $0) }
            narrow = Array(room[..<made])
        }
        let count = min(target.count, narrow.count)
        narrow.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[..<count])) }
        narrow.removeFirst(count)
        return count
    }
}
