import Credit

@testable import Portal

/// The pages of lists, measures, commitments, policies and news, in the states that their templates speak of.
enum RulebookPages {
    static let rules = StoryRules.city
    static let today = Day("2026-06-30")!
    static let planDay = Day("2020-05-01")!

    static let schemas = [
        "list_register": "ListRegister", "list_rule": "ListRule", "measures": "Measures", "measure": "Measure",
        "measure_documents": "MeasureDocuments", "commitments": "Commitments",
        "commitment_list": "CommitmentList", "policies": "Policies",
        "measure_tasks": "MeasureTasks", "measure_task_rows": "MeasureTaskRows",
        "policy_matrix": "PolicyMatrix", "news": "News", "news_item": "NewsItem",
    ]

    static let addresses = [
        "/lists/register", "/lists/register/{code}", "/measures/documents", "/measures/tasks",
        "/measures/tasks/{department}", "/measures", "/measures/{code}",
        "/commitments", "/commitments/{code}", "/policies", "/policies/matrix", "/news", "/news/{id}",
    ]

    static let paths = [
        "/lists/register", "/lists/register?on=2020-05-01&kind=black", "/lists/register?department=water&kind=red",
        "/lists/register/wage-arrears", "/lists/register/culture-market-red?on=2020-05-01", "/measures",
        "/measures?on=2020-05-01", "/measures/limit-schooling", "/measures/documents",
        "/measures/tasks", "/measures/tasks?month=2026-01", "/measures/tasks/finance",
        "/measures/tasks/finance?state=executed", "/measures/documents?on=2020-05-01&state=superseded", "/commitments",
        "/commitments/permit-commitments", "/commitments/permit-commitments?state=breached", "/policies",
        "/policies?kind=rights",
        "/policies/matrix", "/policies/matrix?on=2020-05-01", "/news", "/news?limit=2&kind=news",
        "/news/2026-01-05-trial-run",
    ]

    /// Promised for the day when departments publish their templates and bases.
    static let notYet = ["template", "basis"]

    static let select = FilterForm.Select.words("kind", Label("性质", "Kind"), of: ListKind.self, \.title)

    static func asked(_ path: String, _ day: Day, _ columns: Columns? = nil, isDayAsked: Bool = true) -> AskedRules {
        var address = PageAddress(path).asking("kind", "red").asking("limit", "5").asking("order", columns?.words.last)
        if isDayAsked { address = address.asking("on", day.description) }
        return AskedRules(address, day: day, selects: [select], columns: columns, reading: Story.reading)
    }

    static let pages: [any Page] = register + measures + library + news + tasks

    static let register: [any Page] =
        [planDay, today].flatMap { day -> [any Page] in
            let lines = rules.lists.map { ListLine(rule: $0, day: day, rules: rules) }
            return [
                ListRegisterPage(
                    lines: lines,
                    asked: asked("/lists/register", day, ListRegisterPage.columns, isDayAsked: day == planDay))
            ]
                + rules.lists.map {
                    ListRulePage(rule: $0, rules: rules, asked: asked("/lists/register/" + $0.code, day))
                }
        } + [ListRegisterPage(lines: [], asked: asked("/lists/register", today, ListRegisterPage.columns))]

    static let measures: [any Page] =
        [planDay, today, Day("2022-01-01")!].map { day in
            MeasuresPage(
                rules: rules, measures: rules.measures.measures(on: day), asked: asked("/measures", day))
        } + rules.measures.measures.map { MeasurePage(measure: $0, rules: rules, reading: Story.reading) }
        + [planDay, today].map { day in
            MeasureDocumentsPage(
                lines: rules.memoranda.map { DocumentLine(entry: $0, day: day, rules: rules) }, total: 52,
                asked: asked("/measures/documents", day, MeasureDocumentsPage.columns))
        }
        + [
            MeasureDocumentsPage(
                lines: [], total: 52, asked: asked("/measures/documents", today, MeasureDocumentsPage.columns))
        ]

