/// 执行修复: the one act by which publication and sharing of a record end, and with publication what rests on it. What
/// rests on the validity of the decision stands (R5): this act says nothing of it.
public struct RepairExecution: Sendable, Equatable {
    static let name = "repair.executed"
    /// Id of the case.
    public let repair: String
    /// Id of the record.
    public let record: String
    /// The day it was carried out: from this day on no channel shows or shares the record.
    public let day: Day
    /// 公示末日: the last day on which it was published.
    public let lastDay: Day
    /// The last day it would have had.
    public let before: Day
    /// 随公示终止的效果: ids of the effects that rested on its publication and ended with it.
    public let effects: [String]
    /// 本地已终止、国家待同步: whether the nation's result is still awaited.
    public let isPending: Bool
    /// The paper that granted it.
    public let paper: RepairPaper
    /// 承办人 and 复核人.
    public let officers: OfficerPair

    init(
        repair: String, record: String, day: Day, lastDay: Day, before: Day, effects: [String], isPending: Bool,
        paper: RepairPaper, officers: OfficerPair
    ) {
        self.repair = repair
        self.record = record
        self.day = day
        self.lastDay = lastDay
        self.before = before
        self.effects = effects
        self.isPending = isPending
        self.paper = paper
        self.officers = officers
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("before", before)
            writer.put("day", day)
            writer.put("effects", effects)
            writer.put("event", RepairExecution.name)
            writer.put("lastDay", lastDay)
            writer.put("officer", officers.first.repairTexts)
            writer.put("paper", paper.texts)
            writer.put("pending", isPending)
            writer.put("record", record)
            writer.put("repair", repair)
            writer.put("second", officers.second.repairTexts)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        before = try reader.requireDay("before")
        day = try reader.requireDay("day")
        effects = reader.texts("effects")
        isPending = reader.truth("pending")
        lastDay = try reader.requireDay("lastDay")
        officers = try OfficerPair(reader)
        guard let paper = try RepairPaper(texts: reader.texts("paper")) else { throw CanonicalFault(missing: "paper") }
        self.paper = paper
        record = try reader.require("record")
        repair = try reader.require("repair")
    }
}

/// 撤销修复: a repair got by false papers or a false commitment is undone. The record is published again until its old
/// last day at most.
public struct RepairRevocation: Sendable, Equatable {
    static let name = "repair.revoked"
    /// Id of the case.
    public let repair: String
    /// Id of the record.
    public let record: String
    /// Key text of its subject.
    public let subject: String
    /// The day it was undone.
    public let day: Day
    /// 恢复公示至: the last day of the renewed publication; nil where its time is over.
    public let until: Day?
    /// 不再受理至: the last day on which no new application is taken; nil where the version names no time.
    public let bannedUntil: Day?
    /// Whether that time was read in the document; otherwise it warns and does not refuse.
    public let isFirm: Bool
    /// 事实和理由.
    public let reason: String
    /// The paper that says so.
    public let paper: RepairPaper
    /// 承办人 and 复核人.
    public let officers: OfficerPair

    init(
        repair: String, record: String, subject: String, day: Day, until: Day?, bannedUntil: Day?, isFirm: Bool,
        reason: String, paper: RepairPaper, officers: OfficerPair
    ) {
        self.repair = repair
        self.record = record
        self.subject = subject
        self.day = day
        self.until = until
        self.bannedUntil = bannedUntil
        self.isFirm = isFirm
        self.reason = reason
        self.paper = paper
        self.officers = officers
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("banned", bannedUntil)
            writer.put("day", day)
            writer.put("event", RepairRevocation.name)
            writer.put("firm", isFirm)
            writer.put("officer", officers.first.repairTexts)
            writer.put("paper", paper.texts)
            writer.put("reason", reason)
            writer.put("record", record)
            writer.put("repair", repair)
            writer.put("second", officers.second.repairTexts)
            writer.put("subject", subject)
            writer.put("until", until)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        bannedUntil = reader.day("banned")
        day = try reader.requireDay("day")
        isFirm = reader.truth("firm")
        officers = try OfficerPair(reader)
        guard let paper = try RepairPaper(texts: reader.texts("paper")) else { throw CanonicalFault(missing: "paper") }
        self.paper = paper
        reason = try reader.require("reason")
        record = try reader.require("record")
        repair = try reader.require("repair")
        subject = try reader.require("subject")
        until = reader.day("until")
    }
}

/// 破产暂时屏蔽: by a court's ruling on a plan of reorganisation a record is shielded until that is carried out, or the
/// shield is lifted.
///
/// - Source: 国办发〔2025〕22号
public struct RepairShield: Sendable, Equatable {
    static let name = "repair.shielded"
    /// Id of the shield, a case of its own.
    public let repair: String
    /// Id of the record.
    public let record: String
    /// The day it was shielded or the shield lifted.
    public let day: Day
    /// 公示末日 while shielded; nil where the shield is lifted.
    public let lastDay: Day?
    /// 恢复公示至, where the shield is lifted and its time is not over.
    public let until: Day?
    /// The court's ruling: court, number, date.
    public let ruling: RepairPaper
    /// 承办人 and 复核人.
    public let officers: OfficerPair

    init(
        repair: String, record: String, day: Day, lastDay: Day?, until: Day?, ruling: RepairPaper,
        officers: OfficerPair
    ) {
        self.repair = repair
        self.record = record
        self.day = day
        self.lastDay = lastDay
        self.until = until
        self.ruling = ruling
        self.officers = officers
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("day", day)
            writer.put("event", RepairShield.name)
            writer.put("lastDay", lastDay)
            writer.put("officer", officers.first.repairTexts)
            writer.put("paper", ruling.texts)
            writer.put("record", record)
            writer.put("repair", repair)
            writer.put("second", officers.second.repairTexts)
            writer.put("until", until)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        day = try reader.requireDay("day")
        lastDay = reader.day("lastDay")
        officers = try OfficerPair(reader)
        guard let paper = try RepairPaper(texts: reader.texts("paper")) else { throw CanonicalFault(missing: "paper") }
        ruling = paper
        record = try reader.require("record")
        repair = try reader.require("repair")
        until = reader.day("until")
    }
}

extension OfficerPair {
    fileprivate init(_ reader: CanonicalReader) throws(CanonicalFault) {
        let (first, second) = (
            try Officer(repairTexts: reader.texts("officer")), try Officer(repairTexts: reader.texts("second"))
        )
        guard let pair = OfficerPair(first, second) else { throw CanonicalFault(missing: "second") }
        self = pair
    }
}
