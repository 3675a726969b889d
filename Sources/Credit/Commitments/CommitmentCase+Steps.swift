extension CommitmentCase {
    /// 签订: the event, where the letter may be taken. What the catalogue does not know cannot be promised here (R2).
    ///
    /// - Parameter catalogue: the catalogue by the rules in force.
    public static func signing(
        _ letter: CommitmentLetter, id: String, under catalogue: CommitmentCatalogue, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        guard let matter = catalogue.matters[letter.matter] else { throw .noMatter }
        guard let kind = catalogue.kinds[letter.kind] else { throw .noKind }
        if let department = matter.department, !officer.acts(for: department) { throw .otherOrgan(department) }
        if let wanted = matter.kind, wanted != kind.code {
            throw .kindDiffers(catalogue.kinds[wanted]?.name ?? Label(wanted, wanted))
        }
        if case .uncoded = letter.subject { throw .noSubject }
        guard letter.made <= day else { throw .dayOutside }
        if let until = letter.validUntil, until < letter.made { throw .dayOutside }
        let template = matter.template(on: letter.made)
        guard letter.template == template?.version else { throw .templateDiffers(template?.version ?? "") }
        for (text, name) in [
            (letter.name, Label("承诺人名称", "Name")), (letter.cause, Label("承诺事由", "Cause")),
            (letter.content, Label("承诺内容", "Content")), (letter.liability, Label("违诺责任", "Liability for breach")),
            (letter.papers, Label("所见材料", "Papers seen")),
        ] { try check(text, name) }
        guard letter.publicity != .open || !letter.isSoleTrader else { throw .traderNotPublic }
        guard kind.takesMissing == !letter.missing.isEmpty else {
            throw kind.takesMissing ? .missingNotNamed : .missingNotOfKind
        }
        for item in letter.missing { try check(item, Label("暂缺材料", "What is missing")) }
        guard letter.missing.isEmpty == (letter.missingTerm == nil) else { throw .termUnknown(.missing) }
        return CommitmentEvent(id, day, officer, .signed(letter))
    }

    /// 补齐材料: some of what was missing, or all of it.
    public func supplying(
        _ items: [String], papers: String, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard !items.isEmpty else { throw .missingNotNamed }
        for item in items where !outstanding.contains(item) { throw .notOutstanding(item) }
        try Self.check(papers, Label("收到的材料", "What came"))
        return try made(.supplied(items: items, papers: papers), officer, day)
    }

    /// 纳入监管: hands it to the organ that checks whether it is kept.
    public func supervising(
        _ supervision: CommitmentSupervision, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        try Self.check(supervision.paper, by: day)
        try Self.check(supervision.plan, Label("监管措施", "How it is checked"))
        return try made(.supervised(supervision), officer, day)
    }

    /// 核查.
    public func checking(
        _ finding: String, paper: ListingPaper, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        try Self.check(paper, by: day)
        try Self.check(finding, Label("核查情况", "What was found"))
        return try made(.checked(paper: paper, finding: finding), officer, day)
    }

    /// 认定全部履行.
    public func fulfilling(
        _ finding: String, paper: ListingPaper, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard outstanding.isEmpty else { throw .stillOutstanding }
        try Self.check(paper, by: day)
        try Self.check(finding, Label("认定情况", "What was found"))
        return try made(.fulfilled(paper: paper, finding: finding), officer, day)
    }

    /// 撤回承诺: before a breach is on its way, and without a mark.
    public func withdrawing(
        _ reason: String, paper: ListingPaper, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        try Self.check(paper, by: day)
        try Self.check(reason, Label("理由", "Reason"))
        return try made(.withdrawn(paper: paper, reason: reason), officer, day)
    }

    // MARK: - 违诺

    /// 告知: tells what is held against who promised, before anything is decided.
    public func notifying(
        _ notice: BreachNotice, under catalogue: CommitmentCatalogue, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard catalogue.breach != nil else { throw .noBreachRule }
        try Self.check(notice.paper, by: day)
        for (text, name) in [
            (notice.unfulfilled, Label("未履行的承诺内容", "What was not fulfilled")), (notice.facts, Label("事实", "Facts")),
            (notice.basis, Label("依据", "Legal basis")), (notice.remedy, Label("告知的权利", "Rights told")),
        ] { try Self.check(text, name) }
        let known = catalogue.kinds[letter.kind]?.consequences.map(\.code) ?? []
        for code in notice.consequences where !known.contains(code) { throw .consequenceUnknown(code) }
        return try made(.noticeDrawn(notice), officer, day)
    }

    /// 告知书送达.
    public func servingNotice(
        _ service: Delivery?, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard case .noticed(let notice) = stage else { throw .otherStage(stage.title) }
        return try made(.noticeServed(try Self.check(service, of: notice.paper, by: day)), officer, day)
    }

    /// 陈述申辩: taken whenever it comes while nothing is proposed.
    public func answering(
        _ answer: BreachAnswer, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard case .told(let told) = stage else { throw .otherStage(stage.title) }
        guard answer.received >= told.service.served, answer.received <= day else { throw .dayOutside }
        try Self.check(answer.text, Label("陈述申辩内容", "What was answered"))
        return try made(.answered(answer), officer, day)
    }

    /// 拟定认定: only after the time to answer is over, only of what was told, and with an end (R3, R4).
    public func proposing(
        _ decision: BreachDecision, under rule: CommitmentBreachRule?, in calendar: WorkingCalendar,
        by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard let rule else { throw .noBreachRule }
        guard case .told(let told) = stage else { throw .otherStage(stage.title) }
        let deadline = told.clock.deadline(in: calendar, on: day)
        guard let last = deadline.day, day > last else { throw .answerTimeRuns(deadline) }
        try Self.check(decision.paper, by: day)
        guard decision.paper.day > last else { throw .answerTimeRuns(deadline) }
        guard !decisionNumbers.contains(decision.paper.number) else { throw .numberUsed }
        for (text, name) in [
            (decision.unfulfilled, Label("未履行的承诺内容", "What was not fulfilled")),
            (decision.reasons, Label("事实和理由", "Facts and reasons")), (decision.basis, Label("依据", "Legal basis")),
            (decision.endBasis, Label("期限依据", "What sets the end")),
            (decision.remedy, Label("救济途径", "How to contest it")),
        ] { try Self.check(text, name) }
        guard decision.degree == told.notice.degree || decision.degree == .partly else { throw .notTold }
        guard decision.consequences.allSatisfy(told.notice.consequences.contains) else { throw .notTold }
        guard decision.end >= day, decision.supervisedUntil >= day else { throw .endTooEarly }
        if let months = rule.longest?.value(on: decision.paper.day) {
            let longest = decision.paper.day.adding(months: months)
            guard decision.end <= longest else { throw .endTooLong(longest) }
        }
        guard decision.supervisedUntil <= decision.end else { throw .endTooLong(decision.end) }
        return try made(.proposed(decision), officer, day)
    }

    /// 退回重拟.
    public func sendingBack(
        _ reason: String, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard case .proposed(let proposed) = stage else { throw .otherStage(stage.title) }
        guard OfficerPair(proposed.by, officer) != nil else { throw .sameOfficer }
        try Self.check(reason, Label("理由", "Reason"))
        return try made(.sentBack(reason: reason), officer, day)
    }

    /// 决定: the second officer agrees with what the first proposed.
    public func deciding(by officer: Officer, on day: Day) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard case .proposed(let proposed) = stage else { throw .otherStage(stage.title) }
        guard OfficerPair(proposed.by, officer) != nil else { throw .sameOfficer }
        // What ends before it begins is no decision any more; it is proposed anew.
        guard proposed.decision.end >= day, proposed.decision.supervisedUntil >= day else { throw .endTooEarly }
        return try made(.decided(proposed.decision, first: proposed.by), officer, day)
    }

    /// 决定书送达: from here on the breach is in force.
    ///
    /// - Parameter record: id of the record that says so.
    public func servingDecision(
        _ service: Delivery?, record: String, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        guard case .decided(let decided) = stage else { throw .otherStage(stage.title) }
        let service = try Self.check(service, of: decided.proposed.decision.paper, by: day)
        return try made(.decisionServed(service, record: record), officer, day)
    }

    /// 不予认定: ends what is under way; nothing of it stays with who promised.
    public func dropping(
        _ reason: String, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        try own(officer)
        try Self.check(reason, Label("理由", "Reason"))
        return try made(.dropped(reason: reason), officer, day)
    }

    /// 提前解除重点监管, on a way out that the list knows, by somebody who had no part in the decision.
    public func releasing(
        _ reason: String, ground: ListExit, endsPublication: Bool, paper: ListingPaper, exits: [ListExit],
        by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        let breach = try reviewed(by: officer)
        guard exits.contains(ground) else { throw .exitUnknown(ground) }
        guard breach.isSupervised(on: day) else { throw .otherStage(stage.title) }
        try Self.check(paper, by: day)
        try Self.check(reason, Label("理由", "Reason"))
        return try made(
            .released(paper: paper, ground: ground, reason: reason, endsPublication: endsPublication), officer, day)
    }

    /// 撤销认定: the breach was found wrongly; its record and all that rests on it end at once (R5).
    public func annulling(
        _ reason: String, paper: ListingPaper, by officer: Officer, on day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        _ = try reviewed(by: officer)
        try Self.check(paper, by: day)
        try Self.check(reason, Label("理由", "Reason"))
        return try made(.annulled(paper: paper, reason: reason), officer, day)
    }
}

