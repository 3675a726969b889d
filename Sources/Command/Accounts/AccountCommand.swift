import ArgumentParser
import Credit
import Glibc
import Store

/// `chengxin account`: who works with the platform, and what each may do.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "账号与岗位权限 · accounts and duties",
        subcommands: [
            First.self, Add.self, Grant.self, Withdraw.self, Close.self, Reset.self, Authorise.self,
            EndAuthorisation.self, List.self, SetUp.self, Confirm.self, Password.self, Token.self, Tokens.self,
            Revoke.self,
        ])
}

/// 人员操作: opens the store for a command about people, and writes what it decides together with the access record.
struct PeopleDesk {
    let ledger: Ledger
    let clock: Clock
    let entrance: Entrance
    let rules: Rules
    private let random = RandomSource()

    /// The desk of a store, which is made where there is none yet.
    init(_ store: StoreOptions, making: Bool = false) throws {
        rules = try store.packs.rules()
        ledger = making ? try store.ledger() : try store.existingLedger()
        clock = store.clocks.clock
        entrance = try Entrance(ledger: ledger, surroundings: .of(clock))
    }

    /// An id of an account or authorisation.
    func id() -> String { random.id() }

    /// Decides on what is recorded, and writes it; a refusal stands in the access record too.
    ///
    /// - Parameter by: sign-in name of who asks; nil before there is anybody.
    @discardableResult func decide(
        _ what: String, by name: String?,
        _ body: (_ people: People, _ by: String, _ day: Day) throws -> ([PeopleEvent], [CredentialChange])
    ) throws -> Receipt {
        let instant = clock.now()
        var account: String?
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: account, address: "command", what: what, outcome: outcome)
        }
        do {
            let receipt = try ledger.record(at: instant) { (reader: Reader) throws -> (Change, Void) in
                let people = try reader.people()
                if let name { account = try people.account(named: name).id }
                let (events, credentials) = try body(people, account ?? "", instant.day)
                let change = Change(
                    events: events.map { .people($0) }, access: [line("done")], credentials: credentials)
                return (change, ())
            }.receipt
            try ledger.sealAccessRecordIfDue(at: instant)
            return receipt
        } catch let problem as AccessProblem {
            try ledger.note([line(problem.code)])
            throw problem
        }
    }
}

/// 办理人选项: `--by NAME`.
struct ActorOptions: ParsableArguments {
    @Option(help: "办理人：管理员的登录名 · sign-in name of the administrator who does it")
    var by: String
}

extension Duty: ExpressibleByArgument {}

/// 口令输入: secrets are read from standard input or a descriptor, one a line, never from an argument.
enum Secrets {
    /// The next line without its end; nil where there is none. Read byte by byte, since more may come later.
    static func line(from descriptor: Int32, asking prompt: String) throws -> String? {
        let isWatched = isatty(descriptor) != 0
        if isWatched { Console.ask(prompt) }
        var saved = termios()
        let isHidden = isWatched && tcgetattr(descriptor, &saved) == 0
        if isHidden {
            var quiet = saved
            quiet.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(descriptor, TCSAFLUSH, &quiet)
        }
        defer {
            if isHidden {
                tcsetattr(descriptor, TCSAFLUSH, &saved)
                Console.remark("")
            }
        }
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < 4_096 {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Refusal("读取失败：\(Input.reason())", "cannot read: \(Input.reason())") }
            if count == 0 { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
            if byte == 0x0A { break }
            bytes.append(byte)
        }
        if bytes.last == 0x0D { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The next line, which must be there.
    static func required(_ descriptor: Int32, _ prompt: String, _ what: (String, String)) throws -> String {
        guard let line = try line(from: descriptor, asking: prompt), !line.isEmpty else {
            throw Refusal("标准输入里没有\(what.0)", "standard input has no \(what.1)", exit: 2)
        }
        return line
    }
}
