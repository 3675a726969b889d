/// 措施实施: a measure that rests on an entry of a list: on which way, by which law, by whom, against whom, from when until
/// when. Nothing rests on less than an entry that stands (R3, R5).
public struct Effect: Sendable, Hashable {
    /// Id of the effect.
    public let id: String
    /// 依附: what it rests on, and how.
    public let edge: EffectEdge
    /// 措施: code of the national list.
    public let measure: String
    /// 效力: whether whoever executes it is bound or decides (R8).
    public let nature: Measure.Effect
    /// 依据: document and clause.
    public let basis: String
    /// 主体.
    public let subject: SubjectKey
    /// 对象类别.
    public let target: Target
    /// 实施单位: code of the organ that executes it.
    public let department: String
    /// 起始之日.
    public let from: Day
    /// 终止之日: its own last day where it ends before what it rests on; nil where it ends with that.
    public let until: Day?

    /// 采取措施: binds a measure to an entry that stands. It takes the entry as the type that only the whole way makes, so
    /// that a measure against somebody who was merely proposed, notified or decided on cannot be written.
    ///
    /// - Parameters:
    ///   - basis: the article; whether it binds is what the pack has read of it, not what anybody chooses.
    ///   - isPublished: whether the entry is published on the day.
    ///   - bases: how the entry's record and the records that it rests on stand.
    /// - Throws: where the measure is not in the national list of the day, was not in the decision, is for others to take,
    ///   lacks a law, may not reach the subject, rests on what has fallen (R5), or would begin while what it rests on is
    ///   contested (R7).
    public static func apply(
        _ measure: Measure, resting footing: EffectEdge.Footing, on entry: ListingStanding, basis: String,
        by department: String, until: Day?, in catalogue: MeasureCatalogue, isPublished: Bool, bases: ListingBases,
        officer: Officer, id: String, day: Day
    ) throws(MeasureProblem) -> EffectEvent {
        guard officer.acts(for: entry.candidate.by.organ) else { throw .otherOrgan }
        guard catalogue.edition(on: day) != nil,
            let measure = catalogue.measures(on: day).first(where: { $0.code == measure.code })
        else { throw .notListed }
        guard measure.category != .voluntary else { throw .voluntary }
        guard entry.decision.measures.contains(measure.code) else { throw .notDecided }
        guard entry.stands(on: day) else { throw .entryOver }
        guard !basis.isEmpty else { throw .noBasis }
        guard !department.isEmpty else { throw .noDepartment }
        let target = entry.candidate.opening.target
        guard measure.targets?.contains(target) ?? !target.isPerson else { throw .targetOutside(target) }
        if footing == .publication, !isPublished { throw .notPublished }
        if let record = bases.fallen.first { throw .baseFallen(record) }
        let nature = measure.nature(by: basis)
        if nature == .discretionary, !bases.contested.isEmpty { throw .contested }
        if let until {
            guard until >= day else { throw .endsTooEarly }
            if case .lastDay(let last) = entry.end, until > last { throw .endsAfterEntry(last) }
        }
        return EffectEvent(
            id, day, officer,
            .applied(
                Effect(
                    id: id, edge: EffectEdge(node: id, base: entry.id, footing: footing), measure: measure.code,
                    nature: nature, basis: basis, subject: entry.candidate.opening.subject, target: target,
                    department: department, from: day, until: until)))
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("base", edge.base)
            writer.put("basis", basis)
            writer.put("department", department)
            writer.put("footing", edge.footing.rawValue)
            writer.put("from", from)
            writer.put("measure", measure)
            writer.put("nature", nature.rawValue)
            writer.put("subject", subject.text)
            writer.put("target", target.rawValue)
            writer.put("until", until)
        }
    }

    init(id: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard let subject = SubjectKey(text: try reader.require("subject")) else {
            throw CanonicalFault(missing: "subject")
        }
        self.init(
            id: id,
            edge: EffectEdge(
                node: id, base: try reader.require("base"), footing: try ListingBytes.word("footing", reader)),
            measure: try reader.require("measure"), nature: try ListingBytes.word("nature", reader),
            basis: try reader.require("basis"), subject: subject, target: try ListingBytes.word("target", reader),
            department: try reader.require("department"), from: try reader.requireDay("from"),
            until: reader.day("until"))
    }

    private init(
        id: String, edge: EffectEdge, measure: String, nature: Measure.Effect, basis: String, subject: SubjectKey,
        target: Target, department: String, from: Day, until: Day?
    ) {
        self.id = id
        self.edge = edge
        self.measure = measure
        self.nature = nature
        self.basis = basis
        self.subject = subject
        self.target = target
        self.department = department
        self.from = from
        self.until = until
    }
}
