import Credit

/// 修复案件的读取: a case with the place in the log of everything that happened in it.
public struct StoredRepair: Sendable, Equatable {
    /// The case.
    public let repair: Repair
    /// What happened, in order, each with its position in the log and the day it was recorded.
    public let events: [(position: Int, day: Day, event: RepairEvent)]

    /// Equal where the case and its place are.
    public static func == (left: StoredRepair, right: StoredRepair) -> Bool {
        left.repair == right.repair && left.events.map(\.position) == right.events.map(\.position)
    }
}

/// 修复目录: a case as a queue needs it, without its papers.
public struct RepairHead: Sendable, Hashable {
    /// Id of the case.
    public let id: String
    /// Id of the record.
    public let record: String
    /// Key text of the subject.
    public let subject: String
    /// Its name, where known.
    public let subjectName: String?
    /// Code of the version of the rules.
    public let rule: String
    /// Where it stands.
    public let stage: Repair.Stage.Word
    /// Code of the organ whose turn it is.
    public let turn: String
    /// Code of the kind of record; nil where the record is not held any more.
    public let kind: String?
    /// Day of the record's decision.
    public let decided: Day?
    /// When its moments were reached and its clocks stood still.
    public internal(set) var times: RepairTimes
}

extension Reader {
    /// A case by its id; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func repair(_ id: String) throws -> StoredRepair? {
        var events: [(position: Int, day: Day, event: RepairEvent)] = []
        let statement = try transaction.statement(
            "SELECT entry.position, entry.instant, entry.body FROM repair_step "
                + "JOIN entry ON entry.position = repair_step.position WHERE repair_step.repair = ? "
                + "ORDER BY repair_step.position")
        try statement.each([.text(id)]) { row in
            guard let instant = Instant(row.text(1)), case .repair(let event)? = try? Event(body: row.bytes(2)) else {
                throw StoreProblem.unknownEvent(position: row.integer(0))
            }
            events.append((row.integer(0), instant.day, event))
        }
        guard case .filed(let filing)? = events.first?.event else { return nil }
        var repair = Repair(filing)
        for (position, _, event) in events.dropFirst() {
            do {
                try repair.take(event)
            } catch {
                throw StoreProblem.brokenLog(position: position, detail: "repair \(id)")
            }
        }
        return StoredRepair(repair: repair, events: events)
    }

    /// 待办修复: the open cases whose turn it is at an organ, the oldest first.
    ///
    /// - Throws: `StoreProblem`.
    public func openRepairs(at organ: String) throws -> [RepairHead] {
        let condition: SQL = "WHERE repair.turn = \(organ) AND repair.is_open = 1 "
        return try heads(condition, "ORDER BY repair.filed, repair.id")
    }

    /// The cases about a record, the newest first.
    ///
    /// - Throws: `StoreProblem`.
    public func repairs(of record: String) throws -> [RepairHead] {
        try heads("WHERE repair.record = \(record) ", "ORDER BY repair.first_position DESC")
    }

    private func heads(_ condition: SQL, _ order: String) throws -> [RepairHead] {
        var heads = try transaction.rows(
            SQL(
                text: "SELECT repair.id, repair.record, repair.subject, repair.rule, repair.stage, repair.turn, "
                    + "repair.filed, record.kind, record.decided, subject.name FROM repair "
                    + "LEFT JOIN record ON record.id = repair.record AND record.until_day = '9999-12-31' "
                    + "LEFT JOIN subject ON subject.key = repair.subject " + condition.text + order,
                values: condition.values)
        ) { row in
            guard let stage = Repair.Stage.Word(rawValue: row.text(4)), let filed = Day(row.text(6)) else {
                throw StoreProblem.refused(detail: "repair \(row.text(0))")
            }
            return RepairHead(
                id: row.text(0), record: row.text(1), subject: row.text(2),
                subjectName: row.optionalText(9).map { ResidentNumber.masking($0) }, rule: row.text(3), stage: stage,
                turn: row.text(5), kind: row.optionalText(7), decided: row.optionalText(8).flatMap { Day($0) },
                times: RepairTimes(filed: filed))
        }
        let places = Dictionary(uniqueKeysWithValues: heads.enumerated().map { ($1.id, $0) })
        let steps = try transaction.statement(
            "SELECT repair_step.repair, repair_step.kind, repair_step.day FROM repair "
                + "JOIN repair_step ON repair_step.repair = repair.id " + condition.text
                + "ORDER BY repair_step.repair, repair_step.position")
        try steps.each(condition.values) { row in
            guard let place = places[row.text(0)], let day = Day(row.text(2)) else { return }
            if let kind = RepairStep.Kind(rawValue: row.text(1)) {
                heads[place].times.note(kind, on: day, reason: nil)
            } else {
                heads[place].times.reach(row.text(1) == "executed" ? .executed : nil, on: day)
            }
        }
        return heads
    }

    /// 不再受理: what an earlier repair of a subject in bad faith left on a day; nil where nothing does.
    ///
    /// - Throws: `StoreProblem`.
    public func repairBan(of subject: String, on day: Day) throws -> RepairBan? {
        try transaction.first(
            """
            SELECT until_day, is_firm FROM repair_ban WHERE subject = \(subject) AND until_day >= \(day.description) \
            ORDER BY is_firm DESC, until_day DESC LIMIT 1
            """
        ) { row in Day(row.text(0)).map { RepairBan(until: $0, isFirm: row.truth(1)) } } ?? nil
    }

    /// 最短公示期届满: the published records of which repair can be asked for from this very day on.
    ///
    /// - Throws: `StoreProblem`.
    public func records(
        minimumReachedOn day: Day, under rules: Rules, limit: Int
    ) throws -> [(record: RepairedRecord, outlook: RepairOutlook)] {
        let classes = rules.repairs.flatMap(\.classes).compactMap(\.minimum)
        let early = rules.lists.compactMap { list -> Int? in
            if case .months(_, let early)? = list.terms?.value(on: day) { early } else { nil }
        }
        // A version that takes effect on the day may open what was decided at any time; otherwise only few days fit.
        let starts = rules.repairs.contains { $0.from == day }
        var days: Set<Day> = []
        let longest = (classes + early).max() ?? 0
        if starts {
            var candidate = day.adding(months: -longest) + -3
            while candidate <= day {
                days.insert(candidate)
                candidate = candidate + 1
            }
        } else {
            for months in Set(classes + early) {
                for shift in -3...3 { days.insert(day.adding(months: -months) + shift) }
            }
        }
        let statement = try transaction.statement(
            "SELECT id FROM record WHERE until_day = '9999-12-31' AND published_until IS NOT NULL "
                + "AND family <> 'registry' AND family = ? AND coalesce(decided, received) = ? "
                + "AND published_until >= ? ORDER BY id")
        var found: [(record: RepairedRecord, outlook: RepairOutlook)] = []
        for family in RecordFamily.allCases where family.isAdverse {
            for decided in days.sorted() {
                var ids: [String] = []
                try statement.each([.text(family.rawValue), .text(decided.description), .text(day.description)]) {
                    ids.append($0.text(0))
                }
                for id in ids where found.count < limit {
                    guard let stored = try record(id, on: day) else { continue }
                    let record = RepairedRecord(stored)
                    guard let outlook = RepairOutlook(record, under: rules, on: day), outlook.earliest == day else {
                        continue
                    }
                    found.append((record, outlook))
                }
            }
        }
        return found
    }
}
