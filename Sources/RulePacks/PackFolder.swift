import Credit

/// 规则包: the files of a city, from which the rules are made.
///
/// Files are read alike from a folder and from the program, so that the city built in is no special case.
public struct PackFolder: Sendable {
    /// The files, in the order of their paths.
    public let files: [PackFile]

    /// A pack of these files.
    public init(files: [PackFile]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The city built into the program.
    public static let embedded = PackFolder(files: EmbeddedPack.files)

    /// 规范内容: the bytes a pack's digest is made of: for each file in the order of its path the path, a line feed,
    /// the number of bytes, a line feed and the bytes.
    public var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        for file in files {
            bytes += Array("\(file.path)\n\(file.bytes.count)\n".utf8)
            bytes += file.bytes
        }
        return bytes
    }

    /// The rules the files say.
    ///
    /// - Parameter digest: makes the digest of `canonicalBytes` that the rules carry.
    /// - Throws: `PackProblems` with all mistakes at once.
    public func rules(digest: ([UInt8]) -> String) throws(PackProblems) -> Rules {
        let reading = Reading()
        let rules = read(reading, digest: digest)
        reading.resolve()
        guard reading.problems.isEmpty, let rules else { throw PackProblems(reading.problems) }
        return rules
    }

    /// Reads title and chapters; references are resolved by the caller, who may have examples to read first.
    func read(_ reading: Reading, digest: ([UInt8]) -> String) -> Rules? {
        guard files.count <= 4_000 else {
            reading.add(.tooBig(limit: "4000 个文件 / files"), at: PackPlace(file: "."))
            return nil
        }
        guard let title = files.first(where: { $0.path == PackFolder.titleFile }) else {
            reading.add(.missingFile(PackFolder.titleFile), at: PackPlace(file: PackFolder.titleFile))
            return nil
        }
        let titled = PackDocument.open(title, reading)?.run { PackFolder.title($0) }
        // The chapters are read even where the title is broken, so that all mistakes are told at once.
        var rules = titled ?? Rules(code: "", name: Label("", ""), version: "", digest: "", region: "")
        for file in files where !PackFolder.isKnown(file) {
            let why = Label("“\(file.path)”", "“\(file.path)”")
            reading.add(.strayFile(why.chinese), at: PackPlace(file: file.path))
        }
        for chapter in Chapter.all {
            let own = files.filter { $0.folder == chapter.folder && PackFolder.isKnown($0) }
            if own.isEmpty { reading.add(.missingFile(chapter.folder + "/"), at: PackPlace(file: chapter.folder)) }
            chapter.read(own.compactMap { PackDocument.open($0, reading) }, &rules)
        }
        rules.digest = digest(canonicalBytes)
        return titled == nil ? nil : rules
    }

    static let titleFile = "pack.yaml"
    static let examples = "examples"
    /// Chapters that other parts of the program read or that a later version will.
    static let folders = Set(Chapter.all.map(\.folder) + [examples])

    static func isKnown(_ file: PackFile) -> Bool {
        if file.path == titleFile { return true }
        return folders.contains(file.folder) && file.path.hasSuffix(".yaml") && file.stem.utf8.first != 0x2E
    }

    private static func title(_ strict: Strict) -> Rules? {
        let code = strict.text("code", atMost: 64)
        if let code, !CodeForm.word.allows(code) { strict.refuse("code", .badCode, value: code) }
        let (name, version) = (strict.label(), strict.text("version", atMost: 40))
        let region = strict.reference("region", to: .region)
        let documents = strict.items("documents", document)
        guard let code, let name, let version, let region, let documents else { return nil }
        var rules = Rules(code: code, name: name, version: version, digest: "", region: region)
        rules.documents = Register(documents)
        return rules
    }

    private static func document(_ strict: Strict) -> QuotedDocument? {
        let code = strict.code(.document, key: "document", form: .title)
        let (title, number) = (strict.text("title", required: false), strict.text("number", required: false))
        let (issued, address) = (strict.day("issued", required: false), strict.text("address", required: false))
        let mark = strict.word("mark", of: Source.Mark.self, required: false) ?? .verified
        return code.map {
            QuotedDocument(
                code: $0, title: title ?? $0, number: number, issued: issued, address: address, mark: mark)
        }
    }
}
