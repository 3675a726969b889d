import Credit
import Foundation
import Portal
import Proofs
import Store
import Testing

@testable import Command

/// 案件类别样例: one case of a kind, begun and led through the office as its officers do it.
struct KindExample: Sendable {
    /// Organ whose case it is.
    let organ: String
    /// Begins it; its id.
    let begin: @Sendable (KindWalk) throws -> String
    /// What its organ may do next, or nil where all was done in one act.
    let next: Step?
    /// What leads to the point where another officer of the organ has to act; nil where none has to.
    let second: (steps: [Step], action: String)?

    /// 办理: who does what, when and with what.
    struct Step: Sendable {
        let action: String
        var values: [String: String] = [:]
        var by = "ban"
        var day = WindowStory.day
    }

    init(
        _ organ: String, next: Step?, second: (steps: [Step], action: String)? = nil,
        begin: @escaping @Sendable (KindWalk) throws -> String
    ) {
        (self.organ, self.begin, self.next, self.second) = (organ, begin, next, second)
    }
}

/// 一路办理: the office of a store, in which a case is led.
struct KindWalk {
    let story: WindowStory

    func office(on day: Day = WindowStory.day, alone: String? = nil) throws -> OfficeStore {
        let id = UUID().uuidString.lowercased()
        return try OfficeStore.over(story, door: AnyDoor(alone: alone), on: day) { id }
    }

    /// Somebody of an organ with every duty that a case knows.
    static func session(
        _ account: String, _ organ: String, codes: Set<String>? = nil,
        _ duties: Set<Duty> = [.handle, .decide, .submit]
    ) -> OfficeSession {
        OfficeSession(
            token: account, formToken: account,
            officer: Officer(account: account, name: account, organ: organ, codes: codes), duties: duties)
    }

    func open(_ action: String, _ values: [String: String], at organ: String) throws -> String {
        try office().open(action, FormValues(values), by: Self.session("ban", organ))
    }

    func take(_ step: KindExample.Step, in id: String, at organ: String) throws {
        let (office, session) = (try office(on: step.day), Self.session(step.by, organ))
        guard let occasions = (office.kind(of: id) as? LetteredCases)?.kind.served[step.action] else {
            return try act(step.action, in: id, step.values, office, session)
        }
        // What records a service is done with its letter, drawn up as the case says it.
        let letter = try #require(
            try story.ledger.read { try $0.letters(of: id) }.last { occasions.contains($0.letter.numbering.occasion) }
        ).letter.numbering.id
        let sheet = try #require(try office.sheet(id, for: session))
        let draw = try #require(sheet.allActions.first { $0.code == "letter.draw.\(letter)" })
        var text: [String: String] = [:]
        for field in draw.fields { text[field.name] = field.initial }
        try act(draw.code, in: id, text, office, session)
        let proof = try scan()
        try act(
            "letter.serve.\(letter).direct", in: id,
            step.values.merging(["receiver": "某某", "proof": proof]) { own, _ in own }, office, session)
    }

    private func act(
        _ action: String, in id: String, _ values: [String: String], _ office: OfficeStore, _ session: OfficeSession
    ) throws {
        try office.act(
            action, in: id, FormValues(values, read: try office.sheet(id, for: session)?.position), by: session)
    }

    /// A receipt in the folder of evidence; its digest.
    private func scan() throws -> String {
        let (bytes, folder) = (Array("%PDF-1.4\n%%EOF\n".utf8), story.folder + "/data/evidence")
        let digest = SHA256.digest(of: bytes).hex
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + digest))
        return digest
    }
}

