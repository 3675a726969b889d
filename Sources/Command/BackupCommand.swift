import ArgumentParser
import Store
import StoreSQLite

/// `chengxin backup FILE`: one consistent copy while others read and write.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份（服务运行中亦可；默认不含私钥）· back up while serving")
    @OptionGroup var store: StoreOptions
    @Argument(help: "备份文件") var file: String
    @Flag(help: "连同私钥 · with the private key") var withKey = false

    func run() throws {
        let ledger = try store.existingLedger()
        try ledger.backup(to: file, withKey: withKey) { try SQLiteEngine(path: $0) }
        Console.line("\(file)：日志 \(try ledger.read { try $0.treeSize() }) 条 · entries")
    }
}

/// `chengxin restore FILE`: a copy becomes the store of an empty data folder.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "从备份恢复到空的数据文件夹 · restore into an empty data folder")
    @OptionGroup var store: StoreOptions
    @Argument(help: "备份文件") var file: String

    func run() throws {
        guard !store.exists else {
            throw Refusal("“\(store.data)”里已有数据，不会覆盖", "“\(store.data)” holds a store already; it is not overwritten")
        }
        try Output.folder(store.data)
        try LogFolder(path: store.data).restore(file, asDatabase: store.databasePath) { try SQLiteEngine(path: $0) }
        let ledger = try store.existingLedger()
        Console.line("\(store.data)：日志 \(try ledger.read { try $0.treeSize() }) 条 · entries")
    }
}
