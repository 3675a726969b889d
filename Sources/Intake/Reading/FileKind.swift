/// 文件种类: what a handed-in file is, by its content; its name is not asked.
public enum FileKind: Sendable, Equatable {
    /// Rows of cells with a delimiter between them: CSV, TSV.
    case delimited(Delimiter)
    /// A JSON document or JSON Lines.
    case json
    /// A workbook: XLSX, XLS or XML Spreadsheet 2003.
    case workbook
    /// An archive of files of these kinds.
    case archive

    /// What the first bytes of a file say it is.
    enum Signature: Equatable {
        case gzip, zip, compound
        /// Some text; which, only its characters tell.
        case text
        /// An archive of a kind that is not unpacked, or a tape archive.
        case otherArchive(String)
        /// No table; its Chinese and its English name.
        case other(String, String)
    }

    private static let signatures: [(start: [UInt8], signature: Signature)] = [
        ([0x1F, 0x8B], .gzip),
        (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip), (Array("PK\u{7}\u{8}".utf8), .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
        (Array("Rar!\u{1A}\u{7}".utf8), .otherArchive("RAR")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive("7z")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .otherArchive("xz")),
        ([0x28, 0xB5, 0x2F, 0xFD], .otherArchive("zstd")),
        (Array("BZh".utf8), .otherArchive("bzip2")),
        (Array("%PDF-".utf8), .other("PDF 文档", "a PDF document")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .other("PNG 图片", "a PNG picture")),
        ([0xFF, 0xD8, 0xFF], .other("JPEG 图片", "a JPEG picture")),
        (Array("GIF87a".utf8), .other("GIF 图片", "a GIF picture")),
        (Array("GIF89a".utf8), .other("GIF 图片", "a GIF picture")),
        ([0x49, 0x49, 0x2A, 0x00], .other("TIFF 图片", "a TIFF picture")),
        ([0x4D, 0x4D, 0x00, 0x2A], .other("TIFF 图片", "a TIFF picture")),
        (Array("{\\rtf".utf8), .other("RTF 文档", "an RTF document")),
        (Array("SQLite format 3\0".utf8), .other("SQLite 数据库", "an SQLite database")),
        (Array("\0\u{1}\0\0Standard ".utf8), .other("Access 数据库", "an Access database")),
        (Array("PAR1".utf8), .other("Parquet 文件", "a Parquet file")),
        ([0x7F, 0x45, 0x4C, 0x46], .other("程序文件", "a program")),
    ]

    /// What the first bytes show.
    static func signature(_ head: [UInt8]) -> Signature {
        for (start, signature) in signatures where head.starts(with: start) { return signature }
        if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) { return .otherArchive("tar") }
        if head.count > 64, head[0] == 0x4D, head[1] == 0x5A, head.prefix(512).contains(0) {
            return .other("程序文件", "a program")
        }
        if head.count > 64, head[0] == 0x42, head[1] == 0x4D, head[6..<10].allSatisfy({ $0 == 0 }) {
            return .other("BMP 图片", "a BMP picture")
        }
        return .text
    }

    /// What text (UTF-8, a byte that is no character as NUL) is, and how its cells are delimited.
    ///
    /// - Parameter isWhole: whether the text ends here.
    /// - Returns: the kind, or nil for an XML Spreadsheet.
    /// - Throws: `FileProblem` for text that is no table, such as a web page.
    static func ofText(_ text: [UInt8], isWhole: Bool, name: String) throws -> FileKind? {
        guard let first = text.first(where: { $0 > 0x20 || $0 == 0 }) else {
            if isWhole { throw FileProblem.empty }
            return .delimited(.comma)
        }
        // Text has no control characters to speak of; a stray one only spoils its row.
        let controls = text.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
        if controls * 10 > text.count, text.count >= 64 {
            throw FileProblem.unknownFormat(name: name, chinese: "无法识别的二进制文件", english: "an unknown binary file")
        }
        if first == 0x3C { return try ofMarkup(text, name: name) }
        return isJSON(text) ? .json : .delimited(.detect(text))
    }

    private static func ofMarkup(_ text: [UInt8], name: String) throws -> FileKind? {
        let start = String(decoding: text.prefix(8_192), as: UTF8.self)
        if start.contains("urn:schemas-microsoft-com:office:spreadsheet") && start.contains("Workbook") { return nil }
        let lower = start.lowercased()
        if lower.contains("<html") || lower.contains("<table") || lower.hasPrefix("<!doctype html") {
            throw FileProblem.unknownFormat(
                name: name, chinese: "网页（HTML，常由系统导出时命名为 .xls）", english: "a web page (HTML, often exported as .xls)")
        }
        if lower.hasPrefix("<?xml") {
            throw FileProblem.unknownFormat(name: name, chinese: "XML 文件", english: "an XML file")
        }
        return .delimited(.detect(text))
    }

    /// A text that begins with a brace or bracket is JSON if the grammar agrees as far as it is seen.
    private static func isJSON(_ text: [UInt8]) -> Bool {
        guard let first = text.firstIndex(where: { $0 > 0x20 }), text[first] == 0x7B || text[first] == 0x5B else {
            return false
        }
        guard let second = text[(first + 1)...].first(where: { $0 > 0x20 }) else { return true }
        switch (text[first], second) {
        case (0x7B, 0x22), (0x7B, 0x7D), (0x5B, 0x7B): return true
        case (0x7B, _): return false
        default: break
        }
        // 〔2020〕1号 is often typed as [2020]1号: an array only if nothing in it speaks against it.
        var padded = text + [UInt8](repeating: 0, count: RowBuffer.margin)
        return padded.withUnsafeMutableBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            var grammar = JSONGrammar(base, until: text.count, isLast: false)
            do throws(JSONGrammar.Stop) {
                let behind = grammar.skipSpace(try grammar.skipValue(first))
                return behind == text.count
            } catch {
                if case .open = error { return true }
                return false
            }
        }
    }
}
