import Credit
import Store
import Testing

@testable import Desk

/// What becomes of a file that would put somebody on a list of our own.
struct OwnListTests {
    static let head = "主体名称,统一社会信用代码,列入事由,认定依据,认定部门,认定部门统一社会信用代码,认定文书号,认定日期,有效期至\n"
    static let subject = "91640500MA7T033465"

    static func row(_ organ: String, code: String = "", number: String, decided: String, until: String) -> String {
        "中卫市云麓砂石有限公司（演示）,\(subject),事由（演示）,依据（演示）,\(organ),\(code),\(number),\(decided),\(until)\n"
    }

    /// The kinds of record of the lists that the city decides itself on the day of the story.
    private static func own(_ rules: Rules) -> [(list: ListRule, kind: RecordKind)] {
        rules.lists.compactMap { list in
            switch list.role(on: DeskStory.day) {
            case .own?, .ownWithConsent?: list.record.flatMap { rules.kinds[$0] }.map { (list, $0) }
            default: nil
            }
        }
    }

    @Test func `没有办案全部文书的列入决定经导入也不产生任何不利后果`() async throws {
        let story = try DeskStory()
        let own = OwnListTests.own(story.rules)
        #expect(own.count >= 3)
        var state: UInt64 = 7
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for (list, kind) in own {
            let department = try #require(story.rules.departments[kind.department])
            let name = try #require(department.name(on: DeskStory.day))
            let organs = [
                name.full.chinese, name.short, "宁夏回族自治区" + name.full.chinese,
                "中卫市沙坡头区" + String(name.short.dropFirst()),
                "中宁县" + String(name.short.dropFirst()), String(name.short.dropFirst()), "沙坡头分局",
            ]
            for round in 0..<3 {
                let rows = (0..<20).map { index in
                    OwnListTests.row(
                        organs[draw(organs.count)], code: draw(4) == 0 ? "11640500MB1234567X" : "",
                        number: "演列〔20\(20 + draw(7))〕\(index + round * 100)号",
                        decided: "20\(18 + draw(8))-0\(1 + draw(9))-1\(draw(10))", until: "2027-0\(1 + draw(9))-15")
                }
                _ = try await story.take(
                    kind.code, OwnListTests.head + rows.joined(), name: "\(kind.code)-\(round).csv")
            }
            try story.ledger.read { reader in
                for held in try reader.records(of: OwnListTests.subject, on: DeskStory.day)
                where held.entry.kind == kind.code {
                    // An entry of our own stands in the store only as what its case published.
                    let isOfCase = try reader.listing(publishedAs: held.entry.id) != nil
                    #expect(isOfCase, "\(list.code): \(held.entry.id)")
                }
                #expect(try reader.openListings(of: OwnListTests.subject, list: list.code).isEmpty)
                #expect(try reader.liveEffects(of: OwnListTests.subject, on: DeskStory.day).isEmpty)
            }
        }
    }

    private static let own = row("中卫市人力资源和社会保障局", number: "人社列〔2026〕1号", decided: "2026-05-06", until: "2029-05-05")

    @Test func `本市认定的名单报送后是候选，承办人可见，别无后果`() async throws {
        let story = try DeskStory()
        let answer = try await story.take("wage-arrears", OwnListTests.head + OwnListTests.own)
        #expect(answer.counts.accepted == 1)
        #expect(answer.counts.candidates == 1)
        try story.ledger.read { reader in
            #expect(try reader.records(of: OwnListTests.subject, on: DeskStory.day).isEmpty)
            #expect(try reader.subject(OwnListTests.subject) == nil)
            let waiting = try reader.waitingCandidates(of: "human-resources")
            #expect(waiting.map(\.list) == ["wage-arrears"])
            let line = try #require(waiting.first)
            let candidate = try #require(try reader.waitingCandidate(line.id)).candidate
            #expect(candidate.source == "\(answer.batch)/2")
            #expect(candidate.row.subject == OwnListTests.subject)
            #expect(try reader.waitingCandidates(of: "market-regulation").isEmpty)
            #expect(try reader.batch(answer.batch)?.counts == answer.counts)
        }
        #expect(try story.isClean())
    }

