/// 查询结果: one subject that answers what was asked, and why.
public struct Hit: Hashable, Sendable {
    /// How a subject answers.
    ///
    /// Hits come in this order: whole code, whole name, whole former name; then code or name that begins with what was
    /// asked; then names that contain it; then former names that begin with or contain it; then similar ones. Within
    /// one of these the shorter name comes first, then the smaller code.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The code or registration number is what was asked.
        case exactCode
        /// A code begins with what was asked.
        case codePrefix
        /// The name is what was asked.
        case exactName
        /// The name begins with what was asked.
        case namePrefix
        /// The name contains what was asked, or every word of it.
        case nameContains
        /// A name borne before is, begins with or contains what was asked.
        case formerName
        /// A name, or a part of it, differs by one or two characters from what was asked; where there is no such name,
        /// one that shares its rarest pairs of characters.
        case similar
    }

    /// The number under which the store keeps the subject.
    public let document: UInt32
    /// The name borne now.
    public let name: String
    /// The credit code or registration number; empty without either.
    public let code: String
    /// The name, former name or code that answers.
    public let matched: String
    /// How it answers.
    public let kind: Kind
    /// How well it answers, never rising along the answer: thousands for the step of the order, the rest for how much
    /// of the name was asked for.
    public let score: Int
}
