import Credit
import Synchronization
import Testing

@testable import Portal

@Suite struct ListTests {
    /// The list page in the states that its template speaks of.
    static let pages: [any Page] = [
        page(RecordQuestion(.permit)),
        page(
            RecordQuestion(
                .penalty, department: StoryLists.department, decidedFrom: Story.today + -300, timeliness: .inTime,
                limit: 5)),
        page(RecordQuestion(.penalty, after: StoryLists.rows[40].place)), page(RecordQuestion(.listing)),
        page(RecordQuestion(.listing, kind: "serious-violation")),
        page(RecordQuestion(.penalty, decidedUntil: Day("2001-01-01")!)),
        page(RecordQuestion(.honour, kind: "tax-a-grade")),
    ]

    static func page(_ question: RecordQuestion, language: Language? = nil) -> RecordListPage {
        var address = PageAddress(question.family.path, language: language)
        address = address.asking("kind", question.kind).asking("department", question.department)
        address = address.asking("limit", question.limit == 50 ? nil : String(question.limit))
        address = address.asking("after", question.after?.text)
        return RecordListPage(
            asked: ListQuestion(question: question, address: address),
            list: StoryLists.list(question, reading: Story.reading), sources: StoryLists.kinds(question.family),
            rules: StoryRules.city)
    }

    private func ids(_ value: JSONValue) throws -> [String] {
        guard case .list(let rows)? = value["rows"] else { throw JSONValue.Fault(at: 0) }
        return rows.compactMap { $0["id"]?.leaves.first }
    }

    @Test func `pages lead one to the next through the whole list`() async throws {
        try await LivePortal.run { portal in
            for (path, family) in [("/permits", RecordQuestion.Family.permit), ("/penalties", .penalty)] {
                var address = "/api/v1\(path)?limit=37"
                var found: [String] = []
                for _ in 0..<20 {
                    let reply = try await portal.get(address)
                    let value = try JSONValue(reply.body)
                    let rows = try ids(value)
                    found += rows
                    guard let next = value["next"]?.leaves.first else {
                        #expect(reply["link"] == nil)
                        break
                    }
                    #expect(rows.count == 37 && reply["link"] == "<\(next)>; rel=\"next\"")
                    address = next
                }
                #expect(found == StoryLists.matching(RecordQuestion(family)).map(\.id))
            }
            let penalties = StoryLists.matching(RecordQuestion(.penalty))
            #expect(penalties.count == 232 && !penalties.contains { $0.subject.isSoleTrader })
        }
    }

    @Test func `a file holds the whole filtered list, in the columns of any table`() async throws {
        try await LivePortal.run { portal in
            let question = RecordQuestion(.penalty, department: "tax")
            let expected = StoryLists.matching(question).map(\.id)
            #expect(expected.count > 110)
            let csv = try await portal.get("/penalties?department=tax&format=csv")
            #expect(csv["content-type"] == "text/csv; charset=utf-8; header=present")
            #expect(csv["transfer-encoding"] == "chunked" && csv["etag"] == nil && csv["cache-control"] == "no-store")
            #expect(csv["content-disposition"] == "attachment; filename=\"penalties-2026-11-22.csv\"")
            #expect(csv["x-robots-tag"] == "noindex, noarchive")
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.dropFirst().map { String($0.prefix { $0 != "," }) } == expected)
            let page = try await portal.get("/penalties?department=tax&format=csv&limit=5")
            #expect(page.text.split(separator: "\r\n").first == lines.first && page["transfer-encoding"] == nil)
            #expect(page.text.split(separator: "\r\n").count == 6)
            #expect(page["link"]?.contains("&format=csv>") == true && csv["link"] == nil)
            let names = Schema.lists.first { $0.name == "ListedRecord" }!.properties.map {
                $0.name.filter { $0 != "?" }
            }
            #expect(lines.first == "\u{FEFF}" + names.joined(separator: ","))

            let empty = try await portal.get("/lists?kind=wage-arrears&format=csv")
            #expect(empty.status == 200 && empty.text == lines[0] + "\r\n")

            let jsonl = try await portal.get("/penalties?department=tax&format=jsonl")
            var rows: [String] = []
            for line in jsonl.text.split(separator: "\n") {
                rows.append(try JSONValue(Array(line.utf8))["id"]?.leaves.first ?? "")
            }
            #expect(rows == expected)
            let whole = try await portal.get("/api/v1/penalties?department=tax&limit=200").text
            for line in jsonl.text.split(separator: "\n") { #expect(whole.contains(line)) }
            portal.notes.answers.withLock { notes in
                #expect(notes.first { $0.route == "/penalties" }?.size == csv.body.count)
            }
            let head = try await LoopbackClient.ask("/penalties?format=csv", method: "HEAD", port: portal.port)
            #expect(head.status == 200)
        }
    }

