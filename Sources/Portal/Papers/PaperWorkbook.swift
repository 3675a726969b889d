import Credit

/// 工作簿: a paper as XLSX: first the words, then a sheet for each table, numbers as numbers.
enum PaperWorkbook {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    static func bytes(_ paper: Paper, language: Language) -> [UInt8] {
        let words = PaperTable(
            name: language == .chinese ? "说明" : "About", columns: [paper.title],
            rows: paper.blocks.compactMap { block in
                switch block {
                case .letterhead(let text), .right(let text), .heading(let text), .addressee(let text),
                    .paragraph(let text):
                    [.text(text)]
                case .table, .room: nil
                }
            })
        let tables = [words] + paper.tables
        var archive = StoredArchive()
        let sheets = tables.indices.map { $0 + 1 }
        archive.add(
            "[Content_Types].xml",
            OfficeText.head + #"<Types xmlns="\#(OfficeText.package)content-types">"#
                + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
                + #"<Default Extension="xml" ContentType="application/xml"/>"#
                + #"<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#
                + #"<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>"#
                + sheets.map {
                    #"<Override PartName="/xl/worksheets/sheet\#($0).xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#
                }.joined() + "</Types>")
        archive.add(
            "_rels/.rels",
            OfficeText.head + #"<Relationships xmlns="\#(OfficeText.package)relationships">"#
                + #"<Relationship Id="rId1" Type="\#(OfficeText.office)/officeDocument" Target="xl/workbook.xml"/>"#
                + "</Relationships>")
        archive.add(
            "xl/_rels/workbook.xml.rels",
            OfficeText.head + #"<Relationships xmlns="\#(OfficeText.package)relationships">"#
                + #"<Relationship Id="rId0" Type="\#(OfficeText.office)/styles" Target="styles.xml"/>"#
                + sheets.map {
                    #"<Relationship Id="rId\#($0)" Type="\#(OfficeText.office)/worksheet" Target="worksheets/sheet\#($0).xml"/>"#
                }.joined() + "</Relationships>")
        archive.add(
            "xl/workbook.xml",
            OfficeText.head + #"<workbook xmlns="\#(main)" xmlns:r="\#(OfficeText.office)"><sheets>"#
                + zip(sheets, tables).map {
                    #"<sheet name="\#(OfficeText.escaped(sheetName($1.name)))" sheetId="\#($0)" r:id="rId\#($0)"/>"#
                }.joined() + "</sheets></workbook>")
        archive.add("xl/styles.xml", styles)
        for (number, table) in zip(sheets, tables) { archive.add("xl/worksheets/sheet\(number).xml", sheet(table)) }
        return archive.finished()
    }

    /// A sheet's name has no brackets, slashes or marks and 31 characters at most.
    private static func sheetName(_ name: String) -> String {
        String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    }

    private static func sheet(_ table: PaperTable) -> String {
        var rows = row(1, table.columns.map { .text($0) }, style: 1)
        for (index, cells) in table.rows.enumerated() { rows += row(index + 2, cells, style: 0) }
        let widths = table.columns.indices.map { column in
            let longest = table.rows.map { $0.indices.contains(column) ? width($0[column].words) : 0 }.max() ?? 0
            let wide = min(60, max(10, longest, width(table.columns[column])) + 2)
            return #"<col min="\#(column + 1)" max="\#(column + 1)" width="\#(wide)" customWidth="1"/>"#
        }.joined()
        return OfficeText.head + #"<worksheet xmlns="\#(main)">"#
            + #"<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#
            + "<cols>\(widths)</cols><sheetData>\(rows)</sheetData></worksheet>"
    }

    /// - Unit: half-width characters
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }

    private static func row(_ number: Int, _ cells: [PaperTable.Cell], style: Int) -> String {
        let inner = cells.enumerated().map { column, cell in
            let place = letters(column) + String(number)
            switch cell {
            case .number(let value): return #"<c r="\#(place)" s="\#(style)"><v>\#(value)</v></c>"#
            case .none, .text:
                return
                    #"<c r="\#(place)" s="\#(style)" t="inlineStr"><is><t xml:space="preserve">\#(OfficeText.escaped(cell.words))</t></is></c>"#
            }
        }.joined()
        return #"<row r="\#(number)">\#(inner)</row>"#
    }

    private static func letters(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(0x41 + column % 26)))
        return column < 26 ? last : letters(column / 26 - 1) + last
    }

    private static let styles =
        OfficeText.head + #"<styleSheet xmlns="\#(main)">"#
        + #"<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>"#
        + #"<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
        + #"<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#
        + #"<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>"#
        + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
}
