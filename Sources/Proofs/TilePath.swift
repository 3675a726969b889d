/// 分块路径: the address of a tile or of an entry bundle below the address of the log.
///
/// - Source: C2SP tlog-tiles.
public struct TilePath: Hashable, Sendable {
    /// What is addressed: hashes of a level, or the entries themselves.
    public enum Content: Hashable, Sendable {
        /// Hashes of this level, 0 to 63.
        case hashes(level: Int)
        /// Entries, 256 in a bundle.
        case entries
    }

    /// What is addressed.
    public let content: Content
    /// Number of the tile or bundle.
    public let index: Int
    /// How many hashes or entries it has, 1 to 256.
    public let width: Int

    /// The path of a tile or bundle; nil for numbers that no tile has.
    public init?(_ content: Content, index: Int, width: Int = Tile.fullWidth) {
        guard index >= 0, (1...Tile.fullWidth).contains(width) else { return nil }
        if case .hashes(let level) = content, !(0...63).contains(level) { return nil }
        self.content = content
        self.index = index
        self.width = width
    }

    /// The path written `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`.
    ///
    /// - Throws: `ProofProblem.badTilePath` (LOG-101) for anything else, other spellings of the same number included.
    public init(_ text: String) throws(ProofProblem) {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false)[...]
        var width = Tile.fullWidth
        if parts.count >= 2, parts[parts.endIndex - 2].hasSuffix(".p") {
            guard let number = TilePath.number(parts.removeLast()), (1...255).contains(number) else {
                throw .badTilePath(text)
            }
            width = number
            parts.append(parts.removeLast().dropLast(2))
        }
        guard parts.popFirst() == "tile", let kind = parts.popFirst(), let last = parts.popLast() else {
            throw .badTilePath(text)
        }
        var index = 0
        for part in parts {
            guard part.utf8.first == 0x78, let number = TilePath.threeDigits(part.dropFirst()), index <= 1 << 40 else {
                throw .badTilePath(text)
            }
            index = index * 1_000 + number
        }
        guard let number = TilePath.threeDigits(last), index <= 1 << 40, parts.isEmpty || index > 0 else {
            throw .badTilePath(text)
        }
        let content: Content
        if kind == "entries" {
            content = .entries
        } else if let level = TilePath.number(kind), level <= 63 {
            content = .hashes(level: level)
        } else {
            throw .badTilePath(text)
        }
        guard let path = TilePath(content, index: index * 1_000 + number, width: width), path.description == text else {
            throw .badTilePath(text)
        }
        self = path
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.utf8.count == 1 || digits.utf8.first != 0x30
        else { return nil }
        return Int(digits)
    }

    private static func threeDigits(_ digits: Substring) -> Int? {
        guard digits.utf8.count == 3, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits)
    }
}

extension TilePath: CustomStringConvertible {
    /// `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`.
    public var description: String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1_000)
            groups.append(String(repeating: "0", count: 3 - digits.utf8.count) + digits)
            rest /= 1_000
        } while rest > 0
        let number = groups.indices.reversed().map { ($0 == 0 ? "" : "x") + groups[$0] }.joined(separator: "/")
        let kind =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        return "tile/\(kind)/\(number)" + (width < Tile.fullWidth ? ".p/\(width)" : "")
    }
}
