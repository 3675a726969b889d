import ArgumentParser
import Credit

/// B1: classify codes, both check digits, one core.
struct BenchCodes: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "codes", abstract: "B1 代码分类")
    @Option(name: .customLong("in"), help: "bench inputs 的文件夹") var folder: String
    @Option var rounds = 5

    func run() throws {
        let bytes = try Input.bytes(of: folder + "/codes.txt")
        var tally = CodeTally()
        let count = bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
        let measured = bytes.withUnsafeBytes { buffer in
            Measurement("B1 classify", units: count, unit: "codes", rounds: rounds) {
                tally = CodeClassifier.tally(lines: buffer)
            }
        }
        Console.line(measured.line)
        Console.line(
            CodeClass.allCases.filter { tally[$0] > 0 }.map { "\($0.rawValue) \(tally[$0])" }.joined(separator: ", "))
    }
}
