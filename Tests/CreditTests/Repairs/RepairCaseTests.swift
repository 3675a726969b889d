import Testing

@testable import Credit

/// 信用修复办理, by the sentences of the rules.
struct RepairCaseTests {
    private let rules = RepairStory.rules()
    private var rule: RepairRule { rules.repairs["new"]! }
    private var old: RepairRule { rules.repairs["old"]! }
    private let clerk = RepairStory.clerk
    private let second = RepairStory.second

    @Test func `未满最短公示期的不能申请`() throws {
        #expect(throws: RepairProblem.beforeMinimum(Day("2026-08-06")!)) { try RepairStory.filed("2026-08-05") }
        #expect(try RepairStory.filed("2026-08-06").stage == .filed)
    }

    @Test func `未经核实的期限只提示，不作为拒绝的依据`() throws {
        let rules = RepairStory.rules(minimum: RepairStory.doubtful)
        #expect(try RepairStory.filed("2026-08-05", under: rules).filing.rule == "new")
    }

    @Test func `按申请之日施行的规则办理`() throws {
        let record = RepairStory.record(decided: "2025-12-20", until: "2026-12-20")
        #expect(try RepairStory.filed("2026-03-31", record: record).filing.rule == "old")
        #expect(try RepairStory.filed("2026-04-01", record: record).filing.rule == "new")
        #expect(throws: RepairProblem.noRule(Day("2019-06-30")!)) {
            try RepairStory.filed("2019-06-30", record: RepairStory.record(decided: "2019-01-01", until: "2020-01-01"))
        }
    }

    @Test func `法院作出的失信决定不在本平台受理`() throws {
        #expect(throws: RepairProblem.notHere) {
            try RepairStory.filed("2026-08-06", record: RepairStory.record(kind: "court"))
        }
    }

    @Test func `个体工商户自二〇二六年四月起可以申请`() throws {
        let record = RepairStory.record(decided: "2025-12-20", until: "2026-12-20", trader: true)
        #expect(throws: RepairProblem.notForTraders("old")) { try RepairStory.filed("2026-03-31", record: record) }
        #expect(try RepairStory.filed("2026-04-01", record: record).filing.rule == "new")
    }

    @Test func `施行的规则没有要求的材料和条件不得要求提供`() throws {
        let repair = try RepairStory.filed("2026-08-06")
        let day = Day("2026-08-07")!
        #expect(throws: RepairProblem.notDemanded("training")) {
            try repair.returning(missing: ["training"], reason: nil, under: rule, by: clerk, on: day)
        }
        // The report is asked of serious conduct only.
        #expect(throws: RepairProblem.notDemanded("report")) {
            try repair.returning(missing: ["report"], reason: nil, under: rule, by: clerk, on: day)
        }
    }

    @Test func `需要补正的应当一次性告知`() throws {
        var repair = try RepairStory.filed("2026-08-06")
        let day = Day("2026-08-07")!
        try repair.take(repair.returning(missing: ["form"], reason: nil, under: rule, by: clerk, on: day))
        try repair.take(
            repair.supplementing([RepairStory.file("form")], reason: nil, under: rule, by: clerk, on: day + 3))
        #expect(throws: RepairProblem.toldBefore) {
            try repair.returning(missing: ["letter"], reason: nil, under: rule, by: clerk, on: day + 4)
        }
    }

    @Test func `材料不齐全的不起算审核时限`() throws {
        let record = RepairStory.record(grade: .serious, until: "2029-05-06")
        let repair = try RepairStory.filed("2027-05-06", record: record)
        #expect(throws: RepairProblem.missing(["report"])) {
            try repair.completing(
                confirmed: ["performed", "minimum"], under: rule, by: clerk, on: Day("2027-05-07")!)
        }
        #expect(throws: RepairProblem.missing(["minimum"])) {
            try RepairStory.filed("2026-08-06").completing(
                confirmed: ["performed"], under: rule, by: clerk, on: Day("2026-08-07")!)
        }
        #expect(repair.clock(rule.terms[0]) == nil)
    }

    @Test func `材料齐全之日起两个工作日内审核`() throws {
        // Friday; the two working days are Monday and Tuesday.
        var repair = try RepairStory.filed("2026-08-06")
        let friday = Day("2026-08-07")!
        try repair.take(
            repair.completing(confirmed: ["performed", "minimum"], under: rule, by: clerk, on: friday))
        let calendar = RepairCaseTests.calendar
        let clock = try #require(repair.clock(rule.terms[0]))
        #expect(clock.deadline(in: calendar, on: friday) == .on(Day("2026-08-11")!))
        // A check over Monday and Tuesday is not counted: taken up on Wednesday there are two days left.
        try repair.take(repair.pausing("专家评审", by: clerk, on: friday))
        try repair.take(repair.resuming(nil, by: clerk, on: friday + 5))
        let stopped = try #require(repair.clock(rule.terms[0]))
        #expect(stopped.deadline(in: calendar, on: friday + 5) == .on(Day("2026-08-14")!))
        try repair.take(repair.forwarding(nil, by: second, on: friday + 6))
        #expect(repair.clock(rule.terms[0])?.state(in: calendar, on: friday + 20) == .finishedInTime)
    }

    @Test func `审核人不能复核自己承办的案件`() throws {
        var repair = try RepairStory.filed("2026-08-06")
        let day = Day("2026-08-07")!
        try repair.take(repair.completing(confirmed: ["performed", "minimum"], under: rule, by: clerk, on: day))
        #expect(throws: RepairProblem.sameOfficer) { try repair.forwarding(nil, by: clerk, on: day) }
        let standIn = Officer(account: "a9", name: "丁", organ: RepairStory.office, standingInFor: clerk.account)
        #expect(throws: RepairProblem.sameOfficer) { try repair.forwarding(nil, by: standIn, on: day) }
    }

    @Test func `谁认定谁修复：决定须有认定单位的文书`() throws {
        var repair = try RepairStory.filed("2026-08-06")
        let day = Day("2026-08-07")!
        try repair.take(repair.completing(confirmed: ["performed", "minimum"], under: rule, by: clerk, on: day))
        #expect(throws: RepairProblem.wrongStage) {
            try repair.deciding(
                grants: true, RepairStory.paper("2026-08-07"), reason: nil, by: RepairStory.decider, on: day)
        }
        try repair.take(repair.forwarding(nil, by: second, on: day))
        #expect(repair.turn == RepairStory.bureau)
        #expect(throws: RepairProblem.noPaper) {
            try repair.deciding(grants: true, nil, reason: nil, by: RepairStory.decider, on: day)
        }
        let stranger = Officer(account: "c", name: "戊", organ: "another")
        #expect(throws: RepairProblem.otherOrgan) {
            try repair.deciding(grants: true, RepairStory.paper("2026-08-07"), reason: nil, by: stranger, on: day)
        }
        #expect(throws: RepairProblem.noReason) {
            try repair.deciding(
                grants: false, RepairStory.paper("2026-08-07"), reason: nil, by: RepairStory.decider, on: day)
        }
        #expect(throws: RepairProblem.wrongStage) { try repair.approved() }
        try repair.take(
            repair.deciding(
                grants: true, RepairStory.paper("2026-08-07"), reason: nil, by: RepairStory.decider, on: day))
        #expect(try repair.approved().paper == RepairStory.paper("2026-08-07"))
    }

    @Test func `二〇二六年规则：本地已终止、国家待同步，收到国家结果才办结`() throws {
        var repair = try RepairStory.approved("2026-08-06")
        let day = Day("2026-08-10")!
        try repair.take(
            repair.approved().executing(RepairStory.record(), effects: ["E1"], by: second, on: day))
        #expect(repair.stage.word == .executed)
        #expect(repair.execution?.lastDay == Day("2026-08-09"))
        #expect(repair.execution?.effects == ["E1"])
        try repair.take(repair.reporting(RepairStory.paper("2026-08-12"), by: clerk, on: day + 2))
        #expect(repair.stage.word == .closed)
    }

    @Test func `二〇一九年规则：国家终审，执行即办结`() throws {
        let record = RepairStory.record(decided: "2025-10-20", until: "2026-10-20")
        var repair = try RepairStory.approved("2026-02-02", record: record)
        #expect(repair.turn == RepairStory.office)
        try repair.take(
            repair.approved().executing(record, effects: [], by: second, on: Day("2026-02-05")!))
        #expect(repair.stage.word == .closed)
    }

    @Test func `修复从不延长公示`() throws {
        var dice = Dice(state: 11)
        for _ in 0..<500 {
            let decided = Day("2026-04-01")! + Int(dice.next() % 200)
            let until = decided.adding(months: 3) + Int(dice.next() % 280)
            let filed = decided.adding(months: 3) + Int(dice.next() % 100)
            guard filed <= until else { continue }
            let record = RepairStory.record(decided: decided.description, until: until.description)
            var repair = try RepairStory.approved(filed.description, record: record)
            let day = filed + 2 + Int(dice.next() % 30)
            try repair.take(repair.approved().executing(record, effects: [], by: second, on: day))
            let execution = try #require(repair.execution)
            #expect(execution.lastDay < day && execution.lastDay <= until)
            let event = try repair.revoking(
                record, RepairStory.paper("2026-05-01"), reason: "材料虚假", under: rules, by: clerk,
                on: day + Int(dice.next() % 300))
            guard case .revoked(let revocation) = event else { continue }
            if let again = revocation.until {
                #expect(again <= until && again <= decided.adding(months: 12) && again >= revocation.day)
            }
        }
    }

    @Test func `虚假材料取得的修复撤销，恢复公示，三年内不受理`() throws {
        let record = RepairStory.record()
        var repair = try RepairStory.approved("2026-08-06")
        let day = Day("2026-08-10")!
        try repair.take(repair.approved().executing(record, effects: [], by: second, on: day))
        #expect(throws: RepairProblem.sameOfficer) {
            try repair.revoking(
                record, RepairStory.paper("2026-09-01"), reason: "材料虚假", under: rules, by: second, on: day + 30)
        }
        let event = try repair.revoking(
            record, RepairStory.paper("2026-09-01"), reason: "材料虚假", under: rules, by: clerk, on: day + 30)
        guard case .revoked(let revocation) = event else { return #expect(Bool(false)) }
        #expect(revocation.until == Day("2027-05-06"))
        #expect(revocation.bannedUntil == Day("2029-09-09"))
        let ban = RepairBan(until: revocation.bannedUntil!, isFirm: revocation.isFirm)
        let application = RepairApplication(repairClass: "general", files: [])
        #expect(throws: RepairProblem.banned(Day("2029-09-09")!)) {
            try Repair.filing(
                "RPR-2", of: record, application, under: rules, open: nil, ban: ban, by: .window(clerk), on: day + 60)
        }
        // A figure that nobody has read in the document warns only.
        _ = try Repair.filing(
            "RPR-2", of: record, application, under: rules, open: nil, ban: RepairBan(until: ban.until, isFirm: false),
            by: .window(clerk), on: day + 60)
    }

    @Test func `破产重整裁定暂时屏蔽，不受最短公示期限制，解除后余期继续`() throws {
        let record = RepairStory.record()
        let application = RepairApplication(repairClass: "general", files: [], ruling: RepairStory.paper("2026-06-01"))
        let day = Day("2026-06-05")!
        let event = try Repair.filing(
            "RPR-3", of: record, application, under: rules, open: nil, ban: nil, by: .window(clerk), on: day)
        guard case .filed(let filing) = event else { return #expect(Bool(false)) }
        var repair = Repair(filing)
        #expect(throws: RepairProblem.sameOfficer) { try repair.shielding(record, by: clerk, on: day) }
        try repair.take(repair.shielding(record, by: second, on: day))
        #expect(repair.shield?.lastDay == day + -1)
        try repair.take(
            repair.unshielding(record, RepairStory.paper("2026-07-01"), under: rules, by: clerk, on: day + 40))
        #expect(repair.shield == nil)
        let early = RepairStory.record(decided: "2025-12-20", until: "2026-12-20")
        let former = RepairApplication(repairClass: "general", files: [], ruling: RepairStory.paper("2026-03-01"))
        #expect(throws: RepairProblem.notDemanded("破产重整裁定")) {
            try Repair.filing(
                "RPR-4", of: early, former, under: rules, open: nil, ban: nil, by: .window(clerk),
                on: Day("2026-03-31")!)
        }
    }

    @Test func `只收规定类型和大小的证明文件`() throws {
        let digest = String(repeating: "0f", count: 32)
        #expect(throws: RepairProblem.badFile("a.exe")) {
            try RepairFile(material: "letter", digest: digest, name: "a.exe", type: "application/x-msdownload", size: 9)
        }
        #expect(throws: RepairProblem.badFile("a.pdf")) {
            try RepairFile(
                material: "letter", digest: digest, name: "a.pdf", type: "application/pdf", size: RepairFile.most + 1)
        }
        #expect(throws: RepairProblem.badFile("a.pdf")) {
            try RepairFile(material: "letter", digest: "00", name: "a.pdf", type: "application/pdf", size: 1)
        }
    }

    /// August 2026 has no holiday.
    static let calendar = WorkingCalendar(
        Register([
            CalendarYear(
                year: 2026,
                arrangements: Dated([
                    .init(from: Day("2025-11-04")!, value: .init(off: [], work: []), source: RepairStory.source)
                ])!)
        ]))
}
