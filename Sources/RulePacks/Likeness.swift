/// 相近: the word a mistyped one was probably meant to be.
enum Likeness {
    /// The nearest of the words, when it is near enough to be a slip of the pen.
    static func nearest(to word: String, among words: some Sequence<String>) -> String? {
        let length = word.unicodeScalars.count
        let allowed = max(1, min(3, length / 3))
        // Words of quite another length cannot be near; most are sorted out by that alone.
        return words.filter { abs($0.unicodeScalars.count - length) <= allowed }
            .map { ($0, distance($0, word)) }.filter { $0.1 <= allowed }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// How many characters must be put in, taken out, changed or swapped with their neighbour.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
        var before: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var cost = min(row[j], last[j + 1]) + 1
                cost = min(cost, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[right.count]
    }
}
