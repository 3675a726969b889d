import ArgumentParser
import Credit
import Portal
import Store

/// `chengxin show KEY`: the file of a subject, as the portal shows it; on a past day, what the city held then.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "主体的信用档案 · the file of a subject")
    @OptionGroup var store: StoreOptions
    @Argument(help: "统一社会信用代码，或 reg:注册号 · key") var key: String
    @Option(help: "某日 24 时的档案 · as of the end of a day") var on: Day?
    @Flag(help: "输出 JSON") var json = false

    func run() throws {
        let rules = try store.packs.rules()
        let ledger = try store.existingLedger()
        let day = on ?? store.clocks.clock.today
        let file = try ledger.read { try SubjectFiles(rules: rules).file(of: key, on: day, in: $0) }
        guard let file else { throw Refusal("没有主体“\(key)”", "there is no subject “\(key)”") }
        if json {
            Console.bytes(file.json + [0x0A])
        } else {
            Console.line(words(of: file))
        }
    }

    private func words(of file: SubjectFile) -> String {
        var lines = ["\(file.subject.name)　\(file.subject.key)"]
        if !file.subject.formerNames.isEmpty { lines.append("曾用名：" + file.subject.formerNames.joined(separator: "、")) }
        if file.factsContest != .none { lines.append("登记信息\(file.factsContest.suffix)") }
        lines += file.facts.map { "  \($0.title.chinese)：\($0.value.chinese)" }
        for record in file.records {
            lines.append(
                "\(record.kindTitle.chinese)　\(record.decided.map { "\($0)" } ?? "")　日志位置 \(record.position)\(record.contest.suffix)"
            )
            lines += record.fields.map { "  \($0.title.chinese)：\($0.value.chinese)" }
            lines.append("  " + record.publicationReason.chinese)
        }
        if file.unpublished > 0 { lines.append("另有 \(file.unpublished) 条不在公示期内") }
        lines.append("截至 \(file.reading.day)，日志 \(file.reading.treeSize) 条")
        return lines.joined(separator: "\n")
    }
}

extension ContestMark {
    /// The mark behind a line of text; empty where there is none.
    fileprivate var suffix: String {
        switch self {
        case .none: ""
        case .noted: "　有异议"
        case .open: "　异议处理中"
        }
    }
}
