import Credit
import Portal
import Synchronization

/// A desk that is made up: three officers of two organs, one case, one batch of each organ.
final class StoryOffice: OfficeDesk {
    struct Done: Equatable {
        let what: String
        let values: FormValues
        let by: String
    }

    struct TooLate: CaseProblem {
        let code = "OBJ-101"
        let words = Story.words("申辩期内不得作出决定。", "No decision before the time to answer is over.")
    }

    let done = Mutex<[Done]>([])
    let notes = Mutex<[String]>([])
    let looks = Mutex<[OfficeLook]>([])
    /// How many times more a token is good.
    let bearersLeft = Mutex(Int.max)
    let kept = Mutex<[String: [UInt8]]>([:])
    let discarded = Mutex(0)
    let ended = Mutex<Set<String>>([])
    /// What somebody else did to the case, between one look and the next.
    let movedOn = Mutex<CaseSheet?>(nil)
    /// Who is stood in for, by the session's account.
    let standing = Mutex<[String: String]>([:])
    /// Whether a session ends while a body is on its way: the first look finds it, the second does not.
    let endsWithBody = Mutex(false)
    let looked = Mutex(0)
    let handedIn = Mutex<HandIn.State>(.checked(OfficePages.forecast))
    let isEmpty: Bool
    let pageSize: Int

    init(isEmpty: Bool = false, pageSize: Int = 50) { (self.isEmpty, self.pageSize) = (isEmpty, pageSize) }

    static let officers: [String: (Officer, Set<Duty>)] = [
        "zhang": (Officer(account: "zhang", name: "章承办", organ: "market-regulation"), [.handle, .submit]),
        "li": (Officer(account: "li", name: "黎复核", organ: "market-regulation", standingInFor: "wang"), [.decide]),
        "boss": (Officer(account: "boss", name: "管理员", organ: "market-regulation"), [.administer]),
        "court": (Officer(account: "court", name: "法<院>员", organ: "court"), [.submit, .handle]),
        "jian": (Officer(account: "jian", name: "简查阅", organ: "court"), [.inspect]),
    ]

    static func session(_ name: String) -> OfficeSession {
        let (officer, duties) = officers[name]!
        return OfficeSession(token: "token-" + name, formToken: "form-" + name, officer: officer, duties: duties)
    }

    func signIn(name: String, password: String, code: String?, from address: String) throws -> OfficeSession {
        guard Self.officers[name] != nil, password == "right", code == nil || code == "123456" else {
            throw OfficeRefusal(
                code: "ACC-101", status: 401, words: Story.words("账号、密码或动态口令不对。", "Wrong name, password or code."))
        }
        return Self.session(name)
    }

    func session(_ token: String) throws -> OfficeSession? {
        guard !ended.withLock({ $0.contains(token) }) else { return nil }
        if endsWithBody.withLock({ $0 }),
            looked.withLock({
                $0 += 1; return $0
            }) > 1
        {
            return nil
        }
        guard let own = Self.officers.keys.map(Self.session).first(where: { $0.token == token }) else { return nil }
        guard let principal = standing.withLock({ $0[own.officer.account] }) else {
            return OfficeSession(
                token: own.token, formToken: own.formToken, officer: own.officer, duties: own.duties,
                mayStandIn: own.officer.account == "zhang")
        }
        return OfficeSession(
            token: own.token, formToken: own.formToken + "-as-" + principal,
            officer: Officer(
                account: own.officer.account, name: own.officer.name, organ: own.officer.organ, standingInFor: principal
            ),
            duties: [.decide], principal: "钱科长", mayStandIn: true)
    }

    let accounts: any AccountDesk = StoryAccounts()
    let agents: any AgentDesk = StoryAgents()

    /// The noun of its one kind, and one that the public site has a page for.
    let resources = [
        OfficeResource(noun: "objections", prefix: "OBJ", plural: Story.words("异议", "Objections")),
        OfficeResource(noun: "measures", prefix: "EFF", plural: Story.words("措施实施", "Measures")),
    ]

    func bearer(_ token: String) throws -> OfficeSession? {
        let isLeft = bearersLeft.withLock { left in
            left -= 1
            return left >= 0
        }
        guard isLeft, token.hasPrefix("cxt-"), let (officer, duties) = Self.officers[String(token.dropFirst(4))] else {
            return nil
        }
        return OfficeSession(token: "", formToken: "", officer: officer, duties: duties)
    }

    func signOut(_ token: String) throws { ended.withLock { _ = $0.insert(token) } }

    func queue(_ asked: QueueQuestion, for session: OfficeSession) throws -> QueueSlice {
        var asked = asked
        asked.limit = min(asked.limit, pageSize)
        let own = isEmpty || session.officer.organ == "court" ? [] : OfficePages.lines
        return OfficePages.slice(own.filter { line in asked.nouns?.contains("objections") != false }, asked)
    }

    func sheet(_ id: String, for session: OfficeSession) throws -> CaseSheet? {
        if id == "OBJ-broken" { throw StoryReading.Broken() }
        let sheet = movedOn.withLock { $0 } ?? OfficePages.sheet
        return id == "OBJ-1" && session.officer.organ != "court" ? sheet : nil
    }

