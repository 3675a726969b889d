/// 查询条件: what somebody asks for, folded and cut into words.
public struct Query: Hashable, Sendable {
    /// What a typed text turns out to be.
    public enum Reading: Hashable, Sendable {
        /// Something to look for.
        case query(Query)
        /// Nothing that counts was typed.
        case nothingAsked
        /// An identity number of a person was typed; the text is given up at once and carried nowhere.
        ///
        /// - Source: R10.
        case refusedIdentityNumber
    }

    /// All that was typed, folded, without the spaces.
    let whole: [UInt16]
    /// The words it was typed in, each once.
    let words: [[UInt16]]

    /// Whether what was typed is one text: a single word, or several in an alphabet, where blanks belong to a name.
    var isOneText: Bool { words.count == 1 || whole.allSatisfy { $0 < 0x2E80 } }

    /// The most bytes of a typed text that are read; no name is longer.
    public static let longestText = 2_048

    /// Reads what somebody typed.
    public static func read(_ text: String) -> Reading {
        var text = text
        return text.withUTF8 { read(UnsafeRawBufferPointer($0)) }
    }

    /// Reads what somebody typed, given as UTF-8.
    public static func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
        let bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(longestText))
        var whole: [UInt16] = []
        NameFolding.append(bytes, to: &whole, limit: longestText)
        var words: [[UInt16]] = []
        var known: Set<[UInt16]> = []
        var areNumbers = PersonNumber.stands(in: whole)
        for range in wordRanges(bytes) {
            var word: [UInt16] = []
            let part = UnsafeRawBufferPointer(rebasing: bytes[range])
            NameFolding.append(part, to: &word, limit: longestText)
            if PersonNumber.stands(in: word) { areNumbers = true }
            if !word.isEmpty, known.insert(word).inserted { words.append(word) }
        }
        if areNumbers { return .refusedIdentityNumber }
        if whole.isEmpty { return .nothingAsked }
        return .query(Query(whole: whole, words: words))
    }

    private init(whole: [UInt16], words: [[UInt16]]) {
        self.whole = Array(whole.prefix(NameFolding.longest))
        self.words = words.map { Array($0.prefix(NameFolding.longest)) }
    }

    /// A query for a whole name, taken as one word; nil where nothing of it counts.
    init?(name: String) {
        let units = NameFolding.units(of: name)
        guard !units.isEmpty else { return nil }
        whole = units
        words = [units]
    }

    /// Where the words stand: between blanks, full-width ones included.
    private static func wordRanges(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var place = 0
        while place < bytes.count {
            let isWide =
                place + 2 < bytes.count && bytes[place] == 0xE3 && bytes[place + 1] == 0x80
                && bytes[place + 2] == 0x80
            if isWide || bytes[place] <= 0x20 {
                if start < place { ranges.append(start..<place) }
                place += isWide ? 3 : 1
                start = place
            } else {
                place += 1
            }
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        return ranges
    }
}
