import Credit

/// 规则清单页: a list of the rules as it stood on a day, narrowed and ordered by what was asked.
protocol RuleListPage: Page {
    associatedtype Line: Shown
    var lines: [Line] { get }
    var asked: AskedRules { get }
    /// Puts what the page says beside its lines.
    func showMore(on tape: inout Tape)
}

extension RuleListPage {
    var section: PortalSection? { .rules }
    var narrowing: FilterForm? { asked.form }
    var reading: Reading? { asked.reading }

    func showMore(on tape: inout Tape) {}

    func show(on tape: inout Tape) {
        tape.put("on", asked.day)
        showMore(on: &tape)
        if let table = Self.table { tape.put(table, lines) }
        tape.draw { tape in
            tape.put("count", lines.count)
            tape.put("isEmpty", lines.isEmpty)
            tape.put("isDayAsked", asked.isDayAsked)
        }
    }
}

/// 规则请求: what a page of the rules was asked: its form, its day, and what it was read from.
struct AskedRules: Sendable {
    let form: FilterForm
    let day: Day
    let reading: Reading?

    /// Whether a day was asked, so that links carry it on.
    var isDayAsked: Bool { form.address["on"] != nil }

    /// A question of an address about the rules of a day.
    init(
        _ address: PageAddress, day: Day, selects: [FilterForm.Select] = [], columns: Columns? = nil, reading: Reading?
    ) {
        form = FilterForm(address: address, selects: selects, days: [.on(day)], columns: columns)
        self.day = day
        self.reading = reading
    }
}

extension Ask {
    /// What a page of the rules is asked; the choices that it offers are made for the day that is asked.
    func rules(
        columns: Columns? = nil, _ selects: (Day) -> [FilterForm.Select] = { _ in [] }
    ) async throws -> AskedRules {
        let reading = try await reading()
        let day = try day(or: reading)
        return AskedRules(address, day: day, selects: selects(day), columns: columns, reading: reading)
    }
}
