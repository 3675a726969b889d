import Credit
import Proofs

extension Ledger {
    /// Copies the store into one file while it is used: the database, the last signed checkpoint, and the keys of log
    /// and accounts only where that is asked for; such a file is as secret as they are.
    ///
    /// - Throws: `StoreProblem.fileExists` (STORE-120) and others, `ProofProblem`.
    public func backup(to path: String, withKey: Bool, opening open: (String) throws -> any Engine) throws {
        guard try SmallFile.read(path) == nil else { throw StoreProblem.fileExists(path: path) }
        // The checkpoint first: the copy is then never older than what was signed for.
        let note = try folder.note()
        let key = withKey ? try folder.key.read() : nil
        let sealing = withKey ? try KeyFile(path: folder.sealing.path).text() : nil
        let persons = withKey ? try KeyFile(path: folder.persons.path).text() : nil
        let unfinished = path + ".unfinished"
        SmallFile.remove(unfinished)
        do {
            try SmallFile.claim(unfinished, mode: 0o600)
            try engine.copy(to: unfinished)
            let copy = try open(unfinished)
            try copy.write { transaction in
                try transaction.script(BackupPart.table)
                try BackupPart.checkpoint.put(note, into: transaction)
                try BackupPart.key.put(key?.secretText, into: transaction)
                try BackupPart.sealing.put(sealing, into: transaction)
                try BackupPart.persons.put(persons, into: transaction)
            }
            try copy.close()
            try SmallFile.move(unfinished, to: path)
        } catch {
            SmallFile.remove(unfinished)
            throw error
        }
    }
}

extension LogFolder {
    /// Puts a backup in the place of a store that is not there: the database at `database`, keys and checkpoint in this
    /// folder. A key or checkpoint that is there already stays: an older copy of the store then refuses to go on.
    ///
    /// - Throws: `StoreProblem.fileExists` (STORE-120) where there is a database already, and others, `ProofProblem`.
    public func restore(
        _ backup: String, asDatabase database: String, opening open: (String) throws -> any Engine
    ) throws {
        let unfinished = database + ".unfinished"
        for suffix in ["", "-wal", "-shm"] { SmallFile.remove(unfinished + suffix) }
        try SmallFile.copy(backup, to: unfinished)
        do {
            let copy = try open(unfinished)
            let (note, key, sealing, persons) = try copy.write { transaction in
                let parts = (
                    try BackupPart.checkpoint.get(from: transaction), try BackupPart.key.get(from: transaction),
                    try BackupPart.sealing.get(from: transaction), try BackupPart.persons.get(from: transaction)
                )
                try transaction.script("DROP TABLE backup_part")
                return parts
            }
            try copy.close()
            if let key { _ = try SmallFile.create(self.key.path, with: key + "\n", mode: 0o600) }
            if let sealing { _ = try SmallFile.create(self.sealing.path, with: sealing + "\n", mode: 0o600) }
            if let persons { _ = try SmallFile.create(self.persons.path, with: persons + "\n", mode: 0o600) }
            if let note { _ = try SmallFile.create(checkpointPath, with: note, mode: 0o644) }
            guard try SmallFile.moveWhereNothingIs(unfinished, to: database) else {
                throw StoreProblem.fileExists(path: database)
            }
        } catch {
            for suffix in ["", "-wal", "-shm"] { SmallFile.remove(unfinished + suffix) }
            throw error
        }
    }
}

/// What a backup holds beside the tables of the store.
private enum BackupPart: String {
    case checkpoint
    case key
    case sealing
    case persons

    static let table = "CREATE TABLE backup_part (name TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL) STRICT;"

    func put(_ content: String?, into transaction: any Transaction) throws {
        guard let content else { return }
        try transaction.run("INSERT INTO backup_part (name, content) VALUES (\(rawValue), \(content))")
    }

    func get(from transaction: any Transaction) throws -> String? {
        try transaction.first("SELECT content FROM backup_part WHERE name = \(rawValue)") { $0.text(0) }
    }
}
