import Credit
import Yams

extension Strict {
    /// Text of at most so many characters.
    public func text(_ key: String, required: Bool = true, atMost limit: Int = 2_000) -> String? {
        guard let node = node(key, required: required) else { return nil }
        return string(node, at: place(of: node, key), limit: limit)
    }

    /// A list of texts.
    public func texts(_ key: String, required: Bool = true, atMost limit: Int = 500) -> [String]? {
        nodes(key, required: required).map { $0.compactMap { string($0.node, at: $0.place, limit: limit) } }
    }

    /// A name in both languages, from two keys.
    public func label(_ chinese: String = "name", _ english: String = "english") -> Label? {
        let (first, second) = (text(chinese), text(english))
        guard let first, let second else { return nil }
        return Label(chinese: first, english: second)
    }

    /// A day, `2020-01-31`.
    public func day(_ key: String, required: Bool = true) -> Day? {
        guard let text = text(key, required: required) else { return nil }
        if let day = Day(text) { return day }
        refuse(key, .notADay, value: text)
        return nil
    }

    /// A list of days and of runs of days, `2020-01-24..2020-02-02`.
    public func days(_ key: String, required: Bool = true) -> [Day]? {
        placedDays(key, required: required)?.map(\.day)
    }

    /// The same, each day with the place of its run.
    func placedDays(_ key: String, required: Bool = true) -> [(day: Day, place: PackPlace)]? {
        nodes(key, required: required)?.flatMap { item in days(of: item).map { ($0, item.place) } }
    }

    private func days(of item: (node: Node, place: PackPlace)) -> [Day] {
        guard let text = string(item.node, at: item.place, limit: 30) else { return [] }
        let isRun = text.utf8.count == 22 && text.dropFirst(10).hasPrefix("..")
        let first = Day(isRun ? String(text.prefix(10)) : text)
        let last = isRun ? Day(String(text.suffix(10))) : first
        guard let first, let last, first <= last, last - first < 366 else {
            reading.add(.notADay, at: item.place, value: text)
            return []
        }
        return (0...(last - first)).map { first + $0 }
    }

    /// A whole number of a range.
    public func number(_ key: String, in range: ClosedRange<Int>, required: Bool = true) -> Int? {
        guard let text = text(key, required: required) else { return nil }
        if let number = Int(text), range.contains(number), !text.hasPrefix("+") { return number }
        refuse(key, .notANumber(range), value: text)
        return nil
    }

    /// `true` or `false`.
    public func truth(_ key: String, required: Bool = true) -> Bool? {
        guard let text = text(key, required: required) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            refuse(key, .notATruth, value: text)
            return nil
        }
    }

    /// One word of a closed vocabulary.
    public func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, of vocabulary: Word.Type, required: Bool = true
    ) -> Word? where Word.RawValue == String {
        guard let text = text(key, required: required) else { return nil }
        return word(text, of: vocabulary, at: place(key))
    }

    /// Several words of a closed vocabulary.
    public func words<Word: RawRepresentable & CaseIterable>(
        _ key: String, of vocabulary: Word.Type, required: Bool = true
    ) -> [Word]? where Word.RawValue == String {
        nodes(key, required: required).map { items in
            items.compactMap { item in
                string(item.node, at: item.place, limit: 100).flatMap { word($0, of: vocabulary, at: item.place) }
            }
        }
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, of vocabulary: Word.Type, at place: PackPlace
    ) -> Word? where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        let allowed = vocabulary.allCases.map(\.rawValue)
        let near = Likeness.nearest(to: text, among: allowed)
        reading.add(.unknownWord(allowed: allowed, near: near), at: place, value: text)
        return nil
    }
}
