import Credit
import Portal
import Store

/// Letters, their register and the volumes of cases, to whoever may see the case.
extension OfficeStore {
    func letter(_ id: String, for session: OfficeSession) throws -> OfficeLetter? {
        try ledger.read { reader in
            guard let (stored, sheet) = try seen(id, session, reader) else { return nil }
            let organ = rules.bodyTitle(stored.letter.numbering.number.organ, on: clock.today)?.chinese
            return OfficeLetter(
                letter: stored.letter,
                steps: stored.steps.map { step in
                    CaseSheet.Step(
                        day: step.event.day, words: step.event.words,
                        by: step.event.by.name + (step.event.by.standingInFor == nil ? "" : "（代）")
                            + "，" + (organ ?? step.event.by.organ), position: step.position)
                },
                actions: sheet.letters.first { $0.id == id }?.actions ?? [],
                matter: Label(
                    "\(sheet.kind.chinese) · \(sheet.title.chinese)", "\(sheet.kind.english) · \(sheet.title.english)"))
        }
    }

    func letterRegister(year: Int?, for session: OfficeSession) throws -> OfficeRegister {
        let organ = session.officer.organ
        return try ledger.read { reader in
            let years = try reader.letterYears(of: organ)
            let year = year ?? clock.today.year
            return OfficeRegister(
                year: year, years: years.contains(year) ? years : [year] + years,
                lines: try reader.letterRegister(of: organ, year: year))
        }
    }

    func scan(ofLetter id: String, for session: OfficeSession) throws -> (type: String, bytes: [UInt8])? {
        let scan = try ledger.read { try seen(id, session, $0)?.0.letter.scan }
        guard let scan, let bytes = try evidence.bytes(scan.digest) else { return nil }
        return (scan.type, bytes)
    }

    func volume(ofCase id: String, for session: OfficeSession) throws -> [UInt8]? {
        guard try sheet(id, for: session).map({ !$0.steps.isEmpty }) ?? false else { return nil }
        return try CaseVolume(ledger: ledger, evidence: evidence).bytes(of: id, most: CaseVolume.mostAtDesk)
    }

    /// A letter and the sheet of its case, where the session may see that.
    private func seen(_ id: String, _ session: OfficeSession, _ reader: Reader) throws -> (StoredLetter, CaseSheet)? {
        guard let stored = try reader.letter(id) else { return nil }
        let caseID = stored.letter.numbering.caseID
        return try kind(of: caseID).flatMap { try view(caseID, of: $0, for: session, in: reader) }.map {
            (stored, $0.sheet)
        }
    }
}
