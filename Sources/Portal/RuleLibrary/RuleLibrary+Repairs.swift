import Credit

/// 信用修复: the dated values of the chapter that says how a record ends early.
extension RuleLibrary {
    /// Each class of each version, for as long as the version holds, then who decides each kind.
    var repairs: [RuleEntry] {
        let versions = rules.repairs
        let classes = versions.enumerated().flatMap { index, rule in
            rule.classes.map { one in
                RuleEntry(
                    sort: .repair,
                    subject: .both(
                        "\(rule.name.chinese) \(one.title.chinese)", "\(rule.name.english) \(one.title.english)"),
                    value: words(of: one), from: rule.from,
                    until: index + 1 < versions.count ? versions[index + 1].from + -1 : nil, source: cite(one.source),
                    path: "/guide/repair")
            }
        }
        let routes = rules.repairRoutes.map { route in
            let kind = rules.kinds[route.code]?.title ?? Label(route.code, route.code)
            return RuleEntry(
                sort: .repair, subject: kind,
                value: .both(
                    "由\(route.recogniser.chinese)决定", "decided by " + route.recogniser.english), from: nil, until: nil,
                source: cite(route.source), path: "/catalogue/" + route.code)
        }
        return classes + routes
    }

    private func words(of one: RepairClass) -> Label {
        guard one.isRepairable else { return .both("不予修复", "cannot be repaired") }
        let least =
            one.minimum.map { Label("最短公示 \($0) 个月", "shown for \($0) months at least") }
            ?? Label("义务履行完毕即可修复", "repaired as soon as the duties are done")
        let most = one.maximum.map { Label("，最长 \($0) 个月", ", \($0) at most") } ?? Label("", "")
        return .both(least.chinese + most.chinese, least.english + most.english)
    }
}
