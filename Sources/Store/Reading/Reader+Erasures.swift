import Credit

/// 删除记载: what stays of a record whose content was erased.
public struct ErasedRecord: Sendable, Equatable {
    /// The day it was erased on.
    public let day: Day
    /// Place in the log of the erasure.
    public let position: Int
    /// What was erased, why and by which paper.
    public let erasure: Erasure
}

extension Reader {
    /// What stays of a record that was erased; nil where none of this id was.
    ///
    /// - Throws: `StoreProblem`.
    public func erasure(of record: String) throws -> ErasedRecord? {
        let position = try transaction.first("SELECT position FROM erasure WHERE record = \(record)") { $0.integer(0) }
        return try position.flatMap(erasure)
    }

    /// Everything that was erased, in the order of the log.
    ///
    /// - Throws: `StoreProblem`.
    public func erasures() throws -> [ErasedRecord] {
        try transaction.rows("SELECT position FROM erasure ORDER BY position") { $0.integer(0) }.compactMap(erasure)
    }

    private func erasure(at position: Int) throws -> ErasedRecord? {
        var found: ErasedRecord?
        try events(from: position, limit: 1) { at, day, event in
            if at == position, case .erasure(let erasure) = event {
                found = ErasedRecord(day: day, position: at, erasure: erasure)
            }
        }
        return found
    }

    /// How many erasures are not cleaned up after yet: bytes of what they erased may still lie in files.
    ///
    /// - Throws: `StoreProblem`.
    public func unfinishedErasures() throws -> Int {
        try transaction.first("SELECT COUNT(DISTINCT position) FROM erasure_cleanup") { $0.integer(0) } ?? 0
    }

    /// 未被引用的附件: of these digests of evidence those that no entry names, be it of a case or of the binding of an agent.
    ///
    /// - Throws: `StoreProblem`.
    public func unnamed(among digests: Set<String>) throws -> Set<String> {
        guard !digests.isEmpty else { return [] }
        var unnamed = digests
        try transaction.statement(
            """
            SELECT body FROM entry WHERE body IS NOT NULL \
            AND class NOT IN ('record', 'submission', 'log', 'rules', 'publication')
            """
        ).each([]) { row in unnamed.subtract(ErasingEntries.digests(in: row.bytes(0))) }
        return unnamed
    }

    /// A record with all that stands or falls with its erasure, among these people.
    ///
    /// - Throws: `ErasureProblem.noRecord` (ERASE-101), `.erased` (ERASE-102), `StoreProblem`.
    public func erasable(_ id: String, among people: People, on day: Day) throws -> ErasableRecord {
        if let gone = try erasure(of: id) { throw ErasureProblem.erased(gone.day) }
        let versions = try transaction.rows(
            """
            SELECT kind, department, subject, position, published_until, batch FROM record WHERE id = \(id) \
            ORDER BY version
            """
        ) {
            (
                kind: $0.text(0), department: $0.text(1), subject: $0.text(2), position: $0.integer(3),
                isPublic: !$0.isNull(4), batch: $0.text(5)
            )
        }
        guard let last = versions.last else { throw ErasureProblem.noRecord }
        var holds = try holdsOfBases(id)
        for batch in Set(versions.map(\.batch)).sorted() where try self.batch(batch)?.state == .open {
            holds.append(.openBatch(batch))
        }
        var positions = versions.map(\.position)
        positions += try transaction.rows("SELECT position FROM revision WHERE record = \(id)") { $0.integer(0) }
        for (table, steps, key) in Applier.casesOfRecords {
            let (found, held) = try cases(of: id, in: table, steps: steps, key: key)
            positions += found
            holds += held
        }
        let letters = try letters(ofCases: Reader.cases(of: id, in: transaction))
        positions += letters.positions
        if try isOnlyProofOfTrade(id, subject: last.subject) { holds.append(.onlyProofOfTrade) }
        let code = SubjectKey(text: last.subject)?.creditCode?.text
        let names = try transaction.rows("SELECT name FROM subject_name WHERE subject = \(last.subject)") {
            $0.text(0)
        }
        return ErasableRecord(
            id: id, kind: last.kind, department: last.department,
            holder: people.holder(of: last.department, on: day) ?? last.department, positions: positions,
            letters: letters.numbers, wasPublic: versions.contains(where: \.isPublic),
            names: [last.subject] + [code].compactMap(\.self) + names, holds: holds)
    }

