import Credit
import Glibc
import Intake
import Proofs

/// 报送文件: a file that a department hands in, with what has to be known to take it.
public struct SubmittedFile: Sendable {
    /// Where it lies.
    public let path: String
    /// Its name, without the folder.
    public let name: String
    /// The kind of record it holds.
    public let kind: RecordKind
    /// Code of the department that hands it in.
    public let department: String
    /// The day it came in.
    public let received: Day
    /// Whether that day was declared and is not the day it is taken.
    public let isDeclared: Bool
    /// 列名对照: the department's own headings.
    public let mapping: HeadingFinder.Mapping
    /// How the file is read.
    public let options: ReadingOptions
    /// 报送人: the officer who hands it in; nil where it comes by command.
    public private(set) var officer: Officer?

    /// A file that is handed in.
    public init(
        path: String, kind: RecordKind, department: String, received: Day, isDeclared: Bool,
        mapping: HeadingFinder.Mapping = [:], options: ReadingOptions = ReadingOptions()
    ) {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
        self.kind = kind
        self.department = department
        self.received = received
        self.isDeclared = isDeclared
        self.mapping = mapping
        self.options = options
    }

    /// The same, handed in by an officer.
    public func handedIn(by officer: Officer) -> SubmittedFile {
        var copy = self
        copy.officer = officer
        return copy
    }

    /// Digest and size of the file.
    ///
    /// - Throws: `FileProblem` where it cannot be read, `CancellationError`.
    public func digest() throws -> (digest: String, size: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw FileProblem.unreadable(path: name, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var hash = SHA256()
        var size = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            try Task.checkCancellation()
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw FileProblem.unreadable(path: name, reason: String(cString: strerror(errno)))
            }
            if count == 0 { break }
            buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            size += count
        }
        return (hash.digest().hex, size)
    }

    /// The tables of the file, to be read from the beginning.
    ///
    /// - Throws: `FileProblem`, and `DeskProblem.noHeading` where none of its tables is of the kind.
    func feed() throws -> TableFeed {
        var first = try opened()
        if try first.next() == nil, first.headings.isEmpty {
            let likely = first.unread.first?.titles.filter { !$0.isEmpty }.prefix(8) ?? []
            let wanted = kind.templates[0].fields.prefix(4).map(\.title)
            throw DeskProblem.noHeading(file: name, kind: kind.title, seen: Array(likely), wanted: wanted)
        }
        return try opened()
    }

    private func opened() throws -> TableFeed {
        let opened = try OpenedFile.open(path: path, options: options)
        return TableFeed(source: opened, size: opened.size, kind: kind, mapping: mapping)
    }
}

/// 报送进展: how far a file has been taken in.
public struct SubmissionProgress: Sendable {
    /// Rows looked at so far.
    public let rows: Int
    /// At least how many bytes of the file have been read.
    public let bytes: Int64
    /// Size of the file.
    /// - Unit: bytes
    public let size: Int64
}
