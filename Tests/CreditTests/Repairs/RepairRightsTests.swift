import Testing

@testable import Credit

/// 信用修复: what nobody may do in it, by the sentences of the rules.
struct RepairRightsTests {
    private let rules = RepairStory.rules()
    private var rule: RepairRule { rules.repairs["new"]! }
    private let clerk = RepairStory.clerk
    private let second = RepairStory.second
    private let application = RepairApplication(repairClass: "general", files: [])

    /// Rules of which one version has a longer class than the other, with or without periods of the kind itself.
    private static func rules(old: Int, new: Int, kind: [(String, Int)] = []) -> Rules {
        var rules = RepairStory.rules()
        rules.repairs = Register([
            RepairStory.rule("old", from: "2019-07-01", decider: .nation, maximum: old),
            RepairStory.rule("new", from: "2026-04-01", decider: .recogniser, maximum: new),
        ])
        let steps = kind.map { from, months in
            PublicationRule.GradeStep(
                version: from, from: Day(from)!, source: RepairStory.source, light: nil, general: months, serious: 36,
                summary: .byKind)
        }
        guard !steps.isEmpty else { return rules }
        rules.kinds = Register([
            RecordKind(
                code: "fine", title: Label("处罚", "fine"), family: .penalty, catalogueClass: "c",
                department: RepairStory.bureau, source: RepairStory.source, dueWithin: nil, templates: [],
                publication: .byGrade(steps), demonstration: nil)
        ])
        return rules
    }

    @Test(arguments: [
        rules(old: 36, new: 12), rules(old: 36, new: 36, kind: [("2019-07-01", 36), ("2026-04-01", 12)]),
    ])
    func `撤销修复恢复的公示，不超过撤销之日施行的规则的最长公示期`(rules: Rules) throws {
        // Decided in October 2025 for three years by the rule of its day; since April 2026 it is one year.
        let record = RepairStory.record(decided: "2025-10-20", until: "2028-10-20")
        var repair = try RepairStory.approved("2026-02-02", under: rules, record: record)
        try repair.take(repair.approved().executing(record, effects: [], by: second, on: Day("2026-02-05")!))
        func until(_ day: String) throws -> Day? {
            let event = try repair.revoking(
                record, RepairStory.paper("2026-02-06"), reason: "材料虚假", under: rules, by: clerk, on: Day(day)!)
            guard case .revoked(let revocation) = event else { return nil }
            return revocation.until
        }
        #expect(try until("2026-05-01") == Day("2026-10-20"))
        #expect(try until("2026-10-21") == nil)
    }

