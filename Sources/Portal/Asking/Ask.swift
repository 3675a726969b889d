import Credit
import NIOPosix

/// 访问: one request as a page sees it: what is asked, in which language and form, and where the answer is read.
struct Ask: Sendable {
    let target: RequestTarget
    let parameters: [String]
    /// Names that its route understands in a question, in the order in which addresses write them.
    let known: [String]
    let language: Language
    /// Whether the language was chosen in the address, so that links carry it on.
    let isLanguageChosen: Bool
    /// The form in which it is answered.
    var form: AnswerForm
    let settings: PortalSettings
    let rules: Rules
    let desk: ReadingDesk
    /// The kinds of cases of the office; none where the site is public only.
    var resources: [OfficeResource] = []

    /// The first value of a name in the question; nil where it was not asked or is empty.
    func question(_ name: String) -> String? {
        target.value(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The page as it is asked, written as its own links write it; neither the form of the answer nor what the route
    /// does not know is part of it.
    var address: PageAddress { addressed(nil, nil) }

    /// The same with something asked that was left open, in its own place.
    func addressed(_ name: String?, _ value: String?) -> PageAddress {
        known.filter { $0 != "format" }.reduce(
            PageAddress(target.path, language: isLanguageChosen ? language : nil)
        ) { $0.asking($1, $1 == name ? value : question($1)) }
    }

    /// Whether the answer is a download, which may be longer than a page.
    var isDownload: Bool { form == .csv || form == .lines }

    /// The part of the path that stands for the first name of the pattern.
    var parameter: String { parameters.first ?? "" }

    /// Refuses a question for a past day: what was published of a company once is not the public's to ask (R6, R9).
    func refusePast() throws(PortalProblem) {
        if question("on") != nil { throw .pastNotPublic }
    }

    /// Reads, on the thread the settings ask for.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any PublicReading) throws -> Value
    ) async throws -> Value {
        try await desk.read(body)
    }
}

/// 读取台: where reads run: at once, or on threads of their own when a read may take long.
struct ReadingDesk: Sendable {
    let reading: any PublicReading
    let threads: NIOThreadPool?

    /// Runs a read.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any PublicReading) throws -> Value
    ) async throws -> Value {
        guard let threads else { return try body(reading) }
        let reading = reading
        return try await threads.runIfActive { try body(reading) }
    }
}
