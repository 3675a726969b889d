import Glibc

/// 暂存: a workbook from inside an archive, unpacked into a file that has no name any more; a process that is told its
/// path can open it as long as this value lives. No name out of an archive is ever used on disk.
final class SpooledFile: Sendable {
    /// How large a packed workbook may be.
    /// - Unit: bytes.
    static let mostBytes: Int64 = 512 << 20

    /// Where it can be opened as long as this value lives.
    let path: String
    private let descriptor: Int32

    init(_ source: inout some ByteSource, name: String, scratch: String) throws {
        var template = Array("\(scratch)/chengxin-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw FileProblem.unreadable(path: scratch, reason: String(cString: strerror(errno)))
        }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        path = "/proc/\(getpid())/fd/\(descriptor)"
        var size: Int64 = 0
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { room.deallocate() }
        while case let count = try source.read(into: room), count > 0 {
            size += Int64(count)
            guard size <= SpooledFile.mostBytes else {
                throw FileProblem.bomb(name: name, limit: SpooledFile.mostBytes)
            }
            var written = 0
            while written < count {
                let step = write(descriptor, room.baseAddress! + written, count - written)
                if step < 0 && errno == EINTR { continue }
                guard step > 0 else {
                    throw FileProblem.unreadable(path: name, reason: String(cString: strerror(errno)))
                }
                written += step
            }
        }
    }

    deinit { close(descriptor) }
}
