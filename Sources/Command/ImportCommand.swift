import ArgumentParser
import Credit
import Desk
import Glibc
import Intake
import Store

/// `chengxin import`: 归集 — files of a department become batches.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "报送数据入库，逐格指出错误 · take in files of a department")
    @OptionGroup var store: StoreOptions
    @Argument(help: "信用信息类别 · kind") var kind: String
    @Argument(help: "文件（CSV、XLSX、XLS、XML 表格、JSON，可用 gzip/zip 压缩）· files") var files: [String]
    @Option(help: "报送部门代码 · department code") var department: String
    @Flag(help: "每个文件输出一个 JSON 对象") var json = false
    @Flag(help: "只核验和预测，不写入任何数据 · check and predict, write nothing") var dryRun = false
    @Option(help: "申报的收到日期（补录历史文件用）· the day the files had come in") var received: Day?
    @Option(help: "列名对照文件，每行“表头=字段”· mapping file, one “heading=field” a line") var map: String?
    @Option(help: "错误清单的语言 zh 或 en") var lang = "zh"

    func run() async throws {
        let rules = try store.packs.rules()
        guard let found = rules.kinds[kind] else {
            throw Refusal(
                "没有“\(kind)”这一类；有：\(rules.kinds.codes.joined(separator: "、"))", "there is no kind “\(kind)”", exit: 2)
        }
        guard rules.departments[department] != nil else {
            throw Refusal(
                "没有“\(department)”这个部门；有：\(rules.departments.codes.joined(separator: "、"))",
                "there is no department “\(department)”", exit: 2)
        }
        let clock = store.clocks.clock
        if let received, received > clock.today {
            throw Refusal("收到日期 \(received) 晚于今天", "the day of receipt lies after today", exit: 2)
        }
        let mapping = try HeadingMaps(store: store).mapping(
            department: department, kind: found, given: map, keeping: !dryRun, at: clock.now())
        var failures: [any Error] = []
        var taken = 0
        for path in files {
            let file = SubmittedFile(
                path: path, kind: found, department: department, received: received ?? clock.today,
                isDeclared: received != nil, mapping: mapping, options: Workbooks.options)
            do {
                if dryRun {
                    try await predict(file, rules)
                } else {
                    try await take(file, rules, clock)
                }
                taken += 1
            } catch {
                // One unreadable file does not keep the others out.
                failures.append(error)
                Console.remark("\(file.name)：\(Refusal.words(for: error))")
                if error is CancellationError || error is StoreProblem { break }
            }
        }
        if taken == 0 || failures.contains(where: { $0 is StoreProblem }) { throw ExitCode(1) }
    }

    private func take(_ file: SubmittedFile, _ rules: Rules, _ clock: Clock) async throws {
        let ledger = try store.ledger()
        if file.isDeclared, try ledger.read({ try $0.hasLiveBatch() }) {
            throw Refusal("库中已有实时报送的批次，不能再申报收到日期", "the store has live days: a day of receipt cannot be declared")
        }
        let random = RandomSource()
        let run = SubmissionRun(ledger: ledger, rules: rules, newID: { random.id() }, now: { clock.now() })
        let started = Clock.seconds()
        var bar = ProgressBar(name: file.name)
        let back = SubmissionFiles(ledger: ledger, file: file, data: store.data, isEnglish: lang == "en")
        var written: [String] = []
        let answer = try await run.take(file) {
            bar.show($0)
        } deliver: {
            written = try back.write($0)
        } review: {
            AdoptCommand.show(looked: $0, shortened: $1)
        }
        bar.clear()
        let seconds = Clock.seconds() - started
        report(answer, kind: file.kind, seconds: seconds, files: written)
    }

    private func predict(_ file: SubmittedFile, _ rules: Rules) async throws {
        let started = Clock.seconds()
        let ledger = store.exists ? try store.existingLedger() : nil
        var bar = ProgressBar(name: file.name)
        let errors = ErrorsFile(file: file.name, kind: file.kind, isEnglish: lang == "en")
        let answer = try await SubmissionCheck(ledger: ledger, rules: rules).predict(file) { refusal in
            Console.remark(((try? errors.lines(refusal)) ?? refusal.sheet).trimmed)
        } watch: {
            bar.show($0)
        }
        bar.clear()
        report(answer, kind: file.kind, seconds: Clock.seconds() - started, files: [])
    }

    private func report(_ answer: SubmissionAnswer, kind: RecordKind, seconds: Double, files: [String]) {
        let words = AnswerWords(answer: answer, kind: kind, seconds: seconds, files: files)
        for remark in words.remarks { Console.remark(remark) }
        Console.line(json ? words.json : words.text)
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let last = text.last, last.isNewline { text = text.dropLast() }
        return String(text)
    }
}
