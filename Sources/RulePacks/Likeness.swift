/// 相近: the word a mistyped one was probably meant to be.
enum Likeness {
    /// The nearest of the words, when it is near enough to be a slip of the pen.
    static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let allowed = max(1, min(3, word.count / 3))
        return words.map { ($0, distance($0, word)) }.filter { $0.1 <= allowed }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// How many characters must be put in, taken out or changed to make one word of the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let cost = min(row[j], row[j + 1]) + 1
                (diagonal, row[j + 1]) = (row[j + 1], min(cost, diagonal + (a == b ? 0 : 1)))
            }
        }
        return row[right.count]
    }
}
