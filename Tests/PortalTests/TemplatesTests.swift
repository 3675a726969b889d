import Credit
import Testing

@testable import Portal

@Suite struct TemplatesTests {
    /// Every page in the states that its template speaks of.
    static let pages: [any Page] =
        [
            HomePage(counts: StoryReading.counts, organ: Story.市监),
            HomePage(
                counts: PublicCounts(subjects: 0, kinds: [], lastReceived: nil, reading: Story.reading), organ: Story.市监
            ),
            SearchPage(text: nil, hits: [], reading: nil), SearchPage(text: "甲", hits: [], reading: Story.reading),
            SearchPage(
                text: "甲",
                hits: (0..<20).map {
                    SearchHit(
                        key: "k\($0)", code: $0 == 0 ? nil : "c", name: "甲", matched: "甲", kind: .similar,
                        isSoleTrader: $0 == 1)
                }, reading: Story.reading),
            SubjectPage(file: Story.file), SubjectPage(file: Story.emptyFile), SubjectPage(file: Story.traderFile),
            LogPage(key: "k", checkpoint: "c", reading: Story.reading),
            LogPage(key: "k", checkpoint: nil, reading: nil),
            HomePage(
                counts: StoryReading.counts, organ: Story.市监, rows: ["administrative-permit": PageAddress("/permits")],
                notices: [.init(path: "/news/1", title: Story.市监, day: Story.today)],
                ways: [.init(path: "/w", title: Story.市监, words: Story.应急)]),
            ProofPage(proof: nil, record: nil, reading: Story.reading),
            ProofPage(proof: try? StoryReading().proof(at: 1), record: "r7penalty0aaaa", reading: Story.reading),
            ProofPage(proof: LogTests.altered, record: nil, reading: Story.reading),
            RightsPage(), ErrorPage(problem: .ended(Story.today)),
        ]
        + (Story.records + [Story.olden, Story.mended]).map {
            RecordPage(record: $0, reading: Story.reading) as any Page
        }
        + ListTests.pages
        + (Story.records + [Story.olden]).compactMap { record in
            record.repair.map {
                RepairNoticePage(
                    record: record, outlook: $0, organ: Story.市监, site: "https://credit.example",
                    reading: Story.reading) as any Page
            }
        }
        + DepartmentPages.all + BulletinPages.all + RulePages.all + RulebookPages.pages
        + OfficePages.all + AccountPageTests.pages + AgentPageTests.pages

