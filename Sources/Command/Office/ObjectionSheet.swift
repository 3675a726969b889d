import Credit
import Store

/// 异议案卷: an objection as its page shows it to an officer.
struct ObjectionSheet {
    let stored: StoredObjection
    let timers: [CaseTimer]
    let rules: Rules
    let calendar: WorkingCalendar
    let officer: Officer
    let duties: Set<Duty>
    let day: Day
    let name: String?
    let isFrozen: Bool

    private var objection: Objection { stored.objection }
    private var filing: ObjectionFiling { stored.objection.filing }

    var sheet: CaseSheet {
        CaseSheet(
            id: filing.id, kind: ObjectionCases.kind, title: filing.ground.title, subject: (filing.subject, name),
            stage: objection.stage.title, isClosed: objection.closedOn != nil, facts: facts,
            clocks: timers.map { timer in
                CaseSheet.Clock(name(of: timer.key), timer.clock, in: calendar, on: day, isOfParty: timer.isOfParty)
            },
            steps: stored.steps.map { step in
                CaseSheet.Step(
                    day: step.day, words: words(of: step.event),
                    by: step.event.by.map { $0.isAgent ? $0.name : "\($0.name)（\(organ($0.organ))）" }
                        ?? filing.applicant.title.chinese,
                    position: step.position)
            },
            actions: ObjectionForms.actions(for: objection, officer: officer)
                .filter { duties.contains($0.duty) })
    }

    private var facts: [CaseSheet.Fact] {
        var facts = [
            fact("信息", "Record", filing.record, path: "/records/" + filing.record),
            fact("信息提供单位", "Provider", organ(filing.department)),
            CaseSheet.Fact(Label("申请人", "Applicant"), filing.applicant.title),
            CaseSheet.Fact(Label("申请途径", "How it came in"), filing.way.title),
            fact("所见材料", "Papers seen", filing.papers), fact("事实和理由", "Facts and reasons", filing.reason),
        ]
        facts += filing.claims.map { claim in
            fact("应当更正为", "Should say", "\(title(of: claim.field))：\(claim.says)")
        }
        facts += filing.evidence.map { fact("证据摘要", "Digest of evidence", $0) }
        let mark = objection.mark(on: day)
        facts.append(
            CaseSheet.Fact(
                Label("标注", "Mark"),
                mark == .open
                    ? Label("自 \(objection.filedOn) 起加注“异议处理中”", "marked as contested since \(objection.filedOn)")
                    : mark == .noted ? Label("结案后保留“有异议”", "the note stays") : Label("已取消", "taken off")))
        facts.append(
            CaseSheet.Fact(
                Label("裁量性限制", "Discretionary effects"),
                isFrozen
                    ? Label("冻结：不得据此作出新的裁量性限制", "frozen: no new one may rest on the record")
                    : Label("未冻结", "not frozen")))
        for made in objection.decisions {
            facts.append(CaseSheet.Fact(Label("处理结果", "Outcome"), made.decision.outcome.title))
            facts.append(fact("理由", "Reasons", made.decision.reasons))
            facts.append(fact("救济途径", "What may be done against it", made.decision.remedy))
        }
        if let made = objection.decisions.last { facts.append(answer(made)) }
        if case .proposed(let decision, _) = objection.stage {
            facts.append(CaseSheet.Fact(Label("拟定结果", "Proposed outcome"), decision.outcome.title))
            facts.append(fact("拟定理由", "Proposed reasons", decision.reasons))
            facts += corrections(decision.correction)
        }
        return facts
    }

    private func name(of key: ClockKey) -> Label {
        let rule = rules.clocks.rule(key.baseCode, for: filing.department)
        guard let name = rule?.name else { return Label(key.code, key.code) }
        guard let number = key.code == key.baseCode ? nil : key.code.split(separator: "-").last else { return name }
        return Label("\(name.chinese)（第 \(number) 次）", "\(name.english), no. \(number)")
    }

