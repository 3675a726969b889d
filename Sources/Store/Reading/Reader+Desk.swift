import Credit

/// 更正撤回情况: an act with its day and its place in the log.
public struct StoredRevision: Sendable, Equatable {
    /// The act.
    public let revision: RecordRevision
    /// The day.
    public let day: Day
    /// Position of its entry.
    public let position: Int
}

/// 抽样复核情况: a review by sample as far as it has come.
public struct StoredSample: Sendable, Equatable {
    /// What was drawn.
    public let sample: BatchSample
    /// The day, and the position of its entry.
    public let drawn: (day: Day, position: Int)
    /// What was found; nil while nothing was.
    public let finding: BatchSample.Finding?
    /// Who found it, on which day, and the position of its entry.
    public let found: (by: Officer, day: Day, position: Int)?

    /// Equal where all that happened is.
    public static func == (left: StoredSample, right: StoredSample) -> Bool {
        left.drawn.position == right.drawn.position && left.found?.position == right.found?.position
    }
}

extension Reader {
    /// A correction or withdrawal by the id of the act.
    ///
    /// - Throws: `StoreProblem`.
    public func revision(_ id: String) throws -> StoredRevision? {
        let position = try transaction.first("SELECT position FROM revision WHERE id = \(id)") { $0.integer(0) }
        return try position.flatMap { try revision(at: $0) }
    }

    private func revision(at position: Int) throws -> StoredRevision? {
        guard let (day, event) = try desk(at: position), case .revised(let revision) = event else { return nil }
        return StoredRevision(revision: revision, day: day, position: position)
    }

    /// 撤回说明: the ground on which a department withdrew a record of its own, and the day; nil where it did not.
    ///
    /// - Throws: `StoreProblem`.
    public func ownWithdrawal(of record: String, on day: Day) throws -> (day: Day, ground: ObjectionGround)? {
        let found = try transaction.first(
            """
            SELECT day, ground FROM revision WHERE record = \(record) AND ground IS NOT NULL AND day <= \
            \(day.description) ORDER BY position DESC LIMIT 1
            """
        ) { (Day($0.text(0)), ObjectionGround(rawValue: $0.text(1))) }
        guard case (let day?, let ground?)? = found else { return nil }
        return (day, ground)
    }

    /// What a correction or withdrawal must know of a record on a day.
    ///
    /// - Throws: `StoreProblem`.
    public func standing(of record: String, on day: Day) throws -> RecordRevision.Standing {
        let objections = try transaction.rows("SELECT id FROM objection WHERE record = \(record) ORDER BY id") {
            $0.text(0)
        }.compactMap { try objection($0)?.objection }
        return RecordRevision.Standing(
            isContested: objections.contains { $0.closedOn == nil },
            isDecided: objections.contains { $0.decisions.last?.decision.correction != nil },
            next: try nextVersion(of: record))
    }

    /// A review by sample.
    ///
    /// - Throws: `StoreProblem`.
    public func sample(_ id: String) throws -> StoredSample? {
        let places = try transaction.first("SELECT first_position, last_position FROM batch_sample WHERE id = \(id)") {
            ($0.integer(0), $0.optionalInteger(1))
        }
        guard let (first, last) = places, let (day, event) = try desk(at: first), case .sampled(let sample) = event
        else { return nil }
        guard let last else { return StoredSample(sample: sample, drawn: (day, first), finding: nil, found: nil) }
        guard let (foundOn, judged) = try desk(at: last), case .found(_, let finding, let officer) = judged else {
            throw StoreProblem.unknownEvent(position: last)
        }
        return StoredSample(sample: sample, drawn: (day, first), finding: finding, found: (officer, foundOn, last))
    }

    /// The reviews of a department in which nothing was found yet, in the order of their ids.
    ///
    /// - Throws: `StoreProblem`.
    public func openSamples(of department: String) throws -> [StoredSample] {
        try transaction.rows(
            "SELECT id FROM batch_sample WHERE department = \(department) AND last_position IS NULL ORDER BY id"
        ) { $0.text(0) }.compactMap { try sample($0) }
    }

    /// Places in the log of the records that a batch entered, in the order of the batch; empty unless it was taken in.
    ///
    /// - Throws: `StoreProblem`.
    public func entered(by batch: StoredBatch) throws -> [Int] {
        guard batch.state == .complete, let last = batch.lastPosition else { return [] }
        return try transaction.rows(
            """
            SELECT position FROM entry WHERE position > \(batch.firstPosition) AND position < \(last) \
            AND class = \(RecordEntry.eventClass) ORDER BY position
            """
        ) { $0.integer(0) }
    }

    private func desk(at position: Int) throws -> (Day, DeskEvent)? {
        var found: (Day, DeskEvent)?
        try events(from: position, limit: 1) { at, day, event in
            if at == position, case .desk(let event) = event { found = (day, event) }
        }
        return found
    }
}
