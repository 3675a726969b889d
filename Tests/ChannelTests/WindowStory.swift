import ArgumentParser
import Credit
import Foundation
import Store

@testable import Command
@testable import Portal

/// A store in a folder of its own, filled and opened as the program does it, with the window of the credit office.
struct WindowStory {
    static let day = Day("2026-06-30")!
    static let company = "91640500MA7T033465"
    static let window = Officer(account: "window", name: "王窗口", organ: "development-reform")
    static let reviewer = Officer(account: "reviewer", name: "李复核", organ: "development-reform")
    static let source = Officer(account: "source", name: "赵核查", organ: "market-regulation")

    let folder: String
    let ledger: Ledger
    let rules: Rules
    let calendar: WorkingCalendar
    let record: String
    let cases: ObjectionCases

    static let cells = [
        ("行政相对人名称", "中卫市云麓砂石有限公司（演示）"), ("行政相对人类别", "法人及非法人组织"),
        ("行政相对人代码_1(统一社会信用代码)", company), ("法定代表人", "某某"),
        ("行政处罚决定书文号", "卫演罚〔2026〕1号"), ("违法行为类型", "未按规定公示"), ("违法事实", "未按规定公示年度报告"),
        ("处罚依据", "企业信息公示暂行条例第十七条"), ("处罚类别", "罚款"), ("处罚内容", "罚款2000元"), ("罚款金额（万元）", "0.2"),
        ("处罚决定日期", "2026-06-24"), ("处罚有效期", "2099-12-31"), ("处罚机关", "中卫市市场监督管理局"),
        ("处罚机关统一社会信用代码", "11640502MB0T003810"), ("数据来源单位", "中卫市市场监督管理局"),
        ("数据来源单位统一社会信用代码", "11640502MB0T003810"),
    ]

