import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

@Suite struct ListsTests {
    static let today = TestStore.firstDay + 5
    static let files = SubjectFiles(
        rules: Rules(code: "t", name: Label("试", "trial"), version: "1", digest: "", region: "640500"))

    /// Every record that a list must have, worked out one by one from what the store holds.
    static func expected(_ question: RecordQuestion, ids: [String], in reader: Reader) throws -> [RecordPlace] {
        try ids.compactMap { id -> RecordPlace? in
            guard let entry = try reader.record(id, on: today)?.entry else { return nil }
            let isTrader = SubjectKey(text: entry.subject)?.isSoleTrader ?? false
            let day = entry.decided ?? entry.received
            guard entry.family == question.family.family, entry.publication.isPublished(on: today),
                !isTrader, question.kind.map({ $0 == entry.kind }) ?? true,
                question.department.map({ $0 == entry.department }) ?? true,
                question.decidedFrom.map({ $0 <= day }) ?? true, question.decidedUntil.map({ day <= $0 }) ?? true,
                question.timeliness.map({ $0 == entry.timeliness }) ?? true
            else { return nil }
            return RecordPlace(day: day, id: id)
        }.sorted()
    }

    /// All pages of a list, one after the other.
    static func pages(_ question: RecordQuestion, in reader: Reader) throws -> [[ListedRecord]] {
        var question = question
        var pages: [[ListedRecord]] = []
        repeat {
            let list = try files.list(question, on: today, in: reader)
            #expect(list.rows.count <= question.limit)
            pages.append(list.rows)
            question.after = list.next
        } while question.after != nil && pages.count < 2_000
        return pages
    }

    @Test(arguments: EngineKind.allCases, [1 as UInt64, 7, 2026])
    func `the pages of a list are together what is published, each once and in order`(
        kind: EngineKind, seed: UInt64
    ) throws {
        let store = try TestStore(kind)
        var dice = RandomEntries(seed)
        let ids = try dice.tell(to: store, records: 700)
        let day = TestStore.firstDay
        var questions: [RecordQuestion] = []
        for family in RecordQuestion.Family.allCases {
            for limit in [1, 7, 50, 200] { questions.append(RecordQuestion(family, limit: limit)) }
            questions += [
                RecordQuestion(family, department: "tax", limit: 9),
                RecordQuestion(family, kind: "\(family)-1", limit: 9),
                RecordQuestion(family, kind: "\(family)-2", department: "court", limit: 4),
                RecordQuestion(family, decidedFrom: day + -20, decidedUntil: day + -10, limit: 6),
                RecordQuestion(family, timeliness: .late, limit: 5), RecordQuestion(family, department: "nobody"),
            ]
        }
        try store.ledger.read { reader in
            var seen = 0
            for question in questions {
                let expected = try Self.expected(question, ids: ids, in: reader)
                let pages = try Self.pages(question, in: reader)
                #expect(pages.flatMap { $0 }.map(\.place) == expected, "\(question)")
                for page in pages.dropLast() { #expect(page.count == question.limit) }
                seen += expected.count
            }
            #expect(seen > 800)
            for family in RecordQuestion.Family.allCases {
                for number in 1...2 {
                    let question = RecordQuestion(family, kind: "\(family)-\(number)")
                    let count = try reader.publishedCount(family.family, kind: "\(family)-\(number)", on: Self.today)
                    #expect(try count == Self.expected(question, ids: ids, in: reader).count)
                }
            }
        }
        #expect(dice.traders > 50 && dice.ended > 50 && dice.withheld > 50)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `what comes in while somebody turns the pages moves nothing`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        var dice = RandomEntries(3)
        try store.record([Story.received("b0")])
        let before = (0..<120).map { dice.entry("r\($0)", batch: "b0", family: .permit) }
        try store.record(before.map { .record($0) })
        let question = RecordQuestion(.permit, limit: 10)
        let all = try store.ledger.read { try Self.pages(question, in: $0) }.flatMap { $0 }.map(\.id)
        #expect(all.count > 40)
        let first = try store.ledger.read { try Self.files.list(question, on: Self.today, in: $0) }
        let later = (0..<80).map { dice.entry("x\($0)", batch: "b0", family: .permit) }
        try store.record(later.map { .record($0) })
        var rest = question
        rest.after = first.next
        let found =
            try first.rows.map(\.id) + store.ledger.read { try Self.pages(rest, in: $0) }.flatMap { $0 }.map(\.id)
        #expect(found.filter { $0.hasPrefix("r") } == all)
        #expect(Set(found).count == found.count && found.contains { $0.hasPrefix("x") })
    }

    @Test(arguments: EngineKind.allCases)
    func `an undone batch vanishes from its list and what it replaced comes back`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        var dice = RandomEntries(5)
        func ids() throws -> [String] {
            try store.ledger.read { try Self.pages(RecordQuestion(.permit), in: $0) }.flatMap { $0 }.map(\.id)
        }
        try store.record([Story.received("b0"), .record(dice.standing("a", batch: "b0", day: TestStore.firstDay))])
        try store.record([
            Story.received("b1"), .record(dice.standing("a", batch: "b1", day: TestStore.firstDay + -9, version: 2)),
            .record(dice.standing("b", batch: "b1", day: TestStore.firstDay + -3)),
        ])
        #expect(try ids() == ["b", "a"])
        try store.record([Story.undone("b1")])
        #expect(try ids() == ["a"])
        let row = try store.ledger.read { try Self.files.list(RecordQuestion(.permit), on: Self.today, in: $0) }.rows[0]
        #expect(row.decided == TestStore.firstDay)
    }

    @Test func `a place is known again and nothing else is taken for one`() throws {
        for place in [
            RecordPlace(day: TestStore.firstDay, id: "0k4m2n8p1a7xq0wert00"),
            RecordPlace(day: Day("1949-10-01")!, id: "a"),
            RecordPlace(day: Day.endless, id: "r-1"),
        ] {
            let text = place.text
            #expect(RecordPlace(text: text) == place)
            #expect(RecordPlace(text: text.uppercased()) == nil && RecordPlace(text: text + "0") == nil)
            for index in text.indices {
                var other = text
                other.replaceSubrange(index...index, with: text[index] == "3" ? "4" : "3")
                #expect(RecordPlace(text: other) == nil)
            }
        }
        for text in ["", "0", "甲", "zzzzzzzzzzzzzzzzzz", String(repeating: "0", count: 500), "------------"] {
            #expect(RecordPlace(text: text) == nil)
        }
    }

    @Test func `no rule publishes what was decided before the day that bounds the search`() {
        let source = Source(document: "d", clause: nil)
        let rule = PublicationRule.byGrade([
            .init(
                version: "R1", from: Day("2019-01-01")!, source: source, light: nil, general: 12, serious: 36,
                summary: .byKind)
        ])
        for number in 0..<1_500 {
            let today = Day("2024-02-01")! + number
            let first = rule.earliestDecision(publishedOn: today)!
            #expect((first + -1).adding(months: 36) < today && first.adding(months: 36) <= today + 3)
        }
        #expect(PublicationRule.whileValid.earliestDecision(publishedOn: Self.today) == nil)
    }
}
