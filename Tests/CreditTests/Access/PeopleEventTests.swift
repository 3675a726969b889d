import Credit
import Testing

/// The bytes of events about people never change once released.
@Suite struct PeopleEventTests {
    static let day = Day("2026-03-02")!

    static let golden: [(PeopleEvent, String)] = [
        (
            .organisation(
                OrganisationEvent(
                    organisation: "credit-office",
                    change: .founded(name: "市信用办", level: .city, parent: nil, codes: ["credit-office"]), from: day,
                    paper: nil, by: nil)),
            #"{"codes":["credit-office"],"event":"organisation.founded","from":"2026-03-02","level":"city","name":"市信用办","organisation":"credit-office"}"#
        ),
        (
            .organisation(
                OrganisationEvent(
                    organisation: "bureau", change: .renamed(name: "新局"), from: day, paper: "1号", by: "a1")),
            #"{"by":"a1","event":"organisation.renamed","from":"2026-03-02","name":"新局","organisation":"bureau","paper":"1号"}"#
        ),
        (
            .organisation(
                OrganisationEvent(
                    organisation: "bureau", change: .placed(under: "county"), from: day, paper: "2号", by: "a1")),
            #"{"by":"a1","event":"organisation.placed","from":"2026-03-02","organisation":"bureau","other":"county","paper":"2号"}"#
        ),
        (
            .organisation(
                OrganisationEvent(
                    organisation: "bureau", change: .merged(into: "other", accounts: ["b1"], codes: ["bureau"]),
                    from: day, paper: "3号", by: "a1")),
            #"{"accounts":["b1"],"by":"a1","codes":["bureau"],"event":"organisation.merged","from":"2026-03-02","organisation":"bureau","other":"other","paper":"3号"}"#
        ),
        (
            .organisation(
                OrganisationEvent(
                    organisation: "bureau", change: .dutiesMoved(to: "other", accounts: [], codes: ["price"]),
                    from: day, paper: "4号", by: "a1")),
            #"{"by":"a1","codes":["price"],"event":"organisation.duties-moved","from":"2026-03-02","organisation":"bureau","other":"other","paper":"4号"}"#
        ),
        (
            .account(
                AccountEvent(
                    account: "b1", change: .opened(signIn: "bai.yun", person: "白云", organisation: "bureau"), from: day,
                    by: "a1")),
            #"{"account":"b1","by":"a1","event":"account.opened","from":"2026-03-02","organisation":"bureau","person":"白云","signIn":"bai.yun"}"#
        ),
        (
            .account(AccountEvent(account: "b1", change: .granted(.handle), from: day, by: "a1")),
            #"{"account":"b1","by":"a1","duty":"handle","event":"account.granted","from":"2026-03-02"}"#
        ),
        (
            .account(AccountEvent(account: "b1", change: .withdrawn(.handle, reason: "轮岗"), from: day, by: "a1")),
            #"{"account":"b1","by":"a1","duty":"handle","event":"account.withdrawn","from":"2026-03-02","reason":"轮岗"}"#
        ),
        (
            .account(AccountEvent(account: "b1", change: .reset(reason: "忘记口令"), from: day, by: "a1")),
            #"{"account":"b1","by":"a1","event":"account.reset","from":"2026-03-02","reason":"忘记口令"}"#
        ),
        (
            .account(AccountEvent(account: "b1", change: .locked(reason: "离岗"), from: day, by: "a1")),
            #"{"account":"b1","by":"a1","event":"account.locked","from":"2026-03-02","reason":"离岗"}"#
        ),
        (
            .account(AccountEvent(account: "b1", change: .unlocked(reason: "回岗"), from: day, by: "a1")),
            #"{"account":"b1","by":"a1","event":"account.unlocked","from":"2026-03-02","reason":"回岗"}"#
        ),
        (
            .account(AccountEvent(account: "b1", change: .closed(reason: "退休"), from: day, by: "a1")),
            #"{"account":"b1","by":"a1","event":"account.closed","from":"2026-03-02","reason":"退休"}"#
        ),
        (
            .authorisation(
                .given(
                    Authorisation(
                        id: "s1", principal: "b1", substitute: "b2", duties: [.handle, .decide], from: day,
                        until: day + 9, paper: "5号"), by: "a1")),
            #"{"authorisation":"s1","by":"a1","duties":["decide","handle"],"event":"authorisation.given","from":"2026-03-02","paper":"5号","principal":"b1","substitute":"b2","until":"2026-03-11"}"#
        ),
        (
            .authorisation(.ended(id: "s1", from: day, reason: "销假", by: "a1")),
            #"{"authorisation":"s1","by":"a1","event":"authorisation.ended","from":"2026-03-02","reason":"销假"}"#
        ),
        (
            .seal(AccessSeal(count: 12, head: "ab")),
            #"{"count":12,"event":"access.sealed","head":"ab"}"#
        ),
    ]

