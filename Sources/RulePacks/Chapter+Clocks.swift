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
            guard let code, let name, let terms else { return nil }
            return ClockRule(code: code, name: name, terms: terms, insteadOf: insteadOf, departments: departments)
        }
    }

    /// `workingDays: 3` or `days: 15`, one of them.
    static func clockTerm(_ strict: Strict) -> CaseClock.Term? {
        let working = strict.number("workingDays", in: 1...400, required: !strict.has("days"))
        let days = strict.number("days", in: 1...4_000, required: false)
        switch (working, days) {
        case (let count?, nil): return .workingDays(count)
        case (nil, let count?): return .days(count)
        case (nil, nil): return nil
        default:
            strict.refuse(
                "days", code: "PACK-190", message: Label("同时写了工作日和自然日。", "it tells working days and days at once."),
                remedy: Label("请只写 workingDays 或者 days。", "Write workingDays or days, not both."))
            return nil
        }
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
