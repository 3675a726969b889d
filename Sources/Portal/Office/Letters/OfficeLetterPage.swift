import Credit

/// 案件文书页: a letter of a case as it is printed, sealed and served, and what may be done with it.
struct OfficeLetterPage: OfficePage {
    static let template = "office_letter"
    let bar: OfficeBar?
    let shown: OfficeLetter

    private var letter: Letter { shown.letter }
    private var numbering: LetterNumbering { letter.numbering }

    var title: Label {
        let name = letter.text?.title ?? .both(numbering.title, numbering.title)
        return .both("\(numbering.number.text) · \(name.chinese)", "\(numbering.number.text) · \(name.english)")
    }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("id", numbering.id)
        tape.put("number", numbering.number.text)
        tape.put("stage", letter.stage.title)
        tape.put("isDraft", letter.stage == .numbered || letter.stage == .drawn)
        tape.put("isVoid", letter.stage == .void)
        tape.put("matter", shown.matter)
        tape.put("casePath", OfficeRoute.sheet(numbering.caseID).path)
        tape.put("document", letter.text == nil ? nil : OfficeRoute.letterFile(.document, of: numbering.id).path)
        tape.put("scan", letter.scan == nil ? nil : OfficeRoute.letterFile(.scan, of: numbering.id).path)
        tape.put("archive", letter.scan?.archive)
        tape.put("digest", letter.scan?.digest)
        tape.put("text", letter.text.map { Text(text: $0, day: letter.drawn ?? numbering.day) })
        tape.put("services", letter.services.map { Served(record: $0) })
        let allowed = shown.actions.filter { bar?.session.duties.contains($0.duty) ?? false }
        tape.put("actions", allowed.map { Action(action: $0, caseID: numbering.caseID) })
        tape.put("steps", shown.steps.map { Step(step: $0) })
    }

    private struct Text: Shown {
        let text: LetterText
        let day: Day

        func show(on tape: inout Tape) {
            tape.put("organ", text.organ)
            tape.put("heading", text.title)
            tape.put("addressee", text.addressee)
            tape.put("paragraphs", tape.language == .chinese ? text.chinese : text.english)
            tape.put("date", OfficeLetterPage.words(of: day))
        }
    }

    private struct Served: Shown {
        let record: DeliveryRecord

        func show(on tape: inout Tape) {
            tape.put("way", record.delivery.way.title)
            tape.put("begun", record.delivery.begun)
            tape.put("served", record.delivery.served)
            tape.put("particulars", record.proof.particulars.map { Particular(name: $0.name, value: $0.value) })
            tape.put("proofs", record.proof.files)
        }
    }

    private struct Particular: Shown {
        let name: Label
        let value: String

        func show(on tape: inout Tape) {
            tape.put("name", name)
            tape.put("value", value)
        }
    }

    private struct Action: Shown {
        let action: CaseAction
        let caseID: String

        func show(on tape: inout Tape) {
            tape.put("title", action.title)
            tape.put("path", OfficeRoute.act(action.code, in: caseID).path)
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

    /// 成文日期, as letters write it.
    static func words(of day: Day) -> Label {
        let (year, month, date) = day.civil
        return .both("\(year)年\(month)月\(date)日", "\(day)")
    }

    /// 公文文稿: the letter as an office file, to be edited, sealed and filed; nil before it was drawn up.
    static func paper(of letter: Letter, in language: Language) -> Paper? {
        guard let text = letter.text else { return nil }
        func say(_ label: Label) -> String { language.words(of: label) }
        let isChinese = language == .chinese
        return Paper(
            file: "letter-\(letter.numbering.id)", title: say(text.title),
            blocks: [
                .letterhead(say(text.organ)), .right(letter.numbering.number.text),
                .addressee(say(text.addressee) + (isChinese ? "：" : ":")),
            ] + (isChinese ? text.chinese : text.english).map { .paragraph($0) } + [
                .room, .right(say(text.organ)), .right(say(words(of: letter.drawn ?? letter.numbering.day))),
            ])
    }
}
