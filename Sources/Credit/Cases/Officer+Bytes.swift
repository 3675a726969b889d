extension Officer {
    /// Its canonical JSON object, as events carry it.
    public var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("account", account)
            writer.put("name", name)
            writer.put("organ", organ)
            writer.put("standingInFor", standingInFor)
        }
    }

    /// The officer of a canonical JSON object.
    ///
    /// - Throws: `CanonicalFault` where the bytes are none.
    public init(canonical bytes: [UInt8]) throws(CanonicalFault) {
        let reader = try CanonicalReader(bytes)
        self.init(
            account: try reader.require("account"), name: try reader.require("name"),
            organ: try reader.require("organ"), standingInFor: reader.text("standingInFor"))
    }
}

extension CanonicalReader {
    /// The officer of a key; nil where it is absent.
    func officer(_ key: String) throws(CanonicalFault) -> Officer? {
        guard let bytes = object(key) else { return nil }
        return try Officer(canonical: bytes)
    }

    /// The officer of a key that must be there.
    func requireOfficer(_ key: String) throws(CanonicalFault) -> Officer {
        guard let bytes = object(key) else { throw CanonicalFault(missing: key) }
        return try Officer(canonical: bytes)
    }

    /// The two officers of a key that must be there; two who do not differ are none.
    func requireOfficers(_ key: String) throws(CanonicalFault) -> OfficerPair {
        guard let bytes = object(key) else { throw CanonicalFault(missing: key) }
        let reader = try CanonicalReader(bytes)
        guard let pair = OfficerPair(try reader.requireOfficer("first"), try reader.requireOfficer("second")) else {
            throw CanonicalFault(missing: key)
        }
        return pair
    }
}

extension OfficerPair {
    /// Its canonical JSON object, as events carry it.
    public var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("first", canonical: first.canonical)
            writer.put("second", canonical: second.canonical)
        }
    }
}
