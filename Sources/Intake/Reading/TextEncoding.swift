/// 文字编码: how the characters of a text file are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16Little = "UTF-16LE"
    case utf16Big = "UTF-16BE"
    /// GB2312 and GBK are parts of it.
    case gb18030 = "GB18030"

    /// The encoding that the first bytes of a file declare or show, and how many bytes the mark takes.
    ///
    /// - Returns: nil for the encoding where the bytes can be UTF-8 as well as GB18030; the first characters that are
    ///   not ASCII decide then.
    static func opening(_ head: [UInt8]) -> (encoding: TextEncoding?, mark: Int) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
        // GB18030 has a mark of its own.
        if head.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
        return (unmarkedUTF16(head), 0)
    }

    /// UTF-16 without a mark shows itself by zero bytes that all stand on the same side of an ASCII character.
    private static func unmarkedUTF16(_ head: [UInt8]) -> TextEncoding? {
        var zeros = [0, 0]
        var strays = 0
        let sample = head.prefix(4096)
        let units = sample.count / 2
        guard units > 0 else { return nil }
        for unit in 0..<units {
            let (first, second) = (sample[2 * unit], sample[2 * unit + 1])
            switch (first == 0, second == 0) {
            case (true, true): strays += 1
            case (true, false): if isUsual(second) { zeros[0] += 1 } else { strays += 1 }
            case (false, true): if isUsual(first) { zeros[1] += 1 } else { strays += 1 }
            case (false, false): break
            }
        }
        let (most, least) = (max(zeros[0], zeros[1]), min(zeros[0], zeros[1]))
        guard most >= 2, most * 50 >= units, (least + strays) * 20 <= most else { return nil }
        // A text in UTF-8 with a few NUL in it stays UTF-8.
        if most * 2 < units, faults(inUTF8: Array(sample)).bad == 0 { return nil }
        return zeros[0] > zeros[1] ? .utf16Big : .utf16Little
    }

    private static func isUsual(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Which of UTF-8 and GB18030 a sample is that begins with its first byte above ASCII.
    ///
    /// A file may have a few broken bytes and is still UTF-8; Chinese in GB18030 is almost nowhere valid UTF-8.
    static func decide(_ sample: [UInt8]) -> TextEncoding {
        let (characters, bad) = faults(inUTF8: sample)
        if bad == 0 || characters >= 4 * bad { return .utf8 }
        let (pairs, badPairs) = faults(inGB18030: sample)
        // Compared as shares: bad * pairs against badPairs * characters, neither of which can be all of the sample.
        return badPairs * (characters + bad) <= bad * (pairs + badPairs) ? .gb18030 : .utf8
    }

    /// Characters above ASCII, and bytes that belong to none; a character cut off by the end does not count.
    private static func faults(inUTF8 sample: [UInt8]) -> (characters: Int, bad: Int) {
        var (characters, bad, index) = (0, 0, 0)
        sample.withUnsafeBytes { bytes in
            while index < bytes.count {
                guard bytes[index] >= 0x80 else {
                    index += 1
                    continue
                }
                let length = UTF8Check.characterLength(bytes.baseAddress! + index, left: bytes.count - index)
                if length < 0 { break }
                if length == 0 { bad += 1 } else { characters += 1 }
                index += max(1, length)
            }
        }
        return (characters, bad)
    }

    /// Characters above ASCII by the form of their bytes, and bytes that fit no form.
    private static func faults(inGB18030 sample: [UInt8]) -> (characters: Int, bad: Int) {
        var (characters, bad, index) = (0, 0, 0)
        while index < sample.count {
            guard sample[index] >= 0x80 else {
                index += 1
                continue
            }
            guard index + 1 < sample.count else { break }
            let (first, second) = (sample[index], sample[index + 1])
            if !(0x81...0xFE).contains(first) || second < 0x30 || second == 0x7F || second == 0xFF
                || (0x3A..<0x40).contains(second)
            {
                bad += 1
                index += 1
            } else {
                characters += 1
                index += second < 0x40 ? 4 : 2
            }
        }
        return (characters, bad)
    }
}
