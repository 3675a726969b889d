import Credit
import Desk
import Intake

/// 入库答复的文字: what came of a file, for people and for scripts.
struct AnswerWords {
    let answer: SubmissionAnswer
    let kind: RecordKind
    let seconds: Double
    /// Files that were written beside it.
    let files: [String]

    /// The lines for people.
    var text: String {
        let counts = answer.counts
        let rate = counts.rows > 0 ? (counts.rows - counts.refused) * 10_000 / counts.rows : 10_000
        var lines = [
            "\(answer.file)：\(counts.rows) 行，新增 \(counts.accepted)，变更 \(counts.changed)，已知 \(counts.known)，"
                + "退回 \(counts.refused)（其中自然人 \(counts.persons)），迟报 \(counts.late)"
                + (counts.candidates > 0 ? "，其中本市名单候选 \(counts.candidates)（未列入、未公示，待承办人提出立案）" : "")
                + (counts.unknownTimeliness > 0 ? "，时限无法判断 \(counts.unknownTimeliness)" : "")
                + "；合规率 \(rate / 100).\(rate % 100 < 10 ? "0" : "")\(rate % 100)%；\(rounded) 秒"
        ]
        if let receipt = answer.receipt {
            lines.append(
                "  批次 \(answer.batch)，日志位置 \(receipt.first)–\(receipt.last)，文件摘要 \(receipt.digest.prefix(16))…")
        } else {
            lines.append("  仅核验，未写入 · checked only, nothing was written")
        }
        lines += files.map { "  \($0)" }
        return lines.joined(separator: "\n")
    }

    /// One JSON object, its first keys fixed by contract.
    var json: String {
        let counts = answer.counts
        var members = [
            "\"batch\":\(quoted(answer.batch))", "\"receipt\":\(receipt)", "\"file\":\(quoted(answer.file))",
            "\"rows\":\(counts.rows)", "\"accepted\":\(counts.accepted)", "\"changed\":\(counts.changed)",
            "\"known\":\(counts.known)", "\"refused\":\(counts.refused)", "\"persons\":\(counts.persons)",
            "\"late\":\(counts.late)", "\"resumed\":\(answer.wasResumed)", "\"seconds\":\(rounded)",
            "\"candidates\":\(counts.candidates)", "\"lateUnknown\":\(counts.unknownTimeliness)",
        ]
        if answer.receipt == nil { members.append("\"dryRun\":true") }
        members.append("\"templates\":[\(answer.remarks.templates.map { quoted($0.code) }.joined(separator: ","))]")
        members.append(
            "\"unknownColumns\":[\(answer.remarks.unknownColumns.map { quoted($0.title) }.joined(separator: ","))]")
        members.append("\"files\":[\(files.map(quoted).joined(separator: ","))]")
        return "{\(members.joined(separator: ","))}"
    }

    /// What else the sender should know.
    var remarks: [String] {
        var lines: [String] = []
        for table in answer.remarks.unread {
            let place = table.sheet.isEmpty ? "" : "工作表“\(table.sheet)”"
            let seen = table.titles.filter { !$0.isEmpty }.prefix(8).joined(separator: "、")
            let wanted = kind.templates[0].fields.prefix(6).map(\.title).joined(separator: "、")
            lines.append(
                "\(place)前 20 行没有找到“\(kind.title.chinese)”的表头（看到：\(seen)；应有：\(wanted)……），未读取 · no heading found")
        }
        for column in answer.remarks.unknownColumns {
            let hint = column.suggestion.map { "，是否“\($0)”？" } ?? ""
            lines.append("第 \(column.column + 1) 列“\(column.title)”不在模板内，未保存\(hint) · unknown column, not stored")
        }
        if answer.remarks.repeatedKeys > 0 {
            lines.append("同一文件内有 \(answer.remarks.repeatedKeys) 行与前面的行主键相同而内容不同，按先后记为变更 · same key, other content")
        }
        return lines
    }

    private var receipt: String {
        guard let receipt = answer.receipt else { return "null" }
        return "{\"digest\":\(quoted(receipt.digest)),\"first\":\(receipt.first),\"last\":\(receipt.last),"
            + "\"treeSize\":\(receipt.treeSize),\"root\":\(quoted(receipt.root))}"
    }

    private var rounded: String {
        let thousandths = Int((seconds * 1_000).rounded())
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }

    private func quoted(_ text: String) -> String { JSONText.quoted(text) }
}

/// JSON 文字: texts as they stand in JSON.
enum JSONText {
    /// A text in quotes.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        CanonicalWriter.append(text: text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
