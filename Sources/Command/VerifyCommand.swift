import ArgumentParser
import Credit
import Glibc
import Store
import StoreSQLite

/// `chengxin verify`: replays the log into a fresh database, compares every table, checks every proof.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "重放日志、核对每张表和每个证明，指出被改动之处 · replay, compare and prove")
    @OptionGroup var store: StoreOptions
    @Flag(help: "输出 JSON") var json = false

    func run() throws {
        let ledger = try store.existingLedger()
        let started = Clock.seconds()
        let report = try ScratchEngine.use { try ledger.verify(into: $0) { tell($0) } }
        Console.progress("")
        if json {
            let altered = report.findings.map { finding in
                "{\"table\":\(JSONText.quoted(finding.table)),\"key\":\(JSONText.quoted(finding.key)),"
                    + "\"what\":\(JSONText.quoted(finding.chinese))}"
            }
            Console.line(
                "{\"clean\":\(report.isClean),\"entries\":\(report.entries),\"root\":\(JSONText.quoted(report.root)),"
                    + "\"altered\":[\(altered.joined(separator: ","))],"
                    + "\"erased\":[\(report.erased.map(String.init).joined(separator: ","))]}")
        } else {
            for finding in report.findings {
                Console.line("✗ \(finding.table) \(finding.key)：\(finding.chinese) · \(finding.english)")
            }
            let milliseconds = Int((Clock.seconds() - started) * 1_000)
            Console.line(
                report.isClean
                    ? "✓ \(report.entries) 条日志、\(report.rows) 行数据全部一致，\(milliseconds) 毫秒 · all consistent"
                    : "发现 \(report.findings.count) 处不一致\(report.isCut ? "（只列出前面的）" : "") · altered")
        }
        if !report.erased.isEmpty {
            Console.remark(
                "\(report.erased.count) 个条目的内容已依法删除，叶与证明在日志中 · lawfully erased; see chengxin erase --list")
        }
        if report.unfinishedErasures > 0 {
            Console.remark("有删除的善后没有做完，请运行 chengxin erase --finish · an erasure is unfinished")
        }
        if !report.isClean { throw ExitCode(3) }
        sealAccessRecord(of: ledger)
    }

    /// What was found whole is sealed, so that the next look tells what was changed since. A rehearsal looked at without
    /// its clock, or a disk that can only be read, stays as it is.
    private func sealAccessRecord(of ledger: Ledger) {
        do {
            let isRehearsal = try ledger.read { try $0.opening()?.isRehearsal }
            guard isRehearsal == (store.clocks.day != nil) else { return }
            if let seal = try ledger.sealAccessRecord(at: store.clocks.clock.now()) {
                Console.remark("访问记录 \(seal.count) 行已封存 · the access record was sealed")
            }
        } catch {
            Console.remark(Refusal.words(for: error))
        }
    }

    private func tell(_ entries: Int) { Console.progress("已重放 \(entries) 条 · replayed") }
}

/// 临时库: an empty database in the system's temporary folder, thrown away after use.
enum ScratchEngine {
    static func use<Result>(_ body: (SQLiteEngine) throws -> Result) throws -> Result {
        let parent = TemporaryFolder.path
        var template = Array("\(parent)/chengxin-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw Refusal(
                "在“\(parent)”建不了临时文件夹：\(Input.reason())；请用环境变量 TMPDIR 指定有空间、可写的文件夹",
                "cannot make a temporary folder in “\(parent)”; name one that has room by TMPDIR")
        }
        let folder = String(cString: made)
        defer {
            for name in ["db", "db-wal", "db-shm"] { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
        return try body(SQLiteEngine(path: folder + "/db", purpose: .scratch))
    }
}
