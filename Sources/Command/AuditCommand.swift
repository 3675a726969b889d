import ArgumentParser
import Credit
import Desk
import Intake

extension CodeCommand {
    /// `code audit FILE`: 重错码率 of a register, with its parts and the file of corrections.
    struct Audit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "重错码率及其构成，并给出纠错回传 · duplicate-and-error rate with its parts")
        @OptionGroup var packs: PackOptions
        @Argument(help: "登记表（CSV、工作簿、JSON）") var file: String
        @Option(help: "按哪一类的表头识别 · kind whose headings are looked for") var kind: String?
        @Flag(help: "先归一再核验 · even out before judging") var fold = false
        @Flag(help: "输出 JSON") var json = false
        @Option(help: "纠错回传文件（CSV）的路径 · where to write the correction file") var corrections: String?

        func run() throws {
            let rules = try packs.rules()
            let found = kind.map { rules.kinds[$0] } ?? rules.kinds.first { $0.family == .registry }
            guard let kind = found else { throw Refusal("没有这一类：\(self.kind ?? "")", "no such kind", exit: 2) }
            var audit = CodeAudit(folding: fold)
            var feed = TableFeed(source: try OpenedFile.open(path: file, options: Workbooks.options), kind: kind)
            while let bound = try feed.next() { take(bound, into: &audit) }
            guard !feed.headings.isEmpty else {
                throw Refusal("没有找到代码和名称两列的表头", "no heading with a code and a name was found")
            }
            let result = audit.result
            if json { Console.line(result.json) } else { Console.line(result.lines) }
            if let corrections { try write(audit.corrections, to: corrections) }
        }

        private func take(_ bound: BoundBlock, into audit: inout CodeAudit) {
            func column(_ role: Role) -> Int {
                bound.plan.template.index(of: role).map { bound.plan.columns[$0] } ?? -1
            }
            let (code, name) = (column(.subjectCode), column(.subjectName))
            bound.block.bytes.withUnsafeBytes { bytes in
                func cell(_ row: RowBlock.Row, _ column: Int) -> UnsafeRawBufferPointer {
                    guard column >= 0, column < row.cellCount else {
                        return UnsafeRawBufferPointer(start: nil, count: 0)
                    }
                    let cell = bound.block.cells[row.firstCell + column]
                    let (start, end) = ByteFolding.trimmed(bytes, Int(cell.offset), Int(cell.offset) + cell.length)
                    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                }
                for index in bound.rows {
                    let row = bound.block.rows[index]
                    let (found, called) = (cell(row, code), cell(row, name))
                    if !found.isEmpty || !called.isEmpty { audit.add(code: found, name: called) }
                }
            }
        }

        private func write(_ rows: [CodeCorrection], to path: String) throws {
            var text = "\u{FEFF}行号,统一社会信用代码,名称,数据操作标识位,原因\r\n"
            for row in rows {
                let cells = ["\(row.row)", row.code, row.name, "\(row.operation.rawValue)", row.cause.title.chinese]
                text += cells.map(ErrorsFile.cell).joined(separator: ",") + "\r\n"
            }
            try Output.write(Array(text.utf8), to: path)
        }
    }
}

extension CodeAuditResult {
    fileprivate var figures: [(name: String, label: String, value: Int)] {
        [
            ("rows", "行数", rows), ("base", "基数（有代码）", base), ("wrong", "错码", wrong),
            ("duplicates", "重码（首个之外）", duplicates), ("subjectsBeyondFirst", "其中一码多赋", subjectsBeyondFirst),
            ("codesBeyondFirst", "其中一主体多码", codesBeyondFirst), ("errors", "重错码", errors),
            ("errorsWithWholeGroups", "重错码（重码组全计）", errorsWithWholeGroups), ("repeatedRows", "完全重复的行", repeatedRows),
        ]
    }

    fileprivate var lines: String {
        let classes = CodeClass.allCases.filter { tally[$0] > 0 }.map { "  \($0.rawValue)\t\(tally[$0])" }
        let rate = rate(per: 1_000_000).map { "\($0) / 1000000" } ?? "没有有代码的行"
        return (figures.map { "\($0.label)\t\($0.value)" } + ["重错码率\t\(rate)"] + classes).joined(separator: "\n")
    }

    fileprivate var json: String {
        var members = figures.map { "\"\($0.name)\":\($0.value)" }
        if let rate = rate(per: 1_000_000) { members.append("\"ratePerMillion\":\(rate)") }
        if let whole = rate(per: 1_000_000, wholeGroups: true) {
            members.append("\"ratePerMillionWholeGroups\":\(whole)")
        }
        if let kept = isAtMost(perTenThousand: 6) { members.append("\"withinPlan\":\(kept)") }
        let classes = CodeClass.allCases.map { "\"\($0.rawValue)\":\(tally[$0])" }.joined(separator: ",")
        return "{\(members.joined(separator: ",")),\"classes\":{\(classes)}}"
    }
}
