extension Repair {
    /// Makes the event of a step and sees that it follows.
    private func stepping(_ step: RepairStep) throws(RepairProblem) -> RepairEvent {
        var next = self
        try next.take(.stepped(step))
        return .stepped(step)
    }

    private func officeOnly(_ officer: Officer) throws(RepairProblem) {
        guard officer.acts(for: filing.office) else { throw .otherOrgan }
    }

    /// 文书日期: a paper that bears a day yet to come rests nothing.
    private func notOfTheFuture(_ paper: RepairPaper?, on day: Day) throws(RepairProblem) {
        if let paper, paper.date > day { throw .badDay }
    }

    /// 一次性告知补正: tells all that is missing at once, and only once; nothing is asked that the version does not ask.
    public func returning(
        missing: [String], reason: String?, under rule: RepairRule, by officer: Officer, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        guard case .filed = stage else { throw .wrongStage }
        guard told == nil else { throw .toldBefore }
        let demanded = rule.materials(of: filing.repairClass).map(\.code)
        for code in missing where !demanded.contains(code) { throw .notDemanded(code) }
        guard !missing.isEmpty else { throw .noReason }
        return try stepping(
            RepairStep(
                repair: filing.repair, kind: .returned, day: day, officer: officer, reason: reason, missing: missing))
    }

    /// 补正: takes what was missing.
    public func supplementing(
        _ files: [RepairFile], reason: String?, under rule: RepairRule, by officer: Officer, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        let demanded = rule.materials(of: filing.repairClass).map(\.code)
        for file in files where !demanded.contains(file.material) { throw .notDemanded(file.material) }
        return try stepping(
            RepairStep(
                repair: filing.repair, kind: .supplemented, day: day, officer: officer, reason: reason, files: files))
    }

    /// 材料齐全: all papers are there and all conditions of the version are fulfilled; the plan's clock starts.
    ///
    /// - Parameter confirmed: codes of the conditions found fulfilled and of the materials seen on paper.
    public func completing(
        confirmed: [String], under rule: RepairRule, by officer: Officer, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        guard case .filed = stage else { throw .wrongStage }
        let lacking = missing(under: rule, seen: confirmed).map(\.title.chinese)
        // By a court's ruling the shortest period is no condition; the officer confirms what remains.
        let conditions = rule.conditions(of: filing.repairClass).filter { filing.ruling == nil || !$0.isPeriod }
        let unmet = conditions.filter { !confirmed.contains($0.code) }.map(\.title.chinese)
        guard lacking.isEmpty, unmet.isEmpty else { throw .missing(lacking + unmet) }
        return try stepping(
            RepairStep(repair: filing.repair, kind: .completed, day: day, officer: officer, confirmed: confirmed))
    }

