/// 登记簿的一行: a number of a register, and what it was taken for as far as that is kept.
public enum RegisterLine: Sendable, Equatable {
    /// A letter, void or not.
    case letter(LetterLine)
    /// 依法删除: a letter whose content was erased on a day. The number stays, so that the register has no gap.
    case erased(LetterNumber, on: Day)

    /// 发文字号.
    public var number: LetterNumber {
        switch self {
        case .letter(let line): line.number
        case .erased(let number, _): number
        }
    }

    /// The letter; nil where it was erased.
    public var letter: LetterLine? {
        if case .letter(let line) = self { line } else { nil }
    }
}
