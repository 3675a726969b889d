import ArgumentParser
import Credit
import Intake

/// `chengxin code`: 统一社会信用代码核验.
struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "统一社会信用代码核验 · checks of unified social credit codes",
        subcommands: [Check.self, Audit.self])

    /// `code check`: value, class and reason of every line read.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "逐行核验：值、类别、理由，以制表符分隔 · value, class, reason of each line")
        @Flag(help: "先归一：全角、大小写、空格、连字符 · even out width, case, spaces and hyphens first")
        var fold = false
        @Option(help: "语言 zh 或 en · language") var lang = "zh"
        @Argument(help: "代码；不给则逐行读标准输入 · codes; without any, lines of standard input")
        var codes: [String] = []

        func run() throws {
            let bytes =
                codes.isEmpty ? try Input.bytes(of: nil) : Array(codes.map { $0 + "\n" }.joined().utf8)
            var out: [UInt8] = []
            bytes.withUnsafeBytes { all in
                CodeClassifier.forEachLine(in: all, folding: fold) { line, _ in
                    let finding = CodeFinding(line, folding: fold)
                    let words = lang == "en" ? finding.words.english : finding.words.chinese
                    out.append(contentsOf: "\(finding.shownValue)\t\(finding.found.rawValue)\t\(words)\n".utf8)
                    if out.count > 1 << 20 {
                        Console.bytes(out)
                        out.removeAll(keepingCapacity: true)
                    }
                }
            }
            Console.bytes(out)
        }
    }
}