    /// 中止: a check, test or hearing runs.
    public func pausing(_ reason: String?, by officer: Officer, on day: Day) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        guard let reason else { throw .noReason }
        return try stepping(
            RepairStep(repair: filing.repair, kind: .paused, day: day, officer: officer, reason: reason))
    }

    /// 恢复.
    public func resuming(_ reason: String?, by officer: Officer, on day: Day) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        return try stepping(
            RepairStep(repair: filing.repair, kind: .resumed, day: day, officer: officer, reason: reason))
    }

    /// 不予受理, with its reason: of the city's office in a chain that begins with its check; where the body that decided
    /// the record decides its repair, of that body alone.
    public func refusing(_ reason: String?, by officer: Officer, on day: Day) throws(RepairProblem) -> RepairEvent {
        guard officer.acts(for: filing.recogniser) else { throw .otherOrgan }
        if filing.decider != .recogniser, case .forwarded = stage { throw .wrongStage }
        guard let reason else { throw .noReason }
        return try stepping(
            RepairStep(repair: filing.repair, kind: .refused, day: day, officer: officer, reason: reason))
    }

    /// 审核通过并转出: a second officer passes it on to whoever comes next.
    public func forwarding(_ reason: String?, by officer: Officer, on day: Day) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        guard case .review(let completed) = stage else { throw .wrongStage }
        guard let pair = OfficerPair(completed.officer, officer) else { throw .sameOfficer }
        return try stepping(
            RepairStep(
                repair: filing.repair, kind: .forwarded, day: day, officer: pair.first, second: pair.second,
                reason: reason))
    }

    /// 上级审核或者受理: what comes back before the decision. The region's check is entered by the office that awaits it;
    /// a deciding body takes a case by its own officer.
    public func noting(
        _ kind: RepairStep.Kind, _ paper: RepairPaper?, reason: String?, by officer: Officer, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        guard kind == (filing.decider == .recogniser ? .accepted : .passed) else { throw .wrongStage }
        guard officer.acts(for: filing.recogniser) else { throw .otherOrgan }
        try notOfTheFuture(paper, on: day)
        return try stepping(
            RepairStep(repair: filing.repair, kind: kind, day: day, officer: officer, reason: reason, paper: paper))
    }

    /// 决定: what whoever the version names has decided, with the paper. Nobody decides who checked the papers.
    ///
    /// 谁认定、谁修复: where the body that decided the record decides its repair, its own officer does and no other; what
    /// the nation decided is entered by the office that awaits it.
    public func deciding(
        grants: Bool, _ paper: RepairPaper?, reason: String?, by officer: Officer, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        guard officer.acts(for: filing.recogniser) else { throw .otherOrgan }
        guard case .forwarded(let forwarded, let completed) = stage else { throw .wrongStage }
        guard let paper else { throw .noPaper }
        guard paper.date <= day, paper.date >= forwarded.day else { throw .badDay }
        if !grants, reason == nil { throw .noReason }
        guard let pair = OfficerPair(completed.officer, officer) else { throw .sameOfficer }
        return try stepping(
            RepairStep(
                repair: filing.repair, kind: grants ? .approved : .rejected, day: day, officer: pair.second,
                reason: reason, paper: paper))
    }

    /// 收到国家结果: the nation's result came back; the case is closed.
    public func reporting(_ paper: RepairPaper?, by officer: Officer, on day: Day) throws(RepairProblem) -> RepairEvent
    {
        try officeOnly(officer)
        guard let paper else { throw .noPaper }
        guard paper.date <= day else { throw .badDay }
        return try stepping(
            RepairStep(repair: filing.repair, kind: .reported, day: day, officer: officer, paper: paper))
    }

    /// 撤回: by the applicant's will.
    public func withdrawing(_ reason: String?, by officer: Officer, on day: Day) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        return try stepping(
            RepairStep(repair: filing.repair, kind: .withdrawn, day: day, officer: officer, reason: reason))
    }

    /// 准予修复的案件; only such a one can be carried out.
    public func approved() throws(RepairProblem) -> ApprovedRepair {
        guard case .approved(let paper, let completed) = stage else { throw .wrongStage }
        return ApprovedRepair(repair: self, paper: paper, completed: completed)
    }
}

/// 已准予修复: a case with the paper that grants it.
public struct ApprovedRepair: Sendable, Equatable {
    /// The case.
    public let repair: Repair
    /// The paper.
    public let paper: RepairPaper
    fileprivate let completed: RepairStep

    fileprivate init(repair: Repair, paper: RepairPaper, completed: RepairStep) {
        self.repair = repair
        self.paper = paper
        self.completed = completed
    }

    /// 执行: ends publication, sharing and what rests on publication in one act. It never lengthens anything: the last
    /// day is the day before, or the old one where that is earlier.
    ///
    /// - Parameters:
    ///   - effects: ids of the effects that rest on the record's publication; none that rests on its validity (R5).
    public func executing(
        _ record: RepairedRecord, effects: [String], by officer: Officer, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        guard officer.acts(for: repair.filing.office) else { throw .otherOrgan }
        guard record.id == repair.filing.record, let shown = record.publishedUntil else { throw .notPublished }
        let before = repair.shield?.until ?? shown
        guard let pair = OfficerPair(completed.officer, officer) else { throw .sameOfficer }
        let event = RepairEvent.executed(
            RepairExecution(
                repair: repair.filing.repair, record: record.id, day: day, lastDay: min(before, day + -1),
                before: before, effects: effects, isPending: repair.filing.decider != .nation, paper: paper,
                officers: pair))
        var next = repair
        try next.take(event)
        return event
    }
}

