/// 页面地址: a path with what is asked, from which the addresses of its neighbours are made.
struct PageAddress: Sendable, Equatable {
    /// One thing that is asked.
    struct Item: Sendable, Equatable {
        let name: String
        let value: String
    }

    let path: String
    private(set) var items: [Item] = []
    /// The language where it was chosen in the address, so that links carry it on.
    var language: Language?

    init(_ path: String, language: Language? = nil) {
        self.path = path
        self.language = language
    }

    /// The same with a name asked otherwise; not asked at all for nil.
    func asking(_ name: String, _ value: String?) -> PageAddress {
        var other = self
        if let value, let place = items.firstIndex(where: { $0.name == name }) {
            other.items[place] = Item(name: name, value: value)
        } else {
            other.items.removeAll { $0.name == name }
            if let value { other.items.append(Item(name: name, value: value)) }
        }
        return other
    }

    /// The value asked under a name; nil where it is not asked.
    subscript(_ name: String) -> String? { items.first { $0.name == name }?.value }

    /// The list from its beginning.
    var beginning: PageAddress { asking("after", nil) }

    /// The whole list as asked, however many rows are on a page.
    var whole: PageAddress { beginning.asking("limit", nil) }

    /// What is asked but for the language, ready for an address; nil where nothing is.
    var question: String? {
        items.isEmpty
            ? nil : items.map { $0.name + "=" + PercentEncoding.encode($0.value.utf8) }.joined(separator: "&")
    }

    /// The address as it stands in a link.
    var text: String {
        let pieces = [question, language.map { "lang=" + $0.rawValue }].compactMap { $0 }
        return pieces.isEmpty ? path : path + "?" + pieces.joined(separator: "&")
    }

    /// The same question to the interface for programs.
    var interface: PageAddress {
        var other = PageAddress("/api/v1" + path, language: language)
        other.items = items
        return other
    }
}
