import Credit

/// 案件页: one page for every kind of case.
struct CasePage: OfficePage {
    static let template = "office_case"
    let bar: OfficeBar?
    let sheet: CaseSheet
    let rules: Rules
    let today: Day

    var title: Label {
        .both("\(sheet.kind.chinese) · \(sheet.title.chinese)", "\(sheet.kind.english) · \(sheet.title.english)")
    }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("id", sheet.id)
        tape.put("kind", sheet.kind)
        tape.put("title", sheet.title)
        tape.put("subject", sheet.subject.name ?? sheet.subject.key)
        tape.put("key", sheet.subject.key)
        tape.put("subjectPath", SubjectPath.path(key: sheet.subject.key, code: nil))
        tape.put("stage", sheet.stage)
        tape.put("isClosed", sheet.isClosed)
        tape.put("facts", sheet.facts.map { Fact(fact: $0) })
        tape.put("clocks", sheet.clocks.map { Clock(clock: $0, rules: rules, today: today) })
        tape.put("steps", sheet.steps.map { Step(step: $0) })
        let allowed = sheet.actions.filter { bar?.session.duties.contains($0.duty) ?? false }
        tape.put("hasLetters", !sheet.letters.isEmpty)
        tape.put("letters", sheet.letters.map { LetterLine(letter: $0) })
        tape.put("volume", sheet.steps.isEmpty ? nil : OfficeRoute.volume(sheet.id).path)
        tape.put("actions", allowed.map { Action(action: $0, sheet: sheet) })
    }

    private struct Fact: Shown {
        let fact: CaseSheet.Fact

        func show(on tape: inout Tape) {
            tape.put("name", fact.name)
            tape.put("value", fact.value)
            tape.put("path", fact.path)
        }
    }

    private struct LetterLine: Shown {
        let letter: CaseLetter

        func show(on tape: inout Tape) {
            tape.put("number", letter.number)
            tape.put("path", OfficeRoute.letter(letter.id).path)
            tape.put("letterTitle", letter.title)
            tape.put("letterStage", letter.stage.title)
            tape.put("mark", letter.stage == .served ? "good" : letter.stage == .void ? "rest" : "info")
            tape.put("served", letter.served)
        }
    }

    private struct Clock: Shown {
        let clock: CaseSheet.Clock
        let rules: Rules
        let today: Day

        func show(on tape: inout Tape) {
            tape.put("name", clock.name)
            tape.put("time", TimeLeft(deadline: clock.deadline, state: clock.state, today: today))
            tape.put("arithmetic", clock.arithmetic)
            tape.put("source", ShownSource(clock.source, in: rules))
        }
    }

    private struct Step: Shown {
        let step: CaseSheet.Step

        func show(on tape: inout Tape) {
            tape.put("day", step.day)
            tape.put("words", step.words)
            tape.put("by", step.by)
            tape.put("position", step.position)
            tape.put("proof", "/log/proof?of=\(step.position)")
        }
    }

    /// What needs neither filling in nor a warning is a button at once; everything else has a page of its own.
    private struct Action: Shown {
        let action: CaseAction
        let sheet: CaseSheet

        func show(on tape: inout Tape) {
            tape.put("title", action.title)
            tape.put("position", String(sheet.position))
            tape.put(words: "warning", action.warning)
            tape.put("duty", action.duty.title)
            tape.put("path", OfficeRoute.act(action.code, in: sheet.id).path)
            tape.put("isAside", action.isAside)
            tape.put("isButton", action.fields.isEmpty && action.warning == nil)
        }
    }
}
