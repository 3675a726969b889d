/// 变异: packs with slips and malice in them, for trying whether the loader ever does worse than refuse.
///
/// Chance comes in as an argument, so that a run can be repeated.
public struct PackMutation<Chance: RandomNumberGenerator> {
    private let files: [PackFile]
    private var chance: Chance

    /// Mutations of a pack's files.
    public init(of pack: PackFolder, chance: Chance) {
        files = pack.files.isEmpty ? [PackFile(path: PackFolder.titleFile, bytes: [])] : pack.files
        self.chance = chance
    }

    /// A small pack of a few files of the pack, each changed in one to three places.
    public mutating func next() -> PackFolder {
        let count = Int.random(in: 1...3, using: &chance)
        var chosen: [PackFile] = []
        while chosen.count < count {
            let file = files[Int.random(in: 0..<files.count, using: &chance)]
            if !chosen.contains(where: { $0.path == file.path }) { chosen.append(file) }
            if files.count <= chosen.count { break }
        }
        let title = files.first { $0.path == PackFolder.titleFile && !chosen.contains($0) }
        return PackFolder(files: chosen.map { changed($0) } + (title.map { [$0] } ?? []))
    }

    /// Characters are changed whole, so that most of what comes out is still text; now and then a byte is broken.
    private mutating func changed(_ file: PackFile) -> PackFile {
        var text = Array(String(decoding: file.bytes, as: UTF8.self).unicodeScalars)
        for _ in 0..<Int.random(in: 1...3, using: &chance) { change(&text) }
        var bytes = Array(String(String.UnicodeScalarView(text)).utf8)
        if Int.random(in: 0..<20, using: &chance) == 0, !bytes.isEmpty {
            bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: .min ... .max, using: &chance)
        }
        return PackFile(path: file.path, bytes: bytes)
    }

    private mutating func change(_ text: inout [Unicode.Scalar]) {
        let place = Int.random(in: 0...text.count, using: &chance)
        let length = min(Int.random(in: 1...40, using: &chance), text.count - place)
        switch Int.random(in: 0..<7, using: &chance) {
        case 0 where length > 0: text[place] = text[Int.random(in: 0..<text.count, using: &chance)]
        case 1: text.removeSubrange(place..<(place + length))
        case 2: text.insert(contentsOf: Array(text[place..<(place + length)]), at: place)
        case 3:
            let other = files[Int.random(in: 0..<files.count, using: &chance)].bytes
            let words = Array(String(decoding: other, as: UTF8.self).unicodeScalars)
            let from = Int.random(in: 0...words.count, using: &chance)
            text.insert(contentsOf: words[from..<min(from + 200, words.count)], at: place)
        default:
            let token = tokens[Int.random(in: 0..<tokens.count, using: &chance)]
            let times = Int.random(in: 0..<20, using: &chance) == 0 ? 3_000 : 1
            text.insert(contentsOf: (0..<times).flatMap { _ in token }, at: place)
        }
    }

    private let tokens: [[Unicode.Scalar]] = [
        "&a ", "*a", "<<: *a", "[", "{", "]", "}", "- ", "? ", ": ", "\n", "\n  ", "\t", "\r", "\"", "'", "|\n", ">\n",
        "#", "---\n", "...\n", "%TAG ! x\n", "!!binary ", "!x ", "~", "null", "\u{85}", "\u{2028}", "\u{FEFF}",
        "\"\\ud800\"", "\"\\x00\"", "2020-02-30", "0001-01-01..9999-12-31", "99999999999999999999", "-1", "编码: ",
        "code: x\n", "source: {}\n", "[]", "{}", "\u{1F9FE}",
    ].map { Array($0.unicodeScalars) }
}
