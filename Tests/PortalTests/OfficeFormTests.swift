import Credit
import Synchronization
import Testing

@testable import Portal

@Suite struct OfficeFormTests {
    private func run(
        _ name: String = "zhang", _ body: @Sendable (OfficeVisitor, StoryOffice) async throws -> Void
    ) async throws {
        let office = StoryOffice()
        try await LivePortal.run(office: office) { try await body(.signedIn(name, at: $0), office) }
    }

    private static let token = [("formToken", "form-zhang"), ("casePosition", "4007")]
    private static let right =
        token + [
            ("document", "1号"), ("grounds", "第一行\r\n第二行"), ("day", "2026-11-20"), ("result", "no"), ("field", "f3"),
            ("told", "yes"),
        ]

    @Test func `a form comes back with what was filled in, and leads to what is wrong`() async throws {
        try await run { visitor, office in
            let long = String(repeating: "长", count: 201)
            let reply = try await visitor.post(
                "/office/cases/OBJ-1/answer",
                Self.token + [
                    ("document", "a\u{1}b"), ("grounds", long), ("day", "2026-02-30"), ("result", "perhaps"),
                    ("field", "f3"),
                ])
            #expect(reply.status == 422 && reply.text.contains("role=\"alert\""))
            #expect(reply.text.contains("<title>错误："))
            for (field, code) in [
                ("document", "WEB-166"), ("grounds", "WEB-161"), ("day", "WEB-162"), ("result", "WEB-163"),
                ("told", "WEB-160"),
            ] {
                #expect(reply.text.contains("<a href=\"#f-\(field)\">"), "\(field)")
                #expect(reply.text.contains("id=\"e-\(field)\"") && reply.text.contains(code), "\(field)")
                #expect(reply.text.contains("id=\"f-\(field)\""), "\(field)")
            }
            #expect(reply.text.contains(long) && reply.text.contains("value=\"f3\" selected"))
            #expect(reply.text.contains("aria-describedby=\"h-grounds l-grounds e-grounds\""))
            office.done.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `a decision that the law forbids comes back on its form with its code`() async throws {
        try await run { visitor, office in
            var values = Self.right
            values[3].1 = "too soon"
            let reply = try await visitor.post("/office/cases/OBJ-1/answer", values)
            #expect(reply.status == 422 && reply.text.contains("OBJ-101") && reply.text.contains("申辩期内不得作出决定"))
            #expect(reply.text.contains(">too soon</textarea>"))
            office.notes.withLock { #expect($0.last == "zhang POST /office/cases/OBJ-1/answer refused 422") }
        }
    }

    @Test func `what was filled in reaches the case as it was meant`() async throws {
        try await run { visitor, office in
            let reply = try await visitor.post(
                "/office/cases/OBJ-1/answer", Self.right, file: ("proof", "证据.PDF", Array("%PDF".utf8)))
            #expect(reply.status == 303)
            office.done.withLock { done in
                #expect(done.count == 1)
                #expect(done.first?.values["grounds"] == "第一行\n第二行" && done.first?.values["told"] == "yes")
                #expect(done.first?.values.day("day") == Day("2026-11-20"))
                #expect(done.first?.values["proof"] == "kept-4" && done.first?.values["proof.name"] == "证据.PDF")
            }
            office.kept.withLock { #expect($0["证据.PDF"] == Array("%PDF".utf8)) }
        }
    }

    @Test func `a form without its token, or with another's, does nothing`() async throws {
        try await run { visitor, office in
            for token in ["", "form-li", "form-zhan", "form-zhangx", "FORM-ZHANG"] {
                let reply = try await visitor.post("/office/cases/OBJ-1/accept", [("formToken", token)])
                #expect(reply.status == 403 && reply.text.contains("WEB-151"), "\(token)")
            }
            let none = try await visitor.post("/office/cases/OBJ-1/accept", [])
            #expect(none.status == 403)
            // A token after the file is too late: the file would have been kept for anybody.
            let late = try await visitor.post(
                "/office/upload", Self.token + [("kind", "administrative-penalty")],
                file: ("file", "a.csv", Array("a".utf8)), fileFirst: true)
            #expect(late.status == 403 && late.text.contains("WEB-151"))
            office.done.withLock { #expect($0.isEmpty) }
            office.kept.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `a form from another site does nothing`() async throws {
        try await run { visitor, office in
            for headers in [
                ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
                ["Origin": "https://evil.example"], ["Origin": "http://127.0.0.1.evil.example", "Sec-Fetch-Site": ""],
                ["Origin": "null", "Sec-Fetch-Site": ""], ["Origin": "http://evil.example/127.0.0.1"],
            ] {
                let reply = try await visitor.post("/office/cases/OBJ-1/accept", Self.token, headers)
                #expect(reply.status == 403 && reply.text.contains("WEB-152"), "\(headers)")
            }
            office.done.withLock { #expect($0.isEmpty) }
            for headers in [
                ["Sec-Fetch-Site": "", "Origin": ""], ["Origin": "null"], ["Sec-Fetch-Site": ""],
                ["Origin": "https://credit.example"],
            ] {
                let reply = try await visitor.post("/office/cases/OBJ-1/accept", Self.token, headers)
                #expect(reply.status == 303, "\(headers)")
            }
        }
    }

    @Test func `what is not offered, or not to this post, is not done`() async throws {
        try await run("li") { visitor, office in
            let token = [("formToken", "form-li")]
            let duty = try await visitor.post("/office/cases/OBJ-1/accept", token)
            #expect(duty.status == 403 && duty.text.contains("WEB-158"))
            let gone = try await visitor.post("/office/cases/OBJ-1/withdraw", token)
            #expect(gone.status == 409 && gone.text.contains("WEB-157"))
            let unknown = try await visitor.post("/office/cases/OBJ-9/accept", token)
            #expect(unknown.status == 404 && unknown.text.contains("WEB-156"))
            for path in ["/office/batches", "/office/batches/b1", "/office/upload", "/office/batches/b1/errors.csv"] {
                let reply = try await visitor.get(path)
                #expect(reply.status == 403 && reply.text.contains("WEB-158"), "\(path)")
            }
            let put = try await LoopbackClient.ask(
                "/office", method: "DELETE", headers: ["Cookie": "office=token-li"], port: visitor.port)
            #expect(put.status == 405 && put["allow"] == "GET, HEAD")
            office.done.withLock { #expect($0.isEmpty) }
            office.notes.withLock { #expect($0.contains("li POST /office/cases/OBJ-1/accept WEB-158")) }
        }
    }

    @Test func `a batch of another department looks like none`() async throws {
        try await run("court") { visitor, office in
            for path in [
                "/office/batches/b1", "/office/batches/b1/undo", "/office/batches/b1/errors.csv", "/office/upload/up-1",
            ] {
                let foreign = try await visitor.get(path)
                let none = try await visitor.get(path.replacing("b1", with: "b7").replacing("up-1", with: "up-7"))
                #expect(foreign.status == 404 && none.status == 404, "\(path)")
                #expect(!foreign.text.contains("处罚 11月"), "\(path)")
            }
            let sheet = try await visitor.get("/office/cases/OBJ-1")
            #expect(sheet.status == 404)
            let token = [("formToken", "form-court")]
            for path in ["/office/batches/b1/undo", "/office/upload/up-1"] {
                let reply = try await visitor.post(path, token + [("reason", "x")])
                #expect(reply.status == 404, "\(path)")
            }
            office.done.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `a body that is too large is refused by what it says and by what it is`() async throws {
        try await run { visitor, office in
            let large = [UInt8](repeating: 0x61, count: 70_000)
            let told = try await visitor.post(
                "/office/cases/OBJ-1/accept", Self.token + [("x", String(decoding: large, as: UTF8.self))])
            #expect(told.status == 413 && told.text.contains("WEB-153"))
            let values = Self.token + [("kind", "administrative-penalty")]
            let file = try await visitor.post("/office/upload", values, file: ("file", "a.csv", large))
            #expect(file.status == 422 && file.text.contains("WEB-165"))
            let body = Array("formToken=form-zhang&casePosition=4007&x=".utf8) + large
            let chunks = Array("\(String(body.count, radix: 16))\r\n".utf8) + body + Array("\r\n0\r\n\r\n".utf8)
            let head =
                "POST /office/cases/OBJ-1/accept HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + "Cookie: office=token-zhang\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
            let unsaid = try await LoopbackClient.send(Array(head.utf8) + chunks, port: visitor.port)
            #expect(unsaid.status == 413)
            office.done.withLock { #expect($0.isEmpty) }
            office.kept.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `only forms are taken, and only whole ones`() async throws {
        try await run { visitor, _ in
            let body = Array("formToken=form-zhang".utf8)
            for type in ["application/json", "text/plain", "", "multipart/mixed; boundary=x"] {
                let reply = try await visitor.send("/office/cases/OBJ-1/accept", body, type: type)
                #expect(reply.status == 415 && reply.text.contains("WEB-154"), "\(type)")
            }
            for (broken, type) in [
                ("formToken=%zz", "application/x-www-form-urlencoded"), ("=a", "application/x-www-form-urlencoded"),
                ("a=%ff", "application/x-www-form-urlencoded"), ("--x\r\n", "multipart/form-data; boundary=x"),
                ("nothing", "multipart/form-data; boundary=x"), ("", "multipart/form-data"),
            ] {
                let reply = try await visitor.send("/office/cases/OBJ-1/accept", Array(broken.utf8), type: type)
                #expect(reply.status == 400 && reply.text.contains("WEB-155"), "\(broken)")
            }
        }
    }

    @Test func `a file is checked first, then handed in, and its progress shows by itself`() async throws {
        try await run { visitor, office in
            let values = Self.token + [("kind", "administrative-penalty")]
            for (name, bytes, code) in [("a.exe", "MZ", "WEB-164"), ("a.csv", "", "WEB-167")] {
                let reply = try await visitor.post("/office/upload", values, file: ("file", name, Array(bytes.utf8)))
                #expect(reply.status == 422 && reply.text.contains(code), "\(name)")
            }
            let forged = try await visitor.post("/office/upload", values + [("file", "up-9")])
            #expect(forged.status == 422 && forged.text.contains("WEB-160"))
            let late = try await visitor.post(
                "/office/upload", values + [("received", "2030-01-01")], file: ("file", "a.csv", [0x61]))
            #expect(late.status == 422 && late.text.contains("WEB-168") && late.text.contains("value=\"2030-01-01\""))
            let reply = try await visitor.post("/office/upload", values, file: ("file", "a.csv", [0x61]))
            #expect(reply.status == 303 && reply["location"] == "/office/upload/up-1")
            let checked = try await visitor.get("/office/upload/up-1")
            #expect(checked.text.contains("REC-108") && checked.text.contains("95.33%") && checked["refresh"] == nil)
            let submitted = try await visitor.post("/office/upload/up-1", Self.token)
            #expect(submitted.status == 303)
            let working = try await visitor.get("/office/upload/up-1")
            #expect(working["refresh"] == "2" && working.text.contains("1,200"))
            office.handedIn.withLock { $0 = .submitted(batch: "b1") }
            let end = try await visitor.get("/office/upload/up-1")
            #expect(end.status == 303 && end["location"] == "/office/batches/b1")
            let errors = try await visitor.get("/office/batches/b1/errors.csv")
            #expect(errors.text == "file,sheet\r\n" && errors["content-disposition"]?.contains("attachment") == true)
            let marked = try await visitor.get("/office/batches/b1/marked.xlsx")
            #expect(marked.status == 404)
        }
    }

    @Test func `a batch is taken back with a reason only`() async throws {
        try await run { visitor, office in
            let without = try await visitor.post("/office/batches/b1/undo", Self.token + [("reason", "  ")])
            #expect(without.status == 422 && without.text.contains("WEB-160"))
            office.done.withLock { #expect($0.isEmpty) }
            let reply = try await visitor.post("/office/batches/b1/undo", Self.token + [("reason", "报错了类别")])
            #expect(reply.status == 303 && reply["location"] == "/office/batches/b1")
            office.done.withLock { #expect($0.map(\.what) == ["undo b1"] && $0[0].values["reason"] == "报错了类别") }
        }
    }
}
