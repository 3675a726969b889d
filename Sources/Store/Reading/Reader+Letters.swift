import Credit

/// 文书情况: a letter as it stands, with its steps and their places in the log.
public struct StoredLetter: Sendable {
    /// The letter.
    public let letter: Letter
    /// What happened to it, earliest first.
    public let steps: [(position: Int, event: LetterEvent)]

    /// Where its number was taken.
    public var firstPosition: Int { steps.first?.position ?? 0 }
}

extension Reader {
    /// A letter by its id; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func letter(_ id: String) throws -> StoredLetter? {
        var steps: [(position: Int, event: LetterEvent)] = []
        let statement = try transaction.statement(
            "SELECT entry.position, entry.body FROM letter_step JOIN entry ON entry.position = letter_step.position "
                + "WHERE letter_step.letter = ? ORDER BY letter_step.position")
        try statement.each([.text(id)]) { row in
            guard case .letter(let event)? = try? Event(body: row.bytes(1)) else {
                throw StoreProblem.unknownEvent(position: row.integer(0))
            }
            steps.append((row.integer(0), event))
        }
        guard let first = steps.first else { return nil }
        do {
            return StoredLetter(letter: try Letter(steps.map(\.event)), steps: steps)
        } catch {
            throw StoreProblem.brokenLog(position: first.position, detail: "letter \(id)")
        }
    }

    /// The letters of a case, in the order in which their numbers were taken.
    ///
    /// - Throws: `StoreProblem`.
    public func letters(of caseID: String) throws -> [StoredLetter] {
        try transaction.rows("SELECT id FROM letter WHERE case_id = \(caseID) ORDER BY first_position") { $0.text(0) }
            .compactMap { try letter($0) }
    }

    /// 已取号: how many numbers of a register are taken, those of erased letters with them.
    ///
    /// - Throws: `StoreProblem`.
    public func lettersTaken(_ organ: String, series: String, year: Int) throws -> Int {
        try transaction.first(
            """
            SELECT MAX(last) FROM (
                SELECT MAX(sequence) AS last FROM letter
                WHERE organ = \(organ) AND series = \(series) AND year = \(year)
                UNION ALL SELECT MAX(sequence) FROM erased_letter
                WHERE organ = \(organ) AND series = \(series) AND year = \(year)) AS taken
            """
        ) { $0.integer(0) } ?? 0
    }

    /// 发文登记簿: the numbers that an organ took in a year, by series and number: its letters, and of erased ones that they
    /// were.
    ///
    /// - Throws: `StoreProblem`.
    public func letterRegister(of organ: String, year: Int) throws -> [RegisterLine] {
        let letters = try letterLines(of: organ, year: year).map { RegisterLine.letter($0) }
        let erased = try transaction.rows(
            """
            SELECT series, sequence, erased_letter.number, erasure.day
            FROM erased_letter JOIN erasure ON erasure.position = erased_letter.position
            WHERE erased_letter.organ = \(organ) AND year = \(year)
            """
        ) { row in
            guard let day = Day(row.text(3)) else {
                throw StoreProblem.brokenLog(position: 0, detail: "erased letter \(row.text(2))")
            }
            return RegisterLine.erased(
                LetterNumber(
                    organ: organ, series: row.text(0), year: year, sequence: row.integer(1), text: row.text(2)), on: day
            )
        }
        return (letters + erased).sorted {
            ($0.number.series, $0.number.sequence) < ($1.number.series, $1.number.sequence)
        }
    }

    private func letterLines(of organ: String, year: Int) throws -> [LetterLine] {
        try transaction.rows(
            """
            SELECT id, case_id, series, sequence, number, title, addressee, stage, numbered_day, way, served_day, archive
            FROM letter WHERE organ = \(organ) AND year = \(year)
            """
        ) { row in
            guard let stage = Letter.Stage(rawValue: row.text(7)), let day = Day(row.text(8)) else {
                throw StoreProblem.brokenLog(position: 0, detail: "letter \(row.text(0))")
            }
            var service: (way: Delivery.Way, day: Day)?
            if let way = row.optionalText(9).flatMap({ Delivery.Way(rawValue: $0) }), let served = Day(row.text(10)) {
                service = (way, served)
            }
            return LetterLine(
                id: row.text(0), caseID: row.text(1),
                number: LetterNumber(
                    organ: organ, series: row.text(2), year: year, sequence: row.integer(3), text: row.text(4)),
                title: row.text(5), addressee: row.text(6), stage: stage, day: day, service: service,
                archive: row.optionalText(11))
        }
    }

    /// The years in which an organ took numbers, latest first.
    ///
    /// - Throws: `StoreProblem`.
    public func letterYears(of organ: String) throws -> [Int] {
        try transaction.rows(
            """
            SELECT year FROM letter WHERE organ = \(organ)
            UNION SELECT year FROM erased_letter WHERE organ = \(organ) ORDER BY year DESC
            """
        ) { $0.integer(0) }
    }

    /// Whether another letter of an organ has an archive number.
    ///
    /// - Throws: `StoreProblem`.
    public func isArchived(_ archive: String, of organ: String, except id: String) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM letter WHERE organ = \(organ) AND archive = \(archive) AND id <> \(id) LIMIT 1"
        ) { _ in true } ?? false
    }
}
