import Glibc

/// 工作表流写出: a sink that writes what it takes as a stream of bytes.
public final class SheetStreamWriter: SheetSink {
    private let write: (UnsafeRawBufferPointer) -> Bool
    private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: SheetStreamWriter.capacity)
    private var used = 0
    private var row = 0
    private var isBroken = false
    private static let capacity = 1 << 16

    /// A writer that hands its bytes on to `write`, which says whether it could take them.
    public init(write: @escaping (UnsafeRawBufferPointer) -> Bool) {
        self.write = write
        SheetStream.magic.forEach(put)
    }

    /// A writer into an open file or pipe.
    public convenience init(descriptor: Int32) {
        self.init { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    deinit { buffer.deallocate() }

    /// A sheet begins.
    public func sheet(_ name: String, hidden: Bool) -> Bool {
        row = 0
        put(hidden ? SheetStream.hiddenSheet : SheetStream.sheet)
        put(text: name)
        return !isBroken
    }

    /// A cell that has a value.
    public func cell(row: Int, column: Int, form: SheetForm, isFormula: Bool, bytes: UnsafeRawBufferPointer) -> Bool {
        if row != self.row {
            self.row = row
            put(SheetStream.row)
            put(number: row)
        }
        put(SheetStream.cell | form.rawValue | (isFormula ? SheetStream.formulaFlag : 0))
        put(number: column)
        put(number: bytes.count)
        put(bytes: bytes)
        return !isBroken
    }

    /// All cells of this row have been reported.
    public func endRow(_ row: Int) -> Bool {
        put(SheetStream.endRow)
        put(number: row)
        return !isBroken
    }

    /// Closes the stream: all was read, or why not. Returns whether everything was taken.
    public func finish(_ problem: SheetProblem? = nil) -> Bool {
        if let problem {
            let (number, text) = problem.numbered
            put(SheetStream.problem)
            put(number)
            put(text: text)
        } else {
            put(SheetStream.end)
        }
        flush()
        return !isBroken
    }

    private func put(_ byte: UInt8) {
        if used == SheetStreamWriter.capacity { flush() }
        buffer[used] = byte
        used += 1
    }

    private func put(number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            put(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        put(UInt8(rest))
    }

    private func put(text: String) {
        var text = text
        text.withUTF8 { bytes in
            put(number: bytes.count)
            put(bytes: UnsafeRawBufferPointer(bytes))
        }
    }

    private func put(bytes: UnsafeRawBufferPointer) {
        if used + bytes.count > SheetStreamWriter.capacity { flush() }
        guard bytes.count <= SheetStreamWriter.capacity else {
            if !isBroken, !write(bytes) { isBroken = true }
            return
        }
        guard let start = bytes.baseAddress else { return }
        memcpy(buffer + used, start, bytes.count)
        used += bytes.count
    }

    private func flush() {
        if !isBroken, used > 0, !write(UnsafeRawBufferPointer(start: buffer, count: used)) { isBroken = true }
        used = 0
    }
}
