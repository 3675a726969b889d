/// 工作簿问题: why a workbook as a whole cannot be read, or read on, or written.
public enum SheetProblem: Error, Hashable, Sendable {
    /// The file cannot be opened or read; the reason of the operating system.
    case unreadable(String)
    /// The content is none of XLSX, XLS and XML Spreadsheet 2003.
    case notAWorkbook
    /// A kind of table that is recognised and not read; its name.
    case unsupported(String)
    /// A password protects the workbook.
    case encrypted
    /// The file ends before the workbook does.
    case truncated
    /// The workbook contradicts its own format; the place.
    case damaged(String)
    /// The archive unpacks to far more than an honest workbook has.
    case bomb
    /// A limit of `SheetLimits` was passed.
    case limit(Limit)
    /// The XML declares a document type, which a workbook never does and attacks do.
    case documentType
    /// An encoding that is not read; its name.
    case encoding(String)
    /// The reader was not given the memory the workbook wants.
    case outOfMemory
    /// The reader used up its time.
    case outOfTime
    /// The reading process ended without an answer; the signal, or 0.
    case readerDied(signal: Int32)
    /// The reading process cannot be started; the reason of the operating system.
    case readerMissing(String)
    /// Whoever asked for the reading called it off.
    case cancelled
    /// The workbook cannot be written; the reason.
    case unwritable(String)

    /// What there was too much of.
    public enum Limit: String, Sendable, CaseIterable {
        /// Members of the archive.
        case entries
        /// Shared strings.
        case sharedStrings
        /// Length of one cell.
        case cell
        /// Elements inside each other.
        case depth
        /// Sheets.
        case sheets
        /// Size of the file.
        case file
        /// Length of one piece of markup.
        case markup
    }
}

extension SheetProblem {
    /// Number of the sentence, for manuals and support.
    public var code: String {
        switch self {
        case .unreadable: "SHEET-101"
        case .notAWorkbook: "SHEET-102"
        case .unsupported: "SHEET-103"
        case .encrypted: "SHEET-104"
        case .truncated: "SHEET-105"
        case .damaged: "SHEET-106"
        case .bomb: "SHEET-107"
        case .limit: "SHEET-108"
        case .documentType: "SHEET-109"
        case .encoding: "SHEET-110"
        case .outOfMemory: "SHEET-111"
        case .outOfTime: "SHEET-112"
        case .readerDied: "SHEET-113"
        case .readerMissing: "SHEET-114"
        case .cancelled: "SHEET-115"
        case .unwritable: "SHEET-116"
        }
    }

    /// What is wrong and how to mend it, in Chinese.
    public var chinese: String {
        switch self {
        case .unreadable(let reason): "文件无法打开（\(reason)），请确认文件仍在原处并有读取权限。"
        case .notAWorkbook: "文件内容不是 Excel 工作簿（XLSX、XLS 或 XML 表格 2003），请用 Excel 或 WPS 另存为 .xlsx 后重新上传。"
        case .unsupported(let kind): "文件是\(kind)格式，本系统不读取，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。"
        case .encrypted: "工作簿设有打开密码，无法读取，请取消密码保护后重新上传。"
        case .truncated: "文件不完整（可能上传或复制中断），请重新上传完整的文件。"
        case .damaged(let place): "工作簿已损坏（\(place)），请用 Excel 或 WPS 打开修复，另存后重新上传。"
        case .bomb: "压缩包解开后异常巨大，不像正常的工作簿，已停止读取；请将数据另存为新的 .xlsx 或 CSV 后上传。"
        case .limit(let limit): "工作簿超过读取上限（\(limit.chinese)），请拆分后分别上传。"
        case .documentType: "文件中含有 XML 文档类型声明，正常工作簿不会有此内容，已停止读取；请另存为 .xlsx 后重新上传。"
        case .encoding(let name): "文件声明的字符编码“\(name)”无法识别，请另存为 .xlsx 或 UTF-8 编码后重新上传。"
        case .outOfMemory: "读取此工作簿所需内存超过上限，请拆分文件或另存为 CSV 后上传。"
        case .outOfTime: "读取此工作簿所需时间超过上限，请拆分文件或另存为 CSV 后上传。"
        case .readerDied(let signal):
            "读取此工作簿的进程异常结束（信号 \(signal)），文件可能已损坏；请用 Excel 或 WPS 另存为新的 .xlsx 后重新上传。"
        case .readerMissing(let reason): "无法启动读取工作簿的进程（\(reason)），请告知系统管理员。"
        case .cancelled: "读取已取消。"
        case .unwritable(let reason): "工作簿无法写出（\(reason)），请检查磁盘空间和写入权限。"
        }
    }

    /// What is wrong and how to mend it, in English.
    public var english: String {
        switch self {
        case .unreadable(let reason):
            "The file cannot be opened (\(reason)); make sure it still exists and may be read."
        case .notAWorkbook:
            "The content is no Excel workbook (XLSX, XLS or XML Spreadsheet 2003); save it as .xlsx and upload it again."
        case .unsupported(let kind):
            "The file is of the kind \(kind), which is not read; open it in Excel or WPS, save it as .xlsx and upload that."
        case .encrypted: "A password protects the workbook; remove the protection and upload it again."
        case .truncated: "The file is incomplete (an upload or copy may have broken off); upload the whole file."
        case .damaged(let place):
            "The workbook is damaged (\(place)); repair it with Excel or WPS, save it and upload it again."
        case .bomb:
            "The archive unpacks to far more than a workbook should have; reading was stopped. Save the data afresh."
        case .limit(let limit):
            "The workbook is over the reading limit (\(limit.english)); split it and upload the parts."
        case .documentType:
            "The file declares an XML document type, which no workbook does; reading was stopped. Save it as .xlsx."
        case .encoding(let name): "The declared encoding \"\(name)\" is not known; save the file as .xlsx or as UTF-8."
        case .outOfMemory: "Reading this workbook takes more memory than allowed; split it or save it as CSV."
        case .outOfTime: "Reading this workbook takes more time than allowed; split it or save it as CSV."
        case .readerDied(let signal):
            "The process reading this workbook ended abnormally (signal \(signal)); the file may be damaged. "
                + "Save it as a new .xlsx and upload that."
        case .readerMissing(let reason):
            "The process that reads workbooks cannot be started (\(reason)); tell the operator."
        case .cancelled: "Reading was called off."
        case .unwritable(let reason): "The workbook cannot be written (\(reason)); check disk space and permissions."
        }
    }
}

extension SheetProblem.Limit {
    /// What there was too much of, in Chinese.
    public var chinese: String {
        switch self {
        case .entries: "压缩包成员过多"
        case .sharedStrings: "文字总量过大"
        case .cell: "单元格内容过长"
        case .depth: "结构嵌套过深"
        case .sheets: "工作表过多"
        case .file: "文件过大"
        case .markup: "标记过长"
        }
    }

    /// What there was too much of, in English.
    public var english: String {
        switch self {
        case .entries: "too many members in the archive"
        case .sharedStrings: "too much text"
        case .cell: "a cell is too long"
        case .depth: "elements too deep inside each other"
        case .sheets: "too many sheets"
        case .file: "the file is too large"
        case .markup: "a piece of markup is too long"
        }
    }
}
