import Credit
import Proofs

extension Ledger {
    /// Replays the log into an empty database and compares everything with it: commitments, leaves, tiles, root, the
    /// checkpoint that was signed, every row of every derived and digested table, and the engine's own check. Never
    /// stops at the first thing found.
    ///
    /// - Parameter scratch: an empty database, which is of no use afterwards.
    /// - Parameter progress: is told now and then how many entries have been replayed.
    /// - Throws: `StoreProblem` where the database cannot be read at all.
    public func verify(
        into scratch: any Engine, limit: Int = 1_000, progress: (Int) -> Void = { _ in }
    ) throws -> Verification {
        let findings = FindingList(limit: limit)
        // The engine's own check takes as long as the replay, and needs nothing of it.
        let damages = Beside { [engine] in try engine.damages() }
        defer { _ = try? damages.value() }
        try Migration.run(scratch)
        try compareSchema(with: scratch, findings)
        // Public lists are not read here, and keeping the order of them costs a tenth of the replay.
        try scratch.write { try $0.script("DROP INDEX record_listed") }
        // Read before the state that is checked: a checkpoint of meanwhile would speak of entries not looked at.
        let note = try folder.note()
        return try engine.read { stored in
            let kept = note.flatMap { keptCheckpoint($0, stored, findings) }
            let erasures = ToldErasures(stored)
            var check = try EntryCheck(stored, kept: kept, findings: findings, erased: erasures.positions)
            try scratch.write { replayed in
                var applier = try Applier(replayed, entries: stored, told: erasures)
                try replay(stored, into: &applier, &check, findings, progress)
            }
            let tiles = try? stored.first("SELECT COUNT(*) FROM tile") { $0.integer(0) }
            try check.finish(stored: tiles ?? 0)
            let rows = try scratch.read { replayed in
                var rows = 0
                let key = salts()
                for table in TableComparison.derived {
                    rows += try TableComparison(
                        table: table, findings: findings, suspects: check.suspects, subjects: check.subjects, key: key
                    )
                    .compare(stored: stored, replayed: replayed)
                }
                try compareRefusals(stored, replayed, findings)
                try SealedCheck(findings: findings).compare(stored: stored, replayed: replayed)
                try AccessCheck(findings: findings).compare(stored: stored, replayed: replayed)
                for damage in try damages.value() {
                    findings.add("file", "-", "文件已损坏：\(damage)", "the file is damaged: \(damage)")
                }
                return rows
            }
            return Verification(
                findings: findings.findings, entries: check.size, rows: rows, erased: check.erased,
                unfinishedErasures: (try? Reader(stored).unfinishedErasures()) ?? 0, root: check.root.hex,
                isCut: findings.isCut)
        }
    }

    /// The checkpoint that was kept, where its signature is right.
    private func keptCheckpoint(
        _ note: String, _ stored: any Transaction, _ findings: FindingList
    ) -> Checkpoint? {
        do {
            var verifiers = try? stored.rows("SELECT verifier FROM log_opening ORDER BY position DESC") {
                try Verifier($0.text(0))
            }
            // The key beside the database is the better witness: whoever alters the database may not alter it.
            if let signer = try folder.key.read() { verifiers = [signer.verifier] }
            guard let verifier = verifiers?.first else { return nil }
            return try verifier.checkpoint(in: note)
        } catch {
            findings.add("checkpoint", "-", error.chinese, error.english)
        }
        return nil
    }

    private func replay(
        _ stored: any Transaction, into applier: inout Applier, _ check: inout EntryCheck,
        _ findings: FindingList, _ progress: (Int) -> Void
    ) throws {
        let entries = try stored.statement(
            "SELECT position, instant, class, leaf, salt, body FROM entry WHERE position >= ? ORDER BY position")
        let last = (try? Reader(stored).treeSize()) ?? 0
        // Where the file is damaged, reading goes on behind the entry that cannot be read.
        while true {
            do {
                try entries.each([.integer(check.size)]) { row in
                    while check.size < row.integer(0) { try check.missing(check.size) }
                    let position = check.size
                    let found = try check.take(row)
                    if let found {
                        do {
                            try applier.apply(found.event, at: position, on: found.instant.day) {
                                try check.unreplayable($0, $1)
                            }
                        } catch let problem {
                            try check.unreplayable(position, problem)
                        }
                    }
                    if position % 10_000 == 9_999 { progress(position + 1) }
                }
                return try applier.finish { try check.unreplayable($0, $1) }
            } catch StoreProblem.damaged {
                guard check.size < last else { return }
                try check.missing(check.size, unreadable: true)
            }
        }
    }

    private func compareSchema(with scratch: any Engine, _ findings: FindingList) throws {
        let (found, right) = (try engine.schema(), try scratch.schema())
        for (name, text) in right.sorted(by: { $0.key < $1.key }) where found[name] != text {
            findings.add(
                "schema", name, found[name] == nil ? "缺少此项" : "结构已被改动",
                found[name] == nil ? "is missing" : "was altered")
        }
        for name in found.keys.sorted() where right[name] == nil {
            findings.add("schema", name, "多出此项", "was added")
        }
    }

    /// The refusals of every batch that was closed, against the digest in the event that closed it.
    private func compareRefusals(
        _ stored: any Transaction, _ replayed: any Transaction, _ findings: FindingList
    ) throws {
        let batches = try replayed.rows("SELECT id, refusals, state FROM batch ORDER BY id") {
            (id: $0.text(0), digest: $0.text(1), state: $0.text(2))
        }
        let reader = Reader(stored)
        for batch in batches where batch.state != "open" {
            var digest = RefusalDigest()
            do {
                try reader.refusals(of: batch.id) { digest.add($0) }
            } catch let problem as StoreProblem {
                findings.add("refusal", batch.id, "无法读取：\(problem.chinese)", "cannot be read: \(problem.english)")
                continue
            }
            // A batch undone before it was closed has no digest to compare with.
            if digest.text != batch.digest, batch.state == "complete" || !batch.digest.isEmpty {
                findings.add(
                    "refusal", batch.id, "退回记录与结案事件中的摘要不符，已被改动",
                    "the refusals do not make the digest in the closing event: altered")
            }
        }
        let known = Set(batches.map(\.id))
        let present = (try? stored.rows("SELECT DISTINCT batch FROM refusal ORDER BY batch") { $0.text(0) }) ?? []
        for batch in present where !known.contains(batch) {
            findings.add("refusal", batch, "没有此批次", "there is no such batch")
        }
    }
}
