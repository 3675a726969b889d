import Credit
import Proofs

/// 访问记录: one sign-in, refusal, look or action: who, when, from where, what and with what outcome; of a look at what is
/// not public also about whom, for what purpose and in which matter (R9).
public struct AccessLine: Hashable, Sendable {
    /// When.
    public let instant: Instant
    /// Account; nil for somebody who is not signed in.
    public let account: String?
    /// 代: account stood in for.
    public let principal: String?
    /// Address the request came from; `command` for a command of the program.
    public let address: String
    /// What was done or tried, such as `sign-in`.
    public let what: String
    /// What came of it: `done`, or the code of the refusal.
    public let outcome: String
    /// Key of the subject looked at.
    public let subject: String?
    /// 用途.
    public let purpose: String?
    /// 事由编号.
    public let matter: String?

    /// A line of the access record; texts are cut at two hundred characters.
    public init(
        instant: Instant, account: String?, principal: String? = nil, address: String, what: String, outcome: String,
        subject: String? = nil, purpose: String? = nil, matter: String? = nil
    ) {
        func cut(_ text: String) -> String { ResidentNumber.masking(String(text.prefix(200))) }
        self.instant = instant
        self.account = account
        self.principal = principal
        self.address = cut(address)
        self.what = cut(what)
        self.outcome = cut(outcome)
        self.subject = subject
        self.purpose = purpose.map(cut)
        self.matter = matter.map(cut)
    }

    /// A line as it was stored, whatever it says.
    fileprivate init(_ row: any Row, instant: Instant) {
        self.instant = instant
        account = row.optionalText(2)
        principal = row.optionalText(3)
        address = row.text(4)
        what = row.text(5)
        outcome = row.text(6)
        subject = row.optionalText(7)
        purpose = row.optionalText(8)
        matter = row.optionalText(9)
    }

    /// The bytes that its link is made over.
    func body(ordinal: Int) -> [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("account", account)
            writer.put("address", address)
            writer.put("instant", instant.text)
            writer.put("matter", matter)
            writer.put("ordinal", ordinal)
            writer.put("outcome", outcome)
            writer.put("principal", principal)
            writer.put("purpose", purpose)
            writer.put("subject", subject)
            writer.put("what", what)
        }
    }

    /// The link of this line: SHA-256 of the link before it, which is nothing before the first, and its bytes.
    func link(ordinal: Int, after last: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(last)
        hash.update(body(ordinal: ordinal))
        return hash.digest().bytes
    }
}

/// A line as it is stored.
public struct StoredAccessLine: Sendable {
    /// Counted from 0.
    public let ordinal: Int
    /// The line.
    public let line: AccessLine
    /// Its link.
    let link: [UInt8]

    static let columns =
        "ordinal, instant, account, principal, address, what, outcome, subject, purpose, matter, link"

    init(_ row: any Row) throws {
        ordinal = row.integer(0)
        guard let instant = Instant(row.text(1)) else {
            throw StoreProblem.impossibleEvent(detail: "access_record \(row.integer(0))")
        }
        line = AccessLine(row, instant: instant)
        link = row.bytes(10)
    }
}
