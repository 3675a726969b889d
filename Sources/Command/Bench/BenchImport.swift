import ArgumentParser
import Credit
import Desk
import Glibc
import Proofs
import Store
import StoreSQLite

/// B3: take rows in durably: check, identify, record, log leaf, index.
struct BenchImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "B3 入库全程")
    @OptionGroup var packs: PackOptions
    @Option(name: .customLong("in"), help: "bench inputs 的文件夹") var folder: String
    @Option var rounds = 3

    func run() async throws {
        let rules = try packs.rules()
        guard let kind = rules.kinds.first(where: { $0.family == .penalty }) else { return }
        let day = Day("2026-06-30")!
        let file = SubmittedFile(
            path: folder + "/penalties-one-percent-bad.csv", kind: kind, department: kind.department, received: day,
            isDeclared: false)
        var seconds: [Double] = []
        var firstVisible: [Double] = []
        var rows = 0
        for round in 0..<rounds {
            let store = ScratchStore(folder: "\(folder)/store-\(round)")
            defer { store.remove() }
            let ledger = try store.ledger()
            let random = RandomSource()
            let run = SubmissionRun(
                ledger: ledger, rules: rules, newID: { random.id() }, now: { Instant(day: day, hour: 9) })
            let start = Clock.seconds()
            var first: Double?
            let answer = try await run.take(file) { _ in if first == nil { first = Clock.seconds() - start } }
            seconds.append(Clock.seconds() - start)
            firstVisible.append(first ?? 0)
            rows = answer.counts.rows
        }
        Console.line(
            Measurement(
                "B3 import (synchronous=FULL, a block a transaction)", units: rows, unit: "rows", seconds: seconds
            ).line
                + "\tfirst rows after \(Int(firstVisible.sorted()[firstVisible.count / 2] * 1_000)) ms")
    }
}

/// A store that is thrown away.
struct ScratchStore {
    let folder: String

    func ledger() throws -> Ledger {
        remove()
        try Output.folder(folder)
        let random = RandomSource()
        return try Ledger(
            engine: try SQLiteEngine(path: folder + "/chengxin.db"), folder: LogFolder(path: folder),
            settings: LogSettings(origin: "bench.example/log", isRehearsal: true, seed: { Chance.bytes(32) }),
            salts: { random.salt() })
    }

    func remove() {
        guard let entries = opendir(folder) else { return }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { unlink(folder + "/" + name) }
        }
        closedir(entries)
        rmdir(folder)
    }
}
