import Search
import Testing

@Suite struct SearchBenchTests {
    @Test func `right answers are counted by their place and times come from the clock`() throws {
        let index = NameIndex(
            (0..<10).map { NameEntry(document: $0, name: "甲乙" + String(repeating: "丙", count: Int($0))) })
        let lines = ["a\t甲乙\t0", "a\t甲乙\t3", "a\t甲乙\t9,7", "b\t丁\t", "not a question"]
        let questions = lines.compactMap { SearchBench.Question(line: $0) }
        #expect(questions.count == 4)
        var time: UInt64 = 0
        let figures = SearchBench(questions: questions).run(index, rounds: 3) {
            time += 10
            return time
        }
        let first = try #require(figures.first)
        #expect(figures.map(\.group) == ["a", "b"])
        #expect((first.count, first.judged, first.first, first.firstFive, first.firstTwenty) == (3, 3, 1, 2, 3))
        #expect((first.median, first.p99, first.slowest) == (10, 10, 10))
        #expect(first.perSecond == 1e8)
        #expect(figures[1].judged == 0)
    }
}
