extension Schema {
    /// Answers about working days.
    static let calendars: [Schema] = [
        Schema(
            "CalendarYear",
            [
                ("year", .text), ("workingDays", .count), ("off", .count), ("makeUp", .count), ("from", .day),
                ("notices", .count), ("source", .object("Cited")),
            ]),
        Schema(
            "Calendars",
            [
                ("lang", .text), ("years", .list("CalendarYear")), ("missing?", .text),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "HolidayNotice", [("from", .day), ("source", .object("Cited")), ("off", .texts), ("work", .texts)]),
        Schema(
            "CalendarDay",
            [
                ("day", .day), ("weekday", .count), ("state", .text), ("stateTitle", .text), ("working", .truth),
            ]),
        Schema(
            "Calendar",
            [
                ("lang", .text), ("year", .text), ("workingDays", .count), ("off", .count), ("makeUp", .count),
                ("notices", .list("HolidayNotice")), ("days", .list("CalendarDay")), ("reading", .object("Reading")),
            ]),
        Schema(
            "Deadline",
            [
                ("known", .truth), ("day?", .day), ("atEarliest?", .day), ("missingYear?", .text), ("words", .text),
            ]),
        Schema(
            "DayRun",
            [
                ("first", .day), ("last", .day), ("state", .text), ("stateTitle", .text), ("length", .count),
                ("counted", .count), ("numbers?", .text),
            ]),
        Schema(
            "Workdays",
            [
                ("lang", .text), ("from?", .day), ("days?", .text), ("deadline?", .object("Deadline")),
                ("steps", .list("DayRun")), ("reading", .object("Reading")),
            ]),
    ]
}
