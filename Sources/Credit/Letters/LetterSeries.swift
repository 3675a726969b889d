/// 发文字号系列: how the letters of an organ are numbered; each organ counts each series anew every year.
public struct LetterSeries: Coded, Hashable {
    /// 编码.
    public let code: String
    /// 名称.
    public let title: Label
    /// 字号格式: `{word}`, `{year}` and `{number}`.
    public let pattern: String
    /// 机关代字 by code of the organ; an organ without one is written by its short name.
    public let words: [String: String]
    /// 依据.
    public let source: Source

    /// How letters are numbered.
    public init(code: String, title: Label, pattern: String, words: [String: String], source: Source) {
        self.code = code
        self.title = title
        self.pattern = pattern
        self.words = words
        self.source = source
    }

    /// The names that may stand in the braces of the pattern; all must.
    public static let blanks = ["word", "year", "number"]

    /// 取号: the number after so many of the organ in the year.
    ///
    /// - Parameter short: the organ's short name, for one whose 机关代字 the pack does not know.
    public func number(of organ: String, short: String, year: Int, after taken: Int) -> LetterNumber {
        let sequence = taken + 1
        let text = LetterForm.fill(
            Label(pattern, ""),
            [
                "word": Label(words[organ] ?? short, ""), "year": Label("\(year)", ""),
                "number": Label("\(sequence)", ""),
            ])
        return LetterNumber(organ: organ, series: code, year: year, sequence: sequence, text: text.chinese)
    }
}

/// 发文字号: a place in a register: organ, series, year and the number in it.
public struct LetterNumber: Hashable, Sendable {
    /// 发文机关: its code.
    public let organ: String
    /// 系列.
    public let series: String
    /// 年份.
    public let year: Int
    /// 序号, from 1 without gaps.
    public let sequence: Int
    /// As letters write it, such as 卫信用办〔2026〕3号.
    public let text: String

    /// A place in a register.
    public init(organ: String, series: String, year: Int, sequence: Int, text: String) {
        self.organ = organ
        self.series = series
        self.year = year
        self.sequence = sequence
        self.text = text
    }
}
