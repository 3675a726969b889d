import Credit
import Synchronization
import Testing

@testable import Portal

@Suite struct AccountPageTests {
    /// The pages in every state their templates speak of.
    static var pages: [any Page] {
        let (bar, route) = (OfficePages.bar("boss", .people), OfficeRoute.ownForm(.confirm))
        let words = Story.words("一次", "once")
        var waiting = SecretPage(bar: nil, title: words, words: words, lines: ["otpauth://totp/a"], code: QRCode("a"))
        (waiting.confirm, waiting.name) = (.confirm, "na\"me")
        waiting.fault = FieldFault(field: nil, code: "ACC-143", words: words)
        return [
            PeoplePage(bar: bar, lines: [StoryAccounts.line, StoryAccounts.closed]),
            AccountPage(bar: bar, file: StoryAccounts.file), AccountPage(bar: bar, file: StoryAccounts.empty),
            OwnPage(bar: bar, own: StoryAccounts.own), OwnPage(bar: bar, own: StoryAccounts.quiet), waiting,
            SecretPage(bar: bar, title: words, words: words, lines: ["one"], confirm: route, next: .own),
            SecretPage(bar: bar, title: words, words: words, lines: []),
            ActionPage(
                bar: nil, action: OwnForm.setUp, route: .setUp, about: nil, back: .signIn, values: ["secret": "hidden"],
                secrets: OwnForm.secrets),
        ]
    }

    private func run(
        _ body: @Sendable (LivePortal, StoryOffice) async throws -> Void
    ) async throws {
        let office = StoryOffice()
        try await LivePortal.run(office: office) { try await body($0, office) }
    }

    @Test func `accounts are an administrator's, and a set-up secret is shown once`() async throws {
        try await run { portal, _ in
            for path in ["/office/people", "/office/people/new", "/office/people/zhang", "/office/people/zhang/lock"] {
                let reply = try await OfficeVisitor.signedIn("zhang", at: portal).get(path)
                #expect(reply.status == 403 && reply.text.contains("WEB-158"), "\(path)")
                let boss = try await OfficeVisitor.signedIn("boss", at: portal).get(path)
                #expect(boss.status == 200, "\(path)")
            }
            let boss = OfficeVisitor.signedIn("boss", at: portal)
            let list = try await boss.get("/office/people").text
            #expect(list.contains("章&lt;承&gt;办") && !list.contains("<承>"))
            let opened = try await boss.post("/office/people/new", [("formToken", "form-boss"), ("name", "new.one")])
            #expect(
                opened.status == 200 && opened.text.contains("SECRET-ONCE") && opened["cache-control"] == "no-store")
            let locked = try await boss.post(
                "/office/people/zhang/lock", [("formToken", "form-boss"), ("reason", "离岗")])
            #expect(locked.status == 303 && locked["location"] == "/office/people/zhang")
            let forged = try await boss.post("/office/people/zhang/lock", [("formToken", "form-li"), ("reason", "离岗")])
            #expect(forged.status == 403)
            let other = try await boss.get("/office/people/nobody")
            #expect(other.status == 404)
        }
    }

    @Test func `a password is taken as typed, twice, and never shown again`() async throws {
        try await run { portal, _ in
            let visitor = OfficeVisitor.signedIn("zhang", at: portal)
            let form = try await visitor.get("/office/own/password").text
            #expect(form.contains("type=\"password\" id=\"f-old\"") && form.contains("type=\"password\" id=\"f-new\""))
            func post(_ old: String, _ new: String, _ again: String) async throws -> LoopbackClient.Reply {
                try await visitor.post(
                    "/office/own/password",
                    [("formToken", "form-zhang"), ("old", old), ("code", "1"), ("new", new), ("again", again)])
            }
            let differ = try await post(" right ", "new-secret-1", "new-secret-2")
            #expect(differ.status == 422 && differ.text.contains("WEB-185") && !differ.text.contains("new-secret"))
            let wrong = try await post("right", "new-secret-1", "new-secret-1")
            #expect(wrong.status == 422 && wrong.text.contains("ACC-101") && !wrong.text.contains("new-secret"))
            let right = try await post(" right ", "new-secret-1", "new-secret-1")
            #expect(right.status == 303 && right["set-cookie"]?.contains("Max-Age=0") == true)
        }
    }

    @Test func `everybody sees the own sessions and ends them, and changes the telephone`() async throws {
        try await run { portal, _ in
            let visitor = OfficeVisitor.signedIn("zhang", at: portal)
            let own = try await visitor.get("/office/own").text
            #expect(
                own.contains("10.0.0.2") && own.contains("name=\"id\" value=\"bb\"") && !own.contains("value=\"aa\""))
            let ended = try await visitor.post("/office/own/end-session", [("formToken", "form-zhang"), ("id", "bb")])
            #expect(ended.status == 303 && ended["location"] == "/office/own")
            let forged = try await visitor.post("/office/own/end-session", [("id", "bb")])
            #expect(forged.status == 403)
            let phone = try await visitor.post(
                "/office/own/telephone", [("formToken", "form-zhang"), ("old", "x"), ("code", "1")])
            #expect(phone.status == 200 && phone.text.contains("otpauth://totp/x:y"))
            let wrong = try await visitor.post(
                "/office/own/confirm", [("formToken", "form-zhang"), ("code", "000000")])
            #expect(wrong.status == 422 && wrong.text.contains("ACC-143"))
            let codes = try await visitor.post(
                "/office/own/confirm", [("formToken", "form-zhang"), ("code", "123456")])
            #expect(codes.status == 200 && codes.text.contains("one-code"))
            let look = try await visitor.get("/office/own/end-session")
            #expect(look.status == 405)
        }
    }

    @Test func `whoever has a set-up secret sets the password by page, without being signed in`() async throws {
        try await run { portal, _ in
            let visitor = OfficeVisitor(port: portal.port)
            let form = try await visitor.get("/office/set-up")
            #expect(form.status == 200 && form.text.contains("type=\"password\" id=\"f-secret\""))
            func post(_ secret: String) async throws -> LoopbackClient.Reply {
                try await visitor.post(
                    "/office/set-up", [("name", "n"), ("secret", secret), ("new", "a-b-c"), ("again", "a-b-c")])
            }
            let wrong = try await post("wrong")
            #expect(wrong.status == 422 && wrong.text.contains("ACC-141") && !wrong.text.contains("a-b-c"))
            let right = try await post("right")
            #expect(
                right.status == 200 && right.text.contains("otpauth://")
                    && right.text.contains("name=\"name\" value=\"n\""))
            let codes = try await visitor.post("/office/set-up/confirm", [("name", "n"), ("code", "123456")])
            #expect(codes.status == 200 && codes.text.contains("two-code"))
            let foreign = try await visitor.post(
                "/office/set-up/confirm", [("name", "n"), ("code", "123456")], ["Sec-Fetch-Site": "cross-site"])
            #expect(foreign.status == 403)
        }
    }
}
