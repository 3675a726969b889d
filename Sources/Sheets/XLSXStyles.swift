/// 单元格样式: which styles of an XLSX workbook show a number as a date.
final class XLSXStyles: XMLHandler {
    private var formats: [Int: Bool] = [:]
    private var styles: [Bool] = []
    private var inCellStyles = false

    /// Whether the style of this number shows dates.
    func isDate(_ style: Int) -> Bool { style < styles.count && styles[style] }

    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream) {
        if name.is("numFmt") {
            guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
            formats[id] = DateFormatCode.isDate(code.utf8)
        } else if name.is("cellXfs") {
            inCellStyles = true
        } else if inCellStyles, name.is("xf") {
            let id = attributes.number("numFmtId") ?? 0
            styles.append(formats[id] ?? DateFormatCode.isDate(builtIn: id))
        }
    }

    func end(_ name: XMLName, in stream: XMLStream) {
        if name.is("cellXfs") { inCellStyles = false }
    }

    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream) {}
}
