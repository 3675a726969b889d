import Credit

/// 月通报页: a month's bulletin as page, JSON, table, DOCX and XLSX.
struct BulletinPage: PaperPage {
    static let template = "bulletin"
    static let table: StaticString? = "units"
    let bulletin: Bulletin
    let organ: Label

    var title: Label {
        .both(
            "\(bulletin.month.title.chinese)公共信用信息报送情况通报",
            "Bulletin on public credit information handed in, \(bulletin.month)")
    }
    var reading: Reading? { bulletin.reading }
    var section: PortalSection? { .departments }
    private var base: String { "/bulletins/\(bulletin.month)" }

    func show(on tape: inout Tape) {
        let units = bulletin.units
        tape.put("month", bulletin.month.description)
        tape.put("title", title)
        tape.put("unfinished", bulletin.isUnfinished)
        tape.put("handedIn", units.count { $0.tally.files > 0 })
        tape.put("nothing", bulletin.units(.nothing).map { UnitName(unit: $0) })
        tape.put("total", TallyView(tally: bulletin.total))
        tape.put("before", bulletin.before.files > 0 ? TallyView(tally: bulletin.before) : nil)
        tape.put("complianceChange", BulletinUnit.change(bulletin.total.compliance, bulletin.before.compliance))
        tape.put("timelinessChange", BulletinUnit.change(bulletin.total.timeliness, bulletin.before.timeliness))
        tape.put("units", units)
        tape.draw { tape in
            tape.put("monthTitle", bulletin.month.title)
            tape.put("organ", organ)
            tape.put("count", units.count)
            tape.put("ranked", units.filter { $0.complianceRank != nil })
            tape.put("hasRanked", units.contains { $0.complianceRank != nil })
            tape.put("hasNothing", !bulletin.units(.nothing).isEmpty)
            tape.put("nothingCount", bulletin.units(.nothing).count)
            tape.put("others", units.filter { $0.complianceRank == nil && $0.state != .nothing })
            tape.put("hasOthers", units.contains { $0.complianceRank == nil && $0.state != .nothing })
            tape.put("reminded", units.filter { !$0.facts.isEmpty })
            tape.put("hasReminded", units.contains { !$0.facts.isEmpty })
            tape.put("charts", [rates, rows])
            tape.put("base", base)
            tape.put("index", base + "/index")
            tape.put("allBatches", base + "/batches")
            tape.put("earlier", base(bulletin.month + -1))
            tape.put("later", base(bulletin.month + 1))
        }
    }

    private func base(_ month: Month) -> String? {
        guard let since = bulletin.since, month >= Month(of: since), month <= Month(of: bulletin.reading.day) else {
            return nil
        }
        return "/bulletins/\(month)"
    }

    /// A unit by its name.
    struct UnitName: Shown {
        let unit: BulletinUnit
        func show(on tape: inout Tape) {
            tape.put("code", unit.department.department.code)
            tape.put("name", unit.department.name)
            tape.put("path", "/departments/\(unit.department.department.code)?month=\(unit.month)")
        }
    }

    private var rows: Chart {
        func counted(_ count: (SubmissionTally) -> Int) -> [Chart.Point] {
            bulletin.history.map { entry in
                entry.tally.files > 0
                    ? Chart.Point(count: count(entry.tally)) : Chart.Point(nil, .both("没有数", "no figure"))
            }
        }
        return Chart(
            id: "rows", title: .both("全市收到的行", "Rows of the whole city"),
            summary: .both(
                "近 12 个月。实心为通过校验的行，空心为退回的行。", "The last 12 months. Solid bars passed, hollow ones were refused."),
            form: .bars, scale: .count, places: bulletin.history.map { Chart.Place($0.month) },
            series: [
                .init(title: .both("通过", "passed"), points: counted { $0.counts.rows - $0.counts.refused }),
                .init(title: .both("退回", "refused"), points: counted { $0.counts.refused }),
            ], axis: .both("月份", "Month"))
    }

    private var rates: Chart {
        let none = Label.both("没有数", "no figure")
        return Chart(
            id: "city", title: .both("全市合规率与及时率", "Compliance and timeliness of the whole city"),
            summary: .both(
                "近 12 个月。圆点实线为合规率，方块虚线为及时率。",
                "The last 12 months. Circles on a solid line: compliance. Squares on a dashed line: timeliness."),
            form: .lines, scale: .share, places: bulletin.history.map { Chart.Place($0.month) },
            series: [
                .init(
                    title: .both("合规率", "compliance"),
                    points: bulletin.history.map { Chart.Point($0.tally.compliance, else: none) }),
                .init(
                    title: .both("及时率", "timeliness"),
                    points: bulletin.history.map { Chart.Point($0.tally.timeliness, else: none) }),
            ], axis: .both("月份", "Month"))
    }
}

