import Credit

/// 城市信用监测指标表: the indicators of an edition with what can be worked out for a month, each with its formula and its
/// two numbers, and with the reason where it cannot.
struct IndexPage: PaperPage {
    static let template = "index"
    static let table: StaticString? = "indicators"
    let edition: MonitoringEdition
    let month: Month
    let rows: [IndexRow]
    let reading: Reading?

    var title: Label {
        .both("城市信用监测指标表 \(month)", "City credit index sheet, \(month)")
    }
    var section: PortalSection? { .departments }

    /// Works out what can be worked out.
    static func read(_ ask: Ask) async throws -> IndexPage {
        let month = try ask.bulletinMonth()
        let rules = ask.rules
        guard let edition = rules.monitoring.last else { throw PortalProblem.noSuchPage }
        return try await ask.read { reading in
            let now = try reading.reading()
            guard let since = try reading.firstReceived(), month >= Month(of: since), month <= Month(of: now.day) else {
                throw PortalProblem.noSuchBulletin
            }
            let entries = try reading.submissions(from: month, through: month, department: nil)
            let faults = try reading.faults(in: month, department: nil)
            return IndexPage(
                edition: edition, month: month,
                rows: IndexRow.all(edition) { rate($0, entries, faults, rules) }, reading: now)
        }
    }

    /// A figure that the software knows how to work out.
    static func rate(
        _ measure: MonitoringEdition.Measure, _ entries: [SubmittedMonth], _ faults: [FaultTally], _ rules: Rules
    ) -> Rate {
        func tally(_ families: [RecordFamily]) -> SubmissionTally {
            SubmissionTally(
                entries.filter { entry in rules.kinds[entry.kind].map { families.contains($0.family) } ?? false },
                under: rules)
        }
        switch measure {
        case .publicityCompliance: return tally([.permit, .penalty]).compliance
        case .publicityTimeliness: return tally([.permit, .penalty]).timeliness
        case .registryWrongCodes:
            let wrong = faults.filter {
                rules.kinds[$0.kind]?.family == .registry && $0.fault.rule == RowRule.badCode.code
            }
            return Rate(wrong.reduce(0) { $0 + $1.cells }, of: tally([.registry]).counts.rows)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("month", month.description)
        tape.put("edition", EditionView(edition: edition))
        tape.put("levels", edition.indicators.filter { $0.level < 3 }.map(LevelView.init))
        tape.put("indicators", rows)
        tape.draw { tape in
            tape.put("monthTitle", month.title)
            tape.put("computed", rows.count { $0.figure != nil })
            tape.put("count", Set(rows.map(\.indicator.code)).count)
            tape.put("base", "/bulletins/\(month)/index")
            tape.put("back", "/bulletins/\(month)")
        }
    }

    /// The edition.
    struct EditionView: Shown {
        let edition: MonitoringEdition
        func show(on tape: inout Tape) {
            tape.put("code", edition.code)
            tape.put("title", edition.title)
            tape.put("issued", edition.issued)
            tape.put("source", edition.source.document)
            tape.put("unverified", edition.source.mark == .unverified)
            tape.put("note", edition.note)
        }
    }

    /// An indicator of the first or second level.
    struct LevelView: Shown {
        let indicator: MonitoringEdition.Indicator
        func show(on tape: inout Tape) {
            tape.put("code", indicator.code)
            tape.put("level", indicator.level)
            tape.put("name", indicator.name)
            tape.put("parent", indicator.parent)
            if let points = indicator.points { tape.put("points", points) }
        }
    }

    func paper(in language: Language) -> Paper {
        func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        let table = PaperTable(
            name: say("指标", "Indicators"),
            columns: [
                say("编号", "No."), say("三级指标", "Indicator"), say("二级指标", "Belongs to"), say("二级分值", "Points of that"),
                say("公式", "Formula"), say("分子", "Numerator"), say("分母", "Denominator"), say("结果", "Result"),
                say("暂不能算的原因", "Not computable yet, because"),
            ],
            rows: rows.map { row in
                [
                    .text(row.indicator.code), .text(language.words(of: row.indicator.name)),
                    row.parent.map { .text(language.words(of: $0.name)) } ?? .none,
                    row.parent?.points.map { .number($0) } ?? .none,
                    row.figure.map { .text(language.words(of: $0.formula)) } ?? .none,
                    row.rate.map { .number($0.numerator) } ?? .none,
                    row.rate.map { .number($0.denominator) } ?? .none,
                    row.rate.map { $0.text.map { .text($0) } ?? .text(say("当月没有行", "no row this month")) } ?? .none,
                    row.indicator.missing.map { .text(language.words(of: $0)) } ?? .none,
                ]
            })
        return Paper(
            file: "index-\(month)", title: language.words(of: title),
            blocks: [
                .paragraph(language.words(of: edition.title)), .paragraph(language.words(of: edition.note)),
                .heading(say("三级指标", "Indicators of the third level")), .table(table),
            ])
    }
}

/// 指标行: an indicator of the third level with one of its figures, or with none.
struct IndexRow: Shown {
    let indicator: MonitoringEdition.Indicator
    let parent: MonitoringEdition.Indicator?
    let figure: MonitoringEdition.Figure?
    let rate: Rate?

    static func all(
        _ edition: MonitoringEdition, _ rate: (MonitoringEdition.Measure) -> Rate
    ) -> [IndexRow] {
        edition.indicators.filter { $0.level == 3 }.flatMap { indicator -> [IndexRow] in
            let parent = edition.indicators.first { $0.code == indicator.parent }
            if indicator.figures.isEmpty {
                return [IndexRow(indicator: indicator, parent: parent, figure: nil, rate: nil)]
            }
            return indicator.figures.map { figure in
                IndexRow(indicator: indicator, parent: parent, figure: figure, rate: rate(figure.measure))
            }
        }
    }

    func show(on tape: inout Tape) {
        tape.put("code", indicator.code)
        tape.put("name", indicator.name)
        tape.put("parent", indicator.parent)
        tape.put("parentName", parent.map { tape.language.words(of: $0.name) })
        tape.put("measure", figure?.measure.rawValue)
        tape.put("formula", figure.map { tape.language.words(of: $0.formula) })
        if let rate {
            tape.put("numerator", rate.numerator)
            tape.put("denominator", rate.denominator)
            tape.put("percent", rate.text)
        }
        tape.put("missing", indicator.missing.map { tape.language.words(of: $0) })
        tape.draw { $0.put("isComputed", figure != nil) }
    }
}
