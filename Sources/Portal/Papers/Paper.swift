import Credit

/// 文稿: what of a page goes into an office file: headings, paragraphs and tables, without a look of its own.
struct Paper: Sendable {
    /// One piece of a paper, in the order of reading.
    enum Block: Sendable, Equatable {
        /// 发文机关标志: the name of the organ over a red line.
        case letterhead(String)
        /// A line at the right: number, signature, date.
        case right(String)
        /// A heading in the text.
        case heading(String)
        /// Whom it is addressed to.
        case addressee(String)
        /// A paragraph.
        case paragraph(String)
        /// A table.
        case table(PaperTable)
        /// Room for a seal.
        case room
    }

    /// Name of the file, without its ending: letters, digits and hyphens.
    let file: String
    let title: String
    let blocks: [Block]

    var tables: [PaperTable] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}

/// 表: a table of a paper; in a workbook a sheet of its own.
struct PaperTable: Sendable, Equatable {
    /// A cell: text, or a number that a workbook can go on calculating with.
    enum Cell: Sendable, Equatable {
        case text(String)
        case number(Int)
        /// Nothing is known: a dash, which is not zero.
        case none

        /// As it is read.
        var words: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .none: "—"
            }
        }
    }

    /// At most 31 characters.
    let name: String
    let columns: [String]
    let rows: [[Cell]]
}

/// 可下载文稿的页面: a page that can be had as XLSX and DOCX too.
protocol PaperPage: Page {
    /// What goes into the file.
    func paper(in language: Language) -> Paper
}
