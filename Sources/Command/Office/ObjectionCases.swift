import Credit
import Store

/// 异议案件: objections as the office offers them. Filed at the window by an officer who has seen the papers; answered by
/// the provider of the record; decided by two officers of the city's credit office.
struct ObjectionCases: CaseKind {
    let rules: Rules
    let calendar: WorkingCalendar
    /// 受理单位: code of the city's credit office; the one that signs reminders, as the pack has it.
    let office: String
    let prefix = "OBJ"
    let noun = "objections"
    let plural = Label("异议", "Objections")

    /// - Parameter office: code of the office that answers; nil takes the sender of the city's reminders.
    init(rules: Rules, calendar: WorkingCalendar, office: String? = nil) {
        self.rules = rules
        self.calendar = calendar
        self.office = office ?? rules.letters["reminder"]?.sender ?? ""
    }

    static let kind = Label("异议", "Objection")

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        officer.acts(for: office) && duties.contains(.handle) ? [ObjectionForms.filing] : []
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard officer.acts(for: office) else { throw ObjectionProblem.otherOrgan(office) }
        return try file(values, by: .window(officer), id: id, on: day, in: reader)
    }

    /// 提出异议, at the window by an officer or by page by an account of the record's own subject.
    func file(
        _ values: FormValues, by way: FilingWay, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let record = values["record"], let stored = try reader.record(record, on: day) else {
            throw ObjectionProblem.noRecord
        }
        guard let ground = values["ground"].flatMap({ ObjectionGround(rawValue: $0) }) else {
            throw ObjectionProblem.noGround
        }
        let applicant = values["applicant"].flatMap { ObjectionFiling.Applicant(rawValue: $0) } ?? .company
        // One objection is one case: a second of the same would mark, freeze and ask the provider all over again.
        let underWay = try reader.openObjections(to: record, on: ground).map(\.objection.filing)
        if let other = underWay.first(where: { $0.applicant == applicant }) { throw ObjectionUnderWay(id: other.id) }
        let entry = stored.entry
        let fields = openFields(of: entry.kind)
        let filing = ObjectionFiling(
            id: id, record: record, version: stored.version, subject: entry.subject, department: entry.department,
            office: office, ground: ground, claims: try ObjectionForms.claims(values["claims"], among: fields),
            reason: values["reason"] ?? "",
            applicant: applicant,
            papers: values["papers"] ?? "", evidence: ObjectionForms.evidence(values), by: way,
            freezes: try !reader.wasContested(record, on: ground))
        let event = try Objection.filing(filing, fields: Set(fields.map(\.name)))
        return try events(event, of: filing, timers: [], on: day, in: reader)
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        let times = try QueueClocks(rules, calendar, on: day, in: reader)
        var open = try reader.queuedObjections(at: officer.organ)
        if officer.organ == office {
            // What a provider has not answered in time comes back to the office, which may decide without it.
            open += try reader.queuedObjections(
                elsewhereThan: office, pastClock: ObjectionClocks.source, on: day, isCertain: times.isCertain
            ).filter { queued in
                let asked = queued.clocks.filter { $0.key.baseCode == ObjectionClocks.source }
                return try asked.max { $0.key.number < $1.key.number }.flatMap { try times.standing($0) }?.state
                    == .over
            }
        }
        let made: (String) throws -> CaseLine = { try line($0, at: officer.organ, on: day, in: reader) }
        return try open.map { queued in
            let own = queued.clocks.filter { $0.organ == officer.organ && !$0.isOfParty }
            return WaitingCase(queued, try times.first(own), line: made)
        }
    }

    private func line(_ id: String, at organ: String, on day: Day, in reader: Reader) throws -> CaseLine {
        guard let objection = try reader.objection(id)?.objection else { throw ObjectionProblem.noRecord }
        let clock = try reader.timers(of: id)
            .filter { $0.organ == organ && !$0.isOfParty && $0.clock.finished == nil }.map(\.clock)
            .min { earliest($0, day) < earliest($1, day) }
        let stage = objection.stage.title
        return CaseLine(
            id: id, kind: ObjectionCases.kind, title: objection.filing.ground.title,
            subject: try reader.subject(objection.filing.subject)?.name ?? objection.filing.subject,
            stage: try reader.isToBeTold(ofClocksIn: id, by: organ)
                ? Label(stage.chinese + "；期限已改，待告知", stage.english + "; last day moved, to be told") : stage,
            organ: organ, deadline: clock.map { $0.deadline(in: calendar, on: day) },
            state: clock.map { $0.state(in: calendar, on: day) })
    }

    /// The fields that anybody may see; one that is empty and not shown may be what an objection is about.
    private func openFields(of kind: String) -> [Field] {
        rules.kinds[kind]?.templates.flatMap(\.fields).filter { $0.visibility == .open } ?? []
    }

    private func earliest(_ clock: CaseClock, _ day: Day) -> Day { clock.deadline(in: calendar, on: day).earliest }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let stored = try reader.objection(id), isParty(officer, stored) else { return nil }
        let timers = try reader.timers(of: id)
        return ObjectionSheet(
            stored: stored, timers: timers, rules: rules, calendar: calendar, officer: officer,
            duties: duties, day: day, name: try reader.subject(stored.objection.filing.subject)?.name,
            isFrozen: try reader.isFrozen(stored.objection.filing.record, on: day, in: calendar)
        ).sheet
    }

    /// The office that answers, and any organ that was ever asked.
    private func isParty(_ officer: Officer, _ stored: StoredObjection) -> Bool {
        if officer.acts(for: stored.objection.filing.office) { return true }
        return stored.steps.contains {
            if case .routed(_, let organ, _, _) = $0.event { officer.acts(for: organ) } else { false }
        }
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let stored = try reader.objection(id), isParty(officer, stored) else { throw ObjectionProblem.noRecord }
        let objection = stored.objection
        let timers = try reader.timers(of: id)
        let event = try step(action, values, of: objection, timers: timers, by: officer, on: day, in: reader)
        var events = try events(event, of: objection.filing, timers: timers, on: day, in: reader)
        if case .decided(_, let decision, _) = event, let correction = decision.correction {
            events.append(try corrected(correction, of: objection.filing, on: day, in: reader))
        }
        return events
    }

    /// The step that an action is.
    private func step(
        _ action: String, _ values: FormValues, of objection: Objection, timers: [CaseTimer], by officer: Officer,
        on day: Day, in reader: Reader
    ) throws -> ObjectionEvent {
        // What came by command names no officer: there the rule that they stand aside has nothing to go by.
        let handedIn = try reader.handedIn(objection.filing.record)
        switch action {
        case "return":
            return try objection.returning(missing: ObjectionForms.lines(values["missing"]), by: officer)
        case "complete":
            return try objection.completing(
                papers: values["papers"] ?? "", evidence: ObjectionForms.evidence(values), by: officer)
        case "accept": return try objection.accepting(by: officer)
        case "route": return try objection.routing(question: values["question"] ?? "", by: officer)
        case "answer":
            guard let finding = values["finding"].flatMap({ ProviderAnswer.Finding(rawValue: $0) }) else {
                throw ObjectionProblem.empty("核查结论")
            }
            return try objection.answering(
                ProviderAnswer(
                    finding: finding, words: values["words"] ?? "", evidence: ObjectionForms.evidence(values),
                    by: officer))
        case "propose":
            let kind = try reader.record(objection.filing.record, on: day)?.entry.kind
            let decision = try ObjectionForms.decision(values, fields: kind.map { openFields(of: $0) } ?? [])
            let event = try objection.proposing(
                decision, by: officer, handedIn: handedIn, providerIsOver: clocks.providerIsOver(timers, on: day))
            // What cannot be done to the record is said now, not to the second officer.
            if let correction = decision.correction {
                _ = try corrected(correction, of: objection.filing, on: day, in: reader)
            }
            return event
        case "send-back": return try objection.sendingBack(reason: values["reason"] ?? "", by: officer)
        case "decide": return try objection.deciding(by: officer, handedIn: handedIn)
        case "serve": return try objection.serving(ObjectionForms.service(values), by: officer, on: day)
        case "ask-again": return try objection.askingAgain(reason: values["reason"] ?? "", by: officer)
        case "withdraw": return try objection.withdrawing(reason: values["reason"] ?? "", by: officer)
        case "close": return try objection.closing(reason: values["reason"] ?? "", by: officer)
        default: throw ObjectionProblem.otherStage(objection.stage.title)
        }
    }

    /// A step with what it does to the clocks, behind the rules where others have come into use.
    private func events(
        _ event: ObjectionEvent, of filing: ObjectionFiling, timers: [CaseTimer], on day: Day, in reader: Reader
    ) throws -> [Event] {
        let clocks = try clocks.events(for: event, of: filing, timers: timers, on: day)
        return try reader.adopting(rules, on: day) + [.objection(event)] + clocks.map { .clock($0) }
    }

    private var clocks: ObjectionClocks { ObjectionClocks(rules: rules.clocks, calendar: calendar) }

    /// The record as the decision makes it, entered as a further version.
    private func corrected(
        _ correction: ObjectionDecision.Correction, of filing: ObjectionFiling, on day: Day, in reader: Reader
    ) throws -> Event {
        let record = filing.record
        guard let stored = try reader.record(record, on: day), let kind = rules.kinds[stored.entry.kind] else {
            throw ObjectionProblem.noRecord
        }
        return .record(
            try stored.entry.corrected(
                correction, version: reader.nextVersion(of: record), kind: kind,
                term: kind.dueWithin.map { WorkingTerm(days: $0, in: calendar) }, ground: filing.ground, on: day))
    }
}
