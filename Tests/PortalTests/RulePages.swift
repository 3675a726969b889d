import Credit
import RulePacks

@testable import Portal

/// The pages on rules, plan, codes and guide, in every state their templates speak of.
enum RulePages {
    static let city = StoryRules.city
    static let day = Day("2020-05-01")!

    static let all: [any Page] =
        [
            CataloguePage(city, on: nil, at: PageAddress("/catalogue"), reading: Story.reading),
            CataloguePage(city, on: Day("2021-12-30")!, at: PageAddress("/catalogue"), reading: Story.reading),
            CataloguePage(changed, on: Day("2023-05-01")!, at: PageAddress("/catalogue"), reading: Story.reading),
            KindPage(oldWords, in: city, counts: StoryReading.counts),
            RulesPage(city, on: nil, sort: nil, at: PageAddress("/rules"), reading: Story.reading),
            RulesPage(city, on: day, sort: .publication, at: PageAddress("/rules"), reading: Story.reading),
            RulesPage(city, on: Day("1990-01-01")!, sort: .wording, at: PageAddress("/rules"), reading: Story.reading),
            DocumentsPage(city, nil, nil, at: PageAddress("/rules/documents"), reading: Story.reading),
            CalendarsPage(rules: city, reading: Story.reading),
            WorkdaysPage(city, from: nil, count: nil, reading: Story.reading),
            WorkdaysPage(city, from: Day("2026-09-30")!, count: 10, reading: Story.reading),
            WorkdaysPage(city, from: Day("2026-12-30")!, count: 5, reading: Story.reading),
            PlanPage(city, filter: .init(), at: PageAddress("/plan"), reading: Story.reading),
            PlanPage(
                city, filter: .init(department: city.departments[0].code, capability: "K30", state: .works),
                at: PageAddress("/plan").asking("state", "works"),
                reading: Story.reading),
            CodePage(text: nil, finding: nil, parts: [], file: nil, reading: Story.reading),
            code(Story.乾丰建材.key), code("91640500MA0QF0T15G"), code("99640500MA0QF0T15"), unlisted,
            GuideIndexPage(rules: city, reading: Story.reading),
            GlossaryPage(city, text: city.guide["glossary"]!, reading: Story.reading),
            OrganisationPage(city, text: city.guide["organisation"]!, reading: Story.reading),
            // A city may tell more there: tables and commands too.
            OrganisationPage(city, text: city.guide["repair"]!, reading: Story.reading),
            OrganisationPage(city, text: city.guide["data"]!, reading: Story.reading),
        ] + city.calendar.map { CalendarPage(year: $0, rules: city, reading: Story.reading) as any Page }
        + city.kinds.map { KindPage($0, in: city, counts: StoryReading.counts) as any Page }
        + city.guide.map { GuidePage(text: $0, rules: city, reading: Story.reading) as any Page }
        + city.planItems.map { item($0.code) as any Page }

    static func item(_ code: String) -> PlanItemPage {
        for section in city.plan {
            guard let item = section.items.first(where: { $0.code == code }) else { continue }
            return PlanItemPage(
                line: TaskLine(item: item, section: section, rules: city, day: Story.today), reading: Story.reading)
        }
        preconditionFailure("the plan has no item \(code)")
    }

    static func code(_ text: String) -> CodePage {
        let hits = try? StoryReading().search(text, limit: 1)
        guard case .hits(let found)? = hits else { preconditionFailure("a refused number is no page") }
        return CodePage(
            text, CodeFinding(text, folding: true), hit: found.first, rules: city, reading: Story.reading)
    }

    /// A valid code that nobody's file is held of, with a pair the standard does not know.
    static let unlisted = code(CreditCode(completing: "99640500MA0QF0T1")!.text)

    /// A city whose second edition dropped a class and renamed another.
    static let changed: Rules = {
        var rules = city
        let first = rules.catalogue[0]
        let classes = rules.catalogue[1].classes.dropFirst().enumerated().map { index, entry in
            index == 0
                ? CatalogueEdition.Class(code: entry.code, number: entry.number, name: Label("改名", "renamed"))
                : entry
        }
        rules.catalogue = Register([
            first,
            CatalogueEdition(
                code: "2022", title: first.title, from: Day("2022-12-31")!, source: first.source, classes: classes),
        ])
        return rules
    }()

    /// A kind whose vocabulary holds a word that is out of use, and which everybody's rules leave unpublished.
    static let oldWords: RecordKind = {
        let list = Vocabulary(
            code: "old", words: [.init(code: "old", title: "旧词", english: "old", from: day, until: day + 1)])
        let field = Field(
            name: "a", title: "甲", english: "A", column: nil, aliases: [], type: .choice(list), maximumLength: 0,
            need: .oneOf("g"), emptyWhen: nil, rules: [], visibility: .shared, remedy: "")
        let template = RecordTemplate(
            code: "old", title: "旧模板", source: city.kinds[0].source, fields: [field], roles: [:], key: [], marks: [])
        return RecordKind(
            code: "old", title: Label("旧", "old"), family: .performance, catalogueClass: "none", department: "none",
            source: city.kinds[0].source, dueWithin: nil, templates: [template], publication: .never,
            demonstration: nil)
    }()

    static let schemas = [
        "catalogue": "Catalogue", "kind": "CatalogueKind", "rules": "Rules", "documents": "Documents",
        "calendars": "Calendars", "calendar": "Calendar", "workdays": "Workdays", "plan": "Plan",
        "plan_item": "PlanItemFile", "code": "Code", "guide": "Guide", "guide_text": "GuideText",
        "glossary": "Glossary", "organisation": "Organisation",
    ]

    /// Addresses of the pages, for the tests that ask every address.
    static let paths = [
        "/catalogue", "/catalogue/administrative-penalty", "/rules", "/rules/documents", "/rules/calendar",
        "/rules/calendar/2020", "/rules/workdays", "/plan", "/plan/C3.3g", "/codes", "/guide", "/guide/repair",
        "/guide/objection", "/guide/data", "/guide/glossary", "/guide/organisation",
    ]
}
