import Credit

extension ExampleKind {
    /// The kinds that tell of lists, measures, documents, commitments, policies and news.
    static let catalogues: [ExampleKind] = [list, procedure, measure, memorandum, commitment, policy, news]

    /// `list: { code: wage-arrears, on: 2022-01-01, name: …, status: in-force, role: own }`.
    private static let list = ExampleKind(key: "list") { strict in
        let (code, day) = (strict.reference("code", to: .list), strict.day("on"))
        let (name, status) = (strict.text("name"), strict.word("status", of: ListStatus.self))
        let role = strict.word("role", of: ListRole.self)
        guard let code, let day, let name, let status, let role else { return nil }
        return Example(covers: ["lists/\(code).yaml"], expect: "\(name) \(status.rawValue) \(role.rawValue)") { rules in
            guard let list = rules.lists[code] else { return "unknown" }
            let found = list.roles.value(on: day)?.rawValue ?? "unknown"
            return "\(list.name(on: day).chinese) \(list.status(on: day).rawValue) \(found)"
        }
    }

    /// `procedure: { code: …, list: wage-arrears, on: 2022-01-01, notice: owed, answer: unknown, hearing: unknown, chain: […] }`.
    private static let procedure = ExampleKind(key: "procedure") { strict in
        let (code, list) = (strict.reference("code", to: .procedure), strict.reference("list", to: .list))
        let day = strict.day("on")
        let (notice, answer) = (strict.text("notice"), strict.text("answer"))
        let (hearing, chain) = (strict.text("hearing"), strict.texts("chain"))
        guard let code, let list, let day, let notice, let answer, let hearing, let chain else { return nil }
        let expect = ([code, notice, answer, hearing] + chain).joined(separator: " ")
        return Example(covers: ["procedures/\(code).yaml"], expect: expect) { rules in
            guard let rule = rules.lists[list], let procedure = rules.procedure(of: rule) else { return "unknown" }
            let term =
                switch procedure.answer?.value(on: day) {
                case .workingDays(let count)?: "\(count) working-days"
                case .days(let count)?: "\(count) days"
                case .months(let count)?: "\(count) months"
                case nil: "unknown"
                }
            let words = [
                procedure.code, procedure.notice.value(on: day)?.rawValue ?? "unknown", term,
                procedure.hearing?.value(on: day)?.rawValue ?? "unknown",
            ]
            return (words + (procedure.chain.value(on: day) ?? []).map(\.code)).joined(separator: " ")
        }
    }

    /// `measure: { code: limit-consumption, on: 2022-01-01, listed: true }`: whether it may be used on the day.
    private static let measure = ExampleKind(key: "measure") { strict in
        let (code, day) = (strict.reference("code", to: .measure), strict.day("on"))
        let listed = strict.truth("listed")
        guard let code, let day, let listed else { return nil }
        return Example(covers: ["measures/\(code).yaml", "measures/editions.yaml"], expect: "\(listed)") { rules in
            "\(rules.measures.edition(on: day) != nil && rules.measures.measures(on: day).contains { $0.code == code })"
        }
    }

    /// `memorandum: { code: ndrc-2016-141, on: 2020-12-07, state: history }`.
    private static let memorandum = ExampleKind(key: "memorandum") { strict in
        let (code, day) = (strict.reference("code", to: .memorandum), strict.day("on"))
        let state = strict.word("state", of: Memorandum.State.Word.self)
        guard let code, let day, let state else { return nil }
        return Example(covers: ["memoranda/\(code).yaml"], expect: state.rawValue) { rules in
            rules.memoranda[code]?.state(on: day).word.rawValue ?? "absent"
        }
    }

    /// `commitment: { code: proactive, name: 主动型, fields: 20 }`.
    private static let commitment = ExampleKind(key: "commitment") { strict in
        let (code, name) = (strict.reference("code", to: .commitmentKind), strict.text("name"))
        let fields = strict.number("fields", in: 0...99)
        guard let code, let name, let fields else { return nil }
        let covers = [
            "commitments/\(code).yaml", "commitments/fields.yaml", "commitments/matters.yaml",
            "commitments/breach.yaml",
        ]
        return Example(covers: covers, expect: "\(name) \(fields)") { rules in
            "\(rules.commitments.kinds[code]?.name.chinese ?? "unknown") \(rules.commitments.fields.count)"
        }
    }

    /// `policy: { code: council-2020-49, on: 2020-12-06, holds: false }`.
    private static let policy = ExampleKind(key: "policy") { strict in
        let (code, day) = (strict.reference("code", to: .policy), strict.day("on"))
        let holds = strict.truth("holds")
        guard let code, let day, let holds else { return nil }
        return Example(covers: ["policies/\(code).yaml"], expect: "\(holds)") { rules in
            rules.policies[code].map { "\($0.holds(on: day))" } ?? "unknown"
        }
    }

    /// `news: { code: 2026-01-05-opening, title: … }`.
    private static let news = ExampleKind(key: "news") { strict in
        let (code, title) = (strict.reference("code", to: .news), strict.text("title"))
        guard let code, let title else { return nil }
        return Example(covers: ["news/\(code).yaml"], expect: title) { rules in
            rules.news[code]?.title.chinese ?? "unknown"
        }
    }
}
