import ArgumentParser
import Credit
import Intake

/// B2: check rows against every rule, with a reason for every bad cell.
struct BenchCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "B2 逐行校验（不写入）")
    @OptionGroup var packs: PackOptions
    @Option(name: .customLong("in"), help: "bench inputs 的文件夹") var folder: String
    @Option var rounds = 5
    @Option(help: "同时校验的块数 · blocks checked at once") var width = 3

    func run() async throws {
        let rules = try packs.rules()
        guard let kind = rules.kinds.first(where: { $0.family == .penalty }) else { return }
        let term = kind.dueWithin.map { WorkingTerm(days: $0, in: WorkingCalendar(rules.calendar)) }
        for name in ["good", "one-percent-bad", "all-bad"] {
            var (rows, refused, problems) = (0, 0, 0)
            var seconds: [Double] = []
            for round in 0...rounds {
                (rows, refused, problems) = (0, 0, 0)
                let start = Clock.seconds()
                let opened = try OpenedFile.open(path: "\(folder)/penalties-\(name).csv")
                var file = CheckedFile(
                    feed: TableFeed(source: opened, kind: kind),
                    context: CheckContext(received: Day("2026-06-30")!, term: term), drafting: false, width: width)
                try await file.forEach { bound, checked in
                    rows += bound.rows.count - checked.blank
                    problems += checked.problems.count
                    refused += checked.rows.count
                }
                if round > 0 { seconds.append(Clock.seconds() - start) }
            }
            Console.line(
                Measurement("B2 check \(name)", units: rows, unit: "rows", seconds: seconds).line
                    + "\trefused \(refused), problems \(problems)")
        }
    }
}
