import Credit
import Synchronization
import Testing

@testable import Portal

@Suite struct PromptAnswersTests {
    static let promptDate = "Fri, 15 Jan 2027 08:00:00 GMT"
    static let wishes: [[String: String]] = [
        [:], ["Accept": "application/json"], ["Accept": "text/html,*/*;q=0.1", "Accept-Language": "en"],
        ["Accept-Encoding": "gzip, br"], ["accept-language": "en", "ACCEPT-ENCODING": "gzip;q=0"],
        ["Accept": "application/json", "Accept-Encoding": "gzip"],
    ]

    @Test(arguments: wishes)
    func `a company's file is answered at once with the bytes of the usual way`(_ headers: [String: String])
        async throws
    {
        try await LivePortal.run { portal in
            for path in [Story.乾丰建材.key, Story.面馆.key].map({ "/companies/" + $0 }) {
                for target in [path, "/api/v1" + path] {
                    // A question that nobody knows is passed over, and goes the usual way.
                    let replies = try await LoopbackClient.askAll(
                        [(target, headers), (target + "?nobody=1", headers), (target, headers)], port: portal.port)
                    try #require(replies.count == 3)
                    #expect(replies[0]["date"] == Self.promptDate, "\(target)")
                    for other in replies[1...] {
                        #expect(other["date"] != Self.promptDate, "\(target)")
                        #expect(other.status == 200 && replies[0].status == 200)
                        #expect(other.body == replies[0].body, "\(target)")
                        #expect(fields(other) == fields(replies[0]), "\(target)")
                    }
                }
            }
        }
    }

    private func fields(_ reply: LoopbackClient.Reply) -> [String: String] {
        reply.headers.filter { $0.key != "date" && $0.key != "connection" }
    }

    @Test func `answers come in the order of the questions, whichever way each went`() async throws {
        try await LivePortal.run { portal in
            let company = "/api/v1/companies/" + Story.乾丰建材.key
            let targets = [
                "/health", company, "/log", company, company, "/api/v1/companies/" + Story.面馆.key, "/health",
            ]
            let replies = try await LoopbackClient.askAll(targets.map { ($0, [:]) }, port: portal.port)
            #expect(replies.count == targets.count)
            for (target, reply) in zip(targets, replies) {
                #expect(try await portal.get(target).body == reply.body, "\(target)")
            }
        }
    }

    @Test func `many questions at once of one who reads slowly are all answered`() async throws {
        try await LivePortal.run { portal in
            let company = "/companies/" + Story.乾丰建材.key
            let replies = try await LoopbackClient.askAll(
                Array(repeating: (company, [:]), count: 300), port: portal.port)
            #expect(replies.count == 300)
            #expect(Set(replies.map(\.body)).count == 1)
        }
    }

    @Test func `what has no file is refused the usual way, and a limit counts a request once`() async throws {
        var settings = LivePortal.settings
        settings.requestsPerMinute = 4
        try await LivePortal.run(settings: settings) { portal in
            let known = "/companies/" + Story.乾丰建材.key
            let replies = try await LoopbackClient.askAll(
                [known, "/companies/91640500MA0QF0T999", known, known, known, known].map { ($0, [:]) },
                port: portal.port)
            #expect(replies.map(\.status) == [200, 404, 200, 200, 429, 429])
            #expect(portal.notes.answers.withLock { $0.map(\.status) } == [200, 404, 200, 200, 429, 429])
        }
    }

    @Test func `a limit that is given back is as if it had not been taken`() {
        let limit = RateLimit(perMinute: 2)
        #expect(limit.take("a", at: 0) == nil)
        #expect(limit.take("a", at: 0) == nil)
        limit.giveBack("a")
        limit.giveBack("b")
        #expect(limit.take("a", at: 0) == nil)
        #expect(limit.take("a", at: 0) != nil)
    }

    @Test func `the time is written as HTTP writes it`() {
        var date = AnswerDate()
        #expect(date.text(LivePortal.seconds) == Self.promptDate)
        #expect(date.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(date.text(951_782_400) == "Tue, 29 Feb 2000 00:00:00 GMT")
    }

    @Test func `JSON written at once is the JSON of the tape`() throws {
        struct Part: Shown {
            let depth: Int
            func show(on tape: inout Tape) {
                tape.put("text", "a\"b\\c\u{1}\n中文 and more than sixteen bytes of plain text behind it")
                tape.put("none", String?.none)
                tape.put("number", -1_203)
                tape.put("zero", 0)
                tape.put("least", Int.min)
                tape.put("truth", true)
                tape.put("unknown", Bool?.none)
                tape.put("day", Day(year: 2026, month: 6, day: 30))
                tape.put("texts", ["", "{", "["])
                tape.put("empty", [String]())
                tape.draw { $0.put("drawn", 1) }
                if depth > 0 {
                    tape.put(named: "na\"me", Part(depth: depth - 1))
                    tape.put("parts", [Part(depth: depth - 1), Part(depth: 0)])
                    tape.put("part", Part?.none)
                }
            }
        }
        let part = Part(depth: 2)
        let written = Tape(language: .chinese, form: .json, part).json()
        #expect(written == Tape(language: .chinese, form: .lines, part).json())
        #expect(String(decoding: written.prefix(9), as: UTF8.self) == "{\"text\":\"")
    }
}
