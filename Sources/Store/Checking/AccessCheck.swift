import Credit
import Proofs

/// Goes through the access record: each line must be linked to the one before it, and the links at the seals must be
/// those that the events of the log name.
struct AccessCheck {
    let findings: FindingList

    func compare(stored: any Transaction, replayed: any Transaction) throws {
        var seals: [Int: String] = [:]
        try replayed.statement("SELECT lines, head FROM access_seal").each([]) { seals[$0.integer(0)] = $0.text(1) }
        var next = 0
        var last: [UInt8] = []
        do {
            let lines = try stored.statement("SELECT \(StoredAccessLine.columns) FROM access_record ORDER BY ordinal")
            try lines.each([]) { row in
                while next < row.integer(0) {
                    findings.add("access_record", next, "缺少此行，已被删除", "the line is missing: deleted")
                    // What the missing line was linked to is not known: the chain goes on from what is there.
                    next += 1
                    last = []
                }
                let isAfterGap = last.isEmpty && next > 0
                let link = row.bytes(10)
                let made = (try? StoredAccessLine(row))?.line.link(ordinal: next, after: last)
                if !isAfterGap, made != link {
                    findings.add("access_record", next, "此行或其链接值已被改动", "the line or its link was altered")
                }
                next += 1
                if let head = seals[next], head != Hex.encode(link) {
                    findings.add(
                        "access_record", next - 1, "与日志中的封存值不符，此行及以前的记录已被改动",
                        "not what the log sealed: the record was altered up to this line")
                }
                last = link
            }
        } catch let problem as StoreProblem {
            findings.add("access_record", "-", "无法读取：\(problem.chinese)", "cannot be read: \(problem.english)")
            return
        }
        if let most = seals.keys.max(), most > next {
            for ordinal in next..<min(most, next + 1_000) {
                findings.add(
                    "access_record", ordinal, "已封存的行缺失，末尾已被删除", "a sealed line is missing: the end was cut off")
            }
        }
    }
}
