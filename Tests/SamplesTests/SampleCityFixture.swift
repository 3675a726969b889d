import Credit
import Samples
import Testing

/// A small city like the pack's, with organs marked as invented.
enum SampleCityFixture {
    static let kinds: [SampleTable: String] = [
        .registryEntry: "registry", .permit: "permit", .penalty: "penalty", .taxGrade: "grade",
        .abnormalOperation: "abnormal", .seriousViolation: "serious", .judgmentDebtor: "debtor",
        .taxViolation: "tax", .wageArrears: "wages", .contract: "contract",
    ]

    static let regions = [
        SampleRegion(code: "640502", county: "沙坡头区", weight: 5),
        SampleRegion(code: "640521", county: "中宁县", weight: 3),
        SampleRegion(code: "640522", county: "海原县", weight: 2),
        SampleRegion(code: "640500", county: "沙坡头区", weight: 2),
    ]

    static func targets(_ tables: [SampleTable] = SampleTable.allCases) -> [SampleTarget] {
        tables.map { table in
            SampleTarget(
                table: table, kind: kinds[table] ?? "", department: "office",
                organs: [
                    SampleOrgan(name: "中卫市\(kinds[table] ?? "")局（演示）", abbreviation: "卫"),
                    SampleOrgan(name: "中宁县\(kinds[table] ?? "")局（演示）", abbreviation: "宁", region: "640521"),
                ])
        }
    }

    static func order(
        _ subjects: Int, _ records: Int, seed: UInt64 = 7, until: String = "2026-11-20",
        tables: [SampleTable] = SampleTable.allCases
    ) throws -> SampleOrder {
        let day = try #require(Day(until))
        let city = SampleCity(province: "宁夏回族自治区", name: "中卫市", code: "640500", regions: regions)
        return SampleOrder(
            subjects: subjects, records: records, seed: seed, until: day, city: city, targets: targets(tables))
    }
}
