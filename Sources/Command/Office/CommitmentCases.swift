import Credit
import Store

/// 信用承诺案件: commitments as the office offers them: signed at the desk, supervised, fulfilled, withdrawn or broken. What
/// may be promised, and what may follow a breach, stands in the pack.
struct CommitmentCases: CaseKind {
    let rules: Rules
    let calendar: WorkingCalendar

    let prefix = "CMT"
    let noun = "commitments"
    let plural = Label("信用承诺", "Commitments")

    static let kind = Label("信用承诺", "Commitment")
    private static let opening = "sign."

    var catalogue: CommitmentCatalogue { rules.commitments }

    func openings(
        for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> [CaseAction] {
        guard duties.contains(.handle) else { return [] }
        return catalogue.matters.filter { $0.department.map(officer.acts) ?? true }.map { matter in
            CommitmentForms(rules: rules).signing(matter, code: Self.opening + matter.code, on: day)
        }
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard action.hasPrefix(Self.opening),
            let matter = catalogue.matters[String(action.dropFirst(Self.opening.count))]
        else { throw CommitmentProblem.noMatter }
        guard let subject = values["subject"].flatMap({ SubjectKey(text: $0) }) else {
            throw CommitmentProblem.noSubject
        }
        let made = try CommitmentForms.day("made", values)
        let known = try reader.subject(subject.text)
        let template = matter.template(on: made)
        let prefix = CommitmentLetter.number(region: rules.region, made: made, serial: 0).dropLast(6)
        let missing = CommitmentForms.lines(values["missing"])
        let letter = CommitmentLetter(
            number: CommitmentLetter.number(
                region: rules.region, made: made, serial: try reader.nextCommitmentSerial(String(prefix))),
            subject: subject, name: known?.name ?? values["name"] ?? "",
            isSoleTrader: subject.isSoleTrader || known?.isSoleTrader ?? false,
            kind: matter.kind ?? values["kind"] ?? "", matter: matter.code, template: template?.version,
            cause: values["cause"] ?? "", content: template?.content.chinese ?? values["content"] ?? "",
            liability: template?.liability.chinese ?? values["liability"] ?? "", made: made,
            validUntil: values.day("validUntil"),
            publicity: values["publicity"].flatMap { CommitmentLetter.Publicity(rawValue: $0) } ?? .closed,
            papers: values["papers"] ?? "", evidence: values["evidence"].map { [$0] } ?? [], missing: missing,
            missingTerm: missing.isEmpty
                ? nil : CommitmentForms.term("missing", values) ?? rules.term(.missing, of: matter.code, on: made))
        let event = try CommitmentCase.signing(letter, id: id, under: catalogue, by: officer, on: day)
        guard let signed = CommitmentCase([event]) else { throw CommitmentProblem.noKind }
        return try events(event, in: signed, timers: [], on: day, reader)
    }

    /// A step with what it does to the clocks, behind the rules where others have come into use.
    func events(
        _ event: CommitmentEvent, in commitment: CommitmentCase, timers: [CaseTimer], on day: Day, _ reader: Reader
    ) throws -> [Event] {
        let clocks = try CommitmentClocks(calendar: calendar).events(for: event, in: commitment, timers: timers)
        return try reader.adopting(rules, on: day) + [.commitment(event)] + clocks.map { .clock($0) }
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        let times = try QueueClocks(rules, calendar, on: day, in: reader)
        let made: (String) throws -> CaseLine = { try line($0, at: officer.organ, on: day, in: reader) }
        let open = try reader.queuedCommitments(of: officer.organ).map {
            WaitingCase($0, try times.first($0.clocks), line: made)
        }
        let supervised = try reader.keySupervisions(of: officer.organ, on: day).compactMap { line in
            try reader.commitment(line.commitment).map { stored in
                CaseLine(
                    id: line.commitment, kind: Self.kind, title: title(stored.commitment),
                    subject: stored.commitment.letter.name,
                    stage: Label("违诺，重点监管中", "Broken, under closer supervision"),
                    organ: officer.organ, deadline: .on(line.until), state: nil)
            }.map { WaitingCase($0, subject: line.subject) }
        }
        return open + supervised
    }

    private func line(_ id: String, at organ: String, on day: Day, in reader: Reader) throws -> CaseLine {
        guard let commitment = try reader.commitment(id)?.commitment else { throw CommitmentProblem.noSubject }
        let clock = try reader.timers(of: id).filter { $0.clock.finished == nil }.map(\.clock)
            .min { end($0, day) < end($1, day) }
        let state = clock?.state(in: calendar, on: day)
        return CaseLine(
            id: id, kind: Self.kind, title: title(commitment), subject: commitment.letter.name,
            stage: stage(commitment, clock, state), organ: organ,
            deadline: clock?.deadline(in: calendar, on: day), state: state)
    }

    /// That a time is over is a task and nothing more: an officer looks into it (R4).
    private func stage(_ commitment: CommitmentCase, _ clock: CaseClock?, _ state: CaseClock.State?) -> Label {
        guard state == .over, let purpose = clock.flatMap({ CommitmentClock(rawValue: $0.code) }) else {
            return commitment.stage.title
        }
        switch purpose {
        case .missing: return Label("补齐期限届满，请核实", "Time for what is missing is over: look into it")
        case .supervision: return Label("监管期限届满，请核查", "Time of supervision is over: check it")
        case .answer: return Label("申辩期满，请提出意见", "Time to answer is over: propose or drop it")
        }
    }

    private func end(_ clock: CaseClock, _ day: Day) -> Day { clock.deadline(in: calendar, on: day).earliest }

    func title(_ commitment: CommitmentCase) -> Label {
        let (letter, kind) = (commitment.letter, catalogue.kinds[commitment.letter.kind]?.name)
        return Label(
            "\(kind?.chinese ?? letter.kind)：\(letter.cause)", "\(kind?.english ?? letter.kind): \(letter.cause)")
    }

    // MARK: - 办理

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let stored = try reader.commitment(id), isParty(officer, stored.commitment) else {
            throw CommitmentProblem.noSubject
        }
        let before = stored.commitment
        let event = try step(action, values, of: before, by: officer, on: day)
        guard let after = CommitmentCase(before.events + [event]) else {
            throw CommitmentProblem.otherStage(before.stage.title)
        }
        let events = try events(event, in: after, timers: reader.timers(of: id), on: day, reader)
        return events + (try record(event, before, after, on: day, in: reader).map { [.record($0)] } ?? [])
    }

