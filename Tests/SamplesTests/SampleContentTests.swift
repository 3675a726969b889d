import Credit
import Samples
import Testing

struct SampleContentTests {
    private let reader = FaultReader(until: Day(number: 20_777))  // 2026-11-20

    @Test func `what the manifest counts is what the rows show, each bad row with one fault`() throws {
        for share in [0, 15, 1000] {
            var order = try SampleCityFixture.order(2000, 12_000)
            order.badShare = share
            let (collector, manifest) = try RowCollector.collect(order)
            #expect(reader.until == order.until)
            for (file, entry) in zip(collector.files, manifest.files) {
                var found: [PlantedFault: Int] = [:]
                for row in file.rows {
                    let named = NamedRow(
                        cells: row, places: Dictionary(uniqueKeysWithValues: zip(file.file.table.headings, 0...)))
                    let faults = reader.faults(named, file.file.table)
                    #expect(faults.count <= 1, "\(row)")
                    for fault in faults { found[fault, default: 0] += 1 }
                }
                #expect(found == entry.planted, "\(entry.name) at \(share)")
            }
            let refused = manifest.files.reduce(0) { $0 + $1.refused }
            let rows = manifest.files.reduce(0) { $0 + $1.rows }
            switch share {
            case 0: #expect(refused == 0)
            case 1000: #expect(refused == rows)
            default: #expect((160...260).contains(refused))
            }
        }
    }

    @Test func `at full share every fault is planted in every table that can have it`() throws {
        var order = try SampleCityFixture.order(500, 10_000)
        order.badShare = 1000
        let (_, manifest) = try RowCollector.collect(order)
        let penalties = try #require(manifest.files.first { $0.kind == "penalty" })
        #expect(Set(penalties.planted.keys) == Set(PlantedFault.allCases))
        #expect(manifest.files.allSatisfy { $0.accepted == 0 && $0.known == 0 && $0.changed == 0 && $0.odd.isEmpty })
        #expect(penalties.persons > 0)
    }

    @Test func `every name of a subject, a former name and a contract party bears the mark`() throws {
        let (collector, _) = try RowCollector.collect(SampleCityFixture.order(3000, 10_000))
        for table in SampleTable.allCases {
            for row in collector.rows(of: table) {
                let name = row[reader.nameHeading(table)]
                let isPerson = row["行政相对人类别"] == "自然人"
                if isPerson { #expect(name.hasPrefix("演示")) }
                #expect(name.isEmpty || isPerson || name.contains("（演示）"), "\(name)")
            }
        }
        let former = collector.rows(of: .registryEntry).map { $0["曾用名"] }.filter { !$0.isEmpty }
        #expect((120...240).contains(former.count))
        #expect(former.allSatisfy { $0.contains("（演示）") })
        for row in collector.rows(of: .contract) { #expect(row["甲方名称"].contains("（演示）")) }
    }

    @Test func `document numbers, persons and addresses name themselves a demonstration`() throws {
        let (collector, _) = try RowCollector.collect(SampleCityFixture.order(500, 5000))
        let streets = ["演示大道", "样例路", "虚构街", "示意巷", "拟造路", "假想街", "试样路", "范例大街"]
        for row in collector.rows(of: .registryEntry) {
            #expect(streets.contains { row["住所"].contains($0) })
        }
        for row in collector.rows(of: .penalty) {
            #expect(row["行政处罚决定书文号"].contains("演"))
            #expect(row["法定代表人"].isEmpty || row["法定代表人"].hasPrefix("演示"))
            #expect(row["证件号码"].isEmpty || row["证件号码"].hasPrefix("演示证件"))
            #expect(row["法定代表人证件号码"].isEmpty)
        }
        for row in collector.rows(of: .judgmentDebtor) where !row["认定文书号"].isEmpty {
            #expect(row["认定文书号"].contains("演执"))
        }
    }

    @Test func `codes and names are each one subject's, and codes are right, regional and never issued`() throws {
        let order = try SampleCityFixture.order(20_000, 0)
        var clean = order
        (clean.badShare, clean.oddShare) = (0, 0)
        let rows = try RowCollector.collect(clean).rows.rows(of: .registryEntry)
        let codes = rows.map { $0["统一社会信用代码"] }.filter { !$0.isEmpty }
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { CreditCode($0) != nil })
        #expect(codes.allSatisfy { $0.dropFirst(8).hasPrefix("DEM") })
        #expect(Set(codes.map { $0.dropFirst(2).prefix(6) }) == ["640500", "640502", "640521", "640522"])
        #expect(Set(codes.map { $0.prefix(2) }) == ["91", "92", "93", "51", "12"])
        let names = rows.map { $0["名称"] } + rows.map { $0["曾用名"] }.filter { !$0.isEmpty }
        #expect(Set(names).count == names.count)
        let numbers = rows.map { $0["注册号"] }.filter { !$0.isEmpty }
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { RegistrationNumber($0)?.isCheckRight == true })
        #expect(rows.allSatisfy { !$0["统一社会信用代码"].isEmpty || !$0["注册号"].isEmpty })
        #expect((50...800).contains(numbers.count))
        #expect(rows.contains { $0["统一社会信用代码"].isEmpty })
    }

    @Test func `unusual writings are counted as they stand in the rows`() throws {
        var order = try SampleCityFixture.order(500, 6000)
        (order.badShare, order.oddShare) = (0, 400)
        let (collector, manifest) = try RowCollector.collect(order)
        for (file, entry) in zip(collector.files, manifest.files) {
            var found: [OddForm: Int] = [:]
            for row in file.rows { if let form = SampleContentTests.form(of: row) { found[form, default: 0] += 1 } }
            #expect(found == entry.odd, "\(entry.name)")
        }
        let all = manifest.files.reduce(into: Set<OddForm>()) { $0.formUnion($1.odd.keys) }
        #expect(all == Set(OddForm.allCases))
    }

    private static func form(of row: [String]) -> OddForm? {
        for cell in row {
            if cell.utf8.count == 54, cell.unicodeScalars.allSatisfy({ $0.value > 0xFF00 }) { return .fullWidthCode }
            if cell.contains("演"), cell.hasSuffix("号"), !cell.contains("字第"), !cell.contains("大道") {
                if cell.contains("[2") { return .squareBrackets }
                if cell.contains("【2") { return .lenticularBrackets }
                if cell.contains("（2"), !cell.hasPrefix("（") { return .roundBrackets }
            }
            guard let first = cell.utf8.first, (0x31...0x32).contains(first) || first == 0x33 || first == 0x34,
                Day(cell) == nil, FaultReader.day(cell) != nil
            else { continue }
            if cell.contains("/") { return .slashDate }
            if cell.contains("年") { return .chineseDate }
            return cell.utf8.count == 8 ? .compactDate : .serialDate
        }
        return nil
    }
}
