import ArgumentParser
import Credit
import Intake
import Search

/// B5: find subjects among a million names.
struct BenchSearch: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search", abstract: "B5 主体检索")
    @Option(help: "名称：文档号<TAB>代码<TAB>名称 · names") var names: String
    @Option(help: "问题：组<TAB>文字<TAB>正确文档 · questions") var questions: String
    @Option var rounds = 5

    func run() throws {
        let lines = String(decoding: try Input.bytes(of: names), as: UTF8.self).split(separator: "\n")
        let start = Clock.seconds()
        let index = NameIndex(
            lines.lazy.compactMap { line in
                let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard parts.count == 3, let document = UInt32(parts[0]) else { return nil }
                return NameEntry(document: document, name: String(parts[2]), code: String(parts[1]))
            }, expecting: lines.count)
        Console.line(
            "B5 build\t\(lines.count) names in \(Int((Clock.seconds() - start) * 1_000)) ms\t"
                + "index \(index.size >> 20) MiB\tpeak \(Memory.peak) MiB")
        let asked = String(decoding: try Input.bytes(of: questions), as: UTF8.self).split(separator: "\n")
            .compactMap { SearchBench.Question(line: $0) }
        let bench = SearchBench(questions: asked)
        for figure in bench.run(index, rounds: rounds, now: { UInt64(Clock.seconds() * 1e9) }) { tell(figure) }
        tell(bench.run(index, mix: BenchSearch.mix, rounds: rounds, now: { UInt64(Clock.seconds() * 1e9) }))
    }

    /// What visitors ask: pieces of names, whole names, typos, the beginnings of codes.
    private static let mix: Set<String> = [
        "part-2", "part-3", "part-4", "part-5", "part-6", "full", "typo-wrong", "code-prefix",
    ]

    private func tell(_ figure: SearchBench.Figure) {
        var line =
            "B5 \(figure.group)\t\(figure.count) questions\t\(Int(figure.perSecond))/s\t"
            + "median \(figure.median / 1_000) µs\tp99 \(figure.p99 / 1_000) µs\tslowest \(figure.slowest / 1_000) µs"
        if figure.judged > 0 {
            line +=
                "\trecall@1 \(figure.first * 1_000 / figure.judged)‰\trecall@5 \(figure.firstFive * 1_000 / figure.judged)‰"
        }
        Console.line(line)
    }
}
