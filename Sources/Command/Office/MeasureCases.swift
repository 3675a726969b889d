import Credit
import Store

/// 措施实施: measures that rest on entries of our own lists, as tasks of the departments that execute them.
struct MeasureCases: CaseKind {
    let rules: Rules

    /// What the ids of effects begin with.
    static let mark = "EFF"

    var prefix: String { Self.mark }
    var noun: String { "measures" }
    var plural: Label { Label("措施实施", "Measures") }

    func openings(
        for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> [CaseAction] { [] }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        // A measure is bound in the case of the entry that it rests on, and nowhere else.
        throw MeasureProblem.notDecided
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        try reader.openEffects(of: officer.organ, on: day).map { effect in
            let deadline = effect.until.map { Deadline.on($0) }
            return WaitingCase(effect.id, subject: effect.subject, name: nil, deadline: deadline, state: nil) { _ in
                CaseLine(
                    id: effect.id, kind: kind, title: name(effect.measure),
                    subject: try reader.subject(effect.subject)?.name ?? effect.subject,
                    stage: Label("待执行反馈", "To be executed and told"), organ: officer.organ, deadline: deadline,
                    state: nil)
            }
        }
    }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let stored = try reader.effect(id) else { return nil }
        let effect = stored.effect
        let isBinder = officer.acts(for: stored.by.organ)
        guard isBinder || officer.acts(for: effect.department) else { return nil }
        let isLive = try reader.isLive(stored, on: day)
        return CaseSheet(
            id: id, kind: kind, title: name(effect.measure),
            subject: (key: effect.subject.text, name: try reader.subject(effect.subject.text)?.name),
            stage: stage(stored, isLive), isClosed: !isLive && stored.report != nil,
            facts: try base(of: effect, isBinder, on: day, in: reader)
                + facts(of: effect, isLive, report: stored.report),
            clocks: [],
            steps: stored.steps.map { event, position in
                CaseSheet.Step(
                    day: event.day, words: event.words, by: name(of: event.by, on: event.day), position: position)
            },
            actions: actions(
                isLive: isLive, isTold: stored.report != nil, isBinder: isBinder,
                executes: officer.acts(for: effect.department)
            ).filter { duties.contains($0.duty) })
    }

    private var kind: Label { Label("措施实施", "Measure") }

    private func name(_ code: String) -> Label { rules.measures.measures[code]?.name ?? Label(code, code) }

    private func stage(_ stored: StoredEffect, _ isLive: Bool) -> Label {
        if stored.lifted != nil { return Label("已提前解除", "Lifted") }
        if !isLive { return Label("已随依据终止", "Ended with what it rests on") }
        switch stored.report?.outcome {
        case .executed?: return Label("已执行", "Executed")
        case .notExecuted?: return Label("未执行，已说明理由", "Not executed, with a reason")
        case nil: return Label("待执行反馈", "To be executed and told")
        }
    }

    private func name(of officer: Officer, on day: Day) -> String {
        officer.name + "，" + (rules.departments[officer.organ]?.name(on: day)?.short ?? officer.organ)
    }

    /// 名单: the list and the entry that it rests on, and by which act that entry ended.
    private func base(
        of effect: Effect, _ isBinder: Bool, on day: Day, in reader: Reader
    ) throws -> [CaseSheet.Fact] {
        guard let listing = try reader.listing(effect.edge.base)?.listing else { return [] }
        let code = listing.candidate.opening.list
        let name = rules.lists[code]?.name(on: day) ?? Label(code, code)
        var facts = [CaseSheet.Fact(Label("名单", "List"), name, path: "/lists/register/" + code)]
        if let decision = listing.decision {
            let organ = rules.departments[listing.candidate.by.organ]?.name(on: day)?.full
            let paper = "\(decision.paper.number)，\(decision.paper.day)"
            facts.append(
                CaseSheet.Fact(
                    Label("列入决定", "Decision to list"),
                    Label(
                        "\(organ?.chinese ?? "")，\(paper)，\(decision.end.words.chinese)",
                        "\(organ?.english ?? ""), \(paper), \(decision.end.words.english)"),
                    path: isBinder ? "/office/cases/" + listing.id : nil))
        }
        if case .left(_, let exit) = listing.stage {
            facts.append(
                CaseSheet.Fact(
                    Label("条目已移出", "The entry has ended"),
                    Label(
                        "\(exit.paper.day)，\(exit.paper.number)，\(exit.ground.title.chinese)",
                        "\(exit.paper.day), \(exit.paper.number), \(exit.ground.title.english)")))
        }
        return facts
    }

    private func facts(of effect: Effect, _ isLive: Bool, report: EffectReport?) -> [CaseSheet.Fact] {
        var facts = [
            CaseSheet.Fact(Label("效力", "Effect"), effect.nature.title),
            CaseSheet.Fact(Label("依据", "Legal basis"), Label(effect.basis, effect.basis)),
            CaseSheet.Fact(
                Label("依附", "Rests on"),
                Label(
                    "\(effect.edge.footing.title.chinese)（\(effect.edge.base)）",
                    "\(effect.edge.footing.title.english) (\(effect.edge.base))")),
            CaseSheet.Fact(Label("起始之日", "From"), Label("\(effect.from)", "\(effect.from)")),
            CaseSheet.Fact(
                Label("终止", "End"),
                effect.until.map { Label("\($0)", "\($0)") } ?? Label("与所依附的条目同时终止", "with what it rests on")),
        ]
        if !isLive {
            facts.append(
                CaseSheet.Fact(
                    Label("注意", "Note"), Label("已终止，不得再执行", "It has ended and may not be executed any more")))
        }
        if let report { facts.append(CaseSheet.Fact(Label("反馈", "Told"), report.words)) }
        return facts
    }

    /// What has ended and was told of before is told of no more.
    private func actions(isLive: Bool, isTold: Bool, isBinder: Bool, executes: Bool) -> [CaseAction] {
        var actions: [CaseAction] = []
        if executes, isLive {
            actions.append(
                CaseAction(
                    code: "executed", title: Label("反馈：已执行", "Tell: executed"), duty: .handle,
                    fields: [
                        FormField("day", Label("实施日期", "Executed on"), .day),
                        FormField("matter", Label("业务事项编号", "Number of the matter"), .line(upTo: 100)),
                        FormField("result", Label("结果", "Result"), .text(upTo: 2_000)),
                        FormField("amount", Label("涉及金额（元）", "Amount, yuan"), .line(upTo: 20), isRequired: false),
                    ]))
        }
        if executes, isLive || !isTold {
            actions.append(
                CaseAction(
                    code: "not-executed", title: Label("反馈：未执行", "Tell: not executed"), duty: .handle,
                    fields: [FormField("reason", Label("理由", "Reason"), .text(upTo: 2_000))]))
        }
        if isBinder, isLive {
            actions.append(
                CaseAction(
                    code: "lift", title: Label("提前解除", "Lift it"), duty: .decide,
                    fields: [FormField("reason", Label("理由", "Reason"), .text(upTo: 2_000))]))
        }
        return actions
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let stored = try reader.effect(id) else { throw ListingProblem.outOfOrder }
        let isLive = try reader.isLive(stored, on: day)
        switch action {
        case "executed":
            let report = EffectReport(
                day: values.day("day") ?? day,
                outcome: .executed(matter: values["matter"] ?? "", result: values["result"] ?? ""),
                amount: try amount(values["amount"]))
            return [.effect(try stored.effect.report(report, isLive: isLive, by: officer, on: day))]
        case "not-executed":
            let report = EffectReport(day: day, outcome: .notExecuted(reason: values["reason"] ?? ""), amount: nil)
            return [.effect(try stored.effect.report(report, isLive: isLive, by: officer, on: day))]
        case "lift":
            guard isLive, let entry = try reader.listing(stored.effect.edge.base)?.listing.standing else {
                throw MeasureProblem.fallen
            }
            return [.effect(try stored.effect.lift(reason: values["reason"] ?? "", entry: entry, by: officer, on: day))]
        default: throw ListingProblem.outOfOrder
        }
    }

    /// Yuan as written, in fen.
    private func amount(_ text: String?) throws -> Int? {
        guard let text else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let yuan = Int(parts[0]), (0...99_999_999_999).contains(yuan),
            parts.count == 1 || (parts[1].count <= 2 && Int(parts[1]).map { $0 >= 0 } ?? false)
        else { throw MeasureProblem.amountUnreadable }
        let cents = parts.count == 1 ? "00" : (parts[1] + "00").prefix(2)
        return yuan * 100 + (Int(cents) ?? 0)
    }
}

extension EffectEvent {
    /// What was done, in words.
    fileprivate var words: Label {
        switch step {
        case .applied: Label("采取措施", "Bound")
        case .reported(let report): report.words
        case .lifted(let reason): Label("提前解除：\(reason)", "Lifted: \(reason)")
        }
    }
}
