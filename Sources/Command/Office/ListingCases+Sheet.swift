import Credit
import Store

extension ListingCases {
    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let (listing, positions) = try reader.listing(id) else {
            return try rowSheet(id, for: officer, duties: duties, on: day, in: reader)
        }
        guard officer.acts(for: listing.candidate.by.organ) else { return nil }
        let bound = try reader.resting(on: id).flatMap { try reader.effect($0)?.steps.map(\.position) ?? [] }
        let clocks = listing.clock.map { clock in
            [
                CaseSheet.Clock(
                    Label("陈述申辩期", "Time to answer"), clock, in: calendar, on: day, isOfParty: true)
            ]
        }
        let (_, procedure) = try law(of: listing, on: day)
        let bases = try bases(of: listing, on: day, in: reader)
        return CaseSheet(
            id: id, kind: Label("名单认定", "Listing"), title: title(listing, on: day),
            subject: (key: listing.candidate.opening.subject.text, name: listing.candidate.opening.name),
            stage: stage(of: listing, on: day), isClosed: listing.isClosed,
            facts: try facts(of: listing, bases, on: day, in: reader), clocks: clocks ?? [],
            steps: zip(listing.events, positions).map { event, position in
                CaseSheet.Step(
                    day: event.day, words: event.words(in: listing), by: name(of: event.by, on: event.day),
                    position: position)
            },
            actions: actions(for: listing, procedure, bases, on: day).filter { duties.contains($0.duty) },
            position: (positions + bound).max())
    }

    /// Its own organ signs and decides; who proposed is never who decides.
    func handler(of id: String, in reader: Reader) throws -> Officer? {
        try reader.listing(id)?.listing.candidate.by
    }

    /// 姓名（单位）, with 代 where somebody stood in; whoever acts for a company is of none.
    func name(of officer: Officer, on day: Day) -> String {
        if officer.isAgent { return officer.name }
        let organ = rules.departments[officer.organ]?.name(on: day)?.short ?? officer.organ
        return officer.name + (officer.standingInFor == nil ? "" : "（代）") + "，" + organ
    }

    /// 阶段; where the time to answer is over it is the organ's turn.
    private func stage(of listing: Listing, on day: Day) -> Label {
        guard case .notified(let notified) = listing.stage else { return listing.stage.title }
        return notified.clock.state(in: calendar, on: day).ofParty == .expired
            ? ListingCases.answered : listing.stage.title
    }

    private func facts(
        of listing: Listing, _ bases: ListingBases, on day: Day, in reader: Reader
    ) throws -> [CaseSheet.Fact] {
        let opening = listing.candidate.opening
        var facts = [
            CaseSheet.Fact(Label("主体", "Subject"), same(opening.name), path: path(of: opening.subject)),
            CaseSheet.Fact(Label("对象类别", "Kind of subject"), opening.target.title),
            CaseSheet.Fact(Label("列入事由", "Reason"), same(opening.reason)),
        ]
        if let row = opening.row {
            let state =
                bases.fallen.contains(row)
                ? Label("（该批次已撤回，请处理本案）", " (its batch was undone: deal with this case)") : same("")
            facts.append(
                CaseSheet.Fact(
                    Label("来源行（批次/行）", "Source row (batch/line)"),
                    Label(row + state.chinese, row + state.english)))
        }
        for record in opening.records {
            let state =
                bases.fallen.contains(record)
                ? Label("（已失效，请处理本案）", " (annulled or withdrawn: deal with this case)")
                : bases.contested.contains(record) ? Label("（异议冻结中）", " (frozen by an objection)") : nil
            facts.append(
                try rules.fact(Label("依托记录", "Rests on the record"), ofRecord: record, state, on: day, in: reader))
        }
        facts += bases.adverse.map {
            CaseSheet.Fact(Label("不良情况", "Adverse"), Label("\($0)（请移出或者不予列入）", "\($0) (drop it or take it off)"))
        }
        if let notified = listing.notified {
            let notice = notified.drawn.notice
            facts += [
                CaseSheet.Fact(
                    Label("告知书", "Notice"),
                    Label("\(notice.paper.number)，\(notice.paper.day)", "\(notice.paper.number), \(notice.paper.day)")),
                CaseSheet.Fact(
                    Label("申辩期依据", "What sets the time to answer"),
                    Label(
                        notice.answer.document + (notice.answer.isNamedByOfficer ? "（承办人在告知书中写明）" : ""),
                        notice.answer.document + (notice.answer.isNamedByOfficer ? " (named by the officer)" : ""))),
            ]
            facts += notified.answers.map { answer in
                CaseSheet.Fact(Label("\(answer.received) 陈述申辩", "Answer of \(answer.received)"), same(answer.text))
            }
        }
        if let decision = listing.decision { facts += self.facts(of: decision, on: day) }
        facts += try papers(of: listing, on: day)
        if let record = listing.entry?.record {
            facts.append(
                try rules.fact(Label("公示记录", "Published as"), ofRecord: record, on: day, in: reader))
        }
        if case .left(_, let exit) = listing.stage {
            let paper = "\(exit.paper.number)，\(exit.paper.day)"
            facts.append(
                CaseSheet.Fact(
                    Label("移出决定", "Decision to take it off"),
                    Label(
                        "\(paper)，\(exit.ground.title.chinese)：\(exit.reason)",
                        "\(paper), \(exit.ground.title.english): \(exit.reason)")))
        }
        return facts + (try effects(of: listing, on: day, in: reader))
    }

    /// 文书全文, as the pack words them, to be printed, sealed and served.
    private func papers(of listing: Listing, on day: Day) throws -> [CaseSheet.Fact] {
        let (list, procedure) = try law(of: listing, on: day)
        let (candidate, name) = (listing.candidate, list.name(on: day))
        let organ = rules.departments[candidate.by.organ]?.name(on: day)?.full ?? same(candidate.by.organ)
        var papers: [(Label, [Label])] = []
        if let notice = listing.notice, let form = procedure.noticeForm {
            papers.append(
                (
                    Label("告知书文本", "Text of the notice"),
                    form.text(of: notice, for: candidate, list: name, organ: organ, measures: rules.measures)
                ))
        }
        if let decision = listing.decision, let form = procedure.decisionForm {
            papers.append(
                (
                    Label("决定书文本", "Text of the decision"),
                    form.text(of: decision, for: candidate, list: name, organ: organ, measures: rules.measures)
                ))
        }
        return papers.map { title, lines in
            CaseSheet.Fact(
                title,
                Label(
                    lines.map(\.chinese).joined(separator: "\n"), lines.map(\.english).joined(separator: "\n")))
        }
    }

    private func facts(of decision: ListingDecision, on day: Day) -> [CaseSheet.Fact] {
        [
            CaseSheet.Fact(
                Label("列入决定书", "Decision"),
                Label(
                    "\(decision.paper.number)，\(decision.paper.day)", "\(decision.paper.number), \(decision.paper.day)")
            ),
            CaseSheet.Fact(Label("依据", "Legal basis"), same(decision.basis)),
            CaseSheet.Fact(Label("终止", "End"), decision.end.words),
            CaseSheet.Fact(Label("救济途径", "How to contest it"), same(decision.remedy)),
        ]
    }

    /// 依附措施: all that rests on the entry, whether it is alive, and what its executing department told.
    private func effects(of listing: Listing, on day: Day, in reader: Reader) throws -> [CaseSheet.Fact] {
        let resting = try reader.resting(on: listing.id)
        guard !resting.isEmpty else { return [] }
        let live = Set(try reader.liveEffects(of: listing.candidate.opening.subject.text, on: day))
        return try resting.compactMap { id in
            guard let stored = try reader.effect(id) else { return nil }
            let measure = rules.measures.measures[stored.effect.measure]?.name ?? same(stored.effect.measure)
            let organ =
                rules.departments[stored.effect.department]?.name(on: day)?.full ?? same(stored.effect.department)
            let state = live.contains(id) ? Label("有效", "alive") : Label("已终止", "ended")
            let told = stored.report?.words ?? Label("未反馈", "nothing told yet")
            let footing = stored.effect.edge.footing.title
            return CaseSheet.Fact(
                Label("依附措施", "Resting on it"),
                Label(
                    "\(measure.chinese)（\(organ.chinese)）：\(footing.chinese)；\(state.chinese)；\(told.chinese)",
                    "\(measure.english) (\(organ.english)): \(footing.english); \(state.english); \(told.english)"),
                path: "/office/cases/" + id)
        }
    }

    /// Address of a subject's file; nil for an object, whose name would have to be encoded.
    private func path(of subject: SubjectKey) -> String? {
        if case .uncoded = subject { nil } else { "/subjects/" + subject.text }
    }

    func same(_ text: String) -> Label { Label(text, text) }
}

extension EffectReport {
    /// What came of it, in words.
    var words: Label {
        switch outcome {
        case .executed(let matter, let result):
            Label("\(day) 已执行，\(matter)：\(result)", "executed on \(day), \(matter): \(result)")
        case .notExecuted(let reason): Label("未执行：\(reason)", "not executed: \(reason)")
        }
    }
}
