import Credit
import Proofs

extension Entrance {
    /// 人员名册 as a transaction sees it.
    ///
    /// - Throws: `StoreProblem`.
    public func people(_ reader: Reader) throws -> People { try followed.people(reader) }

    /// 即时权限: what somebody may do at the moment of writing, asked inside the transaction that writes: a duty that was
    /// withdrawn, an account that was closed, or an authorisation that ended while a form was on its way counts.
    ///
    /// - Parameters:
    ///   - officer: who came, and as whom.
    ///   - token: the session they came with, which must still be theirs; nil for somebody without one.
    /// - Throws: `StoreProblem`.
    public func rights(
        of officer: Officer, token: String?, in reader: Reader
    ) throws -> (officer: Officer, duties: Set<Duty>)? {
        if let token {
            guard let bytes = Entrance.bytes(of: token), let stored = try reader.session(SHA256.digest(of: bytes)),
                stored.account == officer.account,
                !rules.hasEnded(began: stored.began, lastUsed: stored.lastUsed, now: surroundings.seconds())
            else { return nil }
            // Whom the session acts for was changed meanwhile, in another window: this was filled in as somebody else.
            if let principal = officer.standingInFor, stored.principal != principal { return nil }
        }
        let (people, day) = (try followed.people(reader), surroundings.instant().day)
        if let principal = officer.standingInFor {
            return people.officer(officer.account, standingInFor: principal, on: day)
        }
        return people.officer(officer.account, on: day).map { ($0, people.duties(of: officer.account, on: day)) }
    }
}
