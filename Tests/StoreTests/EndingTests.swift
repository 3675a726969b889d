import Proofs
import Store
import Testing

@testable import Credit

/// What ends stays ended, and what rests on it ends with it: after objections, exits and batches handed in again or undone
/// (R5, R6).
@Suite struct EndingTests {
    static let day = TestStore.firstDay
    static let rules = ObjectionStoreTests.rules([ObjectionStoreTests.year(2026), ObjectionStoreTests.year(2027)])

    /// A store with a penalty p1 and an entry LST-1 that rests on it, published as e1, with two measures.
    static func listed(_ kind: EngineKind) throws -> (store: TestStore, entry: EntryStory) {
        let store = try TestStore(kind)
        try store.record([Story.received("b1"), Story.record("p1"), Story.record("p2"), Story.completed("b1")])
        let told = try EntryStory(id: "LST-1", records: ["p1"], end: .lastDay(day + 400))
        try store.record(told.events.map { .listing($0) })
        try store.record([
            try told.publish("e1", on: day), Story.record("e1", batch: "LST-1", family: .listing, until: day + 400),
            try told.effect("EFF-1", .validity, on: day), try told.effect("EFF-2", .publication, on: day),
        ])
        return (store, told)
    }

    /// An objection to a record, decided as said; the corrected version is entered in the same transaction.
    static func decide(
        _ store: TestStore, _ id: String, of record: String, _ correction: ObjectionDecision.Correction,
        ground: ObjectionGround = .wrongContent, text: String? = nil, on day: Day
    ) throws {
        let (officer, other) = (ObjectionStoreTests.officer, ObjectionStoreTests.other)
        let asked = Officer(account: "s", name: "丙", organ: "market-regulation")
        let decision = ObjectionDecision(outcome: .upheld, reasons: "r", remedy: "m", correction: correction)
        try ObjectionStoreTests.file(store, rules, id, of: record, ground: ground, on: day)
        for make: (Objection) throws -> ObjectionEvent in [
            { try $0.accepting(by: officer) }, { try $0.routing(question: "q", by: officer) },
            { try $0.answering(ProviderAnswer(finding: .wrong, words: "w", evidence: [], by: asked)) },
            { try $0.proposing(decision, by: officer, handedIn: [], providerIsOver: false) },
        ] { try ObjectionStoreTests.act(store, rules, on: day, make, in: id) }
        try store.ledger.record(at: Instant(day: day, hour: 11)) { reader in
            let objection = try #require(try reader.objection(id)?.objection)
            let held = try #require(try reader.record(record, on: day)).entry
            let next = held.asVersion(try reader.nextVersion(of: record), of: record)
            let entered: RecordEntry
            switch correction {
            case .withdrawal: entered = ground.isOfHandling ? next.withheld : next.withdrawn
            case .end(let last): entered = next.ended(on: last)
            case .fields: entered = next.saying(text ?? "")
            }
            return try ObjectionStoreTests.step(
                objection.deciding(by: other, handedIn: []), rules, on: day, in: reader) + [.record(entered)]
        }
    }

    static func live(_ store: TestStore, on day: Day) throws -> [String] {
        try store.ledger.read { try $0.liveEffects(on: day) }
    }

