import ArgumentParser
import Credit
import Glibc
import Proofs
import RulePacks
import Store

/// `chengxin doctor`: looks at everything the program stands on and says in plain words what is wrong.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "检查运行条件：规则包、数据文件夹、私钥、磁盘 · check what the program stands on")
    @OptionGroup var store: StoreOptions

    func run() throws {
        var isWell = true
        func tell(_ good: Bool, _ text: String) {
            Console.line((good ? "✓ " : "✗ ") + text)
            isWell = isWell && good
        }
        do {
            let rules = try store.packs.rules()
            tell(true, "规则包 \(rules.code) \(rules.version)，摘要 \(rules.digest.prefix(12))… · pack")
            let next = store.clocks.clock.today.year + 1
            let loaded = WorkingCalendar(rules.calendar).isLoaded(year: next - 1)
            tell(loaded, "\(next - 1) 年工作日历\(loaded ? "已载入" : "没有载入，时限无法推算") · calendar")
        } catch {
            tell(false, Refusal.words(for: error))
        }
        var space = statvfs()
        let folder = store.exists ? store.data : "."
        if statvfs(folder, &space) == 0 {
            let free = Int(space.f_bavail) * Int(space.f_frsize) / (1 << 20)
            tell(free > 1_024, "磁盘剩余 \(free) MiB · free disk space")
        } else {
            tell(false, "无法查看磁盘：\(Input.reason()) · disk")
        }
        if store.exists {
            do {
                let ledger = try store.existingLedger()
                let (size, rehearsal) = try ledger.read { (try $0.treeSize(), try $0.opening()?.isRehearsal ?? false) }
                tell(true, "数据“\(store.data)”：日志 \(size) 条\(rehearsal ? "（演练）" : "") · store")
                let hasKey = try LogFolder(path: store.data).key.read() != nil
                tell(hasKey || size == 0, hasKey ? "日志私钥可用 · log key" : "日志私钥丢失：不能再写入，只能读取 · log key lost")
            } catch {
                tell(false, Refusal.words(for: error))
            }
        } else {
            tell(true, "“\(store.data)”里还没有数据，首次导入时建立 · no store yet")
        }
        if !isWell { throw ExitCode(3) }
    }
}
