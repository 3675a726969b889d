import Credit
import Synchronization
import Testing

@testable import Portal

@Suite struct OfficeTests {
    /// A portal with an office, and somebody who comes to it.
    private func run(
        _ office: StoryOffice = StoryOffice(), settings: PortalSettings = LivePortal.settings,
        _ body: @Sendable (LivePortal, StoryOffice) async throws -> Void
    ) async throws {
        try await LivePortal.run(settings: settings, office: office) { try await body($0, office) }
    }

    @Test func `without an office nothing of it is there`() async throws {
        try await LivePortal.run { portal in
            let reply = try await portal.get("/office")
            #expect(reply.status == 404)
            let home = try await portal.get("/")
            #expect(!home.text.contains("/office"))
        }
    }

    @Test func `whoever is not signed in is asked to, and goes on to where they wanted`() async throws {
        try await run { portal, _ in
            for path in [
                "/office", "/office/cases/OBJ-1", "/office/cases/OBJ-1/answer", "/office/new/obj-file",
                "/office/upload",
                "/office/upload/up-1", "/office/batches", "/office/batches/b1", "/office/batches/b1/undo",
                "/office/batches/b1/errors.csv",
            ] {
                let reply = try await portal.get(path)
                #expect(reply.status == 401 && reply.text.contains("WEB-150"), "\(path)")
                #expect(reply.text.contains("name=\"next\" value=\"\(path)\""), "\(path)")
                #expect(!reply.text.contains("OBJ-1 ·") && !reply.text.contains("乾丰"), "\(path)")
            }
            let visitor = OfficeVisitor(port: portal.port)
            let post = try await visitor.post("/office/cases/OBJ-1/accept", [("formToken", "form-zhang")])
            #expect(post.status == 401)
            let signedIn = try await visitor.post(
                "/office/sign-in?lang=en",
                [("name", "zhang"), ("password", "right"), ("next", "/office/cases/OBJ-1")])
            #expect(signedIn.status == 303 && signedIn["location"] == "/office/cases/OBJ-1?lang=en")
            let cookie = try #require(signedIn["set-cookie"])
            #expect(cookie == "office=token-zhang; Path=/; HttpOnly; SameSite=Strict")
        }
    }

    @Test func `a wrong sign-in keeps the name, tells the code and leads nowhere else`() async throws {
        try await run { portal, _ in
            let visitor = OfficeVisitor(port: portal.port)
            let wrong = try await visitor.post(
                "/office/sign-in", [("name", "zh\"ang"), ("password", "guess"), ("next", "//evil.example/office")])
            #expect(wrong.status == 401 && wrong.text.contains("ACC-101") && wrong["set-cookie"] == nil)
            #expect(wrong.text.contains("value=\"zh&quot;ang\"") && !wrong.text.contains("guess"))
            #expect(!wrong.text.contains("evil"))
            for place in ["https://evil.example", "/office/sign-out", "/office/../admin", "/officex", "/office\\@evil"]
            {
                let reply = try await visitor.post(
                    "/office/sign-in", [("name", "li"), ("password", "right"), ("next", place)])
                #expect(reply.status == 303 && reply["location"] == "/office", "\(place)")
            }
            let foreign = try await visitor.post(
                "/office/sign-in", [("name", "li"), ("password", "right")], ["Sec-Fetch-Site": "cross-site"])
            #expect(foreign.status == 403 && foreign["set-cookie"] == nil)
        }
    }

    @Test func `an answer of the office is kept by nobody, listed by nobody and not packed`() async throws {
        try await run { portal, _ in
            var visitor = OfficeVisitor.signedIn("zhang", at: portal)
            for path in ["/office", "/office/cases/OBJ-1", "/office/cases/nothing", "/office/sign-in"] {
                let reply = try await visitor.get(path)
                #expect(reply["cache-control"] == "no-store" && reply["etag"] == nil, "\(path)")
                #expect(reply["x-robots-tag"]?.contains("noindex") == true, "\(path)")
                #expect(reply["referrer-policy"] == "same-origin", "\(path)")
                #expect(reply["content-security-policy"]?.contains("form-action 'self'") == true, "\(path)")
                #expect(reply.text.contains("name=\"robots\""), "\(path)")
            }
            // Two people at one address see each their own page.
            let first = try await visitor.get("/office")
            visitor.cookie = "office=token-li"
            let second = try await visitor.get("/office")
            #expect(first.text.contains("章承办") && !first.text.contains("黎复核"))
            #expect(second.text.contains("黎复核") && !second.text.contains("章承办"))
            let packed = try await LoopbackClient.ask(
                "/office", headers: ["Cookie": "office=token-li", "Accept-Encoding": "gzip"], port: portal.port)
            #expect(packed["content-encoding"] == nil)
        }
    }

