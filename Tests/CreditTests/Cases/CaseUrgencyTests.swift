import Credit
import Testing

/// What comes first in a queue, and how a page of it names its place.
@Suite struct CaseUrgencyTests {
    private static func place(_ id: String, _ deadline: Deadline?, _ state: CaseClock.State?) -> CaseUrgency {
        CaseUrgency(id: id, deadline: deadline, state: state)
    }
    private static func day(_ text: String) -> Day { Day(text)! }

    /// In the order in which a queue has them.
    private static let ordered = [
        place("OBJ-z", .on(day("2026-06-20")), .over), place("OBJ-a", .on(day("2026-06-29")), .over),
        place("RCT-b", .on(day("2026-07-01")), .running), place("RCT-c", .on(day("2026-07-01")), .halfTime),
        place("OBJ-d", .unknown(atEarliest: day("2027-01-06"), missingYear: 2027), .running),
        place("RCT-e", .on(day("2026-07-02")), nil), place("LST-f", nil, nil),
        place("OBJ-g", .on(day("2026-06-01")), .stopped), place("LST-h", .on(day("2026-06-01")), .expired),
    ]

    @Test func `超期的在最前，其次是先届满的，没有时限的随后，中止的排在最后`() {
        for (number, one) in Self.ordered.enumerated() {
            for (other, two) in Self.ordered.enumerated() {
                #expect((one < two) == (number < other), "\(one.text) \(two.text)")
            }
        }
    }

    @Test func `a place is written and read alike, and no other text is one`() {
        for place in Self.ordered { #expect(CaseUrgency(text: place.text) == place) }
        #expect(CaseUrgency(text: "0.2026-06-20.OBJ-1.2")?.id == "OBJ-1.2")
        for text in [
            "", "0", "0.2026-06-20", "0.2026-06-20.", "5.2026-06-20.OBJ-1", "-1.2026-06-20.OBJ-1",
            "01.2026-06-20.OBJ-1",
            "0.2026-06-31.OBJ-1", "x.2026-06-20.OBJ-1", "0.2026-06-20." + String(repeating: "a", count: 300),
        ] {
            #expect(CaseUrgency(text: text) == nil, "\(text)")
        }
    }

    @Test func `临近的是还没有超期、至末日届满的，没有时限的以约定之日为准`() {
        let near = Self.ordered.filter { $0.isDue(by: Self.day("2026-07-02")) }.map(\.id)
        #expect(near == ["RCT-b", "RCT-c", "RCT-e"])
        #expect(Self.ordered.filter { $0.isDue(by: Self.day("2026-07-01")) }.count == 2)
    }
}
