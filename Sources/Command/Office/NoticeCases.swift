import Credit
import Store

/// 通报案件: formal notices, as the office offers them to the departments. They are opened for officers of the organ that
/// drew them up, and shown nowhere else.
struct NoticeCases: CaseKind {
    let rules: Rules
    let prefix = "NTC"
    let noun = "notices"
    let plural = Label("通报", "Formal notices")
    private static let kind = Label("通报", "Formal notice")

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        guard rules.departments[officer.organ] != nil, duties.contains(.handle) else { return [] }
        return NoticeAbout.allCases.compactMap { about in
            let bodies = rules.noticeBodies.told(of: about, on: day)
            return bodies.isEmpty ? nil : NoticeForms.drawing(about, to: bodies)
        }
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let about = NoticeAbout(rawValue: action) else { throw NoticeProblem.noNotice }
        guard let unit = values["unit"].flatMap({ CreditCode($0) }),
            let kind = values["kind"].flatMap({ PublicUnitKind(rawValue: $0) })
        else { throw NoticeProblem.notAUnit }
        guard
            let paper = OrderPaper(
                organ: values["organ"], number: values["number"], date: values.day("date"), basis: values["basis"])
        else { throw NoticeProblem.noPaper }
        let draft = NoticeDraft(
            id: id, about: about, unit: unit, unitName: values["name"] ?? "", unitKind: kind, paper: paper,
            facts: values["facts"] ?? "",
            addressees: rules.noticeBodies.told(of: about, on: day).map {
                .init(body: $0.code, name: values[NoticeForms.mark + $0.code] ?? "")
            }, by: officer)
        return try reader.adopting(rules, on: day)
            + [.notice(try FormalNotice.drawing(draft, bodies: rules.noticeBodies, on: day))]
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        try reader.openNotices(for: officer).map { stored in
            let line = CaseLine(
                id: stored.notice.draft.id, kind: Self.kind, title: stored.notice.draft.about.title,
                subject: stored.notice.draft.unitName, stage: stored.notice.stage.title, organ: officer.organ,
                deadline: nil, state: nil)
            return WaitingCase(line, subject: stored.notice.draft.unit.text)
        }
    }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let stored = try reader.notice(id)?.opened(for: officer) else { return nil }
        let notice = stored.notice
        return CaseSheet(
            id: id, kind: Self.kind, title: notice.draft.about.title,
            subject: (notice.draft.unit.text, notice.draft.unitName), stage: notice.stage.title,
            isClosed: notice.stage.isClosed, facts: NoticeForms.facts(of: notice), clocks: [],
            steps: stored.steps.map { step in
                CaseSheet.Step(
                    day: step.day, words: NoticeForms.words(of: step.event.step, in: notice.draft),
                    by: step.event.by.standingInFor == nil ? step.event.by.name : "\(step.event.by.name)（代）",
                    position: step.position)
            }, actions: NoticeForms.actions(for: notice).filter { duties.contains($0.duty) })
    }

    /// Who drew it up; another releases it.
    func handler(of id: String, in reader: Reader) throws -> Officer? { try reader.noticeDrawer(id) }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let notice = try reader.notice(id)?.opened(for: officer)?.notice else { throw NoticeProblem.noNotice }
        return [.notice(try step(action, values, of: notice, by: officer, on: day))]
    }

    private func step(
        _ action: String, _ values: FormValues, of notice: FormalNotice, by officer: Officer, on day: Day
    ) throws -> NoticeEvent {
        let body = values["body"] ?? ""
        switch action {
        case "release":
            return try notice.releasing(
                number: values["number"] ?? "", date: values.day("date"), letter: values["letter"], by: officer,
                on: day)
        case "serve":
            return try notice.serving(body, ObjectionForms.service(values), by: officer, on: day)
        case "answer":
            return try notice.answering(body, values["words"] ?? "", file: values["answer"], by: officer)
        case "withdraw": return try notice.withdrawing(values["reason"] ?? "", by: officer)
        case "close": return try notice.closing(by: officer)
        default: throw NoticeProblem.otherStage(notice.stage.title)
        }
    }
}
