import Credit
import Portal
import Store

/// 取号: the numbers that the letters of an organ take next, and the forms they follow.
struct LetterNumbers {
    let rules: Rules

    /// The form of an occasion.
    func form(_ occasion: LetterOccasion) throws(LetterProblem) -> CaseLetterForm {
        guard let form = rules.caseLetters.first(where: { $0.occasion == occasion }) else { throw .noForm }
        return form
    }

    /// The next number of the register of the officer's organ, of the series of the occasion, of the year.
    func next(
        _ occasion: LetterOccasion, for officer: Officer, on day: Day, in reader: Reader
    ) throws -> LetterNumber {
        guard let series = rules.letterSeries[try form(occasion).series] else { throw LetterProblem.noForm }
        let taken = try reader.lettersTaken(officer.organ, series: series.code, year: day.year)
        let short =
            rules.departments[officer.organ]?.name(on: day)?.short ?? rules.bodyTitle(officer.organ, on: day)?.chinese
        return series.number(of: officer.organ, short: short ?? officer.organ, year: day.year, after: taken)
    }
}
