extension Deadline {
    /// Its canonical JSON object, as events carry it: `{"day":…}`, or `{"earliest":…,"missing":…}`.
    public var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            switch self {
            case .on(let day): writer.put("day", day)
            case .unknown(let day, let year):
                writer.put("earliest", day)
                writer.put("missing", year)
            }
        }
    }

    /// The deadline of a canonical JSON object.
    ///
    /// - Throws: `CanonicalFault` where the bytes are none.
    public init(canonical bytes: [UInt8]) throws(CanonicalFault) {
        let reader = try CanonicalReader(bytes)
        if let day = reader.day("day") {
            self = .on(day)
        } else {
            self = .unknown(
                atEarliest: try reader.requireDay("earliest"), missingYear: try reader.requireNumber("missing"))
        }
    }
}

extension CanonicalReader {
    /// The deadline of a key that must be there.
    func requireDeadline(_ key: String) throws(CanonicalFault) -> Deadline {
        guard let bytes = object(key) else { throw CanonicalFault(missing: key) }
        return try Deadline(canonical: bytes)
    }
}