    static func isPublished(_ store: TestStore, _ record: String, on day: Day) throws -> Bool {
        try store.ledger.read { reader in
            let shown = try SubjectFiles(rules: rules).record(record, on: day, in: reader)
            return shown?.publication.isPublished(on: day) ?? false
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `异议撤回的记录，不再承载名单条目和措施，条目的公示同时终止`(kind: EngineKind) throws {
        let (store, told) = try Self.listed(kind)
        let day = Self.day
        func bases(on day: Day) throws -> ListingBases {
            try store.ledger.read {
                try $0.bases(of: told.listing.candidate.opening, publishedAs: "e1", on: day, adverse: []) { $0 == "p2" }
            }
        }
        #expect(try Self.live(store, on: day) == ["EFF-1", "EFF-2"] && bases(on: day).fallen.isEmpty)
        try Self.decide(store, "OBJ-1", of: "p1", .withdrawal, on: day + 3)
        #expect(try Self.live(store, on: day + 3) == [])
        #expect(try Self.live(store, on: day + 2) == ["EFF-1", "EFF-2"])
        #expect(try !Self.isPublished(store, "e1", on: day + 3))
        #expect(try bases(on: day + 3).fallen == ["p1"])
        let waiting = try store.ledger.read { try $0.listingsOnFallenBases(of: "market-regulation", on: day + 3) }
        #expect(waiting == ["LST-1"])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `异议撤回的记录，再次报送或者撤销批次均不恢复`(kind: EngineKind) throws {
        let (store, _) = try Self.listed(kind)
        let day = Self.day
        // A later batch said something else; withdrawn is what that batch said, so undoing it would bring back the first.
        try store.record([
            Story.received("b2"), Story.record("p1", version: 2, batch: "b2", text: "罚款"), Story.completed("b2"),
        ])
        try Self.decide(store, "OBJ-1", of: "p1", .withdrawal, on: day + 3)
        func check(_ day: Day) throws {
            #expect(try !Self.isPublished(store, "p1", on: day) && !Self.isPublished(store, "e1", on: day))
            #expect(try Self.live(store, on: day) == [])
            let held = try store.ledger.read { try $0.record("p1", on: day) }
            #expect(held?.isWithdrawn ?? true)
        }
        try store.record([Story.undone("b2")], on: day + 4)
        try check(day + 4)
        try store.record(
            [
                Story.received("b3"), Story.record("p1", version: 5, batch: "b3"),
                Story.record("e1", version: 2, batch: "b3", family: .listing, until: day + 400), Story.completed("b3"),
            ], on: day + 5)
        try check(day + 5)
        try store.record([Story.undone("b3")], on: day + 6)
        try check(day + 6)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases, [ObjectionGround.notPublic, .alreadyEnded, .other])
    func `因处理问题撤回决定公示的，决定仍然有效，依附其效力的条目和措施不终止`(kind: EngineKind, ground: ObjectionGround) throws {
        let (store, told) = try Self.listed(kind)
        let day = Self.day
        try Self.decide(store, "OBJ-1", of: "p1", .withdrawal, ground: ground, on: day + 2)
        func check(_ day: Day) throws {
            #expect(try !Self.isPublished(store, "p1", on: day) && Self.isPublished(store, "e1", on: day))
            #expect(try Self.live(store, on: day) == ["EFF-1", "EFF-2"])
            let fallen = try store.ledger.read {
                try $0.bases(of: told.listing.candidate.opening, publishedAs: "e1", on: day, adverse: []) { _ in false }
            }.fallen
            #expect(fallen == [])
            #expect(try store.ledger.read { try $0.listingsOnFallenBases(of: "market-regulation", on: day) } == [])
            let held = try #require(try store.ledger.read { try $0.record("p1", on: day) })
            #expect(!held.isWithdrawn && held.entry.publication.period == .none(.withheld))
            #expect(try store.ledger.read { try $0.isEndedByDecision(held.entry, on: day) })
        }
        try check(day + 2)
        // Handed in again it stays from the public, and as valid as before (R6).
        try store.record(
            [Story.received("b3"), Story.record("p1", version: 3, batch: "b3"), Story.completed("b3")], on: day + 3)
        try check(day + 3)
        try store.record([Story.undone("b3")], on: day + 4)
        try check(day + 4)
        #expect(try store.verify().findings == [])
        // Whoever answers for the decision takes it back altogether: then what rests on it falls.
        let held = try #require(try store.ledger.read { try $0.record("p1", on: day + 5) }).entry
        let next = try store.ledger.read { try $0.nextVersion(of: "p1") }
        try store.record([.record(held.asVersion(next, of: "p1").withdrawn)], on: day + 5)
        #expect(try Self.live(store, on: day + 5) == [] && !Self.isPublished(store, "e1", on: day + 5))
        // And no later decision on its handling gives it back.
        try store.record([.record(held.asVersion(next + 1, of: "p1").withheld)], on: day + 6)
        #expect(try store.ledger.read { try $0.record("p1", on: day + 6) }?.isWithdrawn == true)
        #expect(try Self.live(store, on: day + 6) == [])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases, [ObjectionGround.notPublic, .alreadyEnded, .other])
    func `因处理问题撤回条目公示的，只终止依附其公示的措施，其他单位依附其效力的措施不终止`(
        kind: EngineKind, ground: ObjectionGround
    ) throws {
        let (store, _) = try Self.listed(kind)
        let day = Self.day
        try Self.decide(store, "OBJ-1", of: "e1", .withdrawal, ground: ground, on: day + 2)
        #expect(try !Self.isPublished(store, "e1", on: day + 2))
        #expect(try Self.live(store, on: day + 2) == ["EFF-1"])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `移出的条目，再次报送或者撤销批次均不恢复公示`(kind: EngineKind) throws {
        let (store, told) = try Self.listed(kind)
        let day = Self.day
        try store.record([try told.leave(on: day + 2)], on: day + 2)
        #expect(try Self.isPublished(store, "p1", on: day + 2) && !Self.isPublished(store, "e1", on: day + 2))
        try store.record(
            [
                Story.received("b2"), Story.record("e1", version: 2, batch: "b2", family: .listing, text: "旧"),
                Story.completed("b2"),
            ], on: day + 3)
        #expect(try !Self.isPublished(store, "e1", on: day + 3))
        try store.record([Story.undone("b2")], on: day + 4)
        #expect(try !Self.isPublished(store, "e1", on: day + 4) && Self.live(store, on: day + 4) == [])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `异议终止公示的，再次报送不恢复，依附其公示的措施也不恢复`(kind: EngineKind) throws {
        let (store, _) = try Self.listed(kind)
        let day = Self.day
        try Self.decide(store, "OBJ-1", of: "e1", .end(lastDay: day + 1), ground: .alreadyEnded, on: day + 2)
        #expect(try !Self.isPublished(store, "e1", on: day + 2) && Self.live(store, on: day + 2) == ["EFF-1"])
        try store.record(
            [
                Story.received("b2"), Story.record("e1", version: 3, batch: "b2", family: .listing, text: "旧"),
                Story.completed("b2"),
            ], on: day + 3)
        #expect(try !Self.isPublished(store, "e1", on: day + 3) && Self.live(store, on: day + 3) == ["EFF-1"])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `已决更正的内容，撤销批次不得恢复更正前的版本`(kind: EngineKind) throws {
        let (store, _) = try Self.listed(kind)
        let day = Self.day
        try store.record([
            Story.received("b2"), Story.record("p2", version: 2, batch: "b2", text: "罚款一万"), Story.completed("b2"),
        ])
        let claim = ObjectionFiling.Claim(field: "内容", says: "罚款一千")
        try Self.decide(store, "OBJ-1", of: "p2", .fields([claim]), text: "罚款一千", on: day + 1)
        func contradicted(_ text: String) throws -> String? {
            try store.ledger.read {
                try $0.contradicted(by: Array(#"{"内容":"\#(text)"}"#.utf8), in: "p2")?.decided.objection
            }
        }
        #expect(try contradicted("罚款一万") == "OBJ-1" && contradicted("罚款一千") == nil)
        func text(_ day: Day) throws -> String? {
            try store.ledger.read { try $0.record("p2", on: day) }.map {
                String(decoding: $0.entry.fields, as: UTF8.self)
            }
        }
        #expect(try text(day + 1) == #"{"内容":"罚款一千"}"#)
        // A later row that agrees is taken, and undoing it gives the corrected version back, not an older one.
        try store.record(
            [
                Story.received("b3"), Story.record("p2", version: 4, batch: "b3", text: "罚款一千"),
                Story.completed("b3"),
            ], on: day + 2)
        try store.record([Story.undone("b3")], on: day + 3)
        #expect(try text(day + 3) == #"{"内容":"罚款一千"}"#)
        try store.record([Story.undone("b2")], on: day + 4)
        #expect(try text(day + 4) == nil)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `撤销批次使措施失去依据的，再次报送不恢复措施`(kind: EngineKind) throws {
        let (store, _) = try Self.listed(kind)
        let day = Self.day
        try store.record([Story.undone("b1")], on: day + 1)
        #expect(try Self.live(store, on: day + 1) == [] && !Self.isPublished(store, "e1", on: day + 1))
        try store.record(
            [Story.received("b2"), Story.record("p1", version: 2, batch: "b2"), Story.completed("b2")], on: day + 2)
        #expect(try Self.isPublished(store, "p1", on: day + 2))
        #expect(try Self.live(store, on: day + 2) == [] && !Self.isPublished(store, "e1", on: day + 2))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `红黑名单交叉比对：在效的不良信息和在列的失信名单都算，已终止、已移出的不算`(kind: EngineKind) throws {
        let (store, told) = try Self.listed(kind)
        let day = Self.day
        func adverse(on day: Day, isAdverse: Bool = true) throws -> [String] {
            try store.ledger.read {
                try $0.adverse(
                    of: "reg:640500100000016", on: day, isAdverseList: { $0 == "trial" && isAdverse },
                    isAdverseRecord: { $0.family.isAdverse })
            }.sorted()
        }
        #expect(try adverse(on: day) == ["LST-1", "e1", "p1", "p2"])
        #expect(try adverse(on: day, isAdverse: false) == ["e1", "p1", "p2"])
        try store.record([try told.leave(on: day + 1)], on: day + 1)
        try Self.decide(store, "OBJ-1", of: "p1", .withdrawal, on: day + 2)
        #expect(try adverse(on: day + 2) == ["p2"] && adverse(on: day) == ["LST-1", "e1", "p1", "p2"])
    }

    @Test(arguments: EngineKind.allCases)
    func `answer periods that somebody wrote into the file are refused`(kind: EngineKind) throws {
        for count in ["0", "-3", "3651", "9223372036854775807"] {
            let (store, _) = try Self.listed(kind)
            try store.tamper("UPDATE listing SET answer_count = \(count);")
            #expect(throws: StoreProblem.self, "\(count)") {
                try store.ledger.read { try $0.openListings(of: "market-regulation") }
            }
        }
    }
}

extension RecordEntry {
    /// The same entry with another text.
    fileprivate func saying(_ text: String) -> RecordEntry {
        RecordEntry(
            id: id, version: version, kind: kind, family: family, batch: batch, line: line, department: department,
            key: key, subject: subject, subjectName: subjectName, formerNames: formerNames, status: status,
            decided: decided, received: received, timeliness: timeliness, publication: publication,
            fields: Array(#"{"内容":"\#(text)"}"#.utf8))
    }
}
