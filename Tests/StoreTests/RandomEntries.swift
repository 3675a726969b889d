import Credit
import Proofs
import Store

/// Made-up records by chance: the same seed gives the same.
struct RandomEntries: RandomNumberGenerator {
    private var state: UInt64
    private(set) var traders = 0
    private(set) var ended = 0
    private(set) var withheld = 0

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

    /// Six batches of records, of which one is undone; some records come twice. All ids.
    mutating func tell(to store: TestStore, records: Int) throws -> [String] {
        var ids: [String] = []
        for batch in 0..<6 {
            let day = TestStore.firstDay + batch / 2
            var events = [Story.received("b\(batch)")]
            for _ in 0..<(records / 6) {
                let family: RecordFamily = [.permit, .penalty, .listing, .registry][below(4)]
                ids.append("id\(below(1_000_000))-\(ids.count)")
                events.append(.record(entry(ids[ids.count - 1], batch: "b\(batch)", family: family)))
            }
            try store.record(events, on: day)
            guard batch > 0 else { continue }
            var again: [Event] = []
            for id in Set((0..<20).map { _ in ids[below(ids.count)] }).sorted() {
                let held = try store.ledger.read { try $0.record(id, on: day) }
                guard let held, held.entry.family != .registry else { continue }
                again.append(
                    .record(
                        entry(
                            id, batch: "b\(batch)", family: held.entry.family, version: held.version + 1,
                            subject: held.entry.subject)))
            }
            try store.record(again, on: day)
        }
        try store.record([Story.undone("b4")], on: TestStore.firstDay + 4)
        return ids
    }

    /// A permit of a company that is published for long.
    mutating func standing(_ id: String, batch: String, day: Day, version: Int = 1) -> RecordEntry {
        make(
            id, batch: batch, family: .permit, version: version, subject: subject(trader: false), decided: day,
            period: .until(day + 900))
    }

    /// A record about which only its family is certain.
    mutating func entry(
        _ id: String, batch: String, family: RecordFamily, version: Int = 1, subject given: String? = nil
    ) -> RecordEntry {
        let decided: Day? = below(12) == 0 ? nil : TestStore.firstDay + -below(40)
        let period: Publication.Period
        switch below(5) {
        case 0:
            period = .until(TestStore.firstDay + below(5))
            ended += 1
        case 1:
            period = .none(.light)
            withheld += 1
        case 2: period = .until(TestStore.firstDay + 5)
        default: period = .until(.endless)
        }
        let isTrader = below(3) == 0
        if isTrader { traders += 1 }
        return make(
            id, batch: batch, family: family, version: version, subject: given ?? subject(trader: isTrader),
            decided: decided, period: period)
    }

    private mutating func subject(trader: Bool) -> String {
        let number = String(100_000 + below(900))
        if below(4) == 0 {
            return "reg:" + RegistrationNumber(completing: "640500" + (trader ? "6" : "1") + "0" + number)!.text
        }
        return CreditCode(completing: (trader ? "92" : "91") + "640500MA" + number)!.text
    }

    private mutating func make(
        _ id: String, batch: String, family: RecordFamily, version: Int, subject: String, decided: Day?,
        period: Publication.Period
    ) -> RecordEntry {
        RecordEntry(
            id: id, version: version, kind: "\(family)-\(1 + below(2))", family: family, batch: batch, line: 2,
            department: ["tax", "court", "market-regulation"][below(3)],
            key: Hex.encode(SHA256.digest(of: id).bytes[..<16]), subject: subject, subjectName: "某甲", formerNames: [],
            status: nil, decided: decided, received: TestStore.firstDay,
            timeliness: [.inTime, .late, .unknown, nil][below(4)],
            publication: Publication(
                period: period, grade: nil, gradeDerived: false, rule: nil, lastDayByRule: nil),
            fields: Array(#"{"内容":"\#(below(1_000_000))"}"#.utf8))
    }
}
