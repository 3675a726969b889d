import ArgumentParser
import Credit

/// `chengxin workdays`: 工作日.
struct WorkdaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workdays", abstract: "工作日推算 · working-day arithmetic",
        subcommands: [Add.self, Between.self, List.self])

    /// `workdays add DAY N`: the day of the event is day 0.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "某日起第 N 个工作日 · the Nth working day after a day")
        @OptionGroup var packs: PackOptions
        @Argument(help: "日期") var day: Day
        @Argument(help: "工作日数") var count: Int

        func run() throws {
            guard (0...10_000).contains(count) else {
                throw Refusal("工作日数须在 0 至 10000 之间", "the count must lie between 0 and 10000", exit: 2)
            }
            switch WorkingCalendar(try packs.rules().calendar).adding(count, to: day) {
            case .on(let last): Console.line("\(last)")
            case let deadline:
                throw Refusal(deadline.words.chinese, deadline.words.english)
            }
        }
    }

    /// `workdays between A B`: how many working days lie after A up to and including B.
    struct Between: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "两日之间的工作日数 · working days after A up to B")
        @OptionGroup var packs: PackOptions
        @Argument(help: "起日（不计）") var from: Day
        @Argument(help: "止日（计入）") var until: Day

        func run() throws {
            switch WorkingCalendar(try packs.rules().calendar).between(from, until) {
            case .count(let count): Console.line("\(count)")
            case .unknown(let least, let most, let year):
                throw Refusal(
                    "在 \(least) 与 \(most) 之间，待 \(year) 年日历载入后确定",
                    "between \(least) and \(most) until the calendar of \(year) is loaded")
            }
        }
    }

    /// `workdays list YEAR`: one a line.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "某年的全部工作日 · all working days of a year")
        @OptionGroup var packs: PackOptions
        @Argument(help: "年份") var year: Int

        func run() throws {
            guard let days = WorkingCalendar(try packs.rules().calendar).days(of: year) else {
                throw Refusal("\(year) 年的工作日历没有载入", "no calendar is loaded for \(year)")
            }
            Console.bytes(Array(days.map { "\($0)\n" }.joined().utf8))
        }
    }
}
