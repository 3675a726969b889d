/// 办理步骤: one act in a case of repair that is neither its beginning nor its execution.
public struct RepairStep: Sendable, Equatable {
    static let name = "repair.stepped"
    /// Id of the case.
    public let repair: String
    /// What was done.
    public let kind: Kind
    /// The day it was done.
    public let day: Day
    /// Who did it.
    public let officer: Officer
    /// 复核人, where two must.
    public let second: Officer?
    /// 理由 or 说明.
    public let reason: String?
    /// 已核: codes of the conditions found fulfilled and of the materials seen on paper.
    public let confirmed: [String]
    /// Codes of the materials that were found missing.
    public let missing: [String]
    /// 材料 handed in now.
    public let files: [RepairFile]
    /// 文书.
    public let paper: RepairPaper?
    /// 随案解除屏蔽: where the step closes a case with a shield, which ends with it.
    public let lift: RepairLift?

    init(
        repair: String, kind: Kind, day: Day, officer: Officer, second: Officer? = nil, reason: String? = nil,
        confirmed: [String] = [], missing: [String] = [], files: [RepairFile] = [], paper: RepairPaper? = nil,
        lift: RepairLift? = nil
    ) {
        self.repair = repair
        self.kind = kind
        self.day = day
        self.officer = officer
        self.second = second
        self.reason = reason
        self.confirmed = confirmed
        self.missing = missing
        self.files = files
        self.paper = paper
        self.lift = lift
    }

    /// 步骤类别.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// 一次性告知补正.
        case returned
        /// 补正.
        case supplemented
        /// 材料齐全.
        case completed
        /// 中止: a check, test or hearing runs, or something is handed in later.
        case paused
        /// 恢复.
        case resumed
        /// 不予受理.
        case refused
        /// 转出, after the city's own check.
        case forwarded
        /// 上级审核通过.
        case passed
        /// 受理 by whoever decides.
        case accepted
        /// 准予修复.
        case approved
        /// 不予修复.
        case rejected
        /// 国家结果收到.
        case reported
        /// 撤回.
        case withdrawn

        /// What it is called.
        public var title: Label {
            switch self {
            case .returned: Label("一次性告知补正", "All that is missing told at once")
            case .supplemented: Label("收到补正材料", "What was missing handed in")
            case .completed: Label("材料齐全", "Papers complete")
            case .paused: Label("中止计时", "Clock stopped")
            case .resumed: Label("恢复计时", "Clock resumed")
            case .refused: Label("不予受理", "Not taken")
            case .forwarded: Label("本市审核通过并转出", "Checked by the city and passed on")
            case .passed: Label("上级审核通过", "Passed by the superior")
            case .accepted: Label("决定单位受理", "Taken by whoever decides")
            case .approved: Label("准予修复", "Repair granted")
            case .rejected: Label("不予修复", "Repair rejected")
            case .reported: Label("收到国家处理结果，办结", "The nation's result received; closed")
            case .withdrawn: Label("申请人撤回", "Withdrawn by the applicant")
            }
        }
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("confirmed", confirmed)
            writer.put("day", day)
            writer.put("event", RepairStep.name)
            writer.put("files", files.map(\.text))
            writer.put("kind", kind.rawValue)
            writer.put("lifted", lift != nil)
            writer.put("missing", missing)
            writer.put("officer", officer.repairTexts)
            writer.put("paper", paper?.texts ?? [])
            writer.put("reason", reason)
            writer.put("repair", repair)
            writer.put("second", second?.repairTexts ?? [])
            writer.put("until", lift?.until)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        confirmed = reader.texts("confirmed")
        day = try reader.requireDay("day")
        files = try RepairStep.files(reader)
        guard let kind = Kind(rawValue: try reader.require("kind")) else { throw CanonicalFault(missing: "kind") }
        self.kind = kind
        missing = reader.texts("missing")
        officer = try Officer(repairTexts: reader.texts("officer"))
        paper = try RepairPaper(texts: reader.texts("paper"))
        reason = reader.text("reason")
        repair = try reader.require("repair")
        let texts = reader.texts("second")
        second = texts.isEmpty ? nil : try Officer(repairTexts: texts)
        lift = reader.truth("lifted") ? RepairLift(until: reader.day("until")) : nil
    }

    static func files(_ reader: CanonicalReader) throws(CanonicalFault) -> [RepairFile] {
        var files: [RepairFile] = []
        for text in reader.texts("files") { files.append(try RepairFile(text: text)) }
        return files
    }
}

/// 解除屏蔽: until when a record is published again whose shield ends.
public struct RepairLift: Sendable, Hashable {
    /// 恢复公示至; nil where its time is over.
    public let until: Day?

    /// Of a record that is not held any more there is nothing left to publish.
    public static let over = RepairLift(until: nil)

    init(until: Day?) { self.until = until }
}

extension RepairPaper {
    var texts: [String] { [organ, number, date.description] }

    init?(texts: [String]) throws(CanonicalFault) {
        if texts.isEmpty { return nil }
        guard texts.count == 3, let paper = RepairPaper(organ: texts[0], number: texts[1], date: Day(texts[2])) else {
            throw CanonicalFault(missing: "paper")
        }
        self = paper
    }
}
