import Credit
import Foundation
import Proofs
import Store
import Testing

/// What a program comes in with.
@Suite struct AccessTokenTests {
    private func issue(_ office: Office, _ id: String = "t1", until: Day? = nil, by: String? = nil) throws -> String {
        try office.entrance.issueToken(id, to: "bai.yun", for: "报送程序", until: until, by: by, from: "command")
    }

    @Test(arguments: EngineKind.allCases)
    func `令牌到末日为止有效，收回后即无效`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.first()
        _ = try office.open("b1", "bai.yun", duties: [.handle, .submit])
        let token = try issue(office, until: office.day + 2)
        #expect(token.hasPrefix("cxt-") && token.utf8.count == 68)
        let entered = try #require(try office.entrance.bearer(token))
        #expect(entered.officer.account == "b1" && entered.duties == [.handle, .submit])
        #expect(try office.entrance.session(String(token.dropFirst(4))) == nil, "a token opens no session")
        for wrong in ["", "cxt-", token + "0", "cxt-" + String(repeating: "0", count: 64), String(token.dropFirst(4))] {
            #expect(try office.entrance.bearer(wrong) == nil)
        }
        office.passDays(2)
        #expect(try office.entrance.bearer(token) != nil)
        office.passDays(1)
        #expect(try office.entrance.bearer(token) == nil)
        let second = try issue(office, "t2")
        #expect(try office.entrance.bearer(second) != nil)
        try office.entrance.revokeToken("t2", by: nil, from: "command")
        #expect(try office.entrance.bearer(second) == nil)
        #expect(throws: EntryProblem.noToken("t2")) {
            try office.entrance.revokeToken("t2", by: nil, from: "command")
        }
        #expect(try office.noted(limit: 1) == ["token-revoke t2 done"])
    }

    @Test(arguments: EngineKind.allCases)
    func `令牌不以原文存放，不得管理账号，随账号重置和注销失效`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.first()
        _ = try office.open("b1", "bai.yun", duties: [.handle, .administer])
        let token = try issue(office)
        #expect(try office.entrance.bearer(token)?.duties == [.handle])
        let held = try office.store.ledger.read { try $0.accessTokens(of: "b1") }
        #expect(held.map(\.id) == ["t1"] && held[0].until == office.day + AccessToken.usual)
        #expect(held[0].lastUsed == office.now)
        let (_, change) = office.entrance.setUpSecret(for: "b1")
        try office.decide(credentials: [change]) { [try $0.reset("b1", reason: "遗失", by: "a1", on: office.day)] }
        #expect(try office.entrance.bearer(token) == nil)
        #expect(try office.store.ledger.read { try $0.accessTokens(of: "b1") }.isEmpty)
        let other = try issue(office, "t2")
        try office.store.ledger.engine.close()
        let file = try Data(contentsOf: URL(fileURLWithPath: office.store.path))
        let bytes = try #require(Hex.decode(String(other.dropFirst(4))))
        for secret in [Array(other.utf8), Array(other.dropFirst(4).utf8), bytes] {
            #expect(file.range(of: Data(secret)) == nil)
        }
        #expect(file.range(of: Data(SHA256.digest(of: bytes).bytes)) != nil)
    }

    @Test func `令牌由本人或管理员申请，期限不得过长`() throws {
        let office = try Office(.sqlite)
        _ = try office.first()
        _ = try office.open("b1", "bai.yun", duties: [.handle])
        _ = try office.open("c1", "ding.wei", duties: [.handle])
        _ = try issue(office, by: "an.li")
        #expect(throws: AccessProblem.notAdministrator(organisation: "credit-office")) {
            try issue(office, "t2", by: "ding.wei")
        }
        #expect(throws: AccessProblem.notAdministrator(organisation: "credit-office")) {
            try office.entrance.revokeToken("t1", by: "ding.wei", from: "command")
        }
        for until in [office.day + -1, office.day + AccessToken.longest + 1] {
            #expect(throws: AccessProblem.badPeriod(most: AccessToken.longest)) {
                try issue(office, "t2", until: until)
            }
        }
        #expect(try office.noted(limit: 2) == ["token-issue bai.yun ACC-129", "token-issue bai.yun ACC-129"])
        #expect(throws: AccessProblem.self) {
            try office.entrance.issueToken(
                "t3", to: "bai.yun", for: "证件 11010519491231002X", until: nil, by: nil, from: "command")
        }
    }
}
