import Glibc

/// XML 编码: the encoding of an XML file by its first bytes, and the way to UTF-8 where expat does not know it.
enum XMLEncoding {
    /// What the first bytes say.
    enum Found: Equatable {
        /// expat reads it itself (UTF-8, UTF-16, ISO-8859-1, US-ASCII).
        case native
        /// iconv has to turn it into UTF-8 first; the name iconv knows it by.
        case foreign(String)
    }

    /// Judges the byte order mark, else the declaration `<?xml … encoding="…"?>`.
    static func of(_ head: [UInt8]) throws -> Found {
        guard !isWide(head) else { return .native }
        guard let name = declared(head) else { return .native }
        switch name.lowercased() {
        case "utf-8", "utf8", "us-ascii", "iso-8859-1": return .native
        // A file that declares UTF-16 in single bytes cannot be UTF-16.
        case "utf-16", "utf-16le", "utf-16be", "unicode": return .foreign("UTF-8")
        case "gb2312", "gbk", "gb18030", "cp936", "ms936", "x-gbk", "windows-936", "gb_2312-80":
            return .foreign("GB18030")
        case "big5", "big5-hkscs", "cp950": return .foreign("BIG5-HKSCS")
        case "windows-1252", "cp1252": return .foreign("CP1252")
        default: throw SheetProblem.encoding(String(name.prefix(40)))
        }
    }

    /// Whether the file is written in units of two bytes.
    static func isWide(_ head: [UInt8]) -> Bool {
        head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
            || head.starts(with: [0x3C, 0x00]) || head.starts(with: [0x00, 0x3C])
    }

    /// The first characters of the file as single bytes, whatever the width of its units.
    static func narrow(_ head: [UInt8]) -> [UInt8] {
        isWide(head) ? head.filter { $0 != 0 && $0 < 0x80 } : head
    }

    private static func declared(_ head: [UInt8]) -> String? {
        let text = String(decoding: head.prefix(256), as: UTF8.self)
        guard let end = text.range("?>") ?? text.range(">") else { return nil }
        let declaration = text[..<end]
        guard let key = declaration.range("encoding") else { return nil }
        let rest = declaration[key...].drop { $0 != "\"" && $0 != "'" }
        guard let quote = rest.first else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}

extension StringProtocol {
    /// Where `pattern` begins first.
    fileprivate func range(_ pattern: String) -> Index? {
        indices.first { self[$0...].hasPrefix(pattern) }
    }
}

/// 转码: bytes of one encoding become UTF-8 piece by piece.
final class Transcoder {
    private let handle: iconv_t
    private var rest: [UInt8] = []

    init(from encoding: String) throws {
        let handle = iconv_open("UTF-8", encoding)
        guard handle != iconv_t(bitPattern: -1), let handle else { throw SheetProblem.encoding(encoding) }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// The next piece in UTF-8. Bytes that are no character become U+FFFD; a character cut in two waits for its rest.
    func convert(_ bytes: some Sequence<UInt8>, isLast: Bool = false) -> [UInt8] {
        var input = rest
        input.append(contentsOf: bytes)
        rest = []
        var output = [UInt8](repeating: 0, count: input.count * 3 + 16)
        var (consumed, produced) = (0, 0)
        while consumed < input.count {
            let status = step(&input, &consumed, &output, &produced)
            guard status == -1 else { continue }
            if errno == EINVAL, !isLast {
                rest = Array(input[consumed...])
                break
            }
            output.replaceSubrange(produced..<min(produced + 3, output.count), with: [0xEF, 0xBF, 0xBD])
            produced += 3
            consumed += 1
            if output.count < produced + (input.count - consumed) * 3 + 16 {
                output.append(contentsOf: repeatElement(0, count: 64))
            }
        }
        output.removeSubrange(produced...)
        return output
    }

    private func step(
        _ input: inout [UInt8], _ consumed: inout Int, _ output: inout [UInt8], _ produced: inout Int
    ) -> Int {
        input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress.map { ($0 + consumed).assumingMemoryBound(to: CChar.self) }
                var to = target.baseAddress.map { ($0 + produced).assumingMemoryBound(to: CChar.self) }
                var (fromLeft, toLeft) = (source.count - consumed, target.count - produced)
                let status = iconv(handle, &from, &fromLeft, &to, &toLeft)
                consumed = source.count - fromLeft
                produced = target.count - toLeft
                return Int(truncatingIfNeeded: status)
            }
        }
    }
}
