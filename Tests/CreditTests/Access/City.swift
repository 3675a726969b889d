import Credit
import Testing

/// A made-up city: its credit office at the root, a department, a county with one person, a township.
struct City {
    static let day = Day("2026-03-02")!
    var people = People()

    /// The root with its administrators a1 and a2, a bureau with b1 and b2, a county with c1, a township below it.
    init() throws {
        try take(
            people.first(
                account: "a1", signIn: "an.li", person: "安丽", organisation: "credit-office", name: "市信用办", level: .city,
                codes: [], on: City.day))
        try open("a2", "an.ming", "安明", at: "credit-office", by: "a1")
        try grant(.administer, to: "a2", by: "a1")
        try found("bureau", .city, under: "credit-office")
        try found("county", .county, under: "credit-office")
        try found("township", .township, under: "county")
        try open("b1", "bai.yun", "白云", at: "bureau", by: "a1")
        try open("b2", "bai.xue", "白雪", at: "bureau", by: "a1")
        try open("c1", "cao.yan", "曹燕", at: "county", by: "a1")
    }

    mutating func take(_ events: [PeopleEvent]) throws {
        for event in events {
            // What was decided comes back from its bytes as it was.
            let again = try Event(body: Event.people(event).body)
            #expect(again == .people(event))
            people.apply(event)
        }
    }

    mutating func found(_ code: String, _ level: Organisation.Level, under parent: String) throws {
        try take([
            people.found(
                code, name: "名\(code)", level: level, under: parent, from: City.day, paper: "卫编发〔2026〕1号", by: "a1",
                on: City.day)
        ])
    }

    mutating func open(_ id: String, _ name: String, _ person: String, at code: String, by: String) throws {
        try take([
            people.open(account: id, signIn: name, person: person, organisation: code, by: by, on: City.day)
        ])
    }

    mutating func grant(_ duty: Duty, to account: String, from: Day = City.day, by: String = "a1") throws {
        try take([people.grant(duty, to: account, from: from, by: by, on: City.day)])
    }

    func officer(_ account: String, on day: Day = City.day) throws -> Officer {
        try #require(people.officer(account, on: day))
    }

    /// b2 stands in for b1 for ten days.
    func standIn(
        _ principal: String = "b1", _ substitute: String = "b2", duties: Set<Duty> = [.handle], days: Int = 9
    ) -> Authorisation {
        Authorisation(
            id: "s1", principal: principal, substitute: substitute, duties: duties, from: City.day,
            until: City.day + days, paper: "卫信用办授〔2026〕1号")
    }
}
