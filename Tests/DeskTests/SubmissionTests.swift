import Credit
import Store
import Synchronization
import Testing

@testable import Desk

/// What becomes of a file that is handed in.
struct SubmissionTests {
    private let head = "名称,统一社会信用代码,曾用名,登记状态\n"
    private let row = "中卫市云麓砂石有限公司（演示）,91640500MA7T033465,中卫市云麓石料厂（演示）,存续\n"

    @Test func `a good row becomes a record, its subject and its former name`() async throws {
        let story = try DeskStory()
        let answer = try await story.take("registry-entry", head + row)
        #expect(answer.counts.accepted == 1)
        let subject = try story.ledger.read { try $0.subject("91640500MA7T033465") }
        #expect(subject?.name == "中卫市云麓砂石有限公司（演示）")
        #expect(subject?.formerNames == ["中卫市云麓石料厂（演示）"])
        #expect(subject?.status == .active)
    }

    @Test func `the same row again is known, other content is a version with its history`() async throws {
        let story = try DeskStory()
        _ = try await story.take("registry-entry", head + row)
        #expect(try await story.take("registry-entry", head + row).counts.known == 1)
        let renamed = row.replacingOccurrences("砂石有限", "建材有限")
        #expect(try await story.take("registry-entry", head + renamed).counts.changed == 1)
        let subject = try story.ledger.read { try $0.subject("91640500MA7T033465") }
        #expect(subject?.name == "中卫市云麓建材有限公司（演示）")
        #expect(subject?.formerNames.contains("中卫市云麓砂石有限公司（演示）") == true)
    }

    @Test func `the same key twice in one file is known when equal and changed with a remark when not`() async throws {
        let story = try DeskStory()
        let answer = try await story.take(
            "registry-entry", head + row + row + row.replacingOccurrences("存续", "吊销"))
        #expect(answer.counts.accepted == 1)
        #expect(answer.counts.known == 1)
        #expect(answer.counts.changed == 1)
        #expect(answer.remarks.repeatedKeys == 1)
    }

    @Test func `every refused row keeps all that is wrong with it and does not keep the others out`() async throws {
        let story = try DeskStory()
        let wrong = "甲（演示）,91640500MA7T033466,,营业\n"
        let answer = try await story.take("registry-entry", head + wrong + row)
        #expect(answer.counts.accepted == 1)
        #expect(answer.counts.refused == 1)
        var cells: [RefusedCell] = []
        try story.ledger.read { reader in
            try reader.refusals(of: answer.batch) { cells += try RefusedCell.all(in: $0) }
        }
        #expect(cells.map(\.field) == ["code", "status"])
        #expect(cells.map(\.rule) == ["REC-115", "REC-106"])
    }

    @Test func `个体工商户以外的主体不得使用92开头的代码`() async throws {
        let story = try DeskStory()
        let head = "行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),行政许可决定文书号,许可内容\n"
        let answer = try await story.take(
            "administrative-permit", head + "甲（演示）,法人及非法人组织,92640500MA7T03354W,演1,内容\n")
        var rules: [String] = []
        try story.ledger.read { reader in
            try reader.refusals(of: answer.batch) { rules += try RefusedCell.all(in: $0).map(\.rule) }
        }
        #expect(rules.contains("REC-118"))
    }

    @Test func `a row about a person repeats nothing of it`() async throws {
        let story = try DeskStory()
        let head = "行政相对人名称,行政相对人类别,行政处罚决定书文号,违法事实,处罚类别,证件类型,证件号码\n"
        let answer = try await story.take(
            "administrative-penalty", head + "演某某,自然人,演1号,事实,罚款,身份证,11010519491231002X\n")
        #expect(answer.counts.persons == 1)
        try story.ledger.read { reader in
            try reader.refusals(of: answer.batch) { refusal in
                let text = String(decoding: refusal.body, as: UTF8.self)
                #expect(!text.contains("演某某"))
                #expect(!text.contains("110105"))
            }
        }
    }

    @Test func `报送人随文件记入日志，命令导入的不记`() async throws {
        let story = try DeskStory()
        let officer = Officer(account: "s", name: "赵报送", organ: "market-regulation")
        let file = try story.file("registry-entry", head + row, name: "a.csv")
        let batch = try await story.run().take(file.handedIn(by: officer)).batch
        let other = try await story.take("registry-entry", head + row.replacingOccurrences("存续", "注销")).batch
        try story.ledger.read { (reader: Reader) throws in
            #expect(try reader.batch(batch)?.submission.by == officer)
            #expect(try reader.batch(other)?.submission.by == nil)
            let record = try #require(try reader.records(of: "91640500MA7T033465", on: DeskStory.day).first)
            #expect(try reader.handedIn(record.entry.id) == ["s"])
        }
    }

    @Test func `an undone batch gives back what it had replaced`() async throws {
        let story = try DeskStory()
        _ = try await story.take("registry-entry", head + row)
        let wrong = try await story.take("registry-entry", head + row.replacingOccurrences("存续", "注销"))
        #expect(wrong.counts.changed == 1)
        try story.ledger.record(at: Instant(day: DeskStory.day, hour: 10)) { _ in
            [.submission(.undone(batch: wrong.batch, reason: "误报"))]
        }
        let records = try story.ledger.read { try $0.records(of: "91640500MA7T033465", on: DeskStory.day) }
        #expect(records.count == 1)
        #expect(records.first?.entry.status == .active)
        // What was undone can be handed in again.
        #expect(try await story.take("registry-entry", head + row.replacingOccurrences("存续", "注销")).counts.changed == 1)
    }

    @Test func `a stopped import goes on where it was and comes to the same`() async throws {
        let story = try DeskStory()
        var text = head
        var codes: Set<String> = []
        for number in 0..<20_000 {
            let digits = String(number)
            let body = String(repeating: "0", count: 7 - digits.count) + digits
            guard let code = CreditCode(completing: "916405001" + body), codes.insert(code.text).inserted else {
                continue
            }
            text += "演示公司\(number)（演示）,\(code.text),,存续\n"
        }
        let file = try story.file("registry-entry", text, name: "long.csv")
        let chunks = Mutex(0)
        let stopped = Task {
            try await story.run().take(file) { _ in
                let passed = chunks.withLock { count in
                    count += 1
                    return count
                }
                if passed == 1 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { _ = try await stopped.value }
        let begun = try story.ledger.read { try $0.batches(limit: 1).first }
        #expect(begun?.state == .open)
        let answer = try await story.run().take(file)
        #expect(answer.wasResumed)
        #expect(answer.counts.accepted == codes.count)
        #expect(answer.counts.rows == codes.count)
    }

    @Test func `a file without a heading of the kind is refused as a whole and leaves no batch`() async throws {
        let story = try DeskStory()
        await #expect(throws: DeskProblem.self) { _ = try await story.take("registry-entry", "甲,乙\n1,2\n") }
        #expect(try story.ledger.read { try $0.batches(limit: 1) }.isEmpty)
    }
}

extension String {
    fileprivate func replacingOccurrences(_ part: String, _ other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
