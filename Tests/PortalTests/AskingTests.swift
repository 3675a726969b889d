import Testing

@testable import Portal

@Suite struct AskingTests {
    @Test func `a clean address is decoded once`() throws {
        let target = try RequestTarget("/subjects/obj%3Astreet%3A%E5%8C%97%2F1?q=a+b%2B&lang=en&q=second&empty=&bare")
        #expect(target.parts == ["subjects", "obj:street:北/1"])
        #expect(target.value("q") == "a b+" && target.value("lang") == "en")
        #expect(target.value("empty") == "" && target.value("bare") == "" && target.value("none") == nil)
        #expect(try RequestTarget("/").parts == [])
        #expect(try RequestTarget("/a%2541").parts == ["a%41"])
        #expect(try RequestTarget("/search?q=北街").value("q") == "北街")
    }

    @Test(arguments: [
        "", "x", "/%", "/%4", "/%zz", "/%00", "/a%0Ab", "/..", "/a/../b", "/%2e%2E", "/.", "/%C0%AF", "/%ED%A0%80",
        "/a#b", "/?q=%",
    ])
    func `an unclean address is refused`(_ text: String) {
        #expect(throws: PortalProblem.badAddress) { try RequestTarget(text) }
    }

    @Test func `wishes are weighed as RFC 9110 says`() {
        let offers = ["text/html", "application/json"]
        #expect(Negotiation.best(of: offers, by: "application/json") == 1)
        #expect(Negotiation.best(of: offers, by: "*/*") == 0)
        #expect(Negotiation.best(of: offers, by: "text/*;q=0.3, application/*;q=0.4") == 1)
        #expect(Negotiation.best(of: offers, by: "*/*;q=0.5, text/html;q=0") == 1)
        #expect(Negotiation.best(of: offers, by: "Application/JSON ; q=0.900 , text/html;q=0.899") == 1)
        #expect(Negotiation.best(of: offers, by: "image/png") == nil)
        #expect(Negotiation.best(of: offers, by: "application/json;q=0") == nil)
        #expect(Negotiation.best(of: ["zh", "en"], by: "en-US,en;q=0.9,zh-CN;q=0.2") == 1)
        #expect(Negotiation.best(of: ["zh", "en"], by: "zh-Hant-TW, en;q=0.9") == 0)
    }

    @Test func `a part of the log has one writing`() {
        func tile(_ text: String) -> [Int?]? {
            TilePath(text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) })
                .map { [$0.level, $0.index, $0.width] }
        }
        #expect(tile("0/000") == [0, 0, 256])
        #expect(tile("0/x001/x234/067") == [0, 1_234_067, 256])
        #expect(tile("2/x001/x234/067.p/8") == [2, 1_234_067, 8])
        #expect(tile("entries/x001/000.p/255") == [nil, 1_000, 255])
        #expect(tile("63/999") == [63, 999, 256])
        for bad in [
            "", "0", "0/", "64/000", "00/000", "0/0", "0/0000", "0/x000/001", "0/001/234", "0/x001", "0/x001/x234",
            "0/000.p", "0/000.p/", "0/000.p/0", "0/000.p/256", "0/000.p/08", "0/000/8", "-1/000", "entries",
            "entries/x/000",
            "0/x001/x001/x001/x001/x001/001", "0/٠٠٠", "0/000.p/1/1",
        ] { #expect(tile(bad) == nil, "\(bad)") }
    }

    @Test func `a bucket empties by asking and fills with time`() {
        let limit = RateLimit(perMinute: 60)
        for _ in 0..<60 { #expect(limit.take("a", at: 0) == nil) }
        #expect(limit.take("a", at: 0) == 1)
        #expect(limit.take("b", at: 0) == nil)
        #expect(limit.take("a", at: 999) == 1)
        #expect(limit.take("a", at: 1_000) == nil)
        #expect(limit.take("a", at: 1_001) == 1)
        #expect(limit.take("a", at: 3_600_000) == nil)
        let slow = RateLimit(perMinute: 1)
        #expect(slow.take("a", at: 0) == nil && slow.take("a", at: 0) == 60 && slow.take("a", at: 30_000) == 30)
    }
}
