import Credit
import Store
import Testing

/// What may be done is asked at the moment of writing, inside the transaction that writes.
@Suite struct RightsAtWritingTests {
    @Test(arguments: EngineKind.allCases)
    func `权限在写入时再查：收回、注销、退出后，已在途的表单无效`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.setUp("an.li", office.first())
        let code = try office.open("b1", "bai.yun", duties: [.handle, .decide])
        let entered = try office.signIn("bai.yun", code)
        let day = office.day
        func rights() throws -> Set<Duty>? {
            try office.store.ledger.read {
                try office.entrance.rights(of: entered.officer, token: entered.token, in: $0)?.duties
            }
        }
        #expect(try rights() == [.handle, .decide])
        try office.decide { [try $0.withdraw(.handle, from: "b1", since: day, reason: "调离", by: "a1", on: day)] }
        #expect(try rights() == [.decide])
        try office.entrance.signOut(entered.token)
        #expect(try rights() == nil)
    }

    @Test(arguments: EngineKind.allCases)
    func `代行到期即止，所开表单随身份而异`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.setUp("an.li", office.first())
        _ = try office.open("b1", "bai.yun", duties: [.decide])
        let code = try office.open("b2", "bai.xue", duties: [.handle])
        let day = office.day
        try office.decide { people in
            [
                try people.authorise(
                    Authorisation(
                        id: "s1", principal: "b1", substitute: "b2", duties: [.decide], from: day, until: day + 1,
                        paper: "授〔2026〕1号"), by: "a1", on: day)
            ]
        }
        let own = try office.signIn("bai.xue", code)
        let acting = try office.entrance.standIn(for: "b1", own.token, from: "127.0.0.1")
        #expect(acting.officer.standingInFor == "b1" && acting.duties == [.decide])
        #expect(acting.formToken != own.formToken)
        func rights(_ entered: Entered) throws -> Set<Duty>? {
            try office.store.ledger.read {
                try office.entrance.rights(of: entered.officer, token: entered.token, in: $0)?.duties
            }
        }
        #expect(try rights(acting) == [.decide])
        let back = try office.entrance.standIn(for: nil, own.token, from: "127.0.0.1")
        #expect(back.formToken == own.formToken)
        // A form that was opened as the other's substitute is nobody's now.
        #expect(try rights(acting) == nil)
        _ = try office.entrance.standIn(for: "b1", own.token, from: "127.0.0.1")
        office.passDays(2)
        #expect(try rights(acting) == nil)
        let over = try #require(try office.entrance.session(own.token))
        #expect(over.officer.standingInFor == nil && over.formToken == own.formToken)
    }
}
