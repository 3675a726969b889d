import Credit
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// 信用门户: the public site and its interface for programs, over whatever reads for it.
public struct Portal: Sendable {
    let settings: PortalSettings
    let rules: Rules
    let surroundings: PortalSurroundings
    let desk: ReadingDesk
    let routes: RouteTable
    let menu: Menu
    let templates: TemplateLibrary
    let stylesheet: Stylesheet
    let officeStylesheet: Stylesheet
    let memory = AnswerMemory()
    /// 工作台; nil where the site has none.
    let office: OfficeEntrance?

    /// A portal that shows what `reading` reads, by what `rules` say.
    ///
    /// - Parameter office: what signed-in persons work with; without it the site is public only.
    /// - Throws: where a built-in template is wrong, which the tests rule out.
    public init(
        reading: any PublicReading, rules: Rules, settings: PortalSettings, surroundings: PortalSurroundings,
        office: (any OfficeDesk)? = nil
    ) throws {
        self.settings = settings
        self.rules = rules
        self.surroundings = surroundings
        templates = try TemplateLibrary(EmbeddedTemplates.texts)
        stylesheet = Stylesheet(EmbeddedTemplates.style)
        officeStylesheet = Stylesheet(EmbeddedTemplates.officeStyle)
        let threads = settings.readingThreads > 0 ? NIOThreadPool(numberOfThreads: settings.readingThreads) : nil
        threads?.start()
        desk = ReadingDesk(reading: reading, threads: threads)
        routes = RouteTable.portal
        menu = Menu(routes, hasOffice: office != nil)
        self.office = office.map { OfficeEntrance($0, isLimited: settings.requestsPerMinute != nil) }
    }

