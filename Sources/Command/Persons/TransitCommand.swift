import ArgumentParser
import Credit
import Glibc
import Sheets
import Store

/// `chengxin transit`: 自然人信息过境 — rows about natural persons are sealed at intake; they leave in the region's layout
/// under two officers, and are deleted on their day. No command shows one.
struct TransitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transit", abstract: "自然人信息封存过境：计数、转报、到期删除 · natural persons' rows, sealed in transit",
        subcommands: [Status.self, Export.self, Clean.self])

    /// `transit status`: how many, and no more.
    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "各类封存、已转报、已删除的行数 · how many are sealed")
        @OptionGroup var store: StoreOptions
        @Flag(help: "输出 JSON") var json = false

        func run() throws {
            let ledger = try store.existingLedger()
            let counts = try ledger.read { try $0.transitCounts() }
            if json {
                let objects = counts.map { count in
                    "{\"kind\":\(JSONText.quoted(count.kind)),\"waiting\":\(count.waiting),\"left\":\(count.left),"
                        + "\"deleted\":\(count.deleted),\"firstDue\":\(count.firstDue.map { "\"\($0)\"" } ?? "null")}"
                }
                Console.line("[\(objects.joined(separator: ","))]")
                return
            }
            for count in counts {
                Console.line(
                    "\(count.kind)：待转报 \(count.waiting)，已转报 \(count.left)，已删除 \(count.deleted)"
                        + (count.firstDue.map { "；最早删除日 \($0)" } ?? ""))
            }
        }
    }

    /// `transit export`: the file for the region.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "两人转报：按上级版式写出，同时记入日志和访问记录 · for the region, under two officers")
        @OptionGroup var store: StoreOptions
        @Option(help: "上报版式代码 · layout code") var layout: String
        @Option(help: "承办人的登录名 · first officer") var by: String
        @Option(help: "复核人的登录名，须为另一人 · second officer") var second: String
        @Option(help: "事由编号 · matter number") var matter: String
        @Option(help: "输出文件，仅本人可读 · where to; readable by its owner alone") var out: String
        @Flag(help: "连同已经转报而未删除的 · also those that have left already") var again = false

        func run() throws {
            let rules = try store.packs.rules()
            let layout = try rules.reportingLayout(self.layout, of: nil)
            let kind = try rules.kind(named: layout.kind)
            let ledger = try store.existingLedger()
            let instant = store.clocks.clock.now()
            guard access(out, F_OK) != 0 else {
                throw Refusal("“\(out)”已存在，未作改动", "“\(out)” exists and was left alone")
            }
            let id = RandomSource().id()
            var account: String?
            func line(_ outcome: String) -> AccessLine {
                AccessLine(
                    instant: instant, account: account, address: "command", what: "transit-export", outcome: outcome,
                    purpose: "自然人信息转报上级平台", matter: matter)
            }
            do {
                let people = try ledger.read { try $0.people() }
                func officer(_ name: String) throws -> Officer {
                    let account = try people.account(named: name)
                    guard let officer = people.officer(account.id, on: instant.day) else {
                        throw AccessProblem.noAccount(name)
                    }
                    return officer
                }
                let first = try officer(by)
                account = first.account
                let order = try TransitOrder(
                    id: id, kind: layout.kind, layout: layout.code, matter: matter, by: first, and: officer(second),
                    among: people, on: instant.day)
                let (export, rows) = try ledger.depart(order, again: again, access: line("done"), at: instant)
                try write(rows, in: layout, of: kind)
                try ledger.sealAccessRecordIfDue(at: instant)
                Console.line("已转报 \(export.rows.count) 行，批次 \(export.id)，文件 \(out) · exported")
            } catch let problem as any CaseProblem {
                try ledger.note([line(problem.code)])
                throw problem
            }
        }

        /// The rows in the words in which they were handed in.
        private func write(_ rows: [[String: String]], in layout: ReportingLayout, of kind: RecordKind) throws {
            let before = umask(0o077)
            defer { umask(before) }
            let writer = try LayoutWorkbook.begin(layout, of: kind, at: out)
            for (index, row) in rows.enumerated() {
                for (column, heading) in layout.columns.enumerated() {
                    let text = heading.fields.lazy.compactMap { row[$0] }.first ?? row[heading.title]
                    if let text { try writer.cell(row: index + 2, column: column, text) }
                }
            }
            try writer.close()
            chmod(out, 0o600)
        }
    }

    /// `transit clean`: what is due.
    struct Clean: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "删除到期的封存行，留下存根 · delete what is due")
        @OptionGroup var store: StoreOptions
        @Flag(help: "连同到期而从未转报的 · also those that never left") var unsent = false

        func run() throws {
            let ledger = try store.existingLedger()
            let (deleted, kept) = try ledger.deleteDueRows(unsent: unsent, at: store.clocks.clock.now())
            try ledger.finishErasures { name in
                let path = store.data + "/" + name
                guard unlink(path) == 0 || errno == ENOENT else {
                    throw Refusal("删不了“\(path)”：\(Input.reason())", "cannot remove “\(path)”")
                }
            }
            Console.line("已删除 \(deleted) 行，存根在日志中 · deleted")
            if kept > 0 {
                throw Refusal(
                    "\(kept) 行已到期而从未转报，仍然保留；请先 transit export，或者用 --unsent 一并删除",
                    "\(kept) rows are due and never left; export them first, or delete them with --unsent")
            }
        }
    }
}