extension KindExample {
    /// By the prefix of the kind.
    static let all: [String: KindExample] = [
        "OBJ": KindExample("development-reform", next: Step(action: "accept")) { walk in
            try walk.open(
                "obj-objection",
                [
                    "record": walk.story.record, "ground": "wrong-content", "reason": "罚款金额有误", "applicant": "agent",
                    "papers": "营业执照",
                ], at: "development-reform")
        },
        "RPR": KindExample(
            "development-reform",
            next: Step(action: "return", values: ["missing-proof": "yes", "reason": "材料不齐"], day: later)
        ) { walk in
            try walk.office(on: later).open(
                "rpr-repair", FormValues(["record": walk.story.record, "class": "general"]),
                by: KindWalk.session("ban", "development-reform"))
        },
        "LST": KindExample(
            "human-resources", next: notice, second: ([notice] + signed, "sign.section"), begin: proposed),
        "EFF": KindExample(
            "market-regulation", next: Step(action: "not-executed", values: ["reason": "没有相应业务"], day: told)
        ) { walk in
            let id = try proposed(walk)
            for step in [notice] + signed + decided { try walk.take(step, in: id, at: "human-resources") }
            return "EFF-\(id)-1"
        },
        "ZERO": KindExample("water", next: nil) { walk in
            try walk.open("zero-zero-report", ["month": "2026-05", "signer": "水局长"], at: "water")
        },
        "CMT": KindExample(
            "water",
            next: Step(
                action: "withdraw", values: ["number": "卫水撤〔2026〕1号", "paperDay": "2026-06-30", "reason": "改用证明"]),
            second: (broken, "decide")
        ) { walk in
            try walk.open(
                "cmt-sign.permit-commitments",
                [
                    "subject": WindowStory.company, "kind": "approval-substituting", "cause": "申请办理取水许可证",
                    "content": "三个月内安装计量设施", "liability": "依法处理，计入信用记录", "made": "2026-06-30",
                    "publicity": "open", "papers": "营业执照",
                ], at: "water")
        },
        "RCT": KindExample(
            "market-regulation", next: Step(action: "withdraw", values: ["reason": "另行处理"]),
            second: (
                [
                    Step(action: "serve", values: served("2026-06-30")),
                    Step(action: "show", values: ["words": "年度报告回执", "evidence": "aa"]),
                ], "mended"
            )
        ) { walk in
            try walk.open(
                "rct-order",
                [
                    "record": walk.story.record, "number": "卫演责改〔2026〕1号", "date": "2026-06-30", "basis": "某法第二十八条",
                    "items": "补报年度报告", "days": "10", "unit": "working-days",
                ], at: "market-regulation")
        },
        "NTC": KindExample(
            "market-regulation", next: Step(action: "withdraw", values: ["reason": "改由上级通报"]), second: ([], "release")
        ) { walk in
            try walk.open(
                "ntc-unit",
                [
                    "unit": "12640500MB0T0987X3", "name": "某公共服务中心（演示）", "kind": "institution", "organ": "中卫市某局（演示）",
                    "number": "卫演纪〔2026〕7号", "date": "2026-06-30", "basis": "某条例第三条", "facts": "虚报完成情况",
                    "body-audit": "中卫市审计局（演示）", "body-superior-body": "中卫市某委（演示）",
                ], at: "market-regulation")
        },
        "AGT": KindExample("development-reform", next: Step(action: "unbind", values: ["reason": "离职"]), begin: bound),
        "ENT": KindExample("market-regulation", next: nil, begin: entered),
        "REV": KindExample("market-regulation", next: nil) { walk in
            try walk.open(
                "rev-withdraw", ["record": walk.story.record, "ground": "other", "reason": "决定书已撤销"],
                at: "market-regulation")
        },
        "SMP": KindExample("market-regulation", next: Step(action: "right", values: ["reason": "与决定书一致"])) { walk in
            try walk.open("smp-sample", ["batch": try entered(walk), "count": "1"], at: "market-regulation")
        },
    ]

    private static let told = Day("2026-07-08")!
    private static let later = Day("2026-12-28")!

    private static func served(_ day: String) -> [String: String] { ["way": "direct", "begun": day, "served": day] }

    @Sendable private static func entered(_ walk: KindWalk) throws -> String {
        try walk.open(
            "ent-entry.administrative-penalty",
            [
                "party": "中卫市云麓砂石有限公司（演示）", "category": "法人及非法人组织", "party-code": WindowStory.company,
                "document-number": "卫演罚〔2026〕2号", "offence": "未按规定公示", "facts": "未按规定公示年度报告",
                "basis": "企业信息公示暂行条例第十七条", "penalty-kinds": "罚款", "content": "罚款2000元", "fine": "0.2",
                "decided": "2026-06-29", "valid-until": "2099-12-31", "organ": "中卫市市场监督管理局",
                "organ-code": "11640502MB0T003810", "source-organ": "中卫市市场监督管理局",
                "source-organ-code": "11640502MB0T003810",
            ], at: "market-regulation")
    }

