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
            let taken = try Reader(transaction).lettersTaken(number.organ, series: number.series, year: number.year)
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
        let steps = try transaction.rows("SELECT position FROM letter_step WHERE letter = \(id) ORDER BY position") {
            $0.integer(0)
        }
        let content = try entries.statement("SELECT body FROM entry WHERE position = ?")
        return try steps.map { position in
            guard case .letter(let event)?? = try content.first([.integer(position)], { try? Event(body: $0.bytes(0)) })
            else { throw StoreProblem.unknownEvent(position: position) }
            return event
        }
    }
}
