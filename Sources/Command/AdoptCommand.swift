import ArgumentParser
import Credit
import Store

/// `chengxin adopt`: 启用规则 — takes the rules of a pack into use without waiting for the next file: publications that run
/// and of which they leave less are shortened (R6), and every running clock that their calendar moves is dated anew.
struct AdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "启用规则包：缩短正在进行的公示期，重新计算受新日历影响的办理期限 · take the pack's rules into use")
    @OptionGroup var store: StoreOptions

    func run() throws {
        let rules = try store.packs.rules()
        let ledger = try store.existingLedger()
        let clock = store.clocks.clock
        let outcome = try ledger.adopt(rules, at: { clock.now() }) { AdoptCommand.show(looked: $0, shortened: $1) }
        Console.progress("")
        Console.line(
            outcome.isNew
                ? "已启用 \(rules.code) \(rules.version) · in use" : "\(rules.code) \(rules.version) 已在使用 · in use already"
        )
        Console.line(
            "复核正在公示的信息 \(outcome.looked) 条，缩短 \(outcome.shortened) 条 · looked at \(outcome.looked), "
                + "shortened \(outcome.shortened)")
        for case .redated(let key, let from, let to) in outcome.redated {
            Console.line("\(key.caseID)\t\(key.code)\t\(from.words.chinese) → \(to.words.chinese)")
        }
    }

    /// One line that says how far the look is.
    static func show(looked: Int, shortened: Int) {
        Console.progress("按新规则复核公示期：\(looked) 条，缩短 \(shortened) 条")
    }
}
