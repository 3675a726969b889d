import Credit
import Testing

@testable import Portal

@Suite struct RulePagesTests {
    @Test func `目录按日给出施行的版本，首版之前不猜`() async throws {
        try await LivePortal.run { portal in
            func classes(_ question: String) async throws -> [JSONValue] {
                let value = try JSONValue(try await portal.json("/catalogue" + question).body)
                guard case .list(let classes)? = value["classes"] else { throw JSONValue.Fault(at: 0) }
                return classes
            }
            let reply4 = try await classes("")
            #expect(reply4.count == 13)
            let reply5 = try await classes("?on=2022-12-31")
            #expect(reply5.count == 12)
            let reply6 = try await classes("?on=2021-12-31")
            #expect(reply6.count == 11)
            let reply7 = try await classes("?on=2021-12-30")
            #expect(reply7.isEmpty)
            let page = try await portal.get("/catalogue?on=2021-12-30").text
            #expect(page.contains("这一天还没有全国目录") && !page.contains("这一天还没有到"))
            let ahead = try await portal.get("/catalogue?on=2030-01-01").text
            #expect(ahead.contains("这一天还没有到"))
            let newest = try await portal.get("/catalogue").text
            #expect(newest.contains("知识产权信息") && newest.contains("<span class=\"item\">知识产权信息</span>"))
        }
    }

    @Test func `a kind tells fields, need, periods and basis as the rules have them`() async throws {
        try await LivePortal.run { portal in
            let path = "/catalogue/administrative-penalty"
            let page = try await portal.get(path).text
            #expect(page.contains("行政处罚决定书文号") && page.contains("CF_WSH") && page.contains("校验后丢弃"))
            #expect(page.contains("chengxin template administrative-penalty"))
            #expect(page.contains("“处罚类别”为罚款时必填"))
            let value = try JSONValue(try await portal.json(path).body)
            guard case .list(let fields)? = value["fields"], case .list(let steps)? = value["steps"] else {
                throw JSONValue.Fault(at: 0)
            }
            let kind = try #require(StoryRules.city.kinds["administrative-penalty"])
            #expect(fields.count == kind.templates.reduce(0) { $0 + $1.fields.count })
            #expect(steps.compactMap { $0["version"]?.leaves.first } == ["R2026", "R2023", "R2019"])
            // In force is the version of the day of reading, 2026-11-22.
            #expect(steps.map { $0["inForce"] } == [.truth(true), .truth(false), .truth(false)])
            #expect(steps[1]["until"]?.leaves == ["2026-03-31"])
            let table = try await portal.get(path + "?format=csv").text
            #expect(table.split(separator: "\r\n").count == fields.count + 1)
            let reply1 = try await portal.get("/catalogue/nothing")
            #expect(reply1.status == 404)
        }
    }

