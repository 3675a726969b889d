import Credit
import Synchronization
import Testing

@testable import Portal

/// A form is about the case, the person and the moment that it was opened for, and about nothing later.
@Suite struct OfficeStateTests {
    private func run(
        settings: PortalSettings = LivePortal.settings,
        _ body: @Sendable (OfficeVisitor, StoryOffice) async throws -> Void
    ) async throws {
        let office = StoryOffice()
        try await LivePortal.run(settings: settings, office: office) {
            try await body(.signedIn("zhang", at: $0), office)
        }
    }

    private static let right = [
        ("formToken", "form-zhang"), ("casePosition", "4007"), ("document", "1号"), ("grounds", "写了很久的理由"),
        ("result", "no"), ("told", "yes"),
    ]

    @Test func `a form that was read before the case went on does nothing and keeps what was typed`() async throws {
        try await run { visitor, office in
            let page = try await visitor.get("/office/cases/OBJ-1/answer").text
            #expect(page.contains("name=\"casePosition\" value=\"4007\""))
            let sheet = try await visitor.get("/office/cases/OBJ-1").text
            #expect(sheet.contains("name=\"casePosition\" value=\"4007\""))
            office.movedOn.withLock { $0 = OfficePages.movedSheet }
            let late = try await visitor.post("/office/cases/OBJ-1/answer", Self.right)
            #expect(late.status == 409 && late.text.contains("WEB-190"))
            #expect(late.text.contains(">写了很久的理由</textarea>") && late.text.contains("转核查"))
            #expect(!late.text.contains(">受理<") && late.text.contains("name=\"casePosition\" value=\"4021\""))
            // Without a word of where the case stood it is as late.
            let unsaid = try await visitor.post(
                "/office/cases/OBJ-1/answer", Self.right.filter { $0.0 != "casePosition" })
            #expect(unsaid.status == 409)
            office.done.withLock { #expect($0.isEmpty) }
            let again = Self.right.map { $0.0 == "casePosition" ? ("casePosition", "4021") : $0 }
            let knowing = try await visitor.post("/office/cases/OBJ-1/answer", again)
            #expect(knowing.status == 303)
            office.done.withLock { #expect($0.map(\.what) == ["answer OBJ-1"]) }
            office.looks.withLock { #expect($0.last?.subject == Story.乾丰建材.key) }
        }
    }

    @Test func `a step that is over gives back what was typed for it`() async throws {
        try await run { visitor, office in
            office.movedOn.withLock { $0 = OfficePages.movedSheet }
            let late = try await visitor.post(
                "/office/cases/OBJ-1/accept",
                Self.right + [("reason", "<b>我的</b>理由"), ("more", "王某 11010519491231002X")])
            #expect(late.status == 409 && late.text.contains("WEB-190") && late.text.contains("转核查"))
            #expect(late.text.contains("&lt;b&gt;我的&lt;/b&gt;理由") && !late.text.contains("11010519491231002X"))
            office.done.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `a session that ends while the body is on its way does nothing`() async throws {
        try await run { visitor, office in
            office.endsWithBody.withLock { $0 = true }
            let reply = try await visitor.post("/office/cases/OBJ-1/answer", Self.right)
            #expect(reply.status == 401 && reply.text.contains("WEB-150"))
            office.done.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `任何文本栏不得填写身份证件号码，且不回显`() async throws {
        try await run { visitor, office in
            for text in ["联系人 11010519491231002X", "１１０１０５ 19491231 002x"] {
                let values = Self.right.map { $0.0 == "grounds" ? ("grounds", text) : $0 }
                let reply = try await visitor.post("/office/cases/OBJ-1/answer", values)
                #expect(reply.status == 422 && reply.text.contains("WEB-191"), "\(text)")
                #expect(!reply.text.contains("19491231") && reply.text.contains("value=\"1号\""), "\(text)")
            }
            office.done.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `代行 is chosen on a page, shown on every page, and a form opened before it does nothing`() async throws {
        try await run { visitor, office in
            let own = try await visitor.get("/office")
            #expect(own.text.contains("href=\"/office/stand-in\"") && !own.text.contains("钱科长"))
            let page = try await visitor.get("/office/stand-in").text
            #expect(page.contains("代钱科长，至 2026-12-09"))
            let chosen = try await visitor.post(
                "/office/stand-in", [("formToken", "form-zhang"), ("principal", "qian")])
            #expect(chosen.status == 303 && chosen["location"] == "/office")
            for path in ["/office", "/office/cases/OBJ-1", "/office/stand-in"] {
                let text = try await visitor.get(path).text
                #expect(text.contains("<span lang=\"zh-CN\">钱科长</span>"), "\(path)")
            }
            let before = try await visitor.post("/office/cases/OBJ-1/sign", Self.right)
            #expect(before.status == 403)
            office.done.withLock { #expect($0.isEmpty) }
            let nobody = try await visitor.post(
                "/office/stand-in", [("formToken", "form-zhang-as-qian"), ("principal", "li")])
            #expect(nobody.status == 422)
            _ = try await visitor.post("/office/stand-in", [("formToken", "form-zhang-as-qian"), ("principal", "-")])
            let after = try await visitor.get("/office").text
            #expect(!after.contains("钱科长"))
        }
    }

    @Test func `every look is a line of the access record`() async throws {
        try await run { visitor, office in
            let paths = [
                "/office", "/office/cases/OBJ-1", "/office/cases/OBJ-1/answer", "/office/new/obj-file",
                "/office/upload",
                "/office/batches", "/office/batches/b1", "/office/batches/b1/errors.csv", "/office/stand-in",
            ]
            for path in paths { _ = try await visitor.get(path) }
            office.notes.withLock { #expect($0 == paths.map { "zhang GET \($0) done" }) }
            office.looks.withLock { #expect($0.compactMap(\.subject) == [Story.乾丰建材.key, Story.乾丰建材.key]) }
        }
    }

    @Test func `a body that drips is not waited for`() async throws {
        var settings = LivePortal.settings
        settings.bodyPatience = 1
        try await run(settings: settings) { visitor, office in
            for (type, body) in [
                ("application/x-www-form-urlencoded", "formToken=form-zhang&"),
                ("multipart/form-data; boundary=x", "--x\r\nContent-Disp"),
            ] {
                let head =
                    "POST /office/cases/OBJ-1/answer HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + "Cookie: office=token-zhang\r\nContent-Type: \(type)\r\nContent-Length: 500\r\n\r\n"
                let reply = try await LoopbackClient.send(Array((head + body).utf8), port: visitor.port)
                #expect(reply.status == 408 && reply.text.contains("WEB-192"), "\(type)")
            }
            office.done.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `what follows an answer is let through for a while and no longer`() {
        var rest = AnsweredRest()
        let whole = rest.takes(AnsweredRest.most, at: 7)
        let more = rest.takes(1, at: 7)
        #expect(whole && !more)
        var slow = AnsweredRest()
        let times = [7, 36, 37].map { slow.takes(1, at: $0) }
        #expect(times == [true, true, false])
    }
}
