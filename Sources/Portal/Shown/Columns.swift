import Credit

/// 列: the columns of a list; by those with a name it can be ordered, from the head of the table (`part_heads`) and from
/// the form alike.
///
/// In an address an order is the column's name, `-` before it for the greatest first: `order=-late`.
struct Columns: Sendable {
    /// One column.
    struct Column: Sendable {
        let title: Label
        /// What an order calls it; nil where nothing is ordered by it.
        let name: String?
        let kind: Kind

        /// A column that nothing is ordered by.
        static func plain(_ chinese: String, _ english: String, isNumber: Bool = false) -> Column {
            Column(title: .both(chinese, english), name: nil, kind: isNumber ? .number : .words)
        }

        /// A column to order by.
        static func by(_ name: String, _ kind: Kind, _ chinese: String, _ english: String) -> Column {
            Column(title: .both(chinese, english), name: name, kind: kind)
        }
    }

    /// What stands in a column, and so what "less" means in it.
    enum Kind: Sendable {
        case words, number, rate, day

        fileprivate func words(isDescending: Bool) -> Label {
            switch self {
            case .words: isDescending ? .both("逆序", "backwards") : .both("顺序", "forwards")
            case .number, .rate: isDescending ? .both("由高到低", "highest first") : .both("由低到高", "lowest first")
            case .day: isDescending ? .both("由新到旧", "newest first") : .both("由旧到新", "oldest first")
            }
        }
    }

    /// 排序: by which column, and from which end.
    struct Order: Sendable, Equatable {
        let column: String
        var isDescending = false

        /// As an address asks for it.
        var text: String { (isDescending ? "-" : "") + column }
    }

    let all: [Column]
    /// How the list stands where no order is asked, if that is by one of its columns.
    var usual: Order?

    /// Every order, as an address asks for it.
    var words: [String] { all.compactMap(\.name).flatMap { [$0, "-" + $0] } }

    /// The order asked for, else the usual one; nil for the list's own.
    ///
    /// - Throws: `PortalProblem.badQuestion`.
    func order(_ ask: Ask) throws(PortalProblem) -> Order? {
        guard let text = ask.question("order") else { return usual }
        guard let order = order(text) else { throw .badQuestion("order") }
        return order
    }

    private func order(_ text: String) -> Order? {
        guard words.contains(text) else { return nil }
        return text.hasPrefix("-")
            ? Order(column: String(text.dropFirst()), isDescending: true) : Order(column: text)
    }

    /// As a question of a route.
    var question: Route.Question {
        Route.Question(
            name: "order", summary: .both("排序：列名，前加 - 为逆序", "Order: a column, - before it for the greatest first"),
            isNeeded: false, kind: .choice(words))
    }

    /// The orders to choose from; the list's own is the empty choice.
    var select: FilterForm.Select? {
        let options = all.compactMap { column in column.name.map { (column, $0) } }.flatMap { column, name in
            [true, false].map { isDescending in
                let (title, how) = (column.title, column.kind.words(isDescending: isDescending))
                return FilterForm.Option(
                    value: Order(column: name, isDescending: isDescending).text,
                    title: .both("\(title.chinese)\(how.chinese)", "\(title.english), \(how.english)"))
            }
        }.filter { $0.value != usual?.text }
        return options.isEmpty ? nil : .init(name: "order", title: .both("排序", "Order"), options: options)
    }

    /// The heads of the table at an address.
    func heads(_ address: PageAddress?) -> [Head] {
        let asked = address?["order"].flatMap { order($0) } ?? usual
        return all.map { column in
            Head(
                column: column, order: asked?.column == column.name ? asked : nil,
                link: column.name.flatMap { name in
                    address?.beginning.asking("order", following(asked, by: name, column.kind)?.text).text
                })
        }
    }

    /// What a head leads to: its column, then from the other end, then the list's own order.
    private func following(_ asked: Order?, by name: String, _ kind: Kind) -> Order? {
        let isDescending = usual?.column == name ? usual!.isDescending : kind == .number || kind == .day
        let first = Order(column: name, isDescending: isDescending)
        let next: Order? =
            asked == first
            ? Order(column: name, isDescending: !isDescending) : asked?.column == name ? nil : first
        return next == usual ? nil : next
    }

    /// 表头: one head of the table.
    struct Head: Shown {
        let column: Column
        let order: Order?
        let link: String?

        func show(on tape: inout Tape) {
            tape.put("title", column.title)
            tape.put("link", link)
            tape.put("sort", order.map { $0.isDescending ? "descending" : "ascending" })
            tape.put("isNumber", column.kind == .number)
        }
    }
}

extension Sequence {
    /// The elements in an order; those of which the key is unknown stand last from either end, equal ones as before.
    func ordered<Key: Comparable>(_ isDescending: Bool, by key: (Element) -> Key?) -> [Element] {
        let keyed = map { (element: $0, key: key($0)) }
        let known = keyed.enumerated().filter { $0.element.key != nil }.sorted { left, right in
            guard let (a, b) = left.element.key.flatMap({ a in right.element.key.map { (a, $0) } }), a != b else {
                return left.offset < right.offset
            }
            return isDescending ? b < a : a < b
        }
        return known.map(\.element.element) + keyed.filter { $0.key == nil }.map(\.element)
    }
}

extension CaseIterable where Self: Equatable {
    /// Where a word stands in its vocabulary.
    var place: Int { Self.allCases.enumerated().first { $0.element == self }?.offset ?? 0 }
}
