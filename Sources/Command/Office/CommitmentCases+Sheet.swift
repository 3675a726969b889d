import Credit
import Store

extension CommitmentCases {
    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let stored = try reader.commitment(id), isParty(officer, stored.commitment) else { return nil }
        let commitment = stored.commitment
        let isKeeper = officer.acts(for: commitment.keeper)
        let actions = isKeeper ? CommitmentForms(rules: rules).actions(for: commitment, on: day) : []
        return CaseSheet(
            id: id, kind: Self.kind, title: title(commitment),
            subject: (key: commitment.letter.subject.text, name: commitment.letter.name),
            stage: commitment.stage.title, isClosed: commitment.isClosed(on: day),
            facts: try facts(of: commitment, on: day, in: reader),
            clocks: try reader.timers(of: id).map { timer in
                let name = CommitmentClock(rawValue: timer.key.code)?.title ?? same(timer.key.code)
                return CaseSheet.Clock(name, timer.clock, in: calendar, on: day)
            },
            steps: zip(commitment.events, stored.positions).map { event, position in
                CaseSheet.Step(
                    day: event.day, words: event.words, by: name(of: event.by, on: event.day), position: position)
            },
            actions: actions.filter { duties.contains($0.duty) })
    }

    /// Who proposed the breach that is to be decided, or was decided; never who decides or reviews it.
    func handler(of id: String, in reader: Reader) throws -> Officer? {
        guard let commitment = try reader.commitment(id)?.commitment else { return nil }
        let first: Officer? =
            switch commitment.stage {
            case .proposed(let proposed): proposed.by
            case .decided(let decided): decided.by.first
            case .breached(let breach): breach.decided.by.first
            case .signed, .supervised, .noticed, .told, .fulfilled, .withdrawn: nil
            }
        // It is the keeper's case, whatever the organ was called when its officer acted.
        return first.map {
            Officer(account: $0.account, name: $0.name, organ: commitment.keeper, standingInFor: $0.standingInFor)
        }
    }

    private func name(of officer: Officer, on day: Day) -> String {
        if officer.isAgent { return officer.name }
        let organ = rules.departments[officer.organ]?.name(on: day)?.short ?? officer.organ
        return officer.name + (officer.standingInFor == nil ? "" : "（代）") + "，" + organ
    }

    private func facts(of commitment: CommitmentCase, on day: Day, in reader: Reader) throws -> [CaseSheet.Fact] {
        let letter = commitment.letter
        var facts = [
            CaseSheet.Fact(Label("承诺编码", "Number"), same(letter.number)),
            CaseSheet.Fact(Label("承诺人", "Who promises"), same(letter.name), path: "/subjects/" + letter.subject.text),
            CaseSheet.Fact(
                Label("承诺事项", "Matter"), catalogue.matters[letter.matter]?.name ?? same(letter.matter),
                path: "/commitments/" + letter.matter),
            CaseSheet.Fact(
                Label("承诺书模板", "Template"), letter.template.map(same) ?? Label("没有公布模板", "No template was published")),
            CaseSheet.Fact(Label("承诺内容", "Content"), same(letter.content)),
            CaseSheet.Fact(Label("违诺责任", "Liability for breach"), same(letter.liability)),
            CaseSheet.Fact(Label("公开类型", "Publicity"), letter.publicity.title),
        ]
        for item in letter.missing {
            facts.append(
                CaseSheet.Fact(
                    Label("暂缺材料", "Missing"),
                    commitment.supplied.contains(item)
                        ? Label("\(item)（已补齐）", "\(item) (brought)") : Label("\(item)（尚缺）", "\(item) (still missing)")))
        }
        if let supervision = commitment.supervision {
            let organ = rules.departments[supervision.organ]?.name(on: day)?.full
            facts.append(CaseSheet.Fact(Label("监管单位", "Supervised by"), organ ?? same(supervision.organ)))
            facts.append(CaseSheet.Fact(Label("监管措施", "How it is checked"), same(supervision.plan)))
        }
        return facts + (try breachFacts(of: commitment, on: day, in: reader))
    }

    private func breachFacts(of commitment: CommitmentCase, on day: Day, in reader: Reader) throws -> [CaseSheet.Fact] {
        var facts: [CaseSheet.Fact] = []
        if let told = commitment.told {
            facts.append(
                CaseSheet.Fact(Label("告知书", "Notice"), same("\(told.notice.paper.number)，\(told.notice.paper.day)")))
            facts += told.answers.map {
                CaseSheet.Fact(Label("\($0.received) 陈述申辩", "Answer of \($0.received)"), same($0.text))
            }
        }
        if let decision = commitment.decision {
            facts += [
                CaseSheet.Fact(Label("认定决定书", "Decision"), same("\(decision.paper.number)，\(decision.paper.day)")),
                CaseSheet.Fact(Label("未履行的承诺内容", "What was not fulfilled"), same(decision.unfulfilled)),
                CaseSheet.Fact(Label("依据", "Legal basis"), same(decision.basis)),
                CaseSheet.Fact(
                    Label("终止之日", "Ends on"),
                    Label("\(decision.end)（\(decision.endBasis)）", "\(decision.end) (\(decision.endBasis))")),
                CaseSheet.Fact(Label("救济途径", "How to contest it"), same(decision.remedy)),
            ]
        }
        if let breach = commitment.breach {
            facts.append(
                CaseSheet.Fact(Label("违诺信息", "Record"), same(breach.record), path: "/records/" + breach.record))
            let alive = try reader.keySupervision(of: commitment.id, on: day)
            facts.append(
                CaseSheet.Fact(
                    Label("重点监管", "Closer supervision"),
                    alive.map {
                        Label("有效，至 \($0.until)，依附违诺信息的效力", "Alive until \($0.until), on the validity of the record")
                    }
                        ?? Label("已终止", "Ended")))
        }
        return facts
    }

    private func same(_ text: String) -> Label { Label(text, text) }
}

