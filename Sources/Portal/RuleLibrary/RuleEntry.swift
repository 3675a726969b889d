import Credit

/// 规则条目: one value of the pack: what it governs, what it says, from which day, on what basis.
struct RuleEntry: Shown {
    let sort: RuleSort
    /// What it is about.
    let subject: Label
    /// What it says, in words.
    let value: Label
    /// First day on which it holds; nil where the pack knows none, or not the very day.
    let from: Day?
    /// Last day on which it holds; nil while it does, or where the very day is not known.
    let until: Day?
    let source: ShownSource?
    /// Where more is said of it.
    let path: String?
    /// The span within which it is sure to hold: beginning and end counted from the last day they can be.
    private let sure: (from: Day?, until: Day?)

    init(
        sort: RuleSort, subject: Label, value: Label, from: Day?, until: Day?, source: ShownSource?, path: String?
    ) {
        self.sort = sort
        self.subject = subject
        self.value = value
        self.from = from
        self.until = until
        self.source = source
        self.path = path
        sure = (from, until)
    }

    /// A value whose days are perhaps known in part only: what is not the very day is told in words and never shown as
    /// a day (R13).
    ///
    /// - Parameters:
    ///   - ends: its last day.
    ///   - next: the first day of what takes its place.
    init(
        sort: RuleSort, subject: Label, value: Label, begins: RoughDay, ends: RoughDay? = nil, next: RoughDay? = nil,
        source: ShownSource?, path: String?
    ) {
        let days: [(name: Label, day: RoughDay?)] = [
            (Label("起始日", "begins"), begins), (Label("最后一日", "last day"), ends),
            (Label("下一步起始日", "followed from"), next),
        ]
        let parts = days.compactMap { name, day in day.flatMap { $0.isExact ? nil : (name, $0.words) } }
        self.sort = sort
        self.subject = subject
        self.value = parts.reduce(value) { told, part in
            .both(
                told.chinese + "；" + part.0.chinese + "：" + part.1.chinese,
                told.english + "; " + part.0.english + ": " + part.1.english)
        }
        from = begins.isExact ? begins.last : nil
        let last = ends?.last ?? next.map { $0.last + -1 }
        until = (ends ?? next)?.isExact == true ? last : nil
        self.source = source
        self.path = path
        sure = (begins.last, last)
    }

    /// Whether it holds on a day; a value without a first day holds until it is changed.
    func isInForce(on day: Day) -> Bool {
        (sure.from.map { $0 <= day } ?? true) && (sure.until.map { day <= $0 } ?? true)
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
    case publication, repair, term, clock, catalogue, basis, template, vocabulary, list
    case listBasis = "list-basis"
    case procedure
    case measure, memorandum, commitment, policy, monitoring, calendar, wording, organ

    var title: Label {
        switch self {
        case .publication: .both("公示期限", "Periods of publication")
        case .repair: .both("信用修复", "Repair")
        case .term: .both("工作日时限", "Terms of working days")
        case .clock: .both("办理时限", "Clocks of cases")
        case .catalogue: .both("目录版本", "Catalogue editions")
        case .basis: .both("归集依据", "Basis of collecting")
        case .template: .both("数据模板", "Templates")
        case .vocabulary: .both("代码表", "Vocabularies")
        case .list: .both("名单", "Lists")
        case .listBasis: .both("名单依据", "Bases of lists")
        case .procedure: .both("名单认定程序", "Procedures of listing")
        case .measure: .both("惩戒措施", "Measures")
        case .memorandum: .both("方案引用文件", "Documents of the plan")
        case .commitment: .both("信用承诺", "Commitments")
        case .policy: .both("政策和标准", "Policies and standards")
        case .monitoring: .both("城市监测指标", "Indicators of cities")
        case .calendar: .both("工作日历", "Working calendars")
        case .wording: .both("用语", "Official wording")
        case .organ: .both("机构名称", "Names of bodies")
        }
    }
}
