import Credit
import Store

/// 经办人绑定: who signed up to act for a company, and the officer who sees the papers and binds them, or unbinds them.
struct AgentCases: CaseKind {
    /// 核验单位: the city's credit office.
    let office: String
    let rules: Rules
    let prefix = "AGT"
    let noun = "agents"
    let plural = Label("经办人绑定", "Agents of companies")

    init(rules: Rules) {
        self.rules = rules
        office = rules.letters["reminder"]?.sender ?? ""
    }

    private static let kind = Label("经办人绑定", "Agent of a company")

    func openings(
        for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> [CaseAction] { [] }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        // It begins with somebody signing up, and nowhere else.
        throw AgentProblem.notBound
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        guard officer.acts(for: office) else { return [] }
        let agents = try reader.agents()
        guard !agents.isEmpty else { return [] }
        let bindings = try reader.people().bindings
        return try agents.filter { !(bindings[$0.id]?.holds(on: day) ?? false) }.map { agent in
            let line = CaseLine(
                id: id(agent), kind: Self.kind, title: Label("登记：\(agent.person)", "Signed up: \(agent.person)"),
                subject: try reader.subject(agent.code)?.name ?? agent.code,
                stage: Label("待核验材料", "Papers to be seen"), organ: office, deadline: nil, state: nil)
            return WaitingCase(line, subject: agent.code)
        }
    }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard officer.acts(for: office), let agent = try reader.agent(agentID(id)) else { return nil }
        let binding = try reader.people().bindings[agent.id]
        let isBound = binding?.holds(on: day) ?? false
        let bind = CaseAction(
            code: "bind", title: Label("核验并绑定", "Bind, having seen the papers"),
            warning: Label(
                "请核对营业执照和授权委托书原件；不留存身份证件号码。", "See the licence and the power of attorney; no identity number is kept."),
            duty: .handle,
            fields: [
                FormField(
                    "paper", Label("授权委托书（扫描件）", "Power of attorney, scanned"),
                    hint: Label("遮盖身份证件号码后再扫描", "Cover identity numbers before scanning"),
                    .file(types: RepairFile.types, most: RepairFile.most)),
                FormField("until", Label("授权末日", "Last day of the authorisation"), .day),
                FormField("seen", Label("已核对原件", "The originals were seen"), .check),
            ])
        let unbind = CaseAction(
            code: "unbind", title: Label("解除绑定", "Unbind"), duty: .handle,
            fields: [FormField("reason", Label("事由", "Reason"), .text(upTo: 400))])
        let actions = isBound ? [unbind] : [bind]
        return CaseSheet(
            id: id, kind: Self.kind, title: Label(agent.person, agent.person),
            subject: (key: agent.code, name: try reader.subject(agent.code)?.name),
            stage: isBound ? Label("已绑定", "Bound") : Label("待核验材料", "Papers to be seen"), isClosed: false,
            facts: facts(agent, binding), clocks: [],
            steps: try reader.agentSteps(of: agent.id).map { step in
                CaseSheet.Step(
                    day: step.day, words: step.isBound ? Label("绑定", "Bound") : Label("解除绑定", "Unbound"), by: nil,
                    position: step.position)
            },
            actions: actions.filter { duties.contains($0.duty) })
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard officer.acts(for: office), let agent = try reader.agent(agentID(id)) else { throw AgentProblem.notBound }
        let people = try reader.people()
        switch action {
        case "bind":
            return [
                .people(
                    try people.bind(
                        agent: agent.id, person: agent.person, code: agent.code, paper: values["paper"],
                        until: values.day("until"), by: officer, on: day))
            ]
        default:
            return [
                .people(try people.unbind(agent: agent.id, reason: values["reason"] ?? "", by: officer, on: day))
            ]
        }
    }

    private func facts(_ agent: StoredAgent, _ binding: AgentBinding?) -> [CaseSheet.Fact] {
        func fact(_ chinese: String, _ english: String, _ value: String) -> CaseSheet.Fact {
            CaseSheet.Fact(Label(chinese, english), Label(value, value))
        }
        var facts = [
            fact("姓名", "Name", agent.person), fact("联系方式", "How to reach them", agent.contact),
            fact("登记之日", "Signed up", "\(agent.signedUp)"),
        ]
        if let binding {
            facts += [
                fact("绑定期间", "Bound", "\(binding.from) – \(binding.until)"),
                fact("核验人", "Papers seen by", binding.by.name), fact("材料摘要", "Digest of the paper", binding.paper),
            ]
            if let ended = binding.ended { facts.append(fact("已解除，自", "Unbound from", "\(ended)")) }
        }
        return facts
    }

    private func id(_ agent: StoredAgent) -> String { prefix + "-" + agent.id }

    private func agentID(_ id: String) -> String { String(id.dropFirst(prefix.count + 1)) }
}
