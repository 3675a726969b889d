import Credit
import Proofs
import Store
import Testing

/// Agents of companies in the store: they sign up beside the log, are bound in it, and open nothing of the office.
@Suite struct AgentTests {
    private func signUp(_ office: Office, _ id: String = "g1", name: String = "qian", person: String = "钱经办") throws
        -> OneTimeCode
    {
        try office.entrance.signUpAgent(
            id, name: name, person: person, code: "91640500MA7T033465", contact: "0955-0000000",
            password: Office.password,
            from: "10.0.0.7")
    }

    @Test(arguments: EngineKind.allCases)
    func `经办人登记后须确认动态口令方可登录，且不得进入工作台`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.first()
        let telephone = try signUp(office)
        #expect(throws: AgentProblem.self) { try signUp(office, "g2") }
        #expect(throws: AgentProblem.self) { try signUp(office, "g3", name: "li", person: "李11010519491231002X") }
        func signIn() throws -> String {
            try office.entrance.signInAgent(
                name: "qian", password: Office.password, code: telephone.code(ofStep: office.now / 30), from: "10.0.0.7"
            )
        }
        #expect(throws: EntryProblem.wrong) { try signIn() }
        #expect(throws: EntryProblem.wrongCode) {
            try office.entrance.confirmAgent(name: "qian", code: "000000", from: "10.0.0.7")
        }
        let codes = try office.entrance.confirmAgent(
            name: "qian", code: telephone.code(ofStep: office.now / 30), from: "10.0.0.7")
        #expect(codes.count == 10)
        office.pass(30)
        let token = try signIn()
        let session = try #require(try office.entrance.agentSession(token))
        #expect(session.agent.person == "钱经办" && session.binding == nil && session.formToken.utf8.count == 64)
        #expect(throws: EntryProblem.wrong) {
            try office.entrance.signIn(
                name: "qian", password: Office.password, code: telephone.code(ofStep: office.now / 30 + 1),
                from: "10.0.0.7")
        }
        // Presented at the office the token is nobody's, and ends.
        #expect(try office.entrance.session(token) == nil)
        #expect(try office.entrance.agentSession(token) == nil)
    }

    @Test(arguments: EngineKind.allCases)
    func `绑定入日志并可重放，登记信息不入日志`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.first()
        _ = try signUp(office)
        let officer = Officer(account: "a1", name: "安丽", organ: "credit-office")
        try office.decide {
            [
                try $0.bind(
                    agent: "g1", person: "钱经办", code: "91640500MA7T033465", paper: String(repeating: "ab", count: 32),
                    until: office.day + 9, by: officer, on: office.day)
            ]
        }
        try office.decide { [try $0.unbind(agent: "g1", reason: "离职", by: officer, on: office.day + 3)] }
        try office.store.ledger.read { reader in
            var folded = People()
            for event in try reader.peopleEvents(from: 0) {
                folded.apply(event)
                let body = String(decoding: Event.people(event).body, as: UTF8.self)
                #expect(!body.contains("0955"))
            }
            let steps = try reader.agentSteps(of: "g1")
            #expect(steps.map(\.day) == [office.day, office.day + 3] && steps[0].position < steps[1].position)
            #expect(try reader.people() == folded && folded.bindings["g1"]?.ended == office.day + 3)
        }
        #expect(try office.store.verify().findings == [])
        try office.store.tamper("UPDATE agent_binding SET ended = NULL, ended_position = NULL")
        #expect(try office.store.verify().findings.contains { $0.table == "agent_binding" })
    }
}
