import Testing

@testable import Credit

/// 公示终止: the three kinds of end, and what has none.
struct PublicationEndTests {
    private static let review = Day("2029-06-30")!

    private static func facts(
        valid: String? = nil, cured: Bool = false, review: String? = nil, wished: String? = nil
    ) -> PublicationFacts {
        PublicationFacts(
            decided: Day("2026-06-30"), received: Day("2026-07-02")!, validUntil: valid.flatMap { Day($0) },
            isUntilCured: cured, reviewBy: review.flatMap { Day($0) }, wishedUntil: wished.flatMap { Day($0) },
            givenGrade: nil, derivedGrade: nil, summaryProcedure: false)
    }

    private static func words(_ publication: Publication, on day: Day) -> Label {
        let kind = RecordKind(
            code: "abnormal-operation", title: Label("经营异常名录", "abnormal operation"), family: .listing,
            catalogueClass: "c", department: "d", source: Source(document: "企业信息公示暂行条例"), dueWithin: nil,
            templates: [], publication: .whileListed, demonstration: nil)
        return RecordPresentation(kind: kind).reason(of: publication, decided: nil, received: day, on: day)
    }

    @Test func `列入经营异常名录的，公示到整改移出为止，复核日不使其终止`() throws {
        let publication = try #require(
            PublicationRule.whileListed.publication(of: Self.facts(cured: true, review: "2029-06-30")))
        #expect(publication.end == .untilCured(reviewBy: Self.review))
        #expect(publication.isPublished(on: Self.review + 1))
        let before = Self.words(publication, on: Self.review)
        #expect(before.chinese.contains("整改移出为止，最迟于 2029-06-30 复核") && !before.chinese.contains("复核日已过"))
        #expect(before.english.contains("until cured; reviewed at the latest on 2029-06-30"))
        let after = Self.words(publication, on: Self.review + 1)
        #expect(after.chinese.contains("复核日已过") && after.english.contains("has gone by"))
    }

    @Test func `列入有截止日的，到截止日为止；两者都有的从截止日`() throws {
        let both = try #require(
            PublicationRule.whileListed.publication(
                of: Self.facts(valid: "2027-01-01", cured: true, review: "2029-06-30")))
        #expect(both.end == .lastDay && both.period == .until(Day("2027-01-01")!))
        let article = try #require(PublicationRule.whileListed.publication(of: Self.facts(review: "2029-06-30")))
        #expect(article.end == .byArticle(reviewBy: Self.review))
    }

    @Test func `没有截止日、也没有复核日的列入不公示，退问`() {
        #expect(PublicationRule.whileListed.publication(of: Self.facts(cured: true))?.period == .none(.endUnknown))
        #expect(PublicationRule.whileListed.publication(of: Self.facts())?.period == .none(.endUnknown))
        let permit = PublicationRule.whileValid.publication(of: Self.facts(review: "2029-06-30"))
        #expect(permit?.period == .none(.endUnknown))
    }

    @Test(arguments: ["2099-12-31", "2099-01-31"])
    func `许可有效期写为2099年的，是长期，不是到2099年为止`(day: String) throws {
        let publication = try #require(PublicationRule.whileValid.publication(of: Self.facts(valid: day, wished: day)))
        #expect(publication.end == .withoutEnd && publication.period == .until(.endless))
        #expect(Self.words(publication, on: Self.review).chinese.hasPrefix("长期有效"))
        #expect(publication.end.title == Label("长期", "no end of validity"))
    }

    @Test func `报送的公示截止期更早的，从其早`() throws {
        let publication = try #require(
            PublicationRule.whileListed.publication(
                of: Self.facts(cured: true, review: "2029-06-30", wished: "2027-01-01")))
        #expect(publication.period == .until(Day("2027-01-01")!))
        #expect(Self.words(publication, on: Self.review).chinese.contains("公示到该日为止"))
    }

    @Test func `what ends a publication is kept in the entry, and what the period says itself is not written twice`()
        throws
    {
        let cured = Publication(
            period: .until(.endless), end: .untilCured(reviewBy: Self.review), grade: nil, gradeDerived: false,
            rule: nil, lastDayByRule: nil)
        #expect(
            String(decoding: cured.canonical, as: UTF8.self)
                == #"{"end":"until-cured","reviewBy":"2029-06-30","until":"9999-12-31"}"#)
        #expect(try Publication(canonical: cured.canonical) == cured)
        for (text, end) in [
            (#"{"until":"9999-12-31"}"#, Publication.End.standing), (#"{"until":"2027-01-01"}"#, .lastDay),
            (#"{"end":"without-end","until":"9999-12-31"}"#, .withoutEnd),
        ] {
            let read = try Publication(canonical: Array(text.utf8))
            #expect(read.end == end && String(decoding: read.canonical, as: UTF8.self) == text)
        }
        for broken in [
            #"{"end":"until-cured","until":"9999-12-31"}"#, #"{"end":"some-day","until":"9999-12-31"}"#,
            #"{"end":"without-end","reviewBy":"2029-06-30","until":"9999-12-31"}"#,
        ] {
            #expect(throws: CanonicalFault.self) { try Publication(canonical: Array(broken.utf8)) }
        }
    }
}
