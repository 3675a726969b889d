import Credit
import Foundation
import Proofs
import Store
import Testing

/// Who comes in, and until when.
@Suite struct EntranceTests {
    @Test(arguments: EngineKind.allCases)
    func `名、口令、动态口令俱全方可登录，错在何处不予告知`(kind: EngineKind) throws {
        let office = try Office(kind)
        let code = try office.setUp("an.li", office.first())
        let right = code.code(ofStep: office.now / 30)
        let wrong: [(String, String, String?)] = [
            ("nobody", Office.password, right), ("an.li", "另一个口令 2026 abc", right),
            ("an.li", Office.password, "000000"), ("an.li", Office.password, nil),
        ]
        for (name, password, code) in wrong {
            #expect(throws: EntryProblem.wrong) {
                try office.entrance.signIn(name: name, password: password, code: code, from: "10.0.0.9")
            }
        }
        let entered = try office.signIn("an.li", code)
        #expect(entered.officer == Officer(account: "a1", name: "安丽", organ: "credit-office"))
        #expect(entered.duties == [.administer] && entered.token.utf8.count == 64)
        #expect(entered.formToken != entered.token && entered.formToken.utf8.count == 64)
        let session = try #require(try office.entrance.session(entered.token))
        #expect(session.officer == entered.officer && session.formToken == entered.formToken)
        #expect(
            try office.noted(limit: 6) == ["sign-in done"] + Array(repeating: "sign-in ACC-101", count: 4) + [
                "confirm done"
            ])
        #expect(try office.entrance.session(String(repeating: "0", count: 64)) == nil)
        #expect(try office.entrance.session("") == nil)
    }

    @Test(arguments: EngineKind.allCases)
    func `动态口令和恢复码各只用一次`(kind: EngineKind) throws {
        let office = try Office(kind)
        let secret = try office.first()
        let code = try office.entrance.setUp(
            name: "an.li", secret: secret, password: Office.password, from: "127.0.0.1")
        let recovery = try office.entrance.confirm(
            name: "an.li", code: code.code(ofStep: office.now / 30), from: "127.0.0.1")
        #expect(Set(recovery).count == 10)
        // The code that confirmed was used.
        #expect(throws: EntryProblem.wrong) { try office.signIn("an.li", code) }
        office.pass(30)
        _ = try office.signIn("an.li", code)
        #expect(throws: EntryProblem.wrong) { try office.signIn("an.li", code) }
        let byPaper = { (code: String) in
            try office.entrance.signIn(name: "an.li", password: Office.password, code: code, from: "127.0.0.1")
        }
        _ = try byPaper(recovery[3])
        #expect(throws: EntryProblem.wrong) { try byPaper(recovery[3]) }
        _ = try byPaper(recovery[4].uppercased())
        #expect(try office.store.ledger.read { try $0.recoveryCodesLeft(of: "a1") } == 8)
    }

    @Test(arguments: EngineKind.allCases)
    func `连续五次错误锁定十五分钟，无此账号者亦同`(kind: EngineKind) throws {
        let office = try Office(kind)
        let code = try office.setUp("an.li", office.first())
        for name in ["an.li", "nobody"] {
            for _ in 0..<5 {
                #expect(throws: EntryProblem.wrong) { try office.signIn(name, code, password: "不对的口令 12345") }
            }
            #expect(throws: EntryProblem.locked(seconds: 900)) { try office.signIn(name, code) }
        }
        office.pass(899)
        #expect(throws: EntryProblem.locked(seconds: 1)) { try office.signIn("an.li", code) }
        office.pass(1)
        _ = try office.signIn("an.li", code)
        #expect(try office.noted(limit: 1) == ["sign-in done"])
    }

    @Test(arguments: EngineKind.allCases)
    func `同一地址错误过多即放慢`(kind: EngineKind) throws {
        let office = try Office(kind)
        let code = try office.setUp("an.li", office.first())
        for number in 0..<20 {
            #expect(throws: EntryProblem.wrong) { try office.signIn("guess\(number)", code) }
        }
        #expect(throws: EntryProblem.slowed(seconds: 1)) { try office.signIn("an.li", code) }
        office.pass(1)
        #expect(throws: EntryProblem.wrong) { try office.signIn("guess20", code) }
        #expect(throws: EntryProblem.slowed(seconds: 2)) { try office.signIn("an.li", code) }
        _ = try office.entrance.signIn(
            name: "an.li", password: Office.password, code: code.code(ofStep: office.now / 30), from: "10.0.0.7")
    }

    @Test(arguments: EngineKind.allCases)
    func `会话闲置三十分钟或满八小时即结束`(kind: EngineKind) throws {
        let office = try Office(kind)
        let code = try office.setUp("an.li", office.first())
        let idle = try office.signIn("an.li", code)
        office.pass(1_799)
        #expect(try office.entrance.session(idle.token) != nil)
        office.pass(1_800)
        #expect(try office.entrance.session(idle.token) == nil)
        #expect(try office.noted(limit: 1) == ["session-end ACC-104"])
        let long = try office.signIn("an.li", code)
        for _ in 0..<17 {
            office.pass(1_690)
            #expect(try office.entrance.session(long.token) != nil)
        }
        office.pass(100)
        #expect(try office.entrance.session(long.token) == nil)
        let left = try office.signIn("an.li", code)
        try office.entrance.signOut(left.token)
        #expect(try office.entrance.session(left.token) == nil)
    }

    @Test(arguments: EngineKind.allCases)
    func `注销、重置或收回权限当日生效`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.setUp("an.li", office.first())
        let code = try office.open("b1", "bai.yun", duties: [.handle])
        let entered = try office.signIn("bai.yun", code)
        #expect(entered.duties == [.handle])
        try office.decide {
            [try $0.withdraw(.handle, from: "b1", since: office.day, reason: "轮岗", by: "a1", on: office.day)]
        }
        #expect(try office.entrance.session(entered.token)?.duties == [])
        let (secret, change) = office.entrance.setUpSecret(for: "b1")
        try office.decide(credentials: [change]) {
            [try $0.reset("b1", reason: "手机遗失", by: "a1", on: office.day)]
        }
        #expect(try office.entrance.session(entered.token) == nil)
        #expect(throws: EntryProblem.wrong) { try office.signIn("bai.yun", code) }
        let again = try office.setUp("bai.yun", secret)
        let second = try office.signIn("bai.yun", again)
        try office.decide(credentials: [.removed(account: "b1")]) {
            [try $0.close("b1", reason: "退休", by: "a1", on: office.day)]
        }
        #expect(try office.entrance.session(second.token) == nil)
        #expect(throws: EntryProblem.wrong) { try office.signIn("bai.yun", again) }
    }

    @Test(arguments: EngineKind.allCases)
    func `代行须有当日有效的授权`(kind: EngineKind) throws {
        let office = try Office(kind)
        _ = try office.setUp("an.li", office.first())
        _ = try office.open("b1", "bai.yun", duties: [.handle])
        let code = try office.open("b2", "bai.xue", duties: [.submit])
        let entered = try office.signIn("bai.xue", code)
        #expect(throws: EntryProblem.noStandIn) {
            try office.entrance.standIn(for: "b1", entered.token, from: "127.0.0.1")
        }
        try office.decide {
            let given = Authorisation(
                id: "s1", principal: "b1", substitute: "b2", duties: [.handle], from: office.day, until: office.day + 1,
                paper: "1号")
            return [try $0.authorise(given, by: "a1", on: office.day)]
        }
        let acting = try office.entrance.standIn(for: "b1", entered.token, from: "127.0.0.1")
        #expect(acting.officer.standingInFor == "b1" && acting.officer.account == "b2" && acting.duties == [.handle])
        #expect(try office.entrance.session(entered.token)?.officer.standingInFor == "b1")
        office.passDays(2)
        let own = try #require(try office.entrance.session(entered.token))
        #expect(own.officer.standingInFor == nil && own.duties == [.submit])
        #expect(try office.noted(limit: 2) == ["stand-in done", "stand-in ACC-144"])
    }

    @Test(arguments: EngineKind.allCases)
    func `口令、令牌和动态口令密钥不进日志，也不以原文存放`(kind: EngineKind) throws {
        let office = try Office(kind)
        let secret = try office.first()
        let code = try office.setUp("an.li", secret)
        let entered = try office.signIn("an.li", code)
        try office.store.ledger.sealAccessRecord(at: Instant(day: office.day, hour: 11))
        try office.store.ledger.engine.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: office.store.path))
        let token = try #require(Hex.decode(entered.token))
        let typed = secret.filter { $0 != "-" }
        let secrets: [[UInt8]] = [
            Array(Office.password.utf8), Array(entered.token.utf8), token, code.secret, Array(code.text.utf8),
            Array(secret.utf8), Array(typed.utf8), Array(entered.formToken.utf8),
        ]
        for secret in secrets { #expect(bytes.range(of: Data(secret)) == nil) }
        // What must be there is found the same way, so that looking for it means something.
        #expect(bytes.range(of: Data(SHA256.digest(of: token).bytes)) != nil)
        let mode = try FileManager.default.attributesOfItem(
            atPath: office.store.folder.path + "/people.key")[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test(arguments: EngineKind.allCases)
    func `有账号没有安全凭据时办公台不开放`(kind: EngineKind) throws {
        let office = try Office(kind)
        #expect(throws: EntryProblem.nobody) { try office.entrance.checkSecrets() }
        let code = try office.setUp("an.li", office.first())
        try office.entrance.checkSecrets()
        // A set-up secret that waits is safe: nobody comes in with it, not even with a password beside it.
        let (secret, change) = office.entrance.setUpSecret(for: "b1")
        try office.decide(credentials: [change]) {
            [
                try $0.open(
                    account: "b1", signIn: "bai.yun", person: "白云", organisation: "credit-office", by: "a1",
                    on: office.day)
            ]
        }
        try office.entrance.checkSecrets()
        #expect(throws: EntryProblem.wrongSetUp) {
            try office.entrance.setUp(
                name: "bai.yun", secret: "0000-0000-0000-0000", password: Office.password, from: "127.0.0.1")
        }
        let fresh = try office.entrance.setUp(
            name: "bai.yun", secret: secret, password: Office.password, from: "127.0.0.1")
        #expect(throws: EntryProblem.wrong) { try office.signIn("bai.yun", fresh) }
        try office.entrance.checkSecrets()
        office.pass(72 * 3_600)
        #expect(throws: EntryProblem.wrongSetUp) {
            try office.entrance.setUp(name: "bai.yun", secret: secret, password: Office.password, from: "127.0.0.1")
        }
        #expect(throws: EntryProblem.wrongCode) {
            try office.entrance.confirm(name: "bai.yun", code: fresh.code(ofStep: office.now / 30), from: "127.0.0.1")
        }
        // An account without any secret, or with a weak one, keeps the office closed.
        try office.store.tamper("DELETE FROM credential WHERE account = 'b1'")
        #expect(throws: EntryProblem.unsafeAccounts(["bai.yun"])) { try office.entrance.checkSecrets() }
        try office.store.tamper("UPDATE credential SET log_n = 10 WHERE account = 'a1'")
        #expect(throws: EntryProblem.unsafeAccounts(["an.li", "bai.yun"])) { try office.entrance.checkSecrets() }
        // Without its key the secrets of the telephones are of no use, and none is made anew.
        try FileManager.default.removeItem(atPath: office.store.folder.path + "/people.key")
        #expect(throws: EntryProblem.self) { try office.another() }
        _ = code
    }

    @Test(arguments: EngineKind.allCases)
    func `更换口令须知旧口令，更换后会话全部结束`(kind: EngineKind) throws {
        let office = try Office(kind)
        let code = try office.setUp("an.li", office.first())
        let entered = try office.signIn("an.li", code)
        office.pass(30)
        let change = { (old: String, new: String) in
            try office.entrance.changePassword(
                name: "an.li", old: old, code: code.code(ofStep: office.now / 30), new: new, from: "127.0.0.1")
        }
        #expect(throws: EntryProblem.wrong) { try change("不是旧口令 123456", "香山湖的水 2026 更清") }
        #expect(throws: EntryProblem.weakPassword(least: 12, most: 128)) { try change(Office.password, "短") }
        try change(Office.password, "香山湖的水 2026 更清")
        #expect(try office.entrance.session(entered.token) == nil)
        office.pass(30)
        #expect(throws: EntryProblem.wrong) { try office.signIn("an.li", code) }
        _ = try office.signIn("an.li", code, password: "香山湖的水 2026 更清")
    }
}
