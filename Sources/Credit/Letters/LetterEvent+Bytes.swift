extension LetterEvent {
    /// The class that the public log names.
    public static let eventClass = "letter"

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            switch self {
            case .numbered(let numbering):
                writer.put("addressee", numbering.addressee)
                writer.put("by", canonical: by.canonical)
                writer.put("case", numbering.caseID)
                writer.put("copies", numbering.copies > 1 ? numbering.copies : nil)
                writer.put("day", day)
                writer.put("event", "letter.numbered")
                writer.put("letter", id)
                writer.put("number", numbering.number.text)
                writer.put("occasion", numbering.occasion.rawValue)
                writer.put("restricted", numbering.isRestricted)
                writer.put("sequence", numbering.number.sequence)
                writer.put("series", numbering.number.series)
                writer.put("title", numbering.title)
                writer.put("year", numbering.number.year)
            case .drawn(_, let text, _, _):
                writer.put("addressee", [text.addressee.chinese, text.addressee.english])
                writer.put("by", canonical: by.canonical)
                writer.put("chinese", text.chinese)
                writer.put("day", day)
                writer.put("english", text.english)
                writer.put("event", "letter.drawn")
                writer.put("letter", id)
                writer.put("organ", [text.organ.chinese, text.organ.english])
                writer.put("title", [text.title.chinese, text.title.english])
            case .sealed(_, let scan, _, _):
                writer.put("archive", scan.archive)
                writer.put("by", canonical: by.canonical)
                writer.put("day", day)
                writer.put("digest", scan.digest)
                writer.put("event", "letter.sealed")
                writer.put("letter", id)
                writer.put("size", scan.size)
                writer.put("type", scan.type)
            case .served(_, let record, _, _):
                writer.put("by", canonical: by.canonical)
                writer.put("day", day)
                writer.put("event", "letter.served")
                writer.put("letter", id)
                writer.put("service", canonical: record.canonical)
            case .voided(_, let reason, _, _):
                writer.put("by", canonical: by.canonical)
                writer.put("day", day)
                writer.put("event", "letter.voided")
                writer.put("letter", id)
                writer.put("reason", reason)
            }
        }
    }

    /// The event of these members; nil where the name is none of ours.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix("letter.") else { return nil }
        let (id, by, day) = (
            try reader.require("letter"), try reader.requireOfficer("by"), try reader.requireDay("day")
        )
        switch name {
        case "letter.numbered":
            guard let occasion = LetterOccasion(rawValue: try reader.require("occasion")) else {
                throw CanonicalFault(missing: "occasion")
            }
            let number = LetterNumber(
                organ: by.organ, series: try reader.require("series"), year: try reader.requireNumber("year"),
                sequence: try reader.requireNumber("sequence"), text: try reader.require("number"))
            let (caseID, title) = (try reader.require("case"), try reader.require("title"))
            let addressee = try reader.require("addressee")
            guard
                let numbering = try? LetterNumbering(
                    id: id, caseID: caseID, occasion: occasion, number: number, title: title, addressee: addressee,
                    copies: reader.number("copies") ?? 1, isRestricted: reader.truth("restricted"), by: by, day: day)
            else { throw CanonicalFault(missing: "addressee") }
            self = .numbered(numbering)
        case "letter.drawn":
            self = .drawn(
                id,
                LetterText(
                    title: try reader.requireLabel("title"), addressee: try reader.requireLabel("addressee"),
                    organ: try reader.requireLabel("organ"), chinese: reader.texts("chinese"),
                    english: reader.texts("english")), by: by, on: day)
        case "letter.sealed":
            self = .sealed(
                id,
                SealedScan(
                    digest: try reader.require("digest"), type: try reader.require("type"),
                    size: try reader.requireNumber("size"), archive: try reader.require("archive")), by: by, on: day)
        case "letter.served":
            guard let bytes = reader.object("service") else { throw CanonicalFault(missing: "service") }
            self = .served(id, try DeliveryRecord(canonical: bytes), by: by, on: day)
        case "letter.voided": self = .voided(id, reason: try reader.require("reason"), by: by, on: day)
        default: return nil
        }
    }
}

extension CanonicalReader {
    fileprivate func requireLabel(_ key: String) throws(CanonicalFault) -> Label {
        let texts = texts(key)
        guard texts.count == 2 else { throw CanonicalFault(missing: key) }
        return Label(texts[0], texts[1])
    }
}

extension DeliveryRecord {
    fileprivate var canonical: [UInt8] {
        var (channel, consent, organ, paper): (String?, String?, String?, String?)
        var (place, reason, receiver, tracking): (String?, String?, String?, String?)
        var witnesses: [String] = []
        switch proof {
        case .direct(_, let name): receiver = name
        case .left(_, let names, let words): (witnesses, reason) = (names, words)
        case .post(_, let number): tracking = number
        case .electronic(_, let digest, let address): (consent, channel) = (digest, address)
        case .entrusted(_, let name, let number): (organ, paper) = (name, number)
        case .announcement(_, let where_, let words): (place, reason) = (where_, words)
        }
        return CanonicalWriter.object { writer in
            writer.put("begun", delivery.begun)
            writer.put("channel", channel)
            writer.put("consent", consent)
            writer.put("entrusted", organ)
            writer.put("paper", paper)
            writer.put("place", place)
            writer.put("proof", proof.file)
            writer.put("reason", reason)
            writer.put("receiver", receiver)
            writer.put("served", delivery.served)
            writer.put("tracking", tracking)
            writer.put("way", delivery.way.rawValue)
            writer.put("witnesses", witnesses)
        }
    }

    fileprivate init(canonical bytes: [UInt8]) throws(CanonicalFault) {
        let reader = try CanonicalReader(bytes)
        guard let way = Delivery.Way(rawValue: try reader.require("way")) else { throw CanonicalFault(missing: "way") }
        let file = try reader.require("proof")
        let proof: DeliveryProof =
            switch way {
            case .direct: .direct(receipt: file, receiver: try reader.require("receiver"))
            case .left:
                .left(receipt: file, witnesses: reader.texts("witnesses"), reason: try reader.require("reason"))
            case .post: .post(receipt: file, tracking: try reader.require("tracking"))
            case .electronic:
                .electronic(
                    receipt: file, consent: try reader.require("consent"), channel: try reader.require("channel"))
            case .entrusted:
                .entrusted(receipt: file, organ: try reader.require("entrusted"), paper: try reader.require("paper"))
            case .announcement:
                .announcement(copy: file, place: try reader.require("place"), reason: try reader.require("reason"))
            }
        guard
            let delivery = Delivery(
                way: way, begun: try reader.requireDay("begun"), served: try reader.requireDay("served"), proof: file)
        else { throw CanonicalFault(missing: "served") }
        self.init(delivery, proof)
    }
}
