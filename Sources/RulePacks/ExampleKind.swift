import Credit

/// 示例类别: one sort of example that a pack's `examples/` may tell, under a key of its own.
///
/// The kinds that need nothing but the rules are in `standard`. Whoever has more to check with, such as the checks of
/// records, hands in kinds of its own: a key, and a reader that turns the mapping under that key into an `Example`.
public struct ExampleKind: Sendable {
    /// The key an example of this kind stands under.
    public let key: String
    /// Reads the situation and what is expected of it.
    public let read: @Sendable (Strict) -> Example?

    /// A kind of example.
    public init(key: String, read: @escaping @Sendable (Strict) -> Example?) {
        self.key = key
        self.read = read
    }
}

/// 示例: a situation with an expected outcome, told in a pack and run as a test of it.
public struct Example: Sendable {
    /// The pack's files that the example exercises; a file that none exercises is a mistake of the pack.
    public let covers: [String]
    /// What came of it under the rules, when it is not what was expected; nil when it is.
    public let difference: @Sendable (Rules) -> Label?

    /// An example.
    public init(covers: [String], difference: @escaping @Sendable (Rules) -> Label?) {
        self.covers = covers
        self.difference = difference
    }

    /// An example whose outcome is compared as text.
    public init(covers: [String], expect: String, outcome: @escaping @Sendable (Rules) -> String) {
        self.init(covers: covers) { rules in
            let found = outcome(rules)
            return found == expect
                ? nil : Label("应为“\(expect)”，实为“\(found)”。", "expected “\(expect)”, found “\(found)”.")
        }
    }
}

/// 示例核对结果: what came of running a pack's examples.
public struct ExampleReport: Sendable {
    /// The rules the examples were run under.
    public let rules: Rules
    /// How many examples were run.
    public let run: Int
    /// The examples that did not come out as expected, and the files that no example exercises.
    public let problems: [PackProblem]
}
