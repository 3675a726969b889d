import Credit
import Foundation
import Store
import Testing

/// Letters of cases about records, in the register of one organ.
enum LetterStory {
    static let day = TestStore.firstDay
    static let organ = "development-reform"
    static let officer = Officer(account: "a", name: "甲", organ: organ)
    static let series = LetterSeries(
        code: "general", title: Label("一般", "general"), pattern: "{word}〔{year}〕{number}号", words: [:],
        source: Source(document: "d"))
    static let rule = DeliveryRule(
        code: "electronic", way: .electronic, note: Label("", ""), days: nil, source: Source(document: "d"))

    static func digest(_ mark: Character) -> String { String(repeating: mark, count: 64) }

    /// Takes the next number of the register for a letter of a case.
    @discardableResult static func take(
        _ id: String, of caseID: String, to addressee: String = "乙公司", in store: TestStore, on day: Day = day
    ) throws -> LetterNumber {
        try store.ledger.record(at: Instant(day: day, hour: 13)) { reader in
            let number = series.number(
                of: organ, short: "卫信用办", year: 2026,
                after: try reader.lettersTaken(organ, series: series.code, year: 2026))
            let event = LetterEvent.numbered(try numbering(id, of: caseID, number, to: addressee, on: day))
            return (Change(events: [.letter(event)]), number)
        }.outcome
    }

    static func numbering(
        _ id: String, of caseID: String, _ number: LetterNumber, to addressee: String = "乙公司", on day: Day = day
    ) throws -> LetterNumbering {
        try LetterNumbering(
            id: id, caseID: caseID, occasion: .general, number: number, title: "通知书", addressee: addressee,
            by: officer, day: day)
    }

    static func number(_ sequence: Int) -> LetterNumber {
        LetterNumber(organ: organ, series: series.code, year: 2026, sequence: sequence, text: "x")
    }

    static func act(
        _ id: String, in store: TestStore, on day: Day = day, _ make: (Letter) throws -> LetterEvent
    ) throws {
        try store.ledger.record(at: Instant(day: day, hour: 13)) { reader in
            [.letter(try make(try #require(try reader.letter(id)).letter))]
        }
    }

    /// Draws a letter up, files its scan and serves it with receipt and consent.
    static func serve(
        _ id: String, title: String, text: String, archive: String, files: (scan: Character, proof: Character),
        in store: TestStore
    ) throws {
        let words = LetterText(
            title: Label(title, title), addressee: Label("乙公司", "B"), organ: Label("信用办", "Office"), chinese: [text],
            english: [])
        try act(id, in: store) { try $0.drawing(words, by: officer, on: day) }
        try act(id, in: store) {
            try $0.sealing(
                SealedScan(digest: digest(files.scan), type: "image/png", size: 3, archive: archive), by: officer,
                on: day)
        }
        try act(id, in: store) {
            try $0.serving(
                .electronic(receipt: digest(files.proof), consent: digest("c"), channel: "某某邮箱"), begun: day,
                served: day, under: rule, by: officer, on: day)
        }
    }

    /// A store with penalties of a company, and a closed objection to each of those named.
    static func told(_ kind: EngineKind, records: Int, contested: [Int]) throws -> TestStore {
        let store = try TestStore(kind)
        try ErasureStory.staff(store)
        try store.record(
            [Story.received("b1")] + (1...records).map { Story.record("p\($0)") }
                + [Story.completed("b1", accepted: records)])
        for number in contested { try contest("p\(number)", as: "OBJ-\(number)", in: store) }
        return store
    }

    static func contest(_ record: String, as id: String, in store: TestStore) throws {
        let rules = ObjectionStoreTests.rules([ObjectionStoreTests.year(2026)])
        try ObjectionStoreTests.file(store, rules, id, of: record, on: day)
        try ObjectionStoreTests.close(store, rules, id, on: day)
    }

    /// The register as a look at it shows it: the number, and the letter or nothing.
    static func register(_ store: TestStore) throws -> [RegisterLine] {
        try store.ledger.read { try $0.letterRegister(of: organ, year: 2026) }
    }
}
