import CXlsxWriter

/// 单元格外观: how a cell of a written workbook looks.
public enum XLSXStyle: Int, Sendable, CaseIterable {
    /// As any other cell.
    case plain
    /// The heading of a column.
    case heading
    /// A cell that is wrong: red.
    case bad
    /// A cell with a remark: yellow.
    case remark
    /// The added column that gives the reasons.
    case reason
    /// A note above the table.
    case note
}

/// The formats of one workbook, made when first wanted.
struct XLSXFormats {
    enum Shown: Int { case general, text, day, time }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var made: [Int: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

    /// The format of an appearance that shows its value in this way; nil where memory ran out, which means plain.
    mutating func format(_ style: XLSXStyle, _ shown: Shown) -> UnsafeMutablePointer<lxw_format>? {
        let key = style.rawValue * 4 + shown.rawValue
        if let format = made[key] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        switch shown {
        case .general: break
        // Text stays text when the cell is edited: a code of 18 digits would otherwise turn into a number.
        case .text: format_set_num_format_index(format, 49)
        case .day: format_set_num_format(format, "yyyy-mm-dd")
        case .time: format_set_num_format(format, "yyyy-mm-dd hh:mm:ss")
        }
        switch style {
        case .plain: break
        case .heading:
            format_set_bold(format)
            format_set_bg_color(format, 0xD9E1F2)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            wrap(format)
        case .bad: format_set_bg_color(format, 0xFFC7CE)
        case .remark: format_set_bg_color(format, 0xFFEB9C)
        case .reason:
            format_set_font_color(format, 0x9C0006)
            wrap(format)
        case .note:
            format_set_italic(format)
            wrap(format)
        }
        made[key] = format
        return format
    }

    private func wrap(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }
}
