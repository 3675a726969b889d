extension Tape {
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
        append(escaped: text, Escapes.json)
        append(0x22)
    }

    /// Text inside HTML, in element and attribute alike: every byte that could end either is replaced.
    mutating func appendHTML(_ text: String) {
        append(escaped: text, Escapes.html)
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
}
