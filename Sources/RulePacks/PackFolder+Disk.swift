import Credit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension PackFolder {
    /// The pack in a folder of the disk.
    ///
    /// - Throws: `PackProblems` where the folder or a file cannot be read; hidden files are left aside.
    public init(path: String) throws(PackProblems) {
        var files: [PackFile] = []
        var problems: [PackProblem] = []
        func note(_ mistake: PackMistake, _ file: String) {
            problems.append(PackProblem(mistake, at: PackPlace(file: file)))
        }
        func walk(_ inner: String, depth: Int) {
            let full = inner.isEmpty ? path : "\(path)/\(inner)"
            guard let names = PackFolder.names(in: full) else {
                return note(.unreadable(PackFolder.reason(errno)), inner.isEmpty ? path : inner)
            }
            for name in names where !name.hasPrefix(".") {
                let file = inner.isEmpty ? name : "\(inner)/\(name)"
                switch PackFolder.kind(of: "\(path)/\(file)") {
                case S_IFDIR where depth < 4: walk(file, depth: depth + 1)
                case S_IFREG:
                    if let bytes = PackFolder.bytes(of: "\(path)/\(file)") {
                        files.append(PackFile(path: file, bytes: bytes))
                    } else {
                        note(.unreadable(PackFolder.reason(errno)), file)
                    }
                default: note(.strayFile("“\(file)”"), file)
                }
            }
        }
        walk("", depth: 0)
        guard problems.isEmpty else { throw PackProblems(problems) }
        self.init(files: files)
    }

    private static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func kind(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    /// The file's bytes, one more than the largest allowed at most: the size is judged where all mistakes are told.
    private static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        let limit = PackText.largestFile + 1
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = fread(buffer.baseAddress, 1, limit, file)
            failed = ferror(file) != 0
        }
        return failed ? nil : bytes
    }

    private static func reason(_ error: Int32) -> String { String(cString: strerror(error)) }
}
