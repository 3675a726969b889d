import Credit
import Foundation
import Proofs
import Store
import Testing

/// 案件文书随案件删除: what a letter says is gone with its case; its number stays in the register (R12).
@Suite struct ErasedLetterTests {
    static let day = LetterStory.day
    static let words = ["关于某某处罚的答复文稿", "答复正文里的名字丙丁戊", "卫信2026-机密-7", "收件人己庚辛"]

    /// Numbers 1 and 4 belong to another case, 2 and 3 to the case that goes; 2 was served, 3 is void.
    static func told(_ kind: EngineKind) throws -> TestStore {
        let store = try LetterStory.told(kind, records: 4, contested: [1, 2])
        try LetterStory.take("OBJ-2-L1", of: "OBJ-2", in: store)
        try LetterStory.take("OBJ-1-L1", of: "OBJ-1", to: words[3], in: store)
        try LetterStory.serve(
            "OBJ-1-L1", title: words[0], text: words[1], archive: words[2], files: ("d", "e"), in: store)
        try LetterStory.take("OBJ-1-L2", of: "OBJ-1", in: store)
        try LetterStory.act("OBJ-1-L2", in: store) {
            try $0.voiding(reason: words[1], by: LetterStory.officer, on: day)
        }
        try LetterStory.take("OBJ-2-L2", of: "OBJ-2", in: store)
        return store
    }

