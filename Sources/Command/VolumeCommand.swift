import ArgumentParser
import Credit
import Store

/// `chengxin volume CASE`: the signed volume of a case.
struct VolumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "volume", abstract: "案件卷宗，由日志密钥签名 · the signed volume of a case",
        discussion: "用 docs/verify_volume.py 核验 · check it with docs/verify_volume.py")
    @OptionGroup var store: StoreOptions
    @Argument(help: "案件编号 · id of the case") var id: String
    @Option(help: "写入的文件 · the file to write") var out: String

    func run() throws {
        let volume = CaseVolume(ledger: try store.existingLedger(), evidence: EvidenceFolder(data: store.data))
        guard let bytes = try volume.bytes(of: id, most: nil) else {
            throw Refusal("没有案件“\(id)”", "there is no case “\(id)”")
        }
        try Output.write(bytes, to: out)
        Console.remark("\(out)：\(bytes.count) 字节 · bytes")
    }
}
