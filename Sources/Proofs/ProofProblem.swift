/// 日志问题: why something read as part of a log, a proof or a key is none.
public enum ProofProblem: Error, Hashable, Sendable {
    /// The path of a tile or entry bundle is not written as tlog-tiles writes it.
    case badTilePath(String)
    /// A tile has fewer hashes than the tree of that size needs.
    case tileTooShort(level: Int, index: Int, has: Int, needs: Int)
    /// A leaf or tree size that the tree has not got.
    case outsideTree(index: Int, size: Int)
    /// The text is no signed note.
    case badNote(String)
    /// The text of the note is no checkpoint.
    case badCheckpoint(String)
    /// No signature of the known key stands under the note, or it does not fit.
    case badSignature(name: String)
    /// The text is no verifier key, or its key id is not that of its name and key.
    case badVerifierKey
    /// The file of the private key cannot be understood.
    case badPrivateKey(path: String)
    /// The private key can be read by others than its owner.
    case keyOpenToOthers(path: String, mode: Int)
    /// A name that cannot stand in a note: empty, with a space, a plus sign or a line break.
    case badKeyName(String)
    /// A class or instant that cannot stand in an envelope.
    case badEnvelope(String)
    /// The commitment in the leaf is not that of this salt and body.
    case commitmentDiffers(position: Int)
    /// The inclusion proof does not lead from the leaf to the root.
    case notIncluded(position: Int, size: Int)
    /// A file could not be read or written.
    case file(path: String, reason: String)

    /// Short code by which the problem is found in the list of problems.
    public var code: String {
        switch self {
        case .badTilePath: "LOG-101"
        case .tileTooShort: "LOG-102"
        case .outsideTree: "LOG-103"
        case .badNote: "LOG-104"
        case .badCheckpoint: "LOG-105"
        case .badSignature: "LOG-106"
        case .badVerifierKey: "LOG-107"
        case .badPrivateKey: "LOG-108"
        case .keyOpenToOthers: "LOG-109"
        case .badKeyName: "LOG-110"
        case .badEnvelope: "LOG-111"
        case .commitmentDiffers: "LOG-112"
        case .notIncluded: "LOG-113"
        case .file: "LOG-114"
        }
    }

    /// One Chinese sentence: the fact and what to do.
    public var chinese: String {
        switch self {
        case .badTilePath(let path): "路径“\(path)”不是日志分块的路径，请按 tile/层/编号 的格式书写。"
        case .tileTooShort(let level, let index, let has, let needs):
            "第 \(level) 层第 \(index) 块只有 \(has) 个摘要，至少应有 \(needs) 个；请运行 chengxin verify 查明缺失。"
        case .outsideTree(let index, let size): "序号 \(index) 不在规模为 \(size) 的日志中，请核对序号。"
        case .badNote(let why): "签名文本格式不正确（\(why)），请重新取得原文。"
        case .badCheckpoint(let why): "检查点格式不正确（\(why)），请重新取得原文。"
        case .badSignature(let name): "没有密钥“\(name)”的有效签名，内容或签名已被改动，请勿采信。"
        case .badVerifierKey: "验证公钥格式不正确，请从 /log/key 重新取得。"
        case .badPrivateKey(let path): "签名私钥文件“\(path)”无法识别，请从备份恢复；切勿自行新建覆盖。"
        case .keyOpenToOthers(let path, let mode):
            "签名私钥文件“\(path)”可被他人读取（权限 \(String(mode, radix: 8))），请执行 chmod 600 后重试。"
        case .badKeyName(let name): "密钥名称“\(name)”不能为空，也不能含空格、加号或换行，请更换名称。"
        case .badEnvelope(let text): "日志条目中的“\(text)”含有不允许的字符，请只用可见的 ASCII 字符。"
        case .commitmentDiffers(let position): "第 \(position) 号条目的承诺值与内容不符，内容或盐已被改动。"
        case .notIncluded(let position, let size): "无法证明第 \(position) 号条目在规模为 \(size) 的日志中，证明或条目已被改动。"
        case .file(let path, let reason): "文件“\(path)”无法读写（\(reason)），请检查磁盘与权限后重试。"
        }
    }

    /// One English sentence: the fact and what to do.
    public var english: String {
        switch self {
        case .badTilePath(let path): "“\(path)” is no path of a tile; write tile/LEVEL/NUMBER."
        case .tileTooShort(let level, let index, let has, let needs):
            "Tile \(index) of level \(level) has \(has) hashes where \(needs) are needed; run chengxin verify."
        case .outsideTree(let index, let size): "Position \(index) is not in a log of size \(size); check the position."
        case .badNote(let why): "The signed note is malformed (\(why)); fetch the original again."
        case .badCheckpoint(let why): "The checkpoint is malformed (\(why)); fetch the original again."
        case .badSignature(let name): "No valid signature by “\(name)”: text or signature was altered; do not trust it."
        case .badVerifierKey: "The verifier key is malformed; fetch it again from /log/key."
        case .badPrivateKey(let path):
            "The private key file “\(path)” is not understood; restore it from a backup, do not make a new one over it."
        case .keyOpenToOthers(let path, let mode):
            "Others may read the private key “\(path)” (mode \(String(mode, radix: 8))); run chmod 600 and try again."
        case .badKeyName(let name):
            "The key name “\(name)” may not be empty or hold a space, plus sign or line break; choose another."
        case .badEnvelope(let text): "“\(text)” cannot stand in a log entry; use visible ASCII characters only."
        case .commitmentDiffers(let position):
            "The commitment of entry \(position) does not fit its content: body or salt was altered."
        case .notIncluded(let position, let size):
            "Entry \(position) is not proved to be in the log of size \(size): proof or entry was altered."
        case .file(let path, let reason): "“\(path)” cannot be read or written (\(reason)); check disk and permissions."
        }
    }
}
