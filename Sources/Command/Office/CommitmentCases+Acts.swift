import Credit

extension CommitmentCases {
    /// The step that an action is.
    func step(
        _ action: String, _ values: FormValues, of commitment: CommitmentCase, by officer: Officer, on day: Day
    ) throws -> CommitmentEvent {
        switch action {
        case "supply":
            return try commitment.supplying(
                CommitmentForms.lines(values["items"]), papers: values["papers"] ?? "", by: officer, on: day)
        case "supervise":
            let term =
                CommitmentForms.term("supervision", values)
                ?? rules.term(.supervision, of: commitment.letter.matter, on: day)
            guard let term else { throw CommitmentProblem.termUnknown(.supervision) }
            let organ = values["organ"] ?? officer.organ
            guard rules.departments[organ] != nil else { throw CommitmentProblem.otherOrgan(organ) }
            return try commitment.supervising(
                CommitmentSupervision(
                    paper: try CommitmentForms.paper(values), organ: organ, term: term, plan: values["plan"] ?? ""),
                by: officer, on: day)
        case "check":
            return try commitment.checking(
                values["finding"] ?? "", paper: CommitmentForms.paper(values), by: officer, on: day)
        case "fulfil":
            return try commitment.fulfilling(
                values["finding"] ?? "", paper: CommitmentForms.paper(values), by: officer, on: day)
        case "withdraw":
            return try commitment.withdrawing(
                values["reason"] ?? "", paper: CommitmentForms.paper(values), by: officer, on: day)
        default: return try breachStep(action, values, of: commitment, by: officer, on: day)
        }
    }

    private func breachStep(
        _ action: String, _ values: FormValues, of commitment: CommitmentCase, by officer: Officer, on day: Day
    ) throws -> CommitmentEvent {
        switch action {
        case "notice":
            return try commitment.notifying(
                try notice(values, commitment, on: day), under: catalogue, by: officer, on: day)
        case "serve-notice":
            return try commitment.servingNotice(CommitmentForms.service(values), by: officer, on: day)
        case "answer":
            return try commitment.answering(
                BreachAnswer(
                    received: try CommitmentForms.day("received", values), text: values["text"] ?? "",
                    file: values["file"]),
                by: officer, on: day)
        case "propose":
            return try commitment.proposing(
                try decision(values, commitment), under: catalogue.breach, in: calendar, by: officer, on: day)
        case "send-back": return try commitment.sendingBack(values["reason"] ?? "", by: officer, on: day)
        case "decide": return try commitment.deciding(by: officer, on: day)
        case "serve-decision":
            return try commitment.servingDecision(
                CommitmentForms.service(values), record: "r-\(commitment.id)-\(commitment.breaches + 1)", by: officer,
                on: day)
        case "drop": return try commitment.dropping(values["reason"] ?? "", by: officer, on: day)
        case "release":
            guard let ground = values["ground"].flatMap({ ListExit(rawValue: $0) }) else {
                throw CommitmentProblem.empty(Label("退出情形", "Ground"))
            }
            return try commitment.releasing(
                values["reason"] ?? "", ground: ground, endsPublication: values["endsPublication"] != nil,
                paper: CommitmentForms.paper(values), exits: exits, by: officer, on: day)
        case "annul":
            return try commitment.annulling(
                values["reason"] ?? "", paper: CommitmentForms.paper(values), by: officer, on: day)
        default: throw CommitmentProblem.otherStage(commitment.stage.title)
        }
    }

    /// 退出情形: as the list that names the closer supervision has them.
    var exits: [ListExit] { catalogue.breach.flatMap { rules.lists[$0.list] }?.exits ?? [] }

    private func notice(_ values: FormValues, _ commitment: CommitmentCase, on day: Day) throws -> BreachNotice {
        let term =
            CommitmentForms.term("answer", values) ?? rules.term(.answer, of: commitment.letter.matter, on: day)
        guard let term else { throw CommitmentProblem.termUnknown(.answer) }
        return BreachNotice(
            paper: try CommitmentForms.paper(values), degree: try degree(values),
            unfulfilled: values["unfulfilled"] ?? "", facts: values["facts"] ?? "", basis: values["basis"] ?? "",
            consequences: chosen(values, of: commitment), remedy: values["remedy"] ?? "", answer: term)
    }

    private func decision(_ values: FormValues, _ commitment: CommitmentCase) throws -> BreachDecision {
        BreachDecision(
            paper: try CommitmentForms.paper(values), degree: try degree(values),
            unfulfilled: values["unfulfilled"] ?? "", reasons: values["reasons"] ?? "", basis: values["basis"] ?? "",
            consequences: chosen(values, of: commitment), end: try CommitmentForms.day("end", values),
            endBasis: values["endBasis"] ?? "", supervisedUntil: try CommitmentForms.day("supervisedUntil", values),
            remedy: values["remedy"] ?? "")
    }

    private func degree(_ values: FormValues) throws -> BreachDegree {
        guard let degree = values["degree"].flatMap({ BreachDegree(rawValue: $0) }) else {
            throw CommitmentProblem.empty(Label("履行状态", "Fulfilment"))
        }
        return degree
    }

    private func chosen(_ values: FormValues, of commitment: CommitmentCase) -> [String] {
        (catalogue.kinds[commitment.letter.kind]?.consequences ?? []).map(\.code).filter {
            values["consequence." + $0] != nil
        }
    }
}
