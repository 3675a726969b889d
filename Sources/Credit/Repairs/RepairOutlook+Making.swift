/// 待修复信息: what of a record its repair depends on.
public struct RepairedRecord: Sendable, Equatable {
    /// Id of the record.
    public let id: String
    /// Code of its kind.
    public let kind: String
    /// What it says of its subject.
    public let family: RecordFamily
    /// Key text of the subject.
    public let subject: String
    /// Whether the subject is a sole trader.
    public let isSoleTrader: Bool
    /// Code of the department that handed it in.
    public let department: String
    /// Day of the decision.
    public let decided: Day?
    /// Day it came in.
    public let received: Day
    /// Until when it is published, and why.
    public let publication: Publication

    /// What of a record its repair depends on.
    public init(
        id: String, kind: String, family: RecordFamily, subject: String, isSoleTrader: Bool, department: String,
        decided: Day?, received: Day, publication: Publication
    ) {
        self.id = id
        self.kind = kind
        self.family = family
        self.subject = subject
        self.isSoleTrader = isSoleTrader
        self.department = department
        self.decided = decided
        self.received = received
        self.publication = publication
    }

    /// What of an entry its repair depends on.
    ///
    /// - Parameter isSoleTrader: whether its subject is known as one, by its code or by what was handed in of it; many
    ///   have no code that says so, so it is not told by the code here.
    public init(_ entry: RecordEntry, isSoleTrader: Bool) {
        self.init(
            id: entry.id, kind: entry.kind, family: entry.family, subject: entry.subject, isSoleTrader: isSoleTrader,
            department: entry.department, decided: entry.decided, received: entry.received,
            publication: entry.publication)
    }

    /// Last day of publication; nil where it is not published or has no end.
    public var publishedUntil: Day? {
        if case .until(let day) = publication.period, day < .endless { day } else { nil }
    }
}

extension RepairOutlook {
    /// The way out of a record as the rules show it on a day; nil for what is not adverse or not published.
    public init?(_ record: RepairedRecord, under rules: Rules, on day: Day) {
        guard record.family.isAdverse, record.publication.isPublished(on: day) else { return nil }
        let list = rules.lists.first { $0.record == record.kind }
        endsByItself = record.publishedUntil
        guard let route = rules.repairRoutes[record.kind] else {
            finding = .unknown(.noRoute)
            (rule, openings, exits, remarks) = (nil, [], list?.exits ?? [], [])
            recogniser = Label("作出决定的单位", "whoever decided the record")
            window = recogniser
            return
        }
        recogniser = route.recogniser
        exits = list?.exits ?? []
        let version: RepairRule?
        if route.isByClass {
            let found = RepairOutlook.byClass(record, rules, on: day)
            finding = found.finding
            openings = found.openings.map { $0.marked(in: rules) }
            version = found.rule
        } else {
            let found = RepairOutlook.byList(record, list, on: day)
            finding = found.0
            openings = found.1.map { $0.marked(in: rules) }
            version =
                route.isReceivedHere
                ? rules.repairRule(on: day).flatMap { $0.covers.contains(record.family) ? $0 : nil } : nil
        }
        rule = version
        window = route.window ?? version?.window ?? route.recogniser
        remarks = RepairOutlook.remarks(route, route.isByClass ? version : nil, rules)
    }

    private static func remarks(_ route: RepairRoute, _ rule: RepairRule?, _ rules: Rules) -> [RepairRule.Remark] {
        let note = route.note.map { RepairRule.Remark(words: $0, source: route.source) }
        return ([note].compactMap(\.self) + (rule?.exclusions ?? [])).map {
            RepairRule.Remark(words: $0.words, source: rules.marked($0.source))
        }
    }

