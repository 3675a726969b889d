import Credit
import Foundation
import Samples
import Testing

struct SampleOrderTests {
    private func problem(_ change: (inout SampleOrder) throws -> Void) throws -> SampleProblem? {
        var order = try SampleCityFixture.order(10, 10)
        try change(&order)
        do {
            _ = try SampleGenerator(order)
            return nil
        } catch {
            return error
        }
    }

    @Test func `an order that cannot be met is refused with what is wrong and how to mend it`() throws {
        #expect(try problem { _ in } == nil)
        #expect(try problem { $0.subjects = 0 }?.code == "SAMPLE-101")
        #expect(try problem { $0.subjects = 5_000_001 }?.code == "SAMPLE-101")
        #expect(try problem { $0.records = -1 }?.code == "SAMPLE-102")
        #expect(try problem { $0.badShare = 1001 }?.place == "badShare")
        #expect(try problem { $0.lateShare = -1 }?.place == "lateShare")
        #expect(try problem { $0.targets = SampleCityFixture.targets([.permit, .permit]) }?.code == "SAMPLE-106")
        #expect(try problem { $0.until = try #require(Day("1990-01-01")) }?.code == "SAMPLE-107")
        #expect(try problem { $0.isWorkday = { _ in false } }?.code == "SAMPLE-107")
        #expect(try problem { $0.targets = SampleCityFixture.targets([.registryEntry]) }?.code == "SAMPLE-109")
        #expect(
            try problem { ($0.records, $0.targets) = (0, SampleCityFixture.targets([.registryEntry])) } == nil)
        let nameless = try problem {
            $0.targets = [SampleTarget(table: .permit, kind: "k", department: "d", organs: [])]
        }
        #expect(nameless?.code == "SAMPLE-105")
        let coded = try problem {
            let organ = SampleOrgan(name: "局", code: "123", abbreviation: "局")
            $0.targets = [SampleTarget(table: .permit, kind: "k", department: "d", organs: [organ])]
        }
        #expect(coded?.value == "123")
        let region = try problem {
            $0.city = SampleCity(
                province: "", name: "", code: "640500", regions: [SampleRegion(code: "64O500", county: "")])
        }
        #expect(region?.value == "64O500")
        #expect(region?.chinese.isEmpty == false && region?.english.isEmpty == false)
    }

    @Test func `the manifest is JSON whose counts add up`() throws {
        let (_, manifest) = try RowCollector.collect(SampleCityFixture.order(300, 3000, seed: .max))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(manifest.json)) as? [String: Any])
        #expect(json["seed"] as? UInt64 == .max)
        #expect(json["until"] as? String == "2026-11-20")
        let files = try #require(json["files"] as? [[String: Any]])
        #expect(files.count == SampleTable.allCases.count)
        for file in files {
            func count(_ key: String) throws -> Int { try #require(file[key] as? Int) }
            #expect(try count("rows") == count("accepted") + count("changed") + count("known") + count("refused"))
            let planted = try #require(file["planted"] as? [String: Int])
            #expect(try planted.values.reduce(0, +) == count("refused"))
            #expect(try count("persons") == planted["naturalPerson"] ?? 0)
            #expect(file["received"] as? String == "2026-11-20")
        }
    }

    @Test func `text with commas, quotes and line breaks comes back from the file as it was`() throws {
        let order = try SampleCityFixture.order(50, 2000, tables: [.penalty])
        let rows = try RowCollector.collect(order).rows.files[0].rows
        #expect(rows.contains { $0.contains { $0.contains("\n") && $0.contains("\"") && $0.contains(",") } })
        var text: [UInt8] = []
        try withoutActuallyEscaping({ (_: String, bytes: UnsafeRawBufferPointer) in
            text.append(contentsOf: bytes)
        }) { output in
            var writer = CSVSampleWriter(marksEncoding: true, output: output)
            _ = try SampleGenerator(order).write(to: &writer)
        }
        #expect(text.starts(with: [0xEF, 0xBB, 0xBF]))
        let read = SampleOrderTests.parse(text.dropFirst(3))
        #expect(read.first == SampleTable.penalty.headings)
        #expect(Array(read.dropFirst()) == rows)
    }

    private static func parse(_ bytes: some Collection<UInt8>) -> [[String]] {
        var (rows, row, cell, isQuoted, wasQuote): ([[String]], [String], [UInt8], Bool, Bool) = (
            [], [], [], false, false
        )
        func text() -> String { String(decoding: cell, as: UTF8.self) }
        for byte in bytes {
            if isQuoted {
                if byte == 0x22 { (isQuoted, wasQuote) = (false, true) } else { cell.append(byte) }
                continue
            }
            switch byte {
            case 0x22:
                if wasQuote { cell.append(byte) }
                isQuoted = true
            case 0x2C:
                row.append(text())
                cell = []
            case 0x0A:
                rows.append(row + [text()])
                (row, cell) = ([], [])
            default: cell.append(byte)
            }
            wasQuote = false
        }
        return rows
    }

    private static let shared: URL? = {
        var folder = URL(filePath: #filePath)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let data = folder.appending(path: "../shared/data").standardized
            if FileManager.default.fileExists(atPath: data.path) { return data }
        }
        print("NOTE: ../shared/data is absent: the made-up trades are not compared with GB/T 4754-2017")
        return nil
    }()

    @Test(.enabled(if: SampleOrderTests.shared != nil, "needs ../shared/data"))
    func `every trade class is one of GB T 4754-2017`() throws {
        let table = try #require(SampleOrderTests.shared).appending(path: "codes/gbt4754_2017_industry_classes.csv")
        let classes = Set(
            try String(contentsOf: table, encoding: .utf8).split(whereSeparator: \.isNewline).compactMap {
                $0.split(separator: ",").first
            })
        let rows = try RowCollector.collect(SampleCityFixture.order(5000, 0)).rows.rows(of: .registryEntry)
        let used = Set(rows.map { $0["行业"] })
        #expect(used.count > 60)
        for industry in used { #expect(classes.contains(industry[...]), "\(industry)") }
    }
}
