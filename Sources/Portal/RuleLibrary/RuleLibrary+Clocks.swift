import Credit

/// 办理时限: the dated terms of the chapter of clocks, then those of each version of the rules of repair.
extension RuleLibrary {
    var clocks: [RuleEntry] {
        let versions = rules.repairs
        let repairs = versions.enumerated().flatMap { index, rule in
            rule.terms.map { term in
                RuleEntry(
                    sort: .clock,
                    subject: .both(
                        "\(rule.name.chinese) \(term.title.chinese)", "\(rule.name.english) \(term.title.english)"),
                    value: CaseClock.Term.workingDays(term.workingDays).words, from: rule.from,
                    until: index + 1 < versions.count ? versions[index + 1].from + -1 : nil, source: cite(term.source),
                    path: "/guide/repair")
            }
        }
        return rules.clocks.flatMap { clock in
            entries(clock.terms, .clock, clock.name, "/guide/objection") { told($0, $1, .both("期限", "term"), \.words) }
        } + repairs
    }
}