    func openings(for session: OfficeSession) throws -> [CaseAction] { isEmpty ? [] : [OfficePages.open] }

    func open(_ action: String, _ values: FormValues, by session: OfficeSession) throws -> String {
        done.withLock { $0.append(Done(what: "open " + action, values: values, by: session.officer.account)) }
        return "OBJ-1"
    }

    func principals(of session: OfficeSession) throws -> [OfficePrincipal] {
        session.officer.account == "zhang"
            ? [OfficePrincipal(account: "qian", name: "钱科长", lastDay: Day("2026-12-09")!)] : []
    }

    func standIn(for principal: String?, _ session: OfficeSession, from address: String) throws {
        standing.withLock { $0[session.officer.account] = principal }
    }

    func act(_ action: String, in id: String, _ values: FormValues, by session: OfficeSession) throws {
        guard try values.read == sheet(id, for: session)?.position else { throw OfficeRefusal.caseMovedOn }
        if values["grounds"] == "too soon" { throw TooLate() }
        done.withLock { $0.append(Done(what: "\(action) \(id)", values: values, by: session.officer.account)) }
    }

    func letter(_ id: String, for session: OfficeSession) throws -> OfficeLetter? {
        id == "OBJ-1-L1" && session.officer.organ != "court" ? OfficeLetters.served : nil
    }

    func letterRegister(year: Int?, for session: OfficeSession) throws -> OfficeRegister {
        isEmpty ? OfficeRegister(year: 2026, years: [2026], lines: []) : OfficeLetters.register
    }

    func scan(ofLetter id: String, for session: OfficeSession) throws -> (type: String, bytes: [UInt8])? {
        try letter(id, for: session).map { _ in (type: "image/png", bytes: Array("png".utf8)) }
    }

    func volume(ofCase id: String, for session: OfficeSession) throws -> [UInt8]? {
        try sheet(id, for: session).map { _ in Array("PK".utf8) }
    }

    func note(
        _ what: String, outcome: String, look: OfficeLook?, by session: OfficeSession?, from address: String
    ) throws {
        notes.withLock { $0.append("\(session?.officer.account ?? "-") \(what) \(outcome)") }
        looks.withLock { if let look { $0.append(look) } }
    }

    func inspect(_ id: String, by session: OfficeSession) throws -> CaseSheet? {
        guard session.duties.contains(.inspect) else { throw OfficeRefusal.missingDuty(.inspect) }
        return id == "OBJ-1" ? OfficePages.sheet : nil
    }

    final class File: ArrivingFile {
        let office: StoryOffice
        let head: ArrivingFileHead
        let bytes = Mutex<[UInt8]>([])

        init(_ office: StoryOffice, _ head: ArrivingFileHead) { (self.office, self.head) = (office, head) }

        func append(_ more: [UInt8]) throws { bytes.withLock { $0 += more } }
        func keep() throws -> String {
            let all = bytes.withLock { $0 }
            office.kept.withLock { $0[head.name] = all }
            return "kept-\(all.count)"
        }
        func discard() { office.discarded.withLock { $0 += 1 } }
    }

    func receive(_ head: ArrivingFileHead, for session: OfficeSession) throws -> any ArrivingFile { File(self, head) }

    func uploadForm(for session: OfficeSession) throws -> CaseAction? { OfficePages.upload }

    func check(_ values: FormValues, by session: OfficeSession) throws -> String {
        guard values["received"] == nil else {
            throw OfficeRefusal(code: "WEB-168", status: 422, words: Story.words("不能晚于今天。", "Not after today."))
        }
        done.withLock { $0.append(Done(what: "check", values: values, by: session.officer.account)) }
        return "up-1"
    }

    func handIn(_ id: String, for session: OfficeSession) throws -> HandIn? {
        id == "up-1" && session.officer.organ != "court"
            ? OfficePages.handIn(handedIn.withLock { $0 }) : nil
    }

    func submit(_ id: String, in language: Language, by session: OfficeSession) throws {
        guard try handIn(id, for: session) != nil else { throw OfficeRefusal.nothingThere }
        handedIn.withLock { $0 = .submitting(rows: 1_200, percent: 40) }
    }

    func batches(before position: Int?, limit: Int, for session: OfficeSession) throws -> [BatchLine] {
        isEmpty ? [] : (0..<min(limit, 60)).map { OfficePages.line("b\($0)", .complete, at: 1_000 - $0) }
    }

    func batch(_ id: String, for session: OfficeSession) throws -> OfficeBatch? {
        id == "b1" && session.officer.organ == "market-regulation" ? OfficePages.batch(.complete) : nil
    }

    func file(_ file: OfficeBatch.File, of batch: String, for session: OfficeSession) throws -> [UInt8]? {
        guard try self.batch(batch, for: session) != nil, file == .errors else { return nil }
        return Array("file,sheet\r\n".utf8)
    }

    func undo(_ batch: String, reason: String, by session: OfficeSession) throws {
        done.withLock {
            $0.append(Done(what: "undo " + batch, values: FormValues(["reason": reason]), by: session.officer.account))
        }
    }
}