    /// An entry of a list can be left early after so many months where its list says so, else on the list's grounds.
    private static func byList(_ record: RepairedRecord, _ list: ListRule?, on day: Day) -> (Finding, [Opening]) {
        guard let decided = record.decided, let list, let step = list.terms?.step(on: max(decided, day)),
            case .months(let months, let early?) = step.value
        else { return (.byExit, []) }
        let earliest = decided.adding(months: early)
        let name = list.name(on: day)
        let opening = Opening(
            code: "list", title: name, when: nil, earliest: earliest,
            arithmetic: Label(
                "认定日 \(decided) + \(early) 个月 = \(earliest)（列入期限 \(months) 个月）",
                "decided \(decided) + \(early) months = \(earliest) (the entry lasts \(months) months)"),
            source: step.source, rule: name)
        return (finding(earliest, on: day), [opening])
    }

    private static func finding(_ earliest: Day, on day: Day) -> Finding {
        earliest <= day ? .open(since: earliest) : .opens(on: earliest)
    }

    /// Of a later version only that counts which holds on the day of the application: the versions are gone through from
    /// the one in force, and the first in whose time the shortest period is over is the one.
    private static func byClass(
        _ record: RepairedRecord, _ rules: Rules, on day: Day
    ) -> (finding: Finding, openings: [Opening], rule: RepairRule?) {
        guard let current = rules.repairRule(on: day) else { return (.unknown(.noRule), [], nil) }
        guard let decided = record.decided else { return (.unknown(.noDecision), [], current) }
        let versions = rules.repairs.filter { $0.from >= current.from }
        guard let main = current.classes(of: record.publication.grade).first else {
            return (.unknown(.noGrade), [], current)
        }
        var rule = current
        var earliest: Day? = main.isRepairable && current.admits(record) ? main.earliest(decided: decided) : nil
        for (index, version) in versions.enumerated() {
            guard version.admits(record), let one = version.classes(of: record.publication.grade).first else {
                continue
            }
            let until = index + 1 < versions.count ? versions[index + 1].from + -1 : Day.endless
            let reached =
                one.isRepairable ? max(one.earliest(decided: decided), index == 0 ? decided : version.from) : nil
            if let reached, reached <= until {
                (rule, earliest) = (version, reached)
                break
            }
        }
        // A version under which its subject cannot apply opens nothing to it.
        let classes = rule.admits(record) ? rule.classes(of: record.publication.grade) : []
        let openings = classes.map { opening($0, of: rule, decided: decided) }
        // What ends by itself before the shortest period is over need not be repaired.
        guard let earliest, record.publishedUntil.map({ earliest <= $0 }) ?? true else {
            return (.never, openings, rule)
        }
        return (finding(earliest, on: day), openings, rule)
    }

    private static func opening(_ one: RepairClass, of rule: RepairRule, decided: Day) -> Opening {
        let earliest = one.isRepairable ? max(one.earliest(decided: decided), decided) : nil
        let arithmetic: Label
        switch (earliest, one.minimum) {
        case (nil, _):
            arithmetic = Label(
                "不予修复" + (one.maximum.map { "，公示 \($0) 个月" } ?? ""),
                "cannot be repaired" + (one.maximum.map { "; shown for \($0) months" } ?? ""))
        case (_, nil): arithmetic = Label("义务履行完毕即可申请", "as soon as the duties are done")
        case (let day?, let months?):
            let late = day < rule.from
            arithmetic = Label(
                "决定日 \(decided) + \(months) 个月 = \(day)" + (late ? "，按 \(rule.from) 起施行的规则" : ""),
                "decided \(decided) + \(months) months = \(day)"
                    + (late ? ", by the rule in force since \(rule.from)" : ""))
        }
        return Opening(
            code: one.code, title: one.title, when: one.when, earliest: earliest, arithmetic: arithmetic,
            source: one.source, rule: rule.name)
    }
}

extension RepairOutlook.Opening {
    fileprivate func marked(in rules: Rules) -> RepairOutlook.Opening {
        RepairOutlook.Opening(
            code: code, title: title, when: when, earliest: earliest, arithmetic: arithmetic,
            source: rules.marked(source), rule: rule)
    }
}

extension Rules {
    /// The source, unverified too where its document is.
    fileprivate func marked(_ source: Source) -> Source {
        guard documents[source.document]?.mark == .unverified else { return source }
        return Source(document: source.document, clause: source.clause, mark: .unverified)
    }
}
