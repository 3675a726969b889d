import Credit

/// 公示名单页: the published licences, penalties or list entries, newest decision first.
struct RecordListPage: Page {
    static let template = "records"
    static let table: StaticString? = "rows"
    static let rowSchema: String? = "ListedRecord"
    let asked: ListQuestion
    let list: RecordList
    let sources: [ListedKind]
    let rules: Rules
    let following: Following?
    private let form: FilterForm

    init(
        asked: ListQuestion, list: RecordList, sources: [ListedKind], rules: Rules, following: Following? = nil
    ) {
        self.asked = asked
        self.list = list
        self.sources = sources
        self.rules = rules
        self.following = following
        form = asked.form(rules, on: list.reading.day)
    }

    private var family: RecordQuestion.Family { asked.question.family }
    private var kind: RecordKind? { asked.question.kind.flatMap { rules.kinds[$0] } }

    /// What the list is of: its only kind where one is asked of several.
    var title: Label { family.kinds(rules).count > 1 ? kind?.title ?? family.family.title : family.family.title }
    var reading: Reading? { list.reading }
    /// Nobody is found in a search engine by what is adverse, and no sole trader at all (R10).
    var isIndexed: Bool {
        !family.family.isAdverse && asked.address.items.isEmpty && !list.rows.contains { $0.subject.isSoleTrader }
    }
    var canonicalPath: String? { asked.address.items.isEmpty ? asked.address.path : nil }
    var section: PortalSection? { .published }
    var fileName: String { String(asked.address.path.dropFirst()) }
    var narrowing: FilterForm? { form }
    var pager: Pager? { Pager(asked.address, after: list.next?.text, count: list.rows.count) }

    func show(on tape: inout Tape) {
        tape.put("family", family.rawValue)
        tape.put("familyTitle", family.family.title)
        tape.put("filters", form.tags)
        tape.put("sources", sources.map { ListedKindLine(source: $0, path: asked.address.path, asked: asked.address) })
        tape.put("rows", list.rows)
        tape.draw { tape in
            tape.put("listTitle", title)
            tape.put("isPermits", family == .permit)
            tape.put("isListings", family == .listing)
            tape.put("isGood", family == .honour || family == .performance)
            tape.put("isPenalties", family == .penalty)
            tape.put("showsKinds", family == .listing && asked.question.kind == nil)
            tape.put("hasKinds", family == .listing)
            tape.put("adverse", family.family.isAdverse)
            tape.put("tabs", ListTab.all(family, language: asked.address.language))
            tape.put("isEmpty", list.rows.isEmpty)
            tape.put("isUnknown", isUnknown)
        }
    }

    /// Whether nothing of what is asked for was ever handed in, so that an empty list says nothing (R13).
    private var isUnknown: Bool {
        sources.filter { asked.question.kind == nil || $0.currency.kind == asked.question.kind }
            .allSatisfy { $0.currency.lastReceived == nil }
    }
}

extension ListedRecord: Shown {
    func show(on tape: inout Tape) {
        tape.put("id", id)
        tape.put("path", RecordPage.path(of: id))
        tape.put("kind", kind)
        tape.put("kindTitle", kindTitle)
        tape.put("subjectName", subject.name)
        tape.put("subjectCode", subject.code)
        tape.put("subjectPath", SubjectPath.path(key: subject.key, code: subject.code))
        tape.put("soleTrader", subject.isSoleTrader)
        tape.put("department", department)
        tape.put("departmentTitle", departmentTitle)
        tape.put("decided", decided)
        tape.put("received", received)
        tape.put("timeliness", timeliness?.word)
        tape.put("timelinessTitle", timeliness?.title)
        tape.put("publishedUntil", publishedUntil < Day.endless ? publishedUntil : nil)
        tape.put("standing", publishedUntil == Day.endless)
        tape.put("headline", headline)
        tape.put("contested", isContested)
        tape.put("position", position)
        tape.draw { $0.put("isLate", timeliness == .late) }
    }
}

/// 名单概况行: one kind of a list: how many of it are published, or that this is unknown because nothing was handed in.
struct ListedKindLine: Shown {
    let source: ListedKind
    let path: String
    let asked: PageAddress

    func show(on tape: inout Tape) {
        let rows = PageAddress(path, language: asked.language).asking("kind", source.currency.kind)
        tape.put("kind", source.currency.kind)
        tape.put("kindTitle", source.currency.kindTitle)
        tape.put("lastReceived", source.currency.lastReceived)
        tape.put("state", source.currency.lastReceived == nil ? "unknown" : "received")
        if let published = source.published { tape.put("published", published) }
        tape.put("path", PageAddress(path).asking("kind", source.currency.kind).text)
        tape.draw { tape in
            tape.put("count", source.published ?? 0)
            tape.put("link", rows.text)
            tape.put("isNever", source.currency.lastReceived == nil)
        }
    }
}

/// 栏目标签: the way from one list to the others.
struct ListTab: Shown {
    let title: Label
    let address: PageAddress
    let isCurrent: Bool

    static func all(_ current: RecordQuestion.Family, language: Language?) -> [ListTab] {
        RecordQuestion.Family.addressed.map {
            ListTab(
                title: $0.family.title, address: PageAddress($0.path, language: language),
                isCurrent: $0.path == current.path)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("title", title)
        tape.put("address", address.text)
        tape.put("current", isCurrent)
    }
}
