import Credit
import Portal
import Synchronization
import Testing

@Suite struct ProblemsTests {
    @Test func `each kind of problem has its status, as a page and as RFC 9457`() async throws {
        try await LivePortal.run { portal in
            let cases: [(String, Int, String)] = [
                ("/nothing", 404, "WEB-105"), ("/companies/91640500MA0QF0T1X0", 404, "WEB-106"),
                ("/records/nothing", 404, "WEB-107"), ("/records/r7ended000ffff", 410, "WEB-111"),
                ("/companies/%zz", 400, "WEB-101"), ("/search?q=%00", 400, "WEB-101"),
                ("/log/tile/0/1", 404, "WEB-108"),
                (AnswersTests.company + "?on=2025-01-01", 403, "WEB-104"),
                ("/records/r7penalty0aaaa?on=2025-01-01", 403, "WEB-104"),
            ]
            for (path, status, code) in cases {
                let page = try await portal.get(path)
                #expect(page.status == status, "\(path)")
                #expect(page.text.contains(code) && page.text.contains("name=\"robots\""), "\(path)")
                #expect(page["cache-control"] == "no-store")
                let json = try await portal.json(path)
                #expect(json.status == status && json["content-type"] == "application/problem+json; charset=utf-8")
                #expect(json.text.contains("\"code\":\"\(code)\"") && json.text.contains("\"status\":\(status)"))
            }
        }
    }

    @Test func `an address under the interface that cannot be read is a problem for programs`() async throws {
        try await LivePortal.run { portal in
            for path in ["/api/v1/search?q=%0F", "/api/v1/companies/%zz", "/api/v1/%ff"] {
                let reply = try await portal.get(path)
                #expect(reply.status == 400 && reply["content-type"] == "application/problem+json; charset=utf-8")
            }
        }
    }

    @Test func `what ended is gone without its content`() async throws {
        try await LivePortal.run { portal in
            let reply = try await portal.get("/records/r7ended000ffff")
            #expect(reply.status == 410 && reply.text.contains("2026-03-31"))
        }
    }

