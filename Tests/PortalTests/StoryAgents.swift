import Credit
import Portal
import Synchronization

/// Agents that are made up: one bound to a company, one who waits.
final class StoryAgents: AgentDesk {
    let done = Mutex<[String]>([])

    static func session(_ name: String) -> AgentSession {
        AgentSession(
            token: "agent-" + name, formToken: "form-" + name, agent: name, person: "经<办>人", code: Story.乾丰建材.key,
            company: name == "bound" ? Story.乾丰建材.name : nil, until: name == "bound" ? Story.today + 30 : nil)
    }

    func signUp(
        name: String, person: String, code: String, contact: String, password: String, from address: String
    ) throws -> String {
        guard code.count == 18 else { throw AgentProblem.badCode }
        return "otpauth://totp/x:\(name)?secret=ABC"
    }

    func confirm(name: String, code: String, from address: String) throws -> [String] {
        guard code == "123456" else {
            throw OfficeRefusal(code: "ACC-143", status: 401, words: Story.words("不对。", "Wrong."))
        }
        return ["one-code"]
    }

    func signIn(name: String, password: String, code: String?, from address: String) throws -> AgentSession {
        guard password == "right" else {
            throw OfficeRefusal(code: "ACC-101", status: 401, words: Story.words("不对。", "Wrong."))
        }
        return Self.session(name)
    }

    func session(_ token: String) throws -> AgentSession? {
        ["bound", "waiting"].first { token == "agent-" + $0 }.map(Self.session)
    }

    func signOut(_ token: String) throws {}

    func cases(for session: AgentSession) throws -> [CaseLine] { OfficePages.lines }

    func standing(for session: AgentSession) throws -> CompanyStanding { Self.standing }

    static let standing: CompanyStanding = {
        func measure(_ list: String, until: Day?, isLive: Bool) -> RestingMeasure {
            RestingMeasure(
                name: Story.words("限制<参加>评先评优", "Limits on awards"), list: Story.words(list, "A list"), caseID: "OBJ-1",
                footing: isLive ? .validity : .publication, basis: "某令第<9>条", department: Story.市监,
                from: Story.today + -30, until: until, isLive: isLive)
        }
        return CompanyStanding(
            records: Story.records.filter(\.family.isAdverse),
            measures: [
                measure("甲名单", until: nil, isLive: true), measure("乙名单", until: Story.today + -1, isLive: false),
            ],
            looks: (0...40).map { number in
                CompanyLook(
                    day: Story.today + -number, organ: "市<监>局", purpose: "办理本案", matter: number == 1 ? nil : "OBJ-1")
            })
    }()

    func sheet(_ id: String, for session: AgentSession) throws -> CaseSheet? {
        id == "OBJ-1" ? OfficePages.sheet : nil
    }

    func openings(for session: AgentSession) throws -> [CaseAction] { [OfficePages.open, Self.repair] }

    static let repair = CaseAction(
        code: "repair", title: Story.words("申请信用修复", "Apply for repair"), duty: .handle,
        fields: [FormField("record", Story.words("信息编号", "Record"), .line(upTo: 60))])

    func open(_ action: String, _ values: FormValues, by session: AgentSession) throws -> String {
        if values["document"] == "other" { throw AgentProblem.otherCompany }
        done.withLock { $0.append("open " + action) }
        return "OBJ-1"
    }

    func act(_ action: String, in id: String, _ values: FormValues, by session: AgentSession) throws {
        guard try values.read == sheet(id, for: session)?.position else { throw OfficeRefusal.caseMovedOn }
        done.withLock { $0.append("\(action) \(id)") }
    }

    func receive(_ head: ArrivingFileHead, for session: AgentSession) throws -> any ArrivingFile {
        throw OfficeRefusal.nothingThere
    }

    func note(_ what: String, outcome: String, by session: AgentSession, from address: String) throws {}
}
