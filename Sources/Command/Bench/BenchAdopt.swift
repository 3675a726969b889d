import ArgumentParser
import Credit
import Store
import StoreSQLite

/// Adopting a rule that shortens every second of many running publications (R6).
struct BenchAdopt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "启用新规则、缩短公示期 · adopting a rule that shortens")
    @Option(help: "测速用的文件夹") var out: String
    @Option var records = 100_000

    func run() throws {
        let store = ScratchStore(folder: out + "/adopt-store")
        defer { store.remove() }
        let ledger = try store.ledger()
        let instant = Instant(day: Day("2026-06-30")!, hour: 9)
        try ledger.adopt(rules("1", ["R1": ("2023-05-01", 36)]), at: { instant })
        var number = 0
        while number < records {
            let count = min(5_000, records - number)
            try ledger.record(at: instant) { _ in (0..<count).map { entry(number + $0) } }
            number += count
        }
        let start = Clock.seconds()
        let outcome = try ledger.adopt(
            rules("2", ["R1": ("2023-05-01", 36), "R2": ("2026-04-01", 12)]), at: { instant })
        let seconds = Clock.seconds() - start
        Console.line(
            "adopt\t\(outcome.looked) looked at, \(outcome.shortened) shortened in \(Int(seconds * 1_000)) ms\t"
                + "\(Int(Double(outcome.looked) / seconds)) records/s\tpeak \(Memory.peak) MiB")
    }

    private func rules(_ version: String, _ steps: [String: (from: String, months: Int)]) -> Rules {
        let source = Source(document: "bench", mark: .unverified)
        var rules = Rules(
            code: "bench", name: Label(chinese: "测速", english: "bench"), version: version, digest: version, region: "")
        rules.kinds = Register([
            RecordKind(
                code: "bench", title: rules.name, family: .penalty, catalogueClass: "bench", department: "bench",
                source: source, dueWithin: nil, templates: [],
                publication: .byGrade(
                    steps.sorted { $0.key < $1.key }.map {
                        .init(
                            version: $0.key, from: Day($0.value.from)!, source: source, light: nil,
                            general: $0.value.months, serious: 36, summary: .byKind)
                    }), demonstration: nil)
        ])
        return rules
    }

    /// Decided a year before the rule, so that one of general gravity loses two years of its three.
    private func entry(_ number: Int) -> Event {
        let digits = String(number)
        let day = Day("2025-09-10")!
        let last = day.adding(months: 36)
        return .record(
            RecordEntry(
                id: "bench" + String(repeating: "0", count: 9 - digits.utf8.count) + digits, version: 1, kind: "bench",
                family: .penalty, batch: "bench", line: number, department: "bench",
                key: String(repeating: "0", count: 32 - digits.utf8.count) + digits,
                subject: "obj:bench:\(number % 10_000)", subjectName: "演示主体\(number % 10_000)", formerNames: [],
                status: nil, decided: day, received: day, timeliness: .inTime,
                publication: Publication(
                    period: .until(last), grade: number % 2 == 0 ? .general : .serious, gradeDerived: true, rule: "R1",
                    lastDayByRule: last), fields: Array(#"{"content":"\#(number)"}"#.utf8)))
    }
}
