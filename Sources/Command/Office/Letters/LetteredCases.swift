import Credit
import Portal
import Store

/// 带文书的案件: a kind of case with its letters: their numbers come from the register, their service is recorded with its
/// proof in the same transaction as the step of the case that waits for it.
struct LetteredCases: CaseKind {
    let kind: any CaseKind
    let rules: Rules
    let evidence: EvidenceFolder

    var prefix: String { kind.prefix }
    var noun: String { kind.noun }
    var plural: Label { kind.plural }
    var party: PartyShare { kind.party }
    func partyFacts(of id: String, in reader: Reader) throws -> Set<String> { try kind.partyFacts(of: id, in: reader) }
    var readers: Set<Duty> { kind.readers }
    var isRestricted: Bool { kind.isRestricted }
    var clocked: (any ClockedKind)? { kind.clocked }

    func handler(of id: String, in reader: Reader) throws -> Officer? { try kind.handler(of: id, in: reader) }

    func organ(of id: String, in reader: Reader) throws -> String? { try kind.organ(of: id, in: reader) }

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        try kind.openings(for: officer, duties: duties, on: day, in: reader).compactMap(plain)
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let occasion = kind.numbered[action] else {
            return try kind.open(action, values, by: officer, id: id, on: day, in: reader)
        }
        // The case's paper and the letter are one, by one number, in one act.
        let numbers = LetterNumbers(rules: rules)
        let number = try numbers.next(occasion, for: officer, on: day, in: reader)
        let filled = values.setting(LetteredCases.number, number.text)
        let events = try kind.open(action, filled, by: officer, id: id, on: day, in: reader)
        let addressees = try kind.addressees(of: action, in: id, values, for: officer, on: day, in: reader)
        let numbering = try LetterNumbering(
            id: "\(id)-L1", caseID: id, occasion: occasion, number: number,
            title: numbers.form(occasion).title.chinese, addressee: addressees.joined(separator: "、"),
            copies: max(1, addressees.count), isRestricted: kind.isRestricted, by: officer, day: day)
        return events + [.letter(.numbered(numbering))]
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        try kind.waiting(for: officer, on: day, in: reader)
    }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let sheet = try kind.sheet(id, for: officer, duties: duties, on: day, in: reader) else { return nil }
        // A mere hint has no step and draws no letter.
        guard !sheet.steps.isEmpty else { return sheet }
        let desk = try desk(sheet, officer, day, reader)
        let mayHandle = duties.contains(.handle)
        return sheet.lettered(
            actions: sheet.actions.compactMap(plain) + (mayHandle ? desk.drawing : []),
            letters: desk.stored.map { desk.line($0, mayHandle: mayHandle) },
            position: desk.stored.compactMap { $0.steps.last?.position }.max())
    }

    /// What a kind offers, without what the register and the letters do now.
    private func plain(_ action: CaseAction) -> CaseAction? {
        if kind.served[action.code] != nil { return nil }
        guard kind.numbered[action.code] != nil else { return action }
        return CaseAction(
            code: action.code, title: action.title, warning: action.warning, duty: action.duty,
            fields: action.fields.filter { $0.name != LetteredCases.number })
    }

    /// The field of a form that the register fills.
    private static let number = "number"

    private func desk(_ sheet: CaseSheet, _ officer: Officer, _ day: Day, _ reader: Reader) throws -> LetterDesk {
        LetterDesk(
            kind: kind, rules: rules, sheet: sheet, officer: officer, day: day,
            stored: try reader.letters(of: sheet.id),
            matters: try kind.letters(sheet.id, for: officer, on: day, in: reader))
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] {
        let isLetter = action.hasPrefix(LetterDesk.mark)
        guard isLetter || kind.numbered[action] != nil else {
            guard kind.served[action] == nil else { throw OfficeRefusal.notPossibleNow }
            return try kind.act(action, in: id, values, by: officer, on: day, in: reader)
        }
        let duties = Set(Duty.allCases)
        guard let sheet = try kind.sheet(id, for: officer, duties: duties, on: day, in: reader) else {
            throw OfficeRefusal.nothingThere
        }
        let desk = try desk(sheet, officer, day, reader)
        if let occasion = kind.numbered[action] {
            let (used, numbers) = (desk.unused(occasion), LetterNumbers(rules: rules))
            let number = try used ?? numbers.next(occasion, for: officer, on: day, in: reader)
            let filled = values.setting(LetteredCases.number, number.text)
            let events = try kind.act(action, in: id, filled, by: officer, on: day, in: reader)
            if used != nil { return events }
            let addressees = try kind.addressees(of: action, in: id, values, for: officer, on: day, in: reader)
            return events + [.letter(.numbered(try desk.numbering(occasion, number, to: addressees)))]
        }
        let parts = action.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 2 else { throw OfficeRefusal.notPossibleNow }
        if parts[1] == "new" { return try desk.drawNew(parts[2], values, in: reader).map { .letter($0) } }
        guard let stored = desk.stored.first(where: { $0.letter.numbering.id == parts[2] }) else {
            throw OfficeRefusal.nothingThere
        }
        let letter = stored.letter
        switch parts[1] {
        case "draw": return [.letter(try letter.drawing(desk.text(values), by: officer, on: day))]
        case "seal":
            let archive = values["archive"] ?? ""
            if try reader.isArchived(archive, of: officer.organ, except: letter.numbering.id) {
                throw LetterProblem.archiveTaken(archive)
            }
            let scan = try evidence.scan(values["scan"], archive: archive)
            return [.letter(try letter.sealing(scan, by: officer, on: day))]
        case "serve":
            let way = parts.count > 3 ? Delivery.Way(rawValue: parts[3]) : nil
            guard let way, let rule = rules.deliveries[way.rawValue] else { throw LetterProblem.noForm }
            guard desk.ways(of: letter).contains(way) else { throw OfficeRefusal.notPossibleNow }
            return try serve(letter, way, rule, values, desk, in: reader)
        case "void":
            guard !kind.numbered.values.contains(letter.numbering.occasion) else { throw LetterProblem.numberInUse }
            return [.letter(try letter.voiding(reason: values["reason"], by: officer, on: day))]
        default: throw OfficeRefusal.notPossibleNow
        }
    }

    /// 登记送达: the letter's service, and the step of the case that waits for it.
    private func serve(
        _ letter: Letter, _ way: Delivery.Way, _ rule: DeliveryRule, _ values: FormValues, _ desk: LetterDesk,
        in reader: Reader
    ) throws -> [Event] {
        let proof = DeliveryForms.proof(way, values)
        for digest in proof.files where !digest.isEmpty { _ = try evidence.scan(digest, archive: "") }
        guard let begun = values.day("begun") else {
            throw LetterProblem.missing(Label("发出或者公告之日", "the day it was sent or announced"))
        }
        let event = try letter.serving(
            proof, begun: begun, served: way == .direct || way == .left ? begun : values.day("served"), under: rule,
            by: desk.officer, on: desk.day)
        guard case .served(_, let record, _, _) = event else { throw OfficeRefusal.notPossibleNow }
        guard let step = desk.step(serving: letter.numbering.occasion) else { return [.letter(event)] }
        // The case runs from the same day, by the same proof.
        var filled = [
            "way": way.rawValue, "begun": record.delivery.begun.description,
            "served": record.delivery.served.description, "proof": proof.file,
        ]
        for field in DeliveryForms.asked(by: step) { filled[field.name] = values[field.name] }
        return try kind.act(
            step.code, in: desk.sheet.id, FormValues(filled, read: values.read), by: desk.officer, on: desk.day,
            in: reader)
            + [.letter(event)]
    }
}
