/// 表格书写: writes pages of one list as one file, CSV or JSON Lines.
struct TableWriter: Sendable {
    let form: AnswerForm
    private var columns: [String] = []

    init(form: AnswerForm) { self.form = form }

    /// The rows of a page; before the first row of a CSV the names of the columns. A row that brings a column which the
    /// first page had not would lie beside its heading, so the rows of a list that is written in pieces all show the
    /// same properties.
    mutating func write(_ page: some Page, in language: Language) -> [UInt8] {
        let tape = Tape(language: language, form: form, PageContent(page: page))
        let table = type(of: page).table
        guard form == .csv else { return tape.lines(of: table) }
        let known = columns.count
        let bytes = tape.csv(of: table, columns: &columns)
        assert(known == 0 || columns.count == known, "a later page has a column of its own")
        return bytes
    }
}
