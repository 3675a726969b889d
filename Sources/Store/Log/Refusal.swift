import Credit
import Proofs

/// 退回: one reason why a row was refused; it is no event, and the digest over all of a batch stands in the log.
public struct Refusal: Hashable, Sendable {
    /// Id of the batch.
    public let batch: String
    /// Counted from 0 in the batch.
    public let number: Int
    /// Sheet of the row; empty where the file has none.
    public let sheet: String
    /// Row or line.
    public let line: Int
    /// Column, as the file names it.
    public let place: String
    /// Name of the field; empty for the row as a whole.
    public let field: String
    /// Code of the rule that was not kept.
    public let rule: String
    /// What stands in the cell, persons' numbers masked.
    public let value: String

    /// A reason why a row was refused.
    public init(
        batch: String, number: Int, sheet: String, line: Int, place: String, field: String, rule: String, value: String
    ) {
        self.batch = batch
        self.number = number
        self.sheet = sheet
        self.line = line
        self.place = place
        self.field = field
        self.rule = rule
        self.value = value
    }

    /// Its canonical bytes: what the digest is over.
    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("batch", batch)
            writer.put("field", field)
            writer.put("line", line)
            writer.put("number", number)
            writer.put("place", place)
            writer.put("rule", rule)
            writer.put("sheet", sheet)
            writer.put("value", value)
        }
    }

    /// SHA-256 over the bodies of these refusals, each followed by a line break, in hexadecimal; empty for none.
    static func digest(_ each: ((Refusal) -> Void) throws -> Void) rethrows -> String {
        var hash = SHA256()
        var isEmpty = true
        try each { refusal in
            hash.update(refusal.body + [0x0A])
            isEmpty = false
        }
        return isEmpty ? "" : hash.digest().hex
    }
}
