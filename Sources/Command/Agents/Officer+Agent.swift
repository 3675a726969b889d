import Credit

/// 企业经办人: whoever acts for a company stands in the events of its cases, marked as one.
extension Officer {
    private static let agentMark = "（企业经办人）"

    /// Whoever is bound to a company, as the case names them; an agent judges nothing.
    static func agent(_ binding: AgentBinding, at organ: String) -> Officer {
        Officer(account: binding.agent, name: binding.person + agentMark, organ: organ)
    }

    /// Whether it is somebody who acts for a company.
    var isAgent: Bool { name.hasSuffix(Officer.agentMark) }
}
