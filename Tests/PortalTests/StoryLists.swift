import Credit

@testable import Portal

/// Made-up lists: what the story tells of one company, and some hundred records of others.
enum StoryLists {
    static let department = "market-regulation"

    /// All that is published, in the order of the lists.
    static let rows: [ListedRecord] = (Story.records + others).compactMap { ListedRecord($0, on: Story.today) }
        .sorted { $0.place < $1.place }

    /// Penalties of companies and of a sole trader (which no list may have), a licence of the trader, entries.
    static let others: [RecordView] =
        (0..<230).map { view(format($0), "administrative-penalty", .penalty, Story.乾丰建材, $0) }
        + [
            view("r7trader0penalty", "administrative-penalty", .penalty, Story.面馆, 3),
            view("r7trader00permit", "administrative-permit", .permit, Story.面馆, 4),
            view("r7uncoded0entry", "abnormal-operation", .listing, Story.无码, 5),
        ]

    private static func format(_ number: Int) -> String {
        let digits = String(1_000 + number * 7919 % 1_000)
        return "r8penalty" + digits + "x\(number)"
    }

    private static func view(
        _ id: String, _ kind: String, _ family: RecordFamily, _ subject: SubjectSummary, _ number: Int
    ) -> RecordView {
        RecordView(
            id: id, kind: kind, kindTitle: StoryRules.city.kinds[kind]?.title ?? Story.words(kind, kind),
            family: family,
            subject: subject, department: number % 2 == 0 ? department : "tax",
            departmentTitle: number % 2 == 0 ? Story.市监 : Story.words("市税务局", "Tax Bureau"),
            decided: number % 23 == 22 ? nil : Story.today + -(30 + number / 4),
            received: Story.today + -(25 + number / 4),
            timeliness: number % 10 == 0 ? .late : .inTime, publication: Story.until("2027-01-31", grade: .general),
            publicationReason: Story.words("一般", "general"), fields: [],
            headline: number % 5 == 4 ? nil : Story.words("示文〔2026〕\(number)号，“甲”", "示文〔2026〕\(number)号，“甲”"),
            paper: DecisionPaper(
                organ: Story.words("示例市综合执法队", "Sample City enforcement team"),
                documentNumber: Story.words("示文〔2026〕\(number)号", "示文〔2026〕\(number)号"),
                basis: Story.words("行政处罚法", "Law on administrative penalties")),
            version: 1,
            versions: [], contest: number == 8 ? .open : .none, position: 90_000 + number)
    }

    /// What a question asks for, worked out the plain way.
    static func matching(_ question: RecordQuestion) -> [ListedRecord] {
        rows.filter { row in
            row.family == question.family.family && question.kind.map { $0 == row.kind } ?? true
                && question.department.map { $0 == row.department } ?? true
                && question.decidedFrom.map { $0 <= row.place.day } ?? true
                && question.decidedUntil.map { row.place.day <= $0 } ?? true
                && question.timeliness.map { $0 == row.timeliness } ?? true
        }
    }

    static func list(_ question: RecordQuestion, reading: Reading) -> RecordList {
        let all = question.isOldestFirst ? matching(question).reversed() : matching(question)
        let rest = all.filter { row in
            question.after.map { question.isOldestFirst ? row.place < $0 : $0 < row.place } ?? true
        }
        let page = Array(rest.prefix(question.limit))
        return RecordList(rows: page, next: rest.count > page.count ? page.last?.place : nil, reading: reading)
    }

    /// Of one kind nothing was ever handed in; of another nothing is published.
    static func kinds(_ family: RecordQuestion.Family) -> [ListedKind] {
        StoryRules.city.kinds.filter { $0.family == family.family }.map { kind in
            let isKnown = kind.code != "serious-violation"
            let count = matching(RecordQuestion(family, kind: kind.code)).count
            return ListedKind(
                currency: SourceCurrency(
                    kind: kind.code, kindTitle: kind.title, lastReceived: isKnown ? Day("2026-11-18") : nil),
                published: isKnown && family != .permit && family != .penalty ? count : nil)
        }
    }
}
