import Credit
import Desk
import Intake
import Portal
import Proofs
import RulePacks
import Sheets
import Store

/// 退回: why a command could not do what it was asked, in one sentence, with its exit status.
struct Refusal: Error {
    /// The sentence, Chinese and English.
    let sentence: String
    /// 1 nothing could be done, 2 wrong usage, 3 checked and found wrong.
    let exit: Int32

    init(_ chinese: String, _ english: String, exit: Int32 = 1) {
        sentence = "\(chinese) · \(english)"
        self.exit = exit
    }

    /// The sentence for any error: a person's is told as it is; anything else is ours, and its details are named.
    static func words(for error: any Error) -> String {
        switch error {
        case let problem as FileProblem: "\(problem.code) \(problem.chinese) · \(problem.english)"
        case let problem as DeskProblem: "\(problem.code) \(problem.chinese) · \(problem.english)"
        case let problem as any CaseProblem: "\(problem.code) \(problem.words.chinese) · \(problem.words.english)"
        case let problem as OfficeRefusal: "\(problem.code) \(problem.words.chinese) · \(problem.words.english)"
        case let problem as ProofProblem: "\(problem.code) \(problem.chinese) · \(problem.english)"
        case let problem as StoreProblem: "\(problem.code) \(problem.chinese) · \(problem.english)"
        case let problems as PackProblems:
            problems.problems.map { "\($0.chinese)\n\($0.english)" }.joined(separator: "\n")
        case let problem as SheetProblem: "\(problem.chinese) · \(problem.english)"
        case is CancellationError: "已停止；再次运行同一命令即可续做 · stopped; run the same command again to go on"
        default: "内部错误 · internal error: \(error)"
        }
    }
}
