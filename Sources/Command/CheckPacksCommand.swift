import ArgumentParser
import Credit
import Proofs
import RulePacks

/// `chengxin check-packs`: reads a pack strictly and runs its examples.
struct CheckPacksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-packs", abstract: "核对规则包并运行其示例 · check a pack and run its examples")
    @OptionGroup var packs: PackOptions

    func run() throws {
        do {
            let report = try packs.folder().checked(
                kinds: ExampleKind.standard + [.record]
            ) { SHA256.digest(of: $0).hex }
            for problem in report.problems { tell(problem) }
            let rules = report.rules
            Console.line(
                "\(rules.code) \(rules.version)：部门 \(rules.departments.count)，类别 \(rules.kinds.count)，"
                    + "条目 \(rules.planItems.count)，名单 \(rules.lists.count)，措施 \(rules.measures.measures.count)，"
                    + "方案引用文件 \(rules.memoranda.count)，承诺类型 \(rules.commitments.kinds.count)，"
                    + "制度文件 \(rules.policies.count)，动态 \(rules.news.count)，日历 \(rules.calendar.count) 年，示例 \(report.run)，"
                    + "问题 \(report.problems.count)")
            if !report.problems.isEmpty { throw ExitCode(3) }
        } catch let problems as PackProblems {
            for problem in problems.problems { tell(problem) }
            throw ExitCode(3)
        }
    }

    private func tell(_ problem: PackProblem) {
        Console.line(problem.chinese)
        Console.line("  " + problem.english)
    }
}
