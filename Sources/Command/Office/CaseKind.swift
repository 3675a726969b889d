import Credit
import Store

/// 案件类别: one kind of case, as the office offers it.
protocol CaseKind: Sendable {
    /// Prefix of the ids of its cases, such as `OBJ`.
    var prefix: String { get }
    /// The plural noun under which programs know its cases, such as `objections` for `/api/v1/objections`.
    var noun: String { get }
    /// What its cases are called together, such as 异议.
    var plural: Label { get }
    /// What a company may do itself, by its agent.
    var party: PartyShare { get }
    /// Names of the facts that are told to the company as a case stands.
    func partyFacts(of id: String, in reader: Reader) throws -> Set<String>
    /// What may be begun by this officer.
    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction]
    /// Begins a case: the events, and the case's id.
    func open(_ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader)
        throws -> [Event]
    /// Open cases whose turn it is at the officer's organ; asked once for each code that the organ holds, as `officer.organ`.
    /// Queues are long: what orders and counts them is read from the tables in one go, and lines where they are shown.
    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase]
    /// The sheet; nil where the officer's organ has no part in it.
    func sheet(_ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws
        -> CaseSheet?
    /// An organ that handles a case, through whose eyes it may be inspected from outside; nil where there is none.
    func organ(of id: String, in reader: Reader) throws -> String?
    /// The events of an action.
    func act(_ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader)
        throws -> [Event]
    /// 可阅岗位: whose post lets them read its cases; nobody else's does.
    var readers: Set<Duty> { get }
    /// 承办人: who began a case that its own organ signs and decides; nil for every other kind.
    func handler(of id: String, in reader: Reader) throws -> Officer?

    /// 应发文书: what the case has to tell by letter as it stands; none for a kind that only ever draws notices.
    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter]
    /// Openings and actions whose letter takes its number with them: the register fills their field `number`.
    var numbered: [String: LetterOccasion] { get }
    /// Actions that record the service of a letter, of whichever of these occasions the case has: they take the fields
    /// `way`, `begun`, `served` and `proof`, and are done with the letter only.
    var served: [String: Set<LetterOccasion>] { get }
    /// 受文者 of the letter that an opening or an action numbers, each served on its own; none where it is the subject.
    func addressees(
        of action: String, in id: String, _ values: FormValues, for officer: Officer, on day: Day, in reader: Reader
    ) throws -> [String]

    /// 限定知悉: whether its cases are for their organ and their addressees only, so that no table and no register tells
    /// what a letter of them says or to whom it goes, and none is announced.
    var isRestricted: Bool { get }

    /// The same kind, where its steps say when its clocks run; nil for a kind that puts its clocks into the log itself, or
    /// has none.
    var clocked: (any ClockedKind)? { get }
}

extension CaseKind {
    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter] { [] }
    var numbered: [String: LetterOccasion] { [:] }
    var served: [String: Set<LetterOccasion>] { [:] }
    var isRestricted: Bool { false }
    var clocked: (any ClockedKind)? { nil }

    func addressees(
        of action: String, in id: String, _ values: FormValues, for officer: Officer, on day: Day, in reader: Reader
    ) throws -> [String] { [] }
}
