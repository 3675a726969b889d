import Credit
import Store

/// 候选行: rows handed in for a list of our own, as an officer finds them in the queue and takes them up into a case.
extension ListingCases {
    private static let takingUp = "take-up"

    func rowsWaiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        try reader.waitingCandidates(of: officer.organ).map { line in
            WaitingCase(line.id, subject: line.subject, name: line.name, deadline: nil, state: nil) { _ in
                CaseLine(
                    id: line.id, kind: Label("名单候选", "Candidate for a list"),
                    title: rules.lists[line.list]?.name(on: day) ?? same(line.list), subject: line.name,
                    stage: ListingCases.toBeLookedAt, organ: officer.organ, deadline: nil, state: nil)
            }
        }
    }

    private static let toBeLookedAt = Label("候选，待承办人核对", "Candidate, to be looked at by an officer")

    func rowSheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let (candidate, position) = try reader.waitingCandidate(id), officer.acts(for: candidate.organ) else {
            return nil
        }
        let (row, list) = (candidate.row, rules.lists[candidate.list])
        var facts = [
            CaseSheet.Fact(
                Label("性质", "What it is"),
                Label(
                    "报送而来的候选：没有列入、没有公示、没有任何后果；行内所称决定不代替告知、申辩、审批、决定和送达",
                    "A row that was handed in: nobody is listed, nothing is published or has effect; a decision it names stands "
                        + "in for no notice, answer, sign-off, decision or service")),
            CaseSheet.Fact(Label("来源行（批次/行）", "Source row (batch/line)"), same(candidate.source)),
            CaseSheet.Fact(
                Label("报送部门", "Handed in by"),
                rules.departments[row.department]?.name(on: day)?.full ?? same(row.department)),
        ]
        if let kind = rules.kinds[row.kind], let template = kind.templates.first {
            let text = try RowText(row)
            facts += template.fields.compactMap { field in
                text.text(of: field.name, kind).map {
                    CaseSheet.Fact(Label(field.title, field.english), same($0))
                }
            }
        }
        let actions = list.flatMap { mayPropose($0, officer, day) ? [takeUpAction($0, on: day)] : nil } ?? []
        if actions.isEmpty {
            facts.append(
                CaseSheet.Fact(
                    Label("不能立案", "No case can be opened"),
                    Label(
                        "该名单今日没有可以列入的依据、程序或者不由本单位认定", "Today the list has no basis or procedure, or others decide it")
                ))
        }
        return CaseSheet(
            id: id, kind: Label("名单候选", "Candidate for a list"),
            title: list?.name(on: day) ?? same(candidate.list), subject: (key: row.subject, name: row.subjectName),
            stage: ListingCases.toBeLookedAt, isClosed: false, facts: facts, clocks: [],
            steps: [
                CaseSheet.Step(
                    day: row.received, words: Label("报送为候选", "Handed in as a candidate"), by: row.department,
                    position: position)
            ],
            actions: actions.filter { duties.contains($0.duty) })
    }

    private func takeUpAction(_ list: ListRule, on day: Day) -> CaseAction {
        let name = list.name(on: day)
        return CaseAction(
            code: ListingCases.takingUp, title: Label("拟列入“\(name.chinese)”", "Propose for “\(name.english)”"),
            warning: Label(
                "提出只是开始：告知、申辩、审批、决定、送达之后才在列；不予列入的，提出后办理“不予列入”。",
                "A proposal lists nobody: notice, answer, sign-off, decision and service come first. To leave it, drop the case."
            ),
            duty: .handle, fields: reasonFields(list))
    }

    /// Opens the case that bears the id of the row.
    func takeUp(
        _ action: String, _ id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard action == ListingCases.takingUp, let candidate = try reader.waitingCandidate(id)?.candidate,
            officer.acts(for: candidate.organ), let list = rules.lists[candidate.list],
            let subject = SubjectKey(text: candidate.row.subject)
        else { throw ListingProblem.outOfOrder }
        return try propose(list, subject, values, row: candidate, by: officer, id: id, on: day, in: reader)
    }

    /// Whether the batch that a source row names was taken back.
    func isUndone(_ source: String, in reader: Reader) throws -> Bool {
        guard let batch = CandidateRow.batch(ofSource: source) else { return false }
        return try reader.batch(batch)?.state == .undone
    }
}
