import Credit
import RulePacks
import Testing

/// 信用修复规则 as the city's pack has them, by the sentences of the documents.
struct RepairRulesTests {
    private static let rules: Rules = {
        do {
            return try PackFolder.embedded.rules { _ in "" }
        } catch { preconditionFailure("the built-in pack is wrong: \(error)") }
    }()
    private var rules: Rules { RepairRulesTests.rules }

    private func outlook(
        _ grade: OffenceGrade?, decided: String, on day: String, kind: String = "administrative-penalty",
        until: String? = nil
    ) -> RepairOutlook? {
        let decided = Day(decided)!
        return RepairOutlook(
            RepairedRecord(
                id: "r", kind: kind, family: rules.kinds[kind]!.family, subject: "", isSoleTrader: false,
                department: "",
                decided: decided, received: decided,
                publication: Publication(
                    period: .until(until.flatMap { Day($0) } ?? decided.adding(months: 36)), grade: grade,
                    gradeDerived: false, rule: nil, lastDayByRule: nil)), under: rules, on: Day(day)!)
    }

    @Test func `申请之日在二〇二三年四月三十日以前适用527号文，五月一日起适用58号令，二〇二六年四月一日起适用36号令`() {
        for (day, code) in [
            ("2019-06-30", nil), ("2019-07-01", "r2019"), ("2023-04-30", "r2019"), ("2023-05-01", "r2023"),
            ("2026-03-31", "r2023"), ("2026-04-01", "r2026"),
        ] as [(String, String?)] { #expect(rules.repairRule(on: Day(day)!)?.code == code, "\(day)") }
    }

    @Test func `一般失信信息最短公示期三个月、最长一年`() throws {
        for code in ["r2019", "r2026"] {
            let one = try #require(rules.repairs[code]?.classes(of: .general).first)
            #expect(one.minimum == 3 && one.maximum == 12)
        }
        #expect(outlook(.general, decided: "2026-05-06", on: "2026-06-30")?.finding == .opens(on: Day("2026-08-06")!))
    }

    @Test func `严重失信信息最短公示期一年、最长三年，二〇一九年规则为六个月至三年`() throws {
        let new = try #require(rules.repairs["r2026"]?.classes(of: .serious).first)
        #expect(new.minimum == 12 && new.maximum == 36)
        let old = try #require(rules.repairs["r2019"]?.classes(of: .serious).first)
        #expect(old.minimum == 6 && old.maximum == 36)
    }

    @Test func `最短公示期在新规则施行以后才满的，按新规则计算`() {
        // Six months by the old rule are over in May 2023, when the next is in force, which has three.
        let crossing = outlook(.serious, decided: "2022-11-15", on: "2023-04-15")
        #expect(crossing?.finding == .opens(on: Day("2023-05-01")!))
        #expect(crossing?.rule?.code == "r2023")
        // The day before it is open under the old rule.
        let before = outlook(.serious, decided: "2022-10-30", on: "2023-04-15")
        #expect(before?.finding == .opens(on: Day("2023-04-30")!))
        #expect(before?.rule?.code == "r2019")
        // Three months end in March 2026 under the second, and the third makes serious conduct wait a year.
        let later = outlook(.serious, decided: "2026-01-05", on: "2026-03-20")
        #expect(later?.finding == .opens(on: Day("2027-01-05")!))
        #expect(later?.rule?.code == "r2026")
    }

    @Test func `特定严重失信行为公示三年，不予修复`() throws {
        let openings = try #require(self.outlook(.serious, decided: "2022-03-01", on: "2022-04-01")).openings
        #expect(openings.map(\.code) == ["serious", "special"])
        #expect(openings[1].earliest == nil && openings[1].when != nil)
    }

    @Test func `失信程度不明的不推算日期`() {
        #expect(outlook(nil, decided: "2026-05-06", on: "2026-06-30")?.finding == .unknown(.noGrade))
        #expect(outlook(.general, decided: "2019-05-06", on: "2019-06-01")?.finding == .unknown(.noRule))
    }

    @Test func `法院、税务的名单由其自行移出，不在本平台受理`() throws {
        for kind in ["dishonest-judgment-debtor", "major-tax-violation"] {
            let outlook = try #require(self.outlook(nil, decided: "2026-05-06", on: "2026-06-30", kind: kind))
            #expect(outlook.finding == .byExit && !outlook.exits.isEmpty)
            #expect(rules.repairRoutes[kind]?.isReceivedHere == false)
        }
    }

    @Test func `每类不利信息都有退出渠道`() {
        for kind in rules.kinds where kind.family.isAdverse {
            #expect(rules.repairRoutes[kind.code] != nil, "\(kind.code)")
        }
    }

    @Test func `公示期先满的不需要修复`() {
        let outlook = self.outlook(.serious, decided: "2026-05-06", on: "2026-06-30", until: "2026-12-31")
        #expect(outlook?.finding == .never)
        #expect(outlook?.endsByItself == Day("2026-12-31"))
    }

    @Test func `培训和信用报告只有二〇一九年规则对严重失信要求`() {
        for rule in rules.repairs {
            for one in rule.classes {
                let codes = rule.materials(of: one.code).map(\.code)
                #expect(codes.contains("training") == (rule.code == "r2019" && one.code == "serious"))
            }
        }
    }

    @Test func `不诚信的后果期限未核实，不作为拒绝的依据`() {
        for rule in rules.repairs where rule.badFaith.months != nil {
            #expect(rule.badFaith.source.mark == .unverified)
        }
    }

    @Test func `本市审核二个工作日自材料齐全起算`() throws {
        for rule in rules.repairs {
            let term = try #require(rule.terms.first { $0.code == "city-review" })
            #expect(term.workingDays == 2 && term.from == .complete && term.stops)
            #expect(term.isTarget == (rule.decider == .recogniser))
        }
    }

    @Test func `二〇一九年规则只规定行政处罚信息的修复，名单自二〇二三年五月起`() {
        #expect(rules.repairs["r2019"]?.covers == [.penalty])
        #expect(rules.repairs["r2023"]?.covers.contains(.listing) == true)
        let kind = "serious-violation"
        #expect(outlook(nil, decided: "2022-03-01", on: "2023-04-30", kind: kind)?.rule == nil)
        #expect(outlook(nil, decided: "2022-03-01", on: "2023-05-01", kind: kind)?.rule?.code == "r2023")
    }

    @Test func `every mistake of the chapter is told with its place and how to mend it`() {
        func codes(_ change: (String) -> String) -> [String] {
            let path = "repairs/r2026.yaml"
            return CityPack.problems(CityPack.with([path: change(CityPack.text(path))])).map(\.code)
        }
        #expect(codes { $0.replacing("maximum: 12", with: "maximum: 11") } == ["PACK-180"])
        #expect(codes { $0.replacing("decider: recogniser", with: "decider: province") } == ["PACK-181"])
        #expect(codes { $0.replacing("minimum: 3\n", with: "minimum: 13\n") } == ["PACK-182"])
        #expect(codes { $0.replacing("office: development-reform", with: "office: nobody") }.count == 1)
        let both = codes {
            $0.replacing("decider: recogniser", with: "decider: province").replacing(
                "minimum: 3\n", with: "minimum: 13\n")
        }
        #expect(Set(both) == ["PACK-181", "PACK-182"])
    }
}
