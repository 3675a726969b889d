import Credit

/// 读取过程: what is found while a pack is read: mistakes, codes defined, codes referred to.
final class Reading {
    private(set) var problems: [PackProblem] = []
    private var definitions: [CodeSpace: [String: PackPlace]] = [:]
    private var references: [(space: CodeSpace, code: String, place: PackPlace)] = []

    /// So many mistakes are named; the rest of a thoroughly broken pack says nothing new.
    static let mostProblems = 1_000

    func add(_ problem: PackProblem) {
        if problems.count < Reading.mostProblems { problems.append(problem) }
    }

    func add(_ mistake: PackMistake, at place: PackPlace, value: String = "") {
        add(PackProblem(mistake, at: place, value: value))
    }

    /// Notes a code as defined; a second definition is a mistake unless the sort lets editions repeat a code.
    func define(_ code: String, in space: CodeSpace, at place: PackPlace, again: Bool = false) {
        if let first = definitions[space]?[code] {
            if !again { add(.duplicateCode(code, first: first), at: place, value: code) }
        } else {
            definitions[space, default: [:]][code] = place
        }
    }

    func refer(to code: String, in space: CodeSpace, at place: PackPlace) {
        references.append((space, code, place))
    }

    /// Whether anything refers to a code.
    func isReferred(to code: String, in space: CodeSpace) -> Bool {
        references.contains { $0.space == space && $0.code == code }
    }

    /// Every reference must by now have found its definition.
    func resolve() {
        for reference in references where definitions[reference.space]?[reference.code] == nil {
            let known = definitions[reference.space].map { Array($0.keys) } ?? []
            let near = Likeness.nearest(to: reference.code, among: known)
            add(
                .undefinedCode(reference.code, of: reference.space.name, near: near), at: reference.place,
                value: reference.code)
        }
        references = []
    }
}
