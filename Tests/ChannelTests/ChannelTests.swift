import ArgumentParser
import Credit
import Foundation
import Store
import Testing

@testable import Command
@testable import Portal

/// 异议标注 in every channel, through the real store and the real program.
@Suite(.serialized) struct ChannelTests {
    /// The addresses whose answers name the record; one that begins to is found by the test itself.
    static let known: Set<String> = [
        "/companies/{code}", "/subjects/{key}", "/records/{id}", "/records/{id}/evidence", "/penalties", "/log/proof",
    ]

    static func marks(_ text: String) -> Bool { text.contains("\"contested\":true") }

    @Test func `提出异议的同一刻，凡是提到这条信息的网页、接口、文件都有标注，结案后都没有`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        func check(_ isMarked: Bool, _ moment: String) async throws {
            var found: Set<String> = []
            for answer in try await story.answers(in: .json) where answer.status == 200 {
                guard answer.text.contains(story.record) else { continue }
                found.insert(answer.pattern)
                #expect(Self.marks(answer.text) == isMarked, "\(moment): \(answer.pattern) as JSON")
            }
            #expect(found.isSuperset(of: Self.known.subtracting(["/subjects/{key}"])), "\(moment): \(found)")
            for answer in try await story.answers(in: .page) where answer.status == 200 {
                guard answer.text.contains("/records/" + story.record) || answer.pattern == "/records/{id}" else {
                    continue
                }
                if answer.pattern.hasSuffix("/evidence") { continue }
                #expect(answer.text.contains("chip contested") == isMarked, "\(moment): \(answer.pattern) as a page")
            }
            for form in [AnswerForm.csv, .lines] {
                let tables = try await story.answers(in: form).filter {
                    $0.text.contains(story.record) && !$0.pattern.hasSuffix("/evidence")
                }
                #expect(tables.map(\.pattern) == ["/penalties"])
                for table in tables {
                    let isTrue = form == .lines ? Self.marks(table.text) : table.text.contains(",true,open,")
                    #expect(isTrue == isMarked, "\(moment): \(table.pattern) \(form)")
                }
            }
            let search = try await story.answers(in: .json).first { $0.pattern == "/search" }
            #expect(search?.text.contains("\"contested\":1") == isMarked, "\(moment): search")
            let page = try await story.answers(in: .page).first { $0.pattern == "/search" }
            #expect(page?.text.contains("1 条有异议") == isMarked, "\(moment): search page")
            #expect(try story.export([]).contains(",true,") == isMarked, "\(moment): export csv")
            #expect(try Self.marks(story.export(["--format", "jsonl"])) == isMarked, "\(moment): export jsonl")
            let show = try story.ledger.read {
                try SubjectFiles(rules: story.rules).file(of: WindowStory.company, on: WindowStory.day, in: $0)
            }
            #expect(Self.marks(String(decoding: try #require(show).json, as: UTF8.self)) == isMarked)
        }
        try await check(false, "before")
        try story.file()
        try await check(true, "filed")
        try story.decide(["outcome": "rejected", "correction": "none"], finding: "right")
        try await check(true, "decided")
        try story.close()
        try await check(false, "closed")
    }

    @Test func `异议成立的，逐项更正成为新版本，公示期不因此延长`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let before = try #require(
            try story.ledger.read { try $0.record(story.record, on: WindowStory.day) }?.entry)
        try story.file()
        try story.decide(
            ["outcome": "upheld", "correction": "fields", "claims": "罚款金额（万元）：0.1\n处罚内容：罚款1000元"], finding: "wrong")
        let after = try #require(try story.ledger.read { try $0.record(story.record, on: WindowStory.day) })
        #expect(after.version == 2 && after.entry.key == before.key && after.entry.batch == before.batch)
        #expect(after.entry.publication == before.publication)
        let shown = try RecordPresentation(kind: try #require(story.rules.kinds["administrative-penalty"]))
            .shown(after.entry.fields)
        #expect(shown.contains { $0.value.chinese == "1,000 元" } && shown.contains { $0.value.chinese == "罚款1000元" })
        #expect(!shown.contains { $0.value.chinese == "罚款2000元" })
        let fine = try #require(shown.first { $0.name == "fine" })
        #expect(fine.title == Label("罚款金额", "Fine"), "what is shown in yuan is not headed by 10,000 yuan")
        try story.close()
        let sheet = try story.ledger.read {
            try story.cases.sheet(
                "OBJ-1", for: WindowStory.window, duties: Set(Duty.allCases), on: WindowStory.day, in: $0)
        }
        #expect(sheet?.isClosed == true && sheet?.actions.isEmpty == true && sheet?.steps.count == 8)
        // What still runs is the applicant's own time to turn elsewhere.
        let running = sheet?.clocks.filter { $0.state != .finishedInTime }.map(\.name.chinese) ?? []
        #expect(Set(running) == ["申请行政复议", "提起行政诉讼"])
    }

    @Test func `不能通过校验的更正、改变是哪一条信息的更正不予受理`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        try story.file()
        try story.act("accept")
        try story.act("route", ["question": "q"])
        try story.act("answer", ["finding": "wrong", "words": "w"], by: WindowStory.source)
        func propose(_ claims: String) throws {
            try story.act(
                "propose",
                ["outcome": "upheld", "correction": "fields", "claims": claims, "reasons": "r", "remedy": "m"])
        }
        #expect(throws: ObjectionProblem.self) { try propose("处罚决定日期：2027-01-01") }
        #expect(throws: ObjectionProblem.keyField("行政处罚决定书文号")) { try propose("行政处罚决定书文号：卫演罚〔2026〕2号") }
        #expect(throws: ObjectionProblem.noField("没有的项目")) { try propose("没有的项目：x") }
        #expect(throws: ObjectionProblem.empty("处罚内容")) { try propose("处罚内容：") }
    }

    @Test func `撤回公示的，公开说明理由，不重复原来的事实`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        try story.file("OBJ-1", ["ground": "not-public", "claims": ""])
        try story.act("accept")
        try story.act(
            "propose", ["outcome": "upheld", "correction": "withdrawal", "reasons": "涉及商业秘密", "remedy": "m"])
        try story.act("decide", by: WindowStory.reviewer)
        let answer = try #require(
            try await story.answers(in: .page).first { $0.pattern == "/records/{id}" && $0.status == 410 })
        #expect(answer.text.contains("公示的已经撤回") || answer.text.contains("公示已经撤回"))
        #expect(answer.text.contains("依法不应当公示") && answer.text.contains("2026-06-30"))
        for fact in ["卫演罚", "罚款2000元", "年度报告"] { #expect(!answer.text.contains(fact)) }
        for form in [AnswerForm.json, .page] {
            for answer in try await story.answers(in: form) where answer.status == 200 {
                #expect(!answer.text.contains("卫演罚〔2026〕1号"), "\(answer.pattern)")
            }
        }
        #expect(try !story.export([]).contains(story.record))
        let receipt = try story.ledger.read { try $0.withdrawal(of: story.record, on: WindowStory.day) }
        #expect(receipt?.ground == .notPublic && receipt?.day == WindowStory.day)
    }

    @Test func `已经期满仍在公示的，终止公示`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        try story.file("OBJ-1", ["ground": "already-ended", "claims": ""])
        try story.act("accept")
        func propose(_ day: String) throws {
            try story.act(
                "propose",
                ["outcome": "upheld", "correction": "end", "last-day": day, "reasons": "已经修复", "remedy": "m"])
        }
        #expect(throws: ObjectionProblem.badLastDay) { try propose("2026-06-30") }
        try propose("2026-06-29")
        try story.act("decide", by: WindowStory.reviewer)
        #expect(try await story.answers(in: .page).contains { $0.pattern == "/records/{id}" && $0.status == 410 })
    }

    @Test func `每个单位只见到自己参与的案件，待办按轮到谁列出`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        try story.file()
        func lines(_ officer: Officer) throws -> [CaseLine] {
            try story.ledger.read {
                try story.cases.waiting(for: officer, on: WindowStory.day, in: $0).map { try $0.line() }
            }
        }
        func sheet(_ officer: Officer) throws -> CaseSheet? {
            try story.ledger.read {
                try story.cases.sheet("OBJ-1", for: officer, duties: Set(Duty.allCases), on: WindowStory.day, in: $0)
            }
        }
        let stranger = Officer(account: "tax", name: "t", organ: "tax")
        #expect(try lines(WindowStory.window).count == 1 && lines(WindowStory.source).isEmpty)
        #expect(try lines(WindowStory.window).first?.deadline?.day != nil)
        #expect(try sheet(WindowStory.source) == nil && sheet(stranger) == nil)
        #expect(try sheet(WindowStory.window)?.actions.map(\.code) == ["accept", "return", "withdraw"])
        try story.act("accept")
        try story.act("route", ["question": "q"])
        #expect(try lines(WindowStory.window).isEmpty && lines(WindowStory.source).count == 1)
        #expect(try sheet(WindowStory.source)?.actions.map(\.code) == ["answer"])
        #expect(try sheet(stranger) == nil)
        #expect(throws: ObjectionProblem.self) { try story.act("answer", ["finding": "right", "words": "x"]) }
        #expect(throws: ObjectionProblem.otherOrgan("development-reform")) {
            try story.ledger.record(at: Instant(day: WindowStory.day, hour: 12)) {
                try story.cases.open(
                    "objection", FormValues(["record": story.record]), by: WindowStory.source, id: "OBJ-2",
                    on: WindowStory.day, in: $0)
            }
        }
    }
}