    @Test func `a file that cannot be read to its end does not look like a whole one`() async throws {
        try await LivePortal.run(StoryReading(breaksOnward: true)) { portal in
            await #expect(throws: LoopbackClient.Failure.self) { try await portal.get("/penalties?format=csv") }
            portal.notes.failures.withLock { #expect($0.count == 1 && $0[0].contains("F-0001")) }
            let permits = try await portal.get("/permits?format=csv")
            #expect(permits.status == 200)
        }
    }

    @Test func `filters narrow the list and are kept by every link of the page`() async throws {
        try await LivePortal.run { portal in
            let narrowed = "department=tax&decided-from=2026-09-01&decided-until=2026-10-15&timeliness=in-time"
            let question = RecordQuestion(
                .penalty, department: "tax", decidedFrom: Day("2026-09-01"), decidedUntil: Day("2026-10-15"),
                timeliness: .inTime)
            let expected = StoryLists.matching(question).map(\.id)
            #expect(expected.count > 20 && expected.count < 120)
            let json = try await portal.json("/penalties?\(narrowed)&limit=200")
            #expect(try ids(JSONValue(json.body)) == expected)
            let page = try await portal.get("/penalties?\(narrowed)&limit=10&lang=en").text
            let kept = narrowed.replacing("&", with: "&amp;")
            for link in [
                "href=\"?\(kept)&amp;limit=10&amp;lang=zh\"", "href=\"/penalties?\(kept)&amp;format=csv&amp;lang=en\"",
                "href=\"/penalties?\(kept)&amp;format=jsonl&amp;lang=en\"",
                "href=\"/api/v1/penalties?\(kept)&amp;lang=en\"", "href=\"/penalties?\(kept)&amp;limit=10&amp;after=",
                "href=\"/penalties?decided-from=2026-09-01&amp;decided-until=2026-10-15&amp;timeliness=in-time"
                    + "&amp;limit=10&amp;lang=en\" aria-label=\"Remove the filter “Handed in by”\"",
                "<option value=\"tax\" selected>", "value=\"2026-09-01\"", "href=\"/lists?lang=en\"",
                "<input type=\"hidden\" name=\"limit\" value=\"10\">",
                "<input type=\"hidden\" name=\"lang\" value=\"en\">",
            ] { #expect(page.contains(link), "\(link)") }
            let empty = try await portal.get("/penalties?kind=&department=&decided-from=&decided-until=&timeliness=")
            let plain = try await portal.get("/penalties")
            #expect(plain.text.contains("本页 50 条") && empty.text.contains("本页 50 条"))
        }
    }

    @Test func `what cannot be asked is refused by name and never passed over`() async throws {
        try await LivePortal.run { portal in
            let cases = [
                ("department=nobody-here", "WEB-120", "department"), ("kind=no-such-kind", "WEB-120", "kind"),
                ("kind=administrative-permit", "WEB-120", "administrative-penalty"),
                ("decided-from=2026-02-30", "WEB-120", "decided-from"), ("decided-until=x", "WEB-120", "decided-until"),
                ("decided-from=2026-05-02&decided-until=2026-05-01", "WEB-120", "对调"),
                ("timeliness=soon", "WEB-120", "in-time"), ("limit=0", "WEB-120", "200"),
                ("limit=201", "WEB-120", "200"),
                ("limit=ten", "WEB-120", "limit"), ("after=zzzzzzzzzzzzzzzz", "WEB-121", "after"),
                ("after=" + String(StoryLists.rows[9].place.text.dropLast()), "WEB-121", "next"),
            ]
            for (asked, code, word) in cases {
                for form in ["", "&format=csv"] {
                    let reply = try await portal.get("/penalties?" + asked + form)
                    #expect(reply.status == 400 && reply.text.contains(code) && reply.text.contains(word), "\(asked)")
                    #expect(!reply.text.contains("nobody-here") && !reply.text.contains("no-such-kind"), "\(asked)")
                }
                let json = try await portal.get("/api/v1/penalties?" + asked)
                #expect(json.status == 400 && json.text.contains("\"code\":\"\(code)\""), "\(asked)")
            }
            let past = try await portal.get("/penalties?on=2020-01-01")
            #expect(past.status == 403)
            let shared = try await portal.get("/penalties?from=groupmessage&isappinstalled=0")
            #expect(shared.status == 200)
        }
    }

    @Test func `no search engine keeps what is adverse, filtered or names a sole trader`() async throws {
        #expect(!Self.page(RecordQuestion(.penalty)).isIndexed && !Self.page(RecordQuestion(.listing)).isIndexed)
        #expect(!Self.page(RecordQuestion(.permit)).isIndexed)
        #expect(!Self.page(RecordQuestion(.permit, department: "tax")).isIndexed)
        let companies = StoryLists.matching(RecordQuestion(.permit)).filter { !$0.subject.isSoleTrader }
        let page = RecordListPage(
            asked: ListQuestion(question: RecordQuestion(.permit), address: PageAddress("/permits")),
            list: RecordList(rows: companies, next: nil, reading: Story.reading), sources: [], rules: StoryRules.city)
        #expect(page.isIndexed && page.canonicalPath == "/permits" && !companies.isEmpty)
        try await LivePortal.run { portal in
            for path in ["/penalties", "/lists", "/api/v1/permits"] {
                let reply = try await portal.get(path)
                #expect(reply["x-robots-tag"] == "noindex, noarchive", "\(path)")
            }
        }
    }

    @Test func `no list and no file has what is adverse to a sole trader`() async throws {
        try await LivePortal.run { portal in
            for path in ["/penalties?limit=200", "/lists", "/penalties?format=csv", "/penalties?format=jsonl"] {
                let text = try await portal.get(path).text
                #expect(!text.contains(Story.面馆.key) && !text.contains("r7trader0penalty"), "\(path)")
            }
            let permits = try await portal.get("/permits").text
            #expect(permits.contains("r7trader00permit") && permits.contains("个体工商户"))
        }
    }

    @Test func `never handed in is unknown, and none published is a zero`() async throws {
        try await LivePortal.run { portal in
            let value = try JSONValue(try await portal.json("/lists").body)
            guard case .list(let sources)? = value["sources"] else { throw JSONValue.Fault(at: 0) }
            #expect(sources.count > 3)
            for source in sources {
                let isNever = source["kind"]?.leaves == ["serious-violation"]
                #expect(source["state"]?.leaves == [isNever ? "unknown" : "received"])
                #expect((source["published"] == nil) == isNever)
                let path = try #require(source["path"]?.leaves.first)
                let rows = try ids(JSONValue(try await portal.json(path + "&limit=200").body))
                if !isNever { #expect(source["published"] == .number(rows.count)) }
            }
            let page = try await portal.get("/lists").text
            #expect(page.contains("<span class=\"unknown\">未知</span>") && page.contains(">0 条</a>"))
            let unknown = try await portal.get("/lists?kind=serious-violation").text
            #expect(unknown.contains("不等于没有") && !unknown.contains("没有符合条件"))
            let none = try await portal.get("/lists?kind=wage-arrears").text
            #expect(none.contains("没有符合条件"))
        }
    }
}
