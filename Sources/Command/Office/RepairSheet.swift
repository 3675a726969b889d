import Credit

/// 修复案卷: what a case of repair shows of itself.
struct RepairSheet {
    let repair: Repair
    let rule: RepairRule
    let record: RepairedRecord?
    /// The record as the case names it.
    let recordFact: CaseSheet.Fact

    func facts(ban: RepairBan?) -> [CaseSheet.Fact] {
        let filing = repair.filing
        var facts: [CaseSheet.Fact] = [
            recordFact,
            .init(Label("适用规则（按申请日）", "Rule, by the day of the application"), rule.quoted),
            .init(Label("申请日", "Applied"), Label("\(filing.day)", "\(filing.day)")),
            .init(Label("失信程度", "Class"), rule.repairClass(filing.repairClass)?.title ?? Label("", "")),
            .init(Label("决定单位", "Who decides"), filing.decider.title),
            .init(Label("申请渠道", "Where"), rule.window),
            .init(Label("申请途径", "How it came in"), filing.way.title),
        ]
        let earliest = record?.decided.flatMap { decided in
            rule.repairClass(filing.repairClass).map { ($0.earliest(decided: decided), $0.source) }
        }
        if let (day, source) = earliest {
            let mark =
                source.mark == .unverified ? Label("（待核实，不作为拒绝依据）", " (unverified: refuses nothing)") : Label("", "")
            facts.append(
                .init(
                    Label("最短公示期届满日", "Shortest period over on"),
                    Label("\(day)\(mark.chinese)", "\(day)\(mark.english)")))
        }
        if let ruling = filing.ruling {
            facts.append(.init(Label("破产重整裁定", "Court's ruling"), RepairSheet.words(ruling)))
        }
        for file in repair.files {
            let title = rule.materials.first { $0.code == file.material }?.title ?? Label(file.material, file.material)
            facts.append(.init(title, Label("SHA-256 \(file.digest)", "SHA-256 \(file.digest)")))
        }
        let missing = repair.missing(under: rule)
        if case .filed = repair.stage, !missing.isEmpty {
            facts.append(
                .init(
                    Label("尚缺材料", "Still missing"),
                    Label(
                        missing.map(\.title.chinese).joined(separator: "；"),
                        missing.map(\.title.english).joined(separator: "; "))))
        }
        if let told = repair.told {
            facts.append(
                .init(Label("已一次性告知", "Told at once"), Label("\(told.day)", "\(told.day)")))
        }
        if let ban {
            facts.append(
                .init(
                    Label("曾被撤销修复", "An earlier repair was undone"),
                    ban.isFirm
                        ? Label("\(ban.until) 以前不受理", "nothing is taken until \(ban.until)")
                        : Label(
                            "规则文件中的期限未核实，至 \(ban.until)；由工作人员判断",
                            "until \(ban.until) by an unverified figure; the officer decides")))
        }
        if let execution = repair.execution {
            facts.append(
                .init(Label("公示末日", "Last day shown"), Label("\(execution.lastDay)", "\(execution.lastDay)")))
            facts.append(
                .init(
                    Label("各处状态", "Where it stands"),
                    repair.stage.word == .executed
                        ? Label("本地已终止公示和共享，国家待同步", "ended here, the nation's result is pending")
                        : Label("已办结", "closed")))
        }
        if let shield = repair.shield {
            facts.append(
                .init(
                    Label("暂时屏蔽", "Shielded"),
                    Label("自 \(shield.day) 起，\(shield.ruling.number)", "since \(shield.day), \(shield.ruling.number)")))
        }
        return facts
    }

    static func words(_ paper: RepairPaper) -> Label {
        let text = "\(paper.organ) \(paper.number) \(paper.date)"
        return Label(text, text)
    }

    /// What is known of a record whose shortest period is over.
    static func facts(of outlook: RepairOutlook, record: String) -> [CaseSheet.Fact] {
        [
            .init(Label("信息", "Record"), Label(record, record), path: "/records/\(record)"),
            .init(
                Label("可打印的修复告知", "Notice to print"), Label("查看", "see"), path: "/records/\(record)/repair-notice"),
            .init(Label("结论", "Finding"), outlook.words),
            .init(Label("由谁决定", "Who decides"), outlook.recogniser), .init(Label("申请渠道", "Where"), outlook.window),
        ] + outlook.openings.map { .init($0.title, $0.arithmetic) }
    }

    /// One thing that happened, in words.
    static func step(_ event: RepairEvent, at position: Int, on day: Day) -> CaseSheet.Step {
        func made(_ words: Label, _ officers: [Officer]) -> CaseSheet.Step {
            CaseSheet.Step(
                day: day, words: words,
                by: officers.map { $0.standingInFor == nil ? $0.name : "\($0.name)（代）" }.joined(separator: "、"),
                position: position)
        }
        switch event {
        case .filed(let filing):
            return made(
                Label("提交申请（\(filing.way.title.chinese)）", "Filed \(filing.way.title.english)"),
                filing.officer.map { [$0] } ?? [])
        case .stepped(let step):
            let more = [step.reason, step.paper.map { words($0).chinese }].compactMap(\.self).joined(separator: "；")
            let tail = more.isEmpty ? "" : "：\(more)"
            return made(
                Label(step.kind.title.chinese + tail, step.kind.title.english + tail),
                [step.officer] + (step.second.map { [$0] } ?? []))
        case .executed(let execution):
            return made(
                Label(
                    "执行：公示和共享终止，最后一日 \(execution.lastDay)（原 \(execution.before)）",
                    "Carried out: publication and sharing ended, last day \(execution.lastDay) (before: \(execution.before))"
                ),
                [execution.officers.first, execution.officers.second])
        case .revoked(let revocation):
            return made(
                Label("撤销修复：\(revocation.reason)", "Undone: \(revocation.reason)"),
                [revocation.officers.first, revocation.officers.second])
        case .shielded(let shield):
            return made(
                shield.lastDay == nil ? Label("解除暂时屏蔽", "Shield lifted") : Label("暂时屏蔽", "Shielded for the time"),
                [shield.officers.first, shield.officers.second])
        }
    }
}
