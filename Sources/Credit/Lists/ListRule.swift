/// 名单: one list as the law and the plan set it up: what it is called, who keeps it, whom it may hold, on what it rests.
///
/// Notice, answer, hearing, decision, service and the remedy told are no settings of a list: they are types of the
/// listing itself, so that no pack can leave one out (R4).
public struct ListRule: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 方案名单序号: which of the plan's sorts of list it belongs to; a red and a black list may share one; nil for a
    /// list that the plan does not speak of.
    public let row: Int?
    /// 名单性质.
    public let kind: ListKind
    /// 责任部门: code of the department; nil where each department keeps it in its own field.
    public let department: String?
    /// 方案任务: code of the plan's item that asks for it; nil where none does.
    public let item: String?
    /// 信用信息类别: code of the kind of record that holds its entries; nil where none does yet.
    public let record: String?
    /// 名称, by day.
    public let names: Dated<Label>
    /// 本市职责, by day.
    public let roles: Dated<ListRole>
    /// 列入对象.
    public let subjects: [ListSubject]
    /// 依据; a list that has none on a day does not exist on that day.
    public let bases: [ListBasis]
    /// 列入期限, by day; nil where it is not known.
    public let terms: Dated<ListTerm>?
    /// 退出情形.
    public let exits: [ListExit]
    /// 惩戒或激励措施: codes of the national list that are known to be bound to it; empty where none is known.
    public let measures: [String]
    /// 说明.
    public let note: Label?

    /// A list.
    public init(
        code: String, row: Int?, kind: ListKind, department: String?, item: String?, record: String?,
        names: Dated<Label>, roles: Dated<ListRole>, subjects: [ListSubject], bases: [ListBasis],
        terms: Dated<ListTerm>?, exits: [ListExit], measures: [String], note: Label?
    ) {
        self.code = code
        self.row = row
        self.kind = kind
        self.department = department
        self.item = item
        self.record = record
        self.names = names
        self.roles = roles
        self.subjects = subjects
        self.bases = bases
        self.terms = terms
        self.exits = exits
        self.measures = measures
        self.note = note
    }

    /// What it is called on a day; before its first known name that first name.
    public func name(on day: Day) -> Label { names.value(on: day) ?? names.steps[0].value }

    /// The bases in force on a day.
    public func bases(on day: Day) -> [ListBasis] { bases.filter { $0.holds(on: day) } }

    /// What the list may be on a day.
    ///
    /// From the day of the demand of 国办发〔2020〕49号 a list of dishonesty needs a basis of sufficient rank; what
    /// rests on less may be kept as a record and lists nobody.
    public func status(on day: Day) -> ListStatus {
        let held = bases(on: day)
        if held.isEmpty { return .absent }
        let listing = held.filter { $0.permits == .list }
        guard kind != .record, !listing.isEmpty else { return .recordOnly }
        guard kind == .black, day >= ListBasis.rankDemand else { return .inForce }
        if listing.contains(where: \.rank.mayListDishonesty) { return .inForce }
        return listing.contains { $0.rank == .unknown } ? .unclear : .recordOnly
    }
}

/// 名单状态: what a list may be on a day.
public enum ListStatus: String, Hashable, Sendable, CaseIterable {
    /// 有效: it may list.
    case inForce = "in-force"
    /// 仅作记录: its bases are of too low a rank to list, or speak of a record only.
    case recordOnly = "record-only"
    /// 待核: the rank of its bases has not been read, so nothing may rest on it (R13).
    case unclear
    /// 不存在: no basis is known that is in force on that day.
    case absent
}

/// 列入对象: whom a list may hold, and by which law where it is a natural person.
public struct ListSubject: Hashable, Sendable {
    /// 对象类别.
    public let target: Target
    /// 依据: required by the loader for every natural person.
    public let source: Source?

    /// Whom a list may hold.
    public init(target: Target, source: Source?) {
        self.target = target
        self.source = source
    }
}
