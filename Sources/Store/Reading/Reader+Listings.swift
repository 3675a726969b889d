import Credit
import Proofs

/// 案件行: a listing as a queue needs it, without its events.
public struct ListingLine: Sendable, Equatable {
    /// Id of the case.
    public let id: String
    /// Code of the list.
    public let list: String
    /// 主体名称.
    public let name: String
    /// The name of the stage, as `Listing.Stage.word` spells it.
    public let stage: String
    /// Code of the step of the sign-off whose turn it is; nil outside the sign-off.
    public let turn: String?
    /// Day on which the notice was served; nil before.
    public let served: Day?
    /// 申辩期限; nil where no notice was drawn up.
    public let answer: CaseClock.Term?
    /// 有效期至; nil where it has no last day.
    public let lastDay: Day?
    /// 复核日期; nil where none is set.
    public let reviewBy: Day?
    /// Id of the record that publishes it.
    public let record: String?
    /// Key text of the subject.
    public let subject: String
}

/// 名单认定案的读取.
extension Reader {
    /// A listing as its events make it, with the place of each in the log; nil where there is none under the id.
    ///
    /// - Throws: `StoreProblem`.
    public func listing(_ id: String) throws -> (listing: Listing, positions: [Int])? {
        var (events, positions): ([ListingEvent], [Int]) = ([], [])
        let statement = try transaction.statement(
            "SELECT entry.position, entry.body FROM listing_step JOIN entry ON entry.position = listing_step.position "
                + "WHERE listing_step.listing = ? ORDER BY listing_step.position")
        try statement.each([.text(id)]) { row in
            guard case .listing(let event)? = try? Event(body: row.bytes(1)) else {
                throw StoreProblem.unknownEvent(position: row.integer(0))
            }
            events.append(event)
            positions.append(row.integer(0))
        }
        guard !events.isEmpty else { return nil }
        do {
            return (try Listing(events), positions)
        } catch {
            throw StoreProblem.brokenLog(position: positions[0], detail: "listing \(id)")
        }
    }

    /// The listings of an organ that have neither been left nor dropped, oldest first, as the tables hold them.
    ///
    /// - Throws: `StoreProblem`.
    public func openListings(of organ: String) throws -> [ListingLine] {
        try transaction.rows(
            """
            SELECT id, list, name, stage, turn, notice_served, answer_count, answer_unit, last_day, review_by, record, \
            subject
            FROM listing WHERE organ = \(organ) AND is_open = 1 ORDER BY first_position
            """
        ) { row in
            let term: CaseClock.Term? = try row.optionalInteger(6).map { count in
                // No calendar counts what somebody wrote into the file instead.
                guard CaseClock.Term.counts.contains(count) else {
                    throw StoreProblem.refused(detail: "listing \(row.text(0))")
                }
                return row.text(7) == "days" ? .days(count) : .workingDays(count)
            }
            return ListingLine(
                id: row.text(0), list: row.text(1), name: row.text(2), stage: row.text(3), turn: row.optionalText(4),
                served: Day(row.text(5)), answer: term, lastDay: Day(row.text(8)), reviewBy: Day(row.text(9)),
                record: row.optionalText(10), subject: row.text(11))
        }
    }

    /// Ids of the open listings of an organ that rest on a record which is not held any more, or was withdrawn.
    ///
    /// - Throws: `StoreProblem`.
    public func listingsOnFallenBases(of organ: String, on day: Day) throws -> Set<String> {
        Set(
            try transaction.rows(
                """
                SELECT listing.id FROM listing JOIN edge ON edge.node = listing.id
                WHERE listing.organ = \(organ) AND listing.is_open = 1 AND NOT EXISTS (
                    SELECT 1 FROM record WHERE record.id = edge.base AND record.from_day <= \(day.description)
                    AND record.until_day > \(day.description)
                    AND (record.reason IS NULL OR record.reason <> 'withdrawn'))
                """
            ) { $0.text(0) })
    }

