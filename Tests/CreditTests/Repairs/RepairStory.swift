@testable import Credit

/// A made-up city with two versions of the rules: one where the nation decides, one where the deciding body does.
enum RepairStory {
    static let source = Source(document: "规则")
    static let doubtful = Source(document: "规则", mark: .unverified)
    static let office = "credit-office"
    static let bureau = "some-bureau"
    static let clerk = Officer(account: "a1", name: "甲", organ: office)
    static let second = Officer(account: "a2", name: "乙", organ: office)
    static let decider = Officer(account: "b1", name: "丙", organ: bureau)

    static func rule(
        _ code: String, from: String, decider: RepairStation.Place, ban: Source = source, minimum: Source = source,
        maximum: Int = 12
    ) -> RepairRule {
        RepairRule(
            code: code, name: Label(code, code), from: Day(from)!, source: source, office: office,
            window: Label("窗口", "window"), decider: decider,
            chain: [RepairStation(place: decider, title: decider.title)],
            covers: [.penalty], applicants: decider == .nation ? [.organisation] : [.organisation, .soleTrader],
            classes: [
                RepairClass(
                    code: "general", title: Label("一般", "general"), grades: [.general], when: nil, minimum: 3,
                    maximum: maximum, isRepairable: true, source: minimum),
                RepairClass(
                    code: "serious", title: Label("严重", "serious"), grades: [.serious], when: nil, minimum: 12,
                    maximum: 36, isRepairable: true, source: minimum),
                RepairClass(
                    code: "special", title: Label("特定严重", "special"), grades: [.serious],
                    when: Label("法定情形", "by law"), minimum: nil, maximum: 36, isRepairable: false, source: source),
            ],
            conditions: [
                demand("performed"), demand("minimum", isPeriod: true),
            ],
            materials: [
                demand("letter"), demand("receipt", oneOf: "performance"), demand("form", oneOf: "performance"),
                demand("report", classes: ["serious"]),
            ],
            terms: [
                RepairTerm(
                    code: "city-review", title: Label("审核", "check"), workingDays: 2, from: .complete,
                    until: .forwarded,
                    stops: true, isTarget: false, source: source)
            ],
            badFaith: .init(words: Label("三年", "three years"), months: 36, source: ban), exclusions: [],
            bankruptcy: decider == .recogniser ? .init(words: Label("屏蔽", "shield"), source: source) : nil,
            effect: Label("终止", "ended"))
    }

    private static func demand(
        _ code: String, classes: [String] = [], oneOf: String? = nil, isPeriod: Bool = false
    ) -> RepairDemand {
        RepairDemand(
            code: code, title: Label(code, code), classes: classes, oneOf: oneOf, isPeriod: isPeriod, source: source)
    }

    static func rules(ban: Source = source, minimum: Source = source) -> Rules {
        var rules = Rules(code: "t", name: Label("试", "trial"), version: "1", digest: "", region: "1")
        rules.repairs = Register([
            rule("old", from: "2019-07-01", decider: .nation, ban: ban, minimum: minimum),
            rule("new", from: "2026-04-01", decider: .recogniser, ban: ban, minimum: minimum),
        ])
        rules.repairRoutes = Register([
            RepairRoute(
                code: "fine", recogniser: Label("处罚机关", "the organ"), window: nil, isByClass: true,
                isReceivedHere: true, note: nil, source: source),
            RepairRoute(
                code: "court", recogniser: Label("法院", "the court"), window: Label("法院", "the court"),
                isByClass: false, isReceivedHere: false, note: nil, source: source),
        ])
        return rules
    }

    static func record(
        decided: String = "2026-05-06", grade: OffenceGrade? = .general, until: String = "2027-05-06",
        subject: String = "reg:640500100000016", trader: Bool = false, kind: String = "fine"
    ) -> RepairedRecord {
        RepairedRecord(
            id: "r1", kind: kind, family: .penalty, subject: subject, isSoleTrader: trader, department: bureau,
            decided: Day(decided), received: Day(decided)!,
            publication: Publication(
                period: .until(Day(until)!), grade: grade, gradeDerived: false, rule: nil, lastDayByRule: nil))
    }

    static func file(_ material: String) throws -> RepairFile {
        try RepairFile(
            material: material, digest: String(repeating: "ab", count: 32), name: "\(material).pdf",
            type: "application/pdf", size: 1_000)
    }

    static func paper(_ date: String) -> RepairPaper { RepairPaper(organ: "机关", number: "〔2026〕1号", date: Day(date))! }

    /// A case filed on a day, its papers complete.
    static func filed(
        _ day: String, under rules: Rules = rules(), record: RepairedRecord = record(), ruling: String? = nil
    ) throws -> Repair {
        let event = try Repair.filing(
            "RPR-1", of: record,
            RepairApplication(
                repairClass: record.publication.grade!.rawValue, files: [file("letter"), file("receipt")],
                ruling: ruling.map { paper($0) }),
            under: rules, open: nil, ban: nil, by: .window(clerk), on: Day(day)!)
        guard case .filed(let filing) = event else { throw RepairProblem.wrongStage }
        return Repair(filing)
    }

    /// A case that was granted on a day.
    static func approved(_ day: String, under rules: Rules = rules(), record: RepairedRecord = record()) throws
        -> Repair
    {
        var repair = try filed(day, under: rules, record: record)
        let (day, rule) = (Day(day)!, rules.repairs[repair.filing.rule]!)
        try repair.take(repair.completing(confirmed: ["performed", "minimum"], under: rule, by: clerk, on: day))
        try repair.take(repair.forwarding(nil, by: second, on: day + 1))
        let by = repair.filing.recogniser == office ? second : decider
        let paper = RepairPaper(organ: "机关", number: "1号", date: day + 2)
        try repair.take(repair.deciding(grants: true, paper, reason: nil, by: by, on: day + 2))
        return repair
    }
}
