/// 文书: the paper in which an organ orders, invites or tells something: who made it, its number, its day, and the law that
/// allows it (R3).
public struct OrderPaper: Sendable, Hashable {
    /// 作出机关.
    public let organ: String
    /// 文书号.
    public let number: String
    /// 文书日期.
    public let date: Day
    /// 依据: document and clause.
    public let basis: String

    /// A paper; nil where one of its parts is not named.
    public init?(organ: String?, number: String?, date: Day?, basis: String?) {
        guard let organ, let number, let date, let basis, ![organ, number, basis].contains("") else { return nil }
        self.organ = organ
        self.number = number
        self.date = date
        self.basis = basis
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("basis", basis)
            writer.put("date", date)
            writer.put("number", number)
            writer.put("organ", organ)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        let paper = OrderPaper(
            organ: try reader.require("organ"), number: try reader.require("number"),
            date: try reader.requireDay("date"), basis: try reader.require("basis"))
        guard let paper else { throw CanonicalFault(missing: "paper") }
        self = paper
    }
}

extension CanonicalReader {
    /// The paper of a key that must be there.
    func requireOrderPaper(_ key: String) throws(CanonicalFault) -> OrderPaper {
        guard let bytes = object(key) else { throw CanonicalFault(missing: key) }
        return try OrderPaper(try CanonicalReader(bytes))
    }
}
