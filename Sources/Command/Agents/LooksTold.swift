import Credit
import Portal
import Store

/// 查阅清单: what a company is told of the looks at what is held of it and is not public: day, organisation, purpose and
/// matter, and nothing of the officers (R9).
struct LooksTold {
    let rules: Rules
    let kinds: [any CaseKind]

    /// The looks at a subject, in the order of the access record.
    func looks(
        at subject: String, from: Day?, until: Day?, limit: Int, in reader: Reader
    ) throws -> [CompanyLook] {
        let people = try reader.people()
        let office = ObjectionCases(rules: rules, calendar: WorkingCalendar(rules.calendar)).office
        let told = Set(try reader.cases(of: subject, objectionOffice: office).map(\.id))
        return try reader.looks(at: subject, from: from, until: until, limit: limit).map { look in
            // Whoever is stood in for looked, as far as the subject is concerned.
            let organ = people.organisation(of: look.principal ?? look.account, on: look.day)
            return CompanyLook(
                day: look.day, organ: organ?.name(on: look.day) ?? "—", purpose: look.purpose,
                matter: isTold(look.matter, told) ? look.matter : nil)
        }
    }

    /// Whether a matter may be named: one that is no case of ours, a case that was told to the company, a measure that rests
    /// on such a case, or the binding of its agent. A look is always told (R9); a proposal is the organ's own matter until
    /// it is served.
    private func isTold(_ matter: String, _ told: Set<String>) -> Bool {
        guard let kind = kinds.first(where: { matter.hasPrefix($0.prefix + "-") }) else { return true }
        return told.contains(matter) || kind.noun == "agents"
            || told.contains { matter.hasPrefix("\(MeasureCases.mark)-\($0)-") }
    }
}
