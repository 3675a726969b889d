/// 经办人: a named person of an organ who acts in a case. A timer, a count or a program is none, so what needs an officer
/// cannot be done by one (R4, R8).
public struct Officer: Hashable, Sendable {
    /// Id of the account.
    public let account: String
    /// 姓名, as decisions name it.
    public let name: String
    /// 所属单位: code of the organisation acted for.
    public let organ: String
    /// 代: id of the account stood in for by a dated authorisation; nil where the officer acts in own right.
    public let standingInFor: String?
    /// 承接的职责代码: the codes that the organ holds that day, its own among them while it is there. What was begun under
    /// one goes on with this organ, whatever was merged, renamed or moved; it says who may act and stands in no event.
    public let codes: Set<String>

    /// A named person of an organ.
    ///
    /// - Parameters:
    ///   - standingInFor: account of whom the officer stands in for by 授权.
    ///   - codes: what the organ holds; nil for its own code alone.
    public init(
        account: String, name: String, organ: String, standingInFor: String? = nil, codes: Set<String>? = nil
    ) {
        self.codes = codes ?? [organ]
        self.account = account
        self.name = name
        self.organ = organ
        self.standingInFor = standingInFor
    }

    /// 名下账号: the accounts in whose name the officer acts: the own one, and that of whoever is stood in for.
    public var names: Set<String> { Set([account, standingInFor].compactMap(\.self)) }

    /// Whether both are one person, or act in the name of one: who stands in for somebody is that person in a case, and
    /// two who stand in for the same are one.
    public func isSamePerson(as other: Officer) -> Bool {
        !names.isDisjoint(with: other.names)
    }
}

/// 两名经办人: two officers who must differ.
public struct OfficerPair: Hashable, Sendable {
    /// 承办人.
    public let first: Officer
    /// 复核人.
    public let second: Officer

    /// Two officers; nil where they are one person or act in the name of one: nobody reviews what was done in their own
    /// name, whoever stood in.
    public init?(_ first: Officer, _ second: Officer) {
        guard !first.isSamePerson(as: second) else { return nil }
        self.first = first
        self.second = second
    }
}