    @Test func `the library says what changed when, and what was in force on a day`() throws {
        let entries = RuleLibrary(rules: StoryRules.city).entries
        let days = entries.compactMap(\.from)
        #expect(days == days.sorted(by: >))
        let blacklist = entries.filter { $0.sort == .wording && $0.subject.chinese == "黑名单" }
        #expect(blacklist.map(\.value.chinese) == ["称“严重失信主体名单”，此前为“黑名单”", "称“黑名单”"])
        let change = try #require(Day("2020-12-07"))
        #expect(blacklist[1].until == change + -1 && !blacklist[1].isInForce(on: change))
        let page = RulesPage(
            StoryRules.city, on: change + -1, sort: nil, at: PageAddress("/rules"), reading: Story.reading)
        #expect(page.entries.contains { $0.value.chinese == "称“黑名单”" })
        #expect(!page.entries.contains { $0.value.chinese.hasPrefix("称“严重失信主体名单”") })
        // Every dated value of the pack stands there.
        let city = StoryRules.city
        #expect(entries.count { $0.sort == .organ } == city.departments.reduce(0) { $0 + $1.names.steps.count })
        #expect(
            entries.count { $0.sort == .calendar } == city.calendar.reduce(0) { $0 + $1.arrangements.steps.count })
        #expect(entries.allSatisfy { $0.sort == .vocabulary || $0.source != nil })
        let lists = city.lists.reduce(0) {
            $0 + $1.names.steps.count + $1.roles.steps.count + ($1.terms?.steps.count ?? 0)
        }
        #expect(entries.count { $0.sort == .list } == lists)
        #expect(entries.count { $0.sort == .listBasis } == city.lists.reduce(0) { $0 + $1.bases.count })
        #expect(
            entries.count { $0.sort == .measure } == city.measures.editions.count + city.measures.measures.count)
        #expect(entries.count { $0.sort == .memorandum } == city.memoranda.reduce(0) { $0 + 1 + $1.later.count })
        #expect(entries.count { $0.sort == .policy } == city.policies.count)
        let clocks = entries.filter { $0.sort == .clock }
        let terms = city.clocks.reduce(0) { $0 + $1.terms.steps.count } + city.repairs.reduce(0) { $0 + $1.terms.count }
        #expect(clocks.count == terms && clocks.allSatisfy { $0.from != nil && $0.source != nil })
        let withdrawal = try #require(clocks.first { $0.subject.chinese == "撤回公示并公开说明理由" })
        #expect(withdrawal.value.chinese == "期限“3 个工作日”" && withdrawal.from == Day("2021-07-15"))
    }

    @Test func `the library holds a document on each day as its own page does, and shows no day that is not known`()
        throws
    {
        let city = StoryRules.city
        let entries = RuleLibrary(rules: city).entries
        let start = try #require(Day("2014-01-01"))
        for offset in stride(from: 0, to: 4_600, by: 97) {
            let day = start + offset
            for document in city.memoranda {
                let title = city.documents[document.document]?.title ?? document.document
                let held = entries.filter {
                    $0.sort == .memorandum && $0.subject == Label(title, document.english) && $0.isInForce(on: day)
                }
                let state = document.state(on: day).word
                #expect(held.isEmpty == (state == .notYet || state == .unknown), "\(document.code) \(day)")
                #expect(held.count <= 1, "\(document.code) \(day)")
            }
            for list in city.lists {
                let held = entries.count {
                    $0.sort == .listBasis && $0.path == "/lists/register/" + list.code && $0.isInForce(on: day)
                }
                #expect(held == list.bases(on: day).count, "\(list.code) \(day)")
            }
        }
        let rough = city.memoranda.filter { !$0.known.isExact }
        #expect(!rough.isEmpty)
        let told = entries.filter { $0.sort == .memorandum && $0.from == nil }
        #expect(told.count >= rough.count && told.allSatisfy { $0.value.chinese.contains("待核") })
    }

    @Test func `every document says where it is used and every citation leads to one`() throws {
        let city = StoryRules.city
        let uses = DocumentUse.all(of: city)
        let unused = city.documents.codes.filter { code in !uses.contains { $0.document == code } }
        // The tables of regions and of their codes are taken over whole; none of their rows cites them by itself.
        #expect(unused == ["GB/T 2260", "统计用区划代码（2023年）"])
        for document in city.memoranda { #expect(uses.contains { $0.document == document.document }) }
        for use in uses { #expect(city.documents[use.document] != nil, "\(use.document)") }
        let cited = ShownSource(Source(document: "国办发〔2020〕49号"), in: city)
        #expect(cited.anchor == "d" + String(city.documents.codes.firstIndex(of: "国办发〔2020〕49号") ?? -1))
    }

    @Test func `算出的每一个期限都能由算式数出来`() throws {
        let city = StoryRules.city
        let start = try #require(Day("2019-12-01"))
        for offset in stride(from: 0, to: 2_600, by: 13) {
            for count in [1, 2, 7, 10, 40] {
                let page = WorkdaysPage(city, from: start + offset, count: count, reading: Story.reading)
                let result = try #require(page.result)
                let days = result.runs.reduce(0) { $0 + ($1.last - $1.first + 1) }
                #expect(days == result.deadline.earliest - result.from)
                let counted = result.runs.filter { $0.number != nil }
                #expect(counted.reduce(0) { $0 + ($1.last - $1.first + 1) } == count, "\(start + offset) + \(count)")
                #expect(counted.last?.last == result.deadline.earliest)
                #expect(
                    (result.deadline.day == nil) == result.runs.contains { $0.state == .unknown },
                    "\(start + offset) + \(count)")
            }
        }
    }

    @Test func `a term beyond the last calendar says at the earliest, and no more`() async throws {
        try await LivePortal.run { portal in
            let known = try await portal.get("/rules/workdays?from=2026-09-30&days=10").text
            #expect(known.contains("<time datetime=\"2026-10-20\">2026-10-20</time>") && known.contains("调休上班"))
            let path = "/rules/workdays?from=2026-12-30&days=5"
            let page = try await portal.get(path).text
            #expect(page.contains("待 2027 年日历载入后确定") && page.contains("未知"))
            let deadline = try JSONValue(try await portal.json(path).body)["deadline"]
            #expect(deadline?["known"] == .truth(false) && deadline?["day"] == nil)
            #expect(deadline?["atEarliest"]?.leaves == ["2027-01-04"] && deadline?["missingYear"]?.leaves == ["2027"])
            for bad in [
                "from=x&days=1", "from=2026-01-01&days=0", "from=2026-01-01&days=251", "days=3", "from=1800-01-01",
            ] {
                let reply = try await portal.get("/rules/workdays?" + bad)
                #expect(reply.status == 400 && reply.text.contains("WEB-130"), "\(bad)")
            }
        }
    }

    @Test func `a calendar marks days by sign and word, and a year that is not loaded is unknown`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/rules/calendar/2020").text
            #expect(page.contains("工作日 249 天") && page.contains("延长2020年春节假期") && page.contains("这一年的安排在年中改变过"))
            #expect(page.contains("is-holiday\" datetime=\"2020-02-02\" title=\"放假\">2<b>休</b>"))
            #expect(page.contains("is-make-up\" datetime=\"2020-01-19\" title=\"调休上班\">19<b>班</b>"))
            let days = try await portal.get("/rules/calendar/2020?format=jsonl").text.split(separator: "\n")
            #expect(days.count == 366 && days.count { $0.contains("\"working\":true") } == 249)
            let missing = try await portal.get("/rules/calendar/2027")
            #expect(missing.status == 404 && missing.text.contains("WEB-143") && missing.text.contains("未知"))
            for odd in ["20x0", "02020", "二〇二〇"] {
                let reply = try await portal.get("/rules/calendar/" + PercentEncoding.encode(odd.utf8))
                #expect(reply.status == 404 && reply.text.contains("WEB-141"), "\(odd)")
            }
        }
    }

    @Test func `the plan shows 130 items, each with its state, and each number opens its rows`() async throws {
        try await LivePortal.run { portal in
            let value = try JSONValue(try await portal.json("/plan").body)
            guard case .list(let items)? = value["items"], case .list(let states)? = value["states"] else {
                throw JSONValue.Fault(at: 0)
            }
            #expect(items.count == 130)
            var sum = 0
            for state in states {
                guard case .number(let count)? = state["count"], let word = state["state"]?.leaves.first else {
                    throw JSONValue.Fault(at: 0)
                }
                let rows = try await portal.get("/plan?state=\(word)&format=csv").text.split(separator: "\r\n")
                #expect(rows.count - 1 == Int(count), "\(word)")
                sum += Int(count)
            }
            #expect(sum == 130)
            let scored = try await portal.get("/plan/D4.2").text
            #expect(scored.contains("不予实现") && scored.contains("不给教师评分"))
            let tax = try JSONValue(try await portal.json("/plan?department=tax&capability=K27").body)
            #expect(tax["items"]?.leaves.contains("D30.3") == true && tax["items"]?.leaves.contains("D30.1") == false)
            for bad in ["department=nobody", "capability=K99", "state=done"] {
                let reply2 = try await portal.get("/plan?" + bad)
                #expect(reply2.status == 400, "\(bad)")
            }
            let reply3 = try await portal.get("/plan/X9")
            #expect(reply3.status == 404)
        }
    }

    @Test func `hostile questions are refused or ignored, and never reflected`() async throws {
        let hostile = [
            "%3Cscript%3Ealert(1)%3C/script%3E", "%22onfocus=x", "../../etc/passwd", "-1", "0",
            "9999999999999999999999",
            "2026-02-30", "9999-12-31", "0001-01-01", "%F0%9F%A7%BE", "a%26b=c", String(repeating: "x", count: 3_000),
        ]
        let questions = [
            "/catalogue?on=", "/rules?on=", "/rules?sort=", "/plan?department=", "/plan?capability=", "/plan?state=",
            "/rules/workdays?days=10&from=", "/rules/workdays?from=2026-01-01&days=", "/codes?code=", "/catalogue/",
            "/rules/calendar/", "/plan/", "/guide/", "/plan?format=", "/plan?unknown=",
        ]
        try await LivePortal.run { portal in
            for question in questions {
                for value in hostile {
                    let reply = try await portal.get(question + value)
                    #expect(reply.status < 500, "\(question)\(value.prefix(30)) \(reply.status)")
                    for bad in ["<script", "\"onfocus"] {
                        #expect(!reply.text.contains(bad), "\(question)\(value.prefix(30)) reflects \(bad)")
                    }
                }
            }
        }
    }

    @Test func `the JSON of a term, an item and a code is the agreed one, byte for byte`() throws {
        for (name, page) in [
            ("workdays", WorkdaysPage(StoryRules.city, from: Day("2026-12-30")!, count: 5, reading: Story.reading)),
            ("item", RulePages.item("D4.2")), ("code", RulePages.code("91640500MA0QF0T15G")),
        ] as [(String, any Page)] {
            #expect(json(page) == Self.golden[name], "\(name)")
        }
    }

    private func json(_ page: some Page) -> String {
        String(decoding: Tape(language: .chinese, form: .json, PageContent(page: page)).json(), as: UTF8.self)
    }

    static let golden = [
        "workdays": """
        {"lang":"zh","from":"2026-12-30","days":"5","deadline":{"known":false,\
        "atEarliest":"2027-01-04","missingYear":"2027","words":"最早 2027-01-04，待 2027 年日历载入后确定"},\
        "steps":[{"first":"2026-12-31","last":"2026-12-31","state":"working","stateTitle":"工作日",\
        "length":1,"counted":1,"numbers":"1"},{"first":"2027-01-01","last":"2027-01-04",\
        "state":"unknown","stateTitle":"未知","length":4,"counted":4,"numbers":"2–5"}],\
        "reading":{"day":"2026-11-22","logSize":123456,"rehearsal":true}}
        """,
        "item": """
        {"lang":"zh","task":{"item":"D4.2","path":"/plan/D4.2","section":"D4","sectionTitle":"市教育局",\
        "gist":"监测教育领域信用状况，给教育机构建档评价，逐步给教师建档","departments":["education"],\
        "departmentTitles":["市教育局"],"capabilities":["K08","K09","K24"],"capabilityTitles":["信用档案",\
        "信用评价","隐私与权益保护"],"state":"declined","stateTitle":"不予实现",\
        "reason":"不给教师评分、评级或排名；教育机构的信用档案和评价尚未实现，教师的职业行为档案只会限于本单位和本人查看。",\
        "source":{"document":"个人信息保护法","clause":"第二十四条、第七十三条","unverified":false},\
        "shownBy":["/rights"]},"reading":{"day":"2026-11-22","logSize":123456,"rehearsal":true}}
        """,
        "code": """
        {"lang":"zh","code":"91640500MA0QF0T15G","class":"check-digit","classTitle":"校验码不对",\
        "valid":false,"reason":"第 18 位校验码为“G”，按前面各位应为“F”","parts":[],"reading":{"day":"2026-11-22",\
        "logSize":123456,"rehearsal":true}}
        """,
    ]
}