    @Test func `every tag of every template names something that its page shows`() throws {
        let library = try TemplateLibrary(EmbeddedTemplates.texts)
        for language in Language.allCases {
            var found: [String: Set<String>] = [:]
            var missing: Set<String> = []
            for page in Self.pages {
                let finds = try finds(of: page, library, language)
                found[type(of: page).template, default: []].formUnion(finds.found)
                missing.formUnion(finds.missing.map { type(of: page).template + " " + $0 })
            }
            // What every list is narrowed, ordered and paged by is reached by some page, not by each.
            let shared = try ["part_filter", "part_heads", "part_pager"].reduce(into: Set<String>()) { names, part in
                names.formUnion(
                    try Template("{{>\(part)}}", language: language) { EmbeddedTemplates.texts[$0] }.names)
            }
            #expect(shared.subtracting(found.values.reduce(into: [""]) { $0.formUnion($1) }) == [])
            #expect(missing.subtracting(Self.searchOnly).subtracting(DepartmentPages.mayBeMissing) == [])
            for (name, tags) in found {
                let page = try #require(Self.pages.first { type(of: $0).template == name })
                let all = try library.template(of: page, in: language).names.subtracting([""])
                #expect(
                    all.subtracting(tags).subtracting(shared).subtracting(["query", "of"]) == [],
                    "\(name): never reached")
            }
            let pages = EmbeddedTemplates.texts.keys.filter { !$0.hasPrefix("part_") && $0 != "layout" }
            #expect(Set(found.keys) == Set(pages))
        }
    }

    /// The search form keeps what was asked; only the search page shows that.
    static let searchOnly: Set<String> = ["home query", "error query", "log of", "proof of"]

    private func finds(
        of page: some Page, _ library: TemplateLibrary, _ language: Language
    ) throws -> Template.Finds {
        let tape = Tape(language: language, form: .page, PageContent(page: page))
        return try library.template(of: page, in: language).finds(tape, frame: Self.frame(language))
    }

    private static let link = Menu.Link(path: "/p", title: Story.市监, isHere: true, isAbove: true)

    static func frame(_ language: Language) -> Tape {
        let frame = Frame(
            title: "t", siteName: Story.市监, organ: Story.市监, settings: LivePortal.settings, stylesheet: "/s",
            reading: Story.reading, isIndexed: false, canonical: "c",
            sections: [link], pages: [link], trail: [link], foot: [link], suffix: "?lang=en", otherLanguage: "?lang=zh",
            downloads: Downloads(path: "/p", question: nil, language: language))
        return Tape(language: language, form: .page, frame)
    }

    @Test func `every Chinese sentence of a template has its English half`() {
        for (name, text) in EmbeddedTemplates.texts {
            let english = String(decoding: Template.choose(.english, in: text), as: UTF8.self)
            let left = english.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
            // The name of the other language is written in that language.
            #expect(String(String.UnicodeScalarView(left)) == (name == "layout" ? "中文" : ""), "\(name)")
            #expect(!english.contains("[[") && !english.contains("]]"), "\(name)")
        }
    }

    @Test func `no template has an unescaped tag and none can have`() {
        for (name, text) in EmbeddedTemplates.texts {
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
        }
        for bad in ["{{{x}}}", "{{&x}}", "{{#x}}", "{{/x}}", "{{#x}}{{/y}}", "{{x", "{{>nothing}}", "{{}}"] {
            #expect(throws: TemplateFault.self) { try Template(bad, language: .english) { _ in nil } }
        }
        #expect(throws: TemplateFault.self) { try Template("{{>a}}", language: .english) { _ in "{{>a}}" } }
    }

    struct Sample: Shown {
        func show(on tape: inout Tape) {
            tape.put("zero", 0)
            tape.put("million", 1_234_567)
            tape.put("yes", true)
            tape.put("no", false)
            tape.put("nothing", String?.none)
            tape.put("mark", "<a href='x'>\"&\u{301}")
            tape.put("list", ["甲", "乙"])
            tape.put("none", [String]())
            tape.put("inner", Inner())
            tape.draw { $0.put("drawn", "only here") }
        }

        struct Inner: Shown {
            func show(on tape: inout Tape) { tape.put("mark", "inner") }
        }
    }

    @Test func `a template writes what is shown, escaped, and nothing else`() throws {
        func written(_ template: String) throws -> String {
            let tape = Tape(language: .chinese, form: .page, Sample())
            let template = try Template(template, language: .chinese) { $0 == "part" ? "({{million}})" : nil }
            return String(decoding: template.html(tape, frame: Self.frame(.chinese)), as: UTF8.self)
        }
        #expect(try written("{{zero}} {{million}} {{nothing}}{{unknown}}") == "0 1,234,567 ")
        #expect(try written("{{mark}}") == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;\u{301}")
        #expect(try written("{{#list}}<{{.}}>{{/list}}{{^none}}-{{/none}}{{#none}}+{{/none}}") == "<甲><乙>-")
        #expect(try written("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}") == "ac")
        #expect(try written("{{^zero}}d{{/zero}}{{#nothing}}e{{/nothing}}") == "d")
        #expect(try written("{{#inner}}{{mark}} {{million}}{{/inner}} {{inner.mark}}") == "inner 1,234,567 inner")
        #expect(try written("{{>part}}") == "(1,234,567)")
        #expect(try written("[[中|English]]{{! a remark }}{{drawn}}") == "中only here")
    }

    @Test func `JSON is escaped where JSON demands and leaves out what is unknown or only drawn`() {
        struct Odd: Shown {
            func show(on tape: inout Tape) {
                tape.put("text", "\"\\\u{8}\u{c}\n\r\t\u{1}\u{1f}/<é中😀\u{7f}")
                tape.put("nothing", Int?.none.map { String($0) })
                tape.put("number", -5)
                tape.put(named: "a\"b", Sample.Inner())
                tape.draw { $0.put("drawn", 1) }
            }
        }
        let json = Tape(language: .english, form: .json, Odd()).json()
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"text":"\"\\\b\f\n\r\t\u0001\u001f/\u003cé中😀"# + "\u{7f}"
                + #"","number":-5,"a\"b":{"mark":"inner"}}"#)
    }
}
