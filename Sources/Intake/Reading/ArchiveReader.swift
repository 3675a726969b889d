import Credit

/// 压缩包读取: the rows of the files inside an archive, file after file in its order; each begins a new table.
final class ArchiveReader: RowSource {
    private let members: ZipMembers
    private let options: ReadingOptions
    private var left: ArraySlice<ZipMembers.Member>
    private var current: FileContent?
    private var name = ""
    private var bytesBefore: Int64 = 0
    private var currentSize: Int64 = 0

    private(set) var encoding: TextEncoding?
    private(set) var hiddenSheets: [String] = []

    /// - Throws: `FileProblem` if one of the files cannot be read, before a row is given out.
    init(_ members: ZipMembers, options: ReadingOptions) throws {
        self.members = members
        self.options = options
        let tables = members.tables
        left = tables[...]
        if let locked = members.members.first(where: { $0.isEncrypted }) {
            throw FileProblem.encrypted(name: locked.name)
        }
        for member in tables { try ArchiveReader.check(members, member) }
    }

    var bytesRead: Int64 { bytesBefore + (current?.bytesRead ?? 0) }

    func next() throws -> RowBlock? {
        while true {
            if current != nil, var block = try current?.next() {
                block.sheet = block.sheet.isEmpty ? name : "\(name) / \(block.sheet)"
                return block
            }
            closeCurrent()
            guard let member = left.popFirst() else { return nil }
            (name, currentSize) = (member.name, member.packedSize)
            do {
                current = try FileContent.recognise(
                    members.open(member), path: nil, name: member.name, options: options, isPacked: true)
            } catch FileProblem.empty {
                continue
            }
        }
    }

    private func closeCurrent() {
        guard let finished = current else { return }
        hiddenSheets += finished.hiddenSheets.map { "\(name) / \($0)" }
        encoding = finished.encoding ?? encoding
        bytesBefore += currentSize
        current = nil
    }

    /// Looks at the beginning of a file.
    private static func check(_ members: ZipMembers, _ member: ZipMembers.Member) throws {
        var source = try members.open(member)
        let head = try source.head(4_096)
        switch FileKind.signature(head) {
        case .gzip, .otherArchive: throw FileProblem.nestedArchive(name: member.name)
        case .other(let chinese, let english):
            throw FileProblem.unknownFormat(name: member.name, chinese: chinese, english: english)
        case .zip, .compound: break
        case .text:
            let note = TextNote()
            var text = try TextSource(MemorySource(head), head: head, note: note)
            let isWhole = head.count < 4_096
            do {
                _ = try FileKind.ofText(text.head(4_096), isWhole: isWhole, name: member.name)
            } catch FileProblem.empty {}
        }
    }
}
