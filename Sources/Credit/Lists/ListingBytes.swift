/// 规范字节: how officers, services and enumerated words stand in the events of listings and effects.
enum ListingBytes {
    static func officer(_ officer: Officer) -> [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("account", officer.account)
            writer.put("for", officer.standingInFor)
            writer.put("name", officer.name)
            writer.put("organ", officer.organ)
        }
    }

    static func officer(_ bytes: [UInt8]) throws(CanonicalFault) -> Officer {
        let reader = try CanonicalReader(bytes)
        return Officer(
            account: try reader.require("account"), name: try reader.require("name"),
            organ: try reader.require("organ"), standingInFor: reader.text("for"))
    }

    static func service(_ service: Delivery) -> [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("begun", service.begun)
            writer.put("proof", service.proof)
            writer.put("served", service.served)
            writer.put("way", service.way.rawValue)
        }
    }

    static func service(_ reader: CanonicalReader) throws(CanonicalFault) -> Delivery {
        let way: Delivery.Way = try word("way", reader)
        let service = Delivery(
            way: way, begun: try reader.requireDay("begun"), served: try reader.requireDay("served"),
            proof: reader.text("proof"))
        guard let service else { throw CanonicalFault(missing: "served") }
        return service
    }

    /// An enumerated word that must be there and be known.
    static func word<Word: RawRepresentable<String>>(
        _ key: String, _ reader: CanonicalReader
    ) throws(CanonicalFault) -> Word {
        guard let word = Word(rawValue: try reader.require(key)) else { throw CanonicalFault(missing: key) }
        return word
    }

    /// An object that must be there.
    static func object(_ key: String, _ reader: CanonicalReader) throws(CanonicalFault) -> [UInt8] {
        guard let bytes = reader.object(key) else { throw CanonicalFault(missing: key) }
        return bytes
    }
}
