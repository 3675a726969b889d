import Credit
import Testing

@testable import Portal

@Suite struct AnswersTests {
    static let company = "/companies/" + Story.乾丰建材.key
    static let pages =
        [
            "/", "/search", company, "/records/r7penalty0aaaa", "/rights", "/log", "/log/proof?of=1", "/permits",
            "/penalties", "/lists",
        ] + DepartmentPages.paths + BulletinPages.paths + RulePages.paths + RulebookPages.paths

    @Test func `every address answers as a page and as JSON from the same value`() async throws {
        try await LivePortal.run { portal in
            for path in Self.pages + ["/search?q=%E4%B9%BE%E4%B8%B0"] {
                let page = try await portal.get(path)
                #expect(page.status == 200, "\(path)")
                #expect(page["content-type"] == "text/html; charset=utf-8", "\(path)")
                #expect(page.text.hasPrefix("<!doctype html>"), "\(path)")
                let json = try await portal.json(path)
                #expect(json.status == 200 && json["content-type"] == "application/json; charset=utf-8", "\(path)")
                let twin = try await portal.get("/api/v1" + path)
                #expect(twin.body == json.body, "\(path)")
                #expect(page["vary"] == "Accept, Accept-Language, Accept-Encoding")
            }
        }
    }

    @Test func `security headers stand on every answer, problems and files included`() async throws {
        try await LivePortal.run { portal in
            for path in ["/", "/nothing", "/log/checkpoint", "/api/v1/", "/health", "/search?q=%00"] {
                let reply = try await portal.get(path)
                let policy = try #require(reply["content-security-policy"], "\(path)")
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe-inline") && !policy.contains("script-src"))
                #expect(reply["x-content-type-options"] == "nosniff")
                #expect(reply["referrer-policy"] == "no-referrer")
            }
        }
    }

    @Test func `pages hold no script, no inline style, no handler and nothing from elsewhere`() async throws {
        try await LivePortal.run { portal in
            for path in Self.pages + ["/search?q=%E5%8C%97%E8%A1%97", "/x"] {
                let text = try await portal.get(path).text
                for bad in [
                    "<script", "<style", " style=\"", " onclick", "javascript:", "src=\"http", "href=\"http://",
                ] {
                    #expect(!text.contains(bad), "\(path) holds \(bad)")
                }
            }
        }
    }

    @Test func `HEAD says what GET says without a body`() async throws {
        try await LivePortal.run { portal in
            for path in ["/", Self.company, "/log/key", "/nothing"] {
                let get = try await portal.get(path)
                let head = try await LoopbackClient.ask(path, method: "HEAD", port: portal.port)
                #expect(head.status == get.status && head.body.isEmpty && !get.body.isEmpty, "\(path)")
                #expect(head["content-length"] == get["content-length"], "\(path)")
                #expect(head["content-type"] == get["content-type"] && head["etag"] == get["etag"], "\(path)")
            }
        }
    }

    @Test func `an unchanged page is not sent twice and no shared cache may outlive a publication`() async throws {
        try await LivePortal.run { portal in
            let first = try await portal.get(Self.company)
            #expect(first["cache-control"] == "no-cache")
            let mark = try #require(first["etag"])
            let again = try await portal.get(Self.company, ["If-None-Match": "\"other\", \(mark)"])
            #expect(again.status == 304 && again.body.isEmpty)
            let reply1 = try await portal.get(Self.company, ["If-None-Match": "W/\"other\""])
            #expect(reply1.status == 200)
            let english = try await portal.get(Self.company + "?lang=en")
            #expect(english["etag"] != mark)
            let reply2 = try await portal.get("/search?q=a")
            #expect(reply2["cache-control"] == "no-store")
        }
    }

