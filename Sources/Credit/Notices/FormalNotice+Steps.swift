extension FormalNotice {
    /// 拟稿: draws a notice up. It goes to every body that the pack names for its cause, and to no other.
    ///
    /// - Parameter bodies: the bodies of the pack.
    public static func drawing(
        _ draft: NoticeDraft, bodies: Register<NoticeBody>, on day: Day
    ) throws(NoticeProblem) -> NoticeEvent {
        guard draft.unitKind.fits(draft.unit) else { throw .notAUnit }
        try check(draft.unitName, "单位名称")
        try check(draft.facts, "事实")
        for text in [draft.paper.organ, draft.paper.number, draft.paper.basis] { try check(text, "认定文书") }
        guard draft.paper.date <= day else { throw .badDay }
        let told = bodies.told(of: draft.about, on: day)
        guard !told.isEmpty else { throw .noBodies }
        for addressee in draft.addressees {
            guard told.contains(where: { $0.code == addressee.body }) else { throw .noSuchBody(addressee.body) }
            try check(addressee.name, "主送单位")
        }
        let named = draft.addressees.map(\.body)
        for body in told where named.filter({ $0 == body.code }).count != 1 { throw .bodyLeftOut(body.name) }
        return NoticeEvent(draft.id, by: draft.by, .drawn(draft))
    }

    /// 签发: by a second officer, with the letter.
    public func releasing(
        number: String, date: Day?, letter: String?, by officer: Officer, on day: Day
    ) throws(NoticeProblem) -> NoticeEvent {
        try own(officer)
        guard case .drawn = stage else { throw .otherStage(stage.title) }
        guard OfficerPair(draft.by, officer) != nil else { throw .sameOfficer }
        try FormalNotice.check(number, "文号")
        guard let date, date <= day, date >= draft.paper.date else { throw .badDay }
        guard let letter, !letter.isEmpty else { throw .noLetter }
        return NoticeEvent(draft.id, by: officer, .released(number: number, date: date, letter: letter))
    }

    /// 登记送达 of one body.
    public func serving(
        _ body: String, _ service: Delivery?, by officer: Officer, on day: Day
    ) throws(NoticeProblem) -> NoticeEvent {
        try own(officer)
        guard case .released(let release) = stage else { throw .otherStage(stage.title) }
        guard draft.addressees.contains(where: { $0.body == body }) else { throw .noSuchBody(body) }
        guard services[body] == nil else { throw .servedBefore }
        guard let service, service.served <= day, service.begun >= release.date, service.way != .announcement else {
            throw .badService
        }
        return NoticeEvent(draft.id, by: officer, .served(body: body, service))
    }

    /// 登记答复 of one body.
    public func answering(
        _ body: String, _ words: String, file: String?, by officer: Officer
    ) throws(NoticeProblem) -> NoticeEvent {
        try own(officer)
        guard case .released = stage else { throw .otherStage(stage.title) }
        guard services[body] != nil else { throw .notServed }
        guard answers[body] == nil else { throw .answeredBefore }
        try FormalNotice.check(words, "答复")
        return NoticeEvent(draft.id, by: officer, .answered(body: body, words: words, file: file))
    }

    /// 撤回, with the reason.
    public func withdrawing(_ reason: String, by officer: Officer) throws(NoticeProblem) -> NoticeEvent {
        try own(officer)
        guard !stage.isClosed else { throw .otherStage(stage.title) }
        try FormalNotice.check(reason, "理由")
        return NoticeEvent(draft.id, by: officer, .withdrawn(reason: reason))
    }

    /// 办结: once it has reached every body it was addressed to.
    public func closing(by officer: Officer) throws(NoticeProblem) -> NoticeEvent {
        try own(officer)
        guard case .released = stage else { throw .otherStage(stage.title) }
        guard unserved.isEmpty else { throw .unserved(unserved.map(\.name)) }
        return NoticeEvent(draft.id, by: officer, .closed)
    }

    private func own(_ officer: Officer) throws(NoticeProblem) {
        guard officer.acts(for: draft.by.organ) else { throw .otherOrgan }
    }

    /// A text must be there, and hold no person's number (R10).
    private static func check(_ text: String, _ name: String) throws(NoticeProblem) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
        guard ResidentNumber.masking(text) == text else { throw .identityNumber }
    }
}
