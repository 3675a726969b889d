import CZip
import Glibc

/// 压缩包成员: the files inside a zip archive, in its order; they are read in place, nothing is written anywhere.
final class ZipMembers {
    /// How many files an archive may hold.
    static let most = 10_000

    struct Member {
        let index: UInt64
        let name: String
        let size: Int64
        let packedSize: Int64
        let isEncrypted: Bool
    }

    let name: String
    private(set) var members: [Member] = []
    fileprivate let archive: OpaquePointer
    fileprivate var guardian: InflationGuard
    private let keeper: AnyObject?

    /// - Parameter keeper: what must live as long as the file at `path` is read.
    init(path: String, name: String, size: Int64, limits: InflationLimits, keeper: AnyObject? = nil) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw ZipMembers.problem(code, errno, name) }
        self.archive = archive
        self.name = name
        self.keeper = keeper
        guardian = InflationGuard(name: name, limits: limits)
        // Members may overlap: what the archive as a whole weighs is all that can have been packed.
        try guardian.count(taken: Int(size), made: 0)
        let count = zip_get_num_entries(archive, 0)
        guard count <= ZipMembers.most else { throw FileProblem.bomb(name: name, limit: limits.mostBytes) }
        for index in 0..<UInt64(max(0, count)) {
            var status = zip_stat_t()
            zip_stat_init(&status)
            guard zip_stat_index(archive, index, 0, &status) == 0 else { continue }
            members.append(
                Member(
                    index: index, name: ZipMembers.memberName(archive, index), size: Int64(clamping: status.size),
                    packedSize: Int64(clamping: status.comp_size),
                    isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE)))
        }
    }

    deinit { zip_discard(archive) }

    /// The files that may hold rows: no folders, no empty files, none of the files that systems add by themselves.
    var tables: [Member] {
        members.filter { member in
            let last = member.name.split(separator: "/").last.map(String.init) ?? ""
            return !member.name.hasSuffix("/") && member.size > 0 && !member.name.hasPrefix("__MACOSX/")
                && last != ".DS_Store" && last != "Thumbs.db" && last != "desktop.ini"
        }
    }

    func open(_ member: Member) throws -> ZipMemberSource {
        guard !member.isEncrypted else { throw FileProblem.encrypted(name: member.name) }
        guard let file = zip_fopen_index(archive, member.index, 0) else {
            throw ZipMembers.problem(zip_error_code_zip(zip_get_error(archive)), errno, member.name)
        }
        return ZipMemberSource(self, member, file)
    }

    /// Windows in China writes names in GBK without saying so.
    private static func memberName(_ archive: OpaquePointer, _ index: UInt64) -> String {
        guard let raw = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { return "#\(index + 1)" }
        let bytes = Array(UnsafeBufferPointer(start: raw, count: strlen(raw))).map { UInt8(bitPattern: $0) }
        guard TextEncoding.decide(bytes) == .gb18030, let converter = try? GB18030Converter() else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text = [UInt8](repeating: 0, count: bytes.count * 4)
        let made = bytes.withUnsafeBytes { input in
            text.withUnsafeMutableBytes { converter.convert(input, into: $0, isLast: true).made }
        }
        return String(decoding: text[..<made], as: UTF8.self)
    }

    static func problem(_ code: Int32, _ system: Int32, _ name: String) -> FileProblem {
        switch code {
        case ZIP_ER_NOZIP, ZIP_ER_EOF, ZIP_ER_SEEK: return .truncated(name: name)
        case ZIP_ER_OPEN, ZIP_ER_NOENT, ZIP_ER_READ, ZIP_ER_MEMORY:
            return .unreadable(path: name, reason: String(cString: strerror(system)))
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: return .encrypted(name: name)
        default:
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            return .damaged(name: name, reason: String(cString: zip_error_strerror(&error)))
        }
    }
}

/// 压缩包成员字节: the bytes of one file inside a zip archive.
final class ZipMemberSource: ByteSource {
    private let owner: ZipMembers
    private let member: ZipMembers.Member
    private let file: OpaquePointer
    private var made: Int64 = 0
    private var failure: (any Error)?

    fileprivate init(_ owner: ZipMembers, _ member: ZipMembers.Member, _ file: OpaquePointer) {
        (self.owner, self.member, self.file) = (owner, member, file)
    }

    deinit { zip_fclose(file) }

    /// By how much has come out, since the archive does not say how much went in.
    var bytesRead: Int64 {
        guard member.size > 0 else { return 0 }
        return Int64(Double(member.packedSize) * min(1, Double(made) / Double(member.size)))
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        if let failure { throw failure }
        do {
            guard !target.isEmpty else { return 0 }
            let count = Int(zip_fread(file, target.baseAddress, UInt64(target.count)))
            guard count >= 0 else {
                throw ZipMembers.problem(zip_error_code_zip(zip_file_get_error(file)), errno, member.name)
            }
            made += Int64(count)
            try owner.guardian.count(taken: 0, made: count)
            return count
        } catch {
            // Whoever looked at the first bytes only may have missed it.
            failure = error
            throw error
        }
    }
}
