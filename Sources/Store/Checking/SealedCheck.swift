import Credit
import Proofs

/// Goes through the sealed rows: what is held must be what the log committed to, and of what was deleted nothing may be
/// there. No key is needed for it.
struct SealedCheck {
    let findings: FindingList

    func compare(stored: any Transaction, replayed: any Transaction) throws {
        var held: [String: String] = [:]
        try replayed.statement("SELECT id, commitment FROM sealed_row WHERE deleted_day IS NULL").each([]) {
            held[$0.text(0)] = $0.text(1)
        }
        do {
            try stored.statement("SELECT id, salt, content FROM sealed_content ORDER BY id").each([]) { row in
                let id = row.text(0)
                guard let commitment = held.removeValue(forKey: id) else {
                    return findings.add(
                        "sealed_content", id, "日志中没有此封存内容，或者已记载删除",
                        "the log knows no such content, or says that it was deleted")
                }
                let made = row.withBytes(1) { Salt($0) }.map {
                    SealedRow.commitment(salt: $0, content: row.bytes(2))
                }
                if made != commitment {
                    findings.add("sealed_content", id, "封存内容与承诺值不符，已被改动", "what is sealed is not what was committed to")
                }
            }
        } catch let problem as StoreProblem {
            findings.add("sealed_content", "-", "无法读取：\(problem.chinese)", "cannot be read: \(problem.english)")
            return
        }
        for id in held.keys.sorted() {
            findings.add("sealed_content", id, "封存内容缺失，已被删除", "what was sealed is missing: deleted")
        }
    }
}
