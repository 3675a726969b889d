import Credit
import Desk
import Glibc
import Intake
import Portal
import Proofs
import Store
import Synchronization

/// 报送件登记: files on their way from a desk into the ledger, with how far each has come; and evidence kept by digest.
///
/// What is on its way is forgotten when the program ends: the same file handed in again goes on from where it was.
final class HandIns: Sendable {
    private struct Entry {
        let folder: String
        let path: String
        var file: SubmittedFile?
        var size = 0
        var state = HandIn.State.checking(rows: 0, percent: 0)

        var isWorking: Bool {
            switch state {
            case .checking, .submitting: file != nil
            case .checked, .submitted, .failed: false
            }
        }
    }

    private let data: String
    private let entries = Mutex<[String: Entry]>([:])
    private let failed: @Sendable (any Error) -> OfficeRefusal

    /// How many files of one department are worked on at a time, and how many are remembered.
    private static let mostWorking = 2
    private static let mostKept = 12

    /// - Parameter failed: tells the operator of a failure of ours; answers what the desk is told.
    /// - Throws: `Refusal` where the folders cannot be made.
    init(data: String, failed: @escaping @Sendable (any Error) -> OfficeRefusal) throws {
        self.data = data
        self.failed = failed
        for folder in ["uploads", "evidence"] {
            try Output.folder(data + "/" + folder)
            chmod(data + "/" + folder, 0o700)
        }
        for name in HandIns.names(in: data + "/uploads") { HandIns.remove(data + "/uploads/" + name) }
        for name in HandIns.names(in: data + "/evidence") where name.hasSuffix(".part") {
            unlink(data + "/evidence/" + name)
        }
    }

    // MARK: - 收件

    /// A place for evidence, which is kept under its digest.
    func evidence(_ id: String) throws -> ArrivedFile {
        let folder = data + "/evidence"
        return try ArrivedFile(path: "\(folder)/\(id).part") { path, digest in
            guard rename(path, "\(folder)/\(digest.hex)") == 0 else { throw ArrivedFile.refused(path) }
            return digest.hex
        }
    }

    /// A place for a file that is handed in.
    func arriving(_ id: String, name: String) throws -> ArrivedFile {
        let folder = "\(data)/uploads/\(id)"
        try Output.folder(folder)
        let path = folder + "/" + HandIns.safe(name)
        return try ArrivedFile(path: path) { [self] path, _ in
            var facts = stat()
            guard stat(path, &facts) == 0 else { throw ArrivedFile.refused(path) }
            let size = Int(facts.st_size)
            entries.withLock { $0[id] = Entry(folder: folder, path: path, size: size) }
            return id
        } forget: {
            rmdir(folder)
        }
    }

    /// A name that is a name only: no folder, nothing hidden, nothing that a terminal obeys, no person's number (R10).
    static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "file"
        let clean = String(
            String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
        let shown = ResidentNumber.masking(String(clean.drop { $0 == "." || $0 == " " || $0 == "-" }))
        // The ending says how the file is read.
        let ending = shown.split(separator: ".").count > 1 ? "." + (shown.split(separator: ".").last ?? "") : ""
        var stem = Substring(shown.dropLast(ending.count))
        while stem.utf8.count > 120 { stem = stem.dropLast() }
        return (stem.isEmpty ? "file" : String(stem)) + (ending.utf8.count <= 10 ? ending : "")
    }

    // MARK: - 核验与入库

