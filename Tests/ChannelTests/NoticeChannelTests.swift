import Credit
import Foundation
import Store
import Testing

@testable import Command
@testable import Portal

/// 通报 in no channel, and 整改 in the one that law is kind to, through the real store and the real program.
@Suite(.serialized) struct NoticeChannelTests {
    static let unit = "12640500MB0T0987X3"
    static let marks = [
        "某公共服务中心（演示）", unit, "卫演纪〔2026〕7号", "虚报完成情况", "中卫市审计局（演示）", "卫演通〔2026〕2号", "abcdef0123", "已列入审计计划",
        "NTC-1",
    ]

    static func told(_ story: WindowStory) throws {
        let cases = NoticeCases(rules: story.rules)
        let day = WindowStory.day.description
        func record(_ body: (Reader) throws -> [Event]) throws {
            try story.ledger.record(at: Instant(day: WindowStory.day, hour: 12)) { try body($0) }
        }
        func act(_ action: String, _ values: [String: String], by officer: Officer = WindowStory.window) throws {
            try record {
                try cases.act(action, in: "NTC-1", FormValues(values), by: officer, on: WindowStory.day, in: $0)
            }
        }
        try record {
            try cases.open(
                "unit",
                FormValues([
                    "unit": unit, "name": "某公共服务中心（演示）", "kind": "institution", "organ": "中卫市某局（演示）",
                    "number": "卫演纪〔2026〕7号", "date": "2026-06-01", "basis": "某条例第三条", "facts": "虚报完成情况",
                    "body-audit": "中卫市审计局（演示）", "body-superior-body": "中卫市某委（演示）",
                ]), by: WindowStory.window, id: "NTC-1", on: WindowStory.day, in: $0)
        }
        try act(
            "release", ["number": "卫演通〔2026〕2号", "date": day, "letter": "abcdef0123"], by: WindowStory.reviewer)
        for body in ["audit", "superior-body"] {
            try act("serve", ["body": body, "way": "direct", "begun": day, "served": day])
        }
        try act("answer", ["body": "audit", "words": "已列入审计计划"])
    }

    @Test func `通报只送主送单位：任何公开的网页、接口、文件、导出和日志都没有它的内容`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        try Self.told(story)
        let size = try story.ledger.read { try $0.treeSize() }
        let names = ["NTC-1", Self.unit] + ((size - 6)..<size).map(String.init)
        var seen: Set<String> = []
        for form in [AnswerForm.page, .json, .csv, .lines] {
            for answer in try await story.answers(in: form, naming: names) {
                seen.insert(answer.pattern)
                // The address that was asked comes back in an error and in the code's own arithmetic, and nothing else.
                for mark in Self.marks where answer.text.contains(mark) {
                    let isEcho = mark == Self.unit && answer.pattern.hasPrefix("/codes")
                    #expect(isEcho || answer.status == 404, "\(mark) at \(answer.pattern) as \(form)")
                }
            }
        }
        #expect(seen.count > 40)
        for format in [[], ["--format", "jsonl"]] {
            let text = try story.export(format)
            for mark in Self.marks { #expect(!text.contains(mark)) }
        }
        let reading = try PublicStore(ledger: story.ledger, rules: story.rules, today: { WindowStory.day })
        #expect(try reading.subject(key: Self.unit, on: nil) == nil)
        if case .hits(let hits) = try reading.search("某公共服务中心（演示）", limit: 5) {
            #expect(hits.isEmpty)
        }
        // It is there, for the organ that drew it up and for nobody else.
        let cases = NoticeCases(rules: story.rules)
        func sheet(_ officer: Officer) throws -> CaseSheet? {
            try story.ledger.read {
                try cases.sheet("NTC-1", for: officer, duties: Set(Duty.allCases), on: WindowStory.day, in: $0)
            }
        }
        #expect(try sheet(WindowStory.window)?.subject.name == "某公共服务中心（演示）")
        #expect(try sheet(WindowStory.source) == nil)
        #expect(
            try story.ledger.read { try cases.waiting(for: WindowStory.source, on: WindowStory.day, in: $0).isEmpty })
    }

    @Test func `已整改的结果在信息页面公开，整改中和未整改的不公开`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let cases = RectificationCases(rules: story.rules, calendar: story.calendar)
        let drawer = Officer(account: "c", name: "陈承办", organ: "market-regulation")
        let looker = Officer(account: "w", name: "吴查看", organ: "market-regulation")
        let day = WindowStory.day.description
        func record(_ body: (Reader) throws -> [Event]) throws {
            try story.ledger.record(at: Instant(day: WindowStory.day, hour: 12)) { try body($0) }
        }
        func act(_ action: String, _ values: [String: String], by officer: Officer) throws {
            try record {
                try cases.act(action, in: "RCT-1", FormValues(values), by: officer, on: WindowStory.day, in: $0)
            }
        }
        func open(_ values: [String: String] = [:]) throws {
            let given = [
                "record": story.record, "number": "卫演责改〔2026〕1号", "date": day, "basis": "某法第二十八条", "items": "补报年度报告",
                "days": "10", "unit": "working-days",
            ].merging(values) { $1 }
            try record {
                try cases.open("order", FormValues(given), by: drawer, id: "RCT-1", on: WindowStory.day, in: $0)
            }
        }
        func shows() async throws -> [String] {
            var found: [String] = []
            for form in [AnswerForm.page, .json, .csv, .lines] {
                for answer in try await story.answers(in: form) where answer.text.contains("卫演责改〔2026〕1号") {
                    found.append("\(answer.pattern) \(form)")
                }
            }
            return found.sorted()
        }
        #expect(throws: RectificationProblem.noPaper) { try open(["number": ""]) }
        #expect(throws: RectificationProblem.badTerm) { try open(["days": "x"]) }
        try open()
        try act("serve", ["way": "direct", "begun": day, "served": day], by: drawer)
        try act("show", ["words": "回执", "evidence": "aa"], by: drawer)
        #expect(try await shows() == [])
        #expect(throws: RectificationProblem.stillInTime) { try act("not-mended", ["reason": "x"], by: looker) }
        try act("mended", ["words": "属实"], by: looker)
        #expect(try await shows() == ["/records/{id} json", "/records/{id} page"])
        let material = try story.ledger.read {
            try RectificationSheet.repairMaterial(of: story.record, on: WindowStory.day, in: $0)
        }
        #expect(material.count == 1 && material[0].value.chinese.contains("aa"))
    }
}
