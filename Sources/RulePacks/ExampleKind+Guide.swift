import Credit

extension ExampleKind {
    /// `guide: { code: repair, on: 2026-06-01, expect: R2026 }`: which columns of the page's tables are in force that day;
    /// without `on` the expectation is the page's number of sections.
    static let guide = ExampleKind(key: "guide") { strict in
        let (code, day) = (strict.reference("code", to: .guide), strict.day("on", required: false))
        let expect = strict.text("expect", atMost: 200)
        guard let code, let expect else { return nil }
        return Example(covers: ["guide/\(code).yaml"], expect: expect) { rules in
            guard let text = rules.guide[code] else { return "unknown" }
            guard let day else { return String(text.sections.count) }
            let columns = text.sections.compactMap(\.table).flatMap(\.columns)
            let names = columns.filter { $0.isInForce(on: day) == true }.map(\.name.chinese)
            return names.isEmpty ? "none" : names.joined(separator: " ")
        }
    }

    /// `progress: { item: C3.3g, expect: replaced }`: how far an item of the plan is served.
    static let progress = ExampleKind(key: "progress") { strict in
        let (item, expect) = (strict.reference("item", to: .planItem), strict.text("expect", atMost: 20))
        guard let item, let expect else { return nil }
        return Example(covers: [], expect: expect) { rules in
            rules.planItems.first { $0.code == item }?.progress.state.rawValue ?? "unknown"
        }
    }
}
