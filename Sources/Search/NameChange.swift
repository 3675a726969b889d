/// 条目变更: what a step of the log changes in the search.
public enum NameChange: Hashable, Sendable {
    /// The subject is as the entry says from now on: new, renamed or given another code.
    case put(NameEntry)
    /// The subject of this number is not found any more.
    case remove(document: UInt32)

    var document: UInt32 {
        switch self {
        case .put(let entry): entry.document
        case .remove(let document): document
        }
    }
}
