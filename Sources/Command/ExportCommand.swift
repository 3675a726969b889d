import ArgumentParser
import Credit
import Desk
import Sheets
import Store

/// `chengxin export KIND`: 导出 — the records of a kind as CSV or JSON Lines; `export --layout CODE`: in the layout of a
/// higher platform.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "导出一类记录（CSV、JSON Lines），或按上级模板导出工作簿 · export records")
    enum Form: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }

    @OptionGroup var store: StoreOptions
    @Argument(help: "信用信息类别；给出 --layout 时不用 · kind; not needed with --layout") var kind: String?
    @Option(help: "格式") var format: Form = .csv
    @Option(help: "上报版式代码：按其列序写出文本工作簿 · layout code: exact column order, text cells") var layout: String?
    @Option(help: "输出文件；不给则写标准输出 · where to") var out: String?
    @Option(help: "某日 24 时的记录 · as of the end of a day") var on: Day?

    func run() throws {
        let rules = try store.packs.rules()
        let layout = try self.layout.map { try rules.reportingLayout($0, of: kind) }
        guard let kind = layout?.kind ?? kind else {
            throw Refusal("请写信用信息类别，或者用 --layout 写上报版式", "name a kind, or a layout with --layout", exit: 2)
        }
        let found = try rules.kind(named: kind)
        let ledger = try store.existingLedger()
        let day = on ?? store.clocks.clock.today
        if let layout {
            try write(layout, of: found, ledger, day)
            return
        }
        var out = Lines(path: self.out)
        let presentation = RecordPresentation(kind: found)
        let fields = found.templates[0].fields.filter { $0.visibility == .open }
        if format == .csv {
            let titles = ["id", "version", "subject", "received", "published_until", "contested"] + fields.map(\.title)
            out.add("\u{FEFF}" + titles.map(ErrorsFile.cell).joined(separator: ",") + "\r\n")
        }
        try ledger.read { reader in
            try reader.records(kind: kind, on: day) { stored in
                // What may not be published does not leave by this door either (R6, R10).
                guard stored.entry.publication.isPublished(on: day), !stored.hidesTrader else { return }
                let isContested = try reader.contest(of: stored.entry.id, on: day) != .none
                switch format {
                case .csv: out.add(try csv(stored.entry, isContested, fields, presentation))
                case .jsonl: out.add(try jsonLine(stored.entry, isContested, presentation))
                }
                try out.flush(whenOver: 1 << 20)
            }
        }
        try out.finish()
    }

    private func jsonLine(
        _ entry: RecordEntry, _ isContested: Bool, _ presentation: RecordPresentation
    ) throws -> String {
        let fields = try presentation.shown(entry.fields).map {
            "\(JSONText.quoted($0.name)):\(JSONText.quoted($0.value.chinese))"
        }
        return
            "{\"id\":\(JSONText.quoted(entry.id)),\"version\":\(entry.version),\"kind\":\(JSONText.quoted(entry.kind)),"
            + "\"subject\":\(JSONText.quoted(entry.subject)),\"received\":\"\(entry.received)\","
            + "\"publishedUntil\":\"\(entry.lastPublished)\",\"contested\":\(isContested),\"fields\":{\(fields.joined(separator: ","))}}\n"
    }

    private func csv(
        _ entry: RecordEntry, _ isContested: Bool, _ fields: [Field], _ presentation: RecordPresentation
    ) throws -> String {
        let shown = Dictionary(
            try presentation.shown(entry.fields).map { ($0.name, $0.value.chinese) },
            uniquingKeysWith: { first, _ in first })
        let cells =
            [entry.id, "\(entry.version)", entry.subject, "\(entry.received)", entry.lastPublished, "\(isContested)"]
            + fields.map { shown[$0.name] ?? "" }
        return cells.map(ErrorsFile.cell).joined(separator: ",") + "\r\n"
    }

    private func write(_ layout: ReportingLayout, of kind: RecordKind, _ ledger: Ledger, _ day: Day) throws {
        let path = out ?? layout.code + ".xlsx"
        let writer = try LayoutWorkbook.begin(layout, of: kind, at: path)
        var row = 1
        // The columns are the template's and stay so; what is contested stands on a sheet of its own.
        var contested: [(row: Int, id: String)] = []
        try ledger.read { reader in
            try reader.records(kind: kind.code, on: day) { stored in
                // The nation's and the region's forms ask for every decision that was made, and the count of those reported
                // is measured by it (domain 02: 上报率), so a row whose publication merely ran out is reported. What a
                // repair, an upheld objection or the exit from a list ended is withdrawn from copies outside (R5), and
                // does not go out anew by this door.
                guard try !reader.isEndedByDecision(stored.entry, on: day) else { return }
                row += 1
                if try reader.contest(of: stored.entry.id, on: day) != .none {
                    contested.append((row, stored.entry.id))
                }
                let values = try RowText(stored.entry)
                for (column, heading) in layout.columns.enumerated() {
                    let text = heading.fields.lazy.compactMap { values.text(of: $0, kind) }.first
                    // Persons' numbers are masked here as in every export (R10).
                    if let text { try writer.cell(row: row, column: column, ResidentNumber.masking(text)) }
                }
            }
        }
        if !contested.isEmpty { try write(contested: contested, to: writer) }
        try writer.close()
        Console.remark("\(path)：\(row - 1) 行 · rows")
    }
}

extension ExportCommand {
    /// 异议标注: which rows of the first sheet are contested.
    private func write(contested: [(row: Int, id: String)], to writer: XLSXWriter) throws {
        var form = XLSXWriter.Layout()
        form.isText = true
        form.widths = [10, 30, 30]
        try writer.sheet("异议标注", layout: form)
        for (column, title) in ["行号", "信息编号", "标注"].enumerated() {
            try writer.cell(row: 1, column: column, title, style: .heading)
        }
        for (line, found) in contested.enumerated() {
            for (column, text) in ["\(found.row)", found.id, "有异议"].enumerated() {
                try writer.cell(row: line + 2, column: column, text)
            }
        }
    }
}

/// Lines on their way to a file or to standard output.
private struct Lines {
    private let path: String?
    private var bytes: [UInt8] = []
    private var whole: [UInt8] = []

    init(path: String?) { self.path = path }

    mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func flush(whenOver limit: Int) throws {
        guard bytes.count > limit else { return }
        if path == nil { Console.bytes(bytes) } else { whole += bytes }
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func finish() throws {
        if let path { try Output.write(whole + bytes, to: path) } else { Console.bytes(bytes) }
    }
}

extension RecordEntry {
    /// The last day of publication as text; empty for basic facts, which have none.
    fileprivate var lastPublished: String {
        if case .until(let day) = publication.period, day != .endless { "\(day)" } else { "" }
    }
}

extension StoredRecord {
    /// A sole trader has no row in bulk files (R10); basic facts are the registry's own.
    fileprivate var hidesTrader: Bool { entry.family != .registry && isTrader }
}
