import Credit
import Synchronization
import Testing

@testable import Portal

@Suite struct AgentPageTests {
    /// The pages in every state their templates speak of.
    static var pages: [any Page] {
        let (bound, waiting) = (StoryAgents.session("bound"), StoryAgents.session("waiting"))
        return [
            AgentHome(
                session: bound, standing: StoryAgents.standing, lines: OfficePages.lines,
                openings: [OfficePages.open, StoryAgents.repair], today: Story.today),
            AgentHome(session: bound, today: Story.today), AgentHome(session: waiting, today: Story.today),
            AgentCase(session: bound, sheet: OfficePages.sheet, rules: OfficePages.rules, today: Story.today),
            AgentCase(session: waiting, sheet: OfficePages.closedSheet, rules: OfficePages.rules, today: Story.today),
            SignInPage(name: "a", next: nil, refusal: nil, isOfAgents: true), form(of: bound),
        ]
    }

    private static func form(of session: AgentSession) -> ActionPage {
        var form = ActionPage(bar: nil, action: StoryAgents.repair, route: .queue, about: nil, back: .queue)
        form.elsewhere = ("/agent/new/repair", "/agent", session.formToken)
        form.agent = AgentBar(session: session)
        return form
    }

    private func visitor(_ name: String?, _ portal: LivePortal) -> OfficeVisitor {
        OfficeVisitor(port: portal.port, cookie: name.map { "agent=agent-" + $0 })
    }

    @Test func `an agent comes in by a door of their own, and by no other`() async throws {
        try await LivePortal.run(office: StoryOffice()) { portal in
            for path in ["/agent", "/agent/cases/OBJ-1", "/agent/new/obj-file", "/agent/cases/OBJ-1/answer"] {
                let out = try await visitor(nil, portal).get(path)
                #expect(out.status == 401 && !out.text.contains("乾丰"), "\(path)")
                let staff = try await OfficeVisitor(port: portal.port, cookie: "office=token-zhang").get(path)
                #expect(staff.status == 401, "\(path)")
            }
            for path in ["/office", "/office/cases/OBJ-1", "/office/people", "/office/own"] {
                for cookie in ["agent=agent-bound", "office=agent-bound"] {
                    let reply = try await OfficeVisitor(port: portal.port, cookie: cookie).get(path)
                    #expect(reply.status == 401, "\(path)")
                }
            }
            let reply = try await visitor(nil, portal).post(
                "/agent/sign-in", [("name", "bound"), ("password", "right")])
            #expect(reply.status == 303 && reply["location"] == "/agent")
            #expect(reply["set-cookie"] == "agent=agent-bound; Path=/agent; HttpOnly; SameSite=Strict")
            let wrong = try await visitor(nil, portal).post("/agent/sign-in", [("name", "bound"), ("password", "no")])
            #expect(wrong.status == 401 && wrong["set-cookie"] == nil)
        }
    }

    @Test func `whoever is not bound sees no case`() async throws {
        try await LivePortal.run(office: StoryOffice()) { portal in
            let home = try await visitor("waiting", portal).get("/agent")
            #expect(home.status == 200 && home.text.contains("还没有绑定企业") && !home.text.contains("OBJ-1"))
            for path in ["/agent/cases/OBJ-1", "/agent/new/obj-file", "/agent/cases/OBJ-1/answer"] {
                let reply = try await visitor("waiting", portal).get(path)
                #expect(reply.status == 409 && reply.text.contains("AGT-106"), "\(path)")
            }
            let post = try await visitor("waiting", portal).post(
                "/agent/new/obj-file", [("formToken", "form-waiting"), ("document", "x")])
            #expect(post.status == 409)
        }
    }

    @Test func `a company's own page tells what is published, what rests on it, the way out and who looked`()
        async throws
    {
        try await LivePortal.run(office: StoryOffice()) { portal in
            let agent = visitor("bound", portal)
            let home = try await agent.get("/agent")
            for record in StoryAgents.standing.records {
                #expect(home.text.contains("href=\"/records/\(record.id)\""))
                #expect(home.text.contains("href=\"/agent/new/repair?record=\(record.id)\""))
            }
            #expect(!home.text.contains("r7permit00cccc"), "what is not adverse is in the public file")
            for words in [
                "限制&lt;参加&gt;评先评优", "某令第&lt;9&gt;条", "依附其效力", "与条目同时终止", "有效", "已终止", "市&lt;监&gt;局", "尚未告知的事项",
            ] {
                #expect(home.text.contains(words), "\(words)")
            }
            #expect(home.text.contains("只列最近 \(AgentHome.mostLooks) 项"))
            let english = try await agent.get("/agent?lang=en")
            #expect(english.text.contains("href=\"/agent/new/repair?lang=en&amp;record=r7penalty0aaaa\""))
            let form = try await agent.get("/agent/new/repair?record=r7penalty0aaaa")
            #expect(form.text.contains("name=\"record\" value=\"r7penalty0aaaa\"") && form.text.contains("经&lt;办&gt;人"))
            let waiting = try await visitor("waiting", portal).get("/agent")
            #expect(!waiting.text.contains("限制") && !waiting.text.contains("r7penalty0aaaa"))
        }
    }

