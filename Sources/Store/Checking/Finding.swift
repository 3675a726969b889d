/// 发现: one thing that is not as the log says it must be: in which table, at which key, and what.
public struct Finding: Hashable, Sendable {
    /// Table, or `file`, `schema`, `checkpoint`.
    public let table: String
    /// Key of the row: its columns with a slash between them.
    public let key: String
    /// What is wrong, in Chinese.
    public let chinese: String
    /// What is wrong, in English.
    public let english: String

    init(_ table: String, _ key: String, _ chinese: String, _ english: String) {
        self.table = table
        self.key = key
        self.chinese = chinese
        self.english = english
    }
}

/// 核验结果: what `verify` found, and what it looked at.
public struct Verification: Hashable, Sendable {
    /// Everything that is not as it must be; empty where nothing was altered.
    public var findings: [Finding]
    /// How many entries were replayed.
    public var entries: Int
    /// How many rows of derived tables were compared.
    public var rows: Int
    /// 依法删除的条目: positions whose content was erased by an entry of the log that says so; they are not altered.
    public var erased: [Int] = []
    /// How many erasures are not cleaned up after yet.
    public var unfinishedErasures = 0
    /// Root of the log as its entries make it, in hexadecimal.
    public var root: String
    /// Whether further findings were left out because there were too many to list.
    public var isCut: Bool

    /// Whether nothing was found.
    public var isClean: Bool { findings.isEmpty }
}
