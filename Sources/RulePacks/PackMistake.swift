import Credit

/// 错误种类: everything the loader can find wrong by itself; chapters add their own through `Strict.refuse`.
enum PackMistake {
    case unreadable(String)
    case notText(String)
    case tooBig(limit: String)
    case anchor
    case tag(String)
    case syntax(String)
    case duplicateKey(String)
    case strayFile(String)
    case missingFile(String)
    case unknownKey(String, near: String?)
    case missingKey(String)
    case wrongForm(wanted: Label)
    case empty
    case notADay
    case notANumber(ClosedRange<Int>)
    case notATruth
    case unknownWord(allowed: [String], near: String?)
    case badCode
    case fileNameDiffers(expected: String)
    case duplicateCode(String, first: PackPlace)
    case undefinedCode(String, of: Label, near: String?)
    case stepsOutOfOrder
    case neverCollected(word: String, law: String)

    /// The code a person can look up; codes are never used twice.
    var code: String {
        switch self {
        case .unreadable: "PACK-101"
        case .notText: "PACK-102"
        case .tooBig: "PACK-103"
        case .anchor: "PACK-104"
        case .tag: "PACK-105"
        case .syntax: "PACK-106"
        case .duplicateKey: "PACK-107"
        case .strayFile: "PACK-108"
        case .missingFile: "PACK-109"
        case .unknownKey: "PACK-110"
        case .missingKey: "PACK-111"
        case .wrongForm: "PACK-112"
        case .empty: "PACK-113"
        case .notADay: "PACK-114"
        case .notANumber: "PACK-115"
        case .notATruth: "PACK-116"
        case .unknownWord: "PACK-117"
        case .badCode: "PACK-118"
        case .fileNameDiffers: "PACK-120"
        case .duplicateCode: "PACK-121"
        case .undefinedCode: "PACK-122"
        case .stepsOutOfOrder: "PACK-123"
        case .neverCollected: "PACK-130"
        }
    }

    /// What is wrong.
    var message: Label {
        switch self {
        case .unreadable(let reason): Label("无法读取：\(reason)。", "cannot be read: \(reason).")
        case .notText(let what): Label("不是合法的 UTF-8 文本：\(what)。", "is not proper UTF-8 text: \(what).")
        case .tooBig(let limit): Label("超过上限（\(limit)）。", "is larger than allowed (\(limit)).")
        case .anchor:
            Label("使用了 YAML 锚点或别名（& 或 *）。", "uses a YAML anchor or alias (& or *).")
        case .tag(let tag): Label("使用了 YAML 标签“\(tag)”。", "uses the YAML tag “\(tag)”.")
        case .syntax(let what): Label("YAML 语法错误：\(what)。", "is not proper YAML: \(what).")
        case .duplicateKey(let key): Label("同一处重复出现键“\(key)”。", "has the key “\(key)” twice in one place.")
        case .strayFile(let why): Label("规则包中不认识的文件：\(why)。", "is a file the pack has no place for: \(why).")
        case .missingFile(let name): Label("规则包缺少“\(name)”。", "the pack lacks “\(name)”.")
        case .unknownKey(let key, _): Label("不认识的键“\(key)”。", "unknown key “\(key)”.")
        case .missingKey(let key): Label("缺少键“\(key)”。", "the key “\(key)” is missing.")
        case .wrongForm(let wanted):
            Label("此处应为\(wanted.chinese)。", "must be \(wanted.english) here.")
        case .empty: Label("内容为空。", "is empty.")
        case .notADay: Label("不是有效日期。", "is not a day.")
        case .notANumber(let range):
            Label(
                "不是 \(range.lowerBound) 至 \(range.upperBound) 的整数。",
                "is not a whole number from \(range.lowerBound) to \(range.upperBound).")
        case .notATruth: Label("不是 true 或 false。", "is neither true nor false.")
        case .unknownWord: Label("不在允许的词表中。", "is not a word of the closed vocabulary.")
        case .badCode: Label("编码形式不合规定。", "is not a proper code.")
        case .fileNameDiffers(let expected):
            Label("编码与文件名“\(expected)”不一致。", "the code differs from the file's name “\(expected)”.")
        case .duplicateCode(let code, let first):
            Label("编码“\(code)”重复，首见于 \(first)。", "the code “\(code)” was defined before, at \(first).")
        case .undefinedCode(let code, let space, _):
            Label(
                "引用的\(space.chinese)“\(code)”没有定义。", "the \(space.english) “\(code)” is defined nowhere.")
        case .stepsOutOfOrder: Label("时段没有按日期先后排列。", "the steps are not in the order of their days.")
        case .neverCollected(let word, let law):
            Label("“\(word)”属于禁止归集的个人信息（\(law)）。", "“\(word)” may never be collected of persons (\(law)).")
        }
    }

    /// How to mend it.
    var remedy: Label {
        switch self {
        case .unreadable: Label("请检查路径和权限。", "Check the path and its permissions.")
        case .notText: Label("请用 UTF-8 编码重新保存。", "Save the file again as UTF-8.")
        case .tooBig: Label("请拆分或删减。", "Split or shorten it.")
        case .anchor: Label("请把内容原样写出；文字中的 & 和 * 请加引号并贴近前字。", "Write the content out; quote & and * in text.")
        case .tag: Label("请删除标签。", "Remove the tag.")
        case .syntax: Label("请检查缩进、冒号和引号。", "Check indentation, colons and quotes.")
        case .duplicateKey: Label("请只保留一个。", "Keep one of them.")
        case .strayFile: Label("请移走该文件或更正其名称。", "Move it away or correct its name.")
        case .missingFile: Label("请补上该文件。", "Add the file.")
        case .unknownKey(_, let near): PackMistake.suggestion(near, else: Label("请删除。", "Remove it."))
        case .missingKey(let key): Label("请补上“\(key)”。", "Add “\(key)”.")
        case .wrongForm: Label("请按该章节的其他文件改写。", "Write it as the other files of the chapter do.")
        case .empty: Label("请填写内容，或删除该键。", "Fill it in or leave the key out.")
        case .notADay: Label("请写成 2020-01-31 的形式。", "Write it like 2020-01-31.")
        case .notANumber: Label("请改为范围内的整数。", "Use a whole number of that range.")
        case .notATruth: Label("请写 true 或 false。", "Write true or false.")
        case .unknownWord(let allowed, let near):
            PackMistake.suggestion(
                near,
                else: Label(
                    "可用：\(allowed.joined(separator: "、"))。", "Use one of: \(allowed.joined(separator: ", ")).")
            )
        case .badCode:
            Label("请用小写字母、数字和连字符，以字母或数字开头和结尾。", "Use lower-case letters, digits and inner hyphens.")
        case .fileNameDiffers: Label("请使编码与文件名相同。", "Make code and file name the same.")
        case .duplicateCode: Label("请改用未使用的编码。", "Use a code that is free.")
        case .undefinedCode(_, let space, let near):
            PackMistake.suggestion(
                near, else: Label("请先定义该\(space.chinese)。", "Define this \(space.english) first."))
        case .stepsOutOfOrder: Label("请按日期先后排列，同一日只能有一段。", "Order them by day, one step a day.")
        case .neverCollected: Label("请删除；任何设置都不能放行。", "Remove it; no setting lets it pass.")
        }
    }

    private static func suggestion(_ near: String?, else other: Label) -> Label {
        near.map { Label("是否想写“\($0)”？", "Did you mean “\($0)”?") } ?? other
    }
}
