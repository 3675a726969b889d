import Credit
import Glibc

/// 读取设置: how files are read.
public struct ReadingOptions: Sendable {
    /// In which process workbooks are read.
    public var sheets: SheetReading
    /// How much a packed file may unpack to.
    public var limits: InflationLimits
    /// How many bytes are read at once.
    public var chunk: Int
    /// Folder for workbooks out of archives while they are read; they have no name there.
    public var scratch: String

    /// The usual settings, with workbooks read as said.
    public init(
        sheets: SheetReading = .here, limits: InflationLimits = InflationLimits(), chunk: Int = 1 << 20,
        scratch: String = "/tmp"
    ) {
        self.sheets = sheets
        self.limits = limits
        self.chunk = chunk
        self.scratch = scratch
    }
}

/// 打开的文件: a handed-in file, recognised by its content, as a stream of rows.
public struct OpenedFile: RowSource {
    /// Name by which messages speak of the file.
    public let name: String
    /// - Unit: bytes.
    public let size: Int64
    /// What it is.
    public let kind: FileKind

    private var content: FileContent
    private var hasRows = false

    /// Opens the file at `path` and finds out what it is.
    ///
    /// All members of an archive are looked at before a row of the first is given out: what cannot be read is refused as
    /// a whole.
    /// - Parameter name: the name its sender gave it, if that is not the last part of the path.
    /// - Throws: `FileProblem`.
    public static func open(
        path: String, name: String? = nil, options: ReadingOptions = ReadingOptions()
    ) throws -> OpenedFile {
        let name = name ?? path.split(separator: "/").last.map(String.init) ?? path
        let file = try DiskFile(path: path)
        let content = try FileContent.recognise(file, path: path, name: name, options: options)
        return OpenedFile(name: name, size: file.size, content: content)
    }

    /// The same for bytes in memory, which workbooks and archives are not read from.
    public static func open(
        _ source: any ByteSource, name: String, options: ReadingOptions = ReadingOptions()
    ) throws -> OpenedFile {
        let content = try FileContent.recognise(source, path: nil, name: name, options: options)
        return OpenedFile(name: name, size: 0, content: content)
    }

    private init(name: String, size: Int64, content: FileContent) {
        self.name = name
        self.size = size
        self.content = content
        kind = content.kind
    }

    /// How the text is encoded; nil for workbooks and archives, and where all so far is ASCII.
    public var encoding: TextEncoding? { content.encoding }
    /// Names of hidden sheets, whose rows are not read; complete only at the end of the file.
    public var hiddenSheets: [String] { content.hiddenSheets }
    /// At least how many bytes of the file have been read.
    public var bytesRead: Int64 { content.bytesRead }

    /// The next rows, or nil at the end.
    ///
    /// - Throws: `FileProblem` where the file cannot be read on, or has no row at all.
    public mutating func next() throws -> RowBlock? {
        if let block = try content.next() {
            hasRows = true
            return block
        }
        guard hasRows else { throw FileProblem.noRows(name: name) }
        return nil
    }
}