extension BulletinPage {
    func paper(in language: Language) -> Paper {
        func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        let (month, total) = (language.words(of: bulletin.month.title), bulletin.total)
        let silent = bulletin.units(.nothing).map { language.words(of: $0.department.name) }
        let handedIn = bulletin.units.count { $0.tally.files > 0 }
        var blocks: [Paper.Block] = [
            .paragraph(
                say(
                    "\(month)，分工方案列明的\(bulletin.units.count)个单位中有\(handedIn)个单位报送，共收到\(total.counts.rows)行。",
                    "In \(month) \(handedIn) of the \(bulletin.units.count) units of the plan handed something in, "
                        + "\(total.counts.rows) rows altogether."))
        ]
        if bulletin.isUnfinished {
            blocks.append(
                .paragraph(
                    say(
                        "本月尚未结束，数字截至\(bulletin.reading.day)。",
                        "The month is not over; the figures are those of \(bulletin.reading.day).")))
        }
        for (name, rate, before) in [
            (say("合规率", "Compliance"), total.compliance, bulletin.before.compliance),
            (say("及时率", "Timeliness"), total.timeliness, bulletin.before.timeliness),
        ] {
            let change = BulletinUnit.change(rate, before).map {
                say("，比上月\($0)个百分点", ", \($0) percentage points against the month before")
            }
            blocks.append(
                .paragraph(
                    rate.text.map {
                        say(
                            "\(name)\($0)（\(rate.numerator)÷\(rate.denominator)）\(change ?? "")。",
                            "\(name) \($0) (\(rate.numerator) ÷ \(rate.denominator))\(change ?? "").")
                    } ?? say("\(name)：没有可以计算的行。", "\(name): no row to work it out from.")))
        }
        blocks += [.heading(say("一、报送质量", "1. Quality of what was handed in")), .table(ranking(language))]
        blocks.append(.heading(say("二、没有报送的单位", "2. Units that handed in nothing")))
        blocks.append(
            .paragraph(
                silent.isEmpty
                    ? say("没有。", "None.")
                    : say(
                        silent.joined(separator: "、") + "。没有报送不等于应报未报。",
                        silent.joined(separator: "; ") + ". Nothing handed in does not mean that something is missing.")
            ))
        blocks += [.heading(say("三、需要督办的事项", "3. Reminders")), .table(reminders(language))]
        return Paper(file: "bulletin-\(bulletin.month)", title: language.words(of: title), blocks: blocks)
    }

    private func ranking(_ language: Language) -> PaperTable {
        func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        let rows = bulletin.units.map { unit -> [PaperTable.Cell] in
            let name = PaperTable.Cell.text(language.words(of: unit.department.name))
            guard unit.tally.files > 0 else {
                return [.none, name, .text(language.words(of: unit.state.words))]
                    + Array(repeating: .none, count: 9)
            }
            func text(_ words: String?) -> PaperTable.Cell { words.map { .text($0) } ?? .none }
            return [
                unit.complianceRank.map { .number($0) } ?? .none, name, .text(language.words(of: unit.state.words)),
                .number(unit.tally.counts.rows), .number(unit.tally.compliance.numerator),
                .number(unit.tally.counts.refused), text(unit.tally.compliance.text),
                text(BulletinUnit.change(unit.tally.compliance, unit.before.compliance)),
                unit.timelinessRank.map { .number($0) } ?? .none,
                unit.tally.timeliness.text.map { .text($0) } ?? .text(language.words(of: unit.tally.timing.words)),
                .number(unit.tally.timeliness.denominator), .number(unit.tally.counts.late),
            ]
        }
        return PaperTable(
            name: say("报送质量", "Quality"),
            columns: [
                say("合规位次", "Place by compliance"), say("单位", "Unit"), say("状态", "State"), say("收到行", "Rows"),
                say("通过行", "Passed"), say("退回", "Refused"), say("合规率", "Compliance"),
                say("较上月（百分点）", "Against last month (points)"),
                say("及时位次", "Place by timeliness"), say("及时率", "Timeliness"),
                say("可判断是否按时的行", "Rows of which it can be told"), say("迟报", "Late"),
            ], rows: rows)
    }

    private func reminders(_ language: Language) -> PaperTable {
        func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        let rows = bulletin.units.flatMap { unit in
            unit.facts.map { fact -> [PaperTable.Cell] in
                let what: PaperTable.Cell =
                    switch fact.what {
                    case .late(let rows, let days):
                        .text(
                            say("\(rows)行超过\(days)个工作日", "\(rows) rows after more than \(days) working days"))
                    case .missing(let last):
                        .text(
                            say(
                                "当月没有收到（最近：\(last?.description ?? "12个月内没有")）",
                                "nothing came in (last: \(last?.description ?? "not within 12 months"))"))
                    }
                return [
                    .text(language.words(of: unit.department.name)), .text(language.words(of: fact.kind.title)), what,
                ]
            }
        }
        return PaperTable(
            name: say("督办事项", "Reminders"),
            columns: [say("单位", "Unit"), say("信息类别", "Kind"), say("情况", "What is known")],
            rows: rows)
    }
}