    @Test func `解除屏蔽后恢复的公示，不超过解除之日施行的规则的最长公示期`() throws {
        let rules = Self.rules(old: 36, new: 36, kind: [("2019-07-01", 36), ("2026-04-01", 24), ("2027-01-01", 12)])
        let record = RepairStory.record(decided: "2026-05-06", until: "2028-05-06")
        var repair = try RepairStory.filed("2026-08-06", under: rules, record: record, ruling: "2026-06-01")
        try repair.take(repair.shielding(record, by: second, on: Day("2026-08-07")!))
        let event = try repair.unshielding(
            record, RepairStory.paper("2027-02-01"), under: rules, by: clerk, on: Day("2027-02-01")!)
        guard case .shielded(let lifted) = event else { return #expect(Bool(false)) }
        #expect(lifted.until == Day("2027-05-06"))
    }

    @Test func `谁认定、谁修复：受理、不予受理和决定只由认定单位作出，市信用办不代为决定`() throws {
        var repair = try RepairStory.filed("2026-08-06")
        let (day, decider) = (Day("2026-08-07")!, RepairStory.decider)
        #expect(throws: RepairProblem.otherOrgan) { try repair.refusing("材料不实", by: clerk, on: day) }
        try repair.take(repair.completing(confirmed: ["performed", "minimum"], under: rule, by: clerk, on: day))
        try repair.take(repair.forwarding(nil, by: second, on: day))
        let paper = RepairStory.paper("2026-08-07")
        for grants in [true, false] {
            #expect(throws: RepairProblem.otherOrgan) {
                try repair.deciding(grants: grants, paper, reason: "已履行", by: second, on: day)
            }
        }
        #expect(throws: RepairProblem.otherOrgan) {
            try repair.noting(.accepted, nil, reason: nil, by: second, on: day)
        }
        #expect(throws: RepairProblem.otherOrgan) { try repair.refusing("不属受理范围", by: second, on: day) }
        // The region's check is no step of this chain.
        #expect(throws: RepairProblem.wrongStage) {
            try repair.noting(.passed, paper, reason: nil, by: decider, on: day)
        }
        try repair.take(repair.noting(.accepted, nil, reason: nil, by: decider, on: day))
        var refused = repair
        try refused.take(repair.refusing("不属受理范围", by: decider, on: day))
        #expect(refused.stage.word == .refused)
        try repair.take(repair.deciding(grants: true, paper, reason: nil, by: decider, on: day))
        // What is granted is carried out by the office, not by whoever granted it.
        #expect(throws: RepairProblem.otherOrgan) {
            try repair.approved().executing(RepairStory.record(), effects: [], by: decider, on: day)
        }
    }

    @Test func `文书所载日期晚于办理之日的，不得作为依据`() throws {
        let (day, tomorrow) = (Day("2026-08-07")!, RepairStory.paper("2026-08-08"))
        let record = RepairStory.record()
        #expect(throws: RepairProblem.badDay) {
            try Repair.filing(
                "RPR-9", of: record, RepairApplication(repairClass: "general", files: [], ruling: tomorrow),
                under: rules, open: nil, ban: nil, by: .window(clerk), on: day)
        }
        var shielded = try RepairStory.filed("2026-08-06", ruling: "2026-06-01")
        try shielded.take(shielded.shielding(record, by: second, on: day))
        #expect(throws: RepairProblem.badDay) {
            try shielded.unshielding(record, tomorrow, under: rules, by: clerk, on: day)
        }
        var repair = try RepairStory.filed("2026-08-06")
        try repair.take(repair.completing(confirmed: ["performed", "minimum"], under: rule, by: clerk, on: day))
        try repair.take(repair.forwarding(nil, by: second, on: day))
        let decider = RepairStory.decider
        #expect(throws: RepairProblem.badDay) {
            try repair.noting(.accepted, tomorrow, reason: nil, by: decider, on: day)
        }
        #expect(throws: RepairProblem.badDay) {
            try repair.deciding(grants: true, tomorrow, reason: nil, by: decider, on: day)
        }
        let today = RepairStory.paper("2026-08-07")
        try repair.take(repair.deciding(grants: true, today, reason: nil, by: decider, on: day))
        try repair.take(repair.approved().executing(record, effects: [], by: second, on: day))
        #expect(throws: RepairProblem.badDay) { try repair.reporting(tomorrow, by: clerk, on: day) }
        #expect(throws: RepairProblem.badDay) {
            try repair.revoking(record, tomorrow, reason: "材料虚假", under: rules, by: clerk, on: day)
        }
    }

    @Test func `没有公示末日的信息不按信用修复办理，告知退出情形`() {
        let record = RepairStory.record(until: Day.endless.description)
        #expect(throws: RepairProblem.byExit) {
            try Repair.filing(
                "RPR-9", of: record, application, under: rules, open: nil, ban: nil, by: .window(clerk),
                on: Day("2026-08-07")!)
        }
        #expect(RepairProblem.byExit.words.chinese.contains("退出情形"))
    }

    @Test func `最短公示期在休息日届满的，下一工作日仍提示`() {
        // Friday, Saturday, Monday of August 2026, which has no holiday.
        let calendar = RepairCaseTests.calendar
        func days(_ day: String) -> [String] { calendar.sinceLastWorkingDay(Day(day)!).map(\.description) }
        #expect(days("2026-08-07") == ["2026-08-07"] && days("2026-08-08") == ["2026-08-08"])
        #expect(days("2026-08-10") == ["2026-08-08", "2026-08-09", "2026-08-10"])
        #expect(days("2027-03-08") == ["2027-03-08"], "an unknown year is not guessed")
    }

    @Test func `个体工商户的最早修复日期，按其可以申请的规则计算`() throws {
        let record = RepairStory.record(decided: "2025-12-20", until: "2026-12-20", trader: true)
        let outlook = try #require(RepairOutlook(record, under: rules, on: Day("2026-03-25")!))
        #expect(outlook.finding == .opens(on: Day("2026-04-01")!) && outlook.rule?.code == "new")
        var before = rules
        before.repairs = Register([rules.repairs["old"]!])
        let never = try #require(RepairOutlook(record, under: before, on: Day("2026-03-25")!))
        #expect(never.finding == .never && never.openings.isEmpty)
        let company = RepairStory.record(decided: "2025-12-20", until: "2026-12-20")
        #expect(
            RepairOutlook(company, under: rules, on: Day("2026-03-25")!)?.finding == .open(since: Day("2026-03-20")!))
    }

    @Test func `信息主体可以自行申请修复，只能为自己的信息申请，途径记录在案`() throws {
        let (record, day) = (RepairStory.record(), Day("2026-08-07")!)
        func filing(_ way: FilingWay) throws -> RepairFiling {
            let event = try Repair.filing(
                "RPR-1", of: record, application, under: rules, open: nil, ban: nil, by: way, on: day)
            guard case .filed(let filing) = event else { throw RepairProblem.wrongStage }
            return filing
        }
        let own = FilingWay.page(.init(account: "c7", subject: record.subject))
        #expect(throws: RepairProblem.notOwn) {
            try filing(.page(.init(account: "c7", subject: "reg:640500100000017")))
        }
        #expect(throws: RepairProblem.otherOrgan) { try filing(.window(RepairStory.decider)) }
        let filed = try filing(own)
        #expect(filed.way == own && filed.officer == nil)
        let bytes =
            #"{"account":{"account":"c7","subject":"reg:640500100000016"},"class":"general","day":"2026-08-07","decider":"recogniser","event":"repair.filed","office":"credit-office","recogniser":"some-bureau","record":"r1","repair":"RPR-1","rule":"new","subject":"reg:640500100000016","way":"page"}"#
        #expect(String(decoding: Event.repair(.filed(filed)).body, as: UTF8.self) == bytes)
        #expect(try Event(body: Array(bytes.utf8)) == .repair(.filed(filed)))
        for wrong in [#""way":"page""#: #""way":"post""#, #","way":"page""#: ""] {
            let text = bytes.replacing(wrong.key, with: wrong.value)
            #expect(throws: CanonicalFault.self) { try Event(body: Array(text.utf8)) }
        }
    }

    @Test func `自行申请的案件未经工作人员核对材料，不得暂时屏蔽`() throws {
        let (record, day) = (RepairStory.record(), Day("2026-08-07")!)
        let application = RepairApplication(
            repairClass: "general", files: [try RepairStory.file("letter"), try RepairStory.file("form")],
            ruling: RepairStory.paper("2026-06-01"))
        let event = try Repair.filing(
            "RPR-1", of: record, application, under: rules, open: nil, ban: nil,
            by: .page(.init(account: "c7", subject: record.subject)), on: day)
        guard case .filed(let filing) = event else { return #expect(Bool(false)) }
        var repair = Repair(filing)
        #expect(throws: RepairProblem.wrongStage) { try repair.shielding(record, by: second, on: day) }
        try repair.take(repair.completing(confirmed: ["performed"], under: rule, by: clerk, on: day))
        #expect(throws: RepairProblem.sameOfficer) { try repair.shielding(record, by: clerk, on: day) }
        try repair.take(repair.shielding(record, by: second, on: day))
        #expect(repair.shield != nil)
    }
}
