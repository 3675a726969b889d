/// XLSX 工作簿: a workbook of Office Open XML, transitional or strict, read as a stream.
///
/// Memory does not grow with the sheets, only with the shared strings.
struct XLSXReader {
    let file: SheetFile
    let limits: SheetLimits

    /// Reads all sheets in the order of their tabs. Returns whether the sink wanted all of it.
    func read(into sink: any SheetSink) throws -> Bool {
        try ZipArchive.open(file, limits: limits) { archive in
            let catalogue = try XLSXCatalogue(archive, limits: limits)
            let styles = XLSXStyles()
            if let member = catalogue.styles { try archive.parse(member, named: "styles.xml", styles) }
            let strings = XLSXStrings(limits: limits)
            if let member = catalogue.strings { try archive.parse(member, named: "sharedStrings.xml", strings) }
            for sheet in catalogue.sheets {
                guard sink.sheet(sheet.name, hidden: sheet.isHidden) else { return false }
                let cells = XLSXCells(
                    sink: sink, strings: strings, styles: styles, is1904: catalogue.is1904, limits: limits)
                guard try archive.parse(sheet.member, named: sheet.path, cells) else { return false }
            }
            return true
        }
    }
}
