import Store
import Testing

@testable import Credit

/// A made-up entry of a list of our own: all its steps, taken in one day by different officers.
struct EntryStory {
    static let handler = Officer(account: "a1", name: "甲", organ: "market-regulation")
    static let other = Officer(account: "a2", name: "乙", organ: "market-regulation")

    private(set) var events: [ListingEvent] = []
    private(set) var listing: Listing

    init(
        id: String, subject: String = "reg:640500100000016", records: [String], end: ListingEnd,
        on day: Day = TestStore.firstDay
    ) throws {
        let opening = ListingOpening(
            list: "trial", subject: try #require(SubjectKey(text: subject)), name: "某公司", target: .enterprise,
            reason: "事由", records: records, row: nil)
        let notice = try ListingNotice(
            paper: ListingPaper(number: "告1号", day: day), facts: "事实", grounds: "理由", basis: "依据",
            measures: ["limit-awards"], remedy: "权利", answer: .init(named: "某令第十条", term: .workingDays(5)))
        let weighing = try ListingWeighing(
            CanonicalReader(Array(#"{"chain":["handler"],"opinion":"意见","titles":["承办","handler"]}"#.utf8)))
        let decision = ListingDecision(
            paper: ListingPaper(number: "列1号", day: day), facts: "事实", basis: "依据", measures: ["limit-awards"],
            end: end, remedy: "救济")
        let service = try #require(Delivery(way: .direct, begun: day, served: day, proof: nil))
        let steps: [(Officer, ListingEvent.Step)] = [
            (Self.handler, .opened(opening)), (Self.handler, .noticeDrawn(notice)),
            (Self.handler, .noticeServed(service)), (Self.handler, .weighed(weighing)),
            (Self.handler, .signed(ListingSignature(step: "handler", agrees: true, opinion: "同意"))),
            (Self.other, .decided(decision)), (Self.handler, .decisionServed(service)),
        ]
        events = steps.map { ListingEvent(id, day, $0.0, $0.1) }
        listing = try Listing(events)
    }

    func standing() throws -> ListingStanding { try #require(listing.standing) }

    static let sound = ListingBases(fallen: [], contested: [])

    func publish(_ record: String, on day: Day) throws -> Event {
        .listing(try standing().publish(as: record, bases: Self.sound, by: Self.handler, on: day))
    }

    func leave(on day: Day) throws -> Event {
        .listing(
            ListingEvent(
                listing.id, day, Self.handler,
                .left(
                    ListingExitDecision(
                        paper: ListingPaper(number: "移1号", day: day), ground: .repaired, reason: "已修复"))))
    }

    static let measure = Measure(
        code: "limit-awards", order: 1, category: .management, name: Label("限", "limit"),
        listed: .init(from: Day("2021-12-31")!, source: Source(document: "清单")), targets: nil, bases: [], note: nil)
    static let catalogue = MeasureCatalogue(
        editions: [
            .init(
                code: "2021", title: Label("清单", "list"), from: Day("2021-12-31")!, source: Source(document: "清单"),
                count: nil, note: nil)
        ], measures: Register([measure]))

    func effect(_ id: String, _ footing: EffectEdge.Footing, until: Day? = nil, on day: Day) throws -> Event {
        .effect(
            try Effect.apply(
                Self.measure, resting: footing, on: try standing(), basis: "依据", by: "finance", until: until,
                in: Self.catalogue, isPublished: true, bases: Self.sound, officer: Self.handler, id: id, day: day))
    }
}
