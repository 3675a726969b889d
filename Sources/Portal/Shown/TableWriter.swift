/// 表格书写: writes pages of one list as one file, CSV or JSON Lines.
struct TableWriter: Sendable {
    private let form: AnswerForm
    private var columns: [String]
    private var isStarted = false

    /// A file of the list that pages of a type have; its columns are named even where it has no row.
    init<Content: Page>(of type: Content.Type, form: AnswerForm) {
        self.form = form
        let schema = Schema.all.first { $0.name == Content.rowSchema }
        columns = schema?.properties.map { $0.name.hasSuffix("?") ? String($0.name.dropLast()) : $0.name } ?? []
    }

    /// The rows of a page; before the first of a CSV the names of the columns.
    ///
    /// - Throws: `TableFault` where a later page has a column of its own.
    mutating func write(_ page: some Page, in language: Language) throws -> [UInt8] {
        let tape = Tape(language: language, form: form, PageContent(page: page))
        let table = type(of: page).table
        guard form == .csv else { return tape.lines(of: table) }
        let known = columns.count
        let bytes = tape.csv(of: table, columns: &columns, isFirst: !isStarted)
        // A cell of a column that was not named would stand under no heading: rather no file than a wrong one.
        if isStarted, columns.count > known { throw TableFault(column: columns[known]) }
        isStarted = true
        return bytes
    }
}

/// What keeps pages of a list from being one table.
struct TableFault: Error {
    /// A column that the first page did not name.
    let column: String
}