    @Test func `what an agent does needs the form's token and comes back with what is wrong`() async throws {
        try await LivePortal.run(office: StoryOffice()) { portal in
            let agent = visitor("bound", portal)
            let form = try await agent.get("/agent/new/obj-file")
            #expect(form.text.contains("action=\"/agent/new/obj-file\"") && form.text.contains("value=\"form-bound\""))
            let done = try await agent.post("/agent/new/obj-file", [("formToken", "form-bound"), ("document", "x")])
            #expect(done.status == 303 && done["location"] == "/agent/cases/OBJ-1")
            let forged = try await agent.post("/agent/new/obj-file", [("formToken", "form-zhang"), ("document", "x")])
            #expect(forged.status == 403)
            let other = try await agent.post(
                "/agent/new/obj-file", [("formToken", "form-bound"), ("document", "other")])
            #expect(other.status == 422 && other.text.contains("AGT-109"))
            let empty = try await agent.post("/agent/new/obj-file", [("formToken", "form-bound")])
            #expect(empty.status == 422 && empty.text.contains("WEB-160"))
            let page = try await agent.get("/agent/cases/OBJ-1")
            #expect(page["cache-control"] == "no-store" && page.text.contains("经&lt;办&gt;人"))
            #expect(!page.text.contains("/log/proof"), "steps of officers are not told")
            let none = try await agent.get("/agent/cases/OBJ-2")
            #expect(none.status == 404)
        }
    }

    @Test func `an agent acts on the case that was read, and nothing typed is lost where it has gone on`() async throws
    {
        let office = StoryOffice()
        let made = try #require(office.agents as? StoryAgents)
        try await LivePortal.run(office: office) { portal in
            let agent = visitor("bound", portal)
            let path = "/agent/cases/OBJ-1/answer"
            let form = try await agent.get(path)
            #expect(form.text.contains("name=\"casePosition\" value=\"\(OfficePages.sheet.position)\""))
            let typed = [
                ("formToken", "form-bound"), ("document", "回函"), ("grounds", "无误"), ("result", "yes"), ("told", "yes"),
            ]
            for read in ["4001", ""] {
                let late = try await agent.post(path, typed + [("casePosition", read)])
                #expect(late.status == 409 && late.text.contains("WEB-190") && late.text.contains("回函"), "\(read)")
            }
            #expect(made.done.withLock { $0.isEmpty })
            let done = try await agent.post(path, typed + [("casePosition", "\(OfficePages.sheet.position)")])
            #expect(done.status == 303 && made.done.withLock { $0 } == ["answer OBJ-1"], "\(done.text)")
        }
    }

    @Test func `signing up asks for no document number and shows its secrets once`() async throws {
        try await LivePortal.run(office: StoryOffice()) { portal in
            let form = try await visitor(nil, portal).get("/agent/sign-up")
            #expect(form.status == 200 && form.text.contains("不要填写身份证件号码"))
            func post(_ code: String, _ again: String) async throws -> LoopbackClient.Reply {
                try await visitor(nil, portal).post(
                    "/agent/sign-up",
                    [
                        ("name", "n"), ("person", "p"), ("code", code), ("contact", "c"), ("new", "pass-word-1"),
                        ("again", again),
                    ])
            }
            let wrong = try await post("1", "pass-word-1")
            #expect(wrong.status == 422 && wrong.text.contains("AGT-101") && !wrong.text.contains("pass-word-1"))
            let differ = try await post(Story.乾丰建材.key, "other")
            #expect(differ.status == 422 && differ.text.contains("WEB-185"))
            let right = try await post(Story.乾丰建材.key, "pass-word-1")
            #expect(right.status == 200 && right.text.contains("otpauth://"))
            let codes = try await visitor(nil, portal).post(
                "/agent/sign-up/confirm", [("name", "n"), ("code", "123456")])
            #expect(
                codes.status == 200 && codes.text.contains("one-code") && codes.text.contains("href=\"/agent/sign-in\"")
            )
        }
    }
}
