import Credit

extension Applier {
    /// What happened to a letter: it is made again from its entries, so that nothing can be applied out of order; a number
    /// that does not follow the last one of its register is refused, whoever took it.
    func apply(_ event: LetterEvent, at position: Int) throws {
        let letter: Letter
        do {
            letter = try Letter(try letterEvents(event.id) + [event])
        } catch let problem as LetterProblem {
            throw StoreProblem.impossibleEvent(detail: "letter \(event.id): \(problem.code)")
        }
        let (numbering, number) = (letter.numbering, letter.numbering.number)
        if case .numbered = event {
            let taken = try taken(in: number, before: position)
            guard number.sequence == taken + 1 else {
                throw StoreProblem.impossibleEvent(
                    detail: "letter \(event.id): number \(number.sequence) after \(taken)")
            }
            try transaction.run(
                """
                INSERT INTO letter (id, case_id, occasion, organ, series, year, sequence, number, title, addressee, stage, \
                numbered_day, first_position, last_position)
                VALUES (\(event.id), \(numbering.caseID), \(numbering.occasion.rawValue), \(number.organ), \
                \(number.series), \(number.year), \(number.sequence), \(number.text), \(letter.registered.title), \
                \(letter.registered.addressee), \(letter.stage.rawValue), \(numbering.day.description), \(position), \(position))
                """)
        } else {
            let delivery = letter.stage == .served ? letter.service?.delivery : nil
            try transaction.run(
                """
                UPDATE letter SET title = \(letter.registered.title), \
                addressee = \(letter.registered.addressee), stage = \(letter.stage.rawValue), \
                way = \(delivery?.way.rawValue), served_day = \(delivery?.served.description), \
                archive = \(letter.scan?.archive), last_position = \(position)
                WHERE id = \(event.id)
                """)
        }
        try transaction.run("INSERT INTO letter_step (letter, position) VALUES (\(event.id), \(position))")
    }

    private func letterEvents(_ id: String) throws -> [LetterEvent] {
        let content = try entries.statement("SELECT body FROM entry WHERE position = ?")
        return try steps(ofLetter: id).map { position in
            guard case .letter(let event)?? = try content.first([.integer(position)], { try? Event(body: $0.bytes(0)) })
            else { throw StoreProblem.unknownEvent(position: position) }
            return event
        }
    }

    private func steps(ofLetter id: String) throws -> [Int] {
        try transaction.rows("SELECT position FROM letter_step WHERE letter = \(id) ORDER BY position") {
            $0.integer(0)
        }
    }

    // MARK: - 依法删除

    /// The last number of a register that was taken before an entry. While the log is replayed, a letter that it cannot
    /// give again counts from the place where it took its number, and by no other word than that of its erasure.
    private func taken(in register: LetterNumber, before position: Int) throws -> Int {
        let known = try Reader(transaction).lettersTaken(
            register.organ, series: register.series, year: register.year)
        return told.letters.lazy.filter { $0.number.isBeside(register) && $0.place < position }
            .reduce(known) { max($0, $1.number.sequence) }
    }

    /// The letters of an erased case; an erasure that leaves a step of one behind is none.
    func eraseLetters(of id: String, by erasure: Erasure) throws {
        let gone = Set(erasure.positions)
        for letter in try transaction.rows("SELECT id FROM letter WHERE case_id = \(id)", { $0.text(0) }) {
            guard try steps(ofLetter: letter).allSatisfy(gone.contains) else {
                throw StoreProblem.impossibleEvent(detail: "erasure of letter \(letter)")
            }
            try transaction.run("DELETE FROM letter_step WHERE letter = \(letter)")
            try transaction.run("DELETE FROM letter WHERE id = \(letter)")
        }
    }

    /// The numbers of erased letters stay in their registers, which hold each number from 1 on once, before and after.
    func keepNumbers(of letters: [ErasedLetter], at position: Int) throws {
        for letter in letters {
            let number = letter.number
            let kept = try transaction.run(
                """
                INSERT INTO erased_letter (organ, series, year, sequence, number, place, position)
                VALUES (\(number.organ), \(number.series), \(number.year), \(number.sequence), \(number.text), \
                \(letter.place), \(position)) ON CONFLICT DO NOTHING
                """)
            guard kept == 1 else { throw StoreProblem.impossibleEvent(detail: "erased letter \(number.text)") }
        }
        for letter in letters {
            let number = letter.number
            var sequences = try transaction.rows(
                """
                SELECT sequence FROM letter
                WHERE organ = \(number.organ) AND series = \(number.series) AND year = \(number.year)
                UNION ALL SELECT sequence FROM erased_letter
                WHERE organ = \(number.organ) AND series = \(number.series) AND year = \(number.year)
                """
            ) { $0.integer(0) }
            // Those that a later erasure takes away are not in the replayed tables, and were in these.
            let known = Set(sequences)
            sequences += told.letters.filter { $0.number.isBeside(number) && $0.place < position }
                .map(\.number.sequence).filter { !known.contains($0) }
            guard sequences.sorted() == Array(1..<sequences.count + 1) else {
                throw StoreProblem.impossibleEvent(detail: "register of \(number.text)")
            }
        }
    }
}

extension LetterNumber {
    /// Whether both stand in one register.
    fileprivate func isBeside(_ other: LetterNumber) -> Bool {
        organ == other.organ && series == other.series && year == other.year
    }
}
