/// 普通表单: reads `application/x-www-form-urlencoded`, strictly.
///
/// - Source: WHATWG URL, 5
enum URLEncodedForm {
    static let mostFields = 64

    /// The first value of each name.
    ///
    /// - Throws: `FormFault` where an escape or the text is broken, or there are more names than any form has.
    static func read(_ bytes: [UInt8]) throws(FormFault) -> [String: String] {
        var values: [String: String] = [:]
        var count = 0
        for piece in bytes.split(separator: 0x26) {
            count += 1
            guard count <= mostFields else { throw .tooManyParts }
            let sides = piece.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let name = try decode(sides[0])
            guard (1...MultipartReader.longestName).contains(name.utf8.count) else { throw .badName }
            let value = sides.count > 1 ? try decode(sides[1]) : ""
            if values[name] == nil { values[name] = value }
        }
        return values
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) throws(FormFault) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            var byte = bytes[at]
            if byte == 0x25 {
                guard at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) else {
                    throw .badText
                }
                byte = high << 4 | low
                at += 2
            } else if byte == 0x2B {
                byte = 0x20
            }
            result.append(byte)
            at += 1
        }
        guard let text = String(validating: result, as: UTF8.self) else { throw .badText }
        return text
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