    /// Signed up, and bound by an officer who saw the papers; with a password that nobody waits for.
    @Sendable private static func bound(_ walk: KindWalk) throws -> String {
        // Whoever signs up comes by a door, which makes the key of the store.
        _ = try walk.office()
        let agent = StoredAgent(
            id: "g1", signIn: "qian.ban", person: "钱经办", code: WindowStory.company, contact: "0955-0000000",
            signedUp: WindowStory.day)
        let bytes = [UInt8](repeating: 7, count: 32)
        let password = PasswordHash(cost: .standard, salt: Array(bytes.prefix(PasswordHash.saltLength)), hash: bytes)
        _ = try walk.story.ledger.signUp(
            agent, password, codeSecret: bytes, setUp: SHA256.digest(of: bytes), until: .max, at: 0,
            noted: AccessLine(
                instant: Instant(day: WindowStory.day), account: agent.id, address: "10.0.0.7", what: "agent-sign-up",
                outcome: "done"))
        let paper = String(repeating: "ab", count: 32)
        try walk.take(
            Step(action: "bind", values: ["paper": paper, "until": "2026-12-31", "seen": "yes"]), in: "AGT-g1",
            at: "development-reform")
        return "AGT-g1"
    }

    @Sendable private static func proposed(_ walk: KindWalk) throws -> String {
        try walk.open(
            "lst-listing.wage-arrears",
            ["subject": WindowStory.company, "name": "某公司", "target": "employer", "reason": "拖欠工资"],
            at: "human-resources")
    }

    private static let notice = Step(
        action: "notice",
        values: [
            "number": "人社告〔2026〕1号", "paperDay": "2026-06-30", "facts": "拖欠十人工资", "grounds": "逾期未付",
            "basis": "保障农民工工资支付条例第四十八条", "remedy": "可以陈述、申辩", "article": "某规定第一条", "days": "5",
            "unit": "working-days", "measure.closer-supervision": "yes",
        ])

    /// Up to the signature of whoever proposed.
    private static let signed = [
        Step(action: "serve-notice", values: served("2026-06-30")),
        Step(action: "weigh", values: ["opinion": "仍未支付"], day: told),
        Step(action: "sign.handler", values: ["agrees": "yes", "opinion": "拟列入"], day: told),
    ]

    private static let decided =
        [("ke", "section"), ("fa", "legal"), ("fen", "leader"), ("ji", "collective")].map { name, step in
            Step(action: "sign." + step, values: ["agrees": "yes", "opinion": "同意"], by: name, day: told)
        } + [
            Step(
                action: "decide",
                values: [
                    "number": "人社列〔2026〕1号", "paperDay": "2026-07-08", "facts": "拖欠十人工资",
                    "basis": "保障农民工工资支付条例第四十八条", "remedy": "六十日内复议，六个月内诉讼；支付后可以申请移出",
                    "end": "last-day", "endDay": "2029-06-29", "measure.closer-supervision": "yes",
                ], by: "ding", day: told),
            Step(action: "serve-decision", values: served("2026-07-08"), day: told),
            Step(
                action: "bind",
                values: [
                    "measure": "closer-supervision", "basis": "other", "article": "某办法第十条", "footing": "validity",
                    "department": "market-regulation",
                ], by: "ding", day: told),
        ]

    private static let breach = "consequence.key-supervision"

    /// Up to the proposal of a breach.
    private static let broken = [
        Step(
            action: "supervise",
            values: [
                "number": "卫水监〔2026〕1号", "paperDay": "2026-06-30", "organ": "water", "plan": "现场核查",
                "supervisionDays": "20", "supervisionUnit": "working-days", "supervisionDocument": "承诺书第三条",
            ]),
        Step(
            action: "notice",
            values: [
                "number": "卫水告〔2026〕1号", "paperDay": "2026-06-30", "degree": "wholly", "unfulfilled": "没有安装计量设施",
                "facts": "现场核查，没有安装", "basis": "承诺书第二条", "remedy": "收到告知书之日起可以陈述、申辩", breach: "yes",
                "answerDays": "5", "answerUnit": "working-days", "answerDocument": "告知书",
            ]),
        Step(action: "serve-notice", values: served("2026-06-30")),
        Step(
            action: "propose",
            values: [
                "number": "卫水违〔2026〕1号", "paperDay": "2026-07-08", "degree": "wholly", "unfulfilled": "没有安装计量设施",
                "reasons": "没有收到申辩", "basis": "承诺书第二条", "end": "2027-07-08", "endBasis": "卫水发〔2026〕9号",
                "supervisedUntil": "2026-10-08", "remedy": "六十日内申请行政复议", breach: "yes",
            ], day: told),
    ]
}
