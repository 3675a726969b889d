import Store
import Testing

@testable import Credit

/// What ends and revives publications in made-up cities.
enum PublicationStory {
    static let office = "development-reform"
    static let source = Source(document: "规则")

    /// One version of the rules of repair, of which the deciding body decides and sole traders have no part.
    static func addRepair(to rules: inout Rules) {
        let classes = OffenceGrade.allCases.map { grade in
            RepairClass(
                code: grade.rawValue, title: Label(grade.rawValue, grade.rawValue), grades: [grade], when: nil,
                minimum: nil, maximum: 60, isRepairable: true, source: source)
        }
        rules.repairs = Register([
            RepairRule(
                code: "r1", name: Label("R1", "R1"), from: Day("2019-07-01")!, source: source, office: office,
                window: Label("窗口", "window"), decider: .recogniser,
                chain: [RepairStation(place: .recogniser, title: Label("认定单位", "body"))], covers: [.penalty],
                applicants: [.organisation], classes: classes, conditions: [], materials: [], terms: [],
                badFaith: .init(words: Label("记录", "recorded"), months: nil, source: source), exclusions: [],
                bankruptcy: .init(words: Label("屏蔽", "shield"), source: source), effect: Label("终止", "ended"))
        ])
        rules.repairRoutes = Register([
            RepairRoute(
                code: "administrative-penalty", recogniser: Label("机关", "organ"), window: nil, isByClass: true,
                isReceivedHere: true, note: nil, source: source)
        ])
    }

    /// An objection from its filing to its decision, upheld, with what becomes of the record.
    static func objection(
        _ id: String, to record: String, _ correction: ObjectionDecision.Correction, on day: Day, in reader: Reader
    ) throws -> [Event] {
        let stored = try #require(try reader.record(record, on: day))
        let entry = stored.entry
        func officer(_ account: String) -> Officer { Officer(account: account, name: account, organ: office) }
        let filing = ObjectionFiling(
            id: id, record: record, version: stored.version, subject: entry.subject, department: entry.department,
            office: office, ground: .alreadyEnded, claims: [], reason: "已撤销", applicant: .company, papers: "营业执照",
            evidence: [], by: .window(officer("o1")), freezes: false)
        var steps = [(day: day, event: try Objection.filing(filing, fields: []))]
        let decision = ObjectionDecision(outcome: .upheld, reasons: "属实", remedy: "复核", correction: correction)
        for make: (Objection) throws -> ObjectionEvent in [
            { try $0.accepting(by: officer("o1")) },
            { try $0.proposing(decision, by: officer("o2"), handedIn: [], providerIsOver: false) },
            { try $0.deciding(by: officer("o3"), handedIn: []) },
        ] { steps.append((day: day, event: try make(try #require(Objection(steps))))) }
        let kind = ShorteningTests.rules(isNew: false).kinds[0]
        return steps.map { .objection($0.event) } + [
            .record(
                try entry.corrected(
                    correction, version: stored.version + 1, kind: kind, term: nil, ground: filing.ground, on: day))
        ]
    }
}
