/// 登录问题: why somebody does not come in, or a password or code is not taken.
public enum EntryProblem: CaseProblem, Hashable {
    /// Name, password or code is wrong; which of them is never told.
    case wrong
    /// Too many wrong tries of this name.
    /// - Unit: seconds until the next
    case locked(seconds: Int)
    /// Too many wrong tries from this address.
    /// - Unit: seconds until the next
    case slowed(seconds: Int)
    /// The session has ended, or never was.
    case ended
    /// No account has been opened yet.
    case nobody
    /// Accounts without a safe secret, by sign-in name: nobody is let in while there are any.
    case unsafeAccounts([String])
    /// The key that seals the secrets of accounts is missing.
    case keyLost(path: String)
    /// The set-up secret is wrong, used up or too old.
    case wrongSetUp
    /// The password is too short or too long, or can be guessed from the name.
    case weakPassword(least: Int, most: Int)
    /// The one-time code is wrong or was used before.
    case wrongCode
    /// No authorisation allows standing in for that person today.
    case noStandIn
    /// The post does not allow it.
    case noDuty(Duty)
    /// The access token is wrong, over or revoked.
    case wrongToken
    /// There is no access token of this id.
    case noToken(String)

    /// Code of the problem.
    public var code: String {
        switch self {
        case .wrong: "ACC-101"
        case .locked: "ACC-102"
        case .slowed: "ACC-103"
        case .ended: "ACC-104"
        case .nobody: "ACC-105"
        case .unsafeAccounts: "ACC-106"
        case .keyLost: "ACC-107"
        case .wrongSetUp: "ACC-141"
        case .weakPassword: "ACC-142"
        case .wrongCode: "ACC-143"
        case .noStandIn: "ACC-144"
        case .noDuty: "ACC-145"
        case .wrongToken: "ACC-146"
        case .noToken: "ACC-147"
        }
    }

    /// HTTP status of an answer that says so.
    public var status: Int {
        switch self {
        case .wrong, .ended, .wrongSetUp, .wrongCode, .wrongToken: 401
        case .locked, .slowed: 429
        case .noStandIn, .noDuty: 403
        case .nobody, .unsafeAccounts, .keyLost: 503
        case .weakPassword: 422
        case .noToken: 404
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .wrong:
            Label(
                "登录名、口令或动态口令不正确，请重新填写；忘记口令请找本单位账号管理员重置。",
                "Name, password or one-time code is wrong; try again, or ask the administrator of your organisation.")
        case .locked(let seconds):
            Label(
                "该登录名错误次数过多，请在 \(EntryProblem.minutes(seconds)) 分钟后再试。",
                "Too many wrong tries of this name; try again in \(EntryProblem.minutes(seconds)) minutes.")
        case .slowed(let seconds):
            Label(
                "来自本地址的错误次数过多，请在 \(seconds) 秒后再试。",
                "Too many wrong tries from this address; try again in \(seconds) seconds.")
        case .ended: Label("会话已结束，请重新登录。", "The session has ended; sign in again.")
        case .nobody:
            Label(
                "尚未开立任何账号；请先运行 chengxin account first。",
                "No account has been opened; run chengxin account first.")
        case .unsafeAccounts(let names):
            Label(
                "以下账号没有安全的登录凭据，办公台不开放；请重置或注销：\(names.joined(separator: "、"))。",
                "These accounts have no safe secret, so the office stays closed; reset or close them: "
                    + names.joined(separator: ", ") + ".")
        case .keyLost(let path):
            Label(
                "找不到账号密钥“\(path)”，动态口令无法核对；请从备份恢复该文件。",
                "The key of accounts “\(path)” is missing, so codes cannot be checked; restore it from a backup.")
        case .wrongSetUp:
            Label(
                "初始凭据不正确、已使用或已过期；请找账号管理员重置。",
                "The set-up secret is wrong, used up or too old; ask an administrator for a new one.")
        case .weakPassword(let least, let most):
            Label(
                "口令须为 \(least) 至 \(most) 个字符，至少 5 种不同字符，且不含登录名或姓名。",
                "A password has \(least) to \(most) characters, five different ones at least, and holds neither name.")
        case .wrongCode:
            Label(
                "动态口令不正确或已使用；请核对手机时间，等下一个口令再试。",
                "The code is wrong or was used; check the telephone's clock and wait for the next code.")
        case .noStandIn:
            Label("今天没有授权可代该人办理；请查看授权期限。", "No authorisation lets you stand in for that person today.")
        case .noDuty(let duty):
            Label(
                "您的岗位没有“\(duty.title.chinese)”权限；请找账号管理员授予。",
                "Your post does not allow “\(duty.title.english)”; ask an administrator to grant it.")
        case .wrongToken:
            Label(
                "访问令牌不正确、已到期或已收回；请重新申请令牌。",
                "The access token is wrong, over or revoked; ask for a new one.")
        case .noToken(let id):
            Label("没有访问令牌“\(id)”，可能已经收回。", "There is no access token “\(id)”; it may have been revoked.")
        }
    }

    private static func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }
}
