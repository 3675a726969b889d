import Credit

/// 页面: one answer of the portal; the same value is the page and the JSON.
protocol Page: Shown, Sendable {
    /// Name of its template.
    static var template: String { get }
    /// What the browser's tab says.
    var title: Label { get }
    /// What it was read from; nil where it was read from nothing.
    var reading: Reading? { get }
    /// HTTP status.
    var status: Int { get }
    /// Whether search engines may list it (R10).
    var isIndexed: Bool { get }
    /// The one path among several that means this page; nil where there is only one.
    var canonicalPath: String? { get }
    /// How long the answer may be kept.
    var caching: Caching { get }
    /// Which entry of the navigation it belongs to.
    var section: PortalSection? { get }
    /// Name of the list on it that can be downloaded as CSV and as JSON Lines (`?format=csv`, `?format=jsonl`); nil
    /// where it has none.
    static var table: StaticString? { get }
    /// Schema of the rows of that list, whose properties are the columns of a file; nil where the rows tell them.
    static var rowSchema: String? { get }
    /// What a file of that list is called, without day and ending.
    var fileName: String { get }
    /// What its list is narrowed and ordered by; nil where it has none that can be.
    var narrowing: FilterForm? { get }
    /// The way through the pages of its list; nil where all of it stands on the page.
    var pager: Pager? { get }
    /// Reads what comes after this page where its list is to be had whole, as a file; nil at its end.
    var following: Following? { get }
    /// What its list is asked by where it is to be had whole, ready for an address; nil for nothing.
    var wholeQuestion: String? { get }
    /// What the link to the other language has to ask besides, ready for an address; nil for nothing.
    var question: String? { get }
}

extension Page {
    var reading: Reading? { nil }
    var status: Int { 200 }
    var isIndexed: Bool { true }
    var canonicalPath: String? { nil }
    var caching: Caching { .revalidated }
    var section: PortalSection? { nil }
    var question: String? { narrowing?.address.question }
    var wholeQuestion: String? { narrowing.map(\.address.whole.question) ?? question }
    static var table: StaticString? { nil }
    var narrowing: FilterForm? { nil }
    var pager: Pager? { nil }
    var following: Following? { nil }
    var fileName: String { Self.template }
    static var rowSchema: String? { nil }
}

/// 续读: reads the page after a page.
typealias Following = @Sendable () async throws -> any Page

/// 缓存: how long an answer may be kept by others.
enum Caching: Sendable {
    /// Kept, and asked about each time: what is published may end any day (R6).
    case revalidated
    /// Not kept.
    case never
    /// Never changes.
    case forever
}

/// A page with what every answer says: the language, and what it was read from.
struct PageContent<Content: Page>: Shown {
    let page: Content

    func show(on tape: inout Tape) {
        tape.put("lang", tape.language.rawValue)
        page.show(on: &tape)
        let (narrowing, pager) = (page.narrowing, page.pager)
        if let pager { tape.put("next", pager.next?.interface.text) }
        tape.draw { tape in
            tape.put("filter", narrowing)
            if let columns = narrowing?.columns { tape.put("heads", columns.heads(narrowing?.address)) }
            tape.put("pager", pager)
        }
        tape.put("reading", page.reading)
    }
}

extension Reading: Shown {
    func show(on tape: inout Tape) {
        tape.put("day", day)
        tape.put("logSize", treeSize)
        tape.put("rehearsal", isRehearsal)
    }
}