    @Test func `the same row again is known, other content replaces the one at which nobody has looked`() async throws {
        let story = try DeskStory()
        _ = try await story.take("wage-arrears", OwnListTests.head + OwnListTests.own)
        let again = try await story.take("wage-arrears", OwnListTests.head + OwnListTests.own)
        #expect((again.counts.known, again.counts.candidates) == (1, 0))
        let inOther = try await story.take("wage-arrears", OwnListTests.head + OwnListTests.own + "\n", name: "b.csv")
        #expect((inOther.counts.known, inOther.counts.candidates) == (1, 0))
        let changed = OwnListTests.own.replacing("2029-05-05", with: "2028-05-05")
        let other = try await story.take("wage-arrears", OwnListTests.head + changed, name: "c.csv")
        #expect((other.counts.changed, other.counts.candidates) == (1, 1))
        let waiting = try story.ledger.read { try $0.waitingCandidates(of: "human-resources") }
        #expect(waiting.count == 1)
        // 整批撤回: the row before it waits again.
        try story.ledger.record(at: Instant(day: DeskStory.day, hour: 10)) { _ in
            [.submission(.undone(batch: other.batch, reason: "错报"))]
        }
        let before = try story.ledger.read { try $0.waitingCandidates(of: "human-resources") }
        #expect(before.count == 1 && before != waiting)
        #expect(try story.isClean())
    }

    @Test func `a candidate goes with its batch, and the file may be handed in again`() async throws {
        let story = try DeskStory()
        let answer = try await story.take("wage-arrears", OwnListTests.head + OwnListTests.own)
        try story.ledger.record(at: Instant(day: DeskStory.day, hour: 10)) { _ in
            [.submission(.undone(batch: answer.batch, reason: "错报"))]
        }
        #expect(try story.ledger.read { try $0.waitingCandidates(of: "human-resources") }.isEmpty)
        let again = try await story.take("wage-arrears", OwnListTests.head + OwnListTests.own)
        #expect((again.counts.accepted, again.counts.candidates) == (1, 1))
    }

    @Test func `a check foretells the candidates and writes none`() async throws {
        let story = try DeskStory()
        let text = OwnListTests.head + OwnListTests.own + OwnListTests.own
        let check = SubmissionCheck(ledger: story.ledger, rules: story.rules)
        let told = try await check.predict(try story.file("wage-arrears", text, name: "a.csv")) { _ in }
        #expect(try story.ledger.read { try $0.waitingCandidates(of: "human-resources") }.isEmpty)
        #expect(told.counts == (try await story.take("wage-arrears", text, name: "a.csv")).counts)
        #expect((told.counts.accepted, told.counts.known, told.counts.candidates) == (1, 1, 1))
    }

    @Test(arguments: [
        ("中卫市人力资源和社会保障局", "", true), ("市人社局", "", true), ("中宁县人力资源和社会保障局", "", true),
        ("人力资源和社会保障局", "", true), ("宁夏回族自治区中卫市人力资源和社会保障局", "", true),
        ("沙坡头区人社局", "11610100MB1234567X", true), ("劳动监察支队", "11640502MB1234567X", true),
        ("宁夏回族自治区人力资源和社会保障厅", "", false), ("国家税务总局", "", false), ("陕西省人力资源和社会保障厅", "", false),
        ("银川市人力资源和社会保障局", "11640100MB1234567X", false), ("银川市人力资源和社会保障局", "", true),
    ]) func `a row is for our own list unless its organ is shown to be from elsewhere`(
        organ: String, code: String, isOwn: Bool
    ) throws {
        let story = try DeskStory()
        let kind = try #require(story.rules.kinds["wage-arrears"])
        let own = try #require(OwnList(kind, from: "human-resources", on: DeskStory.day, in: story.rules))
        let fields = #"{"organ":"\#(organ)""# + (code.isEmpty ? "" : #","organ-code":"\#(code)""#) + "}"
        #expect(own.decides(Array(fields.utf8)) == isOwn)
    }

    @Test func `他处认定的名单照常入库`() async throws {
        let story = try DeskStory()
        let elsewhere = OwnListTests.row(
            "宁夏回族自治区人力资源和社会保障厅", number: "宁人社列〔2026〕1号", decided: "2026-05-06", until: "2029-05-05")
        let answer = try await story.take("wage-arrears", OwnListTests.head + elsewhere)
        #expect((answer.counts.accepted, answer.counts.candidates) == (1, 0))
        let debtor = OwnListTests.row(
            "中卫市中级人民法院", number: "（2026）宁05执1号", decided: "2026-05-06", until: "2028-05-05")
        let court = try await story.take("dishonest-judgment-debtor", OwnListTests.head + debtor)
        #expect((court.counts.accepted, court.counts.candidates) == (1, 0))
        #expect(try story.ledger.read { try $0.records(of: OwnListTests.subject, on: DeskStory.day) }.count == 2)
    }

    @Test func `没有一个申报的收到日期能绕过案件`() throws {
        let story = try DeskStory()
        for (list, kind) in OwnListTests.own(story.rules) {
            for day in ["2010-01-01", "2019-12-31", "2021-08-31", "2026-06-30"].compactMap({ Day($0) }) {
                #expect(OwnList(kind, from: kind.department, on: day, in: story.rules)?.list == list.code)
            }
        }
    }
}
