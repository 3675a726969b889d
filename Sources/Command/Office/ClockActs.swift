import Credit
import Store

/// 时限事项: what may be done to the clocks of a case of any kind: lengthening one with a second officer, and telling those
/// concerned of a last day that was moved.
struct ClockActs {
    let rules: Rules
    let calendar: WorkingCalendar

    init(_ rules: Rules) {
        self.rules = rules
        calendar = WorkingCalendar(rules.calendar)
    }

    /// A sheet with what is known of its clocks beyond their arithmetic, and with what the officer may do to them.
    func completing(
        _ sheet: CaseSheet, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet {
        let timers = try reader.timers(of: sheet.id).filter { officer.acts(for: $0.organ) }
        let notices = try notices(of: sheet.id, for: officer, in: reader)
        let asked = timers.compactMap { timer in
            timer.arithmeticOfAsked(in: calendar, on: day).map { arithmetic in
                CaseSheet.Fact(
                    Label("延长待复核", "A lengthening waits"), words(of: timer, arithmetic))
            }
        }
        let moved = notices.map { notice in
            CaseSheet.Fact(
                Label("期限改动，待告知", "Last day moved, to be told"),
                Label(
                    "\(name(of: notice.key).chinese)：\(notice.from.words.chinese) → \(notice.to.words.chinese)",
                    "\(name(of: notice.key).english): \(notice.from.words.english) → \(notice.to.words.english)"))
        }
        var actions = timers.flatMap { self.actions(on: $0, for: officer, on: day) }
        if !notices.isEmpty { actions.append(ClockActs.tell) }
        let happened = try reader.clockSteps(of: sheet.id)
        return sheet.adding(
            asked + moved, actions.filter { duties.contains($0.duty) },
            steps: happened.compactMap { step($0.event, at: $0.position, on: $0.day) },
            position: happened.last?.position)
    }

    /// What officers and calendars did to a clock; that it starts, stands still and ends is told by the steps of the case.
    private func step(_ event: ClockEvent, at position: Int, on day: Day) -> CaseSheet.Step? {
        let name = name(of: event.key)
        func made(_ chinese: String, _ english: String, _ by: Officer?) -> CaseSheet.Step {
            let words = Label("\(name.chinese)：\(chinese)", "\(name.english): \(english)")
            let by = by.map { $0.name + ($0.standingInFor == nil ? "" : "（代）") }
            return CaseSheet.Step(day: day, words: words, by: by, position: position)
        }
        switch event {
        case .started, .stopped, .resumed, .finished: return nil
        case .extensionAsked(_, let asked): return made("提出延长", "lengthening asked for", asked.by)
        case .extensionRefused(_, let reason, let by, _): return made("退回延长：\(reason)", "not lengthened: \(reason)", by)
        case .extended(_, let longer, let deadline):
            return made("延长至 \(deadline.words.chinese)", "until \(deadline.words.english)", longer.approved.second)
        case .redated(_, let from, let to):
            return made(
                "\(from.words.chinese) → \(to.words.chinese)", "\(from.words.english) → \(to.words.english)", nil)
        case .told(_, _, let by): return made("已告知改期", "those concerned were told", by)
        }
    }

    private func notices(of id: String, for officer: Officer, in reader: Reader) throws -> [ClockNotice] {
        try reader.clockNotices(in: id).filter { officer.acts(for: $0.organ) }
    }

    private func words(of timer: CaseTimer, _ arithmetic: Label) -> Label {
        guard let asked = timer.asked else { return arithmetic }
        let name = name(of: timer.key)
        return Label(
            "\(name.chinese)：\(arithmetic.chinese)。事由：\(asked.reason)。提出人：\(asked.by.name)",
            "\(name.english): \(arithmetic.english). Reason: \(asked.reason). Asked by \(asked.by.name)")
    }

    private func actions(on timer: CaseTimer, for officer: Officer, on day: Day) -> [CaseAction] {
        let (name, code) = (name(of: timer.key), timer.key.code)
        if let asked = timer.asked {
            guard OfficerPair(asked.by, officer) != nil, let arithmetic = timer.arithmeticOfAsked(in: calendar, on: day)
            else { return [] }
            let refuse = CaseAction(
                code: "clock.refuse." + code,
                title: Label("退回延长“\(name.chinese)”", "Refuse to lengthen “\(name.english)”"), duty: .decide,
                fields: [FormField("reason", Label("理由", "Reason"), .text(upTo: 500))])
            guard timer.canBeLengthened(by: officer, on: day, in: calendar) else { return [refuse] }
            let agree = CaseAction(
                code: "clock.agree." + code,
                title: Label("同意延长“\(name.chinese)”", "Agree to lengthen “\(name.english)”"),
                warning: words(of: timer, arithmetic), duty: .decide, fields: [])
            return [agree, refuse]
        }
        guard timer.canBeLengthened(by: officer, on: day, in: calendar) else { return [] }
        let end = timer.clock.deadline(in: calendar, on: day).words
        return [
            CaseAction(
                code: "clock.extend." + code,
                title: Label("延长“\(name.chinese)”", "Lengthen “\(name.english)”"),
                warning: Label(
                    "现届满日 \(end.chinese)。延长由另一名经办人复核后生效，并须告知当事人。",
                    "Last day now \(end.english). It takes effect when a second officer agrees, and those concerned are told."
                ),
                duty: .handle,
                fields: [
                    FormField(
                        "last-day", Label("延长至", "New last day"),
                        hint: Label("按工作日计的期限，填写一个工作日", "Where working days count, a working day"), .day),
                    FormField("reason", Label("事由", "Reason"), .text(upTo: 500)),
                ])
        ]
    }

    /// The events of an action on a clock; nil where the action is none.
    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event]? {
        if action == ClockActs.tell.code {
            return try notices(of: id, for: officer, in: reader)
                .map { .clock(.told($0.key, position: $0.position, by: officer)) }
        }
        let parts = action.split(separator: ".", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[0] == "clock" else { return nil }
        guard let timer = try reader.timer(ClockKey(caseID: id, code: parts[2])) else { throw ClockProblem.notOurs }
        let event: ClockEvent
        switch parts[1] {
        case "extend":
            guard let last = values.day("last-day") else { throw ClockProblem.noDays }
            event = try timer.asking(
                until: last, reason: values["reason"] ?? "", by: officer, on: day, in: calendar)
        case "agree": event = try timer.agreeing(by: officer, on: day, in: calendar)
        case "refuse": event = try timer.refusing(reason: values["reason"] ?? "", by: officer, on: day)
        default: return nil
        }
        return try reader.adopting(rules, on: day) + [.clock(event)]
    }

    /// What a kind of case does, together with what it does to those of its clocks that its steps alone would date.
    func following(
        _ events: [Event], in id: String, of kind: any CaseKind, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let kind = kind.clocked else { return events }
        let clocks = try kind.clocks(of: id, after: events, in: reader).flatMap { clock in
            try CaseTimer.following(
                clock.clock, of: id, organ: clock.organ, isOfParty: clock.isOfParty,
                after: reader.timer(ClockKey(caseID: id, code: clock.clock.code)), by: officer, on: day, in: calendar)
        }
        guard !clocks.isEmpty else { return events }
        return try reader.adopting(rules, on: day) + events + clocks.map { .clock($0) }
    }

    /// What is timed, in words.
    func name(of key: ClockKey) -> Label {
        for code in [key.code, key.baseCode] {
            if let rule = rules.clocks[code] { return rule.name }
        }
        let term = rules.repairs.lazy.flatMap(\.terms).first { $0.code == key.code }
        if let term { return term.title }
        return key.code == ListingNotified.clockCode
            ? Label("陈述申辩期", "Time to answer") : Label(key.code, key.code)
    }

    private static let tell = CaseAction(
        code: "clock.tell", title: Label("已告知改期", "Those concerned were told of the new last day"), duty: .handle,
        fields: [])
}

extension CaseSheet {
    /// The same with more facts and actions, which come last, and with what happened to its clocks: whoever asks, agrees or
    /// tells of a last day has gone on with the case.
    fileprivate func adding(_ facts: [Fact], _ actions: [CaseAction], steps: [Step], position: Int?) -> CaseSheet {
        var sheet = CaseSheet(
            id: id, kind: kind, title: title, subject: subject, stage: stage, isClosed: isClosed,
            facts: self.facts + facts, clocks: clocks,
            steps: (self.steps + steps).sorted { $0.position < $1.position }, actions: self.actions + actions,
            position: max(self.position, position ?? 0))
        sheet.letters = letters
        return sheet
    }
}
