/// 内容协商: which of the offered things a list of wishes such as `text/html, application/json;q=0.8` prefers.
enum Negotiation {
    /// The weight (0 to 1000) that a wish list gives each offer; the best of equals is the first.
    static func best(of offers: [String], by wishes: String) -> Int? {
        var best: (index: Int, weight: Int)?
        for (index, offer) in offers.enumerated() {
            let weight = weight(of: offer, in: wishes)
            if weight > (best?.weight ?? 0) { best = (index, weight) }
        }
        return best?.index
    }

    /// The weight of one offer; the most specific wish that fits decides.
    static func weight(of offer: String, in wishes: String) -> Int {
        var result: (precision: Int, weight: Int) = (-1, 0)
        for wish in wishes.split(separator: ",").prefix(32) {
            let pieces = wish.split(separator: ";").map { $0.lowercasedTrimmed }
            guard let range = pieces.first, let precision = precision(of: range, for: offer) else { continue }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { perMille($0.dropFirst(2)) } ?? 1_000
            if precision > result.precision { result = (precision, quality) }
        }
        return result.weight
    }

    private static func precision(of range: String, for offer: String) -> Int? {
        if range == offer { return 3 }
        if range == "*/*" || range == "*" { return 0 }
        if range.hasSuffix("/*"), offer.hasPrefix(range.dropLast(1)) { return 1 }
        if offer.hasPrefix(range + "-") || range.hasPrefix(offer + "-") { return 2 }
        return nil
    }

    private static func perMille(_ text: Substring) -> Int {
        let sides = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = sides.first, whole == "0" else { return 1_000 }
        guard sides.count > 1 else { return 0 }
        let digits = (sides[1] + "000").prefix(3)
        return Int(digits) ?? 0
    }
}

extension Substring {
    fileprivate var lowercasedTrimmed: String {
        var bytes = Substring(self)
        while bytes.first == " " { bytes.removeFirst() }
        while bytes.last == " " { bytes.removeLast() }
        return bytes.lowercased()
    }
}
