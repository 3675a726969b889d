import Credit
import Portal
import Store
import Testing

@testable import Command

/// A running search follows the log.
@Suite struct FollowedNamesTests {
    @Test func `整批撤回后，运行中的检索按恢复的名称查到主体，撤回的名称查不到`() throws {
        let story = try RightsStory()
        var names = try story.ledger.read { try FollowedNames($0) }
        func hits(_ text: String) throws -> [String] {
            try story.ledger.read { try names.follow($0) }
            guard case .hits(let hits) = names.search(text, limit: 5) else { return [] }
            return hits.filter { $0.kind != .similar }.map(\.key)
        }
        let renamed = story.registry(
            RightsStory.company, "中卫市远山石料有限公司（演示）", version: 2, status: .active, batch: "b3")
        try story.ledger.record(at: Instant(day: RightsStory.today, hour: 11)) { _ in
            [RightsStory.received("b3"), renamed]
        }
        #expect(try hits("远山石料") == [RightsStory.company])
        let undo = Event.submission(.undone(batch: "b3", reason: "报错"))
        try story.ledger.record(at: Instant(day: RightsStory.today, hour: 12)) { _ in [undo] }
        #expect(try hits("远山石料").isEmpty)
        #expect(try hits("云麓砂石") == [RightsStory.company])
    }
}
