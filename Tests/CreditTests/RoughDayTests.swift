import Credit
import Testing

struct RoughDayTests {
    @Test func `a day is kept as far as it is known`() throws {
        let year = try #require(RoughDay("2018"))
        #expect(year.first == Day("2018-01-01") && year.last == Day("2018-12-31") && !year.isExact)
        let month = try #require(RoughDay("2024-02"))
        #expect(month.first == Day("2024-02-01") && month.last == Day("2024-02-29"))
        let exact = try #require(RoughDay("2020-12-07"))
        #expect(exact.isExact && exact.first == Day("2020-12-07"))
        let open = try #require(RoughDay("..2020-01-01"))
        #expect(open.isOpen && open.last == Day("2020-01-01") && !open.isExact)
        for text in ["2018", "2024-02", "2020-12-07", "..2020-01-01"] { #expect(RoughDay(text)?.text == text) }
    }

    @Test func `what is no day is no rough day either`() {
        for text in ["", "20", "2020-13", "2020-02-30", "2020-1", "2020-", "..2020", "..", "2020-01-01-01", "二〇二〇"] {
            #expect(RoughDay(text) == nil, "\(text)")
        }
    }
}