    @Test func `only reading is offered`() async throws {
        try await LivePortal.run { portal in
            for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
                let reply = try await LoopbackClient.ask("/rights", method: method, port: portal.port)
                #expect(reply.status == 405 && reply["allow"] == "GET, HEAD", "\(method)")
            }
            let reply1 = try await LoopbackClient.ask("/nothing", method: "POST", port: portal.port)
            #expect(reply1.status == 404)
        }
    }

    @Test func `a form that is not offered is refused, a preferred one is given`() async throws {
        try await LivePortal.run { portal in
            let reply2 = try await portal.get("/", ["Accept": "image/png"])
            #expect(reply2.status == 406)
            let reply3 = try await portal.get("/", ["Accept": "text/html;q=0, application/xml"])
            #expect(reply3.status == 406)
            let both = try await portal.get("/", ["Accept": "text/html;q=0.5, application/json"])
            #expect(both["content-type"] == "application/json; charset=utf-8")
            let browser = try await portal.get(
                "/", ["Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"])
            #expect(browser["content-type"] == "text/html; charset=utf-8")
            let reply4 = try await portal.get("/", ["Accept": "*/*"])
            #expect(reply4["content-type"] == "text/html; charset=utf-8")
        }
    }

    @Test func `a failure of ours tells its number and nothing else`() async throws {
        try await LivePortal.run(StoryReading(isBroken: true)) { portal in
            for path in ["/", AnswersTests.company, "/health", "/search?q=a"] {
                let reply = try await portal.get(path)
                #expect(reply.status == 500 && reply.text.contains("F-0001"), "\(path)")
                #expect(!reply.text.contains("secret") && !reply.text.contains("locked"), "\(path)")
            }
            portal.notes.failures.withLock { #expect($0.count == 4 && $0[0].contains("locked")) }
        }
    }

    @Test func `an identity number is refused without echo or trace`() async throws {
        try await LivePortal.run { portal in
            let number = StoryReading.identityNumber
            for form in ["text/html", "application/json"] {
                for path in [
                    "/search?q=\(number)", "/search?q=%E7%8E%8B+\(number)", "/companies/\(number)",
                    "/subjects/\(number)", "/records/\(number)", "/x/\(number)",
                ] {
                    let reply = try await portal.get(path, ["Accept": form])
                    #expect((400..<500).contains(reply.status), "\(path)")
                    #expect(!reply.text.contains(number), "\(path)")
                    for value in reply.headers.values { #expect(!value.contains(number)) }
                }
            }
            let reply5 = try await portal.get("/search?q=\(number)")
            #expect(reply5.status == 400)
            portal.notes.answers.withLock { notes in
                #expect(notes.count == 13)
                for note in notes { #expect(!"\(note)".contains(number), "\(note)") }
                #expect(notes.contains { $0.route == "/companies/{code}" && $0.status == 404 && $0.method == "GET" })
            }
            portal.notes.failures.withLock { #expect($0.isEmpty) }
        }
    }

    @Test func `one address that asks too often is asked to wait`() async throws {
        var settings = LivePortal.settings
        settings.requestsPerMinute = 3
        try await LivePortal.run(settings: settings) { portal in
            for _ in 0..<3 { #expect(try await portal.get("/health").status == 200) }
            let reply = try await portal.json("/")
            #expect(reply.status == 429 && reply["retry-after"] == "20")
        }
        settings.trustsForwardedAddress = true
        try await LivePortal.run(settings: settings) { portal in
            for visitor in 0..<8 {
                let reply6 = try await portal.get("/health", ["X-Forwarded-For": "10.1.1.1, 10.0.0.\(visitor)"])
                #expect(reply6.status == 200)
            }
        }
    }

    @Test func `hostile addresses are refused and never reflected`() async throws {
        try await LivePortal.run { portal in
            let hostile = [
                "/%3Cscript%3Ealert(1)%3C/script%3E", "/<script>alert(1)</script>", "/companies/%22onfocus=x",
                "/search?q=" + String(repeating: "a", count: 101),
                "/search?q=" + String(repeating: "%E5%8C%97", count: 3_000),
                "/../../etc/passwd", "/log/tile/../../../etc/passwd", "/log/tile/%2e%2e/%2e%2e/etc/passwd",
                "/style/..%2f..%2fetc%2fpasswd", "/companies/%", "/companies/%4", "/companies/%C0%AF", "/companies/%ff",
                "/search?q=%0d%0aSet-Cookie:x", "/records/a%00b", "//evil.example/", "/search?q=%ED%A0%80",
                "/log/tile/0/x000/001", "/log/tile/64/000", "/log/tile/0/000.p/256", "/log/tile/0/000.p/0",
                "/log/tile/00/000",
                "/subjects/" + String(repeating: "x", count: 9_000), "*", "/?q=1#x",
            ]
            for path in hostile {
                let reply = try await portal.get(path)
                #expect((400..<500).contains(reply.status), "\(path.prefix(60)) \(reply.status)")
                for bad in ["<script", "alert(1)", "passwd", "onfocus", "evil.example", "Set-Cookie"] {
                    #expect(!reply.text.contains(bad), "\(path.prefix(60)) reflects \(bad)")
                }
                #expect(reply["set-cookie"] == nil && reply["location"] == nil)
            }
        }
    }

    @Test func `a search for markup is answered, and shown as text`() async throws {
        try await LivePortal.run { portal in
            let reply = try await portal.get("/search?q=%3Cscript%3E%22%27%26x%22%CC%81+onfocus%3Dy")
            #expect(reply.status == 200 && !reply.text.contains("<script"))
            #expect(reply.text.contains("value=\"&lt;script&gt;&quot;&#39;&amp;x&quot;\u{301} onfocus=y\""))
        }
    }

    @Test func `a request that is no HTTP ends in a refusal`() async throws {
        try await LivePortal.run { portal in
            let reply7 = try await LoopbackClient.send(Array("NONSENSE\r\n\r\n".utf8), port: portal.port)
            #expect(reply7.status == 400)
            let headers = (0..<300).map { "X-\($0): y\r\n" }.joined()
            let many = try? await LoopbackClient.send(
                Array("GET / HTTP/1.1\r\nHost: a\r\n\(headers)\r\n".utf8), port: portal.port)
            #expect((400..<500).contains(many?.status ?? 400))
            let reply8 = try await portal.get("/health")
            #expect(reply8.status == 200)
        }
    }
}
