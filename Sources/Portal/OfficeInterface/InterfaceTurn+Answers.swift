import Credit
import HTTPTypes
import Hummingbird

/// What is looked at, and what is done, at each address of the interface.
extension InterfaceTurn {
    func get(_ route: InterfaceRoute, _ session: OfficeSession) async throws -> Answer {
        switch route {
        case .cases: return try await queue(nil, session)
        case .list(let resource): return try await queue(resource, session)
        case .sheet(let id, let resource):
            let sheet = try await sheet(id, session)
            return document(
                CaseDocument(sheet: sheet, resource: resource, session: session), position: sheet.position)
        case .step(let position, let id, let resource):
            let sheet = try await sheet(id, session)
            guard let step = sheet.steps.first(where: { $0.position == position }) else {
                throw OfficeRefusal.nothingThere
            }
            return document(CaseDocument.Step(step: step, id: id, resource: resource))
        case .batches:
            let before = visit.target.value("before").flatMap { Int($0) }
            let most = OfficeBatchesPage.most
            let lines = try await entrance.run { try $0.batches(before: before, limit: most + 1, for: session) }
            let shown = Array(lines.prefix(most))
            let next = lines.count > shown.count ? shown.last?.position : nil
            return document(HandedBatches(lines: shown, following: next, rules: portal.rules))
        case .batch(let id):
            if let handIn = try await entrance.run({ try $0.handIn(id, for: session) }) {
                return document(HandInDocument(handIn: handIn))
            }
            guard let batch = try await entrance.run({ try $0.batch(id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            sight.note(.ownBatch(id))
            return document(HandedBatch(batch: batch, rules: portal.rules))
        case .file(let file, let id):
            guard let bytes = try await entrance.run({ try $0.file(file, of: id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            sight.note(.ownBatch(id))
            let name = PercentEncoding.encode("\(id).\(file.rawValue)".utf8)
            return Answer(
                type: file.type, bytes: bytes, caching: .never,
                more: [(.disposition, "attachment; filename=\"\(name)\"")])
        case .act, .inspect, .submission, .undo: throw OfficeRefusal.wrongMethod
        }
    }

    func post(_ route: InterfaceRoute, _ session: OfficeSession) async throws -> Answer {
        switch route {
        case .list(let resource): return try await begin(resource, session)
        case .act(let code, let id, let resource): return try await act(code, in: id, of: resource, session)
        case .inspect(let id, let resource): return try await inspect(id, of: resource, session)
        case .batches:
            guard let action = try await entrance.run({ try $0.uploadForm(for: session) }) else {
                throw OfficeRefusal.missingDuty(.submit)
            }
            let id = try await fill(action.fields, session, purpose: .handIn) { values, session in
                try await entrance.run { try $0.check(values, by: session) }
            }
            guard let handIn = try await entrance.run({ try $0.handIn(id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            return document(HandInDocument(handIn: handIn), status: 201, at: InterfaceRoute.batch(id).path)
        case .submission(let id):
            let language = visit.language.language
            try await fill([], session, purpose: .handIn) { _, session in
                try await entrance.run { try $0.submit(id, in: language, by: session) }
            }
            guard let handIn = try await entrance.run({ try $0.handIn(id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            return document(HandInDocument(handIn: handIn), status: 202, at: InterfaceRoute.batch(id).path)
        case .undo(let id):
            guard let batch = try await entrance.run({ try $0.batch(id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            guard batch.line.state == .complete else { throw OfficeRefusal.notPossibleNow }
            try await fill(OfficeBatchPage.undo.fields, session, purpose: .evidence) { values, session in
                let reason = values["reason"] ?? ""
                try await entrance.run { try $0.undo(id, reason: reason, by: session) }
            }
            guard let undone = try await entrance.run({ try $0.batch(id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            return document(
                HandedBatch(batch: undone, rules: portal.rules), status: 201, at: InterfaceRoute.batch(id).path)
        case .cases, .sheet, .step, .batch, .file: throw OfficeRefusal.wrongMethod
        }
    }

    // MARK: - 案件

    private func queue(_ resource: OfficeResource?, _ session: OfficeSession) async throws -> Answer {
        let resources = resource.map { [$0] } ?? entrance.desk.resources
        let asked = try QueueQuestion(visit.target, resources)
        var narrowed = asked
        if let resource { narrowed.nouns = [resource.noun] }
        let (slice, openings) = try await entrance.run { [narrowed] desk in
            (try desk.queue(narrowed, for: session), try desk.openings(for: session))
        }
        let route = resource.map { InterfaceRoute.list($0) } ?? .cases
        return document(
            CaseQueue(
                organ: session.officer.organ, day: today, slice: slice,
                address: asked.address(route.path, visit.language),
                openings: openings.filter { session.duties.contains($0.duty) }, resources: resources, today: today))
    }

    private func begin(_ resource: OfficeResource, _ session: OfficeSession) async throws -> Answer {
        let offered = try await entrance.run { try $0.openings(for: session) }
            .filter { $0.code.hasPrefix(resource.opening) }
        guard !offered.isEmpty else { throw OfficeRefusal.notPossibleNow }
        // Which of several things is begun is known when the body was read; a file is kept for no form but its own.
        let fields = offered.reduce(into: [FormField]()) { all, action in
            for field in action.fields where !all.contains(where: { $0.name == field.name }) { all.append(field) }
        }
        let (posted, faults) = try await InterfaceForm.read(
            request, FormCheck(fields: fields), patience: portal.settings.bodyPatience,
            intake: intake(FormCheck(fields: fields), session, .evidence),
            besides: ["opening"])
        defer { posted.discard() }
        let wanted = posted.values["opening"].map { resource.opening + $0 }
        guard
            let action = wanted.map({ code in offered.first { $0.code == code } })
                ?? (offered.count == 1 ? offered[0] : nil)
        else { throw wanted == nil ? OfficeRefusal.manyOpenings : OfficeRefusal.notPossibleNow }
        guard session.duties.contains(action.duty) else { throw OfficeRefusal.missingDuty(action.duty) }
        let values = try checked(posted, faults, FormCheck(fields: action.fields))
        let id = try await entrance.run { try $0.open(action.code, values, by: session) }
        let sheet = try await entrance.run { try $0.sheet(id, for: session) }
        let place = InterfaceRoute.sheet(id, of: resource).path
        if let sheet { sight.note(.handling(sheet)) }
        guard let sheet else { return document(CaseDocument.Begun(id: id), status: 201, at: place) }
        return document(
            CaseDocument(sheet: sheet, resource: resource, session: session), status: 201, at: place,
            position: sheet.position)
    }

    private func act(
        _ noun: String, in id: String, of resource: OfficeResource, _ session: OfficeSession
    ) async throws -> Answer {
        let (before, code) = (try await sheet(id, session), StepNoun.code(of: noun))
        guard let action = before.allActions.first(where: { $0.code == code }) else {
            if let read = try? read(), read != before.position { throw OfficeRefusal.caseMovedOn }
            throw OfficeRefusal.notPossibleNow
        }
        guard session.duties.contains(action.duty) else { throw OfficeRefusal.missingDuty(action.duty) }
        // A later step of the case is told before anything is found fault with, and before any file is kept.
        let read = try read()
        guard read == before.position else { throw OfficeRefusal.caseMovedOn }
        try await fill(action.fields, session, purpose: .evidence, read: read) { values, session in
            try await entrance.run { try $0.act(code, in: id, values, by: session) }
        }
        guard let after = try await entrance.run({ try $0.sheet(id, for: session) }) else {
            return document(
                CaseDocument.Begun(id: id), status: 201, at: InterfaceRoute.sheet(id, of: resource).path)
        }
        let known = Set(before.steps.map(\.position))
        let step = after.steps.last { !known.contains($0.position) }
        let place =
            step.map { InterfaceRoute.step($0.position, in: id, of: resource) } ?? .sheet(id, of: resource)
        return document(
            CaseDocument(sheet: after, resource: resource, session: session), status: 201, at: place.path,
            position: after.position)
    }

    private func sheet(_ id: String, _ session: OfficeSession) async throws -> CaseSheet {
        guard let sheet = try await entrance.run({ try $0.sheet(id, for: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        sight.note(.handling(sheet))
        return sheet
    }

    /// 查阅: a case of another organisation once purpose and matter number are told, with nothing to be done in it.
    private func inspect(_ id: String, of resource: OfficeResource, _ session: OfficeSession) async throws -> Answer {
        let (sheet, look) = try await fill(
            OfficeTurn.inspection.fields, session, purpose: .evidence
        ) { values, session -> (CaseSheet, OfficeLook) in
            guard let sheet = try await entrance.run({ try $0.inspect(id, by: session) }),
                let purpose = values["purpose"], let matter = values["matter"]
            else { throw OfficeRefusal.nothingThere }
            return (sheet, OfficeLook(subject: sheet.subject.key, purpose: purpose, matter: matter))
        }
        sight.note(look)
        return document(CaseDocument(sheet: sheet, resource: resource, session: session))
    }

    // MARK: - 填写

    private func intake(
        _ check: FormCheck, _ session: OfficeSession, _ purpose: ArrivingFileHead.Purpose
    ) -> PostedForm.Intake {
        let desk = entrance.desk
        return PostedForm.Intake(
            most: { check.mostBytes(of: $0) }, allows: { _ in }, open: { try desk.receive($0, for: session) },
            purpose: purpose)
    }

    /// What was sent, where nothing is wrong with it; files are kept.
    private func checked(
        _ posted: PostedForm, _ faults: [FieldFault], _ check: FormCheck, read: Int? = nil
    ) throws -> FormValues {
        var values = check.tidied(posted.values)
        let all = faults + check.faults(values, posted)
        guard all.isEmpty else { throw FieldFaults(faults: all) }
        let names = Set(check.fields.map(\.name))
        for (field, file) in posted.files where names.contains(field) {
            values[field] = try file.file.keep()
            values[field + ".name"] = ResidentNumber.masking(file.name)
        }
        return FormValues(values, read: read)
    }

    @discardableResult private func fill<Result>(
        _ fields: [FormField], _ session: OfficeSession, purpose: ArrivingFileHead.Purpose, read: Int? = nil,
        _ decide: (FormValues, OfficeSession) async throws -> Result
    ) async throws -> Result {
        let check = FormCheck(fields: fields)
        let (posted, faults) = try await InterfaceForm.read(
            request, check, patience: portal.settings.bodyPatience, intake: intake(check, session, purpose))
        defer { posted.discard() }
        let session = try await bearer(InterfaceTurn.token(in: request))
        return try await decide(try checked(posted, faults, check, read: read), session)
    }
}
