import Credit
import Proofs

/// 封存行: a row about a natural person, sealed. It has no name, no number and no other value that anybody could read: not
/// the office, not the public. It is made while a file is taken in, and opened by nobody but `Ledger.depart`, which asks
/// for two officers and writes down that they did (R9, R10).
public struct SealedRow: Sendable {
    let mark: SealedMark
    let salt: Salt
    /// Nonce, ciphertext and tag.
    let content: [UInt8]
    /// By which the same row is known again; only who has the key can make it.
    let likeness: [UInt8]

    /// What is committed to in the log.
    static func commitment(salt: Salt, content: [UInt8]) -> String {
        Commitment.digest(salt: salt, body: content).hex
    }
}

/// 封存: seals rows about natural persons with a key that lies outside the database.
public struct RowSeal: Sendable {
    let key: SealingKey
    let salts: @Sendable () -> Salt

    /// Seals the fields of a row.
    ///
    /// - Parameter fields: its values by the titles and names of its fields; nothing of them remains in the clear.
    public func seal(
        _ fields: [String: String], id: String, batch: String, kind: String, department: String, deleteOn: Day
    ) -> SealedRow {
        let pairs = fields.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        let plain = CanonicalWriter.object { $0.put("row", pairs) }
        let content = key.seal(plain, for: id, nonce: Array(salts().bytes[..<SealingKey.nonceLength]))
        let salt = salts()
        return SealedRow(
            mark: SealedMark(
                id: id, batch: batch, kind: kind, department: department, deleteOn: deleteOn,
                commitment: SealedRow.commitment(salt: salt, content: content)),
            salt: salt, content: content, likeness: key.likeness(of: Array((kind + "\n").utf8) + plain).bytes)
    }

    /// The fields of what was sealed; nil where the key is another or something was altered.
    func open(_ content: [UInt8], of id: String) -> [String: String]? {
        guard let plain = key.open(content, for: id), let reader = try? CanonicalReader(plain) else { return nil }
        let pairs = reader.texts("row")
        var fields: [String: String] = [:]
        for index in stride(from: 0, to: pairs.count - 1, by: 2) { fields[pairs[index]] = pairs[index + 1] }
        return fields
    }
}

extension Ledger {
    /// The seal of this store; its key is made where nothing was sealed yet, and never anew.
    ///
    /// - Throws: `TransitProblem.keyLost` (TRANSIT-105), `StoreProblem`, `ProofProblem`.
    public func rowSeal() throws -> RowSeal {
        if let key = try folder.persons.read() { return RowSeal(key: key, salts: salts) }
        guard try read({ try !$0.hasSealedRows() }) else { throw TransitProblem.keyLost(path: folder.persons.path) }
        return RowSeal(key: try folder.persons.readOrMake(settings.seed), salts: salts)
    }

    /// 上报: opens the sealed rows of a kind that wait, for the file that goes to the region. That these two officers did so
    /// stands in the log and in the access record before anything leaves; where one row cannot be opened, none leaves.
    ///
    /// - Parameters:
    ///   - again: whether those that have left already leave once more.
    ///   - access: the line of the access record.
    /// - Throws: `TransitProblem`, `StoreProblem`, `ProofProblem`.
    public func depart(
        _ order: TransitOrder, again: Bool, access: AccessLine, at instant: Instant
    ) throws -> (export: TransitExport, rows: [[String: String]]) {
        let seal = try rowSeal()
        return try record(at: instant) { reader in
            let people = try reader.people()
            var (ids, rows): ([String], [[String: String]]) = ([], [])
            for row in try reader.waitingRows(kind: order.kind, again: again) {
                let holder = people.holder(of: row.department, on: instant.day) ?? row.department
                guard order.covers(department: holder, among: people, on: instant.day) else { continue }
                guard let fields = seal.open(row.content, of: row.id) else { throw TransitProblem.unreadable(row.id) }
                ids.append(row.id)
                rows.append(fields)
            }
            let export = try order.export(ids)
            return (Change(events: [.transit(.exported(export))], access: [access]), (export, rows))
        }.outcome
    }

    /// 到期删除: deletes the sealed rows whose day has come, and leaves their stubs; `finishErasures` takes their bytes out of
    /// the files.
    ///
    /// - Parameter unsent: whether also those that never left.
    /// - Returns: how many were deleted, and how many are due and never left.
    public func deleteDueRows(unsent: Bool, at instant: Instant) throws -> (deleted: Int, kept: Int) {
        try record(at: instant) { reader in
            let due = try reader.dueRows(on: instant.day)
            let going = due.filter { unsent || $0.hasLeft }.map(\.id)
            let change = Change(events: going.isEmpty ? [] : [.transit(.deleted(going))])
            return (change, (going.count, due.count - going.count))
        }.outcome
    }
}
