/// XML 表格 2003: a workbook as one XML file, as Excel 2003 and WPS write it, often under the name `.xls` or `.xlsx`.
struct SpreadsheetMLReader {
    let file: SheetFile
    let limits: SheetLimits

    /// Whether a file that begins with these bytes is one.
    static func recognises(_ head: [UInt8]) -> Bool {
        let text = XMLEncoding.narrow(head)
        return text.contains(bytes: "urn:schemas-microsoft-com:office:spreadsheet")
    }

    /// Reads all sheets in their order. Returns whether the sink wanted all of it.
    func read(into sink: any SheetSink) throws -> Bool {
        // A sheet says that it is hidden only after its rows: they are asked first, where the word occurs at all.
        var hidden: Set<Int> = []
        if try mentionsHidden() {
            let visibility = SpreadsheetMLVisibility()
            _ = try parse(visibility)
            hidden = visibility.hidden
        }
        return try parse(SpreadsheetMLCells(sink: sink, hidden: hidden, limits: limits))
    }

    private func parse(_ handler: any XMLHandler) throws -> Bool {
        let encoding = try XMLEncoding.of(file.head(512))
        guard case .foreign(let name) = encoding else {
            let stream = try XMLStream(place: "Workbook", handler: handler, limits: limits)
            try file.chunks(of: 1 << 16) { try stream.feed($0) }
            return try finish(stream)
        }
        let stream = try XMLStream(place: "Workbook", handler: handler, limits: limits, encoding: "UTF-8")
        let transcoder = try Transcoder(from: name)
        try file.chunks(of: 1 << 16) { chunk in
            try transcoder.convert(chunk).withUnsafeBytes { try $0.isEmpty || stream.feed($0) }
        }
        guard !stream.isStopped else { return false }
        _ = try transcoder.convert([], isLast: true).withUnsafeBytes { try $0.isEmpty || stream.feed($0) }
        return try finish(stream)
    }

    private func finish(_ stream: XMLStream) throws -> Bool {
        guard !stream.isStopped else { return false }
        try stream.finish()
        return !stream.isStopped
    }

    private func mentionsHidden() throws -> Bool {
        let head = try file.head(512)
        guard !XMLEncoding.isWide(head) else { return true }
        var found = false
        var tail: [UInt8] = []
        try file.chunks(of: 1 << 16) { chunk in
            found = (tail + chunk.prefix(16)).contains(bytes: "Hidden</") || chunk.contains(bytes: "Hidden</")
            tail = Array(chunk.suffix(16))
            return !found
        }
        return found
    }
}

/// Which sheets, counted from 0, are hidden.
private final class SpreadsheetMLVisibility: XMLHandler {
    private(set) var hidden: Set<Int> = []
    private var sheet = -1
    private var value: [UInt8]?

    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream) {
        if name.is("Worksheet") { sheet += 1 }
        if name.is("Visible") { value = [] }
    }

    func end(_ name: XMLName, in stream: XMLStream) {
        guard name.is("Visible") else { return }
        if let value, value.contains(bytes: "Hidden") { hidden.insert(sheet) }
        value = nil
    }

    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream) {
        if let count = value?.count, count < 64 { value?.append(contentsOf: bytes) }
    }
}

/// The cells of all sheets as they stream past.
private final class SpreadsheetMLCells: XMLHandler {
    private enum Kind { case text, number, date, boolean, error }

    private let sink: any SheetSink
    private let hidden: Set<Int>
    private let output: CellOutput
    private let limits: SheetLimits
    private var sheet = -1
    private var (row, column) = (0, 0)
    /// How many rows or columns the last one covers beside itself.
    private var (rowSpan, columnSpan) = (0, 0)
    private var kind = Kind.text
    private var (inRow, inCell, inComment, inData, inPhonetic) = (false, false, false, false, false)
    private var hasFormula = false
    private var value: [UInt8] = []
    private var formula: [UInt8] = []

