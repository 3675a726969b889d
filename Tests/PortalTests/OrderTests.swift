import Credit
import Testing

@testable import Portal

/// Lists in another order than their own.
@Suite struct OrderTests {
    private func values(_ body: [UInt8], _ list: String, _ name: String) throws -> [String] {
        guard case .list(let rows)? = try JSONValue(body)[list] else { throw JSONValue.Fault(at: 0) }
        return rows.compactMap { $0[name]?.leaves.first }
    }

    @Test func `a list of records is read from its oldest decision on, page after page, without a gap`() async throws {
        try await LivePortal.run { portal in
            var address = "/api/v1/penalties?order=decided&limit=37"
            var found: [String] = []
            for _ in 0..<20 {
                let reply = try await portal.get(address)
                found += try values(reply.body, "rows", "id")
                guard let next = try JSONValue(reply.body)["next"]?.leaves.first else { break }
                #expect(next.contains("order=decided"))
                address = next
            }
            #expect(found == StoryLists.matching(RecordQuestion(.penalty)).map(\.id).reversed())
            let file = try await portal.get("/penalties?order=decided&format=csv")
            #expect(file.text.split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != "," }) } == found)
        }
    }

    @Test func `the head of a column says how the list stands and leads to its next order`() async throws {
        try await LivePortal.run { portal in
            let usual = try await portal.get("/penalties?department=tax&after=" + StoryLists.rows[40].place.text).text
            #expect(usual.contains("aria-sort=\"descending\"><a href=\"/penalties?department=tax&amp;order=decided\">"))
            let oldest = try await portal.get("/penalties?order=decided").text
            #expect(oldest.contains("aria-sort=\"ascending\"><a href=\"/penalties\">"))
            #expect(oldest.contains("<option value=\"decided\" selected>"))
            let plan = try await portal.get("/departments?month=2026-11").text
            #expect(!plan.contains("aria-sort") && plan.contains("?month=2026-11&amp;order=compliance\">合规率"))
            let worst = try await portal.get("/departments?month=2026-11&order=-late").text
            #expect(worst.contains("aria-sort=\"descending\"><a href=\"/departments?month=2026-11&amp;order=late\">"))
            for path in ["/penalties?order=name", "/departments?order=plan", "/news?order=-", "/policies?order=kind"] {
                let reply = try await portal.get(path)
                #expect(reply.status == 400 && reply.text.contains("WEB-130"), "\(path)")
            }
        }
    }

    @Test func `unknown keys stand last from either end, and equal ones as before`() {
        let rows: [(name: String, key: Int?)] = [("a", 2), ("b", nil), ("c", 1), ("d", 2), ("e", nil)]
        #expect(rows.ordered(false) { $0.key }.map(\.name) == ["c", "a", "d", "b", "e"])
        #expect(rows.ordered(true) { $0.key }.map(\.name) == ["a", "d", "c", "b", "e"])
    }

    @Test func `departments and files are put in the order of a figure, and pages of files follow each other`()
        async throws
    {
        try await LivePortal.run { portal in
            let path = "/departments?month=2026-11&order="
            let (up, down) = (try await portal.json(path + "rows"), try await portal.json(path + "-rows"))
            func rows(_ body: [UInt8]) throws -> [Int] {
                guard case .list(let lines)? = try JSONValue(body)["departments"] else { throw JSONValue.Fault(at: 0) }
                return lines.compactMap { $0["tally"]?["rows"]?.leaves.first.flatMap { Int($0) } }
            }
            let ascending = try rows(up.body)
            #expect(ascending.count > 2 && ascending == ascending.sorted())
            #expect(try rows(down.body) == ascending.sorted(by: >))
            var address = "/api/v1/departments/market-regulation/batches?month=2026-11&order=-rows&limit=2"
            var found: [String] = []
            for _ in 0..<9 {
                let reply = try await portal.get(address)
                found += try values(reply.body, "batches", "batch")
                guard let next = try JSONValue(reply.body)["next"]?.leaves.first else { break }
                address = next
            }
            let plain = try await portal.json("/departments/market-regulation/batches?month=2026-11")
            #expect(try found.sorted() == values(plain.body, "batches", "batch").sorted() && found.count > 3)
            let whole = try await portal.json("/departments/market-regulation/batches?month=2026-11&order=-rows")
            #expect(try found == values(whole.body, "batches", "batch"))
        }
    }

    @Test func `every number of the home page opens its rows`() async throws {
        try await LivePortal.run { portal in
            guard case .list(let kinds)? = try JSONValue(try await portal.json("/").body)["kinds"] else {
                throw JSONValue.Fault(at: 0)
            }
            for kind in kinds {
                let rows = try #require(kind["rows"]?.leaves.first)
                let reply = try await portal.get(rows)
                #expect(reply.status == 200, "\(rows)")
            }
            let honours = try await portal.json("/lists?kind=tax-a-grade")
            #expect(try values(honours.body, "rows", "kind").allSatisfy { $0 == "tax-a-grade" })
            #expect(try !values(honours.body, "rows", "kind").isEmpty)
        }
    }
}
