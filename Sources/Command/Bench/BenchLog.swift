import ArgumentParser
import Credit
import Proofs
import Store
import StoreSQLite

/// B4: append durably at batch 1 and 1,000; prove; verify.
struct BenchLog: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: "B4 日志追加、证明、核验")
    @Option(help: "测速用的文件夹") var out: String
    @Option var events = 1_000_000
    @Option var rounds = 5

    func run() throws {
        let store = ScratchStore(folder: out + "/log-store")
        defer { store.remove() }
        let ledger = try store.ledger()
        let day = Day("2026-06-30")!
        let instant = Instant(day: day, hour: 9)
        var number = 0
        func entries(_ count: Int) -> [Event] {
            (0..<count).map { _ in
                number += 1
                return .record(BenchLog.entry(number, day))
            }
        }
        let single = try Measurement("B4 append durable, batch 1", units: 2_000, unit: "events", rounds: rounds) {
            for _ in 0..<2_000 { try ledger.record(at: instant) { _ in entries(1) } }
        }
        Console.line(single.line)
        let thousand = try Measurement("B4 append durable, batch 1,000", units: 50_000, unit: "events", rounds: rounds)
        {
            for _ in 0..<50 { try ledger.record(at: instant) { _ in entries(1_000) } }
        }
        Console.line(thousand.line)
        while number < events { try ledger.record(at: instant) { _ in entries(min(5_000, events - number)) } }
        let proofs = try Measurement("B4 evidence with inclusion proof", units: 2_000, unit: "proofs", rounds: rounds) {
            for index in 0..<2_000 { _ = try ledger.evidence(at: (index * 7_919) % number) }
        }
        Console.line(proofs.line)
        let start = Clock.seconds()
        let report = try ScratchEngine.use { try ledger.verify(into: $0) }
        Console.line(
            "B4 verify\t\(report.entries) events in \(Int((Clock.seconds() - start) * 1_000)) ms\t"
                + "findings \(report.findings.count)\tpeak \(Memory.peak) MiB")
    }

    private static func entry(_ number: Int, _ day: Day) -> RecordEntry {
        let digits = String(number)
        let padded = String(repeating: "0", count: 32 - digits.utf8.count) + digits
        let fields = Array(
            "{\"basis\":\"演示依据第一条\",\"content\":\"罚款\(number)元\",\"document-number\":\"卫演罚〔2026〕\(number)号\"}".utf8)
        return RecordEntry(
            id: "bench" + digits, version: 1, kind: "bench", family: .penalty, batch: "bench", line: number,
            department: "bench", key: padded, subject: "obj:bench:\(number % 10_000)",
            subjectName: "演示主体\(number % 10_000)",
            formerNames: [], status: nil, decided: day, received: day, timeliness: .inTime,
            publication: Publication(
                period: .until(day + 365), grade: .general, gradeDerived: true, rule: "bench", lastDayByRule: nil),
            fields: fields)
    }
}
