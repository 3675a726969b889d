/// 分段表格: a list as a file, page after page of it; only the page in hand is kept in memory, and each is read on its own
/// so that no read lasts longer than a page.
struct TablePieces: Sendable {
    private var page: (any Page)?
    private var writer: TableWriter
    private let language: Language

    /// The list of a page and of all that follow it.
    init(of page: some Page, form: AnswerForm, language: Language) {
        self.page = page
        self.language = language
        writer = TableWriter(of: type(of: page), form: form)
    }

    /// The next piece; nil after the last.
    ///
    /// - Throws: what reading the page throws.
    mutating func next() async throws -> [UInt8]? {
        guard let page else { return nil }
        let bytes = try writer.write(page, in: language)
        self.page = try await page.following?()
        return bytes
    }
}
