import Credit
import HTTPTypes
import Hummingbird

/// What is looked at, and what is done, at each address.
extension OfficeTurn {
    func get(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        switch route {
        case .queue:
            let resources = entrance.desk.resources
            let asked = try QueueQuestion(visit.target, resources)
            let (slice, openings) = try await entrance.run { desk in
                (try desk.queue(asked, for: session), try desk.openings(for: session))
            }
            return try await page(
                QueuePage(
                    bar: bar(session, .queue), slice: slice, asked: asked, openings: openings,
                    address: asked.address(route.path, visit.language), resources: resources, today: today))
        case .sheet(let id):
            // Outside one's own cases, purpose and matter number come first (R9).
            if session.duties.contains(.inspect), try await entrance.run({ try $0.sheet(id, for: session) }) == nil {
                return goOn(to: OfficeRoute.inspect(id).path)
            }
            let sheet = try await sheet(id, session)
            return try await page(CasePage(bar: bar(session, .queue), sheet: sheet, rules: portal.rules, today: today))
        case .begin, .act, .upload, .undo, .inspect, .standIn:
            let form = try await form(route, session)
            return try await page(form)
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
        case .letter(let id): return try await letterPage(id, session)
        case .letterFile(let file, let id): return try await letterFile(file, of: id, session)
        case .register: return try await register(session)
        case .volume(let id): return try await volume(id, session)
        case .people, .newAccount, .account, .administer, .own, .ownForm:
            return try await lookAtAccounts(route, session)
        case .signIn, .signOut, .setUp, .confirm: throw OfficeRefusal.wrongMethod
        }
    }

    mutating func post(_ route: OfficeRoute, _ session: OfficeSession) async throws -> Answer {
        switch route {
        case .signOut: return try await signOut(session)
        case .handIn(let id):
            try needs(.submit, session)
            let posted = try await posted(most: 8_192)
            try checkToken(posted.values, session)
            let session = try await renewed(session)
            let language = visit.language.language
            try await entrance.run { try $0.submit(id, in: language, by: session) }
            return goOn(to: route.path)
        case .inspect(let id): return try await inspect(id, session)
        case .begin, .act, .upload, .undo, .standIn: return try await act(route, session)
        case .newAccount, .administer, .ownForm: return try await changeAccounts(route, session)
        default: throw OfficeRefusal.wrongMethod
        }
    }

    /// The form at an address, as this session may fill it in now.
    func form(_ route: OfficeRoute, _ session: OfficeSession) async throws -> ActionPage {
        switch route {
        case .begin(let code):
            guard
                let action = try await entrance.run({ try $0.openings(for: session) }).first(where: { $0.code == code })
            else { throw OfficeRefusal.notPossibleNow }
            try needs(action.duty, session)
            return ActionPage(bar: bar(session, .queue), action: action, route: route, about: nil, back: .queue)
        case .act(let code, let id):
            let sheet = try await sheet(id, session)
            guard let action = sheet.allActions.first(where: { $0.code == code }) else {
                throw OfficeRefusal.notPossibleNow
            }
            try needs(action.duty, session)
            let subject = sheet.subject.name ?? sheet.subject.key
            return ActionPage(
                bar: bar(session, .queue), action: action, route: route,
                about: .both(
                    "\(sheet.kind.chinese) · \(sheet.title.chinese) · \(subject)",
                    "\(sheet.kind.english) · \(sheet.title.english) · \(subject)"), back: .sheet(id),
                sheet: sheet)
        case .undo(let id):
            let batch = try await batch(id, session)
            guard batch.line.state == .complete else { throw OfficeRefusal.notPossibleNow }
            return ActionPage(
                bar: bar(session, .batches), action: OfficeBatchPage.undo, route: route,
                about: .both(batch.line.file, batch.line.file), back: .batch(id))
        case .standIn:
            let principals = try await entrance.run { try $0.principals(of: session) }
            let action = StandInForm.action(principals, isStandingIn: session.officer.standingInFor != nil)
            return ActionPage(bar: bar(session, .queue), action: action, route: route, about: nil, back: .queue)
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

    func sheet(_ id: String, _ session: OfficeSession) async throws -> CaseSheet {
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
