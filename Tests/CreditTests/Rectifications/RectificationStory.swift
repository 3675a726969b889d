import Credit
import Testing

/// A company that is told to mend something, and called in for a talk.
enum RectificationStory {
    static let day = Day("2026-05-06")!
    static let drawer = Officer(account: "chen", name: "陈承办", organ: "market-regulation")
    static let looker = Officer(account: "wu", name: "吴查看", organ: "market-regulation")
    static let taker = Officer(account: "he", name: "何收件", organ: "market-regulation")
    static let stranger = Officer(account: "tax", name: "税", organ: "tax")
    static let entity = RectifiedEntity(SubjectKey(text: "91640500MA7T033465")!, trade: nil)
    static let paper = OrderPaper(
        organ: "中卫市市场监督管理局", number: "卫演责改〔2026〕1号", date: day, basis: "行政处罚法第二十八条")!
    static let mend = RectificationOpening.Demand.mend(["补报年度报告"], within: .workingDays(10))
    static let talk = RectificationOpening.Demand.talk(["未按规定公示年度报告"], on: day + 7, place: "市局三楼")
    static let served = Delivery(way: .direct, begun: day, served: day + 1, proof: "aa")!

    static func opening(
        _ demand: RectificationOpening.Demand, paper: OrderPaper = paper
    ) throws -> RectificationOpening {
        RectificationOpening(
            id: "RCT-1", entity: try #require(entity), record: "r1", paper: paper, demand: demand, by: drawer)
    }

    /// A case with these decisions taken in it, each on its day.
    static func told(
        _ demand: RectificationOpening.Demand, _ steps: [(Day, (Rectification) throws -> RectificationEvent)] = []
    ) throws -> Rectification {
        let first = try Rectification.opening(opening(demand), isAdverse: true, isFrozen: false, on: day)
        var events = [(day: day, event: first)]
        for (day, step) in steps {
            let now = try #require(Rectification(events))
            events.append((day, try step(now)))
        }
        return try #require(Rectification(events))
    }

    static func mending(_ more: [(Day, (Rectification) throws -> RectificationEvent)] = []) throws -> Rectification {
        try told(mend, [(day + 1, { try $0.serving(served, by: drawer, on: day + 1) })] + more)
    }

    static let shown: @Sendable (Rectification) throws -> RectificationEvent = {
        try $0.showing("年度报告回执", files: ["bb"], by: taker)
    }
}
