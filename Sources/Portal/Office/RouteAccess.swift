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
    /// Whoever has one of the duties that read the kind of case: looks at what the own organisation has a part in.
    case readers(Set<Duty>)
    /// Whoever has one of the duties of cases, and the one that the action itself names.
    case action
    /// Whoever has this duty.
    case duty(Duty)

    /// 案件岗位: the duties that begin, do or read something of cases of any kind.
    static let caseDuties = OfficeResource.usualReaders.union([.submit])

    /// Whether somebody signed in with these duties comes in; what an action asks besides is asked where it is known.
    func allows(_ duties: Set<Duty>) -> Bool {
        switch self {
        case .anyone, .signedIn: true
        case .readers(let readers): !duties.isDisjoint(with: readers)
        case .action: !duties.isDisjoint(with: Self.caseDuties)
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
    /// 门禁规则 of looking at the address, or of posting to it, by the kinds of cases that there are.
    func access(isPost: Bool, _ kinds: [OfficeResource]) -> RouteAccess {
        switch self {
        case .signIn, .setUp, .confirm: .anyone
        case .queue, .signOut, .standIn, .own, .ownForm: .signedIn
        case .people, .newAccount, .account, .administer: .duty(.administer)
        case .sheet(let id), .letter(let id), .letterFile(_, let id), .volume(let id):
            .readers(kinds.first { $0.holds(id) }?.readers ?? RouteAccess.caseDuties)
        case .register: .readers(OfficeResource.usualReaders)
        case .begin, .act: .action
        case .inspect: .duty(.inspect)
        case .upload, .handIn, .batches, .batch, .file, .undo: .duty(.submit)
        }
    }
}
