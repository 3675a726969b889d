import CZlib

/// gzip 解压: the bytes inside a gzip file, unpacked as they are asked for; nothing is written to disk.
final class GzipSource: ByteSource {
    private var source: any ByteSource
    private let name: String
    private var guardian: InflationGuard
    private var stream = z_stream()
    private var input = [UInt8](repeating: 0, count: 1 << 16)
    private var inputStart = 0
    private var inputEnd = 0
    private var insideMember = false
    private var failure: (any Error)?

    init(_ source: any ByteSource, name: String, limits: InflationLimits) throws {
        self.source = source
        self.name = name
        guardian = InflationGuard(name: name, limits: limits)
        // 15 bits of window, and 16 for: gzip's head and tail, with its checksum.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw FileProblem.damaged(name: name, reason: "zlib")
        }
    }

    deinit { inflateEnd(&stream) }

    var bytesRead: Int64 { source.bytesRead }

    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        if let failure { throw failure }
        do {
            return target.isEmpty ? 0 : try unpack(into: target)
        } catch {
            // Whoever looked at the first bytes only may have missed it.
            failure = error
            throw error
        }
    }

    private func unpack(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            if inputStart == inputEnd {
                inputStart = 0
                inputEnd = try input.withUnsafeMutableBytes { try source.read(into: $0) }
                if inputEnd == 0 {
                    if insideMember { throw FileProblem.truncated(name: name) }
                    return 0
                }
            }
            // Zero bytes fill up the last block of a tape behind the end; they are no member.
            if !insideMember {
                if guardian.taken > 0 {
                    while inputStart < inputEnd, input[inputStart] == 0 { inputStart += 1 }
                    if inputStart == inputEnd { continue }
                }
                inflateReset(&stream)
                insideMember = true
            }
            let made = try inflateOnce(target)
            if made > 0 { return made }
        }
    }

    private func inflateOnce(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
        let room = min(target.count, 1 << 30)
        let given = inputEnd - inputStart
        let status = input.withUnsafeMutableBytes { bytes in
            stream.next_in = bytes.baseAddress!.assumingMemoryBound(to: UInt8.self) + inputStart
            stream.avail_in = UInt32(given)
            stream.next_out = target.baseAddress!.assumingMemoryBound(to: UInt8.self)
            stream.avail_out = UInt32(room)
            return inflate(&stream, Z_NO_FLUSH)
        }
        let made = room - Int(stream.avail_out)
        inputStart += given - Int(stream.avail_in)
        try guardian.count(taken: given - Int(stream.avail_in), made: made)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: insideMember = false
        default:
            throw FileProblem.damaged(name: name, reason: stream.msg.map { String(cString: $0) } ?? "zlib \(status)")
        }
        return made
    }
}
