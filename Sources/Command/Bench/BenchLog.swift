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
        try proveInMemory(number)
        let start = Clock.seconds()
        let report = try ScratchEngine.use { try ledger.verify(into: $0) }
        Console.line(
            "B4 verify\t\(report.entries) events in \(Int((Clock.seconds() - start) * 1_000)) ms\t"
                + "findings \(report.findings.count)\tpeak \(Memory.peak) MiB")
    }

    /// As the peers prove: from a tree in memory, at positions in no order.
    private func proveInMemory(_ size: Int) throws {
        var appender = TileAppender()
        var leaf = Digest(hex: String(repeating: "5a", count: 32))!
        var tiles: [Tile] = []
        for _ in 0..<size {
            leaf = MerkleTree.nodeHash(leaf, leaf)
            appender.append(leaf)
            tiles += appender.takeFullTiles()
        }
        tiles += appender.takeTiles()
        var prover = Prover(tiles: BenchTiles(tiles), capacity: 1 << 20)
        var place = 1
        let proofs = try Measurement(
            "B4 inclusion proof, tree of \(size) in memory", units: 200_000, unit: "proofs", rounds: rounds + 1
        ) {
            for _ in 0..<200_000 {
                place = (place &* 6_364_136_223 &+ 1_442_695) & 0x7fff_ffff
                _ = try prover.inclusion(of: place % size, size: size)
            }
        }
        Console.line(proofs.line)
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

/// Tiles that lie in memory.
private struct BenchTiles: TileReader {
    private let tiles: [Int: [UInt8]]

    init(_ tiles: [Tile]) {
        self.tiles = Dictionary(tiles.map { ($0.index << 4 | $0.level, $0.hashes) }, uniquingKeysWith: { $1 })
    }

    func hashes(level: Int, index: Int) throws -> [UInt8] { tiles[index << 4 | level] ?? [] }
}
