import Credit

extension Ask {
    /// 所问之日: the day of the question `on`, else the day of reading; what the rules said on a day may be asked by
    /// anybody.
    func day(or reading: Reading) throws(PortalProblem) -> Day {
        guard let text = question("on") else { return reading.day }
        guard let day = Day(text) else { throw .badQuestion("on") }
        return day
    }

    /// A word of a closed vocabulary; nil where it was not asked.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, of vocabulary: Word.Type
    ) throws(PortalProblem) -> Word? where Word.RawValue == String {
        guard let text = question(name) else { return nil }
        guard let word = Word(rawValue: text) else { throw .badQuestion(name) }
        return word
    }

    /// The code of something the pack declares; nil where it was not asked.
    func code<Entry>(_ name: String, of register: Register<Entry>) throws(PortalProblem) -> String? {
        guard let text = question(name) else { return nil }
        guard register[text] != nil else { throw .badQuestion(name) }
        return text
    }
}
