import Credit
import Testing

/// Reorganisations, and that chance cannot make a right.
@Suite struct ReformTests {
    let day = City.day

    @Test func `更名后旧文书保留旧名`() throws {
        var city = try City()
        try city.take([
            city.people.rename("bureau", to: "市场监督管理局", from: day + 30, paper: "卫编发〔2026〕9号", by: "a1", on: day)
        ])
        let bureau = try #require(city.people.organisations["bureau"])
        #expect(bureau.name(on: day + 29) == "名bureau")
        #expect(bureau.name(on: day + 30) == "市场监督管理局")
        #expect(bureau.name(on: day + -900) == "名bureau")
    }

    @Test func `撤并之日起人员和职责代码转入新组织`() throws {
        var city = try City()
        try city.grant(.handle, to: "b1")
        try city.found("new-bureau", .city, under: "credit-office")
        try city.take([
            city.people.merge("bureau", into: "new-bureau", from: day + 10, paper: "卫编发〔2026〕10号", by: "a1", on: day)
        ])
        #expect(city.people.officer("b1", on: day + 9)?.organ == "bureau")
        #expect(city.people.officer("b1", on: day + 10)?.organ == "new-bureau")
        #expect(city.people.duties(of: "b1", on: day + 10) == [.handle])
        #expect(city.people.holder(of: "bureau", on: day + 9) == "bureau")
        #expect(city.people.holder(of: "bureau", on: day + 10) == "new-bureau")
        #expect(city.people.codes(of: "new-bureau", on: day + 10) == ["new-bureau", "bureau"])
        #expect(city.people.organisations["bureau"]?.exists(on: day + 10) == false)
        #expect(throws: AccessProblem.noOrganisation("bureau")) {
            try city.people.open(
                account: "b9", signIn: "bai.hua", person: "白桦", organisation: "bureau", by: "a1", on: day + 10)
        }
        #expect(throws: AccessProblem.cannotMerge("bureau")) {
            try city.people.merge("bureau", into: "county", from: day + 5, paper: "11号", by: "a1", on: day + 5)
        }
        for code in ["credit-office", "county"] {
            #expect(throws: AccessProblem.cannotMerge(code)) {
                try city.people.merge(code, into: "bureau", from: day, paper: "12号", by: "a1", on: day)
            }
        }
    }

    @Test func `职责划转之日起由新单位承接`() throws {
        var city = try City()
        try city.take([
            city.people.found(
                "big-bureau", name: "综合局", level: .city, under: "credit-office", codes: ["market", "price"],
                from: day + -400, paper: nil, by: "a1", on: day)
        ])
        #expect(throws: AccessProblem.closed("bai.xue")) {
            try city.people.moveDuties(
                ["price"], and: ["b2"], from: "big-bureau", to: "bureau", since: day + 4, paper: "13号", by: "a1",
                on: day)
        }
        try city.take([
            city.people.moveDuties(
                ["price"], and: [], from: "big-bureau", to: "bureau", since: day + 4, paper: "13号", by: "a1", on: day)
        ])
        #expect(city.people.holder(of: "price", on: day + 3) == "big-bureau")
        #expect(city.people.holder(of: "price", on: day + 4) == "bureau")
        #expect(city.people.holder(of: "market", on: day + 4) == "big-bureau")
        #expect(throws: AccessProblem.codeNotHeld("price")) {
            try city.people.moveDuties(
                ["price"], and: [], from: "big-bureau", to: "county", since: day + 5, paper: "14号", by: "a1", on: day)
        }
    }

    @Test func `组织不能隶属于自己的下级`() throws {
        var city = try City()
        #expect(throws: AccessProblem.circle) {
            try city.people.place("county", under: "township", from: day, paper: "15号", by: "a1", on: day)
        }
        #expect(throws: AccessProblem.circle) {
            try city.people.place("credit-office", under: "bureau", from: day, paper: "15号", by: "a1", on: day)
        }
        try city.take([
            city.people.place("township", under: "bureau", from: day + 2, paper: "16号", by: "a1", on: day)
        ])
        #expect(city.people.superiors(of: "township", on: day + 1) == ["township", "county", "credit-office"])
        #expect(city.people.superiors(of: "township", on: day + 2) == ["township", "bureau", "credit-office"])
        // Today it would be no ring yet, from the day after tomorrow it would.
        #expect(throws: AccessProblem.circle) {
            try city.people.place("bureau", under: "township", from: day, paper: "17号", by: "a1", on: day)
        }
    }

    @Test(arguments: 0..<20)
    func `no grant, no duty`(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 77_777 &+ 5)
        var city = try City()
        var granted: [String: Set<Duty>] = ["a1": [.administer], "a2": [.administer]]
        let accounts = ["a1", "a2", "b1", "b2", "c1"]
        for step in 0..<120 {
            let today = day + step / 4
            let (account, by) = (accounts[dice.below(5)], accounts[dice.below(5)])
            let duty = Duty.allCases[dice.below(Duty.allCases.count)]
            let decided: PeopleEvent?
            switch dice.below(5) {
            case 0, 1:
                decided = try? city.people.grant(duty, to: account, from: today + dice.below(3), by: by, on: today)
            case 2:
                decided = try? city.people.withdraw(
                    duty, from: account, since: today + dice.below(3), reason: "轮岗", by: by, on: today)
            case 3:
                let given = Authorisation(
                    id: "s\(step)", principal: account, substitute: by, duties: [duty], from: today,
                    until: today + dice.below(9), paper: "\(step)号")
                decided = try? city.people.authorise(given, by: accounts[dice.below(2)], on: today)
            default:
                decided = dice.below(12) == 0 ? try? city.people.close(account, reason: "调离", by: by, on: today) : nil
            }
            guard let decided else { continue }
            if case .account(let event) = decided, case .granted(let duty) = event.change {
                #expect(event.by != event.account)
                granted[event.account, default: []].insert(duty)
            }
            city.people.apply(decided)
            for account in accounts {
                for day in [today, today + 1, today + 5] {
                    let held = city.people.duties(of: account, on: day)
                    #expect(held.isSubset(of: granted[account] ?? []))
                    for principal in city.people.principals(of: account, on: day) {
                        let acting = try #require(city.people.officer(account, standingInFor: principal, on: day))
                        #expect(acting.duties.isSubset(of: granted[principal] ?? []))
                        #expect(acting.duties.isSubset(of: city.people.duties(of: principal, on: day)))
                        #expect(!acting.duties.contains(.administer) && account != principal)
                    }
                }
            }
            let administers = accounts.contains { city.people.administers($0, "credit-office", on: today + 30) }
            #expect(administers, "nobody is left who administers the root")
        }
    }
}

extension Dice {
    /// A number from 0 to one less than this.
    fileprivate mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