extension CommitmentCase {
    private func own(_ officer: Officer) throws(CommitmentProblem) {
        guard officer.acts(for: keeper) else { throw .otherOrgan(keeper) }
    }

    /// The breach in force, where the officer had no part in its decision.
    private func reviewed(by officer: Officer) throws(CommitmentProblem) -> CommitmentBreach {
        try own(officer)
        guard let breach else { throw .otherStage(stage.title) }
        let made = breach.decided.by
        guard OfficerPair(made.first, officer) != nil, OfficerPair(made.second, officer) != nil else {
            throw .sameOfficer
        }
        return breach
    }

    private func made(
        _ step: CommitmentEvent.Step, _ officer: Officer, _ day: Day
    ) throws(CommitmentProblem) -> CommitmentEvent {
        let event = CommitmentEvent(id, day, officer, step)
        var copy = self
        guard copy.take(event) else { throw .otherStage(stage.title) }
        return event
    }

    /// A text must be there, and hold no person's number (R10).
    private static func check(_ text: String, _ name: Label) throws(CommitmentProblem) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
        guard ResidentNumber.masking(text) == text else { throw .identityNumber }
    }

    private static func check(_ paper: ListingPaper, by day: Day) throws(CommitmentProblem) {
        try check(paper.number, Label("文号", "Document number"))
        guard paper.day <= day else { throw .dayOutside }
    }

    private static func check(
        _ service: Delivery?, of paper: ListingPaper, by day: Day
    ) throws(CommitmentProblem) -> Delivery {
        guard let service, service.begun >= paper.day, service.served <= day else { throw .badService }
        return service
    }
}
