import Glibc

/// 字节来源: bytes in order, from wherever they come: a file, a part of an archive, memory.
public protocol ByteSource {
    /// Puts the next bytes into `target` and says how many; 0 only at the end.
    ///
    /// - Throws: `FileProblem` where the bytes cannot be had.
    mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int
    /// How many bytes of the handed-in file have been read so far, for a progress bar.
    var bytesRead: Int64 { get }
}

extension ByteSource {
    /// The next bytes, at most `count` of them, fewer only at the end.
    mutating func head(_ count: Int) throws -> [UInt8] {
        var failure: (any Error)?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            do {
                while filled < count {
                    let room = UnsafeMutableRawBufferPointer(target)[filled..<count]
                    let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: room))
                    if got == 0 { break }
                    filled += got
                }
            } catch {
                failure = error
            }
        }
        // What stood before the break can still be read; who reads on meets the failure again.
        if let failure, bytes.isEmpty { throw failure }
        return bytes
    }
}

/// 内存字节: bytes that are in memory already.
public struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    /// A source of these bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// How many of the bytes have been given out.
    public var bytesRead: Int64 { Int64(position) }

    /// The next bytes.
    public mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = min(target.count, bytes.count - position)
        guard count > 0 else { return 0 }
        bytes.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
        position += count
        return count
    }
}

/// 续读: bytes that were looked at before, then the rest of their source.
struct HeadedSource: ByteSource {
    private var head: MemorySource
    private var rest: any ByteSource

    init(head: [UInt8], rest: any ByteSource) {
        self.head = MemorySource(head)
        self.rest = rest
    }

    var bytesRead: Int64 { rest.bytesRead }

    mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try head.read(into: target)
        return count > 0 ? count : try rest.read(into: target)
    }
}

/// 磁盘文件: the bytes of a file on disk, read from its beginning to its end; closed when the last owner lets go.
final class DiskFile: ByteSource {
    let path: String
    let size: Int64
    private let descriptor: Int32
    private(set) var bytesRead: Int64 = 0

    init(path: String) throws {
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw FileProblem.unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        self.path = path
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            size = 0
            throw FileProblem.unreadable(path: path, reason: "is a directory / 是文件夹")
        }
        size = Int64(status.st_size)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { close(descriptor) }

    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let got = Glibc.read(descriptor, target.baseAddress, target.count)
            if got >= 0 {
                bytesRead += Int64(got)
                return got
            }
            if errno != EINTR { throw FileProblem.unreadable(path: path, reason: String(cString: strerror(errno))) }
        }
    }
}
