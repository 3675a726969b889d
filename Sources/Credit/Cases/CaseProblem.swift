/// 案件问题: why something may not be done in a case, told to whoever tried: a code, the fact and the remedy.
public protocol CaseProblem: Error, Sendable {
    /// Code of the problem, such as `OBJ-101`; it stands in `docs/problems.md`.
    var code: String { get }
    /// What is wrong and how to mend it.
    var words: Label { get }
}
