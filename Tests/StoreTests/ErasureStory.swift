import Credit
import Foundation
import Store
import Testing

/// Stores in which records are erased.
enum ErasureStory {
    static let day = TestStore.firstDay
    static let paper = OrderPaper(organ: "中卫市中级人民法院", number: "（2026）宁05行终1号", date: day, basis: "判决主文第二项")!

    /// Three officers of the market regulation: one handles, one decides, one administers.
    static func staff(_ store: TestStore, on day: Day = day) throws {
        try store.ledger.record(at: Instant(day: day, hour: 8)) { (reader: Reader) throws -> [Event] in
            var people = try reader.people()
            var events: [PeopleEvent] = []
            func take(_ event: PeopleEvent) {
                people.apply(event)
                events.append(event)
            }
            try people.first(
                account: "a1", signIn: "an.li", person: "安丽", organisation: "market-regulation", name: "市场监管局",
                level: .city, codes: [], on: day
            ).forEach(take)
            for (account, duty) in [("b1", Duty.handle), ("b2", .decide)] {
                take(
                    try people.open(
                        account: account, signIn: "\(account).name", person: "某\(account)",
                        organisation: "market-regulation", by: "a1", on: day))
                take(try people.grant(duty, to: account, from: day, by: "a1", on: day))
            }
            return events.map { .people($0) }
        }
    }

    static func officer(_ account: String) -> Officer {
        Officer(account: account, name: "某\(account)", organ: "market-regulation")
    }

    @discardableResult static func erase(
        _ record: String, in store: TestStore, by first: String = "b1", and second: String = "b2",
        reason: String = "依生效判决", paper: OrderPaper = paper, on day: Day = day
    ) throws -> Erasure {
        try store.ledger.record(at: Instant(day: day, hour: 12)) { (reader: Reader) throws -> (Change, Erasure) in
            let people = try reader.people()
            let erasure = try reader.erasable(record, among: people, on: day).erase(
                id: "E-\(record)", ground: .order, paper: paper, reason: reason, by: officer(first),
                and: officer(second), among: people, on: day)
            return (Change(events: [.erasure(erasure)]), erasure)
        }.outcome
    }

    /// In which files of the store these bytes lie.
    static func files(holding text: String, in store: TestStore) throws -> [String] {
        let bytes = Data(text.utf8)
        return try FileManager.default.contentsOfDirectory(atPath: store.folder.path).sorted().filter {
            try Data(contentsOf: store.folder.appendingPathComponent($0)).range(of: bytes) != nil
        }
    }
}
