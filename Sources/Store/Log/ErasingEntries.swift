import Credit

/// 删除条目内容: empties the entries that an erasure names, in its transaction, and notes what is to be cleaned up after it.
struct ErasingEntries {
    let transaction: any Transaction

    /// - Parameter position: where the erasure itself stands.
    func run(_ erasure: Erasure, at position: Int) throws {
        let find = try transaction.statement("SELECT class, body FROM entry WHERE position = ? AND body IS NOT NULL")
        let empty = try transaction.statement("UPDATE entry SET salt = NULL, body = NULL WHERE position = ?")
        var digests: Set<String> = []
        var files: Set<String> = [""]
        var letters: [ErasedLetter] = []
        for place in erasure.positions {
            let found = try find.first([.integer(place)]) { (class: $0.text(0), body: $0.bytes(1)) }
            guard let found, Erasure.erasable.contains(found.class), place < position else {
                throw StoreProblem.impossibleEvent(detail: "erasure of entry \(place)")
            }
            if found.class == RecordEntry.eventClass, case .record(let entry)? = try? Event(body: found.body) {
                // What went back to the sender holds every row of the file.
                files.insert("batches/\(entry.batch).errors.csv")
                files.insert("batches/\(entry.batch).marked.xlsx")
            } else {
                digests.formUnion(ErasingEntries.digests(in: found.body))
            }
            if found.class == LetterEvent.eventClass, case .letter(let event)? = try? Event(body: found.body),
                case .numbered(let numbering) = event
            {
                letters.append(ErasedLetter(number: numbering.number, place: place))
            }
            try empty.run([.integer(place)])
        }
        // No number goes without its stub, and no stub is of a number that was not there.
        guard letters == erasure.letters else {
            throw StoreProblem.impossibleEvent(detail: "numbers of erased letters")
        }
        for digest in try Reader(transaction).unnamed(among: digests) { files.insert("evidence/\(digest)") }
        for name in files.sorted() {
            try transaction.run("INSERT INTO erasure_cleanup (position, name) VALUES (\(position), \(name))")
        }
    }

    /// Every run of exactly 64 hexadecimal digits: files of evidence are named so.
    static func digests(in body: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        var start = 0
        for index in 0...body.count {
            let isDigit =
                index < body.count && ((0x30...0x39).contains(body[index]) || (0x61...0x66).contains(body[index]))
            if isDigit { continue }
            if index - start == 64 { found.insert(String(decoding: body[start..<index], as: UTF8.self)) }
            start = index + 1
        }
        return found
    }
}

extension Ledger {
    /// 善后: takes away what an erasure has left in files: those beside the database that held the content, and the bytes in
    /// freed pages of the database file and its write-ahead file. Goes on where it was broken off; how many erasures it
    /// brought to their end.
    ///
    /// - Parameter remove: takes away the file at a path of the data folder; one that is not there is no failure.
    /// - Throws: `StoreProblem.locked` (STORE-103) while somebody else reads too long, and others, or what `remove` throws.
    @discardableResult public func finishErasures(removing remove: (_ name: String) throws -> Void) throws -> Int {
        let pending = try engine.read { transaction in
            try transaction.rows("SELECT position, name FROM erasure_cleanup ORDER BY position, name") {
                (position: $0.integer(0), name: $0.text(1))
            }
        }
        guard !pending.isEmpty else { return 0 }
        for item in pending where !item.name.isEmpty { try remove(item.name) }
        try engine.purge()
        try engine.write { transaction in
            for item in pending {
                try transaction.run(
                    "DELETE FROM erasure_cleanup WHERE position = \(item.position) AND name = \(item.name)")
            }
        }
        return Set(pending.map(\.position)).count
    }
}