    /// Whoever took it and whoever supervises it.
    func isParty(_ officer: Officer, _ commitment: CommitmentCase) -> Bool {
        officer.acts(for: commitment.receiver) || officer.acts(for: commitment.keeper)
    }

    /// The record that comes or ends with a step, in the same act (R5).
    private func record(
        _ event: CommitmentEvent, _ before: CommitmentCase, _ after: CommitmentCase, on day: Day, in reader: Reader
    ) throws -> RecordEntry? {
        switch event.step {
        case .decisionServed:
            let organ = rules.departments[after.keeper]?.name(on: day)?.full.chinese ?? after.keeper
            guard let kind = catalogue.breach.flatMap({ rules.kinds[$0.record] }),
                let record = CommitmentRecord(after, kind: kind, catalogue: catalogue, organ: organ)
            else { throw CommitmentProblem.noRecordKind }
            return try reader.entry(of: record, on: day)
        case .released(_, _, _, true):
            return try before.breach.flatMap { try reader.endedEntry(of: $0.record, on: day) }
        case .annulled:
            guard let breach = before.breach, let stored = try reader.record(breach.record, on: day),
                let kind = rules.kinds[stored.entry.kind]
            else { throw CommitmentProblem.noRecordKind }
            return try stored.entry.corrected(
                .withdrawal, version: reader.nextVersion(of: breach.record), kind: kind, term: nil, on: day)
        default: return nil
        }
    }
}
