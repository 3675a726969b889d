import ArgumentParser
import Credit
import Samples

/// `bench inputs`: the files that all measurements, ours and the peers', read.
struct BenchInputs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inputs", abstract: "生成测速用的文件：代码、处罚行（0、1%、100% 错行）、主体名称")
    @OptionGroup var packs: PackOptions
    @Option(help: "输出文件夹") var out: String
    @Option(help: "代码个数") var codes = 10_000_000
    @Option(help: "行数") var rows = 1_000_000
    @Option(help: "主体数") var names = 1_000_000

    func run() throws {
        try Output.folder(out)
        let rules = try packs.rules()
        for (name, bad) in [("good", 0), ("one-percent-bad", 10), ("all-bad", 1_000)] {
            try write("penalties-\(name).csv", rules: rules, families: [.penalty], records: rows, bad: bad)
        }
        try write("subjects.csv", rules: rules, families: [.registry], records: 0, bad: 0)
        try writeCodes()
        Console.line("\(out)：codes.txt penalties-*.csv subjects.csv")
    }

    private func write(
        _ name: String, rules: Rules, families: Set<RecordFamily>, records: Int, bad: Int
    ) throws {
        var order = try SampleOrder(
            subjects: records == 0 ? names : 100_000, records: records, seed: 7, until: Day("2026-06-30")!, rules: rules
        )
        let wanted = Set(rules.kinds.filter { families.contains($0.family) }.map(\.code))
        order.targets = order.targets.filter { wanted.contains($0.kind) }
        (order.badShare, order.duplicateShare) = (bad, 0)
        let file = GrowingFile(path: out + "/" + name)
        defer { file.close() }
        _ = try SampleCommand.write(order: order, to: CSVSampleWriter { try file.append($1) })
    }

    /// Codes in the distribution of real columns: 98 % right, the others wrong in every way.
    private func writeCodes() throws {
        let file = GrowingFile(path: out + "/codes.txt")
        defer { file.close() }
        var source = SplitMix(state: 11)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 20)
        for _ in 0..<codes {
            var code = source.code()
            let chance = source.next() % 100
            if chance == 0 { code[17] = code[17] == 0x30 ? 0x31 : 0x30 }
            if chance == 1 { code[Int(source.next() % 18)] = 0x49 }
            bytes += code
            bytes.append(0x0A)
            if bytes.count > 1 << 20 {
                try bytes.withUnsafeBytes { try file.append($0) }
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try bytes.withUnsafeBytes { try file.append($0) }
    }
}

/// A small generator of numbers, the same on every machine.
struct SplitMix {
    var state: UInt64

    /// The next number.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A code of which both check digits are right.
    mutating func code() -> [UInt8] {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
        let body = (0..<8).map { _ in alphabet[Int(next() % 31)] }
        let first = "91640500" + String(decoding: body, as: UTF8.self)
        return CreditCode(completing: first).map { Array($0.text.utf8) } ?? Array((first + "00").utf8)
    }
}
