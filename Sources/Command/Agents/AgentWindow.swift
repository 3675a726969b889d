import Credit
import Portal
import Proofs
import Store

/// 经办人窗口: what an agent of a company sees and does, over the kinds of cases: of the own company, and of no other.
struct AgentWindow: AgentDesk {
    let ledger: Ledger
    let rules: Rules
    let kinds: [any CaseKind]
    let entrance: Entrance
    let clock: Clock
    let newID: @Sendable () -> String
    let files: HandIns

    // MARK: - 门

    func signUp(
        name: String, person: String, code: String, contact: String, password: String, from address: String
    ) throws -> String {
        try refusing {
            try entrance.signUpAgent(
                newID(), name: name, person: person, code: code, contact: contact, password: password, from: address
            ).address(name: name.lowercased(), issuer: rules.code)
        }
    }

    func confirm(name: String, code: String, from address: String) throws -> [String] {
        try refusing { try entrance.confirmAgent(name: name, code: code, from: address) }
    }

    func signIn(name: String, password: String, code: String?, from address: String) throws -> AgentSession {
        let token = try refusing {
            try entrance.signInAgent(name: name, password: password, code: code, from: address)
        }
        guard let session = try session(token) else { throw OfficeRefusal.notPossibleNow }
        return session
    }

    func session(_ token: String) throws -> AgentSession? {
        guard let found = try entrance.agentSession(token) else { return nil }
        return AgentSession(
            token: token, formToken: found.formToken, agent: found.agent.id, person: found.agent.person,
            code: found.binding?.code ?? found.agent.code,
            company: try ledger.read { try $0.subject(found.binding?.code ?? found.agent.code)?.name },
            until: found.binding?.until)
    }

    func signOut(_ token: String) throws { try entrance.signOut(token) }

    func note(_ what: String, outcome: String, by session: AgentSession, from address: String) throws {
        try ledger.note([
            AccessLine(
                instant: clock.now(), account: session.agent, address: address, what: what, outcome: outcome,
                subject: session.code)
        ])
    }

    // MARK: - 案件

    func cases(for session: AgentSession) throws -> [CaseLine] {
        try ledger.read { reader in
            let binding = try bound(session, reader)
            return try party(of: binding.code, reader).compactMap { found in
                guard let sheet = try sheet(found.id, binding, reader) else { return nil }
                let clock = sheet.clocks.filter {
                    ![.finished, .finishedInTime, .finishedLate, .expired].contains($0.state)
                }
                .min { $0.deadline.earliest < $1.deadline.earliest }
                return CaseLine(
                    id: found.id, kind: sheet.kind, title: sheet.title, subject: sheet.subject.name ?? binding.code,
                    stage: sheet.stage, organ: found.organ, deadline: clock?.deadline, state: clock?.state)
            }
        }
    }

    func sheet(_ id: String, for session: AgentSession) throws -> CaseSheet? {
        try ledger.read { reader in try sheet(id, bound(session, reader), reader) }
    }

    func openings(for session: AgentSession) throws -> [CaseAction] {
        guard let rule = rules.repairRule(on: clock.today) else { return [ObjectionCases.byCompany] }
        return [ObjectionCases.byCompany, RepairCases.byCompany(rule)]
    }

    func open(_ action: String, _ values: FormValues, by session: AgentSession) throws -> String {
        guard let offered = try openings(for: session).first(where: { $0.code == action }) else {
            throw OfficeRefusal.notPossibleNow
        }
        let isRepair = action == "repair"
        let id = (isRepair ? repairs.prefix : objections.prefix) + "-" + newID()
        try ledger.record(at: clock.now()) { (reader: Reader) throws -> [Event] in
            let (binding, day) = (try bound(session, reader), clock.today)
            let account = FilingWay.Applicant(account: binding.agent, subject: binding.code)
            guard let record = values["record"], try reader.record(record, on: day)?.entry.subject == binding.code
            else { throw AgentProblem.otherCompany }
            let more = ["papers": "经办人网上提交；授权材料 \(binding.paper)", "applicant": "agent"]
            let filled = AgentWindow.values(values, of: offered, and: more)
            let kind: any CaseKind = isRepair ? repairs : objections
            let office = isRepair ? rules.repairRule(on: day)?.office ?? "" : objections.office
            let events =
                isRepair
                ? try repairs.file(filled, by: .page(account), id: id, on: day, in: reader)
                : try objections.file(filled, by: .page(account), id: id, on: day, in: reader)
            return try clocks.following(
                events, in: id, of: kind, by: Officer.agent(binding, at: office), on: day, in: reader)
        }
        return id
    }

