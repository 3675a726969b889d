extension Rectification {
    /// 出具: draws up an order or an invitation.
    ///
    /// - Parameters:
    ///   - isAdverse: whether the record it rests on is to its subject's disadvantage.
    ///   - isFrozen: whether an objection to that record holds new discretionary acts off (R7).
    public static func opening(
        _ opening: RectificationOpening, isAdverse: Bool, isFrozen: Bool, on day: Day
    ) throws(RectificationProblem) -> RectificationEvent {
        guard isAdverse else { throw .notAdverse }
        guard !isFrozen else { throw .contested }
        for text in [opening.paper.organ, opening.paper.number, opening.paper.basis] { try check(text, "文书") }
        guard opening.paper.date <= day else { throw .badDay }
        guard !opening.demand.items.isEmpty else { throw .empty("要求") }
        for item in opening.demand.items { try check(item, "要求") }
        switch opening.demand {
        case .mend(_, .days(let count)), .mend(_, .workingDays(let count)):
            guard (1...mostDays).contains(count) else { throw .badTerm }
        case .mend(_, .months): throw .badTerm
        case .talk(_, let meeting, let place):
            try check(place, "地点")
            guard meeting > day else { throw .meetingPast }
        }
        return RectificationEvent(opening.id, by: opening.by, .opened(opening))
    }

    /// As long as a form can ask for; no law is meant by it.
    /// - Unit: days
    public static let mostDays = 400

    /// 送达: the time to mend runs from it, and nobody failed to appear who was not told before.
    public func serving(
        _ service: Delivery?, by officer: Officer, on day: Day
    ) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        guard case .drawn = stage else { throw .otherStage(stage.title) }
        guard let service, service.served <= day, service.begun >= opening.paper.date else { throw .badService }
        if case .talk(_, let meeting, _) = opening.demand, service.served >= meeting { throw .servedTooLate(meeting) }
        return RectificationEvent(opening.id, by: officer, .served(service))
    }

    /// 提交整改证据; also after the time is over: what was mended late was mended.
    public func showing(
        _ words: String, files: [String], by officer: Officer
    ) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        guard case .mending = stage else { throw .otherStage(stage.title) }
        try Rectification.check(words, "证据说明")
        guard !files.isEmpty else { throw .noEvidence }
        return RectificationEvent(opening.id, by: officer, .shown(words: words, files: files))
    }

    /// 延长整改期限: another officer approves it.
    public func extending(
        by count: Int, reason: String, by officer: Officer
    ) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        guard case .mending = stage else { throw .otherStage(stage.title) }
        try other(officer)
        try Rectification.check(reason, "理由")
        guard (1...Rectification.mostDays).contains(count) else { throw .badTerm }
        return RectificationEvent(opening.id, by: officer, .extended(count: count, reason: reason))
    }

    /// 认定已经整改: another officer has looked at what was brought.
    public func findingMended(
        _ words: String, by officer: Officer
    ) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        guard case .mending = stage else { throw .otherStage(stage.title) }
        try other(officer)
        guard !evidence.isEmpty else { throw .noEvidence }
        try Rectification.check(words, "查看情况")
        return RectificationEvent(opening.id, by: officer, .mended(words: words))
    }

    /// 认定未整改: by another officer, with the reason, and never before the time to mend is over.
    ///
    /// - Parameters:
    ///   - isOver: whether the time is over, whatever a missing calendar will say (R13).
    ///   - isBaseHeld: whether the record that the order rests on is still held (R5).
    public func findingNotMended(
        _ reason: String, isOver: Bool, isBaseHeld: Bool, by officer: Officer
    ) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        guard case .mending = stage else { throw .otherStage(stage.title) }
        try other(officer)
        guard isBaseHeld else { throw .baseGone }
        guard isOver else { throw .stillInTime }
        try Rectification.check(reason, "理由")
        return RectificationEvent(opening.id, by: officer, .notMended(reason: reason))
    }

    /// 约谈完成, with its minutes.
    public func holding(
        minutes: String?, undertaking: RectificationEvent.Undertaking?, by officer: Officer, on day: Day
    ) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        guard case .invited = stage, case .talk(_, let meeting, _) = opening.demand else {
            throw .otherStage(stage.title)
        }
        guard day >= meeting else { throw .beforeMeeting(meeting) }
        guard let minutes, !minutes.isEmpty else { throw .noMinutes }
        if let undertaking {
            try Rectification.check(undertaking.words, "承诺内容")
            if let until = undertaking.until, until < meeting { throw .badDay }
        }
        return RectificationEvent(opening.id, by: officer, .held(minutes: minutes, undertaking: undertaking))
    }

    /// 未到场: not before the day of the talk is over.
    public func findingAbsent(
        reason: String?, by officer: Officer, on day: Day
    ) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        guard case .invited = stage, case .talk(_, let meeting, _) = opening.demand else {
            throw .otherStage(stage.title)
        }
        guard day > meeting else { throw .beforeMeeting(meeting) }
        if let reason { try Rectification.check(reason, "理由") }
        return RectificationEvent(opening.id, by: officer, .notAppeared(reason: reason))
    }

    /// 撤回: by the organ that made it, at any time before a result.
    public func withdrawing(reason: String, by officer: Officer) throws(RectificationProblem) -> RectificationEvent {
        try turn(of: officer)
        try Rectification.check(reason, "理由")
        return RectificationEvent(opening.id, by: officer, .withdrawn(reason: reason))
    }

    private func turn(of officer: Officer) throws(RectificationProblem) {
        guard let turn else { throw .otherStage(stage.title) }
        guard officer.acts(for: turn) else { throw .otherOrgan(turn) }
    }

    /// Neither who drew the order up nor who took the evidence looks at the result.
    private func other(_ officer: Officer) throws(RectificationProblem) {
        for one in [opening.by] + evidence.map(\.by) where OfficerPair(one, officer) == nil { throw .sameOfficer }
    }

    /// A text must be there, and hold no person's number (R10).
    private static func check(_ text: String, _ name: String) throws(RectificationProblem) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
        guard ResidentNumber.masking(text) == text else { throw .identityNumber }
    }
}
