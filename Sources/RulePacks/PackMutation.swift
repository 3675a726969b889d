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

    /// A small pack of a few files of the pack, one or more of them changed in one to eight places.
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

    private mutating func changed(_ file: PackFile) -> PackFile {
        var bytes = file.bytes
        for _ in 0..<Int.random(in: 1...8, using: &chance) { change(&bytes) }
        return PackFile(path: file.path, bytes: bytes)
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &chance)
        let length = min(Int.random(in: 1...40, using: &chance), bytes.count - place)
        switch Int.random(in: 0..<7, using: &chance) {
        case 0 where length > 0: bytes[place] = UInt8.random(in: .min ... .max, using: &chance)
        case 1: bytes.removeSubrange(place..<(place + length))
        case 2: bytes.insert(contentsOf: Array(bytes[place..<(place + length)]), at: place)
        case 3:
            let other = files[Int.random(in: 0..<files.count, using: &chance)].bytes
            let from = Int.random(in: 0...other.count, using: &chance)
            bytes.insert(contentsOf: other[from..<min(from + 200, other.count)], at: place)
        default:
            let token = tokens[Int.random(in: 0..<tokens.count, using: &chance)]
            let times = Int.random(in: 0..<20, using: &chance) == 0 ? 3_000 : 1
            bytes.insert(contentsOf: (0..<times).flatMap { _ in token }, at: place)
        }
    }

    private let tokens: [[UInt8]] = [
        "&a ", "*a", "<<: *a", "[", "{", "]", "}", "- ", "? ", ": ", "\n", "\n  ", "\t", "\r", "\"", "'", "|\n", ">\n",
        "#", "---\n", "...\n", "%TAG ! x\n", "!!binary ", "!x ", "~", "null", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}",
        "\"\\ud800\"", "\"\\x00\"", "2020-02-30", "0001-01-01..9999-12-31", "99999999999999999999", "-1", "编码: ",
        "code: x\n", "source: {}\n", "[]", "{}", "\u{1F9FE}",
    ].map { Array($0.utf8) }
}
