/// 案卷: a case as its page shows it to an officer: what it is about, where it stands, its clocks with their arithmetic,
/// what happened, and what may be done next. Every kind of case is shown by the same page.
public struct CaseSheet: Sendable, Equatable {
    /// Id of the case.
    public let id: String
    /// 案件类别, such as 异议.
    public let kind: Label
    /// 事由: what it is about, in one line.
    public let title: Label
    /// 主体: text of the subject's key, and its name where known.
    public let subject: (key: String, name: String?)
    /// 阶段.
    public let stage: Label
    /// Whether nothing is left to be done.
    public let isClosed: Bool
    /// 案情: what is known, with the source of each where it has one.
    public let facts: [Fact]
    /// 时限.
    public let clocks: [Clock]
    /// 办理过程, earliest first.
    public let steps: [Step]
    /// 可办事项: what this officer may do now.
    public let actions: [CaseAction]
    /// 文书, in the order of their numbers being taken.
    public var letters: [CaseLetter] = []

    /// Everything that may be done in the case, with its letters.
    public var allActions: [CaseAction] { actions + letters.flatMap(\.actions) }
    /// 所见位置: position in the log of the last thing that happened in the case; what is filled in before a later one was
    /// filled in for another state of it.
    public let position: Int

    /// A case as its page shows it.
    ///
    /// - Parameter position: nil for that of the last step.
    public init(
        id: String, kind: Label, title: Label, subject: (key: String, name: String?), stage: Label, isClosed: Bool,
        facts: [Fact], clocks: [Clock], steps: [Step], actions: [CaseAction], position: Int? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.subject = subject
        self.stage = stage
        self.isClosed = isClosed
        self.facts = facts
        self.clocks = clocks
        self.steps = steps
        self.actions = actions
        self.position = position ?? steps.map(\.position).max() ?? 0
    }

    /// The same case with other actions and with its letters; what happens to a letter goes on with the case.
    ///
    /// - Parameter position: position in the log of the last thing that happened to any of them; nil where there is none.
    public func lettered(actions: [CaseAction], letters: [CaseLetter], position: Int?) -> CaseSheet {
        var sheet = CaseSheet(
            id: id, kind: kind, title: title, subject: subject, stage: stage, isClosed: isClosed, facts: facts,
            clocks: clocks, steps: steps, actions: actions, position: max(self.position, position ?? 0))
        sheet.letters = letters
        return sheet
    }

    /// Equal where all that is shown is.
    public static func == (left: CaseSheet, right: CaseSheet) -> Bool {
        left.id == right.id && left.kind == right.kind && left.title == right.title && left.subject == right.subject
            && left.stage == right.stage && left.isClosed == right.isClosed && left.facts == right.facts
            && left.clocks == right.clocks && left.steps == right.steps && left.actions == right.actions
            && left.letters == right.letters && left.position == right.position
    }

    /// 案情: one thing that is known.
    public struct Fact: Hashable, Sendable {
        /// What it is.
        public let name: Label
        /// What it says.
        public let value: Label
        /// Address under this site that it leads to, such as the record; nil for none.
        public let path: String?

        /// One thing that is known.
        public init(_ name: Label, _ value: Label, path: String? = nil) {
            self.name = name
            self.value = value
            self.path = path
        }
    }

    /// 时限: a clock as it is shown.
    public struct Clock: Hashable, Sendable {
        /// What it times.
        public let name: Label
        /// Where it stands.
        public let state: CaseClock.State
        /// The last day, or what can be said of it.
        public let deadline: Deadline
        /// The arithmetic, step by step.
        public let arithmetic: [Label]
        /// What sets it.
        public let source: Source

        /// A clock as it is shown on a day.
        ///
        /// - Parameter isOfParty: whether it is the time of whoever the case concerns, which runs out and is never late.
        public init(
            _ name: Label, _ clock: CaseClock, in calendar: WorkingCalendar, on day: Day, isOfParty: Bool = false
        ) {
            self.name = name
            let state = clock.state(in: calendar, on: day)
            self.state = isOfParty ? state.ofParty : state
            deadline = clock.deadline(in: calendar, on: day)
            arithmetic = clock.arithmetic(in: calendar, on: day)
            source = clock.source
        }
    }

    /// 办理步骤: what happened, when, by whom, and where the log proves it.
    public struct Step: Hashable, Sendable {
        /// The day.
        public let day: Day
        /// What happened.
        public let words: Label
        /// By whom: name and organ; nil for a visitor.
        public let by: String?
        /// Position of its entry in the log.
        public let position: Int

        /// What happened.
        public init(day: Day, words: Label, by: String?, position: Int) {
            self.day = day
            self.words = words
            self.by = by
            self.position = position
        }
    }
}

/// 案件目录: a case as a queue lists it, ordered by time left.
public struct CaseLine: Hashable, Sendable {
    /// Id of the case.
    public let id: String
    /// 案件类别.
    public let kind: Label
    /// 事由.
    public let title: Label
    /// 主体名称 or its key.
    public let subject: String
    /// 阶段.
    public let stage: Label
    /// 承办单位: code of the organ whose turn it is.
    public let organ: String
    /// The clock that ends first; nil where none runs.
    public let deadline: Deadline?
    /// Where that clock stands.
    public let state: CaseClock.State?

    /// A case as a queue lists it.
    public init(
        id: String, kind: Label, title: Label, subject: String, stage: Label, organ: String, deadline: Deadline?,
        state: CaseClock.State?
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.subject = subject
        self.stage = stage
        self.organ = organ
        self.deadline = deadline
        self.state = state
    }
}
