import Credit

/// 案件文书, as the office shows it: the letter with what happened to it and what may be done now.
public struct OfficeLetter: Sendable {
    /// The letter.
    public let letter: Letter
    /// What happened to it.
    public let steps: [CaseSheet.Step]
    /// What this officer may do with it.
    public let actions: [CaseAction]
    /// The case: its kind and what it is about.
    public let matter: Label

    /// A letter as the office shows it.
    public init(letter: Letter, steps: [CaseSheet.Step], actions: [CaseAction], matter: Label) {
        self.letter = letter
        self.steps = steps
        self.actions = actions
        self.matter = matter
    }

    /// 公文文稿: a letter as a DOCX; nil before it was drawn up.
    public static func document(of letter: Letter, in language: Language) -> [UInt8]? {
        OfficeLetterPage.paper(of: letter, in: language).map { PaperDocument.bytes($0, language: language) }
    }
}

/// 发文登记簿: the numbers that an organ took in a year.
public struct OfficeRegister: Sendable {
    /// 年份.
    public let year: Int
    /// The years that have letters, latest first.
    public let years: [Int]
    /// The letters, and what stays of erased ones, by series and number.
    public let lines: [RegisterLine]

    /// The numbers that an organ took in a year.
    public init(year: Int, years: [Int], lines: [RegisterLine]) {
        self.year = year
        self.years = years
        self.lines = lines
    }
}