    init() async throws {
        folder = NSTemporaryDirectory() + "channels-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/penalties.csv"
        let text = [Self.cells.map(\.0), Self.cells.map(\.1)].map { $0.joined(separator: ",") }.joined(separator: "\n")
        try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: file))
        let place = ["--data", folder + "/data", "--clock", Self.day.description]
        let take = try ImportCommand.parse(
            ["administrative-penalty", file, "--department", "market-regulation"] + place)
        try await take.run()
        let options = try StoreOptions.parse(place)
        (ledger, rules) = (try options.existingLedger(), try options.packs.rules())
        calendar = WorkingCalendar(rules.calendar)
        cases = ObjectionCases(rules: rules, calendar: calendar)
        let records = try ledger.read { try $0.records(of: Self.company, on: Self.day) }
        guard let first = records.first else { throw CocoaError(.fileReadUnknown) }
        record = first.entry.id
    }

    func finish() { try? FileManager.default.removeItem(atPath: folder) }

    var place: [String] { ["--data", folder + "/data", "--clock", Self.day.description] }

    func file(_ id: String = "OBJ-1", _ values: [String: String] = [:]) throws {
        let given = [
            "record": record, "ground": "wrong-content", "reason": "罚款金额有误", "applicant": "agent",
            "papers": "营业执照、授权委托书", "claims": "罚款金额（万元）：0.1",
        ].merging(values) { $1 }
        try ledger.record(at: Instant(day: Self.day, hour: 10)) {
            try cases.open("objection", FormValues(given), by: Self.window, id: id, on: Self.day, in: $0)
        }
    }

    func act(
        _ action: String, _ values: [String: String] = [:], by officer: Officer = window, in id: String = "OBJ-1"
    ) throws {
        try ledger.record(at: Instant(day: Self.day, hour: 11)) {
            try cases.act(action, in: id, FormValues(values), by: officer, on: Self.day, in: $0)
        }
    }

    /// From acceptance to the decision, with this outcome and what becomes of the record.
    func decide(_ values: [String: String], finding: String, in id: String = "OBJ-1") throws {
        try act("accept", in: id)
        try act("route", ["question": "金额是否有误"], in: id)
        try act("answer", ["finding": finding, "words": "核对了决定书"], by: Self.source, in: id)
        try act(
            "propose", ["reasons": "经核查", "remedy": "可以要求复核一次，或者依法申请行政复议、提起行政诉讼"].merging(values) { $1 }, in: id)
        try act("decide", by: Self.reviewer, in: id)
    }

    func close(in id: String = "OBJ-1") throws {
        let today = Self.day.description
        try act("serve", ["way": "direct", "begun": today, "served": today], in: id)
        try act("close", ["reason": "已送达"], in: id)
    }

    // MARK: - What the channels say

    /// Every answer of the portal in a form, by the pattern of its address, with what stands for the names in it.
    func answers(
        in form: AnswerForm, naming more: [String] = []
    ) async throws -> [(pattern: String, status: Int, text: String)] {
        let reading = try PublicStore(ledger: ledger, rules: rules, today: { Self.day })
        let portal = try Portal(
            reading: reading, rules: rules,
            settings: PortalSettings(
                siteName: rules.name, organ: rules.name, packVersion: "t", baseAddress: nil, requestsPerMinute: nil),
            surroundings: PortalSurroundings(milliseconds: { 0 }, failureNumber: { "F" }, failed: { _, _ in }))
        let words =
            [
                record, Self.company, "administrative-penalty", "market-regulation", "2026-06", "2026", "penalty", "0",
                "1",
            ] + more
        var answers: [(pattern: String, status: Int, text: String)] = []
        for route in portal.routes.routes {
            let names = route.parts.filter { if case .exactly = $0 { false } else { true } }.count
            var paths =
                names == 0
                ? [route.pattern]
                : words.map { word in
                    route.parts.map { if case .exactly(let text) = $0 { "/" + text } else { "/" + word } }.joined()
                }
            if route.pattern == "/search" { paths = ["/search?q=" + Self.company] }
            if route.pattern == "/log/proof" { paths = ["/log/proof?of=" + record] }
            for path in paths {
                let isPage: Bool
                if case .page = route.handler { isPage = true } else { isPage = false }
                let target = try RequestTarget(isPage || form == .page ? path : "/api/v1" + path)
                guard let found = portal.routes.find(target.parts), found.route.pattern == route.pattern else {
                    continue
                }
                let ask = Ask(
                    target: target, parameters: found.parameters, known: found.route.questions.map(\.name),
                    language: .chinese, isLanguageChosen: false,
                    form: form, settings: portal.settings, rules: rules, desk: portal.desk)
                do {
                    switch found.route.handler {
                    case .bytes(let handler), .interface(let handler):
                        let answer = try await handler(ask)
                        answers.append((route.pattern, answer.status, String(decoding: answer.bytes, as: UTF8.self)))
                    case .page(let handler):
                        let page = try await handler(ask)
                        let text = try await self.text(of: page, in: form, of: portal, at: route.pattern)
                        if let text { answers.append((route.pattern, page.status, text)) }
                    }
                } catch let problem as PortalProblem {
                    let page = ErrorPage(problem: problem)
                    let answer = try await portal.answer(
                        page, in: .page, language: AskedLanguage(nil, wishes: nil), at: nil)
                    answers.append((route.pattern, problem.status, String(decoding: answer.bytes, as: UTF8.self)))
                }
            }
        }
        return answers
    }

    private func text(
        of page: any Page, in form: AnswerForm, of portal: Portal, at pattern: String
    ) async throws -> String? {
        if form == .csv || form == .lines {
            guard type(of: page).table != nil else { return nil }
            return String(decoding: try table(page, form), as: UTF8.self)
        }
        let answer = try await portal.answer(
            page, in: form, language: AskedLanguage("zh", wishes: nil), at: pattern, path: nil)
        return String(decoding: answer.bytes, as: UTF8.self)
    }

    private func table(_ page: some Page, _ form: AnswerForm) throws -> [UInt8] {
        var writer = TableWriter(of: type(of: page), form: form)
        return try writer.write(page, in: .chinese)
    }

    /// What `chengxin export` writes.
    func export(_ arguments: [String]) throws -> String {
        let out = folder + "/out-" + UUID().uuidString
        let export = try ExportCommand.parse(["administrative-penalty", "--out", out] + arguments + place)
        try export.run()
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: out)), as: UTF8.self)
    }
}
