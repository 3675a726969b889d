import Credit
import Glibc
import Intake
import Sheets
import Store

/// 退回文件: what a sender gets back: the list of errors, and the own workbook with the bad cells marked.
public struct SubmissionFiles {
    private let ledger: Ledger
    private let file: SubmittedFile
    private let folder: String
    private let isEnglish: Bool

    /// - Parameter data: the data folder; the files are kept in its `batches`, and beside the handed-in file where that
    ///   folder can be written to.
    public init(ledger: Ledger, file: SubmittedFile, data: String, isEnglish: Bool) {
        self.ledger = ledger
        self.file = file
        folder = data + "/batches"
        self.isEnglish = isEnglish
    }

    /// Writes the files of a batch that has refusals; gives their paths.
    ///
    /// - Throws: `StoreProblem`, `SheetProblem`, `FileProblem`.
    public func write(_ answer: SubmissionAnswer) throws -> [String] {
        guard answer.counts.refused > 0 else { return [] }
        mkdir(folder, 0o755)
        let errors = "\(folder)/\(answer.batch).errors.csv"
        let kind = file.kind.preferring(answer.remarks.templates.map(\.code))
        try writeErrors(of: answer.batch, kind: kind, to: errors)
        var written = [errors]
        let marked = "\(folder)/\(answer.batch).marked.xlsx"
        if try MarkedWorkbook(file: file, kind: kind, isEnglish: isEnglish).write(
            refusals(of: answer.batch), to: marked)
        {
            written.append(marked)
        }
        return written + written.compactMap(copyBeside)
    }

    private func refusals(of batch: String) throws -> [Refusal] {
        var refusals: [Refusal] = []
        try ledger.read { reader in
            try reader.refusals(of: batch) { refusal in
                if refusals.count <= MarkedWorkbook.mostRefusals { refusals.append(refusal) }
            }
        }
        return refusals
    }

    private func writeErrors(of batch: String, kind: RecordKind, to path: String) throws {
        guard let out = fopen(path + ".part", "w") else { throw refused(path) }
        let errors = ErrorsFile(file: file.name, kind: kind, isEnglish: isEnglish)
        var isWhole = put(errors.heading, to: out)
        try ledger.read { reader in
            try reader.refusals(of: batch) { refusal in isWhole = put(try errors.lines(refusal), to: out) && isWhole }
        }
        isWhole = fclose(out) == 0 && isWhole
        guard isWhole, rename(path + ".part", path) == 0 else { throw refused(path) }
    }

    private func put(_ text: String, to out: UnsafeMutablePointer<FILE>) -> Bool {
        var text = text
        return text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, out) == $0.count }
    }

    private func refused(_ path: String) -> FileProblem {
        .unreadable(path: path, reason: String(cString: strerror(errno)))
    }

    /// Puts a copy beside the handed-in file; a folder that cannot be written to is no failure.
    private func copyBeside(_ path: String) -> String? {
        let folder = file.path.lastIndex(of: "/").map { String(file.path[...$0]) } ?? "./"
        // An operator may be allowed to write everywhere; a folder that nobody is to write to stays as it is.
        var facts = stat()
        guard stat(folder, &facts) == 0, facts.st_mode & 0o222 != 0 else { return nil }
        return copy(path, to: folder)
    }

    private func copy(_ path: String, to beside: String) -> String? {
        let target = beside + (path.split(separator: "/").last ?? "")
        guard let input = fopen(path, "r") else { return nil }
        defer { fclose(input) }
        guard let output = fopen(target, "wx") else { return nil }
        defer { fclose(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, input)
            if count == 0 { return target }
            guard fwrite(buffer, 1, count, output) == count else {
                unlink(target)
                return nil
            }
        }
    }
}
