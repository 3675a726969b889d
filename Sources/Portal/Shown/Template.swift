/// 页面模板: a page's markup with the places where what is shown goes in, read once at start.
///
/// The notation is a part of Mustache: `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`, `{{>partial}}`,
/// `{{.}}` and dotted names. `[[中文|English]]` is one sentence in both languages. There is no unescaped place.
struct Template: Sendable {
    /// One step of writing the page.
    indirect enum Step: Sendable {
        case markup([UInt8])
        case value(Name)
        case section(Name, [Step])
        case otherwise(Name, [Step])
    }

    /// What a tag names: the parts of a dotted name; none for `{{.}}`.
    struct Name: Hashable, Sendable {
        let parts: [[UInt8]]

        init(_ text: Substring) {
            parts = text == "." ? [] : text.split(separator: ".").map { Array($0.utf8) }
        }

        var text: String { parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".") }
    }

    let steps: [Step]

    /// Reads a template and everything it takes in.
    ///
    /// - Throws: `TemplateFault` where a tag is not closed, not known or not allowed.
    init(_ text: String, language: Language, partial: @escaping (String) -> String?) throws {
        var reader = TemplateReader(
            text: Template.choose(language, in: text), language: language, partial: partial, depth: 0)
        steps = try reader.steps(until: nil)
    }

    /// Keeps one half of every `[[中文|English]]`.
    static func choose(_ language: Language, in text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "[["), let end = rest[start.upperBound...].firstRange(of: "]]") {
            result += rest[..<start.lowerBound]
            let halves = rest[start.upperBound..<end.lowerBound].split(separator: "|", omittingEmptySubsequences: false)
            result += language == .chinese ? halves[0] : halves.count > 1 ? halves[1] : ""
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}

/// What is wrong with a template.
struct TemplateFault: Error, CustomStringConvertible {
    let description: String
}

private struct TemplateReader {
    var rest: Substring
    let language: Language
    let partial: (String) -> String?
    let depth: Int

    init(text: String, language: Language, partial: @escaping (String) -> String?, depth: Int) {
        rest = Substring(text)
        self.language = language
        self.partial = partial
        self.depth = depth
    }

    mutating func steps(until closing: Substring?) throws -> [Template.Step] {
        var steps: [Template.Step] = []
        while let start = rest.firstRange(of: "{{") {
            if start.lowerBound > rest.startIndex { steps.append(.markup(Array(rest[..<start.lowerBound].utf8))) }
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
                throw TemplateFault(description: "a tag is not closed: \(rest[start.lowerBound...].prefix(40))")
            }
            let tag = rest[start.upperBound..<end.lowerBound]
            rest = rest[end.upperBound...]
            switch tag.first {
            case "#": steps.append(.section(.init(tag.dropFirst()), try self.steps(until: tag.dropFirst())))
            case "^": steps.append(.otherwise(.init(tag.dropFirst()), try self.steps(until: tag.dropFirst())))
            case ">": steps += try included(String(tag.dropFirst()))
            case "!": break
            case "/":
                guard tag.dropFirst() == closing else {
                    throw TemplateFault(description: "{{\(tag)}} closes nothing; open is \(closing ?? "nothing")")
                }
                return steps
            case "{", "&", nil: throw TemplateFault(description: "an unescaped or empty tag is not allowed: {{\(tag)}}")
            default: steps.append(.value(.init(tag)))
            }
        }
        guard closing == nil else { throw TemplateFault(description: "{{#\(closing!)}} is not closed") }
        if !rest.isEmpty { steps.append(.markup(Array(rest.utf8))) }
        return steps
    }

    private func included(_ name: String) throws -> [Template.Step] {
        guard depth < 8, let text = partial(name) else {
            throw TemplateFault(description: "{{>\(name)}} is no template, or takes itself in")
        }
        var reader = TemplateReader(
            text: Template.choose(language, in: text), language: language, partial: partial, depth: depth + 1)
        return try reader.steps(until: nil)
    }
}

extension Substring {
    fileprivate func firstRange(of mark: String) -> Range<Index>? {
        let wanted = Array(mark.utf8)
        var at = utf8.startIndex
        while at < utf8.endIndex {
            if utf8[at...].starts(with: wanted) { return at..<utf8.index(at, offsetBy: wanted.count) }
            at = utf8.index(after: at)
        }
        return nil
    }
}
