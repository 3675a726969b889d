import Credit
import Store

extension ListingCases {
    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let (listing, positions) = try reader.listing(id), officer.acts(for: listing.candidate.by.organ) else {
            return nil
        }
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
            stage: listing.stage.title, isClosed: listing.isClosed,
            facts: try facts(of: listing, bases, on: day, in: reader), clocks: clocks ?? [],
            steps: zip(listing.events, positions).map { event, position in
                CaseSheet.Step(
                    day: event.day, words: event.words, by: name(of: event.by, on: event.day), position: position)
            },
            actions: actions(for: listing, procedure, bases, on: day).filter { duties.contains($0.duty) },
            position: (positions + bound).max())
    }

    /// Its own organ signs and decides; who proposed is never who decides.
    func handler(of id: String, in reader: Reader) throws -> Officer? {
        try reader.listing(id)?.listing.candidate.by
    }

    /// 姓名（单位）, with 代 where somebody stood in.
    func name(of officer: Officer, on day: Day) -> String {
        let organ = rules.departments[officer.organ]?.name(on: day)?.short ?? officer.organ
        return officer.name + (officer.standingInFor == nil ? "" : "（代）") + "，" + organ
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
        for record in opening.records {
            let state =
                bases.fallen.contains(record)
                ? Label("（已失效，请处理本案）", " (annulled or withdrawn: deal with this case)")
                : bases.contested.contains(record) ? Label("（异议冻结中）", " (frozen by an objection)") : same("")
            facts.append(
                CaseSheet.Fact(
                    Label("依托记录", "Rests on the record"), Label(record + state.chinese, record + state.english),
                    path: "/records/" + record))
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
                CaseSheet.Fact(Label("公示记录", "Published as"), same(record), path: "/records/" + record))
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
            let state = live.contains(id) ? Label("有效", "alive") : Label("已终止", "ended")
            let told = stored.report?.words ?? Label("未反馈", "nothing told yet")
            let footing = stored.effect.edge.footing.title
            return CaseSheet.Fact(
                measure,
                Label(
                    "\(footing.chinese)；\(state.chinese)；\(told.chinese)",
                    "\(footing.english); \(state.english); \(told.english)"),
                path: nil)
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

extension Listing {
    /// Whether nothing is left to be done.
    var isClosed: Bool {
        switch stage {
        case .left, .dropped: true
        default: false
        }
    }

    /// 申辩期时限, from service of the notice on; it has ended where what was answered was weighed.
    var clock: CaseClock? {
        guard var clock = notified?.clock else { return nil }
        for event in events {
            switch event.step {
            case .weighed, .dropped: try? clock.finish(on: event.day)
            default: break
            }
        }
        return clock
    }

    /// The notice with its answers, once it was served.
    var notified: ListingNotified? {
        switch stage {
        case .notified(let notified): notified
        case .weighed(let weighed): weighed.notified
        case .agreed(let agreed): agreed.weighed.notified
        case .cleared(let cleared): cleared.weighed.notified
        case .decided(let decided): decided.cleared.weighed.notified
        case .standing(let standing), .left(let standing, _): standing.decided.cleared.weighed.notified
        case .candidate, .drawn, .dropped: nil
        }
    }

    /// The notice, once it was drawn up.
    var notice: ListingNotice? {
        if case .drawn(let drawn) = stage { return drawn.notice }
        return notified?.drawn.notice
    }

    /// The decision, once there is one.
    var decision: ListingDecision? {
        if case .decided(let decided) = stage { return decided.decision }
        return entry?.decision
    }

    /// The entry, while it stands and afterwards.
    var entry: ListingStanding? {
        switch stage {
        case .standing(let standing), .left(let standing, _): standing
        default: nil
        }
    }
}

extension ListingEvent {
    /// What was done, in words.
    var words: Label {
        switch step {
        case .opened: Label("提出拟列入", "Proposed")
        case .noticeDrawn(let notice):
            Label("制发告知书 \(notice.paper.number)", "Notice drawn up, \(notice.paper.number)")
        case .noticeServed(let service):
            Label("告知书\(service.way.title.chinese)，\(service.served) 送达", "Notice served on \(service.served)")
        case .answered(let answer):
            answer.wantsHearing
                ? Label("收到陈述申辩，要求听证", "Answer received; a hearing was asked for") : Label("收到陈述申辩", "Answer received")
        case .hearingHeld(let hearing): Label("\(hearing.held) 举行听证", "Hearing held on \(hearing.held)")
        case .weighed(let weighing): Label("核实意见：\(weighing.opinion)", "Weighed: \(weighing.opinion)")
        case .signed(let signature):
            signature.agrees
                ? Label(
                    "签署（\(signature.step)）：\(signature.opinion)", "Signed (\(signature.step)): \(signature.opinion)")
                : Label(
                    "退回（\(signature.step)）：\(signature.opinion)", "Sent back (\(signature.step)): \(signature.opinion)")
        case .consented(let consent):
            Label("\(consent.organ)同意，\(consent.paper.number)", "Consent of \(consent.organ), \(consent.paper.number)")
        case .decided(let decision):
            Label("作出列入决定 \(decision.paper.number)", "Decided, \(decision.paper.number)")
        case .decisionServed(let service):
            Label("决定书\(service.way.title.chinese)，\(service.served) 送达", "Decision served on \(service.served)")
        case .published: Label("公示", "Published")
        case .reviewed(let review): Label("复核：\(review.reason)", "Reviewed: \(review.reason)")
        case .left(let exit):
            Label(
                "移出（\(exit.ground.title.chinese)），\(exit.paper.number)：\(exit.reason)",
                "Left (\(exit.ground.title.english)), \(exit.paper.number): \(exit.reason)")
        case .dropped(let reason): Label("不予列入：\(reason)", "Not listed: \(reason)")
        }
    }
}
