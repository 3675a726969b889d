extension Tape {
    /// A list on the tape as CSV: UTF-8 with a mark, lines ended by CRLF, the names of the JSON as headings. What lies
    /// deeper is named with a dot; several texts are joined; lists of objects are for JSON only.
    ///
    /// - Parameter columns: the columns known so far; those that a row brings are added.
    /// - Parameter isFirst: whether this is the first piece of its file, which names the columns.
    func csv(of name: StaticString?, columns: inout [String], isFirst: Bool) -> [UInt8] {
        var places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
        var table: [[(column: Int, value: Value, index: Int)]] = []
        for row in rows(of: name) {
            var cells: [(column: Int, value: Value, index: Int)] = []
            collect(row, prefix: "") { name, index in
                let column = places[name] ?? columns.count
                if column == columns.count {
                    places[name] = column
                    columns.append(name)
                }
                cells.append((column, nodes[index].value, index))
            }
            table.append(cells)
        }
        var out: [UInt8] = []
        if isFirst {
            out = [0xEF, 0xBB, 0xBF]
            for (index, name) in columns.enumerated() {
                if index > 0 { out.append(0x2C) }
                out.append(cell: name)
            }
            out.append(contentsOf: [0x0D, 0x0A])
        }
        for cells in table {
            var at = 0
            for cell in cells.sorted(by: { $0.column < $1.column }) {
                while at < cell.column {
                    out.append(0x2C)
                    at += 1
                }
                write(cell.value, at: cell.index, to: &out)
            }
            while at < columns.count - 1 {
                out.append(0x2C)
                at += 1
            }
            out.append(contentsOf: [0x0D, 0x0A])
        }
        return out
    }

    /// A list on the tape as JSON Lines: an object a line, as it stands in the JSON.
    func lines(of table: StaticString?) -> [UInt8] {
        var out: [UInt8] = []
        for row in rows(of: table) {
            write(row, to: &out)
            out.append(0x0A)
        }
        return out
    }

    private func rows(of table: StaticString?) -> [Int] {
        guard let table else { return [] }
        let name = Array(UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount))
        guard let list = child(name, of: 0), case .list = nodes[list].value else { return [] }
        return children(of: list)
    }

    private func children(of index: Int) -> [Int] {
        var found: [Int] = []
        var at = index + 1
        while at < nodes[index].end {
            found.append(at)
            at = nodes[at].end
        }
        return found
    }

    /// Hands each cell of a row to `body` with its name.
    private func collect(_ index: Int, prefix: String, _ body: (String, Int) -> Void) {
        for child in children(of: index) where !nodes[child].isDrawing {
            let name = prefix + (nodes[child].name ?? nodes[child].key.description)
            switch nodes[child].value {
            case .object: collect(child, prefix: name + ".", body)
            case .list where children(of: child).contains { if case .object = nodes[$0].value { true } else { false } }:
                continue
            default: body(name, child)
            }
        }
    }

    private func write(_ value: Value, at index: Int, to out: inout [UInt8]) {
        switch value {
        case .text(let text): out.append(cell: text)
        case .number(let number): out.append(decimal: number)
        case .truth(let truth): out.append(contentsOf: truth ? "true".utf8 : "false".utf8)
        case .list:
            let texts = children(of: index).compactMap { child -> String? in
                if case .text(let text) = nodes[child].value { text } else { nil }
            }
            out.append(cell: texts.joined(separator: "；"))
        case .object, .nothing: break
        }
    }
}

extension [UInt8] {
    /// A text cell of a CSV: quoted where CSV demands it; what a spreadsheet would take for a formula is kept from
    /// being one.
    mutating func append(cell text: String) {
        let isFormula = text.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
            return append(contentsOf: text.utf8)
        }
        append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { append(0x22) }
            append(byte)
        }
        append(0x22)
    }
}
