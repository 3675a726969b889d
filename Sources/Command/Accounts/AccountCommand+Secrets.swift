import ArgumentParser
import Credit
import Proofs
import Store

/// 口令来源选项: secrets come from standard input or another descriptor, one a line.
struct SecretOptions: ParsableArguments {
    @Option(help: "从哪个文件描述符读取（每行一项），默认标准输入 · descriptor to read from, one a line")
    var descriptor: Int32 = 0
}

extension AccountCommand {
    /// `account set-up`: password and one-time codes, by the person themselves.
    struct SetUp: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-up",
            abstract: "本人设置口令和动态口令；依次读入初始凭据、新口令、手机上的动态口令 · set password and codes up")
        @OptionGroup var store: StoreOptions
        @OptionGroup var secrets: SecretOptions
        @Option(help: "登录名 · sign-in name") var name: String

        func run() throws {
            let desk = try PeopleDesk(store)
            let input = secrets.descriptor
            let secret = try Secrets.required(input, "初始凭据 · set-up secret: ", ("初始凭据", "set-up secret"))
            let password = try Secrets.required(input, "新口令 · new password: ", ("新口令", "new password"))
            let code = try desk.entrance.setUp(name: name, secret: secret, password: password, from: "command")
            Console.line(code.address(name: name, issuer: desk.rules.code))
            Console.remark("请把以上地址加入手机上的动态口令程序 · add this address to the authenticator on the telephone")
            guard let typed = try Secrets.line(from: input, asking: "动态口令 · one-time code: ") else {
                Console.remark("尚未确认；请用 chengxin account confirm --name \(name) 输入一次动态口令 · not confirmed yet")
                return
            }
            try AccountCommand.confirm(typed, of: name, at: desk)
        }
    }

    /// `account confirm`: a right code shows that the telephone holds the secret.
    struct Confirm: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "输入一次动态口令以确认，恢复码只显示一次 · confirm with a code")
        @OptionGroup var store: StoreOptions
        @OptionGroup var secrets: SecretOptions
        @Option(help: "登录名 · sign-in name") var name: String

        func run() throws {
            let desk = try PeopleDesk(store)
            let typed = try Secrets.required(
                secrets.descriptor, "动态口令 · one-time code: ", ("动态口令", "one-time code"))
            try AccountCommand.confirm(typed, of: name, at: desk)
        }
    }

    /// `account password`: another password, by whoever knows the old one.
    struct Password: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "本人更换口令；依次读入旧口令、动态口令、新口令 · change the password")
        @OptionGroup var store: StoreOptions
        @OptionGroup var secrets: SecretOptions
        @Option(help: "登录名 · sign-in name") var name: String

        func run() throws {
            let desk = try PeopleDesk(store)
            let input = secrets.descriptor
            let old = try Secrets.required(input, "旧口令 · old password: ", ("旧口令", "old password"))
            let code = try Secrets.required(input, "动态口令 · one-time code: ", ("动态口令", "one-time code"))
            let new = try Secrets.required(input, "新口令 · new password: ", ("新口令", "new password"))
            try desk.entrance.changePassword(name: name, old: old, code: code, new: new, from: "command")
            Console.line("口令已更换，所有会话已结束 · changed; every session has ended")
        }
    }

    fileprivate static func confirm(_ code: String, of name: String, at desk: PeopleDesk) throws {
        for code in try desk.entrance.confirm(name: name, code: code, from: "command") { Console.line(code) }
        Console.remark(
            "已确认，可以登录。以上十个恢复码只显示这一次，每个可代替动态口令用一次 · confirmed; ten recovery codes, each good once")
    }
}
