/// 代码归一: what people write around and instead of a code's characters, evened out into a small buffer: full-width
/// forms become half-width, letters upper-case; white space, invisible characters and hyphens go.
struct CodeFolding {
    /// Room of the buffer; a value that is longer when folded is no code of any kind.
    static let room = 128

    /// How many bytes were written.
    private(set) var count = 0
    /// How many Unicode scalars the folded value has.
    private(set) var scalars = 0
    /// Whether the whole folded value was written.
    private(set) var fits = true
    /// Whether a letter or digit of the code occurs.
    private(set) var hasCodeCharacter = false

    /// Folds `bytes` into `buffer`.
    init(_ bytes: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let left = bytes.count - index
            if byte < 0x80 {
                index += 1
                if byte > 0x20, byte != 0x2D, byte != 0x7F { put(CodeFolding.upper(byte), buffer) }
            } else if byte == 0xC2, left >= 2, bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD {
                index += 2  // U+00A0 no-break space, U+00AD soft hyphen
            } else if byte >= 0xE2, left >= 3, let narrow = CodeFolding.narrow(byte, bytes[index + 1], bytes[index + 2])
            {
                index += 3
                if narrow > 0x20, narrow != 0x2D { put(CodeFolding.upper(narrow), buffer) }
            } else {
                index += 1
                put(byte, buffer)
            }
        }
    }

    private mutating func put(_ byte: UInt8, _ buffer: UnsafeMutableRawBufferPointer) {
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if CodeClassifier.isCodeCharacter(byte) { hasCodeCharacter = true }
        guard count < buffer.count else {
            fits = false
            return
        }
        buffer[count] = byte
        count += 1
    }

    private static func upper(_ byte: UInt8) -> UInt8 {
        (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    }

    /// The ASCII byte that three bytes of UTF-8 stand for; a space for white space and for what cannot be seen.
    private static func narrow(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
        switch (first, second, third) {
        case (0xEF, 0xBC, 0x81...0xBF): third - 0x60  // U+FF01…U+FF3F
        case (0xEF, 0xBD, 0x80...0x9E): third - 0x20  // U+FF40…U+FF5E
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xEF, 0xB9, 0xA3), (0xEF, 0xB9, 0x98): 0x2D
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF): 0x20
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): 0x20
        default: nil
        }
    }
}
