import Credit

/// 规则条目: one value of the pack: what it governs, what it says, from which day, on what basis.
struct RuleEntry: Shown {
    let sort: RuleSort
    /// What it is about.
    let subject: Label
    /// What it says, in words.
    let value: Label
    /// First day on which it holds; nil where the pack knows none.
    let from: Day?
    /// Last day on which it holds; nil while it does.
    let until: Day?
    let source: ShownSource?
    /// Where more is said of it.
    let path: String?

    /// Whether it holds on a day; a value without a first day holds until it is changed.
    func isInForce(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    func show(on tape: inout Tape) {
        tape.put("sort", sort.rawValue)
        tape.put("sortTitle", sort.title)
        tape.put("subject", subject)
        tape.put("value", value)
        tape.put("from", from)
        tape.put("until", until)
        tape.put("source", source)
        tape.put("path", path)
    }
}

/// 规则类别: what sort of thing a value of the pack governs.
enum RuleSort: String, CaseIterable {
    case publication, term, catalogue, basis, template, vocabulary, calendar, wording, organ

    var title: Label {
        switch self {
        case .publication: .both("公示期限", "Periods of publication")
        case .term: .both("工作日时限", "Terms of working days")
        case .catalogue: .both("目录版本", "Catalogue editions")
        case .basis: .both("归集依据", "Basis of collecting")
        case .template: .both("数据模板", "Templates")
        case .vocabulary: .both("代码表", "Vocabularies")
        case .calendar: .both("工作日历", "Working calendars")
        case .wording: .both("用语", "Official wording")
        case .organ: .both("机构名称", "Names of bodies")
        }
    }
}
