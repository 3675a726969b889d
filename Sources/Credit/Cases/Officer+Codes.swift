extension Officer {
    /// 承接: whether the officer's organ acts for a code today. A case asks this and never whether two organs have one name:
    /// a merger or 职责划转 passes open cases and standing entries to whoever holds their code from its day on.
    public func acts(for code: String) -> Bool { codes.contains(code) }

    /// 代为复核: the officer with a further code to act for; who it is and for which organ stays.
    public func acting(for code: String) -> Officer {
        Officer(account: account, name: name, organ: organ, standingInFor: standingInFor, codes: codes.union([code]))
    }

    /// Equal where person and organ are: what the organ holds on a day is no part of who acted.
    public static func == (left: Officer, right: Officer) -> Bool {
        left.account == right.account && left.name == right.name && left.organ == right.organ
            && left.standingInFor == right.standingInFor
    }

    /// Hashes what makes officers equal.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(account)
        hasher.combine(organ)
        hasher.combine(standingInFor)
    }
}
