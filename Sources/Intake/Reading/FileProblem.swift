import Sheets

/// 文件问题: why a handed-in file as a whole cannot be read, or not to its end.
public enum FileProblem: Error, Hashable, Sendable {
    /// The file has no bytes, or nothing but white space.
    case empty
    /// The operating system does not hand it out.
    case unreadable(path: String, reason: String)
    /// Workbook or archive is locked with a password.
    case encrypted(name: String)
    /// The file ends before its content does.
    case truncated(name: String)
    /// The content contradicts itself: a checksum is wrong, a structure leads nowhere.
    case damaged(name: String, reason: String)
    /// Unpacked it would be far larger than any honest file.
    case bomb(name: String, limit: Int64)
    /// A format that holds no table this program reads; `what` names it.
    case unknownFormat(name: String, chinese: String, english: String)
    /// An archive inside an archive.
    case nestedArchive(name: String)
    /// Nothing in it is a row.
    case noRows(name: String)
    /// The JSON text is broken from this line on.
    case brokenJSON(line: Int)
    /// The reader of workbooks refuses it.
    case workbook(name: String, SheetProblem)
    /// An archive of a kind that is not unpacked.
    case otherArchive(name: String, format: String)

    /// Short code by which the problem is found in the list of problems.
    public var code: String {
        switch self {
        case .empty: "FILE-101"
        case .unreadable: "FILE-102"
        case .encrypted: "FILE-103"
        case .truncated: "FILE-104"
        case .damaged: "FILE-105"
        case .bomb: "FILE-106"
        case .unknownFormat: "FILE-107"
        case .nestedArchive: "FILE-108"
        case .noRows: "FILE-109"
        case .brokenJSON: "FILE-110"
        case .otherArchive: "FILE-111"
        case .workbook(_, let problem): problem.code
        }
    }

    /// One Chinese sentence: the fact and what to do.
    public var chinese: String {
        switch self {
        case .empty: "文件是空的，没有任何内容，请检查导出过程后重新上传。"
        case .unreadable(let path, let reason): "文件“\(path)”无法打开（\(reason)），请检查文件是否存在、是否有读取权限。"
        case .encrypted(let name): "“\(name)”设有密码，请在 Excel、WPS 或压缩软件中取消密码，另存后重新上传。"
        case .truncated(let name): "“\(name)”不完整，内容在中途断开，请重新导出或重新传输后再上传。"
        case .damaged(let name, let reason): "“\(name)”已损坏（\(reason)），请用原软件打开并另存，或重新取得文件。"
        case .bomb(let name, let limit):
            "“\(name)”解压后异常庞大（上限 \(limit >> 20) MB），未予读取；请拆分后以不压缩的文件上传。"
        case .unknownFormat(let name, let what, _):
            "“\(name)”是\(what)，其中没有可读取的表格；请另存为 XLSX 或 CSV 后重新上传。"
        case .nestedArchive(let name): "“\(name)”是压缩包中的压缩包，请先解压一层，再上传里面的表格文件。"
        case .noRows(let name): "“\(name)”中没有任何数据行，请检查是否选错文件，或数据是否在别的工作表中。"
        case .brokenJSON(let line): "第 \(line) 行起不是正确的 JSON，其后的内容未能读取，请修正后重新上传。"
        case .otherArchive(let name, let format):
            "“\(name)”是 \(format) 压缩包，本系统不解压此格式；请解压后上传其中的表格，或改用 ZIP。"
        case .workbook(let name, let problem): "“\(name)”：\(problem.chinese)"
        }
    }

    /// One English sentence: the fact and what to do.
    public var english: String {
        switch self {
        case .empty: "The file is empty; check how it was exported and upload it again."
        case .unreadable(let path, let reason):
            "“\(path)” cannot be opened (\(reason)); check that it exists and may be read."
        case .encrypted(let name):
            "“\(name)” is locked with a password; remove the password, save it and upload it again."
        case .truncated(let name):
            "“\(name)” is incomplete, it breaks off in the middle; export or transfer it again and upload it."
        case .damaged(let name, let reason):
            "“\(name)” is damaged (\(reason)); open it in its own program and save it, or fetch it again."
        case .bomb(let name, let limit):
            "“\(name)” unpacks to an abnormal size (limit \(limit >> 20) MB) and was not read; split it and upload it "
                + "unpacked."
        case .unknownFormat(let name, _, let what):
            "“\(name)” is \(what) and holds no table that can be read; save it as XLSX or CSV and upload that."
        case .nestedArchive(let name):
            "“\(name)” is an archive inside an archive; unpack one level and upload the table files in it."
        case .noRows(let name):
            "“\(name)” has no row of data; check whether it is the right file, or whether the data is on another sheet."
        case .brokenJSON(let line):
            "From line \(line) on this is no valid JSON and could not be read; mend it and upload the file again."
        case .otherArchive(let name, let format):
            "“\(name)” is a \(format) archive, which is not unpacked here; upload the tables in it, or use ZIP."
        case .workbook(let name, let problem): "“\(name)”: \(problem.english)"
        }
    }
}
