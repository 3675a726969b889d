import Credit

/// 表单错误: why the body of a form cannot be read at all.
enum FormFault: Error, Equatable {
    /// The type names no boundary, or one that may not be.
    case badBoundary
    /// A percent escape or the text's encoding is broken.
    case badText
    /// More names or parts than any form has.
    case tooManyParts
    /// A name is empty or too long.
    case badName
    /// The head of a part is too long, or not as it must be.
    case badHead
    /// It does not begin with its boundary, or a boundary is followed by something else.
    case badFraming
    /// It ends before its last boundary.
    case cutOff
    /// It is no object of names and values in JSON.
    case badJSON
    /// It is larger than the form can be.
    /// - Unit: bytes
    case tooLarge(Int)

    var words: Label {
        switch self {
        case .badBoundary: .both("分隔标记无效", "its boundary is not valid")
        case .badText: .both("文字编码有误", "its text is not well encoded")
        case .tooManyParts: .both("项目过多", "it has too many parts")
        case .badName: .both("项目名称无效", "the name of a part is not valid")
        case .badHead: .both("项目的说明部分无效", "the head of a part is not valid")
        case .badFraming: .both("各部分的界限有误", "its parts are not set apart as they must be")
        case .cutOff: .both("内容在中途断开", "it is cut off")
        case .badJSON: .both("JSON 写法有误", "it is no JSON object of names and values")
        case .tooLarge(let most): .both("超过 \(most) 字节", "it is larger than \(most) bytes")
        }
    }
}
