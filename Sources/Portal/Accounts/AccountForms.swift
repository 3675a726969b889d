import Credit

/// 本人表单: what is asked of somebody about the own account; secrets are typed unseen and never shown again.
enum OwnForm: String, CaseIterable, Sendable {
    case password, telephone, confirm
    case endSession = "end-session"
    case revokeToken = "revoke-token"

    /// Whether it has a page of its own; the others are buttons of the page of the account.
    var hasPage: Bool { self == .password || self == .telephone }

    var action: CaseAction {
        switch self {
        case .password:
            OwnForm.form(
                "password", .both("更换口令", "Change the password"),
                .both("更换后您的会话全部结束，须用新口令重新登录。", "All your sessions end; sign in again with the new one."),
                [OwnForm.old, OwnForm.code, OwnForm.new, OwnForm.again])
        case .telephone:
            OwnForm.form(
                "telephone", .both("更换手机", "Change the telephone"),
                .both(
                    "下一步给出新手机用的密钥；输入新手机上的动态口令之前，旧手机仍然有效。",
                    "The next page has the key for the new telephone; the old one is good until a code of the new one has come."
                ), [OwnForm.old, OwnForm.code])
        case .confirm:
            OwnForm.form("confirm", .both("确认", "Confirm"), nil, [OwnForm.code])
        case .endSession, .revokeToken:
            OwnForm.form(
                rawValue, .both("确定", "Do it"), nil,
                [FormField("id", .both("编号", "Id"), .line(upTo: 128))])
        }
    }

    /// What is asked of somebody who sets a password with a set-up secret.
    static let setUp = form(
        "set-up", .both("设置口令", "Set the password"),
        .both(
            "初始凭据由账号管理员交给您，72 小时内有效，只能用一次。",
            "The administrator gave you the set-up secret; it is good for 72 hours, once."),
        [
            FormField("name", .both("账号", "Account"), .line(upTo: 32)),
            FormField("secret", .both("初始凭据", "Set-up secret"), .line(upTo: 64)), new, again,
        ])

    /// What is typed unseen.
    static let secrets: Set<String> = ["old", "new", "again", "secret"]

    private static let old = FormField("old", .both("现在的口令", "Present password"), .line(upTo: 128))
    private static let code = FormField(
        "code", .both("动态口令", "One-time code"),
        hint: .both("手机上的 6 位数字；手机不在时填一个恢复码。", "The six digits of your telephone, or a recovery code."), .line(upTo: 40)
    )
    private static let new = FormField(
        "new", .both("新口令", "New password"),
        hint: .both(
            "12 至 128 个字符，至少 5 种不同字符，不含账号或姓名。",
            "12 to 128 characters, five different ones at least, neither name in it."),
        .line(upTo: 128))
    private static let again = FormField("again", .both("再输入一次新口令", "The new password again"), .line(upTo: 128))

    private static func form(
        _ code: String, _ title: Label, _ warning: Label?, _ fields: [FormField]
    ) -> CaseAction {
        CaseAction(code: code, title: title, warning: warning, duty: .handle, fields: fields)
    }
}

extension FieldFault {
    /// The new password was typed in two ways.
    static let notAgain = FieldFault(
        field: "again", code: "WEB-185",
        words: .both("两次输入的新口令不一样，请重新输入。", "The two entries of the new password differ; type them again."))
}
