import Credit

/// 地址: one address of the portal: its pattern, what is there, and what answers.
struct Route: Sendable {
    /// A part of a pattern.
    enum Part: Equatable {
        case exactly(String)
        case anything(String)
        /// All that is left, one part or more.
        case rest(String)
    }

    /// What answers.
    enum Handler: Sendable {
        /// A page, which is JSON too, under `/api/v1` as well.
        case page(@Sendable (Ask) async throws -> any Page)
        /// Bytes of their own kind at this address.
        case bytes(@Sendable (Ask) async throws -> Answer)
        /// Bytes of their own kind, under `/api/v1` only.
        case interface(@Sendable (Ask) async throws -> Answer)
    }

    let pattern: String
    let summary: Label
    /// Name of the JSON's schema, where the answer has one.
    let schema: String?
    /// Questions it understands, with what they mean.
    let questions: [Question]
    let handler: Handler
    let parts: [Part]

    init(
        _ pattern: String, _ summary: Label, schema: String? = nil, questions: [Question] = [], _ handler: Handler
    ) {
        self.pattern = pattern
        self.summary = summary
        self.schema = schema
        self.questions = questions
        self.handler = handler
        parts = pattern.split(separator: "/").map { part in
            guard part.first == "{", part.last == "}" else { return .exactly(String(part)) }
            let name = part.dropFirst().dropLast()
            return name.last == "+" ? .rest(String(name.dropLast())) : .anything(String(name))
        }
    }

    /// What stands for the names of the pattern; nil where the path is another.
    func match(_ path: ArraySlice<String>) -> [String]? {
        var found: [String] = []
        var at = path.startIndex
        for part in parts {
            guard at < path.endIndex else { return nil }
            switch part {
            case .exactly(let text): guard path[at] == text else { return nil }
            case .anything:
                guard !path[at].isEmpty else { return nil }
                found.append(path[at])
            case .rest: return found + path[at...]
            }
            at += 1
        }
        return at == path.endIndex ? found : nil
    }
}
