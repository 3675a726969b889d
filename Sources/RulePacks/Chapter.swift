import Credit

/// 章: one folder of a pack and the reader of its files.
///
/// A new sort of thing in packs is one more chapter in `Chapter.all` and one more register in `Rules`. A chapter reads
/// every file of its folder, the files in the order of their names, and enters what it read into the rules.
struct Chapter: Sendable {
    /// The folder's name.
    let folder: String
    /// What becomes of the folder's files.
    let read: @Sendable ([Strict], inout Rules) -> Void

    /// A chapter whose every file declares one thing.
    static func of<Entry: Coded>(
        _ folder: String, into register: any WritableKeyPath<Rules, Register<Entry>> & Sendable,
        sortedBy before: (@Sendable (Entry, Entry) -> Bool)? = nil, _ read: @escaping @Sendable (Strict) -> Entry?
    ) -> Chapter {
        Chapter(folder: folder) { files, rules in
            let entries = files.compactMap { $0.run(read) }
            rules[keyPath: register] = Register(before.map { entries.sorted(by: $0) } ?? entries)
        }
    }

    /// All chapters; examples are read apart, since they need a checker.
    static let all: [Chapter] = [
        .regions, .departments, .terms, .catalogue, .calendar, .plan, .vocabularies, .templates, .records, .layouts,
        .monitoring, .letters,
        .guide,
        .measures, .lists, .procedures, .memoranda, .commitments, .policies, .news, .repairs, .repairRoutes, .clocks,
        .noticeBodies,
    ]
}
