import Credit

extension Story {
    /// A record whose order to mend was found mended.
    static let mended: RecordView = {
        let (day, drawer) = (Day("2026-05-06")!, Officer(account: "c", name: "陈", organ: "market-regulation"))
        let looker = Officer(account: "w", name: "吴", organ: "market-regulation")
        let opening = RectificationOpening(
            id: "RCT-1", entity: RectifiedEntity(SubjectKey(text: "91640500MA7T033465")!, trade: nil)!, record: "r",
            paper: OrderPaper(organ: "市场监管局", number: "卫演责改〔2026〕1号", date: day, basis: "b")!,
            demand: .mend(["补报"], within: .days(10)), by: drawer)
        let steps: [(by: Officer, step: RectificationEvent.Step)] = [
            (drawer, .opened(opening)),
            (drawer, .served(Delivery(way: .direct, begun: day, served: day, proof: nil)!)),
            (drawer, .shown(words: "回执", files: ["aa"])), (looker, .mended(words: "属实")),
        ]
        let made = Rectification(steps.map { (day: day, event: RectificationEvent("RCT-1", by: $0.by, $0.step)) })
        var record = Story.records[0]
        record.mended = made.flatMap { MendedOrder($0) }.map { [$0] } ?? []
        return record
    }()
}
