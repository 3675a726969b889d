/// 查询答复: what the search says to what was asked.
public enum SearchAnswer: Hashable, Sendable {
    /// The subjects found, best first; empty where nothing was found.
    case hits([Hit])
    /// What was asked has no letter, digit or character that counts.
    case nothingAsked
    /// An identity number of a person was typed: it is neither looked up nor repeated.
    ///
    /// - Source: R10.
    case refusedIdentityNumber
}
