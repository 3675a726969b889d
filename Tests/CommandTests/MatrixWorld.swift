import Credit
import Foundation
import Hummingbird
import Logging
import Proofs
import Store

@testable import Command
@testable import Portal

/// 门禁世界: the real office over a ledger with cases, a batch and accounts, and a door that lets each post in by name.
final class MatrixWorld: Sendable {
    static let organ = "development-reform"
    static let otherOrgan = "market-regulation"
    static let stranger = "stranger"
    /// Of another organisation, without the duty to inspect.
    static let clerk = "clerk"
    /// What only the organ knows that drew a formal notice up.
    static let noticed = "拒不履行生效判决一事"
    static let handedIn = "只有本单位知道.csv"

    /// Posts of the own organisation: none, each duty alone, and all of them.
    static let visitors: [(name: String, duties: Set<Duty>)] =
        [("none", [])] + Duty.allCases.map { ($0.rawValue, [$0]) } + [("all", Set(Duty.allCases))]

    static func session(_ name: String) -> OfficeSession? {
        if name == stranger || name == clerk {
            return OfficeSession(
                token: name, formToken: "form", officer: Officer(account: name, name: "外人", organ: otherOrgan),
                duties: name == clerk ? [.submit, .handle, .decide] : Set(Duty.allCases))
        }
        return visitors.first { $0.name == name }.map {
            OfficeSession(
                token: name, formToken: "form", officer: Officer(account: name, name: "某某", organ: organ),
                duties: $0.duties)
        }
    }

    /// A door that knows everybody by name.
    private struct Door: OfficeEntry {
        func signIn(name: String, password: String, code: String?, from address: String) throws -> OfficeSession {
            throw OfficeRefusal(code: "ACC-101", status: 401, words: Label("不对", "wrong"))
        }
        func session(_ token: String) throws -> OfficeSession? { MatrixWorld.session(token) }
        func bearer(_ token: String) throws -> OfficeSession? { MatrixWorld.session(token) }
        func signOut(_ token: String) throws {}
        func current(_ session: OfficeSession, in reader: Reader) throws -> OfficeSession? { session }
        func principals(of session: OfficeSession) throws -> [OfficePrincipal] { [] }
        func standIn(for principal: String?, _ session: OfficeSession, from address: String) throws -> OfficeSession {
            session
        }
        func isCitySecond(_ officer: Officer, first: Officer, in reader: Reader) throws -> Bool { false }
        func codesOfFew(_ officer: Officer, in reader: Reader) throws -> [String] { [] }
        func codes(of officer: Officer) throws -> [String] { officer.codes.sorted() }
        func note(
            look what: String, outcome: String, by session: OfficeSession?, from address: String,
            about subject: String?, purpose: String?, matter: String?
        ) throws {}
    }

    let story: RightsStory
    let office: OfficeStore
    let cases: [(kind: any CaseKind, id: String)]

    init() throws {
        story = try RightsStory()
        let clock = Clock(rehearsal: RightsStory.today)
        let random = RandomSource()
        let entrance = try Entrance(ledger: story.ledger, surroundings: .of(clock))
        let files = try HandIns(data: story.folder) { _ in
            OfficeRefusal(code: "WEB-113", status: 500, words: Label("错", "wrong"))
        }
        try MatrixWorld.people(story)
        let evidence = EvidenceFolder(data: story.folder)
        let kinds = OfficeKinds.all(story.rules, evidence: evidence)
        office = OfficeStore(
            ledger: story.ledger, rules: story.rules, kinds: kinds, door: Door(), clock: clock,
            newID: { random.id() }, files: files, evidence: evidence,
            accounts: AccountRoom(
                ledger: story.ledger, rules: story.rules, clock: clock, entrance: entrance, newID: { random.id() }),
            agents: AgentWindow(
                ledger: story.ledger, rules: story.rules, kinds: kinds, entrance: entrance, clock: clock,
                newID: { random.id() }, files: files),
            mostUploaded: 1 << 20)
        cases = try MatrixWorld.begin(office)
    }