    /// Ids of the listings of a subject on a list that are open or stand, oldest first.
    ///
    /// - Throws: `StoreProblem`.
    public func openListings(of subject: String, list: String) throws -> [String] {
        try transaction.rows(
            """
            SELECT id FROM listing WHERE subject = \(subject) AND list = \(list) AND is_open = 1
            ORDER BY first_position
            """
        ) { $0.text(0) }
    }

    /// The listing that a record publishes; nil where it came by another way.
    ///
    /// - Throws: `StoreProblem`.
    public func listing(publishedAs record: String) throws -> String? {
        try transaction.first("SELECT id FROM listing WHERE record = \(record)") { $0.text(0) }
    }

    /// Whether an entry of our own is published on a day.
    ///
    /// - Throws: `StoreProblem`.
    public func isPublished(_ standing: ListingStanding, on day: Day) throws -> Bool {
        guard let id = standing.record, let stored = try record(id, on: day) else { return false }
        return stored.entry.publication.isPublished(on: day)
    }

    /// 依托状况: how the records that an entry rests on, and the one that publishes it, stand on a day.
    ///
    /// - Parameters:
    ///   - record: id of the record that publishes it; nil while none does.
    ///   - adverse: ids of what is adverse of the subject, where the list is one of merit.
    ///   - isContested: whether the city rests nothing discretionary on a record now (R7).
    /// - Throws: `StoreProblem`, or what `isContested` throws.
    public func bases(
        of opening: ListingOpening, publishedAs record: String?, on day: Day, adverse: [String],
        isContested: (_ record: String) throws -> Bool
    ) throws -> ListingBases {
        let own = opening.records
        let fallen = try own.filter { try self.record($0, on: day).map { $0.isWithdrawn } ?? true }
        let isOwnWithdrawn = try record.flatMap { try self.record($0, on: day)?.isWithdrawn } ?? false
        let all = own + (record.map { [$0] } ?? [])
        return ListingBases(
            fallen: fallen + (isOwnWithdrawn ? all.suffix(1) : []), contested: try all.filter(isContested),
            adverse: adverse)
    }

    /// 红黑名单交叉比对: ids of the adverse records of a subject that are published on a day, and of its entries of our own
    /// that stand on an adverse list then.
    ///
    /// - Throws: `StoreProblem`.
    public func adverse(
        of subject: String, on day: Day, isAdverseList: (_ list: String) -> Bool,
        isAdverseRecord: (RecordEntry) -> Bool
    ) throws -> [String] {
        let records = try records(of: subject, on: day).map(\.entry)
            .filter { isAdverseRecord($0) && $0.publication.isPublished(on: day) }.map(\.id)
        let entries = try transaction.rows(
            """
            SELECT id, list FROM listing WHERE subject = \(subject) AND listed_from <= \(day.description)
            AND (left_day IS NULL OR left_day > \(day.description))
            AND (last_day IS NULL OR last_day >= \(day.description)) ORDER BY id
            """
        ) { (id: $0.text(0), list: $0.text(1)) }
        return records + entries.filter { isAdverseList($0.list) }.map(\.id)
    }

    /// The event that publishes an entry, with the record that shows it: a further version where a row of the same
    /// number, organ and subject was handed in before.
    ///
    /// - Parameter newID: id for a record that is not held yet.
    /// - Throws: `StoreProblem`.
    public func entry(of record: ListingRecord, newID: String) throws -> RecordEntry {
        let key = RecordHead.key(of: record.keyText[...])
        let head = try head(key: key)
        return record.entry(id: head?.id ?? newID, version: (head?.lastVersion ?? 0) + 1, key: key.hex)
    }

    /// The record of an entry as a further version that is not published from `day` on; nil where it is not published.
    ///
    /// - Throws: `StoreProblem`.
    public func endedEntry(of record: String, on day: Day) throws -> RecordEntry? {
        guard let stored = try self.record(record, on: day) else { return nil }
        let last = try versionMarks(of: record).last?.number ?? stored.version
        return stored.entry.ended(on: day, version: last + 1)
    }
}