    func act(_ action: String, in id: String, _ values: FormValues, by session: AgentSession) throws {
        try ledger.record(at: clock.now()) { (reader: Reader) throws -> [Event] in
            let binding = try bound(session, reader)
            guard let kind = kind(of: id), let sheet = try sheet(id, binding, reader),
                let organ = try party(of: binding.code, reader).first(where: { $0.id == id })?.organ
            else { throw OfficeRefusal.nothingThere }
            // Whoever acts for a company acts on the case that they read, as an officer does.
            guard values.read == sheet.position else { throw OfficeRefusal.caseMovedOn }
            guard let offered = sheet.actions.first(where: { $0.code == action }) else {
                throw OfficeRefusal.notPossibleNow
            }
            let (day, officer) = (clock.today, Officer.agent(binding, at: organ))
            let events = try kind.act(
                action, in: id, AgentWindow.values(values, of: offered, and: ["received": day.description]),
                by: officer, on: day, in: reader)
            return try clocks.following(events, in: id, of: kind, by: officer, on: day, in: reader)
        }
    }

    func receive(_ head: ArrivingFileHead, for session: AgentSession) throws -> any ArrivingFile {
        guard session.isBound else { throw AgentProblem.notBound }
        return try files.evidence(newID())
    }

    // MARK: - What holds for all of them

    /// What binds the session now: asked in the same transaction as what is done by it.
    func bound(_ session: AgentSession, _ reader: Reader) throws -> AgentBinding {
        guard let binding = try reader.people().bindings[session.agent], binding.holds(on: clock.today) else {
            throw AgentProblem.notBound
        }
        return binding
    }

    private var calendar: WorkingCalendar { WorkingCalendar(rules.calendar) }
    private var clocks: ClockActs { ClockActs(rules) }
    private var objections: ObjectionCases { ObjectionCases(rules: rules, calendar: calendar) }
    private var repairs: RepairCases { RepairCases(rules: rules, calendar: calendar) }

    func party(of code: String, _ reader: Reader) throws -> [PartyCase] {
        try reader.cases(of: code, objectionOffice: objections.office)
    }

    func kind(of id: String) -> (any CaseKind)? { kinds.first { id.hasPrefix($0.prefix + "-") } }

    /// The sheet as the company sees it; nil where it is no party.
    private func sheet(_ id: String, _ binding: AgentBinding, _ reader: Reader) throws -> CaseSheet? {
        guard let kind = kind(of: id), let found = try party(of: binding.code, reader).first(where: { $0.id == id }),
            let whole = try kind.sheet(
                id, for: Officer.agent(binding, at: found.organ), duties: [.handle], on: clock.today, in: reader),
            whole.subject.key == binding.code
        else { return nil }
        let share = kind.party
        let told = try kind.partyFacts(of: id, in: reader)
        return CaseSheet(
            id: id, kind: whole.kind, title: whole.title, subject: whole.subject, stage: whole.stage,
            isClosed: whole.isClosed,
            // What an address of the office leads to is not the company's to see.
            facts: whole.facts.filter { told.contains($0.name.chinese) }.map { fact in
                CaseSheet.Fact(fact.name, fact.value, path: fact.path?.hasPrefix("/office/") == true ? nil : fact.path)
            },
            clocks: whole.clocks, steps: [],
            actions: whole.actions.filter { share.actions.contains($0.code) }.map { action in
                CaseAction(
                    code: action.code, title: share.titles[action.code] ?? action.title, warning: action.warning,
                    duty: action.duty,
                    // What comes by page is received when it comes.
                    fields: action.fields.filter { $0.name != "received" })
            }, position: whole.position)
    }

    private static func values(
        _ given: FormValues, of action: CaseAction, and more: [String: String]
    ) -> FormValues {
        var values = more
        for field in action.fields {
            for name in [field.name, field.name + ".name"] { if let value = given[name] { values[name] = value } }
        }
        return FormValues(values)
    }

    private func refusing<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let problem as EntryProblem {
            throw OfficeRefusal(code: problem.code, status: problem.status, words: problem.words)
        }
    }
}
