import Credit
import Synchronization
import Testing

@testable import Portal

/// What programs do at the office: the rights and the answers of its pages, as JSON.
@Suite struct CallTests {
    static let zhang = ["Authorization": "Bearer cxt-zhang"]
    /// Where the made-up case stands.
    static let read = "\"\(OfficePages.sheet.position)\""
    private static let li = ["Authorization": "Bearer cxt-li"]

    func run(
        _ office: StoryOffice = StoryOffice(), _ body: @Sendable (LivePortal, StoryOffice) async throws -> Void
    ) async throws {
        try await LivePortal.run(office: office) { try await body($0, office) }
    }

    func post(
        _ path: String, _ json: String?, _ headers: [String: String] = zhang, to portal: LivePortal
    ) async throws -> LoopbackClient.Reply {
        // What every program does that read the case before it acts.
        var headers = ["If-Match": Self.read].merging(headers) { $1 }
        if json != nil { headers["Content-Type"] = "application/json" }
        return try await LoopbackClient.ask(
            path, method: "POST", headers: headers, body: Array((json ?? "").utf8), port: portal.port)
    }

    /// Documents in every state, by their schemas.
    static var documents: [(String, any Shown)] {
        let objections = OfficeResource(noun: "objections", prefix: "OBJ")
        let session = StoryOffice.session("zhang")
        let all = OfficeSession(
            token: "", formToken: "", officer: session.officer, duties: [.handle, .decide, .submit])
        let refusal = OfficeRefusal.notPossibleNow
        struct Told: Shown {
            let content: any Shown
            func show(on tape: inout Tape) {
                tape.put("lang", tape.language.rawValue)
                content.show(on: &tape)
            }
        }
        func told(_ content: any Shown) -> any Shown { Told(content: content) }
        func handIn(_ state: HandIn.State) -> (String, any Shown) {
            ("HandIn", told(HandInDocument(handIn: OfficePages.handIn(state))))
        }
        return [
            (
                "CaseQueue",
                told(
                    CaseQueue(
                        organ: "o", day: Story.today,
                        slice: OfficePages.slice(OfficePages.lines, QueueQuestion(limit: 3)),
                        address: PageAddress("/api/v1/cases"), openings: [OfficePages.open], resources: [objections],
                        today: Story.today))
            ),
            ("CaseFile", told(CaseDocument(sheet: OfficePages.sheet, resource: objections, session: all))),
            (
                "CaseFile",
                told(
                    CaseDocument(
                        sheet: OfficePages.sheet.lettered(
                            actions: [
                                CaseAction(
                                    code: "letter.draw.OBJ-1-L1", title: Label("成稿", "Draw it up"), duty: .handle,
                                    fields: [
                                        FormField("text", Label("正文", "Text"), .text(upTo: 90), initial: "函稿")
                                    ])
                            ], letters: OfficeLetters.lines, position: nil),
                        resource: objections, session: all))
            ),
            ("CaseFile", told(CaseDocument(sheet: OfficePages.closedSheet, resource: objections, session: all))),
            ("CaseStep", told(CaseDocument.Step(step: OfficePages.sheet.steps[1], id: "OBJ-1", resource: objections))),
            (
                "HandedBatches",
                told(
                    HandedBatches(
                        lines: [OfficePages.line("b1", .complete, at: 9)], following: 9, rules: OfficePages.rules))
            ),
            ("HandedBatch", told(HandedBatch(batch: OfficePages.batch(.undone), rules: OfficePages.rules))),
            ("HandedBatch", told(HandedBatch(batch: OfficePages.batch(.complete), rules: OfficePages.rules))),
            handIn(.checking(rows: 1, percent: 2)), handIn(.checked(OfficePages.forecast)),
            handIn(.submitted(batch: "b1")), handIn(.failed(refusal)),
            (
                "OfficeProblem",
                OfficeProblemDocument(
                    refusal: refusal, faults: [.missing(OfficePages.fields[0]), .refused(StoryOffice.TooLate())])
            ),
        ]
    }

