import Credit
import Testing

@testable import Portal

@Suite struct InterfaceTests {
    @Test func `the description of the interface names every address under it and nothing else`() async throws {
        try await LivePortal.run { portal in
            let reply = try await portal.get("/api/v1/openapi.json")
            #expect(reply.status == 200)
            let description = try JSONValue(reply.body)
            #expect(description["openapi"] == .text("3.1.0"))
            guard case .object(let paths)? = description["paths"] else { throw JSONValue.Fault(at: 0) }
            #expect(
                paths.map(\.name).sorted()
                    == ([
                        "/companies/{code}", "/subjects/{key}", "/search", "/records/{id}", "/records/{id}/evidence",
                        "/records/{id}/repair-notice",
                        "/permits", "/penalties", "/lists",
                        "/departments", "/departments/{code}", "/departments/{code}/batches",
                        "/departments/{code}/errors", "/bulletins", "/bulletins/{month}",
                        "/bulletins/{month}/letters/{department}", "/bulletins/{month}/index",
                        "/bulletins/{month}/batches",
                        "/log", "/log/proof",
                        "/", "/rights", "/catalogue", "/catalogue/{kind}", "/rules", "/rules/documents",
                        "/rules/calendar", "/rules/calendar/{year}", "/rules/workdays", "/plan", "/plan/{item}",
                        "/codes",
                        "/guide", "/guide/glossary", "/guide/organisation", "/guide/{page}", "/openapi.json",
                    ] + RulebookPages.addresses).sorted())
            let names = [
                "{code}": Story.乾丰建材.key, "{key}": "obj:none", "{id}": "r7penalty0aaaa",
                "{kind}": "tax-a-grade", "{year}": "2026", "{item}": "D1.1", "{page}": "repair",
            ]
            for (path, operation) in paths {
                var address = path
                for (name, value) in names where address.contains(name) {
                    address = address.split(separator: "/", omittingEmptySubsequences: false)
                        .map { $0 == name ? value : String($0) }.joined(separator: "/")
                }
                let answer = try await portal.get("/api/v1" + address)
                #expect(operation["get"]?["responses"]?[String(answer.status)] != nil, "\(path) \(answer.status)")
            }
        }
    }

    @Test func `answers have the properties that the description promises, no fewer and no more`() throws {
        var seen: [String: Set<String>] = [:]
        // The office has no JSON yet.
        for page in TemplatesTests.pages where !(page is ErrorPage || page is any OfficePage) {
            let route = try #require(Self.schemas[type(of: page).template])
            try check(JSONValue(json(page)), as: route, seen: &seen)
        }
        let problem = Tape(language: .english, form: .json, ProblemDocument(problem: .badSearch)).json()
        try check(JSONValue(problem), as: "Problem", seen: &seen)
        for (schema, content) in CallTests.documents {
            let bytes = Tape(language: .chinese, form: .json, content).json()
            try check(JSONValue(bytes), as: schema, seen: &seen)
        }
        for schema in Schema.all + Schema.office where schema.name != "Evidence" {
            let all = Set(schema.properties.map { $0.name.hasSuffix("?") ? String($0.name.dropLast()) : $0.name })
            let unseen = all.subtracting(seen[schema.name] ?? []).subtracting(["withheld"] + RulebookPages.notYet)
            #expect(unseen.isEmpty, "\(schema.name) promises what nothing answers")
        }
    }

    static let schemas = [
        "home": "Home", "search": "Search", "subject": "SubjectFile", "record": "RecordFile", "log": "Log",
        "repair_notice": "RepairNotice", "proof": "Proof", "records": "RecordList",
        "rights": "Rights", "departments": "Departments", "department": "Scorecard", "batches": "Batches",
        "errors": "Errors", "bulletins": "Bulletins", "bulletin": "Bulletin", "letter": "Letter", "index": "CityIndex",
    ].merging(RulePages.schemas) { first, _ in first }.merging(RulebookPages.schemas) { $1 }

    private func json(_ page: some Page) -> [UInt8] {
        Tape(language: .chinese, form: .json, PageContent(page: page)).json()
    }

    private func check(_ value: JSONValue, as name: String, seen: inout [String: Set<String>]) throws {
        let schema = try #require((Schema.all + Schema.office).first { $0.name == name }, "\(name)")
        guard case .object(let members) = value else { throw JSONValue.Fault(at: 0) }
        seen[name, default: []].formUnion(members.map(\.name))
        for need in schema.needed where !(need == "reading" && value["reading"] == nil && name == "Log") {
            #expect(value[need] != nil, "\(name).\(need)")
        }
        for (member, inner) in members {
            let property = schema.properties.first { $0.name == member || $0.name == member + "?" }
            switch (try #require(property, "\(name).\(member)").kind, inner) {
            case (.text, .text), (.count, .number), (.truth, .truth): break
            case (.day, .text(let text)): #expect(Day(text) != nil, "\(name).\(member)")
            case (.texts, .list(let values)):
                for value in values { if case .text = value {} else { Issue.record("\(name).\(member)") } }
            case (.object(let type), _): try check(inner, as: type, seen: &seen)
            case (.list(let type), .list(let values)): for value in values { try check(value, as: type, seen: &seen) }
            default: Issue.record("\(name).\(member) is of another kind")
            }
        }
    }

    @Test func `what the JSON says of a company stands on its page`() async throws {
        try await LivePortal.run { portal in
            for language in ["zh", "en"] {
                let page = try await portal.get(AnswersTests.company + "?lang=" + language).text
                let value = try JSONValue(try await portal.json(AnswersTests.company + "?lang=" + language).body)
                var leaves = value["subject"]!.leaves + value["facts"]!.leaves.filter { !$0.allSatisfy(\.isASCII) }
                guard case .list(let records)? = value["records"] else { throw JSONValue.Fault(at: 0) }
                #expect(records.count == Story.records.count)
                for record in records {
                    leaves += ["path", "kindTitle", "departmentTitle"].flatMap { record[$0]!.leaves }
                    leaves += record["publication"]?["until"]?.leaves ?? []
                    guard case .list(let fields)? = record["fields"] else { throw JSONValue.Fault(at: 0) }
                    leaves += fields.flatMap { $0["title"]!.leaves + $0["value"]!.leaves }
                }
                for leaf in leaves { #expect(page.contains(Self.escaped(leaf)), "\(language) \(leaf)") }
            }
        }
    }

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.appendHTML(text)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `the JSON of each page is the agreed one, byte for byte`() throws {
        for (name, page) in [
            ("search", SearchPage(text: "乾丰", hits: try hits("乾丰"), reading: Story.reading) as any Page),
            ("record", RecordPage(record: Story.records[0], reading: Story.reading)),
            ("subject", SubjectPage(file: Story.traderFile)),
            ("home", HomePage(counts: StoryReading.counts, organ: Story.市监)),
            ("log", LogPage(key: "k", checkpoint: "c", reading: Story.reading)),
        ] {
            #expect(String(decoding: json(page), as: UTF8.self) == Golden.texts[name], "\(name)")
        }
    }

    private func hits(_ text: String) throws -> [SearchHit] {
        guard case .hits(let hits) = try StoryReading().search(text, limit: 5) else { return [] }
        return hits
    }
}
