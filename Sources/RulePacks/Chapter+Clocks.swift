import Credit

extension CodeSpace {
    /// 办理时限.
    public static let clock = CodeSpace(chinese: "办理时限", english: "clock")
}

extension Chapter {
    /// 办理时限: a file is what is timed.
    static var clocks: Chapter {
        .of("clocks", into: \.clocks) { strict in
            let (code, name) = (strict.fileCode(.clock), strict.label())
            let terms = strict.dated("terms", clockTerm)
            let insteadOf = strict.reference("instead-of", to: .clock, required: false)
            let departments = strict.references("departments", to: .department, required: insteadOf != nil) ?? []
            if insteadOf == nil, strict.has("departments") { strict.refuse("departments", .missingKey("instead-of")) }
            let startsAt = strict.word("starts", of: ClockRule.Moment.self, required: false)
            guard let code, let name, let terms else { return nil }
            return ClockRule(
                code: code, name: name, terms: terms, insteadOf: insteadOf, departments: departments,
                startsAt: startsAt)
        }
    }

    /// `workingDays: 3`, `days: 15` or `months: 6`, one of them.
    static func clockTerm(_ strict: Strict) -> CaseClock.Term? {
        let working = strict.number(
            "workingDays", in: 1...400, required: !strict.has("days") && !strict.has("months"))
        let days = strict.number("days", in: CaseClock.Term.counts, required: false)
        let months = strict.number("months", in: 1...120, required: false)
        let terms: [CaseClock.Term] = [
            working.map { .workingDays($0) }, days.map { .days($0) }, months.map { .months($0) },
        ].compactMap(\.self)
        guard terms.count > 1 else { return terms.first }
        strict.refuse(
            "days", code: "PACK-190",
            message: Label("工作日、自然日和月同时写了不止一种。", "it tells more than one of working days, days and months."),
            remedy: Label("请只写 workingDays、days、months 之一。", "Write one of workingDays, days and months."))
        return nil
    }
}

extension ExampleKind {
    /// `clock: { code: objection-source, for: court, started: 2026-04-30, expect: 2026-05-15 }`: the last day; without
    /// `for` that of the rule of the code itself.
    static let clock = ExampleKind(key: "clock") { strict in
        let (code, started) = (strict.reference("code", to: .clock), strict.day("started"))
        let department = strict.reference("for", to: .department, required: false)
        let expect = strict.text("expect", atMost: 40)
        guard let code, let started, let expect else { return nil }
        return Example(covers: ["clocks/\(code).yaml"], expect: expect) { rules in
            let rule = department.map { rules.clocks.rule(code, for: $0) } ?? rules.clocks[code]
            guard let clock = rule?.clock(started: started) else { return "unknown" }
            let deadline = clock.deadline(in: WorkingCalendar(rules.calendar), on: started)
            return deadline.day?.description ?? "at-earliest \(deadline.earliest)"
        }
    }
}
