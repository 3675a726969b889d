import ArgumentParser
import Credit
import Store

/// `chengxin adopt`: 启用规则 — takes the rules of the pack into use, and dates anew every running clock that its calendar
/// moves.
struct AdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "启用规则包，重新计算受新日历影响的办理期限 · take the pack's rules into use")
    @OptionGroup var store: StoreOptions

    func run() throws {
        let rules = try store.packs.rules()
        let ledger = try store.existingLedger()
        let now = store.clocks.clock.now()
        var moved: [ClockEvent] = []
        var isNew = false
        try ledger.record(at: now) { reader in
            let events = try reader.adopting(rules, on: now.day)
            isNew = !events.isEmpty
            moved = events.compactMap { if case .clock(let event) = $0 { event } else { nil } }
            return events
        }
        Console.line(
            isNew
                ? "已启用 \(rules.code) \(rules.version)；\(moved.count) 个办理期限重新计算 · in use, \(moved.count) clocks dated anew"
                : "\(rules.code) \(rules.version) 已在使用 · in use already")
        for case .redated(let key, let from, let to) in moved {
            Console.line("\(key.caseID)\t\(key.code)\t\(from.words.chinese) → \(to.words.chinese)")
        }
    }
}
