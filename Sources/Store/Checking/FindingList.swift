/// Collects findings; beyond a number that nobody reads they are only counted.
final class FindingList {
    private(set) var findings: [Finding] = []
    private(set) var isCut = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func add(_ table: String, _ key: some CustomStringConvertible, _ chinese: String, _ english: String) {
        guard findings.count < limit else {
            isCut = true
            return
        }
        let finding = Finding(table, key.description, chinese, english)
        if !findings.contains(where: { $0 == finding }) || findings.count > 200 { findings.append(finding) }
    }
}
