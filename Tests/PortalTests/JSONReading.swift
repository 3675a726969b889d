/// A strict JSON reader for the tests, so that what the portal writes is not checked by its own code.
indirect enum JSONValue: Equatable {
    case object([(name: String, value: JSONValue)])
    case list([JSONValue])
    case text(String)
    case number(Int)
    case truth(Bool)

    struct Fault: Error {
        let at: Int
    }

    static func == (left: JSONValue, right: JSONValue) -> Bool { left.written == right.written }

    private var written: String {
        switch self {
        case .object(let members): "{" + members.map { "\($0.name):\($0.value.written)" }.joined(separator: ",") + "}"
        case .list(let values): "[" + values.map(\.written).joined(separator: ",") + "]"
        case .text(let text): "\"\(text)\""
        case .number(let number): String(number)
        case .truth(let truth): String(truth)
        }
    }

    init(_ bytes: [UInt8]) throws {
        var reader = Reader(bytes: bytes)
        self = try reader.value()
        guard reader.at == bytes.count else { throw Fault(at: reader.at) }
    }

    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// Every text and number in it.
    var leaves: [String] {
        switch self {
        case .object(let members): members.flatMap(\.value.leaves)
        case .list(let values): values.flatMap(\.leaves)
        case .text(let text): [text]
        case .number(let number): [String(number)]
        case .truth: []
        }
    }

    private struct Reader {
        private static let escapes: [UInt8: UInt8] = [
            0x22: 0x22, 0x5C: 0x5C, 0x6E: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12,
        ]

        let bytes: [UInt8]
        var at = 0

        mutating func value() throws -> JSONValue {
            guard at < bytes.count else { throw Fault(at: at) }
            switch bytes[at] {
            case 0x7B:
                var members: [(name: String, value: JSONValue)] = []
                try items(until: 0x7D) { reader in
                    let name = try reader.text()
                    guard !members.contains(where: { $0.name == name }) else { throw Fault(at: reader.at) }
                    try reader.take(0x3A)
                    members.append((name, try reader.value()))
                }
                return .object(members)
            case 0x5B:
                var values: [JSONValue] = []
                try items(until: 0x5D) { values.append(try $0.value()) }
                return .list(values)
            case 0x22: return .text(try text())
            case 0x74: return try word("true", .truth(true))
            case 0x66: return try word("false", .truth(false))
            default:
                let digits = bytes[at...].prefix { $0 == 0x2D || (0x30...0x39).contains($0) }
                guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw Fault(at: at) }
                at += digits.count
                return .number(number)
            }
        }

        private mutating func items(until end: UInt8, _ item: (inout Reader) throws -> Void) throws {
            at += 1
            if at < bytes.count, bytes[at] == end { return at += 1 }
            while true {
                try item(&self)
                guard at < bytes.count else { throw Fault(at: at) }
                if bytes[at] == end { return at += 1 }
                try take(0x2C)
            }
        }

        private mutating func take(_ byte: UInt8) throws {
            guard at < bytes.count, bytes[at] == byte else { throw Fault(at: at) }
            at += 1
        }

        private mutating func word(_ text: String, _ value: JSONValue) throws -> JSONValue {
            guard bytes[at...].starts(with: text.utf8) else { throw Fault(at: at) }
            at += text.utf8.count
            return value
        }

        private mutating func text() throws -> String {
            try take(0x22)
            var result: [UInt8] = []
            while at < bytes.count, bytes[at] != 0x22 {
                guard bytes[at] >= 0x20 else { throw Fault(at: at) }
                if bytes[at...].starts(with: "\\u003c".utf8) {
                    // The one sign that is escaped by its number in what our pages say.
                    result.append(0x3C)
                    at += 6
                } else if bytes[at] == 0x5C {
                    guard at + 1 < bytes.count, let byte = Self.escapes[bytes[at + 1]] else { throw Fault(at: at) }
                    result.append(byte)
                    at += 2
                } else {
                    result.append(bytes[at])
                    at += 1
                }
            }
            try take(0x22)
            guard let text = String(validating: result, as: UTF8.self) else { throw Fault(at: at) }
            return text
        }
    }
}
