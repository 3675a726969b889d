import ArgumentParser
import Credit
import Store

extension AccountCommand {
    /// `account token`: what a program signs in with, shown once.
    struct Token: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "发放访问令牌，只显示一次：程序以该账号的权限调用 /api/v1 · an access token for programs")
        @OptionGroup var store: StoreOptions
        @Argument(help: "登录名 · sign-in name") var name: String
        @Option(help: "末日，默认 \(AccessToken.usual) 日后，最长 \(AccessToken.longest) 日 · last day") var until: Day?
        @Option(help: "用途 · what it is for") var label = "chengxin"
        @Option(help: "由管理员代为申请的，其登录名 · administrator who asks for it in their stead") var by: String?

        func run() throws {
            let desk = try PeopleDesk(store)
            let id = desk.id()
            let token = try desk.entrance.issueToken(
                id, to: name, for: label, until: until, by: by, from: "command")
            Console.line(token)
            Console.remark(
                "以上令牌只显示这一次；编号 \(id)，可用 chengxin account revoke \(id) 收回 · shown once; revoke it by its id")
        }
    }

    /// `account tokens`.
    struct Tokens: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "账号的访问令牌 · tokens of an account")
        @OptionGroup var store: StoreOptions
        @Argument(help: "登录名 · sign-in name") var name: String

        func run() throws {
            let ledger = try store.existingLedger()
            let today = store.clocks.clock.today
            let tokens = try ledger.read { try $0.accessTokens(of: $0.people().account(named: name).id) }
            for token in tokens {
                let state = token.until < today ? "已到期" : token.lastUsed == nil ? "未用过" : "在用"
                Console.line("\(token.id)\t\(token.label)\t\(token.issued) 至 \(token.until)\t\(state)")
            }
        }
    }

    /// `account revoke`.
    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "收回访问令牌，立即失效 · revoke a token")
        @OptionGroup var store: StoreOptions
        @Argument(help: "令牌编号 · id of the token") var token: String
        @Option(help: "管理员的登录名；不写为本人 · administrator; nobody for the account itself") var by: String?

        func run() throws {
            try PeopleDesk(store).entrance.revokeToken(token, by: by, from: "command")
            Console.line("令牌 \(token) 已收回 · revoked")
        }
    }
}