    /// The web application, for whoever runs it himself.
    public func application(
        host: String, port: Int, logger: Logger, onListening: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        let limit = settings.requestsPerMinute.map { RateLimit(perMinute: $0) }
        return Application(
            responder: PortalResponder(portal: self, limit: limit),
            server: HTTPServerBuilder { responder in
                PortalChannel(
                    usual: HTTP1Channel(
                        responder: responder,
                        configuration: .init(
                            httpDecoderConfiguration: .init(
                                maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
                    portal: self, limit: limit)
            },
            configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { await onListening($0.localAddress?.port ?? port) },
            logger: logger)
    }

    /// Serves until the process is asked to end (SIGTERM, SIGINT); answers under way are finished first.
    ///
    /// - Throws: where the port cannot be listened on.
    public func serve(
        host: String = "127.0.0.1", port: Int, logger: Logger, onListening: @escaping @Sendable (Int) async -> Void
    ) async throws {
        try await application(host: host, port: port, logger: logger, onListening: onListening).runService()
    }
}

extension RouteTable {
    /// The capabilities of the portal.
    static let portal: RouteTable = {
        var table = RouteTable()
        table.addSubjects()
        table.addRecords()
        table.addLists()
        table.addDepartments()
        table.addBulletins()
        table.addLog()
        table.addHome()
        table.addCatalogue()
        table.addRuleLibrary()
        table.addCalendars()
        table.addPlan()
        table.addCodes()
        table.addGuide()
        table.addInterface()
        table.addRulebook()
        return table
    }()
}

extension Portal {
    /// What an answer given now is read from.
    func state() async throws -> AnswerMemory.State {
        let reading = try await desk.read { try $0.reading() }
        return AnswerMemory.State(day: reading.day.number, logSize: reading.treeSize)
    }

    /// What an answer is kept under.
    func question(_ form: AnswerForm, _ language: AskedLanguage, _ asked: String) -> String {
        "\(form) \(language.language) \(language.isChosen) \(asked)"
    }

    /// A page in the form asked for, at the address of a pattern and a path; nil where it has no address of its own.
    func answer(
        _ page: some Page, in form: AnswerForm, language: AskedLanguage, at pattern: String?,
        path: String? = nil
    ) async throws -> Answer {
        if form == .csv || form == .lines, page.following != nil {
            var answer = Answer(type: form.type, bytes: [], caching: .never, language: language.language)
            answer.isNegotiated = true
            answer.pieces = TablePieces(of: page, form: form, language: language.language)
            answer.more = fileName(of: page, in: form)
            return answer
        }
        var reading = page.reading
        if form == .page, reading == nil { reading = try? await desk.read { try $0.reading() } }
        return try answer(page, readFrom: reading, in: form, language: language, at: pattern, path: path)
    }

    /// A page whose reading is known, in the form asked for.
    func answer(
        _ page: some Page, readFrom reading: Reading?, in form: AnswerForm, language: AskedLanguage,
        at pattern: String?, path: String?
    ) throws -> Answer {
        let tape = Tape(language: language.language, form: form, PageContent(page: page))
        let bytes: [UInt8]
        var name: String?
        switch form {
        case .page:
            bytes = try html(page, tape, reading, language, at: pattern, path)
        case .json: bytes = tape.json()
        case .csv, .lines:
            var writer = TableWriter(of: type(of: page), form: form)
            bytes = try writer.write(page, in: language.language)
        case .document, .workbook:
            guard let paper = (page as? any PaperPage)?.paper(in: language.language) else {
                throw PortalProblem.notAcceptable
            }
            bytes =
                form == .document
                ? PaperDocument.bytes(paper, language: language.language)
                : PaperWorkbook.bytes(paper, language: language.language)
            name = paper.file + (form == .document ? ".docx" : ".xlsx")
        }
        var answer = Answer(
            status: page.status, type: form.type, bytes: bytes, caching: page.caching, isNegotiated: true,
            isIndexed: page.isIndexed && form == .page, language: language.language)
        if form == .csv || form == .lines { answer.more = fileName(of: page, in: form) }
        if let name { answer.more.append((.contentDisposition, "attachment; filename=\"\(name)\"")) }
        if let next = page.pager?.next {
            let target =
                switch form {
                case .page, .document, .workbook: next
                case .json: next.interface
                case .csv: next.asking("format", "csv")
                case .lines: next.asking("format", "jsonl")
                }
            answer.more.append((.link, "<\(target.text)>; rel=\"next\""))
        }
        return answer
    }

    /// What a browser calls the file it keeps: the page and the day it was read on.
    private func fileName(of page: some Page, in form: AnswerForm) -> [(HTTPField.Name, String)] {
        let name = [page.fileName, page.reading?.day.description].compactMap { $0 }.joined(separator: "-")
        return [(.disposition, "attachment; filename=\"\(name).\(form == .csv ? "csv" : "jsonl")\"")]
    }

    /// A problem in the form asked for.
    func answer(_ problem: PortalProblem, in form: AnswerForm, language: AskedLanguage) async -> Answer {
        let page = ErrorPage(problem: problem)
        var answer: Answer
        if form == .page, let made = try? await self.answer(page, in: .page, language: language, at: nil) {
            answer = made
        } else {
            let tape = Tape(language: language.language, form: .json, ProblemDocument(problem: problem))
            answer = Answer(
                status: problem.status, type: "application/problem+json; charset=utf-8", bytes: tape.json(),
                caching: .never, isNegotiated: true, language: language.language)
        }
        if problem == .methodNotAllowed { answer.more.append((.allow, "GET, HEAD")) }
        if case .tooMany(let seconds) = problem { answer.more.append((.retryAfter, String(seconds))) }
        return answer
    }

    private func html(
        _ page: some Page, _ tape: Tape, _ reading: Reading?, _ language: AskedLanguage, at pattern: String?,
        _ path: String?
    ) throws -> [UInt8] {
        let other = language.language == .chinese ? Language.english : .chinese
        let frame = Frame(
            title: language.language.words(of: page.title), siteName: settings.siteName, organ: settings.organ,
            settings: settings, stylesheet: (page is any OfficePage ? officeStylesheet : stylesheet).path,
            reading: reading, isIndexed: page.isIndexed,
            canonical: settings.baseAddress.flatMap { base in page.canonicalPath.map { base + $0 } },
            sections: menu.sections(page.section, at: pattern), pages: menu.pages(page.section, at: pattern),
            trail: menu.trail(page.section, at: pattern), foot: menu.foot, suffix: language.suffix,
            otherLanguage: "?" + (page.question.map { $0 + "&" } ?? "") + "lang=" + other.rawValue,
            downloads: path.flatMap { path in
                type(of: page).table.map { _ in
                    Downloads(
                        path: path, question: page.wholeQuestion,
                        language: language.isChosen ? language.language : nil)
                }
            })
        let round = Tape(language: language.language, form: .page, frame)
        return try templates.template(of: page, in: language.language).html(tape, frame: round)
    }
}