    @Test func `the bytes of each event stay as they were released`() throws {
        for (event, bytes) in PeopleEventTests.golden {
            #expect(String(decoding: Event.people(event).body, as: UTF8.self) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == .people(event))
            #expect(Event.people(event).eventClass == "people")
        }
    }

    @Test(arguments: [
        #"{"account":"b1","duty":"fly","event":"account.granted","from":"2026-03-02"}"#,
        #"{"account":"b1","event":"account.granted","from":"2026-03-02"}"#,
        #"{"account":"b1","event":"account.promoted","from":"2026-03-02"}"#,
        #"{"account":"b1","duty":"handle","event":"account.granted"}"#,
        #"{"event":"organisation.founded","from":"2026-03-02","level":"moon","name":"x","organisation":"y"}"#,
        #"{"authorisation":"s1","by":"a1","duties":["fly"],"event":"authorisation.given","from":"2026-03-02","paper":"5号","principal":"b1","substitute":"b2","until":"2026-03-11"}"#,
    ])
    func `what is not known is refused`(bytes: String) {
        #expect(throws: CanonicalFault.self) { try Event(body: Array(bytes.utf8)) }
    }

    @Test func `口令不得过短、过简或含有姓名`() {
        func isStrong(_ password: String) -> Bool {
            EntryRules.isStrong(password, signIn: "bai.yun", person: "白云")
        }
        #expect(isStrong("黄河 九曲十八弯 2026") && isStrong("correct horse battery"))
        for weak in ["", "short", "aaaaaaaaaaaaaaaa", "abcdabcdabcdabcd", "my-BAI.YUN-secret", "我是白云某年某月某日生"] {
            #expect(!isStrong(weak), "\(weak)")
        }
        #expect(!isStrong(String(repeating: "correct horse ", count: 20)))
    }

    @Test func `连续错误后锁定，过时自解`() {
        let rules = EntryRules()
        var tries = WrongTries(count: 1, last: 1_000)
        for _ in 0..<3 { tries = tries.andOneMore(at: 1_000, by: rules) }
        #expect(tries.count == 4 && tries.lockOfName(at: 1_000, by: rules) == nil)
        tries = tries.andOneMore(at: 1_010, by: rules)
        #expect(tries.lockOfName(at: 1_010, by: rules) == 900)
        #expect(tries.lockOfName(at: 1_909, by: rules) == 1)
        #expect(tries.lockOfName(at: 1_910, by: rules) == nil)
        #expect(tries.andOneMore(at: 1_910, by: rules).count == 1)
        let office = WrongTries(count: 20, last: 1_000)
        #expect(office.waitOfAddress(at: 1_000, by: rules) == 1 && office.waitOfAddress(at: 1_001, by: rules) == nil)
        #expect(WrongTries(count: 19, last: 1_000).waitOfAddress(at: 1_000, by: rules) == nil)
        #expect(WrongTries(count: 60, last: 1_000).waitOfAddress(at: 1_000, by: rules) == 300)
    }
}
