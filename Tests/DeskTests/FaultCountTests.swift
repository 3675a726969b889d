import Credit
import Store
import Synchronization
import Testing

@testable import Desk

/// The counts of what was wrong, as the event that closes a batch carries them.
struct FaultCountTests {
    private let head = "名称,统一社会信用代码,曾用名,登记状态\n"

    /// What is wrong by the refusals that are kept, counted anew.
    private func recount(_ batch: String, _ story: DeskStory) throws -> FaultCounts {
        var counts = FaultCounts()
        try story.ledger.read { reader in
            try reader.refusals(of: batch) { refusal in
                for cell in try RefusedCell.all(in: refusal) { counts.add(rule: cell.rule, field: cell.field) }
            }
        }
        return counts
    }

    private func kept(_ batch: String, _ story: DeskStory) throws -> [String] {
        try story.ledger.read { try $0.faults(of: batch).map { "\($0.fault.rule):\($0.fault.field):\($0.cells)" } }
    }

    @Test func `the counts are those of the refusals`() async throws {
        let story = try DeskStory()
        let wrong = "甲（演示）,91640500MA7T033466,,营业\n乙（演示）,91640500MA7T033467,,存续\n"
        let answer = try await story.take("registry-entry", head + wrong)
        #expect(try kept(answer.batch, story) == ["REC-106:status:1", "REC-115:code:2"])
        #expect(try recount(answer.batch, story).texts == kept(answer.batch, story))
        let clean = try await story.take("registry-entry", head + "甲（演示）,91640500MA7T033465,,存续\n", name: "clean.csv")
        #expect(try kept(clean.batch, story).isEmpty)
    }

    @Test func `a stopped import keeps its counts and goes on counting`() async throws {
        let story = try DeskStory()
        var text = head
        for number in 0..<24_000 {
            text += "演示公司\(number)（演示）,9164050012345\(number % 7),,\(number % 3 == 0 ? "营业" : "存续")\n"
        }
        let file = try story.file("registry-entry", text, name: "long.csv")
        let blocks = Mutex(0)
        let stopped = Task {
            try await story.run().take(file) { _ in
                let passed = blocks.withLock { count in
                    count += 1
                    return count
                }
                if passed == 1 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { _ = try await stopped.value }
        let begun = try #require(try story.ledger.read { try $0.batches(limit: 1).first }?.submission.batch)
        let before = try #require(try story.ledger.read { try $0.progress(of: begun) })
        #expect(before.rowsDone > 0 && before.rowsDone < 24_000)
        #expect(try FaultCounts(bytes: before.state) == recount(begun, story))
        let answer = try await story.run().take(file)
        #expect(answer.wasResumed && answer.batch == begun && answer.counts.refused == 24_000)
        #expect(try recount(begun, story).texts == kept(begun, story))
        #expect(try kept(begun, story) == ["REC-106:status:8000", "REC-115:code:24000"])
    }
}