    @Test func `the style sheet is kept for ever under a name that is its content's`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/").text
            let path = try #require(page.split(separator: "\"").first { $0.hasPrefix("/style/") }.map { String($0) })
            let sheet = try await portal.get(path)
            #expect(sheet.status == 200 && sheet["content-type"] == "text/css; charset=utf-8")
            #expect(sheet["cache-control"] == "public, max-age=31536000, immutable")
            let reply3 = try await portal.get("/style/portal-old.css")
            #expect(reply3.status == 404)
            #expect(!sheet.text.contains("url(") && !sheet.text.contains("@import"))
        }
    }

    @Test func `gzip is sent to those who ask for it`() async throws {
        try await LivePortal.run { portal in
            let plain = try await portal.get("/rights")
            let packed = try await portal.get("/rights", ["Accept-Encoding": "gzip, br"])
            #expect(packed["content-encoding"] == "gzip" && packed.body.starts(with: [0x1F, 0x8B]))
            #expect(packed.body.count * 3 < plain.body.count * 2)
            let reply4 = try await portal.get("/rights", ["Accept-Encoding": "gzip;q=0"])
            #expect(reply4["content-encoding"] == nil)
        }
    }

    @Test func `the style sheet is packed once, and a cache is told that it may be`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/").text
            let path = try #require(page.split(separator: "\"").first { $0.hasPrefix("/style/") }.map { String($0) })
            let packed = try await portal.get(path, ["Accept-Encoding": "gzip"])
            #expect(packed["content-encoding"] == "gzip" && packed["vary"] == "Accept-Encoding")
            #expect(packed.body.count < 8_192)
        }
    }

    @Test func `a browser is bound to TLS only where our own proxy says it came over TLS`() async throws {
        let secure = ["X-Forwarded-Proto": "https"]
        try await LivePortal.run { portal in
            let reply = try await portal.get("/", secure)
            #expect(reply["strict-transport-security"] == nil)
        }
        var settings = LivePortal.settings
        settings.trustsForwardedAddress = true
        try await LivePortal.run(settings: settings) { portal in
            for (path, headers, value) in [
                ("/", secure, "max-age=31536000"), ("/nothing", secure, "max-age=31536000"), ("/", [:], nil),
            ] as [(String, [String: String], String?)] {
                let reply = try await portal.get(path, headers)
                #expect(reply["strict-transport-security"] == value, "\(path)")
            }
        }
    }

    @Test func `a question is refused where it is not understood, and so is a name that a list does not know`()
        async throws
    {
        try await LivePortal.run { portal in
            for path in ["/?lang=fr", "/api/v1/?lang=fr", "/log/proof?of=" + String(repeating: "1", count: 65)] {
                let reply = try await portal.get(path)
                #expect(reply.status == 400 && reply.text.contains("WEB-130"), "\(path)")
            }
            let long = try await portal.get("/search?q=" + String(repeating: "a", count: 101))
            #expect(long.status == 400 && long.text.contains("WEB-102"))
            for path in [
                "/?utm_source=x", "/?lang=", "/?x=%3Cscript%3E", "/penalties?utm_source=x&from=a&isappinstalled=0",
                "/penalties?format=csv&utm_medium=x", "/news?kind=",
            ] {
                let reply = try await portal.get(path)
                #expect(reply.status == 200 && !reply.text.contains("utm_source") && !reply.text.contains("script%3E"))
            }
            for path in [
                "/penalties?depratment=tax", "/penalties?depratment=tax&format=csv", "/news?depratment=1",
                "/search?q=&depratment=", "/rules/documents?depratment=x",
            ] {
                let reply = try await portal.get(path)
                #expect(reply.status == 400 && reply.text.contains("WEB-131") && reply.text.contains("depratment"))
                #expect(reply.text.contains("lang"), "\(path)")
            }
            let file = try await portal.get("/guide/glossary?depratment=1&format=csv")
            #expect(file.status == 400 && file.text.contains("WEB-131"))
            let json = try await portal.get("/api/v1/penalties?depratment=tax")
            #expect(json.status == 400 && json.text.contains("decided-from") && json.text.contains("WEB-131"))
            // A name that may be anybody's number, or markup, is refused and not said again.
            for name in ["640502199003071234", "%3Cb%3Ex", "%E5%BC%A0%E4%B8%89"] {
                let reply = try await portal.get("/penalties?\(name)=1")
                #expect(reply.status == 400 && !reply.text.contains("640502") && !reply.text.contains("<b>x"))
                #expect(!reply.text.contains("张三"))
            }
        }
    }

    @Test func `the navigation names what has an address, marks where one is, and says what is above`() async throws {
        try await LivePortal.run { portal in
            let log = try await portal.get("/log").text
            #expect(log.contains("<a href=\"/log\" aria-current=\"page\">") && log.contains("<a href=\"/log/proof\">"))
            let company = try await portal.get(Self.company).text
            #expect(company.contains("<a href=\"/search\" aria-current=\"true\">"))
            #expect(company.contains("class=\"trail\""))
            #expect(!log.contains("class=\"trail\""))
            #expect(Menu(RouteTable()).sections(.home, at: "/").isEmpty)
        }
    }

    @Test func `language follows the address first and the browser second`() async throws {
        try await LivePortal.run { portal in
            let plain = try await portal.get("/").text
            #expect(plain.contains("<html lang=\"zh-CN\">"))
            let browser = try await portal.get("/", ["Accept-Language": "en-GB,en;q=0.9,zh;q=0.1"])
            #expect(browser.text.contains("<html lang=\"en\">") && browser["content-language"] == "en")
            #expect(browser.text.contains("href=\"/search\""))
            let chosen = try await portal.get("/?lang=en", ["Accept-Language": "zh-CN"])
            #expect(chosen.text.contains("<html lang=\"en\">") && chosen.text.contains("href=\"/search?lang=en\""))
            #expect(chosen.text.contains("Look up what is public"))
            let reply5 = try await portal.get("/", ["Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"])
            #expect(reply5["content-language"] == "zh-CN")
            let reply6 = try await portal.get("/", ["Accept-Language": "fr"])
            #expect(reply6["content-language"] == "zh-CN")
        }
    }

    @Test func `a rehearsal says so on every page and a live store does not`() async throws {
        try await LivePortal.run { portal in
            for path in Self.pages + ["/nothing"] {
                let text = try await portal.get(path).text
                #expect(text.contains("演练数据"), "\(path)")
            }
        }
        try await LivePortal.run(StoryReading(isRehearsal: false)) { portal in
            let text = try await portal.get("/").text
            #expect(!text.contains("演练数据"))
        }
    }

    @Test func `no search engine keeps a sole trader, a penalty, a search or an interface answer`() async throws {
        try await LivePortal.run { portal in
            let hidden = ["/companies/" + Story.面馆.key, "/records/r7penalty0aaaa", "/search", "/nothing"]
            for path in hidden {
                let reply = try await portal.get(path)
                #expect(reply["x-robots-tag"] == "noindex, noarchive", "\(path)")
                #expect(reply.text.contains("<meta name=\"robots\" content=\"noindex, noarchive\">"), "\(path)")
            }
            let company = try await portal.get(Self.company)
            #expect(company["x-robots-tag"] == nil && !company.text.contains("name=\"robots\""))
            #expect(company.text.contains("<link rel=\"canonical\" href=\"https://credit.example\(Self.company)\">"))
            let interface = try await portal.get("/api/v1" + Self.company)
            #expect(interface["x-robots-tag"] == "noindex, noarchive")
        }
    }

    @Test func `unknown, nothing found and found are three different words`() async throws {
        try await LivePortal.run { portal in
            let reply = try await portal.json(Self.company)
            guard case .list(let sources)? = try JSONValue(reply.body)["sources"] else { throw JSONValue.Fault(at: 0) }
            #expect(
                sources.compactMap { $0["state"]?.leaves.first } == [
                    "found", "found", "found", "found", "nothing-found", "unknown",
                ])
            let page = try await portal.get(Self.company).text
            #expect(page.contains("未发现</td>") && page.contains("<span class=\"unknown\">未知</span>"))
        }
    }

    @Test func `what is adverse says until when it is shown and how to contest it`() async throws {
        try await LivePortal.run { portal in
            let penalty = try await portal.get("/records/r7penalty0aaaa").text
            #expect(penalty.contains("公示至 2027-05-14") && penalty.contains("提出异议") && penalty.contains("信用修复"))
            #expect(penalty.contains("异议处理中"))
            let honour = try await portal.get("/records/r7honour00dddd").text
            #expect(!honour.contains("信用修复") && !honour.contains("异议处理中"))
        }
    }

    @Test func `reading on threads of their own gives the same answers`() async throws {
        var settings = LivePortal.settings
        settings.readingThreads = 2
        try await LivePortal.run(settings: settings) { portal in
            for path in Self.pages {
                let reply = try await portal.get(path)
                #expect(reply.status == 200, "\(path)")
            }
        }
        try await LivePortal.run(StoryReading(isBroken: true), settings: settings) { portal in
            let reply = try await portal.get(Self.company)
            #expect(reply.status == 500)
        }
    }
}
