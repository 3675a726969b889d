/// 措施事件: a measure was bound to an entry, its executing department told what came of it, or it was lifted before its
/// time.
public struct EffectEvent: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "effect"
    /// Id of the effect.
    public let effect: String
    /// The day.
    public let day: Day
    /// 经办人.
    public let by: Officer
    /// What was done.
    public let step: Step

    init(_ effect: String, _ day: Day, _ by: Officer, _ step: Step) {
        self.effect = effect
        self.day = day
        self.by = by
        self.step = step
    }

    /// 步骤.
    public enum Step: Sendable, Equatable {
        /// 采取措施.
        case applied(Effect)
        /// 执行反馈; told again, the later counts.
        case reported(EffectReport)
        /// 提前解除, with the reason.
        case lifted(reason: String)
    }

    static let prefix = "effect."

    /// The name of the step, as the log and the tables spell it.
    public var word: String {
        switch step {
        case .applied: "applied"
        case .reported: "reported"
        case .lifted: "lifted"
        }
    }

    var body: [UInt8] {
        let content =
            switch step {
            case .applied(let effect): effect.canonical
            case .reported(let report): report.canonical
            case .lifted(let reason): CanonicalWriter.object { $0.put("reason", reason) }
            }
        return CanonicalWriter.object { writer in
            writer.put("by", canonical: ListingBytes.officer(by))
            writer.put("content", canonical: content)
            writer.put("day", day)
            writer.put("effect", effect)
            writer.put("event", EffectEvent.prefix + word)
        }
    }

    /// The event of a name; nil for the name of none of these.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix(EffectEvent.prefix) else { return nil }
        let content = try CanonicalReader(try ListingBytes.object("content", reader))
        let id = try reader.require("effect")
        let step: Step
        switch name.dropFirst(EffectEvent.prefix.count) {
        case "applied": step = .applied(try Effect(id: id, content))
        case "reported": step = .reported(try EffectReport(content))
        case "lifted": step = .lifted(reason: try content.require("reason"))
        default: throw CanonicalFault(missing: "event")
        }
        self.init(
            id, try reader.requireDay("day"), try ListingBytes.officer(try ListingBytes.object("by", reader)), step)
    }
}

extension Effect {
    /// 执行反馈: the executing department tells whether it was done.
    ///
    /// - Throws: where the officer is of another organ, a reason is missing, or the effect is over and it is told that it
    ///   was executed after that.
    public func report(
        _ report: EffectReport, isLive: Bool, by officer: Officer, on day: Day
    ) throws(MeasureProblem) -> EffectEvent {
        guard officer.acts(for: department) else { throw .notExecutor }
        guard report.day >= from, report.day <= day else { throw .reportDay(from) }
        switch report.outcome {
        case .executed(let matter, let result):
            guard !matter.isEmpty, !result.isEmpty else { throw .reportIncomplete }
            guard isLive || report.day < day else { throw .fallen }
        case .notExecuted(let reason): guard !reason.isEmpty else { throw .reportIncomplete }
        }
        return EffectEvent(id, day, officer, .reported(report))
    }

    /// 提前解除: by the organ that bound it.
    public func lift(
        reason: String, entry: ListingStanding, by officer: Officer, on day: Day
    ) throws(MeasureProblem) -> EffectEvent {
        guard officer.acts(for: entry.candidate.by.organ), entry.id == edge.base else { throw .otherOrgan }
        guard !reason.isEmpty else { throw .reportIncomplete }
        return EffectEvent(id, day, officer, .lifted(reason: reason))
    }
}

/// 执行反馈: whether a measure was executed in a matter, and what came of it.
///
/// - Source: 联合奖惩案例反馈: 执行措施内容, 奖惩说明, 涉及金额, 实施日期, 业务事项编号
public struct EffectReport: Sendable, Hashable {
    /// 实施日期, or the day it was found that it would not be executed.
    public let day: Day
    /// What came of it.
    public let outcome: Outcome
    /// 涉及金额; nil for none.
    /// - Unit: fen
    public let amount: Int?

    /// What came of a measure.
    public init(day: Day, outcome: Outcome, amount: Int?) {
        self.day = day
        self.outcome = outcome
        self.amount = amount
    }

    /// 执行结果.
    public enum Outcome: Sendable, Hashable {
        /// 已执行: in which matter, with what result.
        case executed(matter: String, result: String)
        /// 未执行: why not.
        case notExecuted(reason: String)
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("amount", amount)
            writer.put("day", day)
            switch outcome {
            case .executed(let matter, let result):
                writer.put("matter", matter)
                writer.put("result", result)
            case .notExecuted(let reason): writer.put("reason", reason)
            }
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        let outcome: Outcome
        if let reason = reader.text("reason") {
            outcome = .notExecuted(reason: reason)
        } else {
            outcome = .executed(matter: try reader.require("matter"), result: try reader.require("result"))
        }
        self.init(day: try reader.requireDay("day"), outcome: outcome, amount: reader.number("amount"))
    }
}
