/// 命中集: the finds of one segment in the order of the answer, each document once, at most so many.
struct Findings {
    let limit: Int
    private(set) var found: [Found] = []
    private var documents: Set<UInt32> = []

    init(limit: Int) { self.limit = limit }

    /// Whether nothing more is wanted.
    var areFull: Bool { found.count >= limit }

    /// Adds a find unless there are enough, or its document is among them.
    mutating func add(_ find: Found?) {
        guard let find, !areFull, documents.insert(find.document).inserted else { return }
        found.append(find)
    }
}
