import Credit

@testable import Portal

/// The pages about bulletins, in every state their templates speak of.
enum BulletinPages {
    static let paths = [
        "/bulletins", "/bulletins/2026-11", "/bulletins/2026-10", "/bulletins/2026-02",
        "/bulletins/2026-10/letters/emergency", "/bulletins/2026-09/letters/market-regulation",
        "/bulletins/2026-11/index", "/bulletins/2026-11/batches",
    ]

    static func bulletin(_ month: Month, _ entries: [SubmittedMonth] = StoryReading.submitted) -> Bulletin {
        Bulletin(
            month: month, entries: entries, zeros: StoryReading.zeroReports, rules: DepartmentPages.rules,
            since: DepartmentPages.since, reading: Story.reading)
    }

    static func page(_ month: Month, _ entries: [SubmittedMonth] = StoryReading.submitted) -> BulletinPage {
        BulletinPage(bulletin: bulletin(month, entries), organ: Story.市监)
    }

    static func letter(_ month: Month, _ code: String) -> LetterPage {
        LetterPage(
            unit: bulletin(month).units.first { $0.department.department.code == code }!,
            form: DepartmentPages.rules.letters[0], organ: Story.市监, reading: Story.reading)
    }

    static func index(_ month: Month) -> IndexPage {
        let edition = DepartmentPages.rules.monitoring[0]
        let entries = StoryReading.submitted.filter { $0.month == month }
        return IndexPage(
            edition: edition, month: month,
            rows: IndexRow.all(edition) {
                IndexPage.rate($0, entries, StoryReading.faultTallies, DepartmentPages.rules)
            }, reading: Story.reading)
    }

    /// A month in which everybody handed something in and nothing is wrong.
    static let everybody: [SubmittedMonth] = DepartmentPages.rules.departments.codes.map {
        StoryReading.entry($0, StoryReading.november, "registry-entry", StoryReading.counts(3))
    }

    static let all: [any Page] = {
        let november = StoryReading.november
        let entry = BulletinsPage.MonthEntry(
            month: november, units: 3, tally: SubmissionTally(StoryReading.submitted, under: DepartmentPages.rules))
        let empty = BulletinsPage.MonthEntry(month: november + -1, units: 0, tally: SubmissionTally())
        return [
            BulletinsPage(months: [entry, empty], reading: Story.reading),
            BulletinsPage(months: [], reading: Story.reading), page(november), page(november + -1),
            page(Month("2026-02")!),
            page(november, everybody), letter(november + -1, "emergency"), letter(november + -2, "market-regulation"),
            letter(november + -2, "approval-services"), index(november), index(november + -4),
        ]
    }()
}
