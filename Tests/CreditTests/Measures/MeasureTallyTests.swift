import Credit
import Testing

@Suite struct MeasureTallyTests {
    static let day = Day("2026-05-06")!

    static func task(_ state: MeasureTask.State, after days: Int? = nil) -> MeasureTask {
        MeasureTask(
            measure: "m", department: "finance", bound: day, told: days.map { day + $0 }, state: state)
    }

    @Test func `反馈率只看应当反馈的，反馈前已经终止的不计入；没有任务时没有比率，不是零`() {
        let tally = MeasureTally([
            Self.task(.executed, after: 2), Self.task(.notExecuted, after: 5), Self.task(.open), Self.task(.ended),
        ])
        #expect(tally.bound == 4 && tally.count(.executed) == 1 && tally.count(.ended) == 1)
        #expect(tally.rate == Rate(2, of: 3))
        #expect(tally.averageDays == 4)
        #expect(MeasureTally([]).rate.text == nil && MeasureTally([]).averageDays == nil)
        #expect(MeasureTally([Self.task(.open)]).averageDays == nil)
    }
}