    /// 答复文本: the answer as it is told, with the times in which one may turn elsewhere: reckoned from service where it
    /// was served, and named before.
    private func answer(_ made: Objection.Made) -> CaseSheet.Fact {
        var lines = [
            Label(
                "关于信息 \(filing.record) 的异议，\(made.day) 决定：\(made.decision.outcome.title.chinese)。",
                "On the objection to the record \(filing.record), decided on \(made.day): \(made.decision.outcome.title.english)."
            ),
            Label("理由：\(made.decision.reasons)", "Reasons: \(made.decision.reasons)"),
            Label("救济途径：\(made.decision.remedy)", "What may be done against it: \(made.decision.remedy)"),
        ]
        for general in rules.clocks where general.startsAt == .service && general.insteadOf == nil {
            guard let rule = rules.clocks.rule(general.code, for: filing.department) else { continue }
            let timer = timers.latest(of: general.code)
            if case .served = objection.stage, let timer {
                lines.append(term(rule.name, timer.clock))
            } else if objection.closedOn != nil, let timer {
                lines.append(term(rule.name, timer.clock))
            } else if let step = rule.terms.step(on: made.day) {
                let (term, source) = (step.value.words, cited(step.source))
                lines.append(
                    Label(
                        "\(rule.name.chinese)：自送达之日起 \(term.chinese)内（\(source.chinese)）。",
                        "\(rule.name.english): within \(term.english) of service (\(source.english))."))
            }
        }
        return CaseSheet.Fact(
            Label("答复文本", "Text of the answer"),
            Label(lines.map(\.chinese).joined(separator: "\n"), lines.map(\.english).joined(separator: "\n")))
    }

    private func term(_ name: Label, _ clock: CaseClock) -> Label {
        let (steps, source) = (clock.arithmetic(in: calendar, on: day), cited(clock.source))
        return Label(
            "\(name.chinese)：\(steps.map(\.chinese).joined(separator: "，"))（\(source.chinese)）。",
            "\(name.english): \(steps.map(\.english).joined(separator: ", ")) (\(source.english)).")
    }

    private func cited(_ source: Source) -> Label {
        let text = source.document + (source.clause ?? "")
        return source.mark == .unverified ? Label(text + "，待核实", text + ", not verified") : Label(text, text)
    }

    private func corrections(_ correction: ObjectionDecision.Correction?) -> [CaseSheet.Fact] {
        switch correction {
        case nil: []
        case .fields(let claims): claims.map { fact("拟更正为", "To say", "\(title(of: $0.field))：\($0.says)") }
        case .withdrawal: [CaseSheet.Fact(Label("拟处理", "To be done"), Label("撤回公示", "withdrawn"))]
        case .end(let last):
            [CaseSheet.Fact(Label("拟处理", "To be done"), Label("公示截止于 \(last)", "published until \(last)"))]
        }
    }

    private func fact(_ chinese: String, _ english: String, _ value: String, path: String? = nil) -> CaseSheet.Fact {
        CaseSheet.Fact(Label(chinese, english), Label(value, value), path: path)
    }

    private func title(of field: String) -> String {
        rules.kinds.lazy.flatMap(\.templates).flatMap(\.fields).first { $0.name == field }?.title ?? field
    }

    private func organ(_ code: String) -> String { rules.departments[code]?.name(on: day)?.full.chinese ?? code }

    private func words(of event: ObjectionEvent) -> Label {
        switch event {
        case .filed: Label("提出异议，同时加注标注", "Filed, and marked")
        case .returned(_, let missing, _):
            Label(
                "一次性告知补正：\(missing.joined(separator: "；"))",
                "Returned for completion: \(missing.joined(separator: "; "))")
        case .completed(_, let papers, _, _): Label("收到补正：\(papers)", "Completed: \(papers)")
        case .accepted: Label("受理", "Accepted")
        case .routed(_, let organ, let question, _):
            Label("转“\(self.organ(organ))”核查：\(question)", "Passed to \(self.organ(organ)): \(question)")
        case .answered(_, let answer):
            Label(
                "核查意见：\(answer.finding.title.chinese)。\(answer.words)",
                "Answer: \(answer.finding.title.english). \(answer.words)")
        case .proposed(_, let decision, _):
            Label("拟定意见：\(decision.outcome.title.chinese)", "Proposed: \(decision.outcome.title.english)")
        case .sentBack(_, let reason, _): Label("退回重拟：\(reason)", "Sent back: \(reason)")
        case .decided(_, let decision, let pair):
            Label(
                "决定：\(decision.outcome.title.chinese)（\(pair.first.name)、\(pair.second.name)）",
                "Decided: \(decision.outcome.title.english) (\(pair.first.name), \(pair.second.name))")
        case .served(_, let service, _):
            Label(
                "\(service.way.title.chinese)，\(service.served) 送达",
                "\(service.way.title.english), served on \(service.served)")
        case .askedAgain(_, let reason, _): Label("要求复核：\(reason)", "A second look was asked for: \(reason)")
        case .withdrawn(_, let reason, _): Label("撤回异议：\(reason)", "Taken back: \(reason)")
        case .closed(_, let reason, let keepsNote, _):
            Label(
                "结案：\(reason)" + (keepsNote ? "；保留标注" : "；取消标注"),
                "Closed: \(reason)" + (keepsNote ? "; the note stays" : "; the mark is taken off"))
        }
    }
}