    static let tasks: [any Page] = [[], StoryReading.tasks].flatMap { tasks -> [any Page] in
        let (month, name) = (Month("2026-05")!, Label("市财政局", "Finance"))
        return [
            MeasureTasksPage(
                month: month,
                lines: tasks.isEmpty
                    ? []
                    : [
                        MeasureTallyLine(department: "finance", title: name, month: month, tally: MeasureTally(tasks)),
                        MeasureTallyLine(department: "tax", title: name, month: month, tally: MeasureTally([])),
                    ], address: PageAddress("/measures/tasks").asking("month", month.description),
                reading: Story.reading),
            MeasureTaskRowsPage(
                department: "finance", name: name, month: month, state: tasks.isEmpty ? nil : .open,
                lines: tasks.map { MeasureTaskLine(task: $0, name: name) }, reading: Story.reading),
        ]
    }

    /// A city where a department has published its template with its basis.
    static let published: Rules = {
        var rules = StoryRules.city
        let matter = CommitmentMatter(
            code: "water", name: Label("取水", "Water"), department: "water", item: "D16.2", kind: "proactive",
            templates: Dated([
                .init(
                    from: Day("2020-01-01")!,
                    value: CommitmentTemplate(
                        version: "1.0", content: Label("按期安装", "Installed in time"),
                        liability: Label("依法处理", "As the law says")),
                    source: Source(document: "行政许可法"))
            ]),
            basis: Source(document: "行政许可法", clause: "第三条"))
        rules.commitments = CommitmentCatalogue(
            kinds: rules.commitments.kinds, matters: Register([matter]), fields: rules.commitments.fields)
        return rules
    }()

    static let library: [any Page] = [
        CommitmentsPage(rules: rules, reading: Story.reading),
        CommitmentsPage(rules: published, reading: Story.reading),
        commitmentList(Story.commitments, state: nil), commitmentList([], state: .breached),
        policies(LibraryEntry.all(rules, on: today), today), policies([], today),
        policies(LibraryEntry.all(rules, on: planDay), planDay),
        PolicyMatrixPage(rules: rules, asked: asked("/policies/matrix", today, isDayAsked: false)),
        PolicyMatrixPage(rules: local, asked: asked("/policies/matrix", planDay)),
    ]

    private static func commitmentList(_ rows: [ShownCommitment], state: ShownCommitment.State?) -> CommitmentListPage {
        let matter = rules.commitments.matters["permit-commitments"]!
        let address = PageAddress(CommitmentListPage.path(of: matter.code)).asking("state", state?.rawValue)
        return CommitmentListPage(
            matter: matter,
            list: CommitmentList(rows: rows, next: rows.isEmpty ? nil : "CMT-9", reading: Story.reading),
            address: address, state: state)
    }

    private static func policies(_ entries: [LibraryEntry], _ day: Day) -> PoliciesPage {
        PoliciesPage(
            lines: entries.map { LibraryLine(entry: $0, day: day, rules: rules) },
            asked: asked("/policies", day, PoliciesPage.columns))
    }

    /// A city that has a document of its own.
    static let local: Rules = {
        var rules = StoryRules.city
        let own = Policy(
            code: "own", document: "卫水发〔2020〕1号", english: "Water", kinds: [.sharing], level: .city,
            department: "water", from: RoughDay("2020-02-01")!, until: nil, mark: .verified, note: nil)
        rules.policies = Register([own] + rules.policies)
        return rules
    }()

    private static let form = FilterForm(
        address: PageAddress("/news").asking("kind", "news").asking("order", "day").asking("limit", "2")
            .asking("after", "a"), selects: NewsPage.selects, columns: NewsPage.columns)

    static let news: [any Page] =
        [
            NewsPage(items: Array(rules.news), form: form, following: "x", reading: Story.reading),
            NewsPage(items: [], form: form, following: nil, reading: Story.reading),
        ] + rules.news.map { NewsItemPage(item: $0, reading: Story.reading) }
}