    /// Accounts whose ids are the names of the visitors, and one that is administered.
    private static func people(_ story: RightsStory) throws {
        let day = RightsStory.today
        try story.ledger.record(at: Instant(day: day, hour: 10, minute: 1)) { reader in
            var people = try reader.people()
            var events: [PeopleEvent] = []
            func take(_ more: [PeopleEvent]) {
                for event in more { people.apply(event) }
                events += more
            }
            take(
                try people.first(
                    account: "root", signIn: "root.one", person: "根", organisation: "root", name: "根", level: .city,
                    codes: [], on: day))
            for organ in [organ, otherOrgan] {
                take([
                    try people.found(
                        organ, name: "名" + organ, level: .city, under: "root", codes: [], from: day, paper: nil,
                        by: "root", on: day)
                ])
            }
            let own = visitors.map { ($0.name, organ, $0.duties) } + [("target", organ, [Duty.handle])]
            for (id, organ, duties) in own + [(stranger, otherOrgan, Set(Duty.allCases))] {
                take([
                    try people.open(
                        account: id, signIn: id + ".one", person: id == "target" ? "自办" : "某某", organisation: organ,
                        by: "root", on: day)
                ])
                for duty in duties { take([try people.grant(duty, to: id, from: day, by: "root", on: day)]) }
            }
            return events.map { .people($0) } + [
                .submission(
                    .received(
                        Submission(
                            batch: "ownbatch", kind: "registry-entry", department: organ, file: handedIn, digest: "01",
                            size: 1, received: day, isDeclared: false)))
            ]
        }
    }

    /// A letter of a case, drawn up, sealed and archived.
    private static func draw(for id: String, _ office: OfficeStore) throws {
        let session = session("all")!
        func act(_ action: String, _ values: [String: String]) throws {
            let sheet = try office.sheet(id, for: session)
            try office.act(action, in: id, FormValues(values, read: sheet?.position), by: session)
        }
        try act("letter.new.general", ["title": "受理告知", "addressee": "某公司", "text": "已经受理。"])
        let scan = Array("%PDF-1.4\n%%EOF\n".utf8)
        let (folder, digest) = (office.evidence.path, SHA256.digest(of: scan).hex)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(scan).write(to: URL(fileURLWithPath: folder + "/" + digest))
        try act("letter.seal.\(id)-L1", ["scan": digest, "archive": "2026-1"])
    }

    /// A case of each kind that can be begun here.
    private static func begin(_ office: OfficeStore) throws -> [(kind: any CaseKind, id: String)] {
        let session = session("all")!
        var begun: [(kind: any CaseKind, id: String)] = []
        func open(_ action: String, _ values: [String: String]) throws {
            let id = try office.open(action, FormValues(values), by: session)
            guard let kind = office.kinds.first(where: { id.hasPrefix($0.prefix + "-") }) else { return }
            begun.append((kind, id))
        }
        try open(
            "obj-objection",
            [
                "record": "running", "ground": "wrong-content", "reason": "金额有误", "applicant": "agent",
                "papers": "营业执照", "claims": "",
            ])
        try draw(for: begun[0].id, office)
        for action in try office.openings(for: session) {
            switch action.code {
            case let code where code.hasPrefix("zero-"):
                guard case .choice(let months)? = action.fields.first(where: { $0.name == "month" })?.kind else {
                    continue
                }
                try open(code, ["month": months[0].value, "signer": "局长"])
            case let code where code.hasPrefix("lst-") && !begun.contains(where: { $0.kind.prefix == "LST" }):
                guard case .choice(let targets)? = action.fields.first(where: { $0.name == "target" })?.kind,
                    let target = targets.first
                else { continue }
                try open(code, ["subject": RightsStory.company, "target": target.value, "reason": "事由"])
            case "ntc-unit":
                var values = [
                    "unit": RightsStory.company, "name": "某国有公司", "kind": "state-enterprise", "organ": "某法院",
                    "number": "〔2026〕1号", "date": "2026-05-01", "basis": "某法第一条", "facts": noticed,
                ]
                for field in action.fields where field.name.hasPrefix("body-") { values[field.name] = "某某机关" }
                try open(action.code, values)
            case "rct-order":
                try open(
                    action.code,
                    [
                        "record": "closed", "number": "改〔2026〕1号", "date": "2026-06-20", "basis": "某法第二条",
                        "items": "公示年报", "days": "10", "unit": "working-days",
                    ])
            default: continue
            }
        }
        return begun
    }