    /// What rests on a record or was published as it.
    private func holdsOfBases(_ record: String) throws -> [ErasableRecord.Hold] {
        let nodes = try transaction.rows(
            """
            SELECT node FROM edge WHERE base = \(record) UNION SELECT id FROM listing WHERE record = \(record)
            UNION SELECT id FROM commitment WHERE record = \(record)
            UNION SELECT id FROM key_supervision WHERE record = \(record)
            """
        ) { $0.text(0) }
        return nodes.sorted().map { .base($0) }
    }

    /// Places in the log of the cases about a record, with their clocks, and what of them keeps it.
    private func cases(
        of record: String, in table: String, steps: String, key: String
    ) throws -> (positions: [Int], holds: [ErasableRecord.Hold]) {
        let open = table == "repair" ? "is_open = 1" : "closed_day IS NULL"
        let found = try transaction.rows(
            SQL(text: "SELECT id, \(open) FROM \(table) WHERE record = ? ORDER BY id", values: [.text(record)])
        ) { (id: $0.text(0), isOpen: $0.truth(1)) }
        var (positions, holds): ([Int], [ErasableRecord.Hold]) = ([], [])
        for one in found {
            if one.isOpen { holds.append(.openCase(one.id)) }
            if try transaction.first("SELECT 1 FROM repair_ban WHERE repair = \(one.id)", { _ in true }) != nil {
                holds.append(.ban(one.id))
            }
            positions += try transaction.rows(
                SQL(text: "SELECT position FROM \(steps) WHERE \(key) = ?", values: [.text(one.id)])
            ) { $0.integer(0) }
            positions += try transaction.rows("SELECT position FROM clock_step WHERE case_id = \(one.id)") {
                $0.integer(0)
            }
        }
        return (positions, holds)
    }

    /// Ids of the cases about a record, of whatever kind; what its own department did to it in one act is one, and so is a
    /// batch that was filled in as this one row.
    static func cases(of record: String, in transaction: any Transaction) throws -> [String] {
        var ids = try transaction.rows(
            """
            SELECT id FROM revision WHERE record = \(record)
            UNION SELECT batch.id FROM record JOIN batch ON batch.id = record.batch
            WHERE record.id = \(record) AND batch.accepted + batch.changed = 1
            """
        ) { $0.text(0) }
        for (table, _, _) in Applier.casesOfRecords {
            ids += try transaction.rows(
                SQL(text: "SELECT id FROM \(table) WHERE record = ?", values: [.text(record)])
            ) { $0.text(0) }
        }
        return ids.sorted()
    }

    /// Places in the log of the letters of cases, and the numbers they took.
    private func letters(ofCases ids: [String]) throws -> (positions: [Int], numbers: [ErasedLetter]) {
        var (positions, numbers): ([Int], [ErasedLetter]) = ([], [])
        for id in ids {
            numbers += try transaction.rows(
                "SELECT organ, series, year, sequence, number, first_position FROM letter WHERE case_id = \(id)"
            ) {
                ErasedLetter(
                    number: LetterNumber(
                        organ: $0.text(0), series: $0.text(1), year: $0.integer(2), sequence: $0.integer(3),
                        text: $0.text(4)), place: $0.integer(5))
            }
            positions += try transaction.rows(
                """
                SELECT letter_step.position FROM letter JOIN letter_step ON letter_step.letter = letter.id \
                WHERE letter.case_id = \(id)
                """
            ) { $0.integer(0) }
        }
        return (positions, numbers)
    }

    /// Whether the subject is known as a person in trade by this record alone, and has others.
    private func isOnlyProofOfTrade(_ record: String, subject: String) throws -> Bool {
        let known = try transaction.first("SELECT is_trader, is_proprietor FROM subject WHERE key = \(subject)") {
            (isTrader: $0.truth(0), isProprietor: $0.truth(1))
        }
        let others = try transaction.rows(
            "SELECT DISTINCT position FROM record WHERE subject = \(subject) AND id <> \(record)"
        ) { $0.integer(0) }
        guard let known, known.isTrader || known.isProprietor, !others.isEmpty else { return false }
        var isTrader = SubjectKey(text: subject)?.isSoleTrader ?? false
        var isProprietor = false
        for place in others {
            guard case .record(let entry)? = try event(at: place) else { continue }
            if entry.trade == .soleTrader { isTrader = true }
            if entry.trade == .soleProprietorship { isProprietor = true }
        }
        return known.isTrader && !isTrader || known.isProprietor && !isProprietor
    }
}
