import Credit
import Desk
import Portal
import Store

/// 部门报送台: files of the session's own organisation, and of no other.
extension OfficeStore {
    func receive(_ head: ArrivingFileHead, for session: OfficeSession) throws -> any ArrivingFile {
        switch head.purpose {
        case .evidence: return try files.evidence(newID())
        case .handIn:
            _ = try department(of: session)
            return try files.arriving(newID(), name: head.name)
        }
    }

    func uploadForm(for session: OfficeSession) throws -> CaseAction? {
        guard session.duties.contains(.submit), let department = try? department(of: session) else { return nil }
        // What the organisation is expected to hand in comes first.
        let own = rules.kinds.filter { $0.department == department }
        let others = rules.kinds.filter { $0.department != department }
        return CaseAction(
            code: "upload", title: Label("核验文件", "Check the file"),
            warning: Label(
                "先试报：只核验和预测，不写入任何数据；看过结果再确认报送。",
                "A trial first: the file is checked and nothing is written; you confirm after you have seen the result."
            ),
            duty: .submit,
            fields: [
                FormField(
                    "kind", Label("信用信息类别", "Kind of record"),
                    .choice((own + others).map { .init($0.code, $0.title) })),
                FormField(
                    "received", Label("收到日期", "Day of receipt"),
                    hint: Label(
                        "今日报送的不用填；只有补录历史文件才填写当时收到的日期。",
                        "Leave it empty for today; only for files of the past give the day they had come in."), .day,
                    isRequired: false),
                FormField(
                    "file", Label("文件", "File"),
                    hint: Label(
                        "表头须与模板一致；可用 gzip 或 zip 压缩。",
                        "With the headings of the template; gzip and zip are unpacked."),
                    .file(types: OfficeStore.tableTypes, most: mostUploaded)),
            ])
    }

    private static let tableTypes = [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel", "text/csv",
        "application/xml", "application/json", "application/zip", "application/gzip",
    ]

    func check(_ values: FormValues, by session: OfficeSession) throws -> String {
        guard let id = values["file"] else { throw OfficeRefusal.notPossibleNow }
        do {
            let file = try submitted(values, by: session)
            try files.check(id, with: SubmissionCheck(ledger: ledger, rules: rules), file)
        } catch {
            files.forget(id)
            throw error
        }
        return id
    }

    /// What the form says of a file, wherever it lies.
    private func submitted(
        _ values: FormValues, by session: OfficeSession
    ) throws -> @Sendable (String) -> SubmittedFile {
        let department = try department(of: session)
        guard let kind = values["kind"].flatMap({ rules.kinds[$0] }) else { throw OfficeRefusal.notPossibleNow }
        let today = clock.today
        let received = values.day("received") ?? today
        guard received <= today else { throw HandInRefusal.inTheFuture(today) }
        let isDeclared = received != today
        if isDeclared, try ledger.read({ try $0.hasLiveBatch() }) { throw HandInRefusal.liveDays }
        let choices = try ledger.read { try $0.headings(department: department, kind: kind.code) }
        let mapping = Dictionary(choices.map { ($0.heading, $0.field) }) { first, _ in first }
        return { path in
            SubmittedFile(
                path: path, kind: kind, department: department, received: received, isDeclared: isDeclared,
                mapping: mapping, options: Workbooks.options)
        }
    }

    func handIn(_ id: String, for session: OfficeSession) throws -> HandIn? {
        let codes = try own(session)
        guard let (handIn, department) = files.handIn(id), codes.contains(department) else { return nil }
        return handIn
    }

    func submit(_ id: String, in language: Language, by session: OfficeSession) throws {
        guard try handIn(id, for: session) != nil else { throw OfficeRefusal.nothingThere }
        let (newID, clock) = (newID, clock)
        let run = SubmissionRun(ledger: ledger, rules: rules, newID: newID, now: { clock.now() })
        try files.submit(id, by: session.officer, run: run, ledger: ledger, isEnglish: language == .english)
    }

    func batches(before position: Int?, limit: Int, for session: OfficeSession) throws -> [BatchLine] {
        let codes = try own(session)
        return try ledger.read { reader in
            try reader.batches(of: codes, before: position, limit: limit).map(\.line)
        }
    }

    func batch(_ id: String, for session: OfficeSession) throws -> OfficeBatch? {
        let codes = try own(session)
        return try ledger.read { reader in
            guard let batch = try reader.batch(id), codes.contains(batch.submission.department) else { return nil }
            var faults: [HandIn.Fault] = []
            if let kind = rules.kinds[batch.submission.kind] {
                // A refused row has one thing wrong at least.
                for refusal in try reader.refusals(of: id, after: -1, limit: HandIn.mostShown + 1) {
                    faults += try FaultWords(kind: kind).faults(of: refusal)
                }
            }
            return OfficeBatch(
                line: batch.line, reason: batch.reason, closed: batch.lastPosition, digest: batch.submission.digest,
                faults: Array(faults.prefix(HandIn.mostShown)), hasMoreFaults: faults.count > HandIn.mostShown,
                files: OfficeBatch.File.allCases.filter { files.has($0, of: id) })
        }
    }

    func file(_ file: OfficeBatch.File, of batch: String, for session: OfficeSession) throws -> [UInt8]? {
        guard try self.batch(batch, for: session) != nil, files.has(file, of: batch) else { return nil }
        return try files.bytes(file, of: batch)
    }

    func undo(_ batch: String, reason: String, by session: OfficeSession) throws {
        let codes = try own(session)
        try ledger.record(at: clock.now()) { (reader: Reader) throws -> [Event] in
            guard try current(session, in: reader).duties.contains(.submit) else {
                throw OfficeRefusal.missingDuty(.submit)
            }
            guard let found = try reader.batch(batch), codes.contains(found.submission.department) else {
                throw OfficeRefusal.nothingThere
            }
            guard found.state == .complete else { throw HandInRefusal.notComplete(found.state) }
            return [.submission(.undone(batch: batch, reason: reason, by: session.officer))]
        }
    }

    /// The codes under which the session's organisation has handed in.
    private func own(_ session: OfficeSession) throws -> [String] {
        let now = try ledger.read { try current(session, in: $0) }
        guard now.duties.contains(.submit) else { throw OfficeRefusal.missingDuty(.submit) }
        return try door.codes(of: now.officer)
    }

    /// The department that the session hands in for.
    private func department(of session: OfficeSession) throws -> String {
        guard let code = try own(session).first(where: { rules.departments[$0] != nil }) else {
            throw HandInRefusal.noDepartment
        }
        return code
    }
}

extension StoredBatch {
    /// The batch as public lists say it.
    fileprivate var line: BatchLine {
        let state: BatchLine.State =
            switch state {
            case .open: .open
            case .complete: .complete
            case .undone: .undone
            }
        return BatchLine(
            id: submission.batch, department: submission.department, kind: submission.kind, file: submission.file,
            received: submission.received, isDeclared: submission.isDeclared, state: state, counts: counts,
            position: firstPosition)
    }
}
