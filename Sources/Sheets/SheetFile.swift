import Glibc

/// 待读文件: where the bytes of a workbook come from.
public enum SheetFile: Sendable {
    /// A file of the disk.
    case path(String)
    /// Bytes in memory.
    case bytes([UInt8])

    /// The first bytes of the file, at most `count`.
    func head(_ count: Int) throws -> [UInt8] {
        var head: [UInt8] = []
        try chunks(of: count) { chunk in
            head.append(contentsOf: chunk.prefix(count - head.count))
            return head.count < count
        }
        return head
    }

    /// The whole file in memory.
    func whole(limit: Int) throws -> [UInt8] {
        if case .bytes(let bytes) = self {
            guard bytes.count <= limit else { throw SheetProblem.limit(.file) }
            return bytes
        }
        var whole: [UInt8] = []
        try chunks(of: 1 << 20) { chunk in
            guard whole.count + chunk.count <= limit else { throw SheetProblem.limit(.file) }
            whole.append(contentsOf: chunk)
            return true
        }
        return whole
    }

    /// The file piece by piece, until `body` returns false.
    func chunks(of size: Int, _ body: (UnsafeRawBufferPointer) throws -> Bool) throws {
        switch self {
        case .bytes(let bytes):
            try bytes.withUnsafeBytes { all in
                var start = 0
                while start < all.count {
                    let end = min(start + size, all.count)
                    guard try body(UnsafeRawBufferPointer(rebasing: all[start..<end])) else { return }
                    start = end
                }
            }
        case .path(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw SheetProblem.unreadable(systemReason()) }
            defer { close(descriptor) }
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
            defer { buffer.deallocate() }
            while true {
                let count = read(descriptor, buffer.baseAddress, size)
                if count == 0 { return }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw SheetProblem.unreadable(systemReason())
                }
                guard try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
            }
        }
    }
}

/// What the operating system says about its last refusal.
func systemReason(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }
