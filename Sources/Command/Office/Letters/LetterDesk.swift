import Credit
import Portal
import Store

/// 文书办理: the letters of a case as an officer may draw, seal and serve them now.
struct LetterDesk {
    let kind: any CaseKind
    let rules: Rules
    let sheet: CaseSheet
    let officer: Officer
    let day: Day
    /// The letters there are.
    let stored: [StoredLetter]
    /// What the case has to tell as it stands.
    let matters: [LetterMatter]

    /// What the codes of all actions with letters begin with.
    static let mark = "letter."

    // MARK: - 制发

    /// 制发文书: the letters that the case draws and that are not drawn yet, and a notice, which it may draw at any time.
    var drawing: [CaseAction] {
        (matters.filter { !isDrawn($0) && !kind.numbered.values.contains($0.occasion) } + [general]).compactMap {
            matter in
            guard let text = try? draft(matter) else { return nil }
            return CaseAction(
                code: LetterDesk.mark + "new." + matter.occasion.rawValue,
                title: Label("制发文书：\(text.title.chinese)", "Draw the letter: \(text.title.english)"), duty: .handle,
                fields: DeliveryForms.text(text))
        }
    }

    private var general: LetterMatter { LetterMatter(.general, to: subject, since: sheet.steps.last?.position ?? 0) }

    private var subject: Label {
        let name = sheet.subject.name ?? sheet.subject.key
        return Label(name, name)
    }

    /// Whether a letter that is not void followed from the step that draws it.
    private func isDrawn(_ matter: LetterMatter) -> Bool {
        stored.contains { stored in
            stored.letter.numbering.occasion == matter.occasion && stored.letter.stage != .void
                && officer.acts(for: stored.letter.numbering.number.organ) && stored.firstPosition > matter.position
        }
    }

    private func form(_ occasion: LetterOccasion) throws(LetterProblem) -> CaseLetterForm {
        try LetterNumbers(rules: rules).form(occasion)
    }

    private var organ: Label {
        rules.bodyTitle(officer.organ, on: day) ?? Label(officer.organ, officer.organ)
    }

    /// What every letter of the case may name.
    private var common: [String: Label] {
        func clock(_ clock: CaseSheet.Clock) -> Label {
            Label(
                "\(clock.name.chinese)：\(clock.arithmetic.map(\.chinese).joined(separator: "，"))",
                "\(clock.name.english): \(clock.arithmetic.map(\.english).joined(separator: ", "))")
        }
        let clocks = sheet.clocks.map(clock)
        return [
            "subject": subject, "key": Label(sheet.subject.key, sheet.subject.key), "kind": sheet.kind,
            "case": Label(sheet.id, sheet.id), "matter": sheet.title,
            "clocks": Label(
                clocks.isEmpty ? "" : clocks.map(\.chinese).joined(separator: "；") + "。",
                clocks.isEmpty ? "" : clocks.map(\.english).joined(separator: "; ") + "."),
        ]
    }

    /// 函稿: the letter as the form and the case make it.
    private func draft(_ matter: LetterMatter) throws(LetterProblem) -> LetterText {
        try form(matter.occasion).text(matter, organ: organ, common: common)
    }

    /// The letter as the officer left it.
    func text(_ values: FormValues) -> LetterText {
        let title = values["title"] ?? ""
        let addressee = values["addressee"] ?? ""
        return LetterText(
            title: Label(title, values["englishTitle"] ?? title), addressee: Label(addressee, addressee), organ: organ,
            chinese: LetterText.lines(values["text"] ?? ""), english: LetterText.lines(values["english"] ?? ""))
    }

    /// A number that was taken for an occasion and under which nothing was drawn up: a decision that was sent back and is
    /// proposed again keeps its own.
    func unused(_ occasion: LetterOccasion) -> LetterNumber? {
        stored.last { $0.letter.numbering.occasion == occasion && $0.letter.stage == .numbered }?.letter.numbering
            .number
    }

    /// 取号 for a letter that an action numbers.
    ///
    /// - Parameter addressees: whom it goes to; none where it is the subject.
    func numbering(
        _ occasion: LetterOccasion, _ number: LetterNumber, to addressees: [String]
    ) throws(LetterProblem) -> LetterNumbering {
        try LetterNumbering(
            id: nextID, caseID: sheet.id, occasion: occasion, number: number,
            title: LetterForm.fill(form(occasion).title, common).chinese,
            addressee: addressees.isEmpty ? subject.chinese : addressees.joined(separator: "、"),
            copies: max(1, addressees.count), isRestricted: kind.isRestricted, by: officer, day: day)
    }

    private var nextID: String { "\(sheet.id)-L\(stored.count + 1)" }

    /// A letter that the case draws now, with its number.
    func drawNew(_ word: String, _ values: FormValues, in reader: Reader) throws -> [LetterEvent] {
        guard let occasion = LetterOccasion(rawValue: word) else { throw OfficeRefusal.notPossibleNow }
        let text = text(values)
        let number = try LetterNumbers(rules: rules).next(occasion, for: officer, on: day, in: reader)
        let numbering = try LetterNumbering(
            id: nextID, caseID: sheet.id, occasion: occasion, number: number, title: text.title.chinese,
            addressee: text.addressee.chinese, isRestricted: kind.isRestricted, by: officer, day: day)
        let numbered = LetterEvent.numbered(numbering)
        return [numbered, try Letter([numbered]).drawing(text, by: officer, on: day)]
    }

    // MARK: - 用印、送达、作废

    /// The step of the case that waits for the service of a letter; nil where none does.
    func step(serving occasion: LetterOccasion) -> CaseAction? {
        sheet.actions.first { kind.served[$0.code]?.contains(occasion) ?? false }
    }

    /// Whether a step of the case waits for the service of letters of an occasion, at whatever stage.
    private func waits(_ occasion: LetterOccasion) -> Bool { kind.served.values.contains { $0.contains(occasion) } }

    /// The ways in which a letter may be served; what is never public is never announced.
    func ways(of letter: Letter) -> [Delivery.Way] {
        DeliveryForms.ways(of: step(serving: letter.numbering.occasion)).filter {
            !kind.isRestricted || $0 != .announcement
        }
    }

    /// A letter as the page of its case lists it.
    func line(_ stored: StoredLetter, mayHandle: Bool) -> CaseLetter {
        let (letter, numbering) = (stored.letter, stored.letter.numbering)
        let isOwn = mayHandle && officer.acts(for: numbering.number.organ)
        return CaseLetter(
            id: numbering.id, number: numbering.number.text,
            title: letter.text?.title ?? Label(numbering.title, numbering.title), stage: letter.stage,
            served: letter.stage == .served ? letter.service?.delivery.served : nil,
            actions: isOwn ? actions(stored) : [])
    }

    private func actions(_ stored: StoredLetter) -> [CaseAction] {
        let (letter, numbering) = (stored.letter, stored.letter.numbering)
        func action(_ verb: String, _ title: Label, warning: Label? = nil, _ fields: [FormField]) -> CaseAction {
            CaseAction(
                code: "\(LetterDesk.mark)\(verb).\(numbering.id)", title: title, warning: warning, duty: .handle,
                fields: fields)
        }
        var actions: [CaseAction] = []
        let step = step(serving: numbering.occasion)
        // A letter on which the case waits goes out when the case has come so far, and not before.
        let isDue = !waits(numbering.occasion) || step != nil
        switch letter.stage {
        case .numbered:
            let matter = matters.last { $0.occasion == numbering.occasion } ?? (isDue ? general : nil)
            if let matter, let text = try? draft(matter) {
                actions.append(action("draw", Label("成稿", "Draw it up"), DeliveryForms.text(text)))
            }
        case .drawn:
            if let text = letter.text, letter.services.isEmpty {
                actions.append(action("draw", Label("改稿", "Revise the text"), DeliveryForms.text(text)))
            }
        case .sealed, .served, .void: break
        }
        let isLive = letter.stage == .drawn || letter.stage == .sealed
        if isLive && isDue || letter.stage == .served {
            actions.append(action("seal", Label("传回用印扫描件", "Bring the sealed scan back"), DeliveryForms.sealing))
        }
        if isLive, isDue {
            for way in ways(of: letter) {
                guard let rule = rules.deliveries[way.rawValue] else { continue }
                actions.append(
                    action(
                        "serve",
                        Label(
                            "登记送达：\(rule.way.title.chinese)", "Record the service: \(rule.way.title.english)"),
                        warning: rule.note, DeliveryForms.asked(by: step) + DeliveryForms.service(rule.way)
                    ).suffixed(rule.way.rawValue))
            }
        }
        if letter.stage != .void, letter.stage != .served, letter.services.isEmpty,
            !kind.numbered.values.contains(numbering.occasion)
        {
            actions.append(
                action(
                    "void", Label("作废", "Declare it void"),
                    warning: Label("字号保留在登记簿中，不再使用。", "Its number stays in the register and is not used again."),
                    [FormField("reason", Label("理由", "Reason"), .text(upTo: 500))]))
        }
        return actions
    }
}

extension CaseAction {
    /// The same with one more word behind its code.
    fileprivate func suffixed(_ word: String) -> CaseAction {
        CaseAction(code: "\(code).\(word)", title: title, warning: warning, duty: duty, fields: fields)
    }
}
