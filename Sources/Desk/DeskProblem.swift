import Credit
import Intake

/// 报送问题: why a file could be read and yet nothing of it be taken in.
public enum DeskProblem: Error, Sendable, Equatable {
    /// In none of its tables a heading of the kind was found.
    case noHeading(file: String, kind: Label, seen: [String], wanted: [String])

    /// The code by which the problem is found in the list of problems.
    public var code: String { "DESK-101" }

    /// One Chinese sentence: the fact and what to do.
    public var chinese: String {
        switch self {
        case .noHeading(let file, let kind, let seen, let wanted):
            let shown = seen.isEmpty ? "空表" : seen.joined(separator: "、")
            return "“\(file)”前 \(HeadingFinder.reach) 行没有“\(kind.chinese)”的表头（看到：\(shown)）；"
                + "应有“\(wanted.joined(separator: "”“"))”等列，可用 --map 指定列名对照。"
        }
    }

    /// The same in English.
    public var english: String {
        switch self {
        case .noHeading(let file, let kind, _, _):
            "The first \(HeadingFinder.reach) rows of “\(file)” hold no heading of “\(kind.english)”; "
                + "use the template or name the columns with --map."
        }
    }
}
