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
        let marks: [NameMark]

        init(_ text: String) {
            parts = text == "." ? [] : text.split(separator: ".").map { Array($0.utf8) }
            marks = parts.map { part in part.withUnsafeBufferPointer { NameMark($0) } }
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
    static func choose(_ language: Language, in text: String) -> [UInt8] {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let start = rest.firstIndex(ofPair: 0x5B), let end = rest[(start + 2)...].firstIndex(ofPair: 0x5D) {
            result += rest[..<start]
            let halves = rest[(start + 2)..<end].split(separator: 0x7C, omittingEmptySubsequences: false)
            result += language == .chinese ? halves[0] : halves.count > 1 ? halves[1] : []
            rest = rest[(end + 2)...]
        }
        return result + rest
    }
}

/// What is wrong with a template.
struct TemplateFault: Error, CustomStringConvertible {
    let description: String
}

private struct TemplateReader {
    var rest: ArraySlice<UInt8>
    let language: Language
    let partial: (String) -> String?
    let depth: Int

    init(text: [UInt8], language: Language, partial: @escaping (String) -> String?, depth: Int) {
        rest = text[...]
        self.language = language
        self.partial = partial
        self.depth = depth
    }

    mutating func steps(until closing: String?) throws -> [Template.Step] {
        var steps: [Template.Step] = []
        while let start = rest.firstIndex(ofPair: 0x7B) {
            if start > rest.startIndex { steps.append(.markup(Array(rest[..<start]))) }
            guard let end = rest[(start + 2)...].firstIndex(ofPair: 0x7D) else {
                let place = String(decoding: rest[start...].prefix(40), as: UTF8.self)
                throw TemplateFault(description: "a tag is not closed: \(place)")
            }
            let tag = String(decoding: rest[(start + 2)..<end], as: UTF8.self)
            let name = String(tag.dropFirst())
            rest = rest[(end + 2)...]
            switch tag.first {
            case "#": steps.append(.section(.init(name), try self.steps(until: name)))
            case "^": steps.append(.otherwise(.init(name), try self.steps(until: name)))
            case ">": steps += try included(name)
            case "!": break
            case "/":
                guard name == closing else {
                    throw TemplateFault(description: "{{\(tag)}} closes nothing; open is \(closing ?? "nothing")")
                }
                return steps
            case "{", "&", nil: throw TemplateFault(description: "an unescaped or empty tag is not allowed: {{\(tag)}}")
            default: steps.append(.value(.init(tag)))
            }
        }
        if let closing { throw TemplateFault(description: "{{#\(closing)}} is not closed") }
        if !rest.isEmpty { steps.append(.markup(Array(rest))) }
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

extension ArraySlice<UInt8> {
    /// Where a byte first stands twice in a row.
    fileprivate func firstIndex(ofPair byte: UInt8) -> Int? {
        withUnsafeBufferPointer { bytes in
            var at = 0
            while at + 1 < bytes.count {
                if bytes[at] == byte, bytes[at + 1] == byte { return startIndex + at }
                at += 1
            }
            return nil
        }
    }
}
