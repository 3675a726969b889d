import Credit
import Testing

@testable import Portal

/// How the queue is asked by page and by program: in pages, by kind, by time left, by id or name.
@Suite struct QueueAskingTests {
    private func run(
        _ pageSize: Int = 50, _ body: @Sendable (OfficeVisitor, LivePortal) async throws -> Void
    ) async throws {
        try await LivePortal.run(office: StoryOffice(pageSize: pageSize)) {
            try await body(OfficeVisitor.signedIn("zhang", at: $0), $0)
        }
    }

    private static func ids(_ text: String) -> [String] {
        text.components(after: "<a href=\"/office/cases/").map { String($0.prefix { $0 != "\"" && $0 != "?" }) }
    }

    @Test func `the pages lead from one to the next without a script and hold each case once`() async throws {
        let all = OfficePages.lines.sorted { $0.urgency < $1.urgency }.map(\.id)
        try await run(3) { visitor, portal in
            for language in ["", "?lang=en"] {
                var (path, seen): (String?, [String]) = ("/office" + language, [])
                while let here = path, seen.count <= all.count {
                    let text = try await visitor.get(here).text
                    seen += Self.ids(text)
                    path = text.components(after: "<a class=\"forward\" href=\"").first.map { tail in
                        String(tail.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
                    }
                    if path != nil { #expect(path?.contains("lang=en") == !language.isEmpty) }
                }
                #expect(seen == all)
            }
            var (path, seen): (String?, [JSONValue?]) = ("/api/v1/cases?due=", [])
            while let here = path, seen.count <= all.count {
                let queue = try JSONValue(try await portal.get(here, CallTests.zhang).body)
                guard case .list(let cases)? = queue["cases"] else { throw JSONValue.Fault(at: 0) }
                seen += cases.map { $0["id"] }
                #expect(queue["total"]?.leaves == [String(all.count)])
                path = queue["next"]?.leaves.first
                if let path { #expect(path.hasPrefix("/api/v1/cases?")) }
            }
            #expect(seen == all.map { .text($0) })
        }
    }

    @Test func `filters are one form that asks by GET, counts lead to what they count`() async throws {
        try await run { visitor, portal in
            let text = try await visitor.get("/office").text
            #expect(text.contains("<form class=\"filters\" action=\"/office\" method=\"get\">"))
            for control in [
                "select id=\"f-kind\"", "select id=\"f-due\"", "input id=\"f-q\" name=\"q\" type=\"search\"",
            ] {
                #expect(text.contains(control), "\(control)")
            }
            #expect(text.contains("<option value=\"objections\">异议</option>"))
            #expect(text.contains("href=\"/office?due=late\">超期 1</a>") && text.contains(">共 7</a>"))
            #expect(text.contains("href=\"/office?due=soon\">临近 2</a>"))
            let late = try await visitor.get("/office?kind=objections&due=late").text
            #expect(Self.ids(late) == ["OBJ-1"])
            #expect(late.contains("<option value=\"late\" selected>"))
            #expect(late.contains("href=\"/office?kind=objections\""))
            #expect(late.contains("临近 2</a>"), "counts are of the kind and the text, whatever else is asked")
            let none = try await visitor.get("/office?q=nothing").text
            #expect(Self.ids(none).isEmpty && none.contains("没有符合条件的待办案件") && none.contains("value=\"nothing\""))
            let calls = try JSONValue(try await portal.get("/api/v1/objections?due=late", CallTests.zhang).body)
            #expect(calls["cases"]?.leaves.contains("OBJ-1") == true && calls["late"]?.leaves == ["1"])
            // A resource's own list stays its own.
            let other = try JSONValue(try await portal.get("/api/v1/cases?kind=measures", CallTests.zhang).body)
            #expect(other["total"]?.leaves == ["0"])
        }
    }

    @Test func `身份证件号码不得查找，也不重复`() async throws {
        try await run { visitor, portal in
            let number = "11010519491231002X"
            let reply = try await visitor.get("/office?q=%E5%BC%A0" + number)
            #expect(reply.status == 400 && reply.text.contains("WEB-103") && !reply.text.contains(number))
            let call = try await portal.get("/api/v1/cases?q=" + number, CallTests.zhang)
            #expect(call.status == 400 && call.text.contains("WEB-103") && !call.text.contains(number))
        }
    }

    @Test(arguments: [
        ("kind=court-orders", "WEB-130"), ("due=yesterday", "WEB-130"), ("after=1", "WEB-121"),
        ("after=0.2026-06-31.OBJ-1", "WEB-121"), ("q=" + String(repeating: "a", count: 500), "WEB-102"),
    ])
    func `what is not understood is refused with its code`(_ question: String, _ code: String) async throws {
        try await run { visitor, portal in
            let page = try await visitor.get("/office?" + question)
            #expect(page.status == 400 && page.text.contains(code))
            let call = try await portal.get("/api/v1/cases?" + question, CallTests.zhang)
            #expect(call.status == 400 && call.text.contains(code))
        }
    }

    @Test func `the description names what the queue can be asked`() async throws {
        try await run { _, portal in
            let description = try JSONValue(try await portal.get("/api/v1/openapi.json").body)
            func names(_ path: String) -> [String] {
                guard case .list(let all)? = description["paths"]?[path]?["get"]?["parameters"] else { return [] }
                return all.compactMap { $0["name"]?.leaves.first }
            }
            #expect(names("/cases") == ["kind", "due", "q", "after", "lang"])
            #expect(names("/objections") == ["due", "q", "after", "lang"])
        }
    }
}

extension String {
    /// What stands behind each occurrence of a text.
    fileprivate func components(after text: String) -> [Substring] { split(separator: text).dropFirst().map { $0 } }
}
