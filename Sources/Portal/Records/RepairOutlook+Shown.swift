import Credit

extension RepairOutlook: Shown {
    func show(on tape: inout Tape) {
        let language = tape.language
        tape.put("state", finding.word)
        tape.put("words", words)
        tape.put("earliest", earliest)
        tape.put("rule", rule?.name)
        tape.put("recogniser", recogniser)
        tape.put("window", window)
        tape.put("endsByItself", endsByItself)
        tape.put("openings", openings)
        tape.put("exits", exits.map { language.words(of: $0.title) })
        tape.put("conditions", conditions.map { language.words(of: $0.title) })
        tape.put("materials", materials.map { language.words(of: $0.asked) })
        tape.put("remarks", remarks)
        tape.draw { tape in
            tape.put("hasOpenings", !openings.isEmpty)
            tape.put("hasExits", !exits.isEmpty)
            tape.put("hasDemands", !conditions.isEmpty)
            tape.put("hasRemarks", !remarks.isEmpty)
        }
    }

    private var demandsOf: String { openings.first?.code ?? "" }
    /// 修复条件 of the version that applies.
    var conditions: [RepairDemand] { rule?.conditions(of: demandsOf) ?? [] }
    /// 申请材料 of the version that applies.
    var materials: [RepairDemand] { rule?.materials(of: demandsOf) ?? [] }
}

extension RepairDemand {
    /// What is asked; where one of several is enough, it says so.
    var asked: Label {
        oneOf == nil ? title : .both(title.chinese + "（任选其一）", title.english + " (one of these is enough)")
    }
}

extension RepairOutlook.Opening: Shown {
    func show(on tape: inout Tape) {
        tape.put("class", code)
        tape.put("title", title)
        tape.put("when", when)
        tape.put("earliest", earliest)
        tape.put("arithmetic", arithmetic)
        tape.put("rule", rule)
        tape.put("source", CitedSource(source: source))
    }
}

extension RepairRule.Remark: Shown {
    func show(on tape: inout Tape) {
        tape.put("words", words)
        tape.put("source", CitedSource(source: source))
    }
}

/// 依据: a document and clause as they are quoted.
struct CitedSource: Shown {
    let source: Source

    func show(on tape: inout Tape) {
        tape.put("document", source.document)
        tape.put("clause", source.clause)
        tape.put("unverified", source.mark == .unverified)
    }
}

/// 退出一览: the earliest day of one record in a company's file.
struct WayOut: Shown {
    let record: RecordView
    let outlook: RepairOutlook

    /// The ways out of the records that have one.
    static func all(of records: [RecordView]) -> [WayOut] {
        records.compactMap { record in record.repair.map { WayOut(record: record, outlook: $0) } }
    }

    func show(on tape: inout Tape) {
        tape.put("path", RecordPage.path(of: record.id))
        tape.put("kindTitle", record.kindTitle)
        tape.put("headline", record.headline)
        tape.put("words", outlook.words)
        tape.put("recogniser", outlook.recogniser)
        tape.put("ends", outlook.endsByItself)
    }
}