    @Test func `without a token nothing is told, and a cookie is none`() async throws {
        try await run { portal, office in
            for path in [
                "/api/v1/cases", "/api/v1/objections", "/api/v1/objections/OBJ-1", "/api/v1/batches",
                "/api/v1/batches/b1", "/api/v1/batches/b1/errors.csv",
            ] {
                for headers in [
                    [:], ["Cookie": "office=token-zhang"], ["Authorization": "Basic cxt-zhang"],
                    ["Authorization": "Bearer"], ["Authorization": "Bearer cxt-nobody"],
                    ["Authorization": "Bearer token-zhang"],
                ] {
                    let reply = try await portal.get(path, headers)
                    #expect(reply.status == 401, "\(path) \(headers)")
                    #expect(reply["www-authenticate"] == "Bearer realm=\"chengxin\"")
                    #expect(reply["content-type"] == "application/problem+json; charset=utf-8")
                    #expect(reply["cache-control"] == "no-store" && reply["set-cookie"] == nil)
                    #expect(!reply.text.contains("乾丰") && !reply.text.contains("异议"))
                }
            }
            let forged = try await post(
                "/api/v1/objections/OBJ-1/accept", "{}", ["Cookie": "office=token-zhang"], to: portal)
            #expect(forged.status == 401 && office.done.withLock { $0.isEmpty })
            // And a token opens no page.
            let page = try await portal.get("/office", Self.zhang)
            #expect(page.status == 401)
        }
    }

