import Credit

/// 待办目录, for programs: what the queue's page shows.
struct CaseQueue: Shown {
    let organ: String
    let day: Day
    let slice: QueueSlice
    /// The call as it was made.
    let address: PageAddress
    let openings: [CaseAction]
    let resources: [OfficeResource]
    let today: Day

    func show(on tape: inout Tape) {
        tape.put("organ", organ)
        tape.put("day", day)
        tape.put("total", slice.counts.total)
        tape.put("late", slice.counts.late)
        tape.put("soon", slice.counts.soon)
        tape.put("soonDay", slice.soon)
        tape.put("next", slice.following.map { address.asking("after", $0.text).text })
        tape.put(
            "cases",
            slice.lines.compactMap { line in
                resources.first { $0.holds(line.id) }.map { Line(line: line, resource: $0, today: today) }
            })
        tape.put(
            "openings",
            openings.compactMap { action in
                resources.first { action.code.hasPrefix($0.opening) }.map { Opening(action: action, resource: $0) }
            })
    }

    struct Line: Shown {
        let line: CaseLine
        let resource: OfficeResource
        let today: Day

        func show(on tape: inout Tape) {
            tape.put("id", line.id)
            tape.put("path", InterfaceRoute.sheet(line.id, of: resource).path)
            tape.put("kind", line.kind)
            tape.put("title", line.title)
            tape.put("subject", line.subject)
            tape.put("stage", line.stage)
            tape.put("organ", line.organ)
            tape.put("lastDay", line.deadline?.day)
            tape.put(words: "lastDayWords", line.deadline?.words)
            tape.put(words: "clock", line.state?.title)
        }
    }

    struct Opening: Shown {
        let action: CaseAction
        let resource: OfficeResource

        func show(on tape: inout Tape) {
            tape.put("opening", String(action.code.dropFirst(resource.opening.count)))
            tape.put("path", InterfaceRoute.list(resource).path)
            ShownAction(action: action).show(on: &tape)
        }
    }
}

/// 案卷, for programs: what the page of a case shows.
struct CaseDocument: Shown {
    let sheet: CaseSheet
    let resource: OfficeResource
    let session: OfficeSession

    func show(on tape: inout Tape) {
        tape.put("id", sheet.id)
        tape.put("path", InterfaceRoute.sheet(sheet.id, of: resource).path)
        tape.put("kind", sheet.kind)
        tape.put("title", sheet.title)
        tape.put("key", sheet.subject.key)
        tape.put("subject", sheet.subject.name)
        tape.put("stage", sheet.stage)
        tape.put("closed", sheet.isClosed)
        tape.put("position", sheet.position)
        tape.put("facts", sheet.facts.map { Fact(fact: $0) })
        tape.put("clocks", sheet.clocks.map { Clock(clock: $0) })
        tape.put("steps", sheet.steps.map { Step(step: $0, id: sheet.id, resource: resource) })
        tape.put("letters", sheet.letters.map { Letter(letter: $0) })
        let allowed = sheet.allActions.filter { session.duties.contains($0.duty) }
        tape.put("actions", allowed.map { Action(action: $0, id: sheet.id, resource: resource) })
    }

    /// A case of which nothing else may be seen.
    struct Begun: Shown {
        let id: String
        func show(on tape: inout Tape) { tape.put("id", id) }
    }

    struct Fact: Shown {
        let fact: CaseSheet.Fact

        func show(on tape: inout Tape) {
            tape.put("name", fact.name)
            tape.put("value", fact.value)
            tape.put("path", fact.path)
        }
    }

    struct Clock: Shown {
        let clock: CaseSheet.Clock

        func show(on tape: inout Tape) {
            tape.put("name", clock.name)
            tape.put("state", clock.state.title)
            tape.put("lastDay", clock.deadline.day)
            tape.put("lastDayWords", clock.deadline.words)
            tape.put("arithmetic", clock.arithmetic.map { tape.language.words(of: $0) })
            tape.put("document", clock.source.document)
            tape.put("clause", clock.source.clause)
        }
    }

    struct Step: Shown {
        let step: CaseSheet.Step
        let id: String
        let resource: OfficeResource

        func show(on tape: inout Tape) {
            tape.put("path", InterfaceRoute.step(step.position, in: id, of: resource).path)
            tape.put("day", step.day)
            tape.put("words", step.words)
            tape.put("by", step.by)
            tape.put("position", step.position)
        }
    }

    /// 文书, for programs.
    struct Letter: Shown {
        let letter: CaseLetter

        func show(on tape: inout Tape) {
            tape.put("id", letter.id)
            tape.put("page", OfficeRoute.letter(letter.id).path)
            tape.put("number", letter.number)
            tape.put("title", letter.title)
            tape.put("stage", letter.stage.title)
            tape.put("served", letter.served)
        }
    }

    struct Action: Shown {
        let action: CaseAction
        let id: String
        let resource: OfficeResource

        func show(on tape: inout Tape) {
            tape.put("action", action.code)
            tape.put("path", InterfaceRoute.act(StepNoun.noun(of: action.code), in: id, of: resource).path)
            ShownAction(action: action).show(on: &tape)
        }
    }
}

/// 可办事项, for programs: what may be done and what it asks for.
struct ShownAction: Shown {
    let action: CaseAction

    func show(on tape: inout Tape) {
        tape.put("title", action.title)
        tape.put(words: "warning", action.warning)
        tape.put("duty", action.duty.rawValue)
        tape.put("fields", action.fields.map { Field(field: $0) })
    }

    struct Field: Shown {
        let field: FormField

        func show(on tape: inout Tape) {
            tape.put("name", field.name)
            tape.put("title", field.title)
            tape.put(words: "hint", field.hint)
            tape.put("needed", field.isRequired)
            tape.put("initial", field.initial)
            switch field.kind {
            case .line(let most):
                tape.put("type", "line")
                tape.put("most", most)
            case .text(let most):
                tape.put("type", "text")
                tape.put("most", most)
            case .day: tape.put("type", "day")
            case .check: tape.put("type", "check")
            case .choice(let choices):
                tape.put("type", "choice")
                tape.put("choices", choices.map { Choice(choice: $0) })
            case .file(let types, let most):
                tape.put("type", "file")
                tape.put("most", most)
                tape.put("types", types)
            }
        }
    }

    struct Choice: Shown {
        let choice: FormField.Choice

        func show(on tape: inout Tape) {
            tape.put("value", choice.value)
            tape.put("title", choice.title)
        }
    }
}

/// 问题, for programs: a refusal of the office, with what is wrong with each field.
///
/// - Source: RFC 9457
struct OfficeProblemDocument: Shown {
    let refusal: OfficeRefusal
    let faults: [FieldFault]

    func show(on tape: inout Tape) {
        tape.put("type", "urn:chengxin:problem:\(refusal.code)")
        tape.put("title", OfficeProblemPage(refusal: refusal, bar: nil, back: "").title)
        tape.put("status", refusal.status)
        tape.put("detail", refusal.words)
        tape.put("code", refusal.code)
        tape.put("lang", tape.language.rawValue)
        if !faults.isEmpty { tape.put("faults", faults.map { Fault(fault: $0) }) }
    }

    struct Fault: Shown {
        let fault: FieldFault

        func show(on tape: inout Tape) {
            tape.put("field", fault.field)
            tape.put("code", fault.code)
            tape.put("detail", fault.words)
        }
    }
}
