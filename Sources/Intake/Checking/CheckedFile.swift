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
    public mutating func forEach(_ each: (BoundBlock, CheckedBlock) async throws -> Void) async throws {
        try await forEach(preparing: { ($0, $1) }) { try await each($0.0, $0.1) }
    }

    /// Reads the file to its end; what is made of a block is made on the thread that checked it.
    ///
    /// - Parameters:
    ///   - prepare: makes of a checked block what is wanted of it.
    ///   - each: takes what was made, in the order of the file; what it throws ends the reading.
    /// - Throws: `FileProblem`, `CancellationError`, what `each` throws.
    public mutating func forEach<Prepared: Sendable>(
        preparing prepare: @escaping @Sendable (BoundBlock, CheckedBlock) -> Prepared,
        _ each: (Prepared) async throws -> Void
    ) async throws {
        var running: [Task<Prepared, Never>] = []
        defer { for task in running { task.cancel() } }
        var isAtEnd = false
        while true {
            while !isAtEnd, running.count < width {
                guard let bound = try feed.next() else {
                    isAtEnd = true
                    break
                }
                let (context, drafting) = (context, drafting)
                let task = Task.detached {
                    let checked = RowChecker(plan: bound.plan, context: context)
                        .check(bound.block, rows: bound.rows, drafting: drafting)
                    return prepare(bound, checked)
                }
                running.append(task)
            }
            guard !running.isEmpty else { return }
            try Task.checkCancellation()
            let task = running.removeFirst()
            try await each(await task.value)
        }
    }
}
