import Testing

@testable import Credit

/// What was begun under a code goes on with whoever holds it.
@Suite struct PassedCasesTests {
    let day = City.day

    /// Officers of the organ into which the one that began the case was merged.
    private func officer(_ account: String, _ codes: Set<String>? = ["commerce", "market-regulation"]) -> Officer {
        Officer(account: account, name: "某\(account)", organ: "commerce", codes: codes)
    }

    @Test func `撤并之日起，在办案件和在列条目由承接单位办理，此前不得`() throws {
        var city = try City()
        try city.found("new-bureau", .city, under: "credit-office")
        try city.take([
            city.people.merge("bureau", into: "new-bureau", from: day + 10, paper: "卫编发〔2026〕10号", by: "a1", on: day)
        ])
        try city.open("n1", "niu.yi", "牛一", at: "new-bureau", by: "a1")
        #expect(try !city.officer("n1", on: day + 9).acts(for: "bureau"))
        #expect(try city.officer("n1", on: day + 10).acts(for: "bureau"))
        #expect(try city.officer("b1", on: day + 9).acts(for: "bureau"))
        #expect(try city.officer("b1", on: day + 10).organ == "new-bureau")
    }

    @Test func `职责划出的单位不再办理`() throws {
        var city = try City()
        try city.take([
            city.people.found(
                "big-bureau", name: "综合局", level: .city, under: "credit-office", codes: ["market"], from: day + -400,
                paper: nil, by: "a1", on: day)
        ])
        try city.open("g1", "ge.yi", "葛一", at: "big-bureau", by: "a1")
        try city.take([
            city.people.moveDuties(
                ["market"], and: [], from: "big-bureau", to: "bureau", since: day + 4, paper: "13号", by: "a1", on: day)
        ])
        #expect(try city.officer("g1", on: day + 3).acts(for: "market"))
        #expect(try !city.officer("g1", on: day + 4).acts(for: "market"))
        #expect(try city.officer("b1", on: day + 4).acts(for: "market"))
    }

    @Test func `承接单位可以提出、审批、决定和移出，他单位不得`() throws {
        var story = ListingStory()
        try story.weigh()
        guard case .weighed(let weighed) = try story.listing().stage else { return }
        let signature = ListingSignature(step: "handler", agrees: true, opinion: "同意")
        let event = try weighed.sign(signature, by: officer("c1"), on: story.today)
        // The paper names who acted and for which organ, as it was on its day.
        #expect(event.by.organ == "commerce")
        #expect(throws: ListingProblem.otherOrgan) {
            try weighed.sign(signature, by: officer("c1", nil), on: story.today)
        }
        var whole = ListingStory()
        let standing = try whole.stand()
        _ = try standing.publish(as: "r1", bases: ListingStory.sound, by: officer("c1"), on: whole.today)
        #expect(throws: ListingProblem.otherOrgan) {
            try standing.publish(as: "r1", bases: ListingStory.sound, by: officer("c1", nil), on: whole.today)
        }
        let list = ListingStory.list()
        #expect(ListingCandidate.mayPropose(under: list, level: .city, by: officer("c1"), on: story.today))
        #expect(!ListingCandidate.mayPropose(under: list, level: .city, by: officer("c1", nil), on: story.today))
    }

    @Test func `承接的职责代码不入事件，不论承接什么，仍是同一经办人`() throws {
        let now = officer("c1")
        let again = try Officer(canonical: now.canonical)
        #expect(again == now && again.hashValue == now.hashValue)
        #expect(!again.acts(for: "market-regulation") && again.acts(for: "commerce"))
        #expect(OfficerPair(now, officer("c1", nil)) == nil)
    }
}
