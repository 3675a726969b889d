import Credit
import Proofs

/// 备妥事件: an event with the bytes, the salt and the commitment that it enters the log with: all that costs time and
/// needs no look into the store, so that it can be made ready on any thread before the store is locked.
public final class SealedEvent: Sendable {
    /// The event.
    public let event: Event
    let body: [UInt8]
    let salt: Salt
    let commitment: Digest
    /// What its fields are told from others by; nil for an event that is neither a record nor a candidate.
    public let content: HalfDigest?

    /// Id of the record it enters; empty for an event that is no record.
    public var recordID: String { if case .record(let entry) = event { entry.id } else { "" } }

    init(_ event: Event, salt: Salt) {
        let body = event.body
        self.event = event
        self.salt = salt
        self.body = body
        commitment = Commitment.digest(salt: salt, body: body)
        content =
            switch event {
            case .record(let entry): RecordHead.content(of: entry.fields)
            case .candidate(let candidate): RecordHead.content(of: candidate.row.fields)
            default: nil
            }
    }
}

extension Ledger {
    /// Makes an event ready for the log; `Change.sealed` takes it.
    public func seal(_ event: Event) -> SealedEvent { SealedEvent(event, salt: salts()) }

    /// Makes the same record ready as a version of one that was entered before.
    public func seal(_ sealed: SealedEvent, asVersion version: Int, of id: String) -> SealedEvent {
        guard case .record(let entry) = sealed.event else { return sealed }
        return seal(.record(entry.asVersion(version, of: id)))
    }
}
