/// 工作簿目录: the sheets of an XLSX workbook in their order, and where the parts lie.
struct XLSXCatalogue {
    /// One sheet: its name as the person sees it.
    struct Sheet {
        let name: String
        let isHidden: Bool
        let member: UInt64
        let path: String
    }

    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false
    private(set) var strings: UInt64?
    private(set) var styles: UInt64?

    /// Whether the archive is an XLSX workbook, by its relationships and not by its name.
    static func isWorkbook(_ archive: ZipArchive) throws -> Bool {
        if archive.member("mimetype") != nil, archive.member("content.xml") != nil {
            throw SheetProblem.unsupported("OpenDocument (.ods)")
        }
        if archive.member("xl/workbook.bin") != nil { throw SheetProblem.unsupported("XLSB") }
        guard archive.member("xl/workbook.xml") == nil else { return true }
        guard let root = archive.member("_rels/.rels") else { return false }
        let links = XLSXLinks(folder: "")
        try archive.parse(root, named: "_rels/.rels", links)
        return links.document.map { $0.hasPrefix("xl/") && archive.member($0) != nil } ?? false
    }

    init(_ archive: ZipArchive, limits: SheetLimits) throws {
        var path = "xl/workbook.xml"
        if let root = archive.member("_rels/.rels") {
            let links = XLSXLinks(folder: "")
            try archive.parse(root, named: "_rels/.rels", links)
            if let document = links.document, archive.member(document) != nil { path = document }
        }
        guard let workbook = archive.member(path) else { throw SheetProblem.notAWorkbook }
        let folder = path.folder
        let linkPath = folder + "_rels/" + path.dropFirst(folder.count) + ".rels"
        let links = XLSXLinks(folder: folder)
        guard let linkMember = archive.member(linkPath) else { throw SheetProblem.damaged(linkPath) }
        try archive.parse(linkMember, named: linkPath, links)
        let listed = XLSXSheetList(limit: limits.sheets)
        try archive.parse(workbook, named: path, listed)
        is1904 = listed.is1904
        strings = links.strings.flatMap(archive.member)
        styles = links.styles.flatMap(archive.member)
        for sheet in listed.sheets {
            guard let target = links.targets[sheet.id] else { throw SheetProblem.damaged("\(path): \(sheet.name)") }
            // Chart sheets and macro sheets have no cells to read.
            guard target.isSheet else { continue }
            guard let member = archive.member(target.path) else { throw SheetProblem.damaged(target.path) }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, member: member, path: target.path))
        }
    }
}

/// The relationships of one part.
private final class XLSXLinks: XMLHandler {
    private(set) var targets: [String: (path: String, isSheet: Bool)] = [:]
    private(set) var document: String?
    private(set) var strings: String?
    private(set) var styles: String?
    private let folder: String

    init(folder: String) { self.folder = folder }

    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream) {
        guard name.is("Relationship"), let id = attributes.text("Id"), let target = attributes.text("Target"),
            let type = attributes.text("Type"), attributes.text("TargetMode") != "External"
        else { return }
        let path = resolve(target)
        switch type.split(separator: "/").last {
        case "officeDocument": document = document ?? path
        case "sharedStrings": strings = strings ?? path
        case "styles": styles = styles ?? path
        default: break
        }
        targets[id] = (path, type.hasSuffix("/worksheet"))
        if targets.count > 20_000 { stream.fail(.limit(.sheets)) }
    }

    func end(_ name: XMLName, in stream: XMLStream) {}
    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream) {}

    private func resolve(_ target: String) -> String {
        let whole = target.hasPrefix("/") || target.hasPrefix("\\") ? target : folder + target
        var steps: [Substring] = []
        for step in whole.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            if step == ".." {
                _ = steps.popLast()
            } else if step != "." {
                steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

/// The sheets that workbook.xml lists, in the order of its tabs.
private final class XLSXSheetList: XMLHandler {
    private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
    private(set) var is1904 = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream) {
        if name.is("sheet") {
            guard let title = attributes.text("name"), let id = attributes.prefixed("id") else { return }
            sheets.append((title, String(cString: id), (attributes.text("state") ?? "visible") != "visible"))
            if sheets.count > limit { stream.fail(.limit(.sheets)) }
        } else if name.is("workbookPr"), let value = attributes.text("date1904") {
            is1904 = value == "1" || value == "true" || value == "on"
        }
    }

    func end(_ name: XMLName, in stream: XMLStream) {}
    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream) {}
}

extension String {
    /// Everything up to and with the last slash.
    fileprivate var folder: String {
        lastIndex(of: "/").map { String(self[...$0]) } ?? ""
    }
}
