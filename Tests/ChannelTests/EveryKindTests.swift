import Credit
import Portal
import Store
import Testing

@testable import Command

/// What has to be true of every kind of case that the office offers.
@Suite struct EveryKindTests {
    static let kinds = KindExample.all.keys.sorted()

    /// A case of a kind in a store of its own.
    private func walk(
        _ prefix: String, _ body: (KindWalk, KindExample, _ id: String) throws -> Void
    ) async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let (walk, example) = (KindWalk(story: story), try #require(KindExample.all[prefix]))
        let id = try example.begin(walk)
        try body(walk, example, id)
    }

    @Test func `every kind of case is led through what follows`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        #expect(try OfficeStore.over(story, on: WindowStory.day) { "1" }.kinds.map(\.prefix).sorted() == Self.kinds)
    }

    @Test(arguments: kinds) func `任何一类案件，依据旧状态填写的表单都不予办理`(_ prefix: String) async throws {
        try await walk(prefix) { walk, example, id in
            let session = KindWalk.session("ban", example.organ)
            guard let next = example.next else {
                let sheet = try #require(try walk.office().sheet(id, for: session))
                let left = sheet.actions.filter { !$0.code.hasPrefix(LetterDesk.mark) }
                #expect(sheet.position > 0 && left.isEmpty, "done in one act, but for letters about it")
                return
            }
            let office = try walk.office(on: next.day)
            let read = try #require(try office.sheet(id, for: session)?.position)
            #expect(read > 0)
            for late in [nil, 0, read - 1] {
                #expect(throws: OfficeRefusal.caseMovedOn) {
                    try office.act(next.action, in: id, FormValues(next.values, read: late), by: session)
                }
            }
            try office.act(next.action, in: id, FormValues(next.values, read: read), by: session)
            let after = try #require(try office.sheet(id, for: session))
            #expect(after.position > read, "what was done moves the case on")
            #expect(after.steps.contains { $0.position > read }, "and is told")
            #expect(throws: OfficeRefusal.caseMovedOn) {
                try office.act(next.action, in: id, FormValues(next.values, read: read), by: session)
            }
        }
    }

    @Test(arguments: kinds) func `任何一类案件，机构合并后由承接单位接着办理，其他单位不得`(_ prefix: String) async throws {
        try await walk(prefix) { walk, example, id in
            let day = example.next?.day ?? WindowStory.day
            let office = try walk.office(on: day)
            let own = KindWalk.session("ban", example.organ)
            let heir = KindWalk.session("xin", "court", codes: ["court", example.organ])
            let stranger = KindWalk.session("xin", "court")
            #expect(try office.sheet(id, for: stranger) == nil)
            #expect(try !office.queue(QueueQuestion(), for: stranger).lines.contains { $0.id == id })
            let before = try #require(try office.sheet(id, for: own))
            let after = try #require(try office.sheet(id, for: heir))
            #expect(after.actions.map(\.code) == before.actions.map(\.code) && after.position == before.position)
            #expect(
                try office.queue(QueueQuestion(), for: heir).lines == office.queue(QueueQuestion(), for: own).lines)
            guard let next = example.next else { return }
            #expect(throws: OfficeRefusal.nothingThere) {
                try office.act(next.action, in: id, FormValues(next.values, read: before.position), by: stranger)
            }
            try office.act(next.action, in: id, FormValues(next.values, read: before.position), by: heir)
            #expect(try office.sheet(id, for: own)?.steps.contains { $0.position > before.position } == true)
        }
    }

    @Test(arguments: kinds) func `须由两人办理的每一类案件，仅一人的县由市级复核，且市级只复核和决定`(_ prefix: String) async throws {
        try await walk(prefix) { walk, example, id in
            let city = KindWalk.session("shi", "finance")
            guard let second = example.second else {
                let office = try walk.office(on: example.next?.day ?? WindowStory.day, alone: example.organ)
                #expect(try office.sheet(id, for: city) == nil)
                return
            }
            for step in second.steps { try walk.take(step, in: id, at: example.organ) }
            let day = second.steps.last?.day ?? WindowStory.day
            let office = try walk.office(on: day, alone: example.organ)
            let sheet = try #require(try office.sheet(id, for: city))
            #expect(sheet.actions.contains { $0.code == second.action }, "\(sheet.actions.map(\.code))")
            #expect(sheet.actions.allSatisfy { $0.duty == .decide })
            #expect(sheet.facts.contains { $0.name.chinese == "复核人" })
            #expect(
                try office.queue(QueueQuestion(), for: city).lines.contains { $0.id == id },
                "it waits in the city's queue")
            // Whoever began it is none, and where there are two the city is none either.
            let first = KindWalk.session("ban", "finance")
            #expect(try office.sheet(id, for: first) == nil)
            #expect(try walk.office(on: day).sheet(id, for: city) == nil)
        }
    }

    @Test func `whoever may begin or do something may read what came of it`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        for kind in try OfficeStore.over(story, on: WindowStory.day, newID: { "1" }).kinds {
            let organ = try #require(KindExample.all[kind.prefix]?.organ)
            let officer = Officer(account: "ban", name: "ban", organ: organ)
            let duties = try story.ledger.read { reader in
                try kind.openings(for: officer, duties: Set(Duty.allCases), on: WindowStory.day, in: reader).map(\.duty)
            }
            #expect(Set(duties).isSubset(of: kind.readers), "\(kind.prefix)")
        }
    }
}
