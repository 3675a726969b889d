import Credit
import Testing

@testable import Portal

@Suite struct RulebookTests {
    private func list(_ value: JSONValue?) throws -> [JSONValue] {
        guard case .list(let values)? = value else { throw JSONValue.Fault(at: 0) }
        return values
    }

    private func text(_ value: JSONValue?) -> String? { value?.leaves.first }

    @Test func `a list is shown as it stood on the day that is asked`() async throws {
        try await LivePortal.run { portal in
            let plan = try JSONValue(try await portal.json("/lists/register?on=2020-05-01").body)
            let then = try list(plan["lists"])
            #expect(text(plan["on"]) == "2020-05-01" && then.count == StoryRules.city.lists.count)
            let now = try list(JSONValue(try await portal.json("/lists/register?on=2022-01-01").body)["lists"])
            func wages(_ lists: [JSONValue]) -> JSONValue? { lists.first { text($0["code"]) == "wage-arrears" } }
            #expect(text(wages(then)?["name"]) == "拖欠农民工工资“黑名单”")
            #expect(text(wages(now)?["name"]) == "拖欠农民工工资失信联合惩戒对象名单")
            #expect(text(wages(now)?["planName"]) == "拖欠农民工工资“黑名单”")
        }
    }

    @Test func `a list without a basis is said not to exist and filters find it`() async throws {
        try await LivePortal.run { portal in
            let found = try list(
                JSONValue(try await portal.json("/lists/register?status=absent&kind=red&on=2020-05-01").body)["lists"])
            #expect(found.compactMap { text($0["code"]) } == ["culture-market-red", "tourism-market-red"])
            let page = try await portal.get("/lists/register/culture-market-red?on=2020-05-01").text
            #expect(page.contains("没有已知的依据") && page.contains("不存在"))
        }
    }

    @Test func `a filter or day that there is not is refused, as page and as problem`() async throws {
        try await LivePortal.run { portal in
            for path in [
                "/lists/register?on=2020-02-30", "/lists/register?kind=blue", "/measures?category=x",
                "/measures/documents?state=gone", "/policies?level=moon", "/news?kind=x", "/news?limit=0",
                "/news?limit=101", "/news?after=x", "/news?order=title", "/policies?order=+level",
                "/policies/matrix?on=today", "/policies?department=nobody",
            ] {
                let reply = try await portal.json(path)
                #expect(reply.status == 400 && reply.text.contains("WEB-130"), "\(path)")
                let page = try await portal.get(path)
                #expect(page.status == 400 && page.text.contains("查询条件无法识别"), "\(path)")
            }
            for path in ["/lists/register/nothing", "/measures/nothing", "/news/nothing"] {
                let reply = try await portal.get(path)
                #expect(reply.status == 404, "\(path)")
            }
        }
    }

    @Test func `every list of these pages is a file for a spreadsheet with the same rows`() async throws {
        try await LivePortal.run { portal in
            for (path, name) in [
                ("/lists/register", "lists"), ("/measures", "measures"), ("/measures/documents", "documents"),
                ("/commitments", "fields"), ("/policies", "policies"), ("/policies/matrix", "cells"), ("/news", "news"),
            ] {
                let rows = try list(JSONValue(try await portal.json(path).body)[name])
                let csv = try await portal.get(path + "?format=csv")
                #expect(csv["content-type"] == "text/csv; charset=utf-8; header=present", "\(path)")
                #expect(csv.text.split(separator: "\r\n").count == rows.count + 1, "\(path)")
                let lines = try await portal.get(path + "?format=jsonl")
                #expect(lines.text.split(separator: "\n").count == rows.count && !rows.isEmpty, "\(path)")
            }
            let black = try await portal.get("/lists/register?kind=black&format=csv").text
            #expect(!black.contains("守信名单") && black.contains("失信名单"))
            // The downloads that the page offers ask what the page asked.
            let page = try await portal.get("/lists/register?kind=black&on=2020-05-01").text
            #expect(page.contains("href=\"/lists/register?kind=black&amp;on=2020-05-01&amp;format=csv\""))
            #expect(page.contains("<option value=\"black\" selected>"))
        }
    }

