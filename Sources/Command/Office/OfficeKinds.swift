import Credit
import Store

/// 案件类别表: the kinds of cases that the office offers; one line each.
enum OfficeKinds {
    static func all(_ rules: Rules, evidence: EvidenceFolder) -> [any CaseKind] {
        let calendar = WorkingCalendar(rules.calendar)
        let kinds: [any CaseKind] = [
            ObjectionCases(rules: rules, calendar: calendar), RepairCases(rules: rules, calendar: calendar),
            ListingCases(rules: rules, calendar: calendar) { try $2.isFrozen($0, on: $1, in: calendar) },
            MeasureCases(rules: rules), ZeroReportCases(rules: rules),
            CommitmentCases(rules: rules, calendar: calendar),
            RectificationCases(rules: rules, calendar: calendar), NoticeCases(rules: rules),
            EntryCases(rules: rules, calendar: calendar), RevisionCases(rules: rules, calendar: calendar),
            SampleCases(rules: rules), AgentCases(rules: rules),
        ]
        return kinds.map { LetteredCases(kind: $0, rules: rules, evidence: evidence) }
    }
}