    init(sink: any SheetSink, hidden: Set<Int>, limits: SheetLimits) {
        self.sink = sink
        self.hidden = hidden
        self.limits = limits
        output = CellOutput(sink: sink, is1904: false)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream) {
        if inData {
            if name.is("PhoneticText") { inPhonetic = true }
        } else if name.is("Cell") {
            startCell(attributes, in: stream)
        } else if name.is("Comment") {
            inComment = true
        } else if inCell, !inComment, name.is("Data") {
            startData(attributes)
        } else if name.is("Row") {
            let next = attributes["Index"].map { decimal($0) ?? -1 } ?? row + rowSpan + 1
            guard sheet >= 0, !inRow, next > row, next <= 1_048_576 else { return stream.failDamaged() }
            (row, column, inRow) = (next, 0, true)
            rowSpan = attributes.number("Span") ?? 0
            columnSpan = 0
        } else if name.is("Worksheet") {
            sheet += 1
            (row, rowSpan) = (0, 0)
            guard sheet < limits.sheets else { return stream.fail(.limit(.sheets)) }
            if !sink.sheet(attributes.text("Name") ?? "", hidden: hidden.contains(sheet)) { stream.stop() }
        }
    }

    func end(_ name: XMLName, in stream: XMLStream) {
        if inData {
            if name.is("Data") {
                inData = false
            } else if name.is("PhoneticText") {
                inPhonetic = false
            }
        } else if name.is("Comment") {
            inComment = false
        } else if inCell, name.is("Cell") {
            inCell = false
            if !hand() { stream.stop() }
        } else if inRow, name.is("Row") {
            inRow = false
            if !output.endRow(row) { stream.stop() }
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream) {
        guard inData, !inPhonetic else { return }
        value.append(contentsOf: bytes)
        if value.count > limits.cellBytes { stream.fail(.limit(.cell)) }
    }

    private func startCell(_ attributes: XMLAttributes, in stream: XMLStream) {
        let next = attributes["Index"].map { decimal($0) ?? -1 } ?? column + columnSpan + 1
        guard inRow, !inCell, next > column, next <= 16_384 else { return stream.failDamaged() }
        column = next
        columnSpan = attributes.number("MergeAcross") ?? 0
        inCell = true
        kind = .text
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        hasFormula = false
        if let text = attributes["Formula"] {
            hasFormula = true
            formula = Array(String(cString: text).utf8)
        }
    }

    private func startData(_ attributes: XMLAttributes) {
        inData = true
        guard let type = attributes["Type"] else { return }
        switch UInt8(bitPattern: type[0]) {
        case UInt8(ascii: "N"): kind = .number
        case UInt8(ascii: "D"): kind = .date
        case UInt8(ascii: "B"): kind = .boolean
        case UInt8(ascii: "E"): kind = .error
        default: kind = .text
        }
    }

    private func hand() -> Bool {
        let place = column - 1
        guard !value.isEmpty else {
            guard hasFormula else { return true }
            return formula.withUnsafeBytes { output.put(row, place, .formula, isFormula: true, $0) }
        }
        return value.withUnsafeBytes { bytes in
            switch kind {
            case .text: output.put(row, place, .text, isFormula: hasFormula, bytes)
            case .number: output.put(row, place, written: bytes, isDate: false, isFormula: hasFormula)
            case .date: output.put(row, place, isoDate: bytes, isFormula: hasFormula)
            case .boolean: output.put(row, place, truth: bytes.first == 0x31, isFormula: hasFormula)
            case .error: output.put(row, place, .error, isFormula: hasFormula, bytes)
            }
        }
    }
}

extension Collection<UInt8> {
    /// Whether these bytes occur in it.
    func contains(bytes pattern: StaticString) -> Bool {
        let pattern = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
        guard let first = pattern.first else { return true }
        return withContiguousStorageIfAvailable { all in
            var at = 0
            while at + pattern.count <= all.count {
                if all[at] == first, all[at..<at + pattern.count].elementsEqual(pattern) { return true }
                at += 1
            }
            return false
        } ?? Array(self).contains(bytes: pattern)
    }

    private func contains(bytes pattern: UnsafeBufferPointer<UInt8>) -> Bool {
        indices.contains { self[$0...].starts(with: pattern) }
    }
}
