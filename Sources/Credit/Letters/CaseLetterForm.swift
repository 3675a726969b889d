/// 文书格式: the words of a letter of a case, which a city changes in its pack.
public struct CaseLetterForm: Coded, Hashable {
    /// 编码.
    public let code: String
    /// 事由: what it is for; one form an occasion.
    public let occasion: LetterOccasion
    /// 发文字号系列: code of the register that numbers it.
    public let series: String
    /// 标题.
    public let title: Label
    /// 正文, paragraph by paragraph: facts, basis, the right to answer. A paragraph whose blanks the case fills with
    /// nothing is left out.
    public let paragraphs: [Label]
    /// 权利告知: how to object and where to sue.
    public let recourse: [Label]
    /// 依据.
    public let source: Source

    /// The words of a letter.
    public init(
        code: String, occasion: LetterOccasion, series: String, title: Label, paragraphs: [Label], recourse: [Label],
        source: Source
    ) {
        self.code = code
        self.occasion = occasion
        self.series = series
        self.title = title
        self.paragraphs = paragraphs
        self.recourse = recourse
        self.source = source
    }

    /// Names in braces that nothing fills; nil where a brace is not closed.
    public func unknownBlanks() -> [String]? {
        let known = LetterOccasion.commonBlanks + occasion.blanks
        var unknown: [String] = []
        for text in [title] + paragraphs + recourse {
            for words in [text.chinese, text.english] {
                guard let names = LetterForm.blanks(in: words) else { return nil }
                unknown += names.filter { !known.contains($0) }
            }
        }
        return unknown
    }

    /// 文书: the letter as the case fills it on a day.
    public func text(_ matter: LetterMatter, organ: Label, common: [String: Label]) -> LetterText {
        var values = common.merging(matter.values) { $1 }
        values["organ"] = organ
        values["addressee"] = matter.addressee
        let title = matter.title ?? LetterForm.fill(self.title, values)
        return LetterText(
            title: title, addressee: matter.addressee, organ: organ,
            chinese: lines(\.chinese, values), english: lines(\.english, values))
    }

    private func lines(_ language: any KeyPath<Label, String> & Sendable, _ values: [String: Label]) -> [String] {
        (paragraphs + recourse).flatMap { paragraph -> [String] in
            let words = paragraph[keyPath: language]
            let names = LetterForm.blanks(in: words) ?? []
            if !names.isEmpty, names.allSatisfy({ values[$0]?[keyPath: language].isEmpty ?? true }) { return [] }
            return LetterText.lines(LetterForm.fill(paragraph, values)[keyPath: language])
        }
    }
}

/// 文书正文: a letter as it was drawn up; what it says stays, whatever becomes of form and case.
public struct LetterText: Hashable, Sendable {
    /// 标题.
    public let title: Label
    /// 受文者.
    public let addressee: Label
    /// 发文机关, by its name of the day.
    public let organ: Label
    /// 正文, paragraph by paragraph.
    public let chinese: [String]
    /// The same in English.
    public let english: [String]

    /// A letter as it was drawn up.
    public init(title: Label, addressee: Label, organ: Label, chinese: [String], english: [String]) {
        self.title = title
        self.addressee = addressee
        self.organ = organ
        self.chinese = chinese
        self.english = english
    }

    /// The paragraphs of a text: its lines that hold something.
    public static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { FormValues(["": String($0)])[""] }
    }

    var all: [String] {
        [title, addressee, organ].flatMap { [$0.chinese, $0.english] } + chinese + english
    }
}
