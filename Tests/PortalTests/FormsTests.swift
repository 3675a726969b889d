import Credit
import Testing

@testable import Portal

/// In which forms an answer is given, and what the page of rights says of itself.
@Suite struct FormsTests {
    @Test
    func `a table is given as the file that a program accepts, and a page without one as what it accepts besides`()
        async throws
    {
        try await LivePortal.run { portal in
            for (accept, type) in [
                ("text/csv", "text/csv; charset=utf-8; header=present"), ("application/jsonl", AnswerForm.lines.type),
                ("application/x-ndjson", AnswerForm.lines.type), ("*/*", AnswerForm.page.type),
                ("text/html, text/csv;q=0.5", AnswerForm.page.type),
            ] {
                let reply = try await portal.get("/penalties", ["Accept": accept])
                #expect(reply.status == 200 && reply["content-type"] == type, "\(accept)")
            }
            let table = try await portal.get("/penalties", ["Accept": "text/csv"])
            let named = try await portal.get("/penalties?format=csv")
            #expect(table.body == named.body && table["vary"] == "Accept, Accept-Language, Accept-Encoding")
            let page = try await portal.get("/rights", ["Accept": "text/csv, text/html;q=0.5"])
            #expect(page.status == 200 && page["content-type"] == AnswerForm.page.type)
            let none = try await portal.get("/rights", ["Accept": "text/csv"])
            #expect(none.status == 406)
        }
    }

    @Test func `each rule says whether it holds now, in part, or comes later, and what is missing`() async throws {
        try await LivePortal.run { portal in
            let value = try JSONValue(try await portal.json("/rights").body)
            guard case .list(let rules)? = value["rules"] else { throw JSONValue.Fault(at: 0) }
            #expect(rules.compactMap { $0["id"]?.leaves.first } == (1...16).map { "R\($0)" })
            for rule in rules {
                let state = try #require(rule["state"]?.leaves.first)
                #expect(["holds", "in-part", "comes"].contains(state))
                #expect((rule["missing"] == nil) == (state == "holds"))
            }
            let page = try await portal.get("/rights").text
            #expect(page.contains("已做到"))
        }
    }
}
