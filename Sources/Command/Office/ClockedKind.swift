import Credit
import Store

/// 有时限的案件类别: a kind of case whose steps say by themselves when its clocks start, stand still and end. The office puts
/// them into the log with the steps, so that another calendar dates them anew by an event, and they can be lengthened.
protocol ClockedKind: CaseKind {
    /// The clocks of a case as they are when some more events have happened.
    func clocks(of id: String, after events: [Event], in reader: Reader) throws -> [StepClock]
}

/// 步骤时限: a clock as the steps of a case make it.
struct StepClock {
    let clock: CaseClock
    /// 承办单位.
    let organ: String
    /// 当事人期限.
    var isOfParty = false
}

extension RepairCases: ClockedKind {
    func clocks(of id: String, after events: [Event], in reader: Reader) throws -> [StepClock] {
        var repair = try reader.repair(id)?.repair
        for case .repair(let event) in events where event.repair == id {
            if case .filed(let filing) = event { repair = Repair(filing) } else { try repair?.take(event) }
        }
        guard let repair, let rule = rules.repairs[repair.filing.rule] else { return [] }
        return rule.terms.compactMap { term in
            // The time of whoever decides is the decider's.
            let isDeciders = [.forwarded, .accepted].contains(term.from) && term.until != .executed
            return repair.clock(term).map {
                StepClock(clock: $0, organ: isDeciders ? repair.filing.recogniser : repair.filing.office)
            }
        }
    }
}

extension ListingCases: ClockedKind {
    func clocks(of id: String, after events: [Event], in reader: Reader) throws -> [StepClock] {
        var all = try reader.listing(id)?.listing.events ?? []
        for case .listing(let event) in events where event.listing == id { all.append(event) }
        guard !all.isEmpty else { return [] }
        let listing = try Listing(all)
        // The time to answer is the subject's own: told and dated anew, never lengthened here.
        return listing.clock.map { [StepClock(clock: $0, organ: listing.candidate.by.organ, isOfParty: true)] } ?? []
    }
}
