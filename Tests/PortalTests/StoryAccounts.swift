import Credit
import Portal
import Synchronization

/// Accounts that are made up: one that is open and one that is closed.
final class StoryAccounts: AccountDesk {
    let done = Mutex<[String]>([])

    static let line = AccountLine(
        id: "zhang", signIn: "zhang.cb", person: "章<承>办", organ: "示例市市场监督管理局", duties: [.handle, .submit],
        state: Story.words("正常", "Open"), isOpen: true)
    static let closed = AccountLine(
        id: "old", signIn: "old.one", person: "旧人", organ: "示例市市场监督管理局", duties: [],
        state: Story.words("已注销", "Closed"), isOpen: false)
    static let lock = CaseAction(
        code: "lock", title: Story.words("锁定", "Lock"), warning: Story.words("立即生效。", "At once."), duty: .administer,
        fields: [FormField("reason", Story.words("事由", "Reason"), .text(upTo: 200))])
    static let reset = CaseAction(
        code: "reset", title: Story.words("重置", "Reset"), duty: .administer,
        fields: [FormField("reason", Story.words("事由", "Reason"), .text(upTo: 200))])
    static let file = AccountFile(
        line: line, facts: [.init(Story.words("单位", "Organisation"), Story.words("市监局", "Bureau"))],
        authorisations: [Story.words("黎 代 章", "Li for Zhang")], actions: [lock, reset])
    static let empty = AccountFile(line: closed, facts: [], authorisations: [], actions: [])
    static let own = OwnAccount(
        signIn: "zhang.cb", duties: [.handle], recoveryCodes: 9,
        sessions: [
            .init(id: "aa", address: "10.0.0.1", began: "2026-06-30 09:00", lastUsed: "2026-06-30 09:05", isThis: true),
            .init(
                id: "bb", address: "10.0.0.2", began: "2026-06-29 09:00", lastUsed: "2026-06-29 09:05", isThis: false),
        ], tokens: [.init(id: "t1", label: "报送<程序>", until: Story.today)])
    static let quiet = OwnAccount(
        signIn: "li", duties: [], recoveryCodes: 0, sessions: [], tokens: [])

    private func check(_ session: OfficeSession) throws {
        guard session.duties.contains(.administer) else { throw OfficeRefusal.missingDuty(.administer) }
    }

    func accounts(for session: OfficeSession) throws -> [AccountLine] {
        try check(session)
        return [Self.line, Self.closed]
    }

    func account(_ id: String, for session: OfficeSession) throws -> AccountFile? {
        try check(session)
        return id == "zhang" ? Self.file : nil
    }

    func opening(for session: OfficeSession) throws -> CaseAction {
        CaseAction(
            code: "open", title: Story.words("开立账号", "Open"), duty: .administer,
            fields: [FormField("name", Story.words("登录名", "Name"), .line(upTo: 32))])
    }

    func administer(
        _ action: String, of account: String?, _ values: FormValues, by session: OfficeSession, from address: String
    ) throws -> (account: String, secret: String?) {
        done.withLock { $0.append("\(action) \(account ?? "-")") }
        return (account ?? "new", action == "lock" ? nil : "SECRET-ONCE")
    }

    func own(_ session: OfficeSession) throws -> OwnAccount { Self.own }

    func change(_ change: OwnChange, by session: OfficeSession, from address: String) throws -> OwnAnswer {
        done.withLock { $0.append("\(change)") }
        switch change {
        case .password(let old, _, _) where old != " right ":
            throw OfficeRefusal(code: "ACC-101", status: 401, words: Story.words("不对。", "Wrong."))
        case .telephone: return .telephone("otpauth://totp/x:y?secret=ABC")
        case .confirm("123456"): return .recovery(["one-code", "two-code"])
        case .confirm: throw OfficeRefusal(code: "ACC-143", status: 401, words: Story.words("不对。", "Wrong."))
        default: return .done
        }
    }

    func setUp(name: String, secret: String, password: String, from address: String) throws -> String {
        guard secret == "right" else {
            throw OfficeRefusal(code: "ACC-141", status: 401, words: Story.words("不对。", "Wrong."))
        }
        return "otpauth://totp/x:\(name)?secret=ABC"
    }

    func confirm(name: String, code: String, from address: String) throws -> [String] {
        guard code == "123456" else {
            throw OfficeRefusal(code: "ACC-143", status: 401, words: Story.words("不对。", "Wrong."))
        }
        return ["one-code", "two-code"]
    }
}
