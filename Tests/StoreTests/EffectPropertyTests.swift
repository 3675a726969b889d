import Proofs
import Store
import Testing

@testable import Credit

/// After any random sequence of acts no live effect stands on a base that is dead in the way it rests on, and nothing that
/// rests on validity fell with a mere publication (R5). A model beside the store keeps what happened, and nothing else.
@Suite struct EffectPropertyTests {
    struct Model {
        var day = TestStore.firstDay
        var heldRecords: [String: Day] = [:]
        /// Undone with their batch, or withdrawn after an objection.
        var gone: Set<String> = []
        /// Newest version of each that was withdrawn.
        var withdrawn: [String: Int] = [:]
        var entries: [String: (story: EntryStory, base: String?, record: String?, publishedUntil: Day, left: Bool)] =
            [:]
        var effects: [String: (edge: EffectEdge, until: Day?, lifted: Bool)] = [:]
        var edges: [EffectEdge] = []

        /// How everything stands by itself today.
        var standings: [String: EffectGraph.Standing] {
            var standings: [String: EffectGraph.Standing] = [:]
            for (id, until) in heldRecords {
                standings[id] = .init(isValid: !gone.contains(id), isPublished: day <= until)
            }
            for (id, entry) in entries {
                let isOver = entry.story.listing.standing?.end.isOver(on: day) ?? true
                standings[id] = .init(
                    isValid: !entry.left && !isOver, isPublished: entry.record != nil && day <= entry.publishedUntil)
            }
            for (id, effect) in effects {
                standings[id] = .init(
                    isValid: !effect.lifted && effect.until.map { day <= $0 } ?? true, isPublished: false)
            }
            return standings
        }

        /// A record is gone, and with it the publication of the entries that rest on it.
        mutating func lose(_ record: String) {
            gone.insert(record)
            for (id, entry) in entries where entry.base == record {
                entries[id]?.publishedUntil = min(entry.publishedUntil, day + -1)
            }
        }
    }

    @Test(arguments: EngineKind.allCases, [7 as UInt64, 2026])
    func `after ten thousand acts no live effect stands on a dead base`(kind: EngineKind, seed: UInt64) throws {
        let store = try TestStore(kind)
        var (chance, model) = (RandomEntries(seed), Model())
        var (acts, seen, fell, gone) = (0, 0, 0, 0)
        while acts < 5_000 {
            var events: [Event] = []
            for _ in 0..<50 {
                events += try act(&model, &chance, number: acts)
                acts += 1
            }
            try store.record(events, on: model.day)
            let graph = EffectGraph(edges: model.edges, standings: model.standings)
            let expected = model.effects.keys.filter { graph.isLive($0) }.sorted()
            let found = try store.ledger.read { try $0.liveEffects(on: model.day) }
            #expect(found == expected)
            for id in found {
                guard let effect = model.effects[id], let entry = model.entries[effect.edge.base] else { continue }
                let isPublished = entry.record != nil && model.day <= entry.publishedUntil
                #expect(!entry.left && (effect.edge.footing == .validity || isPublished))
            }
            for (id, effect) in model.effects where !found.contains(id) {
                // What fell did so for a reason that its own way of resting names.
                fell += effect.edge.footing == .validity ? 1 : 0
            }
            gone = model.gone.count
            seen += found.count
            if chance.next() % 2 == 0 { model.day = model.day + 1 }
        }
        #expect(seen > 500 && fell > 500 && gone > 50)
        if let base = model.entries.keys.min() {
            let graph = EffectGraph(edges: model.edges, standings: model.standings)
            let resting = try store.ledger.read { try $0.resting(on: base) }
            #expect(resting == graph.restingOn(base).sorted())
        }
        #expect(try store.verify().findings == [])
    }

