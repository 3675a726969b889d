import Credit

/// 被代行人: somebody whose dated 授权 lets another stand in.
public struct OfficePrincipal: Hashable, Sendable {
    /// Id of the account.
    public let account: String
    /// 姓名.
    public let name: String
    /// The last day of the authorisation that runs longest.
    public let lastDay: Day

    /// Somebody who may be stood in for.
    public init(account: String, name: String, lastDay: Day) {
        self.account = account
        self.name = name
        self.lastDay = lastDay
    }
}

/// 代行页: whom to act for from now on.
enum StandInForm {
    static let field = "principal"
    /// What stands for acting as oneself.
    static let own = "-"

    static func action(_ principals: [OfficePrincipal], isStandingIn: Bool) -> CaseAction {
        let others = principals.map { principal in
            FormField.Choice(
                principal.account,
                Label(
                    "代\(principal.name)，至 \(principal.lastDay)",
                    "Stand in for \(principal.name), until \(principal.lastDay)"))
        }
        let own = FormField.Choice(own, Label("以本人身份", "As myself"))
        return CaseAction(
            code: "stand-in", title: Label("代行", "Stand in for somebody"),
            warning: Label(
                "代行期间，您所办的每一步都记作“代”；只能办授权文书写明、且被代行人当日可办的事项。授权到期或退出登录，代行随即结束。",
                "Every step you take is then entered as a substitute's. You may do what the paper names and the other may do "
                    + "that day. It ends with the authorisation, and when you sign out."),
            duty: .handle,
            fields: [
                FormField(
                    field, Label("以谁的身份办理", "Act for"), .choice(others + (isStandingIn || others.isEmpty ? [own] : [])))
            ])
    }
}
