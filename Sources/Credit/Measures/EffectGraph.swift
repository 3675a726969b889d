/// 依附关系: what rests on what, and in which way (R5).
public struct EffectEdge: Hashable, Sendable {
    /// What rests.
    public let node: String
    /// What it rests on: an entry of a list, a record.
    public let base: String
    /// How it rests.
    public let footing: Footing

    /// That one thing rests on another.
    public init(node: String, base: String, footing: Footing) {
        self.node = node
        self.base = base
        self.footing = footing
    }

    /// 依附方式.
    public enum Footing: String, Hashable, Sendable, CaseIterable {
        /// 以效力为基础: ends where the base is annulled, left or over.
        case validity
        /// 以公示为基础: ends where the base is not published any more.
        case publication

        /// What it is called.
        public var title: Label {
            switch self {
            case .validity: Label("依附其效力", "Rests on its validity")
            case .publication: Label("依附其公示", "Rests on its publication")
            }
        }
    }
}

/// 依附图: bases with how they stand on a day, and what rests on them. Whether something is alive is worked out along the
/// edges and stored nowhere, so that nothing can be forgotten when a base ends.
public struct EffectGraph: Sendable {
    /// 状态: how something stands by itself on a day.
    public struct Standing: Hashable, Sendable {
        /// Whether it is valid.
        public let isValid: Bool
        /// Whether it is published; what is not valid is not published either.
        public let isPublished: Bool

        /// How something stands.
        public init(isValid: Bool, isPublished: Bool) {
            self.isValid = isValid
            self.isPublished = isValid && isPublished
        }

        func carries(_ footing: EffectEdge.Footing) -> Bool { footing == .validity ? isValid : isPublished }
    }

    private let bases: [String: [EffectEdge]]
    private let resting: [String: [EffectEdge]]
    private let standings: [String: Standing]

    /// A graph of these edges.
    ///
    /// - Parameter standings: how each thing stands by itself; what is not in it is dead.
    public init(edges: [EffectEdge], standings: [String: Standing]) {
        bases = Dictionary(grouping: edges, by: \.node)
        resting = Dictionary(grouping: edges, by: \.base)
        self.standings = standings
    }

    /// Whether something is alive: it stands by itself, and so does everything it rests on, each in the way in which it is
    /// rested on. What rests on itself in a circle is judged once.
    public func isLive(_ node: String) -> Bool {
        guard standings[node]?.isValid ?? false else { return false }
        var (waiting, seen): ([String], Set<String>) = ([node], [node])
        while let next = waiting.popLast() {
            for edge in bases[next] ?? [] {
                guard standings[edge.base]?.carries(edge.footing) ?? false else { return false }
                if seen.insert(edge.base).inserted { waiting.append(edge.base) }
            }
        }
        return true
    }

    /// Everything that rests on a base, at first or at second hand.
    public func restingOn(_ base: String) -> Set<String> {
        var (waiting, found): ([String], Set<String>) = ([base], [])
        while let next = waiting.popLast() {
            for edge in resting[next] ?? [] where found.insert(edge.node).inserted { waiting.append(edge.node) }
        }
        return found
    }
}
