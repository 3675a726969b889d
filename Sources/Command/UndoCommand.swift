import ArgumentParser
import Credit
import Store

/// `chengxin undo BATCH`: takes a whole wrong batch back, as an event.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "整批撤回：作为事件记入日志，被替换的旧内容恢复 · take a whole batch back")
    @OptionGroup var store: StoreOptions
    @Argument(help: "批次编号 · batch") var batch: String
    @Option(help: "撤回理由，记入日志 · reason") var reason: String

    func run() throws {
        let ledger = try store.existingLedger()
        let clock = store.clocks.clock
        let receipt = try ledger.record(at: clock.now()) { reader in
            guard let found = try reader.batch(batch) else {
                throw Refusal("没有批次“\(batch)”", "there is no batch “\(batch)”")
            }
            guard found.state == .complete else {
                throw Refusal(
                    "批次“\(batch)”\(found.state == .undone ? "已经撤回" : "还没有导入完")", "the batch is \(found.state.rawValue)")
            }
            return [.submission(.undone(batch: batch, reason: reason))]
        }
        Console.line("批次 \(batch) 已撤回，日志位置 \(receipt.positions.lowerBound) · taken back")
    }
}
