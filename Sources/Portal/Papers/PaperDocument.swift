import Credit

/// 公文文档: a paper as DOCX, on A4 with the margins of an official letter, ready to be edited, numbered and sealed.
enum PaperDocument {
    private static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    static func bytes(_ paper: Paper, language: Language) -> [UInt8] {
        var archive = StoredArchive()
        archive.add(
            "[Content_Types].xml",
            OfficeText.head + #"<Types xmlns="\#(OfficeText.package)content-types">"#
                + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
                + #"<Default Extension="xml" ContentType="application/xml"/>"#
                + #"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#
                + #"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#
                + "</Types>")
        archive.add(
            "_rels/.rels",
            OfficeText.head + #"<Relationships xmlns="\#(OfficeText.package)relationships">"#
                + #"<Relationship Id="rId1" Type="\#(OfficeText.office)/officeDocument" Target="word/document.xml"/>"#
                + "</Relationships>")
        archive.add(
            "word/_rels/document.xml.rels",
            OfficeText.head + #"<Relationships xmlns="\#(OfficeText.package)relationships">"#
                + #"<Relationship Id="rId1" Type="\#(OfficeText.office)/styles" Target="styles.xml"/>"#
                + "</Relationships>")
        archive.add("word/styles.xml", styles(language))
        archive.add("word/document.xml", document(paper))
        return archive.finished()
    }

    private static func document(_ paper: Paper) -> String {
        var body = ""
        var isTitled = false
        func title() {
            if !isTitled { body += paragraph(paper.title, style: "Title") }
            isTitled = true
        }
        for block in paper.blocks {
            switch block {
            case .letterhead(let text): body += paragraph(text, style: "Letterhead")
            case .right(let text): body += paragraph(text, style: "AtRight")
            case .heading(let text):
                title()
                body += paragraph(text, style: "Heading1")
            case .addressee(let text):
                title()
                body += paragraph(text, style: "Addressee")
            case .paragraph(let text):
                title()
                body += paragraph(text, style: "Normal")
            case .table(let table):
                title()
                body += self.table(table)
            case .room: body += paragraph("", style: "Addressee") + paragraph("", style: "Addressee")
            }
        }
        title()
        return OfficeText.head + #"<w:document xmlns:w="\#(words)"><w:body>\#(body)"#
            + #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>"#
            + #"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>"#
            + "</w:sectPr></w:body></w:document>"
    }

    private static func paragraph(_ text: String, style: String) -> String {
        let run = text.isEmpty ? "" : #"<w:r><w:t xml:space="preserve">\#(OfficeText.escaped(text))</w:t></w:r>"#
        return #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/></w:pPr>\#(run)</w:p>"#
    }

    private static func table(_ table: PaperTable) -> String {
        let count = max(1, table.columns.count)
        let width = 8_844 / count
        let edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
            .map { #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="808080"/>"# }.joined()
        let grid = String(repeating: #"<w:gridCol w:w="\#(width)"/>"#, count: count)
        func row(_ cells: [(text: String, isNumber: Bool)], isHead: Bool) -> String {
            let inner = cells.map { cell in
                let style = isHead ? "TableHead" : cell.isNumber ? "TableNumber" : "TableText"
                return
                    #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/></w:tcPr>\#(paragraph(cell.text, style: style))</w:tc>"#
            }.joined()
            return "<w:tr>" + (isHead ? "<w:trPr><w:tblHeader/></w:trPr>" : "") + inner + "</w:tr>"
        }
        let head = row(table.columns.map { ($0, false) }, isHead: true)
        let rows = table.rows.map { cells in
            row(cells.map { cell in (cell.words, { if case .number = cell { true } else { false } }()) }, isHead: false)
        }.joined()
        let look =
            #"<w:tblW w:w="8844" w:type="dxa"/><w:tblBorders>\#(edges)</w:tblBorders>"#
            + #"<w:tblLayout w:type="fixed"/>"#
        return "<w:tbl><w:tblPr>\(look)</w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(head)\(rows)</w:tbl>"
            + paragraph("", style: "TableText")
    }

    private static func styles(_ language: Language) -> String {
        func style(
            _ id: String, _ name: String, size: Int, font: String = "仿宋", paragraph: String = "", run: String = "",
            isDefault: Bool = false
        ) -> String {
            #"<w:style w:type="paragraph"\#(isDefault ? #" w:default="1""# : "") w:styleId="\#(id)"><w:name w:val="\#(name)"/>"#
                + "<w:pPr>\(paragraph)</w:pPr><w:rPr>"
                + #"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\#(font)" w:cs="Times New Roman"/>"#
                + #"\#(run)<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/></w:rPr></w:style>"#
        }
        let indent = language == .chinese ? #"<w:ind w:firstLineChars="200" w:firstLine="640"/>"# : ""
        let spacing = #"<w:spacing w:line="560" w:lineRule="exact"/>"#
        let rule = #"<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="4" w:color="C00000"/></w:pBdr>"#
        return OfficeText.head + #"<w:styles xmlns:w="\#(words)">"#
            + #"<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="\#(language == .chinese ? "zh-CN" : "en-GB")" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>"#
            + style(
                "Normal", "Normal", size: 32, paragraph: spacing + indent + #"<w:jc w:val="both"/>"#, isDefault: true)
            + style(
                "Title", "Title", size: 44, font: "方正小标宋简体",
                paragraph:
                    #"<w:spacing w:before="360" w:after="360" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>"#)
            + style(
                "Letterhead", "Letterhead", size: 60, font: "方正小标宋简体",
                paragraph: rule + #"<w:spacing w:after="160"/><w:jc w:val="center"/>"#,
                run: #"<w:color w:val="C00000"/>"#)
            + style("Heading1", "heading 1", size: 32, font: "黑体", paragraph: "<w:keepNext/>" + spacing)
            + style("Addressee", "Addressee", size: 32, paragraph: spacing)
            + style(
                "AtRight", "At right", size: 32,
                paragraph: spacing + #"<w:ind w:right="640"/><w:jc w:val="right"/>"#)
            + style("TableHead", "Table head", size: 21, font: "黑体", paragraph: #"<w:jc w:val="center"/>"#)
            + style("TableText", "Table text", size: 21)
            + style("TableNumber", "Table number", size: 21, paragraph: #"<w:jc w:val="right"/>"#) + "</w:styles>"
    }
}
