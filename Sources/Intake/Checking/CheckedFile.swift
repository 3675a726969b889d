import Credit

/// 并行校验: checks the rows of a file on several cores and hands the results on in the order of the file.
public struct CheckedFile {
    /// The tables of the file.
    public private(set) var feed: TableFeed
    private let context: CheckContext
    private let drafting: Bool
    private let width: Int

    /// - Parameters:
    ///   - drafting: whether drafts are wanted; a check alone needs none.
    ///   - width: how many blocks are checked at the same time.
    public init(feed: TableFeed, context: CheckContext, drafting: Bool = true, width: Int = 2) {
        self.feed = feed
        self.context = context
        self.drafting = drafting
        self.width = max(1, width)
    }

    /// Reads the file to its end.
    ///
    /// - Parameter each: takes each block with its result; what it throws ends the reading.
    /// - Throws: `FileProblem`, `CancellationError`, what `each` throws.
    public mutating func forEach(_ each: (BoundBlock, CheckedBlock) throws -> Void) async throws {
        var running: [(BoundBlock, Task<CheckedBlock, Never>)] = []
        defer { for (_, task) in running { task.cancel() } }
        var isAtEnd = false
        while true {
            while !isAtEnd, running.count < width {
                guard let bound = try feed.next() else {
                    isAtEnd = true
                    break
                }
                let (context, drafting) = (context, drafting)
                let task = Task.detached {
                    RowChecker(plan: bound.plan, context: context)
                        .check(bound.block, rows: bound.rows, drafting: drafting)
                }
                running.append((bound, task))
            }
            guard !running.isEmpty else { return }
            try Task.checkCancellation()
            let (bound, task) = running.removeFirst()
            try each(bound, await task.value)
        }
    }
}
