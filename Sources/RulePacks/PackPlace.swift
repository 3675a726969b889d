/// 位置: where in a pack something stands, so that a person finds it at once.
public struct PackPlace: Hashable, Sendable {
    /// The file's path inside the pack.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, counted in characters.
    public let column: Int
    /// The path of keys to it, such as `names[0].source`; empty for the file as a whole.
    public let keys: String

    /// A place in a file.
    public init(file: String, line: Int = 1, column: Int = 1, keys: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.keys = keys
    }
}

extension PackPlace: CustomStringConvertible {
    /// `departments/tax.yaml:3:5`.
    public var description: String { "\(file):\(line):\(column)" }
}
