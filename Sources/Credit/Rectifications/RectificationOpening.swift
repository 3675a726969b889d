/// 责令限期整改或者警示约谈: an order or an invitation as it was drawn up: by which paper, on which record it rests, what has
/// to be mended or talked of, and until or on which day.
///
/// It takes nothing from anybody: it names no measure and no list, and no effect can rest on it. What is to follow from it
/// needs a paper and a decision of its own (R3, R4).
public struct RectificationOpening: Sendable, Hashable {
    /// Id of the case.
    public let id: String
    /// 主体.
    public let entity: RectifiedEntity
    /// 依附的信息: id of the record.
    public let record: String
    /// 文书.
    public let paper: OrderPaper
    /// 要求.
    public let demand: Demand
    /// 承办人: who drew it up; the organ is the one that orders.
    public let by: Officer

    /// An order or an invitation as it was drawn up.
    public init(
        id: String, entity: RectifiedEntity, record: String, paper: OrderPaper, demand: Demand, by: Officer
    ) {
        self.id = id
        self.entity = entity
        self.record = record
        self.paper = paper
        self.demand = demand
        self.by = by
    }

    /// 要求: what is asked of the organisation.
    public enum Demand: Sendable, Hashable {
        /// 限期整改: what has to be mended, and within what time from service; law leaves the time to the organ that orders.
        case mend([String], within: CaseClock.Term)
        /// 警示约谈: what will be talked of, on which day and where.
        case talk([String], on: Day, place: String)

        /// The word it is stored as.
        public var word: String {
            switch self {
            case .mend: "mend"
            case .talk: "talk"
            }
        }

        /// What it is called.
        public var title: Label {
            switch self {
            case .mend: Label("限期整改", "Order to mend")
            case .talk: Label("警示约谈", "Warning talk")
            }
        }

        /// What has to be mended, or will be talked of.
        public var items: [String] {
            switch self {
            case .mend(let items, _), .talk(let items, _, _): items
            }
        }
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            var (days, workingDays, meeting, place): (Int?, Int?, Day?, String?)
            switch demand {
            case .mend(_, .days(let count)): days = count
            case .mend(_, .workingDays(let count)): workingDays = count
            // No order is begun with a term in months.
            case .mend(_, .months): break
            case .talk(_, let day, let where_): (meeting, place) = (day, where_)
            }
            writer.put("days", days)
            writer.put("demand", demand.word)
            writer.put("items", demand.items)
            writer.put("meeting", meeting)
            writer.put("paper", canonical: paper.canonical)
            writer.put("place", place)
            writer.put("record", record)
            writer.put("subject", entity.key.text)
            writer.put("workingDays", workingDays)
        }
    }

    init(id: String, by: Officer, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard let key = SubjectKey(text: try reader.require("subject")), let entity = RectifiedEntity(key, trade: nil)
        else { throw CanonicalFault(missing: "subject") }
        let items = reader.texts("items")
        let demand: Demand
        switch (try reader.require("demand"), reader.number("days"), reader.number("workingDays")) {
        case ("mend", let days?, nil): demand = .mend(items, within: .days(days))
        case ("mend", nil, let days?): demand = .mend(items, within: .workingDays(days))
        case ("talk", nil, nil):
            demand = .talk(items, on: try reader.requireDay("meeting"), place: try reader.require("place"))
        default: throw CanonicalFault(missing: "demand")
        }
        self.init(
            id: id, entity: entity, record: try reader.require("record"),
            paper: try reader.requireOrderPaper("paper"), demand: demand, by: by)
    }
}
