import Credit
import Glibc
import Proofs

/// 附件文件夹: files of cases, kept under the digest of what is in them.
struct EvidenceFolder: Sendable {
    let path: String

    init(data: String) { path = data + "/evidence" }

    /// A file by its digest; nil where none is kept, or it is not what its name says.
    func bytes(_ digest: String) throws -> [UInt8]? {
        guard Self.isDigest(digest), access(path + "/" + digest, R_OK) == 0 else { return nil }
        let bytes = try Input.bytes(of: path + "/" + digest)
        return SHA256.digest(of: bytes).hex == digest ? bytes : nil
    }

    static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The size of a file; nil where none is kept.
    /// - Unit: bytes
    func size(_ digest: String) -> Int? {
        var facts = stat()
        guard Self.isDigest(digest), stat(path + "/" + digest, &facts) == 0 else { return nil }
        return Int(facts.st_size)
    }

    /// The digests of all files that are kept.
    var digests: Set<String> { Set(HandIns.names(in: path).filter(Self.isDigest)) }

    /// Whether a file lies there for so long that the form it came with was decided or refused.
    func isSettled(_ digest: String) -> Bool {
        var facts = stat()
        return stat(path + "/" + digest, &facts) == 0 && time(nil) - facts.st_mtim.tv_sec > Self.settledAfter
    }

    /// - Unit: seconds; no form is on its way so long.
    static let settledAfter = 600

    /// 扫描件: a kept file that is a whole PDF, JPEG or PNG by its content, whatever it was called.
    func scan(_ digest: String?, archive: String) throws -> SealedScan {
        guard let digest else { throw LetterProblem.missing(Label("扫描件", "the scan")) }
        guard let bytes = try bytes(digest), let type = Self.type(of: bytes) else { throw LetterProblem.notAScan }
        return SealedScan(digest: digest, type: type, size: bytes.count, archive: archive)
    }

    /// What a file is by its first and last bytes; nil for anything else, and for one that is cut off.
    static func type(of bytes: [UInt8]) -> String? {
        func ends(with mark: [UInt8], within count: Int) -> Bool {
            let tail = Array(bytes.suffix(count))
            guard tail.count >= mark.count else { return false }
            return (0...(tail.count - mark.count)).contains { Array(tail[$0..<$0 + mark.count]) == mark }
        }
        if bytes.starts(with: Array("%PDF-".utf8)) {
            return ends(with: Array("%%EOF".utf8), within: 1_024) ? "application/pdf" : nil
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return ends(with: [0xFF, 0xD9], within: 64) ? "image/jpeg" : nil }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return ends(with: Array("IEND".utf8), within: 64) ? "image/png" : nil
        }
        return nil
    }
}
