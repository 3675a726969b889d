import Credit
import Store

/// 信用修复案件: cases of repair as the office offers them.
struct RepairCases: CaseKind {
    let rules: Rules
    let calendar: WorkingCalendar
    let prefix = "RPR"
    let noun = "repairs"
    let plural = Label("信用修复", "Repairs")

    static let kind = Label("信用修复", "Repair")
    /// The most records whose shortest period was over on one day that a queue names.
    static let mostReached = 200

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        guard let rule = rules.repairRule(on: day), officer.acts(for: rule.office), duties.contains(.handle) else {
            return []
        }
        return [RepairForms.filing(rule)]
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard action == "repair" else { throw RepairProblem.wrongStage }
        return try file(values, by: .window(officer), id: id, on: day, in: reader)
    }

    /// 提交申请, at the window by an officer or by page by an account of the record's own subject.
    func file(
        _ values: FormValues, by way: FilingWay, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let rule = rules.repairRule(on: day) else { throw RepairProblem.noRule(day) }
        guard let name = values["record"], let stored = try reader.record(name, on: day) else {
            throw RepairProblem.notHere
        }
        let record = RepairedRecord(stored)
        let ruling = try RepairForms.paper(values, isNeeded: false)
        let application = RepairApplication(
            repairClass: values["class"] ?? "", files: try RepairForms.files(values, of: rule.materials), ruling: ruling
        )
        let open = try reader.repairs(of: record.id).first { !$0.stage.isClosed && $0.stage != .executed }?.id
        return [
            .repair(
                try Repair.filing(
                    id, of: record, application, under: rules, open: open,
                    ban: reader.repairBan(of: record.subject, on: day), by: way, on: day))
        ]
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        let times = try QueueClocks(rules, calendar, on: day, in: reader)
        let known = try reader.queuedClocks(ofRepairsAt: officer.organ)
        let open = try reader.openRepairs(at: officer.organ).map { head in
            let terms = rules.repairs[head.rule]?.terms ?? []
            // As the log has it; as the steps make it where it has none.
            let standings = try terms.compactMap { term in
                try known[head.id]?.first { $0.key.code == term.code }.map { try times.standing($0) }
                    ?? head.times.clock(term, isClosed: head.stage.isClosed).flatMap { times.standing($0) }
            }
            let first = standings.min { $0.deadline.earliest < $1.deadline.earliest }
            return WaitingCase(
                head.id, subject: head.subject, name: nil, deadline: first?.deadline, state: first?.state
            ) { _ in try line(head, on: day, in: reader) }
        }
        guard rules.repairRule(on: day)?.office == officer.organ else { return open }
        // What became possible while nobody worked is told on the next working day.
        let reached = try calendar.sinceLastWorkingDay(day).flatMap {
            try reader.records(minimumReachedOn: $0, under: rules, limit: Self.mostReached)
        }
        return open
            + reached.map { found in
                let id = noticeID(found.record.id)
                return WaitingCase(id, subject: found.record.subject, name: nil, deadline: nil, state: nil) { _ in
                    CaseLine(
                        id: id, kind: Label("最短公示期届满", "Shortest period over"),
                        title: try title(of: found.record.id, on: day, in: reader),
                        subject: try reader.subject(found.record.subject)?.name ?? found.record.subject,
                        stage: found.outlook.words, organ: officer.organ, deadline: nil, state: nil)
                }
            }
    }

    private func line(_ head: RepairHead, on day: Day, in reader: Reader) throws -> CaseLine {
        let clocks = try (rules.repairs[head.rule]?.terms ?? []).compactMap {
            try reader.timer(ClockKey(caseID: head.id, code: $0.code))?.clock
                ?? head.times.clock($0, isClosed: head.stage.isClosed)
        }
        let clock = clocks.filter { $0.finished == nil }
            .min { deadline($0, day).earliest < deadline($1, day).earliest }
        return CaseLine(
            id: head.id, kind: Self.kind,
            title: title(head.kind, head.decided) ?? Label(head.record, head.record),
            subject: head.subjectName ?? head.subject, stage: head.stage.title, organ: head.turn,
            deadline: clock.map { deadline($0, day) }, state: clock?.state(in: calendar, on: day))
    }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        if id.hasPrefix(noticeID("")) { return try notice(id, for: officer, on: day, in: reader) }
        guard let stored = try reader.repair(id), let rule = rules.repairs[stored.repair.filing.rule] else {
            return nil
        }
        let repair = stored.repair
        guard officer.acts(for: repair.filing.office) || officer.acts(for: repair.filing.recogniser) else { return nil }
        let sheet = RepairSheet(
            repair: repair, rule: rule, record: try record(of: repair, on: day, in: reader),
            recordFact: try rules.fact(
                Label("信息", "Record"), ofRecord: repair.filing.record, on: day, in: reader))
        return CaseSheet(
            id: id, kind: Self.kind, title: try title(of: repair.filing.record, on: day, in: reader),
            subject: (repair.filing.subject, try reader.subject(repair.filing.subject)?.name),
            stage: repair.stage.word.title, isClosed: repair.stage.word.isClosed,
            facts: try sheet.facts(ban: reader.repairBan(of: repair.filing.subject, on: day))
                + RectificationSheet.repairMaterial(of: repair.filing.record, on: day, in: reader),
            clocks: try clocks(of: repair, in: reader).map { .init($0.title, $0.clock, in: calendar, on: day) },
            steps: stored.events.map { RepairSheet.step($0.event, at: $0.position, on: $0.day) },
            actions: RepairForms.actions(repair, rule, for: officer).filter { duties.contains($0.duty) })
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let repair = try reader.repair(id)?.repair, let rule = rules.repairs[repair.filing.rule] else {
            throw RepairProblem.notHere
        }
        return [.repair(try event(action, repair, rule, values, officer, day, reader))]
    }

    private func event(
        _ action: String, _ repair: Repair, _ rule: RepairRule, _ values: FormValues, _ officer: Officer, _ day: Day,
        _ reader: Reader
    ) throws -> RepairEvent {
        let reason = values["reason"]
        func chosen(_ demands: [RepairDemand], _ prefix: String) -> [String] {
            demands.map(\.code).filter { values[prefix + $0] == "yes" }
        }
        let demands = rule.materials(of: repair.filing.repairClass)
        /// What a case that ends without a repair leaves of a shielded publication; of a record held no more, nothing.
        func lift() throws -> RepairLift? {
            guard repair.shield != nil else { return nil }
            return try record(of: repair, on: day, in: reader).flatMap { repair.lift(of: $0, under: rules, on: day) }
                ?? .over
        }
        switch action {
        case "return":
            return try repair.returning(
                missing: chosen(demands, "missing-"), reason: reason, under: rule, by: officer, on: day)
        case "supplement":
            return try repair.supplementing(
                RepairForms.files(values, of: demands), reason: reason, under: rule, by: officer, on: day)
        case "complete":
            let confirmed =
                chosen(rule.conditions(of: repair.filing.repairClass), "condition-") + chosen(demands, "seen-")
            return try repair.completing(confirmed: confirmed, under: rule, by: officer, on: day)
        case "pause": return try repair.pausing(reason, by: officer, on: day)
        case "resume": return try repair.resuming(reason, by: officer, on: day)
        case "refuse": return try repair.refusing(reason, lifting: lift(), by: officer, on: day)
        case "forward": return try repair.forwarding(reason, by: officer, on: day)
        case "pass":
            return try repair.noting(
                .passed, RepairForms.paper(values, isNeeded: false), reason: reason, by: officer, on: day)
        case "accept":
            return try repair.noting(
                .accepted, RepairForms.paper(values, isNeeded: false), reason: reason, by: officer, on: day)
        case "approve", "reject":
            return try repair.deciding(
                grants: action == "approve", RepairForms.paper(values), reason: reason, lifting: lift(),
                by: officer, on: day)
        case "execute":
            guard let record = try record(of: repair, on: day, in: reader) else { throw RepairProblem.notPublished }
            let effects = try reader.effects(onPublicationOf: repair.filing.record, on: day)
            return try repair.approved().executing(record, effects: effects, by: officer, on: day)
        case "report": return try repair.reporting(RepairForms.paper(values), by: officer, on: day)
        case "withdraw": return try repair.withdrawing(reason, lifting: lift(), by: officer, on: day)
        case "revoke":
            guard let record = try record(of: repair, on: day, in: reader) else { throw RepairProblem.notHere }
            return try repair.revoking(
                record, RepairForms.paper(values), reason: reason, under: rules, by: officer, on: day)
        case "shield":
            guard let record = try record(of: repair, on: day, in: reader) else { throw RepairProblem.notHere }
            return try repair.shielding(record, by: officer, on: day)
        case "unshield":
            guard let record = try record(of: repair, on: day, in: reader) else { throw RepairProblem.notHere }
            return try repair.unshielding(record, RepairForms.paper(values), under: rules, by: officer, on: day)
        default: throw RepairProblem.wrongStage
        }
    }

    // MARK: - What the sheets and lines are made of

    private func record(of repair: Repair, on day: Day, in reader: Reader) throws -> RepairedRecord? {
        try reader.record(repair.filing.record, on: day).map { RepairedRecord($0) }
    }

    /// As the log has them, which knows of lengthenings; as the steps make them where it has none.
    private func clocks(of repair: Repair, in reader: Reader) throws -> [(title: Label, clock: CaseClock)] {
        try (rules.repairs[repair.filing.rule]?.terms ?? []).compactMap { term in
            let known = try reader.timer(ClockKey(caseID: repair.filing.repair, code: term.code))?.clock
            return (known ?? repair.clock(term)).map { (term.title, $0) }
        }
    }

    private func deadline(_ clock: CaseClock, _ day: Day) -> Deadline { clock.deadline(in: calendar, on: day) }

    private func title(of record: String, on day: Day, in reader: Reader) throws -> Label {
        let entry = try reader.record(record, on: day)?.entry
        return title(entry?.kind, entry?.decided) ?? Label(record, record)
    }

    /// Kind and day of the decision of a record; nil where it is not held any more.
    private func title(_ kind: String?, _ decided: Day?) -> Label? {
        guard let kind else { return nil }
        let title = rules.kinds[kind]?.title ?? Label(kind, kind)
        let decided = decided.map { " \($0)" } ?? ""
        return Label(title.chinese + decided, title.english + decided)
    }

    private func noticeID(_ record: String) -> String { "\(prefix)-N-\(record)" }

    /// 提示: the shortest period of a record is over; nothing is done by it, the record ends by itself or by a case.
    private func notice(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> CaseSheet? {
        let name = String(id.dropFirst(noticeID("").count))
        guard let rule = rules.repairRule(on: day), officer.acts(for: rule.office),
            let stored = try reader.record(name, on: day),
            let outlook = RepairOutlook(RepairedRecord(stored), under: rules, on: day)
        else { return nil }
        let entry = stored.entry
        return CaseSheet(
            id: id, kind: Label("最短公示期届满", "Shortest period over"), title: try title(of: name, on: day, in: reader),
            subject: (entry.subject, try reader.subject(entry.subject)?.name), stage: outlook.words, isClosed: true,
            facts: RepairSheet.facts(of: outlook, record: name), clocks: [], steps: [], actions: [])
    }
}
