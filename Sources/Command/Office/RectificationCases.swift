import Credit
import Store

/// 整改和约谈案件: orders to mend and warning talks, as the office offers them to the departments.
struct RectificationCases: CaseKind {
    let rules: Rules
    let calendar: WorkingCalendar
    let prefix = "RCT"
    let noun = "rectifications"
    let plural = Label("限期整改和约谈", "Orders to mend and talks")

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        guard rules.departments[officer.organ] != nil, duties.contains(.handle) else { return [] }
        return [RectificationForms.order, RectificationForms.talk]
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let record = values["record"], let entry = try reader.record(record, on: day)?.entry else {
            throw RectificationProblem.noRecord
        }
        guard let entity = try entity(entry.subject, in: reader) else { throw RectificationProblem.notAnOrganisation }
        let organ = rules.departments[officer.organ]?.name(on: day)?.full.chinese
        guard
            let paper = OrderPaper(
                organ: organ, number: values["number"], date: values.day("date"), basis: values["basis"])
        else { throw RectificationProblem.noPaper }
        let opening = RectificationOpening(
            id: id, entity: entity, record: record, paper: paper,
            demand: try RectificationForms.demand(action, values), by: officer)
        let event = try Rectification.opening(
            opening, isAdverse: entry.family.isAdverse,
            isFrozen: try reader.isFrozen(record, on: day, in: calendar), on: day)
        return try reader.adopting(rules, on: day) + [.rectification(event)]
    }

    /// The organisation of a record's subject; nil for a person in trade and for an object without a code (R1).
    private func entity(_ subject: String, in reader: Reader) throws -> RectifiedEntity? {
        guard let key = SubjectKey(text: subject) else { return nil }
        let known = try reader.subject(subject)
        let trade: PersonInTrade? =
            known?.isSoleTrader == true
            ? .soleTrader : known?.isSoleProprietorship == true ? .soleProprietorship : nil
        return RectifiedEntity(key, trade: trade)
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        let times = try QueueClocks(rules, calendar, on: day, in: reader)
        let made: (String) throws -> CaseLine = { try line($0, at: officer.organ, on: day, in: reader) }
        return try reader.queuedRectifications(of: officer.organ).map { queued in
            let clock = try times.first(queued.clocks)
            return WaitingCase(
                queued.id, subject: queued.subject, name: nil,
                deadline: queued.meeting.map { .on($0) } ?? clock?.deadline, state: clock?.state, line: made)
        }
    }

    private func line(_ id: String, at organ: String, on day: Day, in reader: Reader) throws -> CaseLine {
        guard let made = try reader.rectification(id)?.rectification else { throw RectificationProblem.noRecord }
        let clock = try reader.timers(of: id).map(\.clock).first { $0.finished == nil }
        var deadline = clock.map { $0.deadline(in: calendar, on: day) }
        if case .talk(_, let meeting, _) = made.opening.demand { deadline = .on(meeting) }
        return CaseLine(
            id: id, kind: made.opening.demand.title, title: title(made.opening.paper),
            subject: try name(made.opening, in: reader) ?? made.opening.entity.key.text, stage: made.stage.title,
            organ: organ, deadline: deadline, state: clock.map { $0.state(in: calendar, on: day) })
    }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let stored = try reader.rectification(id), officer.acts(for: stored.rectification.opening.by.organ)
        else { return nil }
        let made = stored.rectification
        return CaseSheet(
            id: id, kind: made.opening.demand.title, title: title(made.opening.paper),
            subject: (made.opening.entity.key.text, try name(made.opening, in: reader)), stage: made.stage.title,
            isClosed: made.stage.isClosed,
            facts: RectificationSheet(made: made).facts(
                isBaseHeld: try reader.record(made.opening.record, on: day) != nil),
            clocks: try reader.timers(of: id).map {
                CaseSheet.Clock(Label("整改期限", "Time to mend"), $0.clock, in: calendar, on: day)
            },
            steps: stored.steps.map { RectificationSheet.step($0.event, at: $0.position, on: $0.day) },
            actions: RectificationForms.actions(for: made).filter { duties.contains($0.duty) })
    }

    /// Who drew it up; what was brought is looked at by another.
    func handler(of id: String, in reader: Reader) throws -> Officer? {
        try reader.rectification(id)?.rectification.opening.by
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let made = try reader.rectification(id)?.rectification, officer.acts(for: made.opening.by.organ) else {
            throw RectificationProblem.noRecord
        }
        let timers = try reader.timers(of: id)
        let event = try step(action, values, of: made, timers: timers, by: officer, on: day, in: reader)
        let clocks = try RectificationClock.events(for: event, of: made, timers: timers, in: calendar, on: day)
        return try reader.adopting(rules, on: day) + [.rectification(event)] + clocks.map { .clock($0) }
    }

    private func step(
        _ action: String, _ values: FormValues, of made: Rectification, timers: [CaseTimer], by officer: Officer,
        on day: Day, in reader: Reader
    ) throws -> RectificationEvent {
        switch action {
        case "serve": return try made.serving(ObjectionForms.service(values), by: officer, on: day)
        case "show":
            return try made.showing(values["words"] ?? "", files: ObjectionForms.evidence(values), by: officer)
        case "extend":
            return try made.extending(
                by: RectificationForms.days(values), reason: values["reason"] ?? "", by: officer)
        case "mended": return try made.findingMended(values["words"] ?? "", by: officer)
        case "not-mended":
            return try made.findingNotMended(
                values["reason"] ?? "",
                isOver: timers.contains { $0.clock.state(in: calendar, on: day) == .over },
                isBaseHeld: try reader.record(made.opening.record, on: day) != nil, by: officer)
        case "hold":
            let until = values.day("until")
            return try made.holding(
                minutes: values["minutes"],
                undertaking: values["undertaking"].map { .init(words: $0, until: until) }, by: officer, on: day)
        case "absent": return try made.findingAbsent(reason: values["reason"], by: officer, on: day)
        case "withdraw": return try made.withdrawing(reason: values["reason"] ?? "", by: officer)
        default: throw RectificationProblem.otherStage(made.stage.title)
        }
    }

    private func title(_ paper: OrderPaper) -> Label { Label(paper.number, paper.number) }

    private func name(_ opening: RectificationOpening, in reader: Reader) throws -> String? {
        try reader.subject(opening.entity.key.text)?.name
    }
}
