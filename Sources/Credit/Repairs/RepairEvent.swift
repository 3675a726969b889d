/// 修复事件: what happened in a case of repair; every one carries its results, so that replaying asks no rule.
public enum RepairEvent: Sendable, Equatable {
    /// 提交申请.
    case filed(RepairFiling)
    /// 办理步骤: anything on the way from the application to its end.
    case stepped(RepairStep)
    /// 执行: publication, sharing and what rests on publication ended, in one act.
    case executed(RepairExecution)
    /// 撤销修复: got in bad faith.
    case revoked(RepairRevocation)
    /// 破产暂时屏蔽 begun or lifted.
    case shielded(RepairShield)

    /// The class that the public log names.
    static let eventClass = "repair"

    /// Id of the case.
    public var repair: String {
        switch self {
        case .filed(let filing): filing.repair
        case .stepped(let step): step.repair
        case .executed(let execution): execution.repair
        case .revoked(let revocation): revocation.repair
        case .shielded(let shield): shield.repair
        }
    }

    /// The word of what happened, for a table of steps.
    public var word: String {
        switch self {
        case .filed: "filed"
        case .stepped(let step): step.kind.rawValue
        case .executed: "executed"
        case .revoked: "revoked"
        case .shielded: "shielded"
        }
    }

    /// The day it happened.
    public var day: Day {
        switch self {
        case .filed(let filing): filing.day
        case .stepped(let step): step.day
        case .executed(let execution): execution.day
        case .revoked(let revocation): revocation.day
        case .shielded(let shield): shield.day
        }
    }

    /// 事后阶段: the stage a case is in after it; nil where it stays as it was.
    public var stageAfter: Repair.Stage.Word? {
        switch self {
        case .filed: .filed
        case .stepped(let step): step.kind.stageAfter
        case .executed(let execution): execution.isPending ? .executed : .closed
        case .revoked: .revoked
        case .shielded: nil
        }
    }

    var body: [UInt8] {
        switch self {
        case .filed(let filing): filing.body
        case .stepped(let step): step.body
        case .executed(let execution): execution.body
        case .revoked(let revocation): revocation.body
        case .shielded(let shield): shield.body
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        switch name {
        case RepairFiling.name: self = .filed(try RepairFiling(reader))
        case RepairStep.name: self = .stepped(try RepairStep(reader))
        case RepairExecution.name: self = .executed(try RepairExecution(reader))
        case RepairRevocation.name: self = .revoked(try RepairRevocation(reader))
        case RepairShield.name: self = .shielded(try RepairShield(reader))
        default: return nil
        }
    }
}

/// 修复申请: an application as it was filed.
public struct RepairFiling: Sendable, Equatable {
    static let name = "repair.filed"
    /// Id of the case.
    public let repair: String
    /// Id of the record.
    public let record: String
    /// Key text of its subject.
    public let subject: String
    /// Code of the version of the rules, that of the day of the application.
    public let rule: String
    /// Code of the class.
    public let repairClass: String
    /// 申请日.
    public let day: Day
    /// Code of the department that receives and carries out for the city.
    public let office: String
    /// 决定单位: who decides it, the version's own decider or, for a list entry, whoever decided that.
    public let decider: RepairStation.Place
    /// Code of the department the decision is awaited from where that is one of the city's.
    public let recogniser: String
    /// 材料.
    public let files: [RepairFile]
    /// 破产重整裁定, where the application rests on one; the shortest period is no condition then.
    public let ruling: RepairPaper?
    /// 申请途径, and who brought it in by it.
    public let way: FilingWay

    /// The officer who took it in; nil where the subject filed it by page.
    public var officer: Officer? { way.officer }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("account", canonical: way.applicant?.canonical)
            writer.put("class", repairClass)
            writer.put("day", day)
            writer.put("decider", decider.rawValue)
            writer.put("event", RepairFiling.name)
            writer.put("files", files.map(\.text))
            writer.put("office", office)
            writer.put("officer", officer?.repairTexts ?? [])
            writer.put("recogniser", recogniser)
            writer.put("record", record)
            writer.put("repair", repair)
            writer.put("rule", rule)
            writer.put("ruling", ruling?.texts ?? [])
            writer.put("subject", subject)
            writer.put("way", way.word)
        }
    }

    init(
        repair: String, record: String, subject: String, rule: String, repairClass: String, day: Day, office: String,
        decider: RepairStation.Place, recogniser: String, files: [RepairFile], ruling: RepairPaper?, way: FilingWay
    ) {
        self.repair = repair
        self.record = record
        self.subject = subject
        self.rule = rule
        self.repairClass = repairClass
        self.day = day
        self.office = office
        self.decider = decider
        self.recogniser = recogniser
        self.files = files
        self.ruling = ruling
        self.way = way
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        repairClass = try reader.require("class")
        day = try reader.requireDay("day")
        guard let decider = RepairStation.Place(rawValue: try reader.require("decider")) else {
            throw CanonicalFault(missing: "decider")
        }
        self.decider = decider
        files = try RepairStep.files(reader)
        office = try reader.require("office")
        recogniser = try reader.require("recogniser")
        record = try reader.require("record")
        repair = try reader.require("repair")
        rule = try reader.require("rule")
        ruling = try RepairPaper(texts: reader.texts("ruling"))
        subject = try reader.require("subject")
        way = try reader.requireFilingWay { () throws(CanonicalFault) in
            try Officer(repairTexts: reader.texts("officer"))
        }
    }
}

extension Officer {
    var repairTexts: [String] { [account, name, organ] + (standingInFor.map { [$0] } ?? []) }

    init(repairTexts texts: [String]) throws(CanonicalFault) {
        guard texts.count == 3 || texts.count == 4 else { throw CanonicalFault(missing: "officer") }
        self.init(
            account: texts[0], name: texts[1], organ: texts[2], standingInFor: texts.count == 4 ? texts[3] : nil)
    }
}