extension Repair {
    /// 撤销修复: undoes a repair got in bad faith; whoever carried it out does not undo it alone. The record is published
    /// again until its old last day, never later, and never beyond what the rules in force on the day allow (R6).
    public func revoking(
        _ record: RepairedRecord, _ paper: RepairPaper?, reason: String?, under rules: Rules, by officer: Officer,
        on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        guard let execution, record.id == filing.record else { throw .wrongStage }
        guard let rule = rules.repairs[filing.rule] else { throw .noRule(filing.day) }
        guard let paper else { throw .noPaper }
        try notOfTheFuture(paper, on: day)
        guard let reason else { throw .noReason }
        guard let pair = OfficerPair(execution.officers.second, officer) else { throw .sameOfficer }
        let maximum = rule.repairClass(filing.repairClass)?.maximum
        let limit = record.decided.flatMap { decided in maximum.map { decided.adding(months: $0) } }
        let until = [execution.before, limit, rules.publicationLimit(of: record, on: day)].compactMap(\.self).min()
        let ban = rule.badFaith.months.map { day.adding(months: $0) }
        let event = RepairEvent.revoked(
            RepairRevocation(
                repair: filing.repair, record: filing.record, subject: filing.subject, day: day,
                until: until.flatMap { $0 >= day ? $0 : nil }, bannedUntil: ban,
                isFirm: rule.badFaith.source.mark == .verified, reason: reason, paper: paper, officers: pair))
        var next = self
        try next.take(event)
        return event
    }

    /// 破产暂时屏蔽: shields the record by the court's ruling that the application rests on.
    public func shielding(_ record: RepairedRecord, by officer: Officer, on day: Day) throws(RepairProblem)
        -> RepairEvent
    {
        try officeOnly(officer)
        guard let ruling = filing.ruling, record.id == filing.record else { throw .wrongStage }
        guard record.publication.isPublished(on: day), let until = record.publishedUntil else { throw .notPublished }
        // Whoever took the application in, or found the papers of one that came by page complete, is the first of two.
        guard let first = completed?.officer ?? filing.officer else { throw .wrongStage }
        guard let pair = OfficerPair(first, officer) else { throw .sameOfficer }
        return try shielding(
            RepairShield(
                repair: filing.repair, record: filing.record, day: day, lastDay: min(until, day + -1), until: until,
                ruling: ruling, officers: pair))
    }

    /// 解除屏蔽: the plan was not carried out, or the ruling was set aside; what the rules in force on the day leave of the
    /// old period runs on (R6).
    public func unshielding(
        _ record: RepairedRecord, _ paper: RepairPaper?, under rules: Rules, by officer: Officer, on day: Day
    ) throws(RepairProblem) -> RepairEvent {
        try officeOnly(officer)
        guard let shield, let old = shield.until, record.id == filing.record else { throw .wrongStage }
        guard let paper else { throw .noPaper }
        try notOfTheFuture(paper, on: day)
        let until = min(old, rules.publicationLimit(of: record, on: day) ?? old)
        guard let pair = OfficerPair(shield.officers.second, officer) else { throw .sameOfficer }
        return try shielding(
            RepairShield(
                repair: filing.repair, record: filing.record, day: day, lastDay: nil, until: until >= day ? until : nil,
                ruling: paper, officers: pair))
    }

    private func shielding(_ shield: RepairShield) throws(RepairProblem) -> RepairEvent {
        var next = self
        try next.take(.shielded(shield))
        return .shielded(shield)
    }
}
