import CZip
import Glibc

/// 压缩包: the archive that an XLSX workbook is; every member is unpacked under the limits.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: SheetLimits
    private let allowance: Int64
    private var inflated: Int64 = 0
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    /// Opens the archive for as long as `body` runs.
    static func open<Result>(
        _ file: SheetFile, limits: SheetLimits, _ body: (ZipArchive) throws -> Result
    ) throws -> Result {
        switch file {
        case .path(let path):
            var code: Int32 = 0
            guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw problem(code, errno) }
            return try body(ZipArchive(archive, size: fileSize(path), limits))
        case .bytes(let bytes):
            return try bytes.withUnsafeBytes { all in
                var error = zip_error_t()
                zip_error_init(&error)
                defer { zip_error_fini(&error) }
                guard let source = zip_source_buffer_create(all.baseAddress, UInt64(all.count), 0, &error) else {
                    throw SheetProblem.outOfMemory
                }
                guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
                    zip_source_free(source)
                    throw problem(zip_error_code_zip(&error), zip_error_code_system(&error))
                }
                return try body(ZipArchive(archive, size: Int64(all.count), limits))
            }
        }
    }

    private init(_ archive: OpaquePointer, size: Int64, _ limits: SheetLimits) throws {
        self.archive = archive
        self.limits = limits
        let byRatio = size.multipliedReportingOverflow(by: limits.inflatedRatio)
        let ratioAllowance = byRatio.overflow ? Int64.max : byRatio.partialValue
        allowance = min(limits.inflatedBytes, max(limits.freeInflatedBytes, ratioAllowance))
        guard zip_get_num_entries(archive, 0) <= limits.entries else { throw SheetProblem.limit(.entries) }
    }

    deinit {
        buffer.deallocate()
        zip_discard(archive)
    }

    /// Finds a member by its path, whatever the letter case and the slashes its writer used.
    func member(_ path: String) -> UInt64? {
        for name in [path, path.replacingSlashes] {
            let index = zip_name_locate(archive, name, 0)
            if index >= 0 { return UInt64(index) }
            let folded = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
            if folded >= 0 { return UInt64(folded) }
        }
        return nil
    }

    /// Unpacks a member piece by piece, until `body` returns false.
    func read(_ member: UInt64, _ body: (UnsafeRawBufferPointer) throws -> Bool) throws {
        var status = zip_stat_t()
        zip_stat_init(&status)
        if zip_stat_index(archive, member, 0, &status) == 0, status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
            status.encryption_method != UInt16(ZIP_EM_NONE)
        {
            throw SheetProblem.encrypted
        }
        guard let file = zip_fopen_index(archive, member, 0) else {
            throw ZipArchive.problem(zip_error_code_zip(zip_get_error(archive)), errno)
        }
        defer { zip_fclose(file) }
        while true {
            let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
            if count == 0 { return }
            guard count > 0 else {
                throw ZipArchive.problem(zip_error_code_zip(zip_file_get_error(file)), errno)
            }
            inflated += count
            guard inflated <= allowance else { throw SheetProblem.bomb }
            guard try body(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)])) else { return }
        }
    }

    /// Runs an XML member through a handler. Returns whether it was read to its end.
    @discardableResult
    func parse(_ member: UInt64, named place: String, _ handler: any XMLHandler) throws -> Bool {
        let stream = try XMLStream(place: place, handler: handler, limits: limits)
        try read(member) { try stream.feed($0) }
        guard !stream.isStopped else { return false }
        try stream.finish()
        return !stream.isStopped
    }

    private static func problem(_ code: Int32, _ system: Int32) -> SheetProblem {
        switch code {
        case ZIP_ER_NOZIP, ZIP_ER_EOF, ZIP_ER_SEEK: .truncated
        case ZIP_ER_MEMORY: .outOfMemory
        case ZIP_ER_OPEN, ZIP_ER_NOENT, ZIP_ER_READ: .unreadable(systemReason(system))
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: .encrypted
        default: .damaged("zip \(code)")
        }
    }

    private static func fileSize(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}

extension String {
    /// The path with the slashes of writers that put backslashes into archives.
    fileprivate var replacingSlashes: String {
        String(decoding: utf8.map { $0 == 0x2F ? 0x5C : $0 }, as: UTF8.self)
    }
}
