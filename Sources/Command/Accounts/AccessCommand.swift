import ArgumentParser
import Credit
import Desk
import Store

/// `chengxin access`: the access record, by an account that may read it.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "访问记录：每次登录、拒绝、查阅和操作 · the access record")
    @OptionGroup var store: StoreOptions
    @Option(help: "查阅人的登录名，须有查看访问记录权限 · who looks; needs the duty “audit”") var by: String
    @Option(help: "只看某账号（登录名）· of an account") var name: String?
    @Option(help: "只看某主体 · about a subject") var subject: String?
    @Option(help: "只看某类行为，如 sign-in · of a kind") var what: String?
    @Option(help: "只看某种结果，如 ACC-101 · with an outcome") var outcome: String?
    @Option(help: "首日 · first day") var from: Day?
    @Option(help: "末日 · last day") var until: Day?
    @Option(help: "最多几行 · most lines") var limit = 1_000
    @Flag(help: "输出 CSV") var csv = false
    @Flag(help: "输出 JSON") var json = false

    func run() throws {
        let desk = try PeopleDesk(store)
        let people = try desk.entrance.people()
        let (account, day) = (try people.account(named: by), desk.clock.today)
        let mayLook = people.duties(of: account.id, on: day).contains(.audit)
        // The look is a line of its own.
        try desk.ledger.note([
            AccessLine(
                instant: desk.clock.now(), account: account.id, address: "command", what: "access-record",
                outcome: mayLook ? "done" : EntryProblem.noDuty(.audit).code)
        ])
        guard mayLook else { throw EntryProblem.noDuty(.audit) }
        var question = AccessQuestion(limit: max(1, limit))
        question.account = try name.map { try people.account(named: $0).id }
        (question.subject, question.what, question.outcome) = (subject, what, outcome)
        (question.from, question.until) = (from, until)
        var lines: [[String?]] = []
        try desk.ledger.read { reader in
            try reader.accessRecord(question) { lines.append(AccessCommand.cells(of: $0, people)) }
        }
        write(lines)
    }

    private static let columns = [
        (key: "ordinal", title: "序号"), (key: "instant", title: "时间"), (key: "account", title: "账号"),
        (key: "person", title: "姓名"), (key: "standingInFor", title: "代"), (key: "address", title: "来源"),
        (key: "what", title: "行为"), (key: "outcome", title: "结果"), (key: "subject", title: "主体"),
        (key: "purpose", title: "用途"), (key: "matter", title: "事由编号"),
    ]

    private static func cells(of stored: StoredAccessLine, _ people: People) -> [String?] {
        let (line, account) = (stored.line, stored.line.account.flatMap { people.accounts[$0] })
        return [
            String(stored.ordinal), line.instant.text, account?.signIn ?? line.account, account?.person,
            line.principal.map { people.accounts[$0]?.signIn ?? $0 }, line.address, line.what, line.outcome,
            line.subject, line.purpose, line.matter,
        ]
    }

    private func write(_ lines: [[String?]]) {
        let columns = AccessCommand.columns
        if json {
            let objects = lines.map { cells in
                let members = zip(columns, cells).map { column, cell in
                    "\"\(column.key)\":" + (cell.map { column.key == "ordinal" ? $0 : JSONText.quoted($0) } ?? "null")
                }
                return "{\(members.joined(separator: ","))}"
            }
            Console.line("[\(objects.joined(separator: ","))]")
        } else if csv {
            Console.bytes(Array("\u{FEFF}\(columns.map(\.title).joined(separator: ","))\r\n".utf8))
            for cells in lines {
                Console.bytes(Array((cells.map { ErrorsFile.cell($0 ?? "") }.joined(separator: ",") + "\r\n").utf8))
            }
        } else {
            for cells in lines { Console.line(cells.compactMap { $0 }.joined(separator: "\t")) }
        }
    }
}
