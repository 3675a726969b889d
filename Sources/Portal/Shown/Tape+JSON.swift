extension Tape {
    /// The tape as JSON text: keys in the order of showing, what is unknown left out, no white space.
    func json() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(nodes.count * 32)
        write(0, to: &out)
        return out
    }

    func write(_ index: Int, to out: inout [UInt8]) {
        switch nodes[index].value {
        case .object: writeChildren(of: index, in: (0x7B, 0x7D), named: true, to: &out)
        case .list: writeChildren(of: index, in: (0x5B, 0x5D), named: false, to: &out)
        case .text(let text): out.appendJSON(text)
        case .number(let number): out.append(decimal: number)
        case .truth(let truth): out.append(contentsOf: truth ? "true".utf8 : "false".utf8)
        case .nothing: break
        }
    }

    private func writeChildren(of index: Int, in marks: (UInt8, UInt8), named: Bool, to out: inout [UInt8]) {
        out.append(marks.0)
        var at = index + 1
        var isFirst = true
        while at < nodes[index].end {
            defer { at = nodes[at].end }
            if nodes[at].isDrawing { continue }
            if case .nothing = nodes[at].value { continue }
            if !isFirst { out.append(0x2C) }
            isFirst = false
            if named, let name = nodes[at].name {
                out.appendJSON(name)
                out.append(0x3A)
            } else if named {
                let key = nodes[at].key
                out.append(0x22)
                out.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
                out.append(0x22)
                out.append(0x3A)
            }
            write(at, to: &out)
        }
        out.append(marks.1)
    }
}

extension [UInt8] {
    /// A JSON string: quoted, escaped where JSON demands, and where it would be markup.
    mutating func appendJSON(_ text: String) {
        append(0x22)
        append(escaped: text) { byte in
            switch byte {
            case 0x22: "\\\""
            case 0x5C: "\\\\"
            case 0x0A: "\\n"
            case 0x0D: "\\r"
            case 0x09: "\\t"
            // Legal as it is; escaped so that no answer of any form says markup again.
            case 0x3C: "\\u003c"
            case 0..<0x20: [UInt8].controlEscapes[Int(byte)]
            default: nil
            }
        }
        append(0x22)
    }

    /// Text inside HTML, in element and attribute alike: every byte that could end either is replaced.
    mutating func appendHTML(_ text: String) {
        append(escaped: text) { byte in
            switch byte {
            case 0x26: "&amp;"
            case 0x3C: "&lt;"
            case 0x3E: "&gt;"
            case 0x22: "&quot;"
            case 0x27: "&#39;"
            default: nil
            }
        }
    }

    /// A whole number in decimal digits.
    mutating func append(decimal number: Int) {
        append(contentsOf: String(number).utf8)
    }

    @inline(__always)
    private mutating func append(escaped text: String, _ escape: (UInt8) -> StaticString?) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in 0..<bytes.count {
                guard let replacement = escape(bytes[index]) else { continue }
                append(contentsOf: bytes[start..<index])
                append(
                    contentsOf: UnsafeBufferPointer(
                        start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
                start = index + 1
            }
            append(contentsOf: bytes[start..<bytes.count])
        }
    }

    private static let controlEscapes: [StaticString] = [
        "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\b", "\\t", "\\n",
        "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014",
        "\\u0015", "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e",
        "\\u001f",
    ]
}
