import ArgumentParser
import Credit
import Glibc
import Store

/// `chengxin erase RECORD`: 依法删除 — the content of a record is gone for good, by two officers and a paper; a provable
/// stub stays.
struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "依法删除一条信息的内容，叶、证明和存根留存 · erase a record's content for good; leaf, proof and stub stay",
        discussion: """
            一笔事务内删除记录各版本、其已办结案件及随之而来的全部内容，再重写数据库文件。此前的备份不在本程序掌握之内，须另行销毁。
            Older backups are out of this program's reach and must be destroyed.
            """)
    @OptionGroup var store: StoreOptions
    @Argument(help: "信用信息编号；用 --list、--finish 时不给 · id of the record") var record: String?
    @Option(help: "承办人的登录名 · first officer") var by: String?
    @Option(help: "复核人的登录名，须为另一人 · second officer") var second: String?
    @Option(help: "事由：\(ErasureGround.allCases.map(\.rawValue).joined(separator: "、"))") var ground: ErasureGround?
    @Option(help: "文书机关 · organ of the paper") var organ: String?
    @Option(help: "文号 · number of the paper") var paper: String?
    @Option(help: "文书日期 · day of the paper") var dated: Day?
    @Option(help: "依据：文件和条款 · document and clause") var basis: String?
    @Option(help: "理由，记入日志；不得写明是谁 · reason; it may not say whose record it was") var reason: String?
    @Flag(help: "只列出已删除信息的存根 · list what was erased") var list = false
    @Flag(help: "做完上次中断的善后 · finish what was broken off") var finish = false
    @Flag(help: "输出 JSON") var json = false

    func run() throws {
        let ledger = try store.existingLedger()
        if list { return try tell(ledger) }
        if !finish { try erase(ledger) }
        let finished = try ledger.finishErasures { try remove($0) }
        if finish {
            Console.line("已完成 \(finished) 次删除的善后 · finished")
        }
        try sweep(ledger)
    }

    /// Takes away what no case names, since the form that it came with was refused: no erasure knows whose it was.
    private func sweep(_ ledger: Ledger) throws {
        let folder = EvidenceFolder(data: store.data)
        let unnamed = try ledger.read { try $0.unnamed(among: folder.digests) }
        let gone = unnamed.filter(folder.isSettled)
        for digest in gone.sorted() { try remove("evidence/" + digest) }
        if gone.count < unnamed.count {
            Console.remark(
                "有 \(unnamed.count - gone.count) 个新收附件未被任何案件引用，十分钟后请运行 chengxin erase --finish · "
                    + "new files that no case names: run erase --finish in ten minutes")
        }
    }

    private func erase(_ ledger: Ledger) throws {
        guard let record, let by, let second, let ground else {
            throw Refusal(
                "请写明信息编号、--by、--second 和 --ground", "name the record, --by, --second and --ground", exit: 2)
        }
        let instant = store.clocks.clock.now()
        let id = RandomSource().id()
        var account: String?
        func line(_ outcome: String) -> AccessLine {
            AccessLine(
                instant: instant, account: account, address: "command", what: "erase", outcome: outcome,
                purpose: ground.title.chinese, matter: paper)
        }
        do {
            let (receipt, erasure) = try ledger.record(at: instant) {
                (reader: Reader) throws -> (Change, Erasure) in
                let people = try reader.people()
                let first = try officer(by, among: people, on: instant.day)
                account = first.account
                let other = try officer(second, among: people, on: instant.day)
                let found = try reader.erasable(record, among: people, on: instant.day)
                guard
                    let paper = OrderPaper(organ: organ, number: paper, date: dated, basis: basis)
                else { throw ErasureProblem.noPaper }
                let erasure = try found.erase(
                    id: id, ground: ground, paper: paper, reason: reason ?? "", by: first, and: other, among: people,
                    on: instant.day)
                return (Change(events: [.erasure(erasure)], access: [line("done")]), erasure)
            }
            try ledger.sealAccessRecordIfDue(at: instant)
            Console.line(
                "已删除 \(record)：\(erasure.positions.count) 个日志条目的内容不再存在，存根在日志位置 "
                    + "\(receipt.positions.lowerBound) · erased; the stub stays")
            Console.remark(
                "此前的备份、送回报送人的文件和外部副本不在本程序掌握之内，须另行销毁 · older backups and copies elsewhere must be destroyed")
        } catch let problem as any CaseProblem {
            try ledger.note([line(problem.code)])
            throw problem
        }
    }

    private func officer(_ name: String, among people: People, on day: Day) throws -> Officer {
        let account = try people.account(named: name)
        guard let officer = people.officer(account.id, on: day) else { throw AccessProblem.noAccount(name) }
        return officer
    }

    /// Takes away a file of the data folder; one that is not there is gone already.
    private func remove(_ name: String) throws {
        let path = store.data + "/" + name
        guard unlink(path) == 0 || errno == ENOENT else {
            throw Refusal("删不了“\(path)”：\(Input.reason())", "cannot remove “\(path)”")
        }
    }

    private func tell(_ ledger: Ledger) throws {
        let (stubs, unfinished) = try ledger.read { (try $0.erasures(), try $0.unfinishedErasures()) }
        for stub in stubs {
            let (erasure, paper) = (stub.erasure, stub.erasure.paper)
            if json {
                Console.line(
                    "{\"record\":\(JSONText.quoted(erasure.record)),\"kind\":\(JSONText.quoted(erasure.kind)),"
                        + "\"department\":\(JSONText.quoted(erasure.department)),\"day\":\"\(stub.day)\","
                        + "\"ground\":\"\(erasure.ground.rawValue)\",\"organ\":\(JSONText.quoted(paper.organ)),"
                        + "\"paper\":\(JSONText.quoted(paper.number)),\"dated\":\"\(paper.date)\","
                        + "\"basis\":\(JSONText.quoted(paper.basis)),\"reason\":\(JSONText.quoted(erasure.reason)),"
                        + "\"position\":\(stub.position),"
                        + "\"erased\":[\(erasure.positions.map(String.init).joined(separator: ","))]}")
            } else {
                Console.line(
                    "\(erasure.record)\t\(erasure.kind)\t\(stub.day)\t\(erasure.ground.title.chinese)\t"
                        + "\(paper.organ) \(paper.number)（\(paper.date)）\t日志位置 \(stub.position)")
            }
        }
        if unfinished > 0 {
            Console.remark(
                "有 \(unfinished) 次删除的善后没有做完，请运行 chengxin erase --finish · unfinished: run erase --finish")
        }
    }
}

extension ErasureGround: ExpressibleByArgument {}
