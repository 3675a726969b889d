extension Objection {
    /// 提出异议: the event, where the filing may be taken. Anybody entitled may object at any time and to any record that
    /// is held; nothing but what is needed to look into it is asked for. By page an account of the record's own subject
    /// does, as that or as its agent; whom else the record touches shows an officer why.
    ///
    /// - Parameter fields: names of the fields that the record shows.
    public static func filing(
        _ filing: ObjectionFiling, fields: Set<String>
    ) throws(ObjectionProblem) -> ObjectionEvent {
        guard filing.way.mayFile(for: filing.subject), filing.way.officer != nil || filing.applicant != .entitled else {
            throw .notOwn
        }
        try check(filing.reason, "事实和理由")
        try check(filing.papers, "所见材料")
        for claim in filing.claims {
            guard fields.contains(claim.field) else { throw .noField(claim.field) }
            try check(claim.says, "应当是")
        }
        return .filed(filing)
    }

    /// 一次性告知补正.
    public func returning(missing: [String], by officer: Officer) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard case .filed = stage else { throw .otherStage(stage.title) }
        guard self.missing == nil else { throw .returnedAlready }
        guard !missing.isEmpty else { throw .empty("缺少的材料") }
        for item in missing { try Objection.check(item, "缺少的材料") }
        return .returned(filing.id, missing: missing, by: officer)
    }

    /// 补正.
    public func completing(
        papers: String, evidence: [String], by officer: Officer
    ) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard case .returned = stage else { throw .otherStage(stage.title) }
        try Objection.check(papers, "补正的材料")
        return .completed(filing.id, papers: papers, evidence: evidence, by: officer)
    }

    /// 受理.
    public func accepting(by officer: Officer) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard case .filed = stage else { throw .otherStage(stage.title) }
        return .accepted(filing.id, by: officer)
    }

    /// 转核查: asks the provider of the record.
    public func routing(question: String, by officer: Officer) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard !filing.isOwn else { throw .ownRecord }
        switch stage {
        case .accepted, .again: break
        default: throw .otherStage(stage.title)
        }
        try Objection.check(question, "请核查的问题")
        return .routed(filing.id, to: filing.department, question: question, by: officer)
    }

    /// 核查意见: the provider's answer; an officer of the organ that decided may give it.
    public func answering(_ answer: ProviderAnswer) throws(ObjectionProblem) -> ObjectionEvent {
        guard case .routed = stage else { throw .otherStage(stage.title) }
        try turn(of: answer.by)
        try Objection.check(answer.words, "核查情况")
        return .answered(filing.id, answer)
    }

    /// 拟定处理意见.
    ///
    /// - Parameters:
    ///   - handedIn: accounts of the officers who handed the record in.
    ///   - providerIsOver: whether the provider's time is over without an answer; then the city decides without it.
    public func proposing(
        _ decision: ObjectionDecision, by officer: Officer, handedIn: Set<String>, providerIsOver: Bool
    ) throws(ObjectionProblem) -> ObjectionEvent {
        guard officer.acts(for: filing.office) else { throw .otherOrgan(filing.office) }
        switch stage {
        case .accepted where filing.isOwn || filing.ground.isOfHandling, .answered, .again: break
        case .routed:
            guard providerIsOver else { throw .providerInTime }
        default: throw .otherStage(stage.title)
        }
        try mayJudge(officer, handedIn)
        try Objection.check(decision.reasons, "理由")
        try Objection.check(decision.remedy, "救济途径")
        try check(decision)
        return .proposed(filing.id, decision, by: officer)
    }

    private func check(_ decision: ObjectionDecision) throws(ObjectionProblem) {
        let isUpheld = decision.outcome == .upheld || decision.outcome == .partly
        guard isUpheld == (decision.correction != nil) else { throw .correctionDoesNotFit }
        guard let correction = decision.correction else { return }
        if case .fields(let claims) = correction {
            guard !claims.isEmpty else { throw .correctionDoesNotFit }
            for claim in claims { try Objection.check(claim.says, claim.field) }
        }
        // What a record says is its provider's; how the platform handles it is the city's office's.
        let touchesContent =
            if case .fields = correction { true } else { !filing.ground.isOfHandling }
        guard !touchesContent || filing.isOwn || answers.last?.finding == .wrong else { throw .providerDisagrees }
    }

    /// 退回重拟.
    public func sendingBack(reason: String, by officer: Officer) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard case .proposed(_, let first) = stage else { throw .otherStage(stage.title) }
        guard OfficerPair(first, officer) != nil else { throw .sameOfficer }
        try Objection.check(reason, "理由")
        return .sentBack(filing.id, reason: reason, by: officer)
    }

    /// 决定: the second officer agrees with what the first proposed.
    public func deciding(by officer: Officer, handedIn: Set<String>) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard case .proposed(let decision, let first) = stage else { throw .otherStage(stage.title) }
        guard let pair = OfficerPair(first, officer) else { throw .sameOfficer }
        try mayJudge(officer, handedIn)
        return .decided(filing.id, decision, by: pair)
    }

    /// Nobody judges their own case: not who handed the record in, not who answered for its provider, and not a second
    /// time who decided the first.
    private func mayJudge(_ officer: Officer, _ handedIn: Set<String>) throws(ObjectionProblem) {
        guard officer.names.isDisjoint(with: handedIn), !answers.contains(where: { officer.isSamePerson(as: $0.by) })
        else { throw .ownCase }
        guard let made = decisions.last else { return }
        guard !officer.isSamePerson(as: made.by.first), !officer.isSamePerson(as: made.by.second) else {
            throw .decidedBefore
        }
    }

    /// 送达决定: not before it was made, and not in advance.
    public func serving(
        _ service: Delivery?, by officer: Officer, on today: Day
    ) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard case .decided(let made) = stage else { throw .otherStage(stage.title) }
        guard let service, made.admits(service, on: today) else { throw .badService }
        return .served(filing.id, service, by: officer)
    }

    /// 申请复核: once.
    public func askingAgain(reason: String, by officer: Officer) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        switch stage {
        case .decided, .served: break
        default: throw .otherStage(stage.title)
        }
        guard !isSecond else { throw .askedAlready }
        try Objection.check(reason, "理由")
        return .askedAgain(filing.id, reason: reason, by: officer)
    }

    /// 结案: takes the mark off; where the matter could not be resolved the note stays.
    public func closing(reason: String, by officer: Officer) throws(ObjectionProblem) -> ObjectionEvent {
        try turn(of: officer)
        guard case .served(let made, _) = stage else { throw .otherStage(stage.title) }
        try Objection.check(reason, "结案说明")
        return .closed(
            filing.id, reason: reason, keepsNote: made.decision.outcome == .unresolved, by: officer)
    }

    /// 撤回异议, at any time before a decision.
    public func withdrawing(reason: String, by officer: Officer) throws(ObjectionProblem) -> ObjectionEvent {
        guard officer.acts(for: filing.office) else { throw .otherOrgan(filing.office) }
        guard closedOn == nil, decisions.isEmpty else { throw .otherStage(stage.title) }
        try Objection.check(reason, "理由")
        return .withdrawn(filing.id, reason: reason, by: officer)
    }

    private func turn(of officer: Officer) throws(ObjectionProblem) {
        guard let turn else { throw .otherStage(stage.title) }
        guard officer.acts(for: turn) else { throw .otherOrgan(turn) }
    }

    /// A text must be there, and hold no person's number (R10).
    private static func check(_ text: String, _ name: String) throws(ObjectionProblem) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
        guard ResidentNumber.masking(text) == text else { throw .identityNumber }
    }
}
