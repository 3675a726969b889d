import Credit
import Store

/// 异议案卷: an objection as its page shows it to an officer.
struct ObjectionSheet {
    let stored: StoredObjection
    let timers: [CaseTimer]
    let notices: [ClockNotice]
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
                CaseSheet.Clock(
                    rules.clocks.rule(timer.key.code, for: filing.department)?.name
                        ?? Label(timer.key.code, timer.key.code), timer.clock, in: calendar, on: day)
            },
            steps: stored.steps.map { step in
                CaseSheet.Step(
                    day: step.day, words: words(of: step.event),
                    by: step.event.by.map { "\($0.name)（\(organ($0.organ))）" } ?? filing.applicant.title.chinese,
                    position: step.position)
            },
            actions: ObjectionForms.actions(for: objection, officer: officer, hasNotice: !notices.isEmpty)
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
        for notice in notices {
            facts.append(
                CaseSheet.Fact(
                    Label("期限改动，待告知", "Last day moved, to be told"),
                    Label(
                        "\(notice.from.words.chinese) → \(notice.to.words.chinese)",
                        "\(notice.from.words.english) → \(notice.to.words.english)")))
        }
        for made in objection.decisions {
            facts.append(CaseSheet.Fact(Label("处理结果", "Outcome"), made.decision.outcome.title))
            facts.append(fact("理由", "Reasons", made.decision.reasons))
            facts.append(fact("救济途径", "What may be done against it", made.decision.remedy))
        }
        if case .proposed(let decision, _) = objection.stage {
            facts.append(CaseSheet.Fact(Label("拟定结果", "Proposed outcome"), decision.outcome.title))
            facts.append(fact("拟定理由", "Proposed reasons", decision.reasons))
            facts += corrections(decision.correction)
        }
        return facts
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
