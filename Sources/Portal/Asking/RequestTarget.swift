/// 请求地址: the path and the question of a request, decoded strictly; what is not clean is refused.
struct RequestTarget: Sendable {
    /// The parts of the path, decoded.
    let parts: [String]
    /// The question's first value of each name, decoded.
    let question: [(name: String, value: String)]

    /// Reads the target of a request line.
    ///
    /// - Throws: `PortalProblem.badAddress` for anything that is not a clean origin-form target.
    init(_ text: String) throws(PortalProblem) {
        let bytes = Array(text.utf8)
        guard bytes.first == 0x2F, bytes.count <= 4_096, !bytes.contains(0x23) else { throw .badAddress }
        let mark = bytes.firstIndex(of: 0x3F) ?? bytes.count
        var parts: [String] = []
        for piece in bytes[1..<mark].split(separator: 0x2F, omittingEmptySubsequences: false) {
            let part = try RequestTarget.decode(piece, plusIsSpace: false)
            guard part != [0x2E], part != [0x2E, 0x2E] else { throw .badAddress }
            parts.append(String(decoding: part, as: UTF8.self))
        }
        if parts == [""] { parts = [] }
        self.parts = parts
        var question: [(name: String, value: String)] = []
        if mark < bytes.count {
            for piece in bytes[(mark + 1)...].split(separator: 0x26) {
                let sides = piece.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
                let name = String(decoding: try RequestTarget.decode(sides[0], plusIsSpace: true), as: UTF8.self)
                let value = sides.count > 1 ? try RequestTarget.decode(sides[1], plusIsSpace: true) : []
                if question.contains(where: { $0.name == name }) { continue }
                question.append((name, String(decoding: value, as: UTF8.self)))
            }
        }
        self.question = question
    }

    /// The path of the page that is asked for, ready for an address, whether a browser or a program asks.
    var path: String {
        let page = parts.starts(with: ["api", "v1"]) ? parts.dropFirst(2) : parts[...]
        return "/" + page.map { PercentEncoding.encode($0.utf8) }.joined(separator: "/")
    }

    /// The value asked under a name; nil where it was not asked.
    func value(_ name: String) -> String? { question.first { $0.name == name }?.value }

    private static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) throws(PortalProblem) -> [UInt8] {
        guard let result = PercentEncoding.decode(bytes, plusIsSpace: plusIsSpace),
            result.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), String(validating: result, as: UTF8.self) != nil
        else { throw .badAddress }
        return result
    }
}

/// 百分号编码: text as it may stand in an address.
enum PercentEncoding {
    /// Every byte but letters, digits and `-._~:` as `%XX`.
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
            default:
                result.append(0x25)
                for nibble in [byte >> 4, byte & 15] { result.append(nibble < 10 ? 0x30 + nibble : 0x37 + nibble) }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes that an encoded text means; nil where an escape is broken.
    static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            var byte = bytes[at]
            if byte == 0x25 {
                guard at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) else {
                    return nil
                }
                byte = high << 4 | low
                at += 2
            } else if byte == 0x2B, plusIsSpace {
                byte = 0x20
            }
            result.append(byte)
            at += 1
        }
        return result
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
