import Credit
import Store

/// 待办案件: a case as far as a queue orders, counts and searches it; its line is made only where it is shown. Good inside
/// the read that found it only. Thousands of them are sorted and sifted, so that they are not copied.
final class WaitingCase {
    /// Its place in the queue.
    let urgency: CaseUrgency
    /// Key text of the subject; nil where it is about none.
    let subject: String?
    /// Name of the subject, where the case itself has one.
    let name: String?
    /// 目录行 by the id: one closure for all cases of a kind that need nothing else.
    private let made: (String) throws -> CaseLine

    var id: String { urgency.id }

    /// 目录行.
    func line() throws -> CaseLine { try made(id) }

    init(
        _ id: String, subject: String?, name: String?, deadline: Deadline?, state: CaseClock.State?,
        line: @escaping (String) throws -> CaseLine
    ) {
        urgency = CaseUrgency(id: id, deadline: deadline, state: state)
        (self.subject, self.name, made) = (subject, name, line)
    }

    /// A case of the tables, by the clock that ends first.
    convenience init(
        _ queued: QueuedCase, _ clock: QueueClocks.Standing?, line: @escaping (String) throws -> CaseLine
    ) {
        self.init(
            queued.id, subject: queued.subject, name: queued.name, deadline: clock?.deadline, state: clock?.state,
            line: line)
    }

    /// A case of a kind of which few wait.
    convenience init(_ line: CaseLine, subject: String?) {
        self.init(
            line.id, subject: subject, name: line.subject, deadline: line.deadline, state: line.state,
            line: { _ in line })
    }
}

/// 待办时限: where the clocks of waiting cases stand on a day. By the tables, whose days are those of the calendar that is
/// in use; what they cannot say (a clock that stands still, an unknown last day, another calendar not yet in use) is read
/// from the log.
struct QueueClocks {
    typealias Standing = (deadline: Deadline, state: CaseClock.State)

    let calendar: WorkingCalendar
    let day: Day
    let reader: Reader
    /// Whether the last days of the tables are those of this calendar.
    let isCertain: Bool

    init(_ rules: Rules, _ calendar: WorkingCalendar, on day: Day, in reader: Reader) throws {
        (self.calendar, self.day, self.reader) = (calendar, day, reader)
        isCertain = try reader.isInUse(rules)
    }

    /// Where a clock stands; nil for one that is done.
    func standing(_ clock: QueuedClock) throws -> Standing? {
        if clock.state == .finished { return nil }
        if clock.state == .running, isCertain, case .on(let last) = clock.told {
            return (clock.told, last < day ? .over : .running)
        }
        return try reader.timer(clock.key).flatMap { standing($0.clock) }
    }

    /// Where a clock stands as its steps make it; nil for one that is done.
    func standing(_ clock: CaseClock) -> Standing? {
        guard clock.finished == nil else { return nil }
        return (clock.deadline(in: calendar, on: day), clock.state(in: calendar, on: day))
    }

    /// Where the clock stands that ends first.
    func first(_ clocks: [QueuedClock]) throws -> Standing? {
        try clocks.compactMap { try standing($0) }.min { $0.deadline.earliest < $1.deadline.earliest }
    }
}
