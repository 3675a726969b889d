import Credit
import Proofs

/// 经办人登记: somebody who signed up to act for a company. Kept beside the log, so that it can go; what binds them is in it.
public struct StoredAgent: Hashable, Sendable {
    /// Id; the binding names it.
    public let id: String
    /// 登录名.
    public let signIn: String
    /// 姓名.
    public let person: String
    /// 统一社会信用代码 of the company they say they act for.
    public let code: String
    /// 联系方式.
    public let contact: String
    /// The day they signed up.
    public let signedUp: Day

    /// Somebody who signed up.
    public init(id: String, signIn: String, person: String, code: String, contact: String, signedUp: Day) {
        self.id = id
        self.signIn = signIn
        self.person = person
        self.code = code
        self.contact = contact
        self.signedUp = signedUp
    }

    fileprivate static let query = "SELECT id, sign_in, person, code, contact, signed_up FROM agent "

    fileprivate init(_ row: any Row) throws {
        guard let day = Day(row.text(5)) else { throw StoreProblem.impossibleEvent(detail: "agent \(row.text(0))") }
        self.init(
            id: row.text(0), signIn: row.text(1), person: row.text(2), code: row.text(3), contact: row.text(4),
            signedUp: day)
    }
}

/// 绑定步骤: that an agent was bound to a company, or unbound from it.
public struct AgentStep: Hashable, Sendable {
    /// Position in the log.
    public let position: Int
    /// The day.
    public let day: Day
    /// Whether the agent was bound; unbound otherwise.
    public let isBound: Bool
}

/// 涉企案件: a case about a subject, with the organ that handles it.
public struct PartyCase: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Code of the organ.
    public let organ: String
}

extension Reader {
    /// The agent of an id; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func agent(_ id: String) throws -> StoredAgent? {
        try transaction.statement(StoredAgent.query + "WHERE id = ?").first([.text(id)]) { try StoredAgent($0) }
    }

    /// The agent of a sign-in name; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func agent(named name: String) throws -> StoredAgent? {
        try transaction.statement(StoredAgent.query + "WHERE sign_in = ?").first([.text(name)]) { try StoredAgent($0) }
    }

    /// The agents who can sign in, in the order in which they signed up.
    ///
    /// - Throws: `StoreProblem`.
    public func agents() throws -> [StoredAgent] {
        var found: [StoredAgent] = []
        try transaction.statement(
            StoredAgent.query + "WHERE id IN (SELECT account FROM credential WHERE is_confirmed = 1) "
                + "ORDER BY signed_up, id"
        ).each([]) { found.append(try StoredAgent($0)) }
        return found
    }

    func bindings() throws -> [String: AgentBinding] {
        var found: [String: AgentBinding] = [:]
        try transaction.statement(
            "SELECT agent, person, code, paper, from_day, until_day, officer, ended FROM agent_binding ORDER BY position"
        ).each([]) { row in
            guard let from = Day(row.text(4)), let until = Day(row.text(5)),
                let officer = try? Officer(canonical: row.bytes(6))
            else { throw StoreProblem.impossibleEvent(detail: "binding of \(row.text(0))") }
            found[row.text(0)] = AgentBinding(
                agent: row.text(0), person: row.text(1), code: row.text(2), paper: row.text(3), from: from,
                until: until, by: officer, ended: row.optionalText(7).flatMap { Day($0) })
        }
        return found
    }

    /// 绑定步骤: when an agent was bound and unbound, in the order of the log.
    ///
    /// - Throws: `StoreProblem`.
    public func agentSteps(of agent: String) throws -> [AgentStep] {
        let rows = try transaction.rows(
            """
            SELECT position, from_day, ended_position, ended FROM agent_binding WHERE agent = \(agent) ORDER BY position
            """
        ) { ($0.integer(0), $0.text(1), $0.optionalInteger(2), $0.optionalText(3)) }
        return rows.flatMap { row in
            let end = row.2.flatMap { position in row.3.flatMap { Day($0) }.map { (position, $0) } }
            return [
                Day(row.1).map { AgentStep(position: row.0, day: $0, isBound: true) },
                end.map { AgentStep(position: $0.0, day: $0.1, isBound: false) },
            ].compactMap { $0 }
        }
    }

    /// 涉企案件: cases in which a subject is a party: repairs, listings and objections about its records, the newest first.
    ///
    /// - Parameter objectionOffice: the organ that answers objections.
    /// - Throws: `StoreProblem`.
    public func cases(of subject: String, objectionOffice: String) throws -> [PartyCase] {
        let objections = try transaction.rows(
            "SELECT id FROM objection WHERE subject = \(subject) ORDER BY position DESC"
        ) { PartyCase(id: $0.text(0), organ: objectionOffice) }
        let repairs = try transaction.rows(
            "SELECT id, office FROM repair WHERE subject = \(subject) ORDER BY last_position DESC"
        ) { PartyCase(id: $0.text(0), organ: $0.text(1)) }
        // A proposal that was not told yet is the organ's own matter.
        let listings = try transaction.rows(
            """
            SELECT id, organ FROM listing WHERE subject = \(subject) AND notice_served IS NOT NULL
            ORDER BY last_position DESC
            """
        ) { PartyCase(id: $0.text(0), organ: $0.text(1)) }
        return objections + repairs + listings
    }
}

extension Ledger {
    /// 经办人登记, with password and sealed key of the telephone; good once a right code has come. False where the name is
    /// taken. Whoever never came to that end is forgotten after three days.
    ///
    /// - Throws: `StoreProblem`.
    public func signUp(
        _ agent: StoredAgent, _ password: PasswordHash, codeSecret: [UInt8], setUp: Digest, until: Int, at now: Int,
        noted: AccessLine
    ) throws -> Bool {
        try engine.write { transaction in
            let late = try transaction.rows(
                """
                SELECT a.id FROM agent a JOIN credential c ON c.account = a.id
                WHERE c.is_confirmed = 0 AND c.set_up_until < \(now)
                """
            ) { $0.text(0) }
            for id in late {
                try transaction.run("DELETE FROM credential WHERE account = \(id)")
                try transaction.run("DELETE FROM agent WHERE id = \(id)")
            }
            let isTaken = try transaction.first("SELECT 1 FROM agent WHERE sign_in = \(agent.signIn)") { _ in true }
            guard isTaken == nil else { return false }
            try transaction.run(
                """
                INSERT INTO agent (id, sign_in, person, code, contact, signed_up)
                VALUES (\(agent.id), \(agent.signIn), \(agent.person), \(agent.code), \(agent.contact), \
                \(agent.signedUp.description))
                """)
            try transaction.run(
                """
                INSERT INTO credential (account, log_n, blocks, lanes, salt, hash, code_secret, set_up, set_up_until)
                VALUES (\(agent.id), \(password.cost.logN), \(password.cost.blocks), \(password.cost.lanes), \
                \(password.salt), \(password.hash), \(codeSecret), \(setUp.bytes), \(until))
                """)
            try AccessRecord(transaction: transaction).append([noted])
            return true
        }
    }
}
