import Credit
import Foundation
import Store
import Testing

/// 发文字号 in the store: a register without gaps, whoever takes numbers at the same time; replay makes the same tables.
@Suite struct LetterStoreTests {
    static let day = TestStore.firstDay
    static let organs = ["development-reform", "tax"]
    static let series = ["general", "exchange"].map {
        LetterSeries(
            code: $0, title: Label($0, $0), pattern: "{word}\($0)〔{year}〕{number}号", words: [:],
            source: Source(document: "d"))
    }

    private static func officer(_ organ: String) -> Officer { Officer(account: "a-\(organ)", name: "甲", organ: organ) }

    @discardableResult private static func take(
        _ id: String, _ organ: String, _ series: LetterSeries, year: Int = 2026, in store: TestStore
    ) throws -> LetterNumber {
        let instant = Instant(day: day, hour: 10)
        return try store.ledger.record(at: instant) { reader in
            let taken = try reader.lettersTaken(organ, series: series.code, year: year)
            let number = series.number(of: organ, short: organ, year: year, after: taken)
            let numbering = try LetterNumbering(
                id: id, caseID: "OBJ-\(id)", occasion: .general, number: number, title: "通知书", addressee: "甲公司",
                by: officer(organ), day: day)
            return (Change(events: [.letter(.numbered(numbering))]), number)
        }.outcome
    }

    @Test(arguments: EngineKind.allCases) func `发文字号连续编号，不重号、不跳号`(_ kind: EngineKind) async throws {
        let store = try TestStore(kind)
        var random = SystemRandomNumberGenerator()
        let jobs = (0..<160).map { index in
            (
                id: "L\(index)", organ: Self.organs.randomElement(using: &random)!,
                series: Self.series.randomElement(using: &random)!,
                year: [2026, 2027].randomElement(using: &random)!
            )
        }
        let numbers = try await withThrowingTaskGroup(of: LetterNumber.self) { group in
            for job in jobs {
                group.addTask { try Self.take(job.id, job.organ, job.series, year: job.year, in: store) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(numbers.map(\.text)).count <= jobs.count && numbers.count == jobs.count)
        for organ in Self.organs {
            for series in Self.series {
                for year in [2026, 2027] {
                    let own = numbers.filter { $0.organ == organ && $0.series == series.code && $0.year == year }
                    #expect(own.map(\.sequence).sorted() == Array(1..<own.count + 1), "\(organ) \(series.code) \(year)")
                }
            }
            let lines = try store.ledger.read { try $0.letterRegister(of: organ, year: 2026) }
            #expect(lines.count == numbers.count { $0.organ == organ && $0.year == 2026 })
        }
        #expect(try store.verify().findings.isEmpty)
    }

    @Test(arguments: EngineKind.allCases) func `a number that does not follow the last is refused by the log`(
        _ kind: EngineKind
    ) throws {
        let store = try TestStore(kind)
        try Self.take("L1", "tax", Self.series[0], in: store)
        for sequence in [1, 3] {
            let number = LetterNumber(organ: "tax", series: "general", year: 2026, sequence: sequence, text: "x")
            let numbering = try LetterNumbering(
                id: "L\(sequence)x", caseID: "C", occasion: .general, number: number, title: "t", addressee: "a",
                by: Self.officer("tax"), day: Self.day)
            #expect(throws: StoreProblem.self) { try store.record([.letter(.numbered(numbering))]) }
        }
        #expect(try store.ledger.read { try $0.lettersTaken("tax", series: "general", year: 2026) } == 1)
    }

    @Test(arguments: EngineKind.allCases) func `a letter is replayed, and an alteration of its row is named`(
        _ kind: EngineKind
    ) throws {
        let store = try TestStore(kind)
        let officer = Self.officer("tax")
        try Self.take("L1", "tax", Self.series[0], in: store)
        func act(_ body: (Letter) throws -> LetterEvent) throws {
            try store.ledger.record(at: Instant(day: Self.day, hour: 11)) { reader in
                [.letter(try body(try #require(try reader.letter("L1")).letter))]
            }
        }
        let text = LetterText(
            title: Label("通知书", "Notice"), addressee: Label("乙公司", "B"), organ: Label("税务局", "Tax"), chinese: ["文"],
            english: ["text"])
        try act { try $0.drawing(text, by: officer, on: Self.day) }
        try act {
            try $0.sealing(
                SealedScan(digest: "ab", type: "image/png", size: 3, archive: "2026-1"), by: officer, on: Self.day)
        }
        let rule = DeliveryRule(
            code: "post", way: .post, note: Label("", ""), days: nil, source: Source(document: "民事诉讼法"))
        try act {
            try $0.serving(
                .post(receipt: "cd", tracking: "9"), begun: Self.day, served: Self.day, under: rule, by: officer,
                on: Self.day)
        }
        let line = try #require(try store.ledger.read { try $0.letterRegister(of: "tax", year: 2026) }.first?.letter)
        #expect(line.stage == .served && line.addressee == "乙公司" && line.archive == "2026-1")
        #expect(line.service?.way == .post && line.service?.day == Self.day)
        let positions = try store.ledger.read { try $0.positions(ofCase: "OBJ-L1") }
        #expect(positions == [1, 2, 3, 4])
        #expect(try store.verify().findings.isEmpty)
        #expect(try store.foundAfter("UPDATE letter SET number = 'x' WHERE id = 'L1'") == ["letter L1"])
        #expect(
            try store.foundAfter("DELETE FROM letter_step WHERE position = 3").contains { $0.hasPrefix("letter_step") })
    }

    @Test(arguments: EngineKind.allCases) func `a volume holds the steps of every kind of case`(_ kind: EngineKind)
        throws
    {
        let store = try TestStore(kind)
        try store.record([Story.received("b1"), Story.record("r1", batch: "b1")])
        let filed = try store.ledger.record(at: Instant(day: Self.day, hour: 10)) { reader in
            try ObjectionStoreTests.step(
                Objection.filing(
                    ObjectionStoreTests.filing("OBJ-1", of: "r1", in: reader), fields: []),
                ObjectionStoreTests.rules([ObjectionStoreTests.year(2026)]), on: Self.day, in: reader)
        }
        // The filing and its clocks; a case beside it is none of it.
        let found = try store.ledger.read { try $0.positions(ofCase: "OBJ-1") }
        #expect(Set(found).isSubset(of: Set(filed.positions)) && found.count >= 2)
        #expect(try store.ledger.read { try $0.positions(ofRecord: "r1") } == [2])
        #expect(try store.ledger.read { try $0.positions(ofCase: "OBJ-2") }.isEmpty)
    }
}
