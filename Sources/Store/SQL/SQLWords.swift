/// 类型词: the words that migrations use for types, and what an engine calls them.
public struct SQLWords: Sendable {
    private let words: [String: String]

    /// What an engine puts for TEXT, BIGINT, BYTES, and at the end of a table for STRICT, and for KEYED where the rows
    /// lie in the order of their key.
    public init(text: String, bigint: String, bytes: String, strict: String, keyed: String) {
        words = ["TEXT": text, "BIGINT": bigint, "BYTES": bytes, "STRICT": strict, "KEYED": keyed]
    }

    /// The script in the engine's words, without its comments. Only whole words are replaced, nothing inside quotes.
    public func translate(_ script: String) -> String {
        let lines = script.split(separator: "\n").filter { !$0.hasPrefix("--") }
        return replaceWords(lines.joined(separator: "\n"))
    }

    private func replaceWords(_ script: String) -> String {
        var translated = ""
        var word = ""
        var isQuoted = false
        func isLetter(_ character: Unicode.Scalar) -> Bool {
            character == "_" || character.properties.isAlphabetic || ("0"..."9").contains(character)
        }
        for character in script.unicodeScalars {
            if !isQuoted, isLetter(character) {
                word.unicodeScalars.append(character)
                continue
            }
            translated += words[word] ?? word
            word = ""
            if character == "'" { isQuoted.toggle() }
            translated.unicodeScalars.append(character)
        }
        return translated + (words[word] ?? word)
    }
}
