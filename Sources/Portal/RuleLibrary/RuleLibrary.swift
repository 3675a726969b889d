import Credit

/// 规则库: every dated value of the pack as a list of entries, made from the rules themselves, so that none can be told
/// here otherwise than it is applied.
struct RuleLibrary {
    let rules: Rules

    /// All entries, newest first; those without a day last.
    var entries: [RuleEntry] {
        let records = publication + terms + clocks + catalogue + bases + templates + vocabularies
        let listed =
            repairs + lists + listBases + procedures + measures + memoranda + commitments + policies + monitoring
        return (records + listed + calendars + wording + organs).enumerated().sorted { left, right in
            let (a, b) = (left.element.from, right.element.from)
            if let a, let b, a != b { return a > b }
            if (a == nil) != (b == nil) { return a != nil }
            return left.offset < right.offset
        }.map(\.element)
    }

    func cite(_ source: Source?) -> ShownSource? { source.map { ShownSource($0, in: rules) } }

    private var publication: [RuleEntry] {
        rules.kinds.flatMap { kind -> [RuleEntry] in
            let path = "/catalogue/" + kind.code
            guard case .byGrade(let steps) = kind.publication else {
                return [
                    RuleEntry(
                        sort: .publication, subject: kind.title, value: kind.publication.words, from: nil, until: nil,
                        source: cite(kind.source), path: path)
                ]
            }
            return steps.enumerated().map { index, step in
                RuleEntry(
                    sort: .publication, subject: kind.title, value: step.words, from: step.from,
                    until: index + 1 < steps.count ? steps[index + 1].from + -1 : nil, source: cite(step.source),
                    path: path)
            }
        }
    }

    private var terms: [RuleEntry] {
        rules.kinds.compactMap { kind in
            guard let days = kind.dueWithin else { return nil }
            return RuleEntry(
                sort: .term, subject: kind.title,
                value: .both(
                    "自决定之日的次日起 \(days) 个工作日内报送",
                    "handed in within \(days) working days, the day after the decision being the first"),
                from: nil, until: nil, source: cite(kind.source), path: "/catalogue/" + kind.code)
        }
    }

    private var catalogue: [RuleEntry] {
        rules.catalogue.enumerated().map { index, edition in
            RuleEntry(
                sort: .catalogue, subject: edition.title,
                value: .both("共 \(edition.classes.count) 类", "\(edition.classes.count) classes"), from: edition.from,
                until: index + 1 < rules.catalogue.count ? rules.catalogue[index + 1].from + -1 : nil,
                source: cite(edition.source), path: "/catalogue")
        }
    }

    private var bases: [RuleEntry] {
        rules.kinds.map { kind in
            let name = rules.catalogue.last?[kind.catalogueClass]?.name
            return RuleEntry(
                sort: .basis, subject: kind.title,
                value: .both(
                    "属目录“\(name?.chinese ?? kind.catalogueClass)”",
                    "belongs to “\(name?.english ?? kind.catalogueClass)” of the catalogue"), from: nil, until: nil,
                source: cite(kind.source), path: "/catalogue/" + kind.code)
        }
    }

    private var templates: [RuleEntry] {
        rules.templates.map { template in
            let user = rules.kinds.first { $0.templates.contains { $0.code == template.code } }
            return RuleEntry(
                sort: .template, subject: Label(template.title, template.code),
                value: .both("\(template.fields.count) 个数据项", "\(template.fields.count) fields"), from: nil, until: nil,
                source: cite(template.source), path: user.map { "/catalogue/" + $0.code })
        }
            + rules.layouts.map { layout in
                RuleEntry(
                    sort: .template, subject: layout.title,
                    value: .both("\(layout.columns.count) 列", "\(layout.columns.count) columns"), from: nil, until: nil,
                    source: cite(layout.source), path: "/catalogue/" + layout.kind)
            }
    }

    private var vocabularies: [RuleEntry] {
        rules.vocabularies.flatMap { vocabulary in
            // A vocabulary is known to people by the field that chooses from it.
            let field = rules.templates.lazy.flatMap(\.fields).first { $0.type.vocabulary?.code == vocabulary.code }
            let subject = field.map { Label($0.title, $0.english) } ?? Label(vocabulary.code, vocabulary.code)
            return vocabulary.words.filter { $0.from != nil || $0.until != nil }.map { word in
                RuleEntry(
                    sort: .vocabulary, subject: subject,
                    value: .both("可以使用“\(word.title)”", "“\(word.english)” may be used"), from: word.from,
                    until: word.until, source: nil, path: nil)
            }
        }
    }

    private var calendars: [RuleEntry] {
        rules.calendar.flatMap { year in
            entries(
                year.arrangements, .calendar, .both("\(year.year) 年", "\(year.year)"), "/rules/calendar/\(year.year)"
            ) { steps, index in
                let step = steps[index]
                let working = WorkingCalendar([year], known: step.from).days(of: year.year)?.count ?? 0
                return .both(
                    "工作日 \(working) 天，放假安排 \(step.value.off.count) 天，调休上班 \(step.value.work.count) 天",
                    "\(working) working days, \(step.value.off.count) days off by notice, "
                        + "\(step.value.work.count) make-up days")
            }
        }
    }

    private var wording: [RuleEntry] {
        rules.terms.flatMap { term in
            entries(term.labels, .wording, term.labels.steps[0].value, "/guide/glossary") { steps, index in
                told(steps, index, .both("称", "called")) { $0 }
            }
        }
    }

    private var organs: [RuleEntry] {
        rules.departments.flatMap { department in
            entries(department.names, .organ, department.names.steps[0].value.full, "/guide/organisation") {
                told($0, $1, .both("名称为", "named"), \.full)
            }
        }
    }

    /// The steps of a dated value, each until the day before the next.
    func entries<Value>(
        _ dated: Dated<Value>, _ sort: RuleSort, _ subject: Label, _ path: String,
        _ value: ([Dated<Value>.Step], Int) -> Label
    ) -> [RuleEntry] {
        let steps = dated.steps
        return steps.enumerated().map { index, step in
            RuleEntry(
                sort: sort, subject: subject, value: value(steps, index), from: step.from,
                until: index + 1 < steps.count ? steps[index + 1].from + -1 : nil, source: cite(step.source), path: path
            )
        }
    }

    /// What a thing is said to be from a step on, and what it was said to be before.
    func told<Value>(
        _ steps: [Dated<Value>.Step], _ index: Int, _ words: Label, _ label: (Value) -> Label
    ) -> Label {
        let now = label(steps[index].value)
        let value = Label(
            words.chinese + "“" + now.chinese + "”", words.english + " “" + now.english + "”")
        guard index > 0 else { return value }
        let before = label(steps[index - 1].value)
        return Label(
            value.chinese + "，此前为“" + before.chinese + "”", value.english + ", before that “" + before.english + "”")
    }
}
