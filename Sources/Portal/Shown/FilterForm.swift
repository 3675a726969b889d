import Credit

/// 筛选: the filters of a list as a form that asks by GET. Only for drawing.
struct FilterForm: Shown {
    /// The page's own path.
    let action: String
    let selects: [Select]
    /// The day asked about; nil where the page asks for none.
    let day: Day?

    /// One choice among several.
    struct Select: Shown {
        let name: String
        let title: Label
        let options: [Option]

        /// A choice among the words of a vocabulary.
        static func words<Word: RawRepresentable & CaseIterable>(
            _ name: String, _ title: Label, of vocabulary: Word.Type, chosen: Word?, _ words: (Word) -> Label
        ) -> Select where Word.RawValue == String {
            Select(
                name: name, title: title,
                options: vocabulary.allCases.map {
                    Option(value: $0.rawValue, title: words($0), isChosen: $0.rawValue == chosen?.rawValue)
                })
        }

        func show(on tape: inout Tape) {
            tape.put("name", name)
            tape.put("title", title)
            tape.put("options", options)
        }
    }

    /// One of the choices.
    struct Option: Shown {
        let value: String
        let title: Label
        let isChosen: Bool

        func show(on tape: inout Tape) {
            tape.put("value", value)
            tape.put("title", title)
            tape.put("isChosen", isChosen)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("action", action)
        tape.put("selects", selects)
        tape.put("day", day)
    }

    /// What is asked, ready for an address; nil for nothing.
    static func question(selects: [Select], day: Day?) -> String? {
        var pairs = selects.compactMap { select in
            select.options.first(where: \.isChosen).map { select.name + "=" + PercentEncoding.encode($0.value.utf8) }
        }
        if let day { pairs.append("on=\(day)") }
        return pairs.isEmpty ? nil : pairs.joined(separator: "&")
    }
}