    @Test func `the queue begins with what is over time and ends with what stands still`() async throws {
        try await run { portal, _ in
            let text = try await OfficeVisitor.signedIn("zhang", at: portal).get("/office").text
            let order = ["OBJ-1", "OBJ-today", "OBJ-half", "OBJ-late", "OBJ-open", "OBJ-none", "OBJ-still"]
            let places = order.map { id in text.firstRange(of: "dot code\">\(id)<")?.lowerBound }
            #expect(!places.contains(nil))
            #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
            #expect(text.contains("已超 3 日") && text.contains("今日届满") && text.contains("最早 2027-01-06"))
            #expect(text.contains("tag bad") && text.contains("tag warn"))
        }
    }

    @Test func `a case shows its clocks with arithmetic and source, its steps with their proof, and what may be done`()
        async throws
    {
        try await run { portal, office in
            let text = try await OfficeVisitor.signedIn("zhang", at: portal).get("/office/cases/OBJ-1").text
            #expect(text.contains("2026-11-19 起算，当日不计，期限 7 个工作日") && text.contains("第十条"))
            #expect(text.contains("/log/proof?of=4007") && text.contains("/records/r7penalty0aaaa"))
            #expect(text.contains("&lt;b&gt;金额") && !text.contains("<b>金额"))
            // Nothing to fill in and nothing to warn of is a button; the rest has a page; the second officer's is not shown.
            #expect(text.contains("action=\"/office/cases/OBJ-1/accept\""))
            #expect(text.contains("href=\"/office/cases/OBJ-1/answer\"") && !text.contains("OBJ-1/sign"))
            let second = try await OfficeVisitor.signedIn("li", at: portal).get("/office/cases/OBJ-1").text
            #expect(second.contains("OBJ-1/sign") && !second.contains("OBJ-1/answer") && second.contains("代"))
            office.notes.withLock { #expect($0.contains("li GET /office/cases/OBJ-1 done")) }
        }
    }

    @Test func `查阅非公开信息须有用途和事由编号，并予记录`() async throws {
        try await run { portal, office in
            func looks() -> [OfficeLook] { office.looks.withLock { $0 } }
            // Whoever handles the case: the matter is the case, the purpose its handling.
            let own = OfficeVisitor.signedIn("zhang", at: portal)
            let handling = OfficeLook(subject: Story.乾丰建材.key, purpose: "办理本案", matter: "OBJ-1")
            for path in ["/office/cases/OBJ-1", "/office/cases/OBJ-1/answer"] {
                office.looks.withLock { $0 = [] }
                #expect(try await own.get(path).status == 200)
                #expect(looks() == [handling], "\(path)")
            }
            office.looks.withLock { $0 = [] }
            #expect(try await own.get("/office/batches/b1/errors.csv").status == 200)
            #expect(looks() == [OfficeLook(subject: nil, purpose: "核对本单位报送", matter: "b1")])
            // Outside one's own cases a form comes first, and nothing shows before it is filled in.
            office.looks.withLock { $0 = [] }
            let other = OfficeVisitor.signedIn("jian", at: portal)
            let sent = try await other.get("/office/cases/OBJ-1")
            #expect(sent.status == 303 && sent["location"] == "/office/cases/OBJ-1/inspect")
            let form = try await other.get("/office/cases/OBJ-1/inspect")
            #expect(form.text.contains("name=\"purpose\"") && form.text.contains("name=\"matter\""))
            let empty = try await other.post(
                "/office/cases/OBJ-1/inspect", [("formToken", "form-jian"), ("purpose", " "), ("matter", "1")])
            #expect(empty.status == 422)
            for page in [form, empty] { #expect(!page.text.contains("7 个工作日") && !page.text.contains("乾丰")) }
            #expect(looks() == [])
            let shown = try await other.post(
                "/office/cases/OBJ-1/inspect",
                [("formToken", "form-jian"), ("purpose", "执行案件核查"), ("matter", "（2026）宁0502执1号")])
            #expect(shown.status == 200 && shown.text.contains("7 个工作日"))
            let look = OfficeLook(
                subject: Story.乾丰建材.key, purpose: "执行案件核查", matter: "（2026）宁0502执1号")
            #expect(looks() == [look])
            // Without the duty there is nothing there.
            let without = try await OfficeVisitor.signedIn("court", at: portal).get("/office/cases/OBJ-1")
            #expect(without.status == 404)
            #expect(
                try await OfficeVisitor.signedIn("court", at: portal).get("/office/cases/OBJ-1/inspect").status == 403)
        }
    }

    @Test func `what is done is done once, noted, and the browser is sent on`() async throws {
        try await run { portal, office in
            let visitor = OfficeVisitor.signedIn("zhang", at: portal)
            let reply = try await visitor.post(
                "/office/cases/OBJ-1/accept?lang=en", [("formToken", "form-zhang"), ("casePosition", "4007")])
            #expect(reply.status == 303 && reply["location"] == "/office/cases/OBJ-1?lang=en")
            let begun = try await visitor.post(
                "/office/new/obj-file", [("formToken", "form-zhang"), ("document", " 示〔2026〕1号 ")])
            #expect(begun.status == 303 && begun["location"] == "/office/cases/OBJ-1")
            office.done.withLock { done in
                #expect(done.map(\.what) == ["accept OBJ-1", "open obj-file"])
                #expect(done[1].values["document"] == "示〔2026〕1号" && done[1].by == "zhang")
            }
            office.notes.withLock { #expect($0.contains("zhang POST /office/cases/OBJ-1/accept done")) }
        }
    }

    @Test func `signing out ends the session and takes the cookie away`() async throws {
        try await run { portal, _ in
            let visitor = OfficeVisitor.signedIn("zhang", at: portal)
            let look = try await visitor.get("/office/sign-out")
            #expect(look.status == 405 && look["allow"] == "POST")
            let forged = try await visitor.post("/office/sign-out", [("formToken", "form-li")])
            #expect(forged.status == 403)
            let out = try await visitor.post("/office/sign-out", [("formToken", "form-zhang")])
            #expect(out.status == 303 && out["set-cookie"]?.contains("Max-Age=0") == true)
            let after = try await visitor.get("/office")
            #expect(after.status == 401)
        }
    }

    @Test func `behind a proxy the office is there over TLS only and its cookie is held to the host`() async throws {
        var settings = LivePortal.settings
        settings.trustsForwardedAddress = true
        try await run(settings: settings) { portal, _ in
            let visitor = OfficeVisitor(port: portal.port)
            let plain = try await visitor.get("/office")
            #expect(plain.status == 403 && plain.text.contains("WEB-159"))
            let reply = try await visitor.post(
                "/office/sign-in", [("name", "zhang"), ("password", "right")],
                ["X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7", "Origin": "https://credit.example"])
            #expect(reply["set-cookie"] == "__Host-office=token-zhang; Path=/; HttpOnly; SameSite=Strict; Secure")
            // A cookie without the name that the browser holds to the host is none.
            let weak = try await LoopbackClient.ask(
                "/office", headers: ["Cookie": "office=token-zhang", "X-Forwarded-Proto": "https"], port: portal.port)
            #expect(weak.status == 401)
        }
    }

    @Test func `many attempts to sign in from one address have to wait`() async throws {
        var settings = LivePortal.settings
        settings.requestsPerMinute = 100_000
        try await run(settings: settings) { portal, _ in
            let visitor = OfficeVisitor(port: portal.port)
            for _ in 0..<20 { _ = try await visitor.post("/office/sign-in", [("name", "zhang"), ("password", "x")]) }
            let late = try await visitor.post("/office/sign-in", [("name", "zhang"), ("password", "right")])
            #expect(late.status == 429 && late["set-cookie"] == nil)
        }
    }

    @Test func `a failure of ours tells its number and that something may have been recorded`() async throws {
        try await run { portal, _ in
            let reply = try await OfficeVisitor.signedIn("zhang", at: portal).get("/office/cases/OBJ-broken")
            #expect(reply.status == 500 && reply.text.contains("F-0001") && !reply.text.contains("secret"))
        }
    }

    @Test(.enabled(if: MarkupTests.hasTidy)) func `the markup of every page of the office is without fault`()
        async throws
    {
        try await run { portal, _ in
            let visitor = OfficeVisitor.signedIn("zhang", at: portal)
            for path in [
                "/office", "/office/sign-in", "/office/cases/OBJ-1", "/office/cases/OBJ-1/answer",
                "/office/new/obj-file",
                "/office/upload", "/office/upload/up-1", "/office/batches", "/office/batches/b1",
                "/office/batches/b1/undo", "/office/nothing",
            ] {
                for language in ["zh", "en"] {
                    let page = try await visitor.get(path + "?lang=" + language)
                    let complaints = try MarkupTests.complaints(of: page.body)
                    #expect(complaints == [], "\(path)")
                }
            }
            let faulty = try await visitor.post(
                "/office/cases/OBJ-1/answer", [("formToken", "form-zhang"), ("casePosition", "4007")])
            let complaints = try MarkupTests.complaints(of: faulty.body)
            #expect(complaints == [])
        }
    }
}