    /// What stands in addresses: an objection, a file that was handed in.
    func sample(_ visit: MatrixVisit) async throws -> AccessMatrix.Sample {
        var sample = AccessMatrix.Sample()
        guard let objection = cases.first(where: { $0.kind.prefix == "OBJ" }),
            let sheet = try office.sheet(objection.id, for: MatrixWorld.session("all")!)
        else { throw CocoaError(.fileReadUnknown) }
        sample.resource = OfficeResource(noun: objection.kind.noun, prefix: "OBJ")
        (sample.id, sample.opening, sample.action) = (objection.id, "obj-objection", "return")
        sample.letter = objection.id + "-L1"
        sample.position = sheet.steps[0].position
        (sample.account, sample.accountAction) = ("target", "lock")
        sample.handIn = try await visit.upload(MatrixWorld.handedIn, "名称,统一社会信用代码,曾用名,登记状态\n")
        sample.batch = "ownbatch"
        return sample
    }

    func serve(_ body: @Sendable (MatrixVisit) async throws -> Void) async throws {
        let words = Label(chinese: "信用中国（演示）", english: "Credit China (demonstration)")
        let portal = try Portal(
            reading: try story.store(), rules: story.rules,
            settings: PortalSettings(
                siteName: words, organ: words, packVersion: "t", baseAddress: nil, requestsPerMinute: nil),
            surroundings: PortalSurroundings(
                milliseconds: { 0 }, failureNumber: { "F" }, failed: { _, error in print("failed: \(error)") }),
            office: office)
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = portal.application(host: "127.0.0.1", port: 0, logger: logger) {
            listening.yield($0)
            listening.finish()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await application.run() } catch is CancellationError {}
                listening.finish()
            }
            for await port in ports { try await body(MatrixVisit(port: port)) }
            group.cancelAll()
            try? await group.waitForAll()
        }
    }
}

/// One request of one visitor.
struct MatrixVisit: Sendable {
    let port: Int

    func send(
        _ row: AccessMatrix.Row, _ who: String?, _ json: String = "{}"
    ) async throws -> LoopbackClient.Reply {
        var headers: [String: String] = [:]
        if let who { headers[row.isCall ? "Authorization" : "Cookie"] = row.isCall ? "Bearer " + who : "office=" + who }
        guard row.isPost else { return try await LoopbackClient.ask(row.path, headers: headers, port: port) }
        headers["Content-Type"] = row.isCall ? "application/json" : "application/x-www-form-urlencoded"
        headers["Sec-Fetch-Site"] = "same-origin"
        return try await LoopbackClient.ask(
            row.path, method: "POST", headers: headers, body: Array((row.isCall ? json : "formToken=form").utf8),
            port: port)
    }

    /// Hands a file in and waits until it was checked; the id of the hand-in.
    func upload(_ name: String, _ content: String) async throws -> String {
        let body =
            #"{"kind":"registry-entry","file":{"name":"\#(name)","base64":"\#(Base64.encode(Array(content.utf8)))"}}"#
        let reply = try await LoopbackClient.ask(
            "/api/v1/batches", method: "POST",
            headers: ["Authorization": "Bearer submit", "Content-Type": "application/json"], body: Array(body.utf8),
            port: port)
        guard let place = reply["location"], let id = place.split(separator: "/").last else {
            throw LoopbackClient.Failure(words: reply.text)
        }
        for _ in 0..<200 {
            let state = try await LoopbackClient.ask(place, headers: ["Authorization": "Bearer submit"], port: port)
            if !state.text.contains("checking") { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        return String(id)
    }
}

extension AccessMatrix.Row {
    /// A page at an address, whatever its row says.
    static func page(_ path: String) -> AccessMatrix.Row {
        AccessMatrix.Row(
            pattern: "", path: path, isPost: false, access: .signedIn, isOfOneOrgan: false, asksPurpose: false,
            isCall: false)
    }

    /// A call at an address, whatever its row says.
    static func call(_ path: String, isPost: Bool = false) -> AccessMatrix.Row {
        AccessMatrix.Row(
            pattern: "", path: path, isPost: isPost, access: .signedIn, isOfOneOrgan: false, asksPurpose: false,
            isCall: true)
    }
}
