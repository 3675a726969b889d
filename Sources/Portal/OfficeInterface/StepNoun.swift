/// 办理结果名: what a step is called as a resource under its case, since a program brings about a decision by making one:
/// `/listings/{id}/decision`. A step that is not named here is called by its code.
enum StepNoun {
    /// By the code of the action.
    static let nouns = [
        "accept": "acceptance", "approve": "approval", "bind": "binding", "close": "closing",
        "complete": "completeness", "decide": "decision", "execute": "execution", "extend": "extension",
        "forward": "forwarding", "fulfil": "fulfilment", "leave": "exit", "lift": "lifting", "pass": "passing",
        "pause": "suspension", "propose": "proposal", "publish": "publication", "refuse": "refusal",
        "reject": "rejection", "resume": "resumption", "revoke": "revocation", "route": "routing",
        "supervise": "supervision", "weigh": "weighing", "withdraw": "withdrawal",
    ]

    private static let codes = Dictionary(uniqueKeysWithValues: nouns.map { ($0.value, $0.key) })

    /// The resource that an action makes.
    static func noun(of code: String) -> String { nouns[code] ?? code }

    /// The action that makes a resource; a code stands for itself.
    static func code(of noun: String) -> String { codes[noun] ?? noun }
}
