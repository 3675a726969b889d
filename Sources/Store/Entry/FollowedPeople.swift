import Credit
import Synchronization

/// 名册跟进: organisations, accounts and authorisations, kept in step with the log by its events.
final class FollowedPeople: Sendable {
    private let known: Mutex<(position: Int, people: People)>

    init(_ ledger: Ledger) throws {
        known = Mutex(try ledger.read { (try $0.treeSize(), try $0.people()) })
    }

    /// What the log says by now.
    func people(_ reader: Reader) throws -> People {
        let size = try reader.treeSize()
        return try known.withLock { known in
            if size > known.position {
                for event in try reader.peopleEvents(from: known.position) { known.people.apply(event) }
                known.position = size
            }
            return known.people
        }
    }
}
