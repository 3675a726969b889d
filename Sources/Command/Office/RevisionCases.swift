import Credit
import Portal
import Store

/// 更正和撤回: what a department does to a record of its own, in one act with a reason; its sheet stays.
struct RevisionCases: CaseKind {
    let rules: Rules
    let calendar: WorkingCalendar
    let prefix = "REV"
    let noun = "revisions"
    let plural = Label("更正和撤回", "Corrections and withdrawals")
    let readers = OfficeResource.usualReaders.union([.submit])

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        guard rules.departments[officer.organ] != nil, duties.contains(.submit) else { return [] }
        return [EntryForms.correction, EntryForms.withdrawal]
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let record = values["record"], let entry = try reader.record(record, on: day)?.entry,
            let kind = rules.kinds[entry.kind]
        else { throw RevisionProblem.noRecord }
        let (reason, standing) = (values["reason"] ?? "", try reader.standing(of: record, on: day))
        let made: (RecordRevision, RecordEntry)
        switch action {
        case "correct":
            let fields = kind.templates.flatMap(\.fields).filter { $0.visibility == .open }
            made = try RecordRevision.correcting(
                entry, ObjectionForms.claims(values["claims"], among: fields), reason: reason, standing: standing,
                kind: kind, term: kind.dueWithin.map { WorkingTerm(days: $0, in: calendar) }, id: id, by: officer,
                on: day)
        case "withdraw":
            guard let ground = values["ground"].flatMap({ ObjectionGround(rawValue: $0) }) else {
                throw RevisionProblem.noReason
            }
            made = try RecordRevision.withdrawing(
                entry, ground, reason: reason, standing: standing, kind: kind, id: id, by: officer, on: day)
        default: throw RevisionProblem.done
        }
        return try reader.adopting(rules, on: day) + [.desk(.revised(made.0)), .record(made.1)]
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] { [] }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let stored = try reader.revision(id), officer.acts(for: stored.revision.by.organ) else { return nil }
        let revision = stored.revision
        let entry = try reader.record(revision.record, on: day)?.entry
        var facts = [
            CaseSheet.Fact(
                Label("信息", "Record"), Label(revision.record, revision.record), path: "/records/" + revision.record),
            CaseSheet.Fact(
                Label("成为版本", "Became version"), Label("\(revision.version)", "\(revision.version)")),
        ]
        if case .withdrawal(let ground) = revision.change {
            facts.append(CaseSheet.Fact(Label("公开的理由类别", "Ground told to the public"), ground.title))
        }
        facts.append(CaseSheet.Fact(Label("理由", "Reason"), Label(revision.reason, revision.reason)))
        return CaseSheet(
            id: id, kind: revision.change.title,
            title: entry.flatMap { rules.kinds[$0.kind]?.title } ?? Label(revision.record, revision.record),
            subject: (entry?.subject ?? "", try entry.flatMap { try reader.subject($0.subject)?.name }),
            stage: Label("已办结", "Done"), isClosed: true, facts: facts, clocks: [],
            steps: [
                CaseSheet.Step(
                    day: stored.day, words: revision.change.title, by: revision.by.name, position: stored.position)
            ], actions: [])
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] { throw RevisionProblem.done }
}
