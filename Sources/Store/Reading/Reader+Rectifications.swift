import Credit

/// 整改和约谈情况: a case as it stands, with its steps and their places in the log.
public struct StoredRectification: Sendable {
    /// The case.
    public let rectification: Rectification
    /// Its steps, earliest first.
    public let steps: [(position: Int, day: Day, event: RectificationEvent)]
}

/// 通报情况: a formal notice as it stands, with its steps and their places in the log.
public struct StoredNotice: Sendable {
    /// The notice.
    public let notice: FormalNotice
    /// Its steps, earliest first.
    public let steps: [(position: Int, day: Day, event: NoticeEvent)]
}

extension Reader {
    /// An order to mend or a warning talk by the id of its case.
    ///
    /// - Throws: `StoreProblem`.
    public func rectification(_ id: String) throws -> StoredRectification? {
        let steps = try history.steps(ofRectification: id)
        guard !steps.isEmpty else { return nil }
        guard let made = Rectification(steps.map { (day: $0.day, event: $0.event) }) else {
            throw StoreProblem.unknownEvent(position: steps[0].position)
        }
        return StoredRectification(rectification: made, steps: steps)
    }

    /// 已整改: the orders resting on a record that were found mended by a day, oldest first: the only thing of such cases
    /// that others than the organ are shown, and material of a repair.
    ///
    /// - Throws: `StoreProblem`.
    public func mendedOrders(of record: String, on day: Day) throws -> [StoredRectification] {
        try transaction.rows(
            """
            SELECT id FROM rectification WHERE record = \(record) AND stage = 'mended' AND closed_day <= \
            \(day.description) ORDER BY position
            """
        ) { $0.text(0) }.compactMap { try rectification($0) }
    }

    /// A formal notice by the id of its case, for the organ that drew it up and for nobody else.
    ///
    /// - Throws: `StoreProblem`.
    public func notice(_ id: String) throws -> Restricted<StoredNotice>? {
        let steps = try history.steps(ofNotice: id)
        guard !steps.isEmpty else { return nil }
        guard let made = FormalNotice(steps.map { (day: $0.day, event: $0.event) }) else {
            throw StoreProblem.unknownEvent(position: steps[0].position)
        }
        return Restricted(StoredNotice(notice: made, steps: steps), for: [made.draft.by.organ])
    }

    /// 拟稿人 of a formal notice, and nothing of what it says; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func noticeDrawer(_ id: String) throws -> Officer? { try history.steps(ofNotice: id).first?.event.by }

    /// The open formal notices of an officer's organ, in the order of their ids.
    ///
    /// - Throws: `StoreProblem`.
    public func openNotices(for officer: Officer) throws -> [StoredNotice] {
        try transaction.rows("SELECT id FROM notice WHERE organ = \(officer.organ) AND is_open = 1 ORDER BY id") {
            $0.text(0)
        }.compactMap { try notice($0)?.opened(for: officer) }
    }
}
