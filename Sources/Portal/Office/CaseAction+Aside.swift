import Credit

extension CaseAction {
    /// 次要事项: what ends a case without its result, takes something back or goes beside it. It is offered, and does not stand
    /// in front of what the case waits for.
    var isAside: Bool {
        code.hasPrefix("letter.") || ["drop", "lift", "revoke", "unbind", "withdraw"].contains(code)
    }
}
