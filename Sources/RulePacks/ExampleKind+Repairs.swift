import Credit

extension ExampleKind {
    /// The kinds that tell of repair.
    static let repairs: [ExampleKind] = [repair, wayOut]

    /// `repair: { on: 2026-04-01, rule: r2026 }`; before the first version `rule: none`.
    private static let repair = ExampleKind(key: "repair") { strict in
        let (day, rule) = (strict.day("on"), strict.text("rule", atMost: 40))
        guard let day, let rule else { return nil }
        return Example(covers: ["repairs/\(rule).yaml"], expect: rule) { rules in
            rules.repairRule(on: day)?.code ?? "none"
        }
    }

    /// `way-out: { kind: administrative-penalty, grade: general, decided: …, on: …, expect: opens 2026-08-06 r2026 }`:
    /// the finding, its day where there is one, and the version where one applies.
    private static let wayOut = ExampleKind(key: "way-out") { strict in
        let (kind, decided, day) = (strict.reference("kind", to: .recordKind), strict.day("decided"), strict.day("on"))
        let grade = strict.word("grade", of: OffenceGrade.self, required: false)
        let expect = strict.text("expect", atMost: 60)
        guard let kind, let decided, let day, let expect else { return nil }
        return Example(covers: ["repair-routes/\(kind).yaml"], expect: expect) { rules in
            guard let family = rules.kinds[kind]?.family else { return "unknown" }
            let record = RepairedRecord(
                id: "example", kind: kind, family: family, subject: "", isSoleTrader: false, department: "",
                decided: decided, received: decided,
                publication: Publication(
                    period: .until(decided.adding(months: 36)), grade: grade, gradeDerived: false, rule: nil,
                    lastDayByRule: nil))
            guard let outlook = RepairOutlook(record, under: rules, on: day) else { return "none" }
            let rule = grade == nil ? nil : outlook.rule?.code
            return ([outlook.finding.word, outlook.earliest?.description, rule] as [String?])
                .compactMap(\.self).joined(separator: " ")
        }
    }
}
