import Credit
import RulePacks
import Testing

struct CityPackTests {
    let rules: Rules

    init() throws {
        rules = try PackFolder.embedded.rules { "\($0.count)" }
    }

    @Test func `the built-in pack is the folder, byte for byte`() throws {
        let folder = try PackFolder(path: CityPack.path)
        #expect(folder.files.map(\.path) == PackFolder.embedded.files.map(\.path))
        #expect(folder.files == PackFolder.embedded.files)
        #expect(folder.canonicalBytes == PackFolder.embedded.canonicalBytes)
    }

    @Test func `every example of the pack comes out as it says, and every file has one`() throws {
        // Examples of records are told under a kind of their own, which the command hands in with the checks it needs.
        let report = try CityPack.with(["examples/records.yaml": nil]).checked { _ in "" }
        let wrong = report.problems.filter { problem in
            let folder = problem.place.file.split(separator: "/").first.map(String.init) ?? ""
            return problem.code != "PACK-152" || !["records", "templates", "vocabularies"].contains(folder)
        }
        #expect(wrong.isEmpty, "\(wrong.map(\.chinese).joined(separator: "\n"))")
        #expect(report.run > 130)
    }

    @Test func `every department of the contract is there, in the plan's order`() {
        let contract = """
            shapotou zhongning haiyuan haixing industrial-park court development-reform education science-technology \
            industry-information public-security civil-affairs justice finance human-resources natural-resources \
            ecology-environment housing-construction transport water agriculture commerce culture-tourism health \
            emergency statistics market-regulation poverty-alleviation medical-insurance approval-services big-data \
            local-finance housing-fund tax peoples-bank financial-regulator
            """
        #expect(rules.departments.codes == contract.split(separator: " ").map(String.init))
    }

    @Test func `方案共一百三十条，三十一个部门章节各有条目`() {
        #expect(rules.planItems.count == 130)
        #expect(Set(rules.planItems.map(\.code)).count == 130)
        #expect(rules.plan.codes == ["O"] + (1...5).map { "C\($0)" } + (1...31).map { "D\($0)" })
        #expect(rules.plan.allSatisfy { !$0.items.isEmpty })
        #expect(rules.capabilities.codes == (1...30).map { ($0 < 10 ? "K0" : "K") + String($0) })
        let used = Set(rules.planItems.flatMap(\.capabilities))
        #expect(used == Set(rules.capabilities.codes), "every capability serves an item")
    }

    @Test func `items lie with the departments that the plan names`() {
        #expect(rules.planItems(of: "finance").map(\.code).filter { $0.hasPrefix("D") }.count == 5)
        #expect(rules.planItems(of: "peoples-bank").map(\.code).suffix(2) == ["D31.1", "D31.2"])
        let inspection = rules.planItems.first { $0.code == "C1.3b" }
        #expect(inspection?.departments == Array(rules.departments.codes.prefix(5)))
        #expect(rules.planItems.first?.departments.count == 36)
    }

    @Test func `working days of the years 2018 to 2026`() {
        let counts = (2018...2026).map { WorkingCalendar(rules.calendar).days(of: $0)?.count }
        #expect(counts == [250, 250, 249, 250, 249, 249, 251, 248, 248])
        #expect(WorkingCalendar(rules.calendar).days(of: 2027) == nil)
    }

    @Test func `all townships of the city stand in their counties`() {
        #expect(rules.regions(in: "640500").map(\.code) == ["640502", "640521", "640522"])
        let counts = ["640502", "640521", "640522"].map { rules.regions(in: $0).count }
        #expect(counts == [13, 12, 21])
        #expect(rules.regions(in: "100000").count == 34)
        #expect(rules.regions.allSatisfy { $0.parent == nil || rules.regions[$0.parent ?? ""] != nil })
    }

    @Test func `目录类别随版本增加，编码不变`() throws {
        #expect(rules.catalogue.map { $0.classes.count } == [11, 12, 13])
        for (older, newer) in zip(rules.catalogue, rules.catalogue.dropFirst()) {
            #expect(Set(older.classes.map(\.code)).isSubset(of: newer.classes.map(\.code)))
        }
        let day = try #require(Day("2021-12-30"))
        #expect(rules.catalogue(on: day) == nil)
        #expect(rules.catalogue(on: day + 1)?["honour"]?.number == 10)
        #expect(rules.catalogue.last?["honour"]?.number == 12)
    }

    @Test func `names and terms change on their day`() throws {
        let day = try #require(Day("2020-12-07"))
        #expect(rules.label(ofTerm: "blacklist", on: day + -1)?.chinese == "黑名单")
        #expect(rules.label(ofTerm: "blacklist", on: day)?.chinese == "严重失信主体名单")
        let data = try #require(rules.departments["big-data"])
        #expect(data.name(on: day)?.full.chinese == "中卫市云计算和大数据发展局")
        #expect(data.name(on: Day.endless)?.full.chinese == "中卫市数据局")
        #expect(data.name(on: Day(number: 0)) == nil)
    }

    @Test func `the digest is made of every byte`() throws {
        // A change that leaves every length as it was.
        let text = CityPack.text("terms/portal.yaml").replacing("Credit China", with: "Credit Chima")
        let changed = CityPack.with(["terms/portal.yaml": text])
        #expect(rules.digest == "\(PackFolder.embedded.canonicalBytes.count)")
        #expect(changed.canonicalBytes != PackFolder.embedded.canonicalBytes)
        #expect(CityPack.problems(changed).isEmpty)
    }
}
