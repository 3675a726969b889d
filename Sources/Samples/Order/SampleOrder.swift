import Credit

/// 演示数据要求: how much demonstration data is wanted, of which city, and with how many blemishes.
///
/// The same order gives the same bytes, on every machine.
public struct SampleOrder: Sendable {
    /// How many subjects; each has one registry row.
    public var subjects: Int
    /// How many rows stand in all other files together, duplicates and bad rows included.
    public var records: Int
    /// What everything is drawn from.
    public var seed: UInt64
    /// Last day of the data; decisions lie in the 24 months before it.
    public var until: Day
    /// The city.
    public var city: SampleCity
    /// The tables that are written and what the pack calls them; the share of a table left out goes to the others.
    public var targets: [SampleTarget]
    /// How many of a thousand rows have something wrong with them.
    /// - Unit: per mille
    public var badShare = 15
    /// How many of a thousand good rows show an unusual but readable writing.
    /// - Unit: per mille
    public var oddShare = 30
    /// How many of a thousand permits and penalties come twice, half of them with changed content.
    /// - Unit: per mille
    public var duplicateShare = 10
    /// How many of a thousand permits and penalties came in after the seven working days.
    /// - Unit: per mille
    public var lateShare = 40
    /// Whether permits and penalties are written as one file or week by week.
    public var delivery = SampleDelivery.whole
    /// Whether a day is a working day; Monday to Friday unless the city's calendar is handed in.
    public var isWorkday: @Sendable (Day) -> Bool = { $0.weekday <= 5 }

    /// An order with the usual blemishes.
    public init(
        subjects: Int, records: Int, seed: UInt64, until: Day, city: SampleCity, targets: [SampleTarget]
    ) {
        self.subjects = subjects
        self.records = records
        self.seed = seed
        self.until = until
        self.city = city
        self.targets = targets
    }

    /// More subjects than this would need longer made-up names.
    static let mostSubjects = 5_000_000
    static let mostRecords = 1_000_000_000

    func check() throws(SampleProblem) {
        guard (1...SampleOrder.mostSubjects).contains(subjects) else { throw .subjects(subjects) }
        guard (0...SampleOrder.mostRecords).contains(records) else { throw .records(records) }
        let shares = [
            ("badShare", badShare), ("oddShare", oddShare), ("duplicateShare", duplicateShare),
            ("lateShare", lateShare),
        ]
        for (place, share) in shares where !(0...1000).contains(share) { throw .share(place, share) }
        guard (1995...2090).contains(until.year) else { throw .until(until.description) }
        for code in [city.code] + city.regions.map(\.code) where !SampleOrder.isRegion(code) { throw .region(code) }
        guard !city.regions.isEmpty else { throw .region("") }
        guard records == 0 || targets.contains(where: { $0.table != .registryEntry }) else { throw .noTable(records) }
        var (tables, kinds): (Set<SampleTable>, Set<String>) = ([], [])
        for target in targets {
            guard tables.insert(target.table).inserted, kinds.insert(target.kind).inserted else {
                throw .repeated(target.table)
            }
            guard target.organs.contains(where: { $0.region == nil }) else { throw .organs(target.table) }
            for code in target.organs.compactMap(\.code) where code.utf8.count != 18 { throw .organCode(code) }
        }
    }

    private static func isRegion(_ code: String) -> Bool {
        code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// 报送方式: how permits and penalties are cut into files.
public enum SampleDelivery: String, CaseIterable, Sendable {
    /// One file a kind, as if all had come in on the last day: nearly every row is then late.
    case whole
    /// A file a week, to be imported as received on the week's last working day: late is what was handed in late.
    case weekly
}
