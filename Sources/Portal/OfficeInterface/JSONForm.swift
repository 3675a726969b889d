import Proofs

/// JSON 表单: what a program sends instead of a form: one object of names and values, read strictly. A file is an object
/// of its name and its bytes; a list of texts is one text of several lines.
///
/// - Source: RFC 8259
enum JSONForm {
    /// What stands under a name.
    enum Value: Equatable {
        case text(String)
        case truth(Bool)
        case file(name: String, bytes: [UInt8])
        case nothing
    }

    /// The values by their names.
    ///
    /// - Throws: `FormFault.badJSON` for anything else than such an object.
    static func read(_ bytes: [UInt8]) throws(FormFault) -> [String: Value] {
        var reader = Reader(bytes: bytes)
        let values = try reader.object()
        reader.space()
        guard reader.at == bytes.count else { throw .badJSON }
        return values
    }

    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

        mutating func space() {
            while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
        }

        private mutating func take(_ byte: UInt8) throws(FormFault) {
            space()
            guard next == byte else { throw .badJSON }
            at += 1
        }

        /// The members of an object, each read by `member`.
        private mutating func members(_ member: (inout Reader, String) throws(FormFault) -> Void) throws(FormFault) {
            try take(0x7B)
            space()
            if next == 0x7D { return at += 1 }
            var names: Set<String> = []
            while true {
                space()
                let name = try text()
                guard names.insert(name).inserted, (1...MultipartReader.longestName).contains(name.utf8.count) else {
                    throw .badName
                }
                guard names.count <= URLEncodedForm.mostFields else { throw .tooManyParts }
                try take(0x3A)
                space()
                try member(&self, name)
                space()
                if next == 0x7D { return at += 1 }
                try take(0x2C)
            }
        }

        mutating func object() throws(FormFault) -> [String: Value] {
            var values: [String: Value] = [:]
            try members { (reader, name) throws(FormFault) in values[name] = try reader.value() }
            return values
        }

        private mutating func value() throws(FormFault) -> Value {
            switch next {
            case 0x22: return .text(try text())
            case 0x7B: return try file()
            case 0x5B: return .text(try lines())
            case 0x74: return try word("true", .truth(true))
            case 0x66: return try word("false", .truth(false))
            case 0x6E: return try word("null", .nothing)
            default: return .text(try number())
            }
        }

        private mutating func word(_ word: String, _ value: Value) throws(FormFault) -> Value {
            guard bytes[at...].starts(with: word.utf8) else { throw .badJSON }
            at += word.utf8.count
            return value
        }

        /// A number as it is written: amounts are texts to us, and no digit is lost.
        private mutating func number() throws(FormFault) -> String {
            let start = at
            if next == 0x2D { at += 1 }
            let whole = digits()
            guard whole == 1 || (whole > 1 && bytes[at - whole] != 0x30) else { throw .badJSON }
            if next == 0x2E {
                at += 1
                guard digits() > 0 else { throw .badJSON }
            }
            guard at - start <= 40, next != 0x65, next != 0x45 else { throw .badJSON }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }

        private mutating func digits() -> Int {
            let start = at
            while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
            return at - start
        }

        private mutating func lines() throws(FormFault) -> String {
            try take(0x5B)
            var lines: [String] = []
            space()
            if next == 0x5D {
                at += 1
                return ""
            }
            while true {
                space()
                lines.append(try text())
                space()
                if next == 0x5D { break }
                try take(0x2C)
            }
            at += 1
            return lines.joined(separator: "\n")
        }

        private mutating func file() throws(FormFault) -> Value {
            var parts: [String: String] = [:]
            try members { (reader, name) throws(FormFault) in parts[name] = try reader.text() }
            guard parts.count == 2, let name = parts["name"], !name.isEmpty, let text = parts["base64"],
                let bytes = Base64.decode(text)
            else { throw .badJSON }
            return .file(name: name, bytes: bytes)
        }

        private mutating func text() throws(FormFault) -> String {
            guard next == 0x22 else { throw .badJSON }
            at += 1
            var result: [UInt8] = []
            while let byte = next, byte != 0x22 {
                guard byte >= 0x20 else { throw .badJSON }
                at += 1
                if byte != 0x5C {
                    result.append(byte)
                    continue
                }
                try escape(into: &result)
            }
            guard next == 0x22, let text = String(validating: result, as: UTF8.self) else { throw .badText }
            at += 1
            return text
        }

        private mutating func escape(into result: inout [UInt8]) throws(FormFault) {
            guard let mark = next else { throw .badJSON }
            at += 1
            let plain: [UInt8: UInt8] = [
                0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
            ]
            if let byte = plain[mark] { return result.append(byte) }
            guard mark == 0x75 else { throw .badJSON }
            var code = try unit()
            if (0xD800...0xDBFF).contains(code) {
                guard next == 0x5C, at + 1 < bytes.count, bytes[at + 1] == 0x75 else { throw .badText }
                at += 2
                let low = try unit()
                guard (0xDC00...0xDFFF).contains(low) else { throw .badText }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = UnicodeScalar(code) else { throw .badText }
            result.append(contentsOf: String(Character(scalar)).utf8)
        }

        private mutating func unit() throws(FormFault) -> UInt32 {
            guard at + 4 <= bytes.count,
                let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
                bytes[at] != 0x2B, bytes[at] != 0x2D
            else { throw .badJSON }
            at += 4
            return code
        }
    }
}
