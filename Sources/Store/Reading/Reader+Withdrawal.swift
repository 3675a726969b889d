import Credit

/// 撤回说明: that the publication of a record was withdrawn, since when and why; nothing of what the record said is in it.
///
/// - Source: 行政处罚法 第四十八条
public struct Withdrawal: Sendable, Hashable {
    /// Since which day.
    public let day: Day
    /// 理由.
    public let reason: Label
}

/// 公示状况: how anybody may see a record on a day.
public enum RecordStanding: Sendable, Equatable {
    /// Published.
    case shown(RecordView)
    /// Its publication ended on this day, its last (R6).
    case ended(on: Day)
    /// Its publication was withdrawn: a neutral notice stands in its place.
    case withdrawn(Withdrawal)
    /// Not published or not held; the two look alike.
    case unknown
}

extension SubjectFiles {
    /// The one place in which it is decided what becomes of a record's page: shown, ended, withdrawn or nothing.
    ///
    /// - Throws: `StoreProblem`.
    public func standing(of id: String, on day: Day, in reader: Reader) throws -> RecordStanding {
        let view = try record(id, on: day, in: reader)
        // Of a sole trader that was dissolved nothing is said any more, not even that there was something.
        if view == nil, try reader.record(id, on: day) != nil { return .unknown }
        if let view, view.publication.isPublished(on: day) { return .shown(view) }
        if let withdrawal = try reader.withdrawalNotice(of: id, on: day) { return .withdrawn(withdrawal) }
        if case .until(let last)? = view?.publication.period { return .ended(on: last) }
        return .unknown
    }
}

extension Reader {
    /// 撤回说明 of a record that was published once and is not: after an objection, by its own department, since the
    /// finding was annulled, or since what it rested on fell; nil where none of that is so. That its batch was undone
    /// changes nothing of it.
    ///
    /// - Throws: `StoreProblem`.
    func withdrawalNotice(of record: String, on day: Day) throws -> Withdrawal? {
        let wasPublished = try transaction.first(
            "SELECT 1 FROM record WHERE id = \(record) AND published_until IS NOT NULL LIMIT 1"
        ) { _ in true }
        guard wasPublished ?? false else { return nil }
        if let told = try withdrawal(of: record, on: day) ?? ownWithdrawal(of: record, on: day) {
            return Withdrawal(day: told.day, reason: told.ground.title)
        }
        return try annulled(record, on: day) ?? fallen(record, on: day)
    }

    /// 认定撤销: the version that is withdrawn came of the annulling of a breach; else the day alone is known.
    private func annulled(_ record: String, on day: Day) throws -> Withdrawal? {
        let word = Publication.Reason.withdrawn.rawValue
        let first =
            try transaction.first(
                """
                SELECT MIN(from_day) FROM record WHERE id = \(record) AND reason = \(word) AND from_day <= \(day.description)
                """
            ) { $0.optionalText(0).flatMap { Day($0) } } ?? nil
        guard let first else { return nil }
        let isAnnulled = try transaction.first(
            """
            SELECT 1 FROM commitment_step JOIN record ON record.batch = commitment_step.commitment
            WHERE record.id = \(record) AND commitment_step.step = 'annulled' LIMIT 1
            """
        ) { _ in true }
        let reason =
            isAnnulled ?? false
            ? Label("认定已经撤销", "The finding was annulled") : Label("依法撤回", "Withdrawn by law")
        return Withdrawal(day: first, reason: reason)
    }

    /// 依据失效: an entry of a list whose publication ended since a record that it rests on fell.
    private func fallen(_ record: String, on day: Day) throws -> Withdrawal? {
        let last =
            try transaction.first(
                """
                SELECT MIN(publication_end.last_day) FROM publication_end JOIN record ON record.id = publication_end.record
                AND record.published_until = publication_end.last_day
                JOIN listing ON listing.record = publication_end.record
                JOIN edge ON edge.node = listing.id AND edge.base = publication_end.ground
                WHERE publication_end.record = \(record) AND publication_end.last_day < \(day.description)
                """
            ) { $0.optionalText(0).flatMap { Day($0) } } ?? nil
        return last.map {
            Withdrawal(
                day: $0 + 1, reason: Label("所依据的决定已经撤销或者撤回", "The decision that it rested on was annulled or withdrawn")
            )
        }
    }
}
