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

    /// How many lines are asked for at most: fewer than a page holds where `limit` says so.
    ///
    /// - Parameters:
    ///   - most: what a page holds at the most.
    ///   - usual: what a page holds where nothing is asked, if that is another number.
    ///   - downloaded: what a file holds at the most.
    /// - Throws: `PortalProblem.badQuestion` for anything that is no such number.
    func limit(_ most: Int, usual: Int? = nil, downloaded: Int) throws(PortalProblem) -> Int {
        let most = isDownload ? downloaded : most
        guard let text = question("limit") else { return isDownload ? most : usual ?? most }
        guard let limit = Int(text), (1...most).contains(limit) else { throw .badQuestion("limit") }
        return limit
    }

    /// A place in the log that a question names.
    ///
    /// - Throws: `PortalProblem.badQuestion` for anything that is none.
    func place(_ name: String) throws(PortalProblem) -> Int? {
        guard let text = question(name) else { return nil }
        guard let place = Int(text), place >= 0, text.utf8.count < 16 else { throw .badQuestion(name) }
        return place
    }
}
