import Credit
import Sheets

/// 上报工作簿: a workbook in the layout of a higher platform, begun with its headings.
enum LayoutWorkbook {
    /// Begins one: the headings are written, every cell is text.
    static func begin(_ layout: ReportingLayout, of kind: RecordKind, at path: String) throws -> XLSXWriter {
        let writer = try XLSXWriter(path: path)
        var form = XLSXWriter.Layout()
        form.isText = true
        form.frozenRows = 1
        form.widths = layout.columns.map { _ in 20 }
        try writer.sheet(kind.title.chinese, layout: form)
        for (column, heading) in layout.columns.enumerated() {
            try writer.cell(row: 1, column: column, heading.title, style: .heading)
        }
        return writer
    }
}

extension Rules {
    /// The kind of a code that somebody wrote.
    ///
    /// - Throws: `Refusal` naming those there are.
    func kind(named code: String) throws -> RecordKind {
        guard let kind = kinds[code] else {
            let known = kinds.codes.joined(separator: "、")
            throw Refusal("没有“\(code)”这一类；有：\(known)", "there is no kind “\(code)”; there are: \(known)", exit: 2)
        }
        return kind
    }

    /// The layout of a code that somebody wrote, which must be one of the kind where a kind was written too.
    ///
    /// - Throws: `Refusal` naming those there are.
    func reportingLayout(_ code: String, of kind: String?) throws -> ReportingLayout {
        guard let layout = layouts[code], kind == nil || kind == layout.kind else {
            let known = layouts.filter { kind == nil || $0.kind == kind }.map(\.code).joined(separator: "、")
            throw Refusal(
                "没有上报版式“\(code)”；有：\(known)", "there is no layout “\(code)”; there are: \(known)", exit: 2)
        }
        return layout
    }
}
