import Credit

/// 待办筛选: which of the waiting cases are asked for, and from where on.
public struct QueueQuestion: Hashable, Sendable {
    /// 每页件数.
    public static let most = 50
    /// The longest text that is searched.
    static let longestText = 100

    /// Nouns of the kinds of cases; nil for all that the session reads.
    public var nouns: Set<String>?
    /// 时限情况; nil for all.
    public var due: Due?
    /// Id of a case, or code or name of whom it is about; nil for all.
    public var text: String?
    /// The case after which the page begins; nil for the beginning.
    public var after: CaseUrgency?
    /// How many lines at most.
    public var limit: Int

    /// 时限情况.
    public enum Due: String, Hashable, Sendable, CaseIterable {
        /// 超期.
        case late
        /// 临近.
        case soon

        /// What it is called.
        var title: Label {
            switch self {
            case .late: .both("超期", "Over time")
            case .soon: .both("临近", "Due soon")
            }
        }
    }

    /// Which of the waiting cases are asked for.
    public init(
        nouns: Set<String>? = nil, due: Due? = nil, text: String? = nil, after: CaseUrgency? = nil,
        limit: Int = QueueQuestion.most
    ) {
        (self.nouns, self.due, self.text, self.after, self.limit) = (nouns, due, text, after, limit)
    }

    /// What an address asks. An identity number is refused and repeated nowhere (R10).
    ///
    /// - Parameter resources: the kinds of cases that there are.
    /// - Throws: `OfficeRefusal` (WEB-102, WEB-103, WEB-121, WEB-130).
    init(_ target: RequestTarget, _ resources: [OfficeResource]) throws(OfficeRefusal) {
        func asked(_ name: String) -> String? { target.value(name).flatMap { $0.isEmpty ? nil : $0 } }
        self.init()
        if let noun = asked("kind") {
            guard resources.contains(where: { $0.noun == noun }) else { throw .badQuestion("kind") }
            nouns = [noun]
        }
        if let word = asked("due") {
            guard let due = Due(rawValue: word) else { throw .badQuestion("due") }
            self.due = due
        }
        if let typed = asked("q") {
            let text = String(typed.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            guard text.utf8.count <= 4 * Self.longestText else { throw .badSearch }
            guard !FormCheck.namesPerson(text) else { throw .identityNumber }
            self.text = text.isEmpty ? nil : text
        }
        if let place = asked("after") {
            guard let after = CaseUrgency(text: place) else { throw .badPlace }
            self.after = after
        }
    }
}

extension QueueQuestion {
    /// The address that asks it.
    func address(_ path: String, _ language: AskedLanguage) -> PageAddress {
        PageAddress(path, language: language.isChosen ? language.language : nil)
            .asking("kind", nouns?.count == 1 ? nouns?.first : nil).asking("due", due?.rawValue).asking("q", text)
            .asking("after", after?.text)
    }
}

/// 待办一页: some of the waiting cases, and how many there are.
public struct QueueSlice: Sendable, Equatable {
    /// Ordered by time left.
    public let lines: [CaseLine]
    /// Of all that the kind and the text hold, whatever else is asked.
    public let counts: Counts
    /// 临近末日: the last of the days that are near.
    public let soon: Day
    /// The place behind which the next page begins; nil on the last.
    public let following: CaseUrgency?

    /// Some of the waiting cases.
    public init(lines: [CaseLine], counts: Counts, soon: Day, following: CaseUrgency?) {
        (self.lines, self.counts, self.soon, self.following) = (lines, counts, soon, following)
    }

    /// 件数.
    public struct Counts: Sendable, Hashable {
        /// 共.
        public let total: Int
        /// 超期.
        public let late: Int
        /// 临近.
        public let soon: Int

        /// How many there are.
        public init(total: Int, late: Int, soon: Int) { (self.total, self.late, self.soon) = (total, late, soon) }
    }
}
