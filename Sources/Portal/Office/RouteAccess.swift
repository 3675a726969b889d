import Credit

/// 门禁规则: who comes to an address at all. Every address of the office and of its interface has one, written beside it;
/// an address without one does not compile, and what no rule allows is refused.
///
/// - Source: OWASP ASVS 4.0.3, 4.1.1, 4.1.3, 4.1.5
enum RouteAccess: Hashable, Sendable {
    /// Whoever comes, signed in or not.
    case anyone
    /// Whoever is signed in, whatever the post allows.
    case signedIn
    /// Whoever has one of the duties of cases: looks at what the own organisation has a part in.
    case cases
    /// Whoever has one of the duties of cases, and the one that the action itself names.
    case action
    /// Whoever has this duty.
    case duty(Duty)

    /// 案件岗位: the duties that have to do with cases.
    static let caseDuties: Set<Duty> = [.submit, .handle, .decide, .inspect]

    /// Whether somebody signed in with these duties comes in; what an action asks besides is asked where it is known.
    func allows(_ duties: Set<Duty>) -> Bool {
        switch self {
        case .anyone, .signedIn: true
        case .cases, .action: !duties.isDisjoint(with: Self.caseDuties)
        case .duty(let duty): duties.contains(duty)
        }
    }

    /// Refuses whoever does not come in.
    ///
    /// - Throws: `OfficeRefusal` (WEB-158).
    func check(_ session: OfficeSession) throws(OfficeRefusal) {
        guard !allows(session.duties) else { return }
        if case .duty(let duty) = self { throw .missingDuty(duty) }
        throw .missingDuty(.handle)
    }
}

extension OfficeRoute {
    /// 门禁规则 of looking at the address, or of posting to it.
    func access(isPost: Bool) -> RouteAccess {
        switch self {
        case .signIn, .setUp, .confirm: .anyone
        case .queue, .signOut, .own, .ownForm: .signedIn
        case .people, .newAccount, .account, .administer: .duty(.administer)
        case .sheet: .cases
        case .begin, .act: .action
        case .inspect: .duty(.inspect)
        case .upload, .handIn, .batches, .batch, .file, .undo: .duty(.submit)
        }
    }
}
