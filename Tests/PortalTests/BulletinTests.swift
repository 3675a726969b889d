import Credit
import Testing

@testable import Portal

/// What a bulletin says, and what it must not say.
@Suite struct BulletinTests {
    private let november = StoryReading.november

    private func unit(_ code: String, in bulletin: Bulletin) -> BulletinUnit {
        bulletin.units.first { $0.department.department.code == code }!
    }

    @Test func `units are placed by rate, equal ones share a place, and one without a rate has none`() {
        let bulletin = BulletinPages.bulletin(november)
        #expect(unit("transport", in: bulletin).complianceRank == 1)
        #expect(unit("market-regulation", in: bulletin).tally.compliance == Rate(1_290, of: 1_300))
        #expect(unit("market-regulation", in: bulletin).complianceRank == 2)
        #expect(
            unit("finance", in: bulletin).complianceRank == 3 && unit("emergency", in: bulletin).complianceRank == 4)
        // A calendar that is missing and a file without rows make no place, and neither does silence.
        #expect(unit("transport", in: bulletin).timelinessRank == nil)
        #expect(unit("court", in: bulletin).complianceRank == nil && unit("court", in: bulletin).state == .zeroRows)
        #expect(unit("tax", in: bulletin).state == .underway)
        #expect(unit("education", in: bulletin).state == .nothing && unit("education", in: bulletin).letter == nil)
        #expect(unit("emergency", in: bulletin).timelinessRank == 1)
        #expect(unit("market-regulation", in: bulletin).timelinessRank == 2)
        let equal = BulletinPages.bulletin(november, BulletinPages.everybody)
        #expect(equal.units.allSatisfy { $0.complianceRank == 1 && $0.timelinessRank == nil })
        #expect(equal.units.map(\.department.department.code) == DepartmentPages.rules.departments.codes)
    }

    @Test func `month on month is a difference of two known rates or nothing`() {
        #expect(BulletinUnit.change(Rate(9, of: 10), Rate(1, of: 2)) == "+40.00")
        #expect(BulletinUnit.change(Rate(1, of: 2), Rate(9, of: 10)) == "-40.00")
        #expect(BulletinUnit.change(Rate(1, of: 2), Rate(1, of: 2)) == "0.00")
        #expect(BulletinUnit.change(Rate(1, of: 2), Rate(0, of: 0)) == nil)
    }

    @Test func `a reminder needs a fact, and no duty is made up`() {
        func whats(_ month: Month, _ code: String) -> [ReminderFact.What] {
            unit(code, in: BulletinPages.bulletin(month)).facts.map(\.what)
        }
        #expect(whats(november + -1, "emergency") == [.late(rows: 9, days: 7)])
        // The month goes on: nothing is missing yet, what is late is late.
        #expect(whats(november, "approval-services").isEmpty)
        #expect(whats(november, "market-regulation") == [.late(rows: 8, days: 7)])
        // The rules name the unit for the kind; another handed it in before.
        #expect(whats(november + -4, "approval-services") == [.missing(last: nil)])
        // It said that there was nothing: that is an answer, and nothing is missing.
        #expect(whats(november + -2, "approval-services").isEmpty)
        #expect(whats(november + -2, "market-regulation") == [.missing(last: november + -3)])
        // No kind with a term is asked of these.
        for code in ["education", "court", "tax", "transport", "emergency"] {
            #expect(whats(november + -2, code).isEmpty, "\(code)")
        }
        // Before the platform was in use nothing is known, so nothing is missing.
        #expect(whats(Month("2026-01")!, "approval-services").isEmpty)
    }

    @Test func `督办函留出文号、印章和日期`() async throws {
        try await LivePortal.run { portal in
            let letter = try await portal.get("/bulletins/2026-10/letters/emergency").text
            #expect(letter.contains("9行自作出决定之日起超过7个工作日"))
            #expect(letter.contains("〔<span class=\"blank\">") && letter.contains("（印章）"))
            #expect(!letter.contains("{") && letter.contains("中卫市应急管理局："))
            for path in ["/bulletins/2026-10/letters/education", "/bulletins/2026-11/letters/court"] {
                let none = try await portal.get(path)
                #expect(none.status == 404 && none.text.contains("WEB-134"), "\(path)")
            }
            let unknown = try await portal.get("/bulletins/2026-10/letters/nobody")
            #expect(unknown.status == 404 && unknown.text.contains("WEB-132"))
        }
    }

    @Test func `months that have no bulletin and questions that mean nothing are refused without echo`() async throws {
        try await LivePortal.run { portal in
            for path in ["/bulletins/2026-01", "/bulletins/2026-12", "/bulletins/x", "/bulletins/2026-01/index"] {
                let reply = try await portal.get(path)
                #expect(reply.status == 404 && reply.text.contains("WEB-133"), "\(path)")
            }
            let card = "/departments/market-regulation"
            for path in [
                "/departments?month=2026-13", "/departments?order=penalties", card + "?month=xyzzy",
                card + "/errors?rule=xyzzy", card + "/errors?field=xyzzy", card + "/errors?kind=xyzzy",
                card + "/errors?after=xyzzy", card + "/batches?after=-1", "/bulletins/2026-11/batches?after=xyzzy",
            ] {
                let reply = try await portal.get(path)
                #expect(reply.status == 400 && reply.text.contains("WEB-130"), "\(path)")
                #expect(!reply.text.contains("xyzzy"), "\(path)")
            }
            let unknown = try await portal.get("/departments/nobody")
            #expect(unknown.status == 404 && unknown.text.contains("WEB-132"))
        }
    }

    @Test func `every indicator has a figure with its formula or the reason why not`() {
        let page = BulletinPages.index(november)
        #expect(Set(page.rows.map(\.indicator.code)) == Set((1...25).map(String.init)))
        for row in page.rows { #expect((row.figure == nil) == (row.rate == nil)) }
        for row in page.rows where row.figure == nil { #expect(row.indicator.missing != nil, "\(row.indicator.code)") }
        let rates = Dictionary(
            uniqueKeysWithValues: page.rows.compactMap { row in
                row.figure.map { ($0.measure, row.rate ?? Rate(0, of: 0)) }
            })
        #expect(rates[.publicityCompliance] == Rate(104, of: 119))
        #expect(rates[.publicityTimeliness] == Rate(77, of: 85))
        #expect(rates[.registryWrongCodes] == Rate(0, of: 1_200))
        let points = page.edition.indicators.filter { $0.level == 1 }.compactMap(\.points)
        #expect(points == [20, 21, 43, 16] && points.reduce(0, +) == 100)
        for top in page.edition.indicators where top.level == 1 {
            let below = page.edition.indicators.filter { $0.parent == top.code }.compactMap(\.points)
            #expect(below.reduce(0, +) == top.points, "\(top.code)")
        }
    }
}