extension CommitmentCase {
    /// What was told, once it was served.
    fileprivate var told: BreachTold? {
        switch stage {
        case .told(let told): told
        case .proposed(let proposed): proposed.told
        case .decided(let decided): decided.proposed.told
        case .breached(let breach): breach.decided.proposed.told
        case .signed, .supervised, .noticed, .fulfilled, .withdrawn: nil
        }
    }

    /// The decision, proposed or made.
    fileprivate var decision: BreachDecision? {
        switch stage {
        case .proposed(let proposed): proposed.decision
        case .decided(let decided): decided.proposed.decision
        case .breached(let breach): breach.decision
        case .signed, .supervised, .noticed, .told, .fulfilled, .withdrawn: nil
        }
    }
}

extension CommitmentEvent {
    /// What was done, in words.
    fileprivate var words: Label {
        switch step {
        case .signed(let letter): Label("签订承诺书 \(letter.number)", "Signed, \(letter.number)")
        case .supplied(let items, _):
            Label("补齐：\(items.joined(separator: "、"))", "Brought: \(items.joined(separator: ", "))")
        case .supervised(let supervision):
            Label("纳入监管，\(supervision.paper.number)", "Under supervision, \(supervision.paper.number)")
        case .checked(let paper, let finding):
            Label("核查 \(paper.number)：\(finding)", "Checked, \(paper.number): \(finding)")
        case .fulfilled(let paper, let finding):
            Label("认定全部履行 \(paper.number)：\(finding)", "Fulfilled, \(paper.number): \(finding)")
        case .withdrawn(let paper, let reason):
            Label("撤回承诺 \(paper.number)：\(reason)", "Withdrawn, \(paper.number): \(reason)")
        case .noticeDrawn(let notice):
            Label("制发告知书 \(notice.paper.number)", "Notice drawn up, \(notice.paper.number)")
        case .noticeServed(let service): Label("告知书 \(service.served) 送达", "Notice served on \(service.served)")
        case .answered: Label("收到陈述申辩", "Answer received")
        case .proposed(let decision): Label("拟定违诺认定 \(decision.paper.number)", "Proposed, \(decision.paper.number)")
        case .sentBack(let reason): Label("退回重拟：\(reason)", "Sent back: \(reason)")
        case .decided(let decision, let first):
            Label(
                "决定 \(decision.paper.number)（\(first.name)、\(by.name)）",
                "Decided, \(decision.paper.number) (\(first.name), \(by.name))")
        case .decisionServed(let service, _):
            Label("决定书 \(service.served) 送达，违诺信息生效", "Decision served on \(service.served), in force")
        case .dropped(let reason): Label("不予认定：\(reason)", "No breach found: \(reason)")
        case .released(let paper, let ground, let reason, _):
            Label(
                "提前解除重点监管（\(ground.title.chinese)）\(paper.number)：\(reason)",
                "Closer supervision ended (\(ground.title.english)), \(paper.number): \(reason)")
        case .annulled(let paper, let reason):
            Label("撤销违诺认定 \(paper.number)：\(reason)", "Annulled, \(paper.number): \(reason)")
        }
    }
}