    @Test func `方案引用五十二份文件，备忘录自国办发49号起成为历史`() async throws {
        try await LivePortal.run { portal in
            func states(_ day: String) async throws -> [String: Int] {
                let found = try list(
                    JSONValue(try await portal.json("/measures/documents?on=" + day).body)["documents"])
                #expect(found.count == 52)
                return found.reduce(into: [:]) { $0[text($1["state"]) ?? "?", default: 0] += 1 }
            }
            let then = try await states("2020-12-06")
            #expect(then["history"] == nil && then["superseded"] == 1)
            let after = try await states("2020-12-07")
            #expect(after["history"] == 29)
            let memoranda = StoryRules.city.memoranda.filter { [.punish, .reward, .both].contains($0.kind) }
            #expect(memoranda.count == 29)
        }
    }

    @Test func `what is not known of the national list is said`() async throws {
        try await LivePortal.run { portal in
            let answer = try JSONValue(try await portal.json("/measures?on=2022-01-01").body)
            let measures = try list(answer["measures"])
            #expect(measures.count == 11)
            let page = try await portal.get("/measures?on=2022-01-01").text
            #expect(page.contains("共 14 项，本包已知 11 项，另 3 项的名称没有核到"))
            let before = try await portal.get("/measures?on=2021-12-30").text
            #expect(before.contains("还没有全国统一的措施清单") && !before.contains("限制消费"))
        }
    }

    @Test func `an empty cell of the matrix says that none is known, and a full one opens its documents`() async throws
    {
        try await LivePortal.run { portal in
            let page = try await portal.get("/policies/matrix?on=2020-05-01").text
            #expect(page.contains("无已知") && !page.contains(">0<"))
            let answer = try JSONValue(try await portal.json("/policies/matrix?on=2020-05-01").body)
            let cells = try list(answer["cells"])
            #expect(cells.count == 36 * 7)
            let finance = try #require(
                cells.first { text($0["department"]) == "finance" && text($0["kind"]) == "punishment" })
            let documents = try list(finance["documents"]).compactMap { text($0) }
            #expect(documents.count == 4)
            let opened = try list(
                JSONValue(
                    try await portal.json(
                        "/policies?kind=punishment&department=finance&state=in-force&on=2020-05-01"
                    ).body)["policies"])
            let numbers = opened.filter { !($0["departments"]?.leaves ?? []).isEmpty }
                .compactMap { text($0["document"]) }
            #expect(numbers == documents)
        }
    }

    @Test func `news is shown from its day on, by pages that follow each other`() async throws {
        try await LivePortal.run { portal in
            let first = try await portal.json("/news?limit=2")
            let answer = try JSONValue(first.body)
            let next = try #require(text(answer["next"]))
            #expect(first["link"] == "<\(next)>; rel=\"next\"" && next.hasPrefix("/api/v1/news?"))
            let ids = try list(answer["news"]).compactMap { text($0["id"]) }
            let more = try list(JSONValue(try await portal.json(next).body)["news"]).compactMap { text($0["id"]) }
            let all = StoryRules.city.news.filter { $0.day <= Story.today }.map(\.code)
            #expect(ids + more == Array(all.prefix(4)) && ids.count == 2)
            #expect(all == all.sorted(by: >))
        }
        var reading = StoryReading()
        reading.day = Day("2026-01-04")!
        try await LivePortal.run(reading) { portal in
            let early = try list(JSONValue(try await portal.json("/news").body)["news"])
            #expect(early.isEmpty)
            let reply = try await portal.get("/news/2026-01-05-trial-run")
            #expect(reply.status == 404)
        }
    }

    @Test func `no measure and no list reaches a relative or a minor`() {
        let words = ["relative", "family", "child", "minor", "spouse", "parent"]
        for target in Target.allCases {
            for word in words { #expect(!target.rawValue.contains(word), "\(target)") }
        }
        // Rows that are red or honour by merit hold no natural person and no sole trader (R1).
        for rule in StoryRules.city.lists where rule.kind == .red || rule.kind == .honour {
            for subject in rule.subjects {
                #expect(!subject.target.isPerson && subject.target != .soleTrader, "\(rule.code)")
            }
        }
    }
}
