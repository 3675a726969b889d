import ArgumentParser
import Credit
import Portal
import Search
import Store

/// `chengxin search TEXT`: finds subjects, best first.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "按名称的一部分、代码、曾用名查询主体 · find subjects")
    @OptionGroup var store: StoreOptions
    @Argument(help: "查询内容") var text: String
    @Option(help: "最多几个") var limit = 20
    @Flag(help: "输出 JSON") var json = false

    func run() throws {
        guard (1...NameIndex.longestAnswer).contains(limit) else {
            throw Refusal("--limit 须在 1 至 \(NameIndex.longestAnswer) 之间", "limit out of range", exit: 2)
        }
        let ledger = try store.existingLedger()
        let day = store.clocks.clock.today
        switch try ledger.read({ try FollowedNames($0).search(text, limit: limit).marked(on: day, in: $0) }) {
        case .refusedIdentityNumber:
            throw Refusal("查询内容含公民身份号码，未查询也未保留", "the text holds an identity number; nothing was looked up or kept")
        case .hits(let hits):
            if json {
                Console.line("[\(hits.map(\.json).joined(separator: ","))]")
            } else {
                for hit in hits {
                    Console.line(
                        "\(hit.key)\t\(hit.name)\t\(hit.matched)" + (hit.contested > 0 ? "\t\(hit.contested) 条有异议" : "")
                    )
                }
                if hits.isEmpty { Console.remark("没有找到 · nothing found") }
            }
        }
    }
}

extension SearchHit {
    fileprivate var json: String {
        let code = code.map(JSONText.quoted) ?? "null"
        return "{\"key\":\(JSONText.quoted(key)),\"code\":\(code),\"name\":\(JSONText.quoted(name)),"
            + "\"matched\":\(JSONText.quoted(matched)),\"contested\":\(contested)}"
    }
}
