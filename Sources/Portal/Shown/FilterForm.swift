import Credit

/// 筛选: what a list is narrowed and ordered by: one form that asks by GET, and tags that take each condition off again.
/// `part_filter` draws it on any page. What is chosen is read from the address, which alone says what is asked.
struct FilterForm: Shown {
    /// The list as it is asked now.
    let address: PageAddress
    var selects: [Select] = []
    var days: [DayField] = []
    var texts: [TextField] = []
    /// The columns of the list, some of which it can be ordered by.
    var columns: Columns?

    /// One choice among several.
    struct Select: Sendable {
        let name: String
        let title: Label
        let options: [Option]

        /// A choice among the words of a vocabulary.
        static func words<Word: RawRepresentable & CaseIterable>(
            _ name: String, _ title: Label, of vocabulary: Word.Type, _ words: (Word) -> Label
        ) -> Select where Word.RawValue == String {
            Select(
                name: name, title: title,
                options: vocabulary.allCases.map { Option(value: $0.rawValue, title: words($0)) })
        }
    }

    /// One of the choices.
    struct Option: Sendable {
        let value: String
        let title: Label
    }

    /// A text to search by.
    struct TextField: Sendable {
        let name: String
        let title: Label
        /// - Unit: characters
        let most: Int
    }

    /// A day to ask by.
    struct DayField: Sendable {
        let name: String
        let title: Label
        /// The day that stands in the field where none is asked.
        var usual: Day?

        /// The day whose rules a page shows.
        static func on(_ day: Day) -> DayField {
            DayField(name: "on", title: .both("哪一日的规则", "The rules of which day"), usual: day)
        }
    }

    private var choices: [Select] { selects + [columns?.select].compactMap(\.self) }

    func show(on tape: inout Tape) {
        let choices = choices
        let names = choices.map(\.name) + days.map(\.name) + texts.map(\.name) + ["after"]
        let tags = tags
        tape.put("action", address.path)
        tape.put("selects", choices.map { DrawnSelect(select: $0, chosen: address[$0.name]) })
        tape.put("days", days.map { DrawnDay(field: $0, asked: address[$0.name]) })
        tape.put("texts", texts.map { DrawnText(field: $0, asked: address[$0.name]) })
        tape.put("kept", address.items.filter { !names.contains($0.name) })
        tape.put("isNarrowing", names.count > 2)
        tape.put("tags", tags)
        tape.put("hasTags", !tags.isEmpty)
        tape.put("clear", tags.reduce(address.beginning) { $0.asking($1.name, nil) }.text)
    }

    /// The conditions in use.
    var tags: [ListFilter] {
        let chosen = selects.compactMap { select -> ListFilter? in
            select.options.first { $0.value == address[select.name] }.map {
                ListFilter(select.name, select.title, $0.value, $0.title, address.beginning)
            }
        }
        let typed = texts.compactMap { field in
            address[field.name].map { ListFilter(field.name, field.title, $0, .both($0, $0), address.beginning) }
        }
        return chosen + typed
            + days.compactMap { field in
                address[field.name].map { ListFilter(field.name, field.title, $0, .both($0, $0), address.beginning) }
            }
    }
}

/// A choice as the form draws it.
private struct DrawnSelect: Shown {
    let select: FilterForm.Select
    let chosen: String?

    func show(on tape: inout Tape) {
        tape.put("name", select.name)
        tape.put("title", select.title)
        tape.put("isOrder", select.name == "order")
        tape.put("options", select.options.map { DrawnOption(option: $0, isChosen: $0.value == chosen) })
    }
}

private struct DrawnOption: Shown {
    let option: FilterForm.Option
    let isChosen: Bool

    func show(on tape: inout Tape) {
        tape.put("value", option.value)
        tape.put("title", option.title)
        tape.put("isChosen", isChosen)
    }
}

private struct DrawnDay: Shown {
    let field: FilterForm.DayField
    let asked: String?

    func show(on tape: inout Tape) {
        tape.put("name", field.name)
        tape.put("title", field.title)
        tape.put("value", asked ?? field.usual?.description)
    }
}

private struct DrawnText: Shown {
    let field: FilterForm.TextField
    let asked: String?

    func show(on tape: inout Tape) {
        tape.put("name", field.name)
        tape.put("title", field.title)
        tape.put("most", field.most)
        tape.put("value", asked)
    }
}

extension PageAddress.Item: Shown {
    func show(on tape: inout Tape) {
        tape.put("name", name)
        tape.put("value", value)
    }
}

/// 筛选条件: one condition that a list is narrowed by.
struct ListFilter: Shown {
    let name: String
    let title: Label
    let value: String
    let valueTitle: Label
    /// The list without it.
    let without: PageAddress

    init(_ name: String, _ title: Label, _ value: String, _ valueTitle: Label, _ address: PageAddress) {
        self.name = name
        self.title = title
        self.value = value
        self.valueTitle = valueTitle
        without = address.asking(name, nil)
    }

    func show(on tape: inout Tape) {
        tape.put("name", name)
        tape.put("title", title)
        tape.put("value", value)
        tape.put("valueTitle", valueTitle)
        tape.draw { $0.put("without", without.text) }
    }
}
