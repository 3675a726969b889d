import Credit
import Foundation
import Store
import Testing

/// Whatever was entered, entered again, undone and shortened before and after an erasure: the log without the erased
/// entries makes the tables that are there.
@Suite struct ErasurePropertyTests {
    @Test(arguments: EngineKind.allCases, [1 as UInt64, 7, 2026, 31])
    func `replaying the log equals the tables after any erasures`(kind: EngineKind, seed: UInt64) throws {
        var chance = Chance(seed)
        let store = try TestStore(kind)
        try ErasureStory.staff(store)
        var (versions, subjects): ([String: Int], [String: Int]) = ([:], [:])
        var (batches, undone): ([String], Set<String>) = ([], [])
        var (erased, refused) = (0, 0)
        for step in 0..<60 {
            let day = ErasureStory.day + step / 6
            switch chance.below(5) {
            case 0, 1, 2:
                let batch = "b\(batches.count)"
                batches.append(batch)
                var events = [Story.received(batch)]
                for _ in 0..<chance.below(8) {
                    let id = "r\(chance.below(25))"
                    if versions[id] == -1 { continue }
                    versions[id, default: 0] += 1
                    subjects[id] = subjects[id] ?? chance.below(6)
                    events.append(record(id, versions[id]!, batch, subjects[id]!, &chance))
                }
                try store.record(events + [Story.completed(batch, accepted: events.count - 1)], on: day)
            case 3:
                guard let batch = batches.filter({ !undone.contains($0) }).last else { continue }
                undone.insert(batch)
                try store.record([Story.undone(batch)], on: day)
                for id in versions.keys where versions[id] != -1 {
                    versions[id] = try store.ledger.read { try $0.versionMarks(of: id).map(\.number).max() }
                }
            default:
                let ids = versions.keys.filter { versions[$0] != -1 }.sorted()
                guard !ids.isEmpty else { continue }
                let id = ids[chance.below(ids.count)]
                do {
                    try ErasureStory.erase(id, in: store, on: day)
                    versions[id] = -1
                    erased += 1
                } catch ErasureProblem.held(.onlyProofOfTrade) {
                    refused += 1
                }
            }
            if step % 10 == 9 { #expect(try store.verify().findings == [], "seed \(seed), step \(step)") }
        }
        #expect(erased > 3)
        #expect(try store.verify().findings == [])
        print("seed \(seed): \(erased) erased, \(refused) kept as proof of trade")
    }

    private func record(
        _ id: String, _ version: Int, _ batch: String, _ subject: Int, _ chance: inout Chance
    ) -> Event {
        guard
            case .record(let entry) = Story.record(
                id, version: version, batch: batch, family: chance.below(3) == 0 ? .registry : .penalty,
                subject: "obj:site:工地\(subject)", name: chance.below(4) == 0 ? nil : "名\(chance.below(4))",
                former: chance.below(3) == 0 ? ["曾用名\(chance.below(3))"] : [], status: .active,
                text: "第\(chance.below(1_000))项")
        else { fatalError() }
        let trade = [PersonInTrade.soleTrader, .soleProprietorship, nil, nil, nil, nil][chance.below(6)]
        return .record(
            RecordEntry(
                id: entry.id, version: entry.version, kind: entry.kind, family: entry.family, batch: entry.batch,
                line: entry.line, department: entry.department, key: entry.key, subject: entry.subject,
                subjectName: entry.subjectName, formerNames: entry.formerNames, status: entry.status,
                decided: entry.decided, received: entry.received, timeliness: entry.timeliness,
                publication: entry.publication, fields: entry.fields, trade: trade))
    }

    /// A small source of numbers that always come in the same order.
    struct Chance {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
    }
}
