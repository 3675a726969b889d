import Credit

@testable import Portal

/// The pages about departments, in every state their templates speak of.
enum DepartmentPages {
    static let paths = [
        "/departments", "/departments?month=2026-10&order=compliance", "/departments/market-regulation",
        "/departments/market-regulation?month=2026-08", "/departments/court?month=2026-11",
        "/departments/market-regulation/batches", "/departments/market-regulation/errors",
        "/departments/market-regulation/errors?month=2026-11&rule=REC-101&field=facts&kind=administrative-penalty",
        "/departments/peoples-bank/errors?month=2025-01",
    ]

    /// Tags whose place is only there where there is something to say, in pages that are all one schema.
    static let mayBeMissing: Set<String> = []

    static let rules = StoryRules.city
    static let reading = StoryReading()
    static let since = Day("2026-02-09")!

    static func department(_ code: String) -> DepartmentView {
        DepartmentView(department: rules.departments[code]!, day: Story.today)
    }

    static func list(_ month: Month, order: String? = nil) -> DepartmentsPage {
        DepartmentsPage(
            month: month,
            lines: rules.departments.map { department in
                DepartmentLine(
                    department: DepartmentView(department: department, day: Story.today), month: month,
                    months: StoryReading.submitted.filter { $0.department == department.code }, rules: rules,
                    since: since, today: Story.today)
            },
            form: FilterForm(
                address: PageAddress("/departments").asking("month", month.description).asking("order", order),
                columns: DepartmentsPage.columns), reading: Story.reading)
    }

    static func card(_ code: String, _ month: Month, faults: [FaultTally] = []) -> ScorecardPage {
        let all = StoryReading.submitted.filter { $0.department == code }
        let months = Month.span(month + -11, month).map { one in
            ScoreMonth(
                department: code, month: one, entries: all.filter { $0.month == one }, rules: rules, since: since,
                today: Story.today)
        }
        return ScorecardPage(
            department: department(code), month: month, months: months,
            kinds: ScoreKind.all(all.filter { $0.month == month }, rules),
            faults: ScoreFault.all(faults, of: code, in: month, rules),
            plan: rules.planItems(of: code).map(PlanDuty.init),
            address: PageAddress("/departments/" + code).asking("month", month.description).asking("x", "y"),
            reading: Story.reading)
    }

    static func batches(_ code: String?, _ lines: [BatchLine], following: Int?) -> BatchesPage {
        BatchesPage(
            department: code.map(department), month: StoryReading.november,
            lines: lines.map { BatchView(line: $0, rules: rules, day: Story.today) }, following: following,
            form: FilterForm(
                address: PageAddress("/departments/x/batches").asking("month", "2026-11")
                    .asking("kind", following.map { _ in "administrative-penalty" })
                    .asking("after", following.map { _ in "1" }),
                selects: [
                    .init(
                        name: "kind", title: Story.市监,
                        options: [.init(value: "administrative-penalty", title: Story.市监)])
                ], columns: BatchesPage.columns), reading: Story.reading)
    }

    static func errors(_ lines: [RefusedLine], _ question: RefusedQuestion, next: RefusedPlace?) -> ErrorsPage {
        ErrorsPage(
            department: department("market-regulation"), asked: question,
            lines: lines.map { ErrorView(line: $0, kind: rules.kinds[$0.kind]) }, following: next,
            form: FilterForm(
                address: PageAddress("/departments/market-regulation/errors").asking("month", "2026-11")
                    .asking("kind", question.kind).asking("rule", question.rule)
                    .asking("after", next.map { _ in "1.2" }),
                selects: ErrorsPage.selects(StoryReading.faultTallies, question, rules)), reading: Story.reading)
    }

    static let all: [any Page] = [
        list(StoryReading.november), list(StoryReading.november + -1, order: "-timeliness"), list(Month("2026-01")!),
        card("market-regulation", StoryReading.november, faults: StoryReading.faultTallies),
        card("market-regulation", StoryReading.november + -1), card("poverty-alleviation", StoryReading.november),
        card("court", StoryReading.november), card("tax", StoryReading.november),
        card("transport", StoryReading.november), card("approval-services", StoryReading.november + -1),
        batches("market-regulation", StoryReading.batchLines, following: 600),
        batches(nil, [], following: nil),
        errors(
            StoryReading.refused,
            RefusedQuestion(
                department: "market-regulation", month: StoryReading.november, kind: "administrative-penalty",
                rule: "REC-101", field: "facts", limit: 9), next: RefusedPlace(position: 1, ordinal: 2)),
        errors(
            [], RefusedQuestion(department: "market-regulation", month: StoryReading.november, limit: 9), next: nil),
    ]
}
