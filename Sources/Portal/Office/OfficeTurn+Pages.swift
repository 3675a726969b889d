import Credit
import HTTPTypes
import Hummingbird

/// What is looked at, and what is done, at each address.
extension OfficeTurn {
    func get(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        switch route {
        case .queue:
            let (lines, openings) = try await entrance.run { desk in
                (try desk.cases(for: session), try desk.openings(for: session))
            }
            return try await page(
                QueuePage(bar: bar(session, .queue), lines: lines, openings: openings, today: today))
        case .sheet(let id):
            // Outside one's own cases, purpose and matter number come first (R9).
            if session.duties.contains(.inspect), try await entrance.run({ try $0.sheet(id, for: session) }) == nil {
                return goOn(to: OfficeRoute.inspect(id).path)
            }
            return try await page(
                CasePage(
                    bar: bar(session, .queue), sheet: try await sheet(id, session), rules: portal.rules, today: today))
        case .begin, .act, .upload, .undo, .inspect:
            return try await page(try await form(route, session))
        case .handIn(let id):
            guard let handIn = try await entrance.run({ try $0.handIn(id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            if case .submitted(let batch) = handIn.state { return goOn(to: OfficeRoute.batch(batch).path) }
            return try await page(HandInPage(bar: bar(session, .upload), handIn: handIn))
        case .batches: return try await batches(session)
        case .batch(let id):
            return try await page(
                OfficeBatchPage(bar: bar(session, .batches), batch: try await batch(id, session), rules: portal.rules))
        case .file(let file, let id):
            try needs(.submit, session)
            guard let bytes = try await entrance.run({ try $0.file(file, of: id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            sight.note(.ownBatch(id))
            let name = PercentEncoding.encode("\(id).\(file.rawValue)".utf8)
            return Answer(
                type: file.type, bytes: bytes, caching: .never,
                more: [(.disposition, "attachment; filename=\"\(name)\"")])
        case .people, .newAccount, .account, .administer, .own, .ownForm:
            return try await lookAtAccounts(route, session)
        case .signIn, .signOut, .setUp, .confirm: throw OfficeRefusal.wrongMethod
        }
    }

    func post(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        switch route {
        case .signOut: return try await signOut(session)
        case .handIn(let id):
            try needs(.submit, session)
            let posted = try await PostedForm.read(request, most: 8_192, intake: nil)
            try checkToken(posted.values, session)
            let language = visit.language.language
            try await entrance.run { try $0.submit(id, in: language, by: session) }
            return goOn(to: route.path)
        case .inspect(let id): return try await inspect(id, session)
        case .begin, .act, .upload, .undo: return try await act(route, session)
        case .newAccount, .administer, .ownForm: return try await changeAccounts(route, session)
        default: throw OfficeRefusal.wrongMethod
        }
    }

    /// Reads a form, has it decided, and sends the browser on; what is wrong comes back on the form.
    private func act(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        var form = try await form(route, session)
        let check = FormCheck(fields: form.action.fields)
        let desk = entrance.desk
        let intake = PostedForm.Intake(
            most: { check.mostBytes(of: $0) },
            allows: { values in
                guard PostGuard.isSame(values[PostedForm.tokenName], session.formToken) else {
                    throw OfficeRefusal.wrongToken
                }
            }, open: { try desk.receive($0, for: session) }, purpose: route == .upload ? .handIn : .evidence)
        let posted = try await PostedForm.read(request, most: check.mostBytes, intake: intake)
        defer { posted.discard() }
        try checkToken(posted.values, session)
        form.values = check.tidied(posted.values)
        form.faults = check.faults(form.values, posted)
        guard form.faults.isEmpty else { return try await page(form) }
        var values = form.values
        for (field, file) in posted.files {
            values[field] = try file.file.keep()
            values[field + ".name"] = file.name
        }
        do {
            return goOn(to: try await decide(route, FormValues(values), session).path)
        } catch let problem as any CaseProblem {
            form.faults = FieldFault.all(of: problem)
            return try await page(form)
        } catch let refusal as OfficeRefusal where refusal.status == 422 {
            form.faults = [FieldFault(field: nil, code: refusal.code, words: refusal.words)]
            return try await page(form)
        }
    }

    /// 查阅: shows a case of another organisation once purpose and matter number are known, with nothing to be done in it.
    private func inspect(_ id: String, _ session: OfficeSession) async throws -> Answer {
        var form = try await form(.inspect(id), session)
        let check = FormCheck(fields: form.action.fields)
        let posted = try await PostedForm.read(request, most: check.mostBytes, intake: nil)
        try checkToken(posted.values, session)
        form.values = check.tidied(posted.values)
        form.faults = check.faults(form.values, posted)
        let values = FormValues(form.values)
        guard form.faults.isEmpty, let purpose = values["purpose"], let matter = values["matter"] else {
            return try await page(form)
        }
        guard let sheet = try await entrance.run({ try $0.inspect(id, by: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        sight.note(OfficeLook(subject: sheet.subject.key, purpose: purpose, matter: matter))
        return try await page(
            CasePage(bar: bar(session, .queue), sheet: sheet, rules: portal.rules, today: today))
    }

    static let inspection = CaseAction(
        code: "inspect", title: .both("查阅非本单位案卷", "Inspect a case of another organisation"),
        warning: .both(
            "查阅人、单位、用途和事由编号记入访问记录，被查阅的主体可以要求提供。",
            "Who looks, for which organisation, purpose and matter is recorded, and the subject may ask for the record."
        ),
        duty: .inspect,
        fields: [
            FormField("purpose", .both("用途", "Purpose"), .line(upTo: 100)),
            FormField(
                "matter", .both("事由编号", "Matter number"),
                hint: .both("如案号、文号、任务编号；不填写身份证件号码", "Of the case, paper or task; no identity numbers"),
                .line(upTo: 100)),
        ])

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
        default: throw OfficeRefusal.wrongMethod
        }
    }

    /// The form at an address, as this session may fill it in now.
    private func form(_ route: OfficeRoute, _ session: OfficeSession) async throws -> ActionPage {
        switch route {
        case .begin(let code):
            guard
                let action = try await entrance.run({ try $0.openings(for: session) }).first(where: { $0.code == code })
            else { throw OfficeRefusal.notPossibleNow }
            try needs(action.duty, session)
            return ActionPage(bar: bar(session, .queue), action: action, route: route, about: nil, back: .queue)
        case .act(let code, let id):
            let sheet = try await sheet(id, session)
            guard let action = sheet.actions.first(where: { $0.code == code }) else {
                throw OfficeRefusal.notPossibleNow
            }
            try needs(action.duty, session)
            let subject = sheet.subject.name ?? sheet.subject.key
            return ActionPage(
                bar: bar(session, .queue), action: action, route: route,
                about: .both(
                    "\(sheet.kind.chinese) · \(sheet.title.chinese) · \(subject)",
                    "\(sheet.kind.english) · \(sheet.title.english) · \(subject)"), back: .sheet(id))
        case .undo(let id):
            let batch = try await batch(id, session)
            guard batch.line.state == .complete else { throw OfficeRefusal.notPossibleNow }
            return ActionPage(
                bar: bar(session, .batches), action: OfficeBatchPage.undo, route: route,
                about: .both(batch.line.file, batch.line.file), back: .batch(id))
        case .inspect(let id):
            try needs(.inspect, session)
            guard try await entrance.run({ try $0.inspect(id, by: session) }) != nil else {
                throw OfficeRefusal.nothingThere
            }
            return ActionPage(
                bar: bar(session, .queue), action: Self.inspection, route: route, about: .both(id, id), back: .queue)
        case .upload:
            try needs(.submit, session)
            guard let action = try await entrance.run({ try $0.uploadForm(for: session) }) else {
                throw OfficeRefusal.missingDuty(.submit)
            }
            return ActionPage(bar: bar(session, .upload), action: action, route: route, about: nil, back: .batches)
        default: throw OfficeRefusal.noSuchPage
        }
    }

    private func sheet(_ id: String, _ session: OfficeSession) async throws -> CaseSheet {
        guard let sheet = try await entrance.run({ try $0.sheet(id, for: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        sight.note(.handling(sheet))
        return sheet
    }

    private func batch(_ id: String, _ session: OfficeSession) async throws -> OfficeBatch {
        try needs(.submit, session)
        guard let batch = try await entrance.run({ try $0.batch(id, for: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        sight.note(.ownBatch(id))
        return batch
    }

    private func batches(_ session: OfficeSession) async throws -> Answer {
        try needs(.submit, session)
        let before = visit.target.value("before").flatMap { Int($0) }
        let lines = try await entrance.run {
            try $0.batches(before: before, limit: OfficeBatchesPage.most + 1, for: session)
        }
        let shown = Array(lines.prefix(OfficeBatchesPage.most))
        return try await page(
            OfficeBatchesPage(
                bar: bar(session, .batches), lines: shown,
                following: lines.count > shown.count ? shown.last?.position : nil, rules: portal.rules, today: today))
    }

    private func needs(_ duty: Duty, _ session: OfficeSession) throws(OfficeRefusal) {
        guard session.duties.contains(duty) else { throw .missingDuty(duty) }
    }
}
