import Testing

@testable import Credit

/// Who acts for a company.
@Suite struct AgentBindingTests {
    private let day = City.day
    private let officer = Officer(account: "a1", name: "安丽", organ: "credit-office")
    private let code = "91640500MA7T033465"
    private let paper = String(repeating: "ab", count: 32)

    private func bind(
        _ city: City, agent: String = "g1", code: String? = nil, paper: String? = nil, until: Day? = nil,
        by: Officer? = nil
    ) throws -> PeopleEvent {
        try city.people.bind(
            agent: agent, person: "钱经办", code: code ?? self.code, paper: paper ?? self.paper, until: until ?? day + 30,
            by: by ?? officer, on: day)
    }

    @Test func `经办人须经工作人员核验材料后按期限绑定，到期或解除即止`() throws {
        var city = try City()
        #expect(throws: AgentProblem.noPaper) { try bind(city, paper: "ab") }
        #expect(throws: AgentProblem.badCode) { try bind(city, code: "91640500MA7T033466") }
        for until in [day + -1, day + AgentBinding.longest] {
            #expect(throws: AgentProblem.badPeriod(most: AgentBinding.longest)) { try bind(city, until: until) }
        }
        #expect(throws: AgentProblem.ownBinding) {
            try bind(city, by: Officer(account: "g1", name: "钱", organ: "credit-office"))
        }
        try city.take([bind(city)])
        let binding = try #require(city.people.bindings["g1"])
        #expect(binding.holds(on: day) && binding.holds(on: day + 30) && !binding.holds(on: day + 31))
        #expect(throws: AgentProblem.bound(code)) { try bind(city) }
        #expect(throws: AgentProblem.noReason) {
            try city.people.unbind(agent: "g1", reason: " ", by: officer, on: day + 2)
        }
        try city.take([city.people.unbind(agent: "g1", reason: "离职", by: officer, on: day + 2)])
        #expect(city.people.bindings["g1"]?.holds(on: day + 1) == true)
        #expect(city.people.bindings["g1"]?.holds(on: day + 2) == false)
        #expect(throws: AgentProblem.notBound) {
            try city.people.unbind(agent: "g1", reason: "离职", by: officer, on: day + 3)
        }
    }

    @Test func `绑定不给任何岗位权限`() throws {
        var city = try City()
        try city.take([bind(city)])
        #expect(city.people.officer("g1", on: day) == nil && city.people.duties(of: "g1", on: day).isEmpty)
    }

    @Test func `the events are these bytes`() throws {
        let bound = try bind(try City())
        let expected =
            #"{"agent":"g1","by":{"account":"a1","name":"安丽","organ":"credit-office"},"code":"91640500MA7T033465","#
            + #""event":"agent.bound","from":"2026-03-02","paper":""# + paper
            + #"","person":"钱经办","until":"2026-04-01"}"#
        #expect(String(decoding: Event.people(bound).body, as: UTF8.self) == expected)
        let unbound = PeopleEvent.agent(.unbound(agent: "g1", from: day, reason: "离职", by: officer))
        #expect(
            String(decoding: Event.people(unbound).body, as: UTF8.self)
                == #"{"agent":"g1","by":{"account":"a1","name":"安丽","organ":"credit-office"},"event":"agent.unbound","from":"2026-03-02","reason":"离职"}"#
        )
        #expect(try Event(body: Event.people(unbound).body) == .people(unbound))
    }
}