    @Test func `the queue, a case and a step are the ones of the pages`() async throws {
        try await run { portal, office in
            let queue = try JSONValue(try await portal.get("/api/v1/cases", Self.zhang).body)
            guard case .list(let cases)? = queue["cases"], case .list(let openings)? = queue["openings"] else {
                throw JSONValue.Fault(at: 0)
            }
            #expect(cases.first?["id"] == .text("OBJ-1") && cases.count == OfficePages.lines.count)
            #expect(openings.first?["opening"] == .text("file"))
            let reply = try await portal.get("/api/v1/objections/OBJ-1", Self.zhang)
            let file = try JSONValue(reply.body)
            guard case .list(let actions)? = file["actions"], case .list(let steps)? = file["steps"] else {
                throw JSONValue.Fault(at: 0)
            }
            #expect(
                actions.map { $0["action"] } == [.text("accept"), .text("answer")], "the second officer's is not told")
            #expect(actions.first?["path"] == .text("/api/v1/objections/OBJ-1/acceptance"))
            #expect(
                StepNoun.nouns.allSatisfy { StepNoun.code(of: $0.value) == $0.key && StepNoun.nouns[$0.value] == nil })
            let step = try await portal.get("/api/v1/objections/OBJ-1/steps/4007", Self.zhang)
            #expect(step.status == 200 && steps.last?["path"] == .text("/api/v1/objections/OBJ-1/steps/4007"))
            for path in [
                "/api/v1/objections/OBJ-2", "/api/v1/objections/OBJ-1/steps/1", "/api/v1/batches/nothing",
            ] {
                let missing = try await portal.get(path, Self.zhang)
                #expect(missing.status == 404 && missing.text.contains("WEB-156"), "\(path)")
            }
            let foreign = try await portal.get("/api/v1/objections/OBJ-1", ["Authorization": "Bearer cxt-court"])
            #expect(foreign.status == 404 && foreign.text.contains("WEB-156"))
            office.notes.withLock { #expect($0.contains("zhang GET /api/v1/objections/OBJ-1 done")) }
        }
    }

    @Test func `what a program does is what a form does, and names its place`() async throws {
        try await run { portal, office in
            let begun = try await post("/api/v1/objections", #"{"document":" 示〔2026〕1号 "}"#, to: portal)
            #expect(begun.status == 201 && begun["location"] == "/api/v1/objections/OBJ-1")
            // A step is made as a resource under its case.
            let done = try await post("/api/v1/objections/OBJ-1/acceptance", nil, to: portal)
            #expect(done.status == 201 && done.text.contains("\"id\":\"OBJ-1\""))
            let answer =
                #"{"document":"1号","grounds":["一","二"],"result":"yes","told":true,"#
                + #""proof":{"name":"a.pdf","base64":"JVBERg=="}}"#
            let answered = try await post("/api/v1/objections/OBJ-1/answer", answer, to: portal)
            #expect(answered.status == 201)
            office.done.withLock { done in
                #expect(done.map(\.what) == ["open obj-file", "accept OBJ-1", "answer OBJ-1"])
                #expect(done[2].values["grounds"] == "一\n二" && done[2].values["told"] == "yes")
                #expect(done[2].values["proof"] == "kept-4" && done[2].values["proof.name"] == "a.pdf")
            }
            office.notes.withLock { #expect($0.contains("zhang POST /api/v1/objections/OBJ-1/answer done")) }
            office.kept.withLock { #expect($0["a.pdf"] == Array("%PDF".utf8)) }
        }
    }

    @Test func `what is wrong comes back with the codes of the form`() async throws {
        try await run { portal, office in
            func refused(_ path: String, _ json: String, _ status: Int, _ codes: String...) async throws {
                let reply = try await post(path, json, to: portal)
                #expect(reply.status == status, "\(json) \(reply.text)")
                for code in codes { #expect(reply.text.contains("\"code\":\"\(code)\""), "\(json) \(reply.text)") }
            }
            let answer = "/api/v1/objections/OBJ-1/answer"
            try await refused(answer, "{}", 422, "WEB-160")
            try await refused(answer, #"{"document":"1","grounds":"x","result":"maybe","told":true}"#, 422, "WEB-163")
            try await refused(
                answer, #"{"document":"1","grounds":"x","result":"yes","told":true,"grund":"y"}"#, 422, "WEB-183")
            try await refused(
                answer, #"{"document":"1","grounds":"x","result":"yes","told":true,"proof":"kept-4"}"#, 422, "WEB-184")
            try await refused(
                answer,
                #"{"document":"1","grounds":"x","result":"yes","told":true,"proof":{"name":"a.exe","base64":"JVBERg=="}}"#,
                422, "WEB-164")
            try await refused(
                answer, #"{"document":"1","grounds":"too soon","result":"yes","told":true}"#, 422, "OBJ-101")
            for broken in ["", "[]", "{", #"{"a":"#, #"{"a":1,"a":2}"#, #"{"a":"\ud800"}"#, "{} {}", #"{"a":01}"#] {
                let reply = try await post(answer, broken, to: portal)
                #expect(reply.status == 400 && reply.text.contains("WEB-155"), "\(broken) \(reply.status)")
            }
            let text = try await LoopbackClient.ask(
                answer, method: "POST",
                headers: Self.zhang.merging(["Content-Type": "text/plain", "If-Match": Self.read]) { $1 },
                body: Array("x".utf8), port: portal.port)
            #expect(text.status == 415)
            try await refused("/api/v1/objections/OBJ-1/sign", "{}", 403, "WEB-158")
            try await refused("/api/v1/objections/OBJ-1/nothing", "{}", 409, "WEB-157")
            let look = try await portal.get("/api/v1/objections/OBJ-1/answer", Self.zhang)
            #expect(look.status == 405 && look["allow"] == "POST")
            #expect(office.done.withLock { $0.isEmpty })
            let broke = try await portal.get("/api/v1/objections/OBJ-broken", Self.zhang)
            #expect(broke.status == 500 && broke.text.contains("F-0001") && !broke.text.contains("secret"))
        }
    }

    @Test func `batches are handed in, taken in and taken back, by those who may`() async throws {
        try await run { portal, office in
            let body = #"{"kind":"administrative-penalty","file":{"name":"六月.csv","base64":"YSxiCg=="}}"#
            let trial = try await post("/api/v1/batches", body, to: portal)
            #expect(trial.status == 201 && trial["location"] == "/api/v1/batches/up-1", "\(trial.text)")
            let state = try JSONValue(try await portal.get("/api/v1/batches/up-1", Self.zhang).body)
            #expect(
                state["state"] == .text("checked") && state["submission"] == .text("/api/v1/batches/up-1/submission"))
            let sent = try await post("/api/v1/batches/up-1/submission", nil, to: portal)
            #expect(sent.status == 202)
            let undone = try await post("/api/v1/batches/b1/undo", #"{"reason":"报错"}"#, to: portal)
            #expect(undone.status == 201)
            office.done.withLock { #expect($0.map(\.what) == ["check", "undo b1"]) }
            let file = try await portal.get("/api/v1/batches/b1/errors.csv", Self.zhang)
            #expect(file.status == 200 && file["content-type"] == "text/csv; charset=utf-8")
            for path in ["/api/v1/batches", "/api/v1/batches/b1", "/api/v1/batches/up-1"] {
                let other = try await portal.get(path, Self.li)
                #expect(other.status == 403 && other.text.contains("WEB-158"), "\(path)")
            }
        }
    }

    @Test func `what the public site has stays the public's`() async throws {
        try await run { portal, _ in
            let measures = try await portal.get("/api/v1/measures")
            #expect(measures.status == 200, "the catalogue needs no token")
            let effect = try await portal.get("/api/v1/measures/EFF-1", Self.zhang)
            #expect(effect.status == 404 && effect.text.contains("WEB-156"))
            let none = try await post("/api/v1/measures", "{}", to: portal)
            #expect(none.status == 409)
            let other = try await post("/api/v1/rights", "{}", to: portal)
            #expect(other.status == 405)
        }
        try await LivePortal.run { portal in
            let reply = try await portal.get("/api/v1/cases", Self.zhang)
            #expect(reply.status == 404, "without an office there is nothing")
        }
    }

    @Test func `the description names every call of the office, and what each answers`() async throws {
        try await run { portal, office in
            let description = try JSONValue(try await portal.get("/api/v1/openapi.json").body)
            guard case .object(let paths)? = description["paths"] else { throw JSONValue.Fault(at: 0) }
            #expect(Set(paths.map(\.name)).count == paths.count)
            let own = paths.filter { $0.value["get"]?["security"] != nil || $0.value["post"] != nil }
            #expect(
                own.map(\.name).sorted() == [
                    "/batches", "/batches/{id}", "/batches/{id}/errors.csv", "/batches/{id}/marked.xlsx",
                    "/batches/{id}/submission", "/batches/{id}/undo", "/cases", "/measures",
                    "/measures/EFF-{number}", "/measures/EFF-{number}/inspect",
                    "/measures/EFF-{number}/steps/{position}",
                    "/measures/EFF-{number}/{action}", "/objections", "/objections/{id}",
                    "/objections/{id}/inspect", "/objections/{id}/steps/{position}", "/objections/{id}/{action}",
                ])
            #expect(description["components"]?["securitySchemes"]?["bearer"]?["scheme"] == .text("bearer"))
            let ids = paths.flatMap { path in
                ["get", "post"].compactMap { path.value[$0]?["operationId"]?.leaves.first }
            }
            #expect(Set(ids).count == ids.count)
            for (path, operations) in own {
                let address = path.split(separator: "/").map { part in
                    part == "{id}"
                        ? (path.hasPrefix("/batches") ? "b1" : "OBJ-1")
                        : part == "{position}"
                            ? "4007" : part == "{action}" ? "accept" : part == "EFF-{number}" ? "EFF-1" : part
                }
                for method in ["GET", "POST"] {
                    guard let operation = operations[method.lowercased()] else { continue }
                    for headers in [Self.zhang, [:]] {
                        let answer = try await LoopbackClient.ask(
                            "/api/v1/" + address.joined(separator: "/"), method: method,
                            headers: headers.merging(["Content-Type": "application/json"]) { $1 },
                            body: method == "POST" ? Array("{}".utf8) : nil, port: portal.port)
                        #expect(
                            operation["responses"]?[String(answer.status)] != nil,
                            "\(method) \(path) \(answer.status)")
                    }
                }
            }
        }
    }
}
