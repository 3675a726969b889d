/// 限制知悉: content that only officers of some organs may see. It can be opened for an officer and in no other way: it has
/// no form as text, as JSON or as a row, and whoever answers the public has no officer to open it for.
public struct Restricted<Content: Sendable>: Sendable {
    private let content: Content
    private let organs: Set<String>

    /// Content that only officers of these organs may see.
    public init(_ content: Content, for organs: Set<String>) { (self.content, self.organs) = (content, organs) }

    /// What it is, for an officer whose organ is one of them or holds its code; nil for any other.
    public func opened(for officer: Officer) -> Content? { officer.codes.isDisjoint(with: organs) ? nil : content }
}

extension Restricted: CustomStringConvertible, CustomReflectable {
    /// Nothing of what it is.
    public var description: String { "限制知悉" }
    /// Nothing of what it is, to whoever prints or logs it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
