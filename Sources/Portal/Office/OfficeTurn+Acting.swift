import Credit
import Hummingbird

/// What comes of a form.
extension OfficeTurn {
    /// Reads a form, has it decided, and sends the browser on; what is wrong comes back on the form.
    mutating func act(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        var form: ActionPage
        do {
            form = try await self.form(route, session)
        } catch let refusal as OfficeRefusal where refusal == .notPossibleNow {
            guard case .act(_, let id) = route else { throw refusal }
            return try await movedOn(id, session)
        }
        let check = FormCheck(fields: form.action.fields)
        let desk = entrance.desk
        let intake = PostedForm.Intake(
            most: { check.mostBytes(of: $0) },
            allows: { values in
                guard PostGuard.isSame(values[PostedForm.tokenName], session.formToken) else {
                    throw OfficeRefusal.wrongToken
                }
            }, open: { try desk.receive($0, for: session) }, purpose: route == .upload ? .handIn : .evidence)
        let posted = try await posted(most: check.mostBytes, intake: intake)
        defer { posted.discard() }
        try checkToken(posted.values, session)
        let session = try await renewed(session)
        form.values = check.tidied(posted.values)
        let read = posted.casePosition
        // A later step of the case is told before its form is found fault with, and before any file is kept.
        if let sheet = form.sheet, read != sheet.position { return try await stale(form, route, read, session) }
        form.faults = check.faults(form.values, posted)
        guard form.faults.isEmpty else {
            form.values = FormCheck.shownAgain(form.values)
            return try await page(form)
        }
        var values = form.values
        for (field, file) in posted.files {
            values[field] = try file.file.keep()
            values[field + ".name"] = ResidentNumber.masking(file.name)
        }
        do {
            return goOn(to: try await decide(route, FormValues(values, read: read), session).path)
        } catch let problem as any CaseProblem {
            form.faults = FieldFault.all(of: problem)
            return try await page(form)
        } catch let refusal as OfficeRefusal where refusal == .caseMovedOn {
            return try await stale(form, route, read, session)
        } catch let refusal as OfficeRefusal where refusal.status == 422 {
            form.faults = [FieldFault(field: nil, code: refusal.code, words: refusal.words)]
            return try await page(form)
        }
    }

    /// Has it decided; answers where to go on.
    private func decide(
        _ route: OfficeRoute, _ values: FormValues, _ session: OfficeSession
    ) async throws -> OfficeRoute {
        switch route {
        case .begin(let action):
            return .sheet(try await entrance.run { try $0.open(action, values, by: session) })
        case .act(let action, let id):
            try await entrance.run { try $0.act(action, in: id, values, by: session) }
            return .sheet(id)
        case .upload: return .handIn(try await entrance.run { try $0.check(values, by: session) })
        case .undo(let id):
            let reason = values["reason"] ?? ""
            try await entrance.run { try $0.undo(id, reason: reason, by: session) }
            return .batch(id)
        case .standIn:
            let chosen = values[StandInForm.field]
            let principal = chosen == StandInForm.own ? nil : chosen
            let address = visit.address
            try await entrance.run { try $0.standIn(for: principal, session, from: address) }
            return .queue
        default: throw OfficeRefusal.wrongMethod
        }
    }

    /// The form of an action that is still offered, with what happened since it was read and all that was typed: sending it
    /// again decides about the case as it stands now.
    private mutating func stale(
        _ before: ActionPage, _ route: OfficeRoute, _ read: Int?, _ session: OfficeSession
    ) async throws -> Answer {
        var form: ActionPage
        do {
            form = try await self.form(route, session)
        } catch let refusal as OfficeRefusal where refusal == .notPossibleNow {
            guard case .act(_, let id) = route else { throw refusal }
            let sheet = try await sheet(id, session)
            return try await page(
                MovedOnPage(bar: bar(session, .queue), sheet: sheet, read: read, typed: typed(before.values)))
        }
        form.values = FormCheck.shownAgain(before.values)
        form.faults = [
            FieldFault(field: nil, code: OfficeRefusal.caseMovedOn.code, words: OfficeRefusal.caseMovedOn.words)
        ]
        form.read = read
        return try await page(form)
    }

    /// What was typed into a form whose action is not offered any more: the case has gone on, and nothing typed is lost.
    private mutating func movedOn(_ id: String, _ session: OfficeSession) async throws -> Answer {
        // A form with files is not read without its fields; what else it held is still in the browser.
        guard let posted = try? await posted(most: 262_144) else { throw OfficeRefusal.notPossibleNow }
        try checkToken(posted.values, session)
        let session = try await renewed(session)
        let sheet = try await sheet(id, session)
        // Nothing happened since: it never was possible.
        guard let read = posted.casePosition, read != sheet.position else { throw OfficeRefusal.notPossibleNow }
        let values = posted.values.filter { $0.key != PostedForm.tokenName && $0.key != PostedForm.positionName }
        return try await page(
            MovedOnPage(
                bar: bar(session, .queue), sheet: sheet, read: read, typed: typed(values)))
    }

    /// The texts that somebody typed, as they may be shown again.
    private func typed(_ values: [String: String]) -> [String] {
        FormCheck.shownAgain(values).sorted { $0.key < $1.key }.map(\.value)
            .filter { $0.contains { !$0.isWhitespace } && $0 != "yes" }
    }
}