    @Test(arguments: EngineKind.allCases)
    func `依法删除信息的，其案件文书一并删除，只在登记簿留存字号`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        // The receipt of another case that is in the folder once and named twice stays.
        try LetterStory.serve(
            "OBJ-2-L2", title: "t", text: "x", archive: "2", files: ("f", "e"), in: store)
        let before = try LetterStory.register(store)
        let erasure = try ErasureStory.erase("p1", in: store)
        #expect(erasure.letters.map(\.number.sequence) == [2, 3])
        let lines = try LetterStory.register(store)
        #expect(lines.map(\.number) == before.map(\.number) && lines.map(\.number.sequence) == [1, 2, 3, 4])
        #expect(lines[0] == before[0] && lines[3] == before[3])
        for line in lines[1...2] {
            guard case .erased(let number, let day) = line else { return #expect(Bool(false), "\(line)") }
            #expect(day == ErasureStory.day && number.text == "卫信用办〔2026〕\(number.sequence)号")
        }
        #expect(try store.ledger.read { try $0.letter("OBJ-1-L1") == nil })
        #expect(try store.ledger.read { try $0.letters(of: "OBJ-1") }.isEmpty)
        #expect(try store.ledger.read { try $0.positions(ofCase: "OBJ-1") } == [])
        let isFiled = try store.ledger.read {
            try $0.isArchived(Self.words[2], of: LetterStory.organ, except: "other")
        }
        #expect(!isFiled)
        #expect(try store.ledger.read { try $0.letterYears(of: LetterStory.organ) } == [2026])
        var removed: [String] = []
        try store.ledger.finishErasures { removed.append($0) }
        let evidence = removed.filter { $0.hasPrefix("evidence/") }
        #expect(evidence == ["evidence/" + LetterStory.digest("d")])
        for word in Self.words {
            #expect(try ErasureStory.files(holding: word, in: store) == [], "\(word)")
        }
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `已删文书的字号不得再用，登记簿仍从其后连续编号`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        try ErasureStory.erase("p1", in: store)
        try ErasureStory.erase("p2", in: store)
        for sequence in [1, 2, 4, 6] {
            let numbering = try LetterStory.numbering("L\(sequence)", of: "OBJ-3", LetterStory.number(sequence))
            #expect(throws: StoreProblem.self) { try store.record([.letter(.numbered(numbering))]) }
        }
        #expect(try LetterStory.take("OBJ-3-L1", of: "OBJ-3", in: store).sequence == 5)
        #expect(try LetterStory.take("OBJ-4-L1", of: "OBJ-4", in: store).sequence == 6)
        #expect(try LetterStory.register(store).map(\.number.sequence) == [1, 2, 3, 4, 5, 6])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `删除后继续发文的，重放日志得到同一登记簿`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        try ErasureStory.erase("p1", in: store)
        try LetterStory.take("OBJ-2-L3", of: "OBJ-2", in: store)
        try LetterStory.contest("p3", as: "OBJ-3", in: store)
        try LetterStory.take("OBJ-3-L1", of: "OBJ-3", in: store)
        // The last of the register goes, then the first.
        try ErasureStory.erase("p3", in: store)
        try LetterStory.take("OBJ-4-L1", of: "OBJ-4", in: store)
        try ErasureStory.erase("p2", in: store)
        try LetterStory.take("OBJ-4-L2", of: "OBJ-4", in: store)
        let path = store.folder.appendingPathComponent("replayed").path
        let scratch = try kind.scratch(path)
        #expect(try store.ledger.verify(into: scratch).findings == [])
        let replayed = try TestStore.ledger(scratch, in: store.folder)
        let lines = try LetterStory.register(store)
        #expect(lines.map(\.number.sequence) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(lines.compactMap(\.letter?.id) == ["OBJ-4-L1", "OBJ-4-L2"])
        #expect(try replayed.read { try $0.letterRegister(of: LetterStory.organ, year: 2026) } == lines)
        #expect(
            try replayed.read { try $0.lettersTaken(LetterStory.organ, series: LetterStory.series.code, year: 2026) }
                == 8)
        try scratch.close()
        // What stays of a letter is compared too.
        #expect(
            try store.foundAfter("DELETE FROM erased_letter WHERE sequence = 6").first?.hasPrefix("erased_letter")
                == true)
    }

    @Test(arguments: EngineKind.allCases)
    func `未经依法删除而清空文书的，登记簿的空号不被认可`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let steps = try store.ledger.read { try #require(try $0.letter("OBJ-1-L2")).steps.map(\.position) }
        let next = try store.ledger.read { try #require(try $0.letter("OBJ-2-L2")).firstPosition }
        let found = try store.foundAfter(
            """
            UPDATE entry SET salt = NULL, body = NULL WHERE position IN (\(steps.map(String.init).joined(separator: ",")));
            DELETE FROM letter_step WHERE letter = 'OBJ-1-L2';
            DELETE FROM letter WHERE id = 'OBJ-1-L2';
            """)
        for place in steps + [next] { #expect(found.contains("entry \(place)"), "\(place) in \(found)") }
    }

    @Test(arguments: EngineKind.allCases)
    func `删除文书而不留其字号，或者留存并无其文书的字号的，不得入日志`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let size = try store.ledger.read { try $0.treeSize() }
        func erase(_ change: ([ErasedLetter], [Int]) -> ([ErasedLetter], [Int])) throws {
            try store.ledger.record(at: Instant(day: Self.day, hour: 14)) { (reader: Reader) throws -> [Event] in
                let people = try reader.people()
                let found = try reader.erasable("p1", among: people, on: Self.day)
                let (letters, positions) = change(found.letters, found.positions)
                let altered = ErasableRecord(
                    id: found.id, kind: found.kind, department: found.department, holder: found.holder,
                    positions: positions, letters: letters, wasPublic: true, names: [], holds: [])
                return [
                    .erasure(
                        try altered.erase(
                            id: "E", ground: .order, paper: ErasureStory.paper, reason: "r",
                            by: ErasureStory.officer("b1"), and: ErasureStory.officer("b2"), among: people, on: Self.day
                        ))
                ]
            }
        }
        let taken = try store.ledger.read { try #require(try $0.letter("OBJ-1-L1")).steps.map(\.position) }
        #expect(throws: StoreProblem.self) { try erase { letters, positions in ([letters[0]], positions) } }
        #expect(throws: StoreProblem.self) {
            try erase { ($0 + [ErasedLetter(number: LetterStory.number(5), place: $1[0])], $1) }
        }
        #expect(throws: StoreProblem.self) {
            try erase { ([ErasedLetter(number: LetterStory.number(5), place: $0[0].place), $0[1]], $1) }
        }
        // Its last step stays behind.
        #expect(throws: StoreProblem.self) { try erase { letters, all in (letters, all.filter { $0 != taken.last }) } }
        // A letter of another case cannot go with it.
        let other = try store.ledger.read { try #require(try $0.letter("OBJ-2-L1")) }
        #expect(throws: StoreProblem.self) {
            try erase { letters, positions in
                (
                    letters + [ErasedLetter(number: other.letter.numbering.number, place: other.firstPosition)],
                    positions + other.steps.map(\.position)
                )
            }
        }
        #expect(try store.ledger.read { try $0.treeSize() } == size)
        #expect(try LetterStory.register(store).allSatisfy { $0.letter != nil })
        try erase { ($0, $1) }
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `本单位录入、更正的文书随记录删除，经办人授权材料仍在用的不删`(kind: EngineKind) throws {
        let store = try LetterStory.told(kind, records: 1, contested: [])
        try store.record(
            [
                .desk(
                    .revised(
                        RecordRevision(
                            id: "REV-1", record: "p1", version: 2, change: .withdrawal(.wrongContent), reason: "r",
                            by: ErasureStory.officer("b1"))))
            ])
        try store.ledger.record(at: Instant(day: Self.day, hour: 12)) { reader in
            [
                .people(
                    try reader.people().bind(
                        agent: "g1", person: "钱经办", code: "91640500MA7T033465", paper: LetterStory.digest("a"),
                        until: Self.day + 9, by: ErasureStory.officer("b1"), on: Self.day))
            ]
        }
        try LetterStory.take("REV-1-L1", of: "REV-1", in: store)
        try LetterStory.serve("REV-1-L1", title: "t", text: "x", archive: "1", files: ("d", "a"), in: store)
        // A row filled in by form is a batch and a case of its own.
        try LetterStory.take("b1-L1", of: "b1", to: "单条录入的公司", in: store)
        // One of many rows is not all that its batch is about.
        try store.record(
            [Story.received("b2"), Story.record("r1", batch: "b2"), Story.record("r2", batch: "b2")]
                + [Story.completed("b2", accepted: 2)])
        try LetterStory.take("b2-L1", of: "b2", in: store)
        #expect(try ErasureStory.erase("r1", in: store).letters == [])
        let erasure = try ErasureStory.erase("p1", in: store)
        #expect(erasure.letters.map(\.number.sequence) == [1, 2] && erasure.positions.count == 7)
        let known = Set(["a", "d", "9"].map { LetterStory.digest($0) })
        #expect(try store.ledger.read { try $0.unnamed(among: known) } == Set(known.filter { !$0.hasPrefix("a") }))
        var removed: [String] = []
        try store.ledger.finishErasures { removed.append($0) }
        #expect(try ErasureStory.files(holding: "单条录入的公司", in: store) == [])
        #expect(
            removed.filter { $0.hasPrefix("evidence/") }
                == ["c", "d"].map { "evidence/" + LetterStory.digest($0) })
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases, [3 as UInt64, 11, 2026])
    func `replaying the log equals the tables and keeps every register whole, whatever is erased between letters`(
        kind: EngineKind, seed: UInt64
    ) throws {
        var chance = ErasurePropertyTests.Chance(seed)
        let store = try LetterStory.told(kind, records: 9, contested: Array(1...8))
        var open = Set(1...8)
        var taken = 0
        for step in 0..<50 {
            let record = chance.below(8) + 1
            if chance.below(6) == 0, open.count > 1, open.remove(record) != nil {
                try ErasureStory.erase("p\(record)", in: store)
            } else if open.contains(record) {
                try LetterStory.take("L\(step)", of: "OBJ-\(record)", in: store)
                taken += 1
            }
            if step % 25 == 24 { #expect(try store.verify().findings == [], "seed \(seed), step \(step)") }
        }
        #expect(open.count < 8 && taken > 5)
        #expect(try LetterStory.register(store).map(\.number.sequence) == Array(1..<taken + 1))
    }
}
