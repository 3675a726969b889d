import Credit
import Testing

/// Who may do what on a day.
@Suite struct RightsTests {
    let day = City.day

    @Test func `未授权的岗位不得办理`() throws {
        var city = try City()
        #expect(city.people.duties(of: "b1", on: day) == [])
        #expect(city.people.duties(of: "nobody", on: day) == [])
        try city.grant(.handle, to: "b1", from: day + 1)
        #expect(city.people.duties(of: "b1", on: day) == [])
        #expect(city.people.duties(of: "b1", on: day + 1) == [.handle])
        try city.take([
            city.people.withdraw(.handle, from: "b1", since: day + 5, reason: "轮岗", by: "a1", on: day)
        ])
        #expect(city.people.duties(of: "b1", on: day + 4) == [.handle])
        #expect(city.people.duties(of: "b1", on: day + 5) == [])
    }

    @Test func `本人不得为自己授权`() throws {
        let city = try City()
        #expect(throws: AccessProblem.ownRights) {
            try city.people.grant(.decide, to: "a1", from: day, by: "a1", on: day)
        }
        #expect(throws: AccessProblem.ownRights) {
            try city.people.authorise(city.standIn("b1", "a1"), by: "a1", on: day)
        }
        #expect(throws: AccessProblem.ownRights) { try city.people.reset("a1", reason: "忘记口令", by: "a1", on: day) }
        #expect(throws: AccessProblem.ownRights) {
            try city.people.withdraw(.administer, from: "a1", since: day, reason: "离任", by: "a1", on: day)
        }
    }

    @Test func `锁定期间账号不得办理，解锁后权限照旧，最后一名管理员不得锁定`() throws {
        var city = try City()
        try city.grant(.handle, to: "b1")
        #expect(throws: AccessProblem.ownRights) { try city.people.lock("a1", reason: "离岗", by: "a1", on: day) }
        #expect(throws: AccessProblem.notLocked("bai.yun")) {
            try city.people.unlock("b1", reason: "回岗", by: "a1", on: day)
        }
        try city.take([city.people.lock("b1", reason: "离岗", by: "a1", on: day)])
        #expect(city.people.duties(of: "b1", on: day).isEmpty && city.people.officer("b1", on: day + 9) == nil)
        #expect(throws: AccessProblem.locked("bai.yun")) {
            try city.people.grant(.decide, to: "b1", from: day, by: "a1", on: day)
        }
        #expect(throws: AccessProblem.notAdministrator(organisation: "bureau")) {
            try city.people.unlock("b1", reason: "回岗", by: "b1", on: day)
        }
        try city.take([city.people.unlock("b1", reason: "回岗", by: "a1", on: day + 2)])
        #expect(
            city.people.duties(of: "b1", on: day + 1).isEmpty && city.people.duties(of: "b1", on: day + 2) == [.handle])
        try city.take([city.people.lock("a2", reason: "离岗", by: "a1", on: day)])
        #expect(throws: AccessProblem.ownRights) { try city.people.lock("a1", reason: "离岗", by: "a1", on: day) }
        #expect(throws: AccessProblem.lastAdministrator) {
            try city.people.close("a1", reason: "离任", by: "a1", on: day)
        }
    }

    @Test func `权限不得追溯`() throws {
        let city = try City()
        #expect(throws: AccessProblem.past(day + -1)) {
            try city.people.grant(.handle, to: "b1", from: day + -1, by: "a1", on: day)
        }
        #expect(throws: AccessProblem.past(day + -1)) {
            try city.people.withdraw(.administer, from: "a2", since: day + -1, reason: "离任", by: "a1", on: day)
        }
        var early = city.standIn()
        early = Authorisation(
            id: "s", principal: early.principal, substitute: early.substitute, duties: [.handle], from: day + -1,
            until: day, paper: "1号")
        #expect(throws: AccessProblem.past(day + -1)) { try city.people.authorise(early, by: "a1", on: day) }
    }

    @Test func `管理员只管本单位和下级`() throws {
        var city = try City()
        try city.open("c2", "cao.xin", "曹欣", at: "county", by: "a1")
        try city.grant(.administer, to: "c2")
        try city.open("t1", "tian.he", "田禾", at: "township", by: "c2")
        try city.grant(.submit, to: "t1", by: "c2")
        #expect(city.people.duties(of: "t1", on: day) == [.submit])
        #expect(throws: AccessProblem.notAdministrator(organisation: "bureau")) {
            try city.people.grant(.handle, to: "b1", from: day, by: "c2", on: day)
        }
        #expect(throws: AccessProblem.notAdministrator(organisation: "credit-office")) {
            try city.people.close("a2", reason: "越级", by: "c2", on: day)
        }
        #expect(throws: AccessProblem.notAdministrator(organisation: "bureau")) {
            try city.people.grant(.handle, to: "b2", from: day, by: "b1", on: day)
        }
    }

    @Test func `最后一名管理员不得注销`() throws {
        var city = try City()
        try city.take([city.people.close("a2", reason: "调离", by: "a1", on: day)])
        #expect(throws: AccessProblem.lastAdministrator) {
            try city.people.close("a1", reason: "调离", by: "a1", on: day)
        }
        // One who administers a county only does not keep the root open.
        try city.open("c2", "cao.xin", "曹欣", at: "county", by: "a1")
        try city.grant(.administer, to: "c2")
        #expect(throws: AccessProblem.lastAdministrator) {
            try city.people.close("a1", reason: "调离", by: "a1", on: day)
        }
        // Nor does one whose grant begins later, or has an end.
        try city.open("a3", "an.wei", "安伟", at: "credit-office", by: "a1")
        try city.grant(.administer, to: "a3", from: day + 3)
        #expect(throws: AccessProblem.lastAdministrator) {
            try city.people.close("a1", reason: "调离", by: "a1", on: day)
        }
        _ = try city.people.close("a1", reason: "调离", by: "a1", on: day + 3)
    }

    @Test func `注销后不得办理`() throws {
        var city = try City()
        try city.grant(.handle, to: "b1")
        try city.take([city.people.close("b1", reason: "退休", by: "a1", on: day + 2)])
        #expect(city.people.duties(of: "b1", on: day + 1) == [.handle])
        #expect(city.people.duties(of: "b1", on: day + 2) == [])
        #expect(city.people.officer("b1", on: day + 2) == nil)
        #expect(throws: AccessProblem.closed("bai.yun")) {
            try city.people.grant(.handle, to: "b1", from: day + 3, by: "a1", on: day + 3)
        }
        #expect(throws: AccessProblem.nameTaken("bai.yun")) {
            try city.people.open(
                account: "b9", signIn: "bai.yun", person: "另一人", organisation: "bureau", by: "a1", on: day + 3)
        }
    }

    @Test func `授权期满后不得代行`() throws {
        var city = try City()
        try city.grant(.handle, to: "b1")
        try city.grant(.decide, to: "b1")
        try city.take([city.people.authorise(city.standIn(duties: [.handle]), by: "a1", on: day)])
        let acting = try #require(city.people.officer("b2", standingInFor: "b1", on: day + 9))
        #expect(acting.officer.standingInFor == "b1" && acting.officer.account == "b2")
        #expect(acting.officer.organ == "bureau" && acting.duties == [.handle])
        #expect(city.people.officer("b2", standingInFor: "b1", on: day + 10) == nil)
        #expect(city.people.officer("b2", standingInFor: "b1", on: day + -1) == nil)
        #expect(city.people.duties(of: "b2", on: day) == [])
        #expect(city.people.principals(of: "b2", on: day) == ["b1"])
        try city.take([city.people.end(authorisation: "s1", from: day + 3, reason: "销假", by: "a1", on: day + 1)])
        #expect(city.people.officer("b2", standingInFor: "b1", on: day + 2) != nil)
        #expect(city.people.officer("b2", standingInFor: "b1", on: day + 3) == nil)
    }

    @Test func `代行不得超出被代行人的权限`() throws {
        var city = try City()
        try city.grant(.handle, to: "b1")
        #expect(throws: AccessProblem.cannotPass) {
            try city.people.authorise(city.standIn(duties: [.handle, .decide]), by: "a1", on: day)
        }
        #expect(throws: AccessProblem.cannotPass) {
            try city.people.authorise(city.standIn("a2", "a1", duties: [.administer]), by: "a2", on: day)
        }
        #expect(throws: AccessProblem.samePerson) {
            try city.people.authorise(city.standIn("b1", "b1"), by: "a1", on: day)
        }
        #expect(throws: AccessProblem.badPeriod(most: 366)) {
            try city.people.authorise(city.standIn(days: 366), by: "a1", on: day)
        }
        #expect(throws: AccessProblem.strangers) {
            try city.people.authorise(city.standIn("b1", "c1"), by: "a1", on: day)
        }
        try city.take([city.people.authorise(city.standIn(), by: "a1", on: day)])
        // What is withdrawn from the one is gone for the other.
        try city.take([
            city.people.withdraw(.handle, from: "b1", since: day + 2, reason: "轮岗", by: "a1", on: day)
        ])
        #expect(city.people.officer("b2", standingInFor: "b1", on: day + 1)?.duties == [.handle])
        #expect(city.people.officer("b2", standingInFor: "b1", on: day + 2)?.duties == [])
    }

    @Test func `县区仅一人的由市级复核`() throws {
        var city = try City()
        for duty in [Duty.handle, .decide] { try city.grant(duty, to: "c1") }
        for account in ["a2", "b1"] { try city.grant(.decide, to: account) }
        let first = try city.officer("c1")
        #expect(city.people.secondOfficer("a2", of: "county", first: first, on: day) == .cityOffice)
        #expect(city.people.secondOfficer("c1", of: "county", first: first, on: day) == nil)
        // A department of the city is not above the county, and who may not decide is no second officer.
        #expect(city.people.secondOfficer("b1", of: "county", first: first, on: day) == nil)
        #expect(city.people.secondOfficer("a1", of: "county", first: first, on: day) == nil)
        // A bureau of the city finds its own.
        #expect(city.people.secondOfficer("a2", of: "bureau", first: try city.officer("b2"), on: day) == nil)
        #expect(city.people.secondOfficer("b1", of: "bureau", first: try city.officer("b2"), on: day) == .ownOrgan)
        // With a colleague who may decide, the county reviews its own cases.
        try city.open("c2", "cao.xin", "曹欣", at: "county", by: "a1")
        try city.grant(.decide, to: "c2", from: day + 1)
        #expect(city.people.secondOfficer("a2", of: "county", first: first, on: day) == .cityOffice)
        #expect(city.people.secondOfficer("a2", of: "county", first: first, on: day + 1) == nil)
        #expect(city.people.secondOfficer("c2", of: "county", first: first, on: day + 1) == .ownOrgan)
        // Who stands in for the first never reviews, nor does the one stood in for.
        let acting = Officer(account: "b1", name: "白云", organ: "county", standingInFor: "c2")
        #expect(city.people.secondOfficer("c2", of: "county", first: acting, on: day + 1) == nil)
    }

    @Test func `登录名和姓名不得含有证件号码`() throws {
        let city = try City()
        for name in ["", "ab", "An.Li", "安丽", "12345", "a b c", String(repeating: "a", count: 33)] {
            #expect(throws: AccessProblem.badName(name)) {
                try city.people.open(
                    account: "x", signIn: name, person: "某人", organisation: "bureau", by: "a1", on: day)
            }
        }
        for person in ["", "  ", "某人\n", "某人11010519491231002X"] {
            #expect(throws: AccessProblem.self) {
                try city.people.open(
                    account: "x", signIn: "mou.ren", person: person, organisation: "bureau", by: "a1", on: day)
            }
        }
    }
}
