import ArgumentParser
import Credit
import Desk
import Portal
import Store

/// `chengxin access`: the access record, by an account that may read it.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "访问记录：每次登录、拒绝、查阅和操作 · the access record")
    @OptionGroup var store: StoreOptions
    @Option(
        help: "查阅人的登录名，须有查看访问记录权限；只给 --subject 时不需要 · who looks; needs the duty “audit”, not for --subject alone")
    var by: String?
    @Option(help: "只看某账号（登录名）· of an account") var name: String?
    @Option(
        help: "只看某主体；不给 --by 时，输出可以交给该主体的查阅清单 · about a subject; without --by the list that is given out to it")
    var subject: String?
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
        guard let by else { return try giveOut(desk) }
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
        write(lines, AccessCommand.columns)
    }

    /// 本主体查阅清单: who looked at a subject, as it is given out to it: day, organisation, purpose and matter number, and
    /// nothing of the officers (R9). That it was given out is a line of its own.
    private func giveOut(_ desk: PeopleDesk) throws {
        guard let subject, name == nil, what == nil, outcome == nil else {
            throw Refusal("请给出 --by，或者只给 --subject", "give --by, or --subject alone")
        }
        guard let key = SubjectKey(text: subject)?.text else {
            throw Refusal("不是主体代码：\(subject)", "not the code of a subject: \(subject)")
        }
        try desk.ledger.note([
            AccessLine(
                instant: desk.clock.now(), account: nil, address: "command", what: "access-given-out", outcome: "done",
                subject: key, purpose: "向被查阅主体提供查阅清单", matter: key)
        ])
        let told = LooksTold(
            rules: desk.rules, kinds: OfficeKinds.all(desk.rules, evidence: EvidenceFolder(data: store.data)))
        let lines = try desk.ledger.read { reader in
            try told.looks(at: key, from: from, until: until, limit: max(1, limit), in: reader)
        }
        write(lines.map { [$0.day.description, $0.organ, $0.purpose, $0.matter] }, AccessCommand.givenOut)
    }

    private static let givenOut = [
        (key: "day", title: "日期"), (key: "organisation", title: "查阅单位"), (key: "purpose", title: "用途"),
        (key: "matter", title: "事由编号"),
    ]

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

    private func write(_ lines: [[String?]], _ columns: [(key: String, title: String)]) {
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