    /// Begins to check a file that was kept.
    ///
    /// - Throws: `OfficeRefusal` where there is no such file, or the department has enough under way.
    func check(
        _ id: String, with check: SubmissionCheck, _ submitted: @Sendable (String) -> SubmittedFile
    ) throws {
        let file = try entries.withLock { entries in
            guard let entry = entries[id], entry.file == nil else { throw OfficeRefusal.nothingThere }
            let file = submitted(entry.path)
            let others = entries.filter { $0.value.file?.department == file.department }
            if others.values.filter(\.isWorking).count >= HandIns.mostWorking {
                throw HandInRefusal.busy
            }
            for (old, left) in others.filter({ !$0.value.isWorking }).sorted(by: { $0.key > $1.key })
                .dropFirst(HandIns.mostKept)
            {
                HandIns.remove(left.folder)
                entries[old] = nil
            }
            entries[id]?.file = file
            return file
        }
        Task.detached { [self] in
            await work(id) {
                let words = FaultWords(kind: file.kind)
                var (faults, count) = ([HandIn.Fault](), 0)
                let answer = try await check.predict(file) { refusal in
                    guard let cells = try? words.faults(of: refusal) else { return }
                    count += cells.count
                    faults += cells.prefix(max(0, HandIn.mostShown - faults.count))
                } watch: { [self] progress in
                    set(id, .checking(rows: progress.rows, percent: HandIns.percent(progress)))
                }
                return .checked(
                    HandIn.Forecast(
                        counts: answer.counts, hasClock: file.kind.dueWithin != nil, faults: faults, faultCount: count,
                        remarks: CandidateWords.lines(answer.counts) + answer.remarks.lines(file.kind)))
            }
        }
    }

    /// Begins to take a checked file in; who confirms it hands it in.
    ///
    /// - Throws: `OfficeRefusal` where it was not checked, or is under way already.
    func submit(_ id: String, by officer: Officer, run: SubmissionRun, ledger: Ledger, isEnglish: Bool) throws {
        let file = try entries.withLock { entries in
            guard let entry = entries[id], let file = entry.file, case .checked = entry.state else {
                throw OfficeRefusal.notPossibleNow
            }
            entries[id]?.state = .submitting(rows: 0, percent: 0)
            return file.handedIn(by: officer)
        }
        let data = data
        Task.detached { [self] in
            await work(id) {
                let back = SubmissionFiles(ledger: ledger, file: file, data: data, isEnglish: isEnglish)
                let answer = try await run.take(file) { [self] progress in
                    set(id, .submitting(rows: progress.rows, percent: HandIns.percent(progress)))
                } deliver: {
                    _ = try back.write($0)
                }
                return .submitted(batch: answer.batch)
            }
            if let folder = entries.withLock({ $0[id]?.folder }) { HandIns.remove(folder) }
        }
    }

    /// How far a file has come, and whose it is.
    func handIn(_ id: String) -> (HandIn, department: String)? {
        entries.withLock { entries in
            guard let entry = entries[id], let file = entry.file else { return nil }
            return (
                HandIn(
                    id: id, file: file.name, kind: file.kind.title, received: file.received,
                    isDeclared: file.isDeclared, size: entry.size, state: entry.state), file.department
            )
        }
    }

    /// Forgets a file that was kept and cannot be checked.
    func forget(_ id: String) {
        guard let entry = entries.withLock({ $0.removeValue(forKey: id) }) else { return }
        HandIns.remove(entry.folder)
    }

    private func work(_ id: String, _ body: () async throws -> HandIn.State) async {
        do { set(id, try await body()) } catch { set(id, .failed(HandInRefusal.of(error) ?? failed(error))) }
    }

    private func set(_ id: String, _ state: HandIn.State) { entries.withLock { $0[id]?.state = state } }

    private static func percent(_ progress: SubmissionProgress) -> Int {
        progress.size > 0 ? min(99, Int(progress.bytes * 100 / progress.size)) : 0
    }

    // MARK: - 退回文件

    private func path(_ file: OfficeBatch.File, of batch: String) -> String {
        "\(data)/batches/\(batch).\(file.rawValue)"
    }

    /// Whether there is a file that goes back to the sender of a batch.
    func has(_ file: OfficeBatch.File, of batch: String) -> Bool { access(path(file, of: batch), R_OK) == 0 }

    /// A file that goes back to the sender of a batch.
    func bytes(_ file: OfficeBatch.File, of batch: String) throws -> [UInt8] {
        try Input.bytes(of: path(file, of: batch))
    }

    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a folder of one file's own with what lies in it.
    private static func remove(_ folder: String) {
        for name in names(in: folder) { unlink(folder + "/" + name) }
        rmdir(folder)
    }
}
