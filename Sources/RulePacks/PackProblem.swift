import Credit

/// 规则包错误: one mistake of a pack: where it stands, what is wrong, how to mend it.
public struct PackProblem: Sendable, Equatable {
    /// 错误码, `PACK-101` and so on.
    public let code: String
    /// Where it stands.
    public let place: PackPlace
    /// The value found there, shortened; empty where there is none.
    public let value: String
    /// What is wrong.
    public let message: Label
    /// How to mend it.
    public let remedy: Label

    /// A mistake at a place.
    public init(code: String, place: PackPlace, value: String = "", message: Label, remedy: Label) {
        self.code = code
        self.place = place
        self.value = value.count > 80 ? String(value.prefix(79)) + "…" : value
        self.message = message
        self.remedy = remedy
    }

    init(_ mistake: PackMistake, at place: PackPlace, value: String = "") {
        self.init(code: mistake.code, place: place, value: value, message: mistake.message, remedy: mistake.remedy)
    }

    /// The mistake in one line of Chinese, as the command prints it.
    public var chinese: String { line(message.chinese, remedy.chinese) }

    /// The mistake in one line of English.
    public var english: String { line(message.english, remedy.english) }

    private func line(_ message: String, _ remedy: String) -> String {
        let keys = place.keys.isEmpty ? "" : " (\(place.keys))"
        return "\(place) \(code) \(message) \(remedy)\(keys)"
    }
}

/// 规则包错误清单: all mistakes of a pack at once, in the order of files and lines; never empty.
public struct PackProblems: Error, Sendable, Equatable {
    /// The mistakes.
    public let problems: [PackProblem]

    /// The mistakes in the order in which a person mends them.
    public init(_ problems: [PackProblem]) {
        self.problems = problems.enumerated().sorted { left, right in
            let (a, b) = (left.element.place, right.element.place)
            return (a.file, a.line, a.column, left.offset) < (b.file, b.line, b.column, right.offset)
        }.map(\.element)
    }
}

extension PackProblems: CustomStringConvertible {
    /// One mistake a line, in Chinese.
    public var description: String { problems.map(\.chinese).joined(separator: "\n") }
}
