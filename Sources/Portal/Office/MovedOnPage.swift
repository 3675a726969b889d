import Credit

/// 案件已有新的办理: what happened since somebody read a case, and what they had typed for a step that is over.
struct MovedOnPage: OfficePage {
    static let template = "office_moved_on"
    let bar: OfficeBar?
    let sheet: CaseSheet
    /// Where the case stood when it was read; nil where the form did not say.
    let read: Int?
    let typed: [String]

    var status: Int { OfficeRefusal.caseMovedOn.status }
    var title: Label { .both("案件已有新的办理", "The case has gone on") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("heading", title)
        tape.put("refusal", ShownRefusal(refusal: .caseMovedOn))
        tape.put("about", "\(sheet.id) · \(sheet.subject.name ?? sheet.subject.key)")
        tape.put("news", NewSteps.of(sheet, since: read))
        tape.put("typed", typed)
        tape.put("hasTyped", !typed.isEmpty)
        tape.put("back", OfficeRoute.sheet(sheet.id).path)
    }
}

/// 新的办理: the steps of a case after a place in the log.
struct NewSteps: Shown {
    let step: CaseSheet.Step

    /// Those that somebody who read it then has not seen; the last one where that is not known.
    static func of(_ sheet: CaseSheet, since read: Int?) -> [NewSteps] {
        let steps = read.map { read in sheet.steps.filter { $0.position > read } } ?? Array(sheet.steps.suffix(1))
        return steps.map(NewSteps.init)
    }

    func show(on tape: inout Tape) {
        tape.put("day", step.day)
        tape.put("words", step.words)
        tape.put("by", step.by)
    }
}
