import Credit

/// 文件内容: the reader that fits what a file turned out to be.
enum FileContent: RowSource {
    case delimited(DelimitedReader, Delimiter, TextNote)
    case json(JSONReader, TextNote)
    case sheets(SheetSource, packedSize: Int64)
    case archive(ArchiveReader)

    private static let headSize = 1 << 17

    var kind: FileKind {
        switch self {
        case .delimited(_, let delimiter, _): .delimited(delimiter)
        case .json: .json
        case .sheets: .workbook
        case .archive: .archive
        }
    }

    var encoding: TextEncoding? {
        switch self {
        case .delimited(_, _, let note), .json(_, let note): note.encoding
        case .sheets: nil
        case .archive(let archive): archive.encoding
        }
    }

    var hiddenSheets: [String] {
        switch self {
        case .sheets(let source, _): source.hiddenSheets
        case .archive(let archive): archive.hiddenSheets
        default: []
        }
    }

    var bytesRead: Int64 {
        switch self {
        case .delimited(let reader, _, _): reader.bytesRead
        case .json(let reader, _): reader.bytesRead
        case .sheets(let source, let packedSize): min(packedSize, source.bytesRead)
        case .archive(let archive): archive.bytesRead
        }
    }

    mutating func next() throws -> RowBlock? {
        switch self {
        case .delimited(var reader, let delimiter, let note):
            defer { self = .delimited(reader, delimiter, note) }
            return try reader.next()
        case .json(var reader, let note):
            defer { self = .json(reader, note) }
            return try reader.next()
        case .sheets(let source, _): return try source.next()
        case .archive(let archive): return try archive.next()
        }
    }

    /// Finds out what a file is.
    ///
    /// - Parameters:
    ///   - path: where it lies on disk; nil for what is inside another file or in memory.
    ///   - isPacked: whether it is inside another file, where no archive may be.
    static func recognise(
        _ file: any ByteSource, path: String?, name: String, options: ReadingOptions, isPacked: Bool = false
    ) throws -> FileContent {
        var file = file
        let head = try file.head(headSize)
        guard !head.isEmpty else { throw FileProblem.empty }
        let whole = HeadedSource(head: head, rest: file)
        switch FileKind.signature(head) {
        case .other(let chinese, let english):
            throw FileProblem.unknownFormat(name: name, chinese: chinese, english: english)
        case .otherArchive(let format):
            throw isPacked ? FileProblem.nestedArchive(name: name) : .otherArchive(name: name, format: format)
        case .gzip:
            guard !isPacked else { throw FileProblem.nestedArchive(name: name) }
            let inside = try GzipSource(whole, name: name, limits: options.limits)
            return try recognise(inside, path: nil, name: name, options: options, isPacked: true)
        case .zip: return try recogniseZip(whole, path: path, name: name, options: options, isPacked: isPacked)
        case .compound: return try workbook(whole, path: path, name: name, options: options)
        case .text: return try recogniseText(whole, head, path: path, name: name, options: options)
        }
    }

    private static func recogniseText(
        _ whole: HeadedSource, _ head: [UInt8], path: String?, name: String, options: ReadingOptions
    ) throws -> FileContent {
        let note = TextNote()
        var text = try TextSource(whole, head: head, note: note)
        let isChecked = note.encoding != nil && note.encoding != .utf8
        var start = try text.head(headSize)
        var shown = start
        if !isChecked {
            shown.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                _ = UTF8Check.blankFaults(base, from: 0, until: bytes.count, isLast: false)
            }
        }
        guard let kind = try FileKind.ofText(shown, isWhole: start.count < headSize, name: name) else {
            // The reader of workbooks decodes it by itself, from the first byte of the file on.
            return try workbook(whole, path: path, name: name, options: options)
        }
        if case .json = kind {
            let source = HeadedSource(head: start, rest: text)
            return .json(JSONReader(source, checksUTF8: !isChecked, chunk: options.chunk), note)
        }
        guard case .delimited(var delimiter) = kind else { throw FileProblem.noRows(name: name) }
        if let declared = Delimiter.declared(in: start) {
            delimiter = declared.delimiter
            start.removeFirst(declared.length)
        }
        let source = HeadedSource(head: start, rest: text)
        let reader = DelimitedReader(source, delimiter: delimiter, checksUTF8: !isChecked, chunk: options.chunk)
        return .delimited(reader, delimiter, note)
    }

    private static func recogniseZip(
        _ whole: HeadedSource, path: String?, name: String, options: ReadingOptions, isPacked: Bool
    ) throws -> FileContent {
        var whole = whole
        let spooled = try path == nil ? SpooledFile(&whole, name: name, scratch: options.scratch) : nil
        let place = spooled?.path ?? path ?? ""
        let size = try DiskFile(path: place).size
        let members = try ZipMembers(path: place, name: name, size: size, limits: options.limits, keeper: spooled)
        let names = members.members.map { $0.name.lowercased() }
        if names.contains("[content_types].xml") {
            let others = [("word/", "Word 文档", "a Word document"), ("ppt/", "PowerPoint 演示文稿", "a presentation")]
            for (folder, chinese, english) in others where names.contains(where: { $0.hasPrefix(folder) }) {
                throw FileProblem.unknownFormat(name: name, chinese: chinese, english: english)
            }
            let source = try SheetSource(path: place, name: name, reading: options.sheets, spooled: spooled)
            return .sheets(source, packedSize: size)
        }
        if names.contains("ofd.xml") {
            throw FileProblem.unknownFormat(name: name, chinese: "OFD 版式文档", english: "an OFD document")
        }
        if names.first == "mimetype" && names.contains("content.xml") {
            throw FileProblem.unknownFormat(
                name: name, chinese: "OpenDocument 文件（ODS、ODT）", english: "an OpenDocument file (ODS, ODT)")
        }
        guard !isPacked else { throw FileProblem.nestedArchive(name: name) }
        return .archive(try ArchiveReader(members, options: options))
    }

    private static func workbook(
        _ whole: HeadedSource, path: String?, name: String, options: ReadingOptions
    ) throws -> FileContent {
        var whole = whole
        let spooled = try path == nil ? SpooledFile(&whole, name: name, scratch: options.scratch) : nil
        let place = spooled?.path ?? path ?? ""
        let source = try SheetSource(path: place, name: name, reading: options.sheets, spooled: spooled)
        return .sheets(source, packedSize: try DiskFile(path: place).size)
    }
}