    /// One act by chance; the events it makes.
    private func act(_ model: inout Model, _ chance: inout RandomEntries, number: Int) throws -> [Event] {
        func pick(_ ids: some Collection<String>) -> String? { ids.sorted().randomElement(using: &chance) }
        let day = model.day
        switch Int.random(in: 0..<11, using: &chance) {
        case 0:
            let (id, batch) = ("r\(number)", "b\(number)")
            model.heldRecords[id] = day + Int.random(in: 2...60, using: &chance)
            return [
                Story.received(batch), Story.record(id, batch: batch, until: model.heldRecords[id]),
                Story.completed(batch),
            ]
        case 1, 2:
            let id = "LST-\(number)"
            let base = Bool.random(using: &chance) ? pick(model.heldRecords.keys) : nil
            let end = ListingEnd.lastDay(day + Int.random(in: 5...90, using: &chance))
            let story = try EntryStory(id: id, records: base.map { [$0] } ?? [], end: end, on: day)
            model.entries[id] = (story, base, nil, end.certainUntil, false)
            if let base { model.edges.append(EffectEdge(node: id, base: base, footing: .validity)) }
            return story.events.map { .listing($0) }
        case 3:
            // What rests on a record that is gone is not published any more; the decision refuses it.
            guard
                let id = pick(
                    model.entries.filter { !$1.left && $1.record == nil && !model.gone.contains($1.base ?? "") }.keys),
                let entry = model.entries[id], entry.story.listing.standing?.stands(on: day) ?? false
            else { return [] }
            model.entries[id]?.record = "p-\(id)"
            return [
                try entry.story.publish("p-\(id)", on: day),
                Story.record("p-\(id)", batch: id, family: .listing, until: entry.publishedUntil),
            ]
        case 4, 5, 6:
            guard let id = pick(model.entries.filter { !$1.left }.keys), let entry = model.entries[id],
                entry.story.listing.standing?.stands(on: day) ?? false
            else { return [] }
            let footing: EffectEdge.Footing = Bool.random(using: &chance) ? .validity : .publication
            let until = Bool.random(using: &chance) ? nil : min(day + 20, try entry.story.standing().end.certainUntil)
            let event = try entry.story.effect("EFF-\(number)", footing, until: until, on: day)
            let edge = EffectEdge(node: "EFF-\(number)", base: id, footing: footing)
            model.effects["EFF-\(number)"] = (edge, until, false)
            model.edges.append(edge)
            return [event]
        case 7:
            // 移出: rare enough that many stand.
            guard number % 3 == 0, let id = pick(model.entries.filter { !$1.left }.keys),
                let entry = model.entries[id]
            else { return [] }
            model.entries[id]?.left = true
            return [try entry.story.leave(on: day)]
        case 8:
            // 终止公示 of an entry or of a penalty, and nothing else.
            guard let id = pick(model.entries.filter { $1.record != nil && $1.publishedUntil >= day }.keys),
                let record = model.entries[id]?.record
            else { return [] }
            model.entries[id]?.publishedUntil = day + -1
            return [Story.record(record, version: 2, batch: id, family: .listing, until: day + -1)]
        case 9:
            // 撤回 after an objection, and now and then the same row handed in again.
            if number % 3 == 0, let id = pick(model.gone), model.withdrawn[id] != nil {
                model.withdrawn[id, default: 2] += 1
                return [Story.record(id, version: model.withdrawn[id]!, batch: "again", until: day + 60)]
            }
            guard let id = pick(model.heldRecords.keys.filter { !model.gone.contains($0) }), number % 2 == 0 else {
                return []
            }
            model.lose(id)
            model.withdrawn[id] = 2
            guard case .record(let entry) = Story.record(id, version: 2, batch: "b" + id.dropFirst()) else { return [] }
            return [.record(entry.withdrawn)]
        default:
            guard number % 4 == 0 else {
                guard let id = pick(model.effects.filter { !$1.lifted }.keys), number % 5 == 0 else { return [] }
                model.effects[id]?.lifted = true
                return [.effect(EffectEvent(id, day, EntryStory.handler, .lifted(reason: "解除")))]
            }
            guard let id = pick(model.heldRecords.keys.filter { !model.gone.contains($0) }) else { return [] }
            model.lose(id)
            return [Story.undone("b" + id.dropFirst())]
        }
    }
}
