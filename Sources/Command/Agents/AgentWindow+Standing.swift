import Credit
import Portal
import Store

/// 本企业全貌: what a company is told of itself on its own page.
extension AgentWindow {
    func standing(for session: AgentSession) throws -> CompanyStanding {
        try ledger.read { reader in
            let code = try bound(session, reader).code
            let records = try SubjectFiles(rules: rules).file(of: code, on: clock.today, in: reader)?.records ?? []
            return CompanyStanding(
                records: records.filter(\.family.isAdverse), measures: try measures(against: code, reader),
                looks: try looks(at: code, reader))
        }
    }

    private func measures(against code: String, _ reader: Reader) throws -> [RestingMeasure] {
        let (today, live) = (clock.today, Set(try reader.liveEffects(of: code, on: clock.today)))
        return try party(of: code, reader).flatMap { found -> [RestingMeasure] in
            guard let listing = try reader.listing(found.id)?.listing else { return [] }
            let list = rules.lists[listing.candidate.opening.list]?.name(on: today)
            return try reader.resting(on: listing.id).compactMap { id in
                guard let effect = try reader.effect(id)?.effect else { return nil }
                return RestingMeasure(
                    name: rules.measures.measures[effect.measure]?.name ?? Label(effect.measure, effect.measure),
                    list: list ?? Label(found.id, found.id), caseID: listing.id, footing: effect.edge.footing,
                    basis: effect.basis,
                    department: rules.departments[effect.department]?.name(on: today)?.full
                        ?? Label(effect.department, effect.department),
                    from: effect.from, until: effect.until, isLive: live.contains(id))
            }
        }
    }

    /// Each look once a day: one organisation reading one case ten times looked at it for one reason.
    private func looks(at code: String, _ reader: Reader) throws -> [CompanyLook] {
        var seen: Set<CompanyLook> = []
        return try LooksTold(rules: rules, kinds: kinds).looks(
            at: code, from: nil, until: nil, limit: Self.mostLooks, in: reader
        ).filter { seen.insert($0).inserted }
    }

    /// 查阅清单 on the page: so many of the newest lines of the access record; all of it is given out by command.
    private static let mostLooks = 1_000
}
