import Credit
import Samples
import Testing

struct SampleGeneratorTests {
    private func bytes(_ order: SampleOrder) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        try withoutActuallyEscaping({ (name: String, bytes: UnsafeRawBufferPointer) in
            files[name, default: []].append(contentsOf: bytes)
        }) { output in
            var writer = CSVSampleWriter(output: output)
            files["manifest"] = try SampleGenerator(order).write(to: &writer).json
        }
        return files
    }

    @Test func `the same order gives the same bytes, another seed others`() throws {
        let first = try bytes(SampleCityFixture.order(300, 3000))
        let second = try bytes(SampleCityFixture.order(300, 3000))
        #expect(first == second)
        let other = try bytes(SampleCityFixture.order(300, 3000, seed: 8))
        for (name, content) in first { #expect(other[name] != content, "\(name) does not depend on the seed") }
        // Not only who is drawn: what is decided about them and when, too.
        let drawn = try [7, 8].map { (seed: UInt64) in
            try RowCollector.collect(SampleCityFixture.order(300, 3000, seed: seed)).rows.rows(of: .permit).map {
                $0["许可决定日期"] + $0["许可内容"]
            }
        }
        #expect(zip(drawn[0], drawn[1]).count(where: { $0 == $1 }) < 300)
    }

    @Test func `the bytes of a small order stay what they were`() throws {
        // A change here changes every demonstration city; say so in the changelog.
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for (_, content) in try bytes(SampleCityFixture.order(50, 500)).sorted(by: { $0.key < $1.key }) {
            for byte in content { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        #expect(String(digest, radix: 16) == "9b1699eecf2f2932")
    }

    @Test(arguments: [(1, 0), (1, 1), (1, 500), (3, 17), (250, 2500), (1000, 7)])
    func `there are exactly as many rows as were ordered`(_ subjects: Int, _ records: Int) throws {
        for delivery in SampleDelivery.allCases {
            var order = try SampleCityFixture.order(subjects, records)
            order.delivery = delivery
            let (collector, manifest) = try RowCollector.collect(order)
            #expect(collector.rows(of: .registryEntry).count == subjects)
            let others = collector.files.filter { $0.file.table != .registryEntry }
            #expect(others.reduce(0) { $0 + $1.rows.count } == records)
            #expect(manifest.files.map(\.rows) == collector.files.map(\.rows.count))
            #expect(manifest.files.map(\.name) == collector.files.map(\.file.name))
            #expect(Set(manifest.files.map(\.name)).count == manifest.files.count)
            for file in collector.files {
                #expect(file.isEnded)
                #expect(file.rows.allSatisfy { $0.count == file.file.table.headings.count })
            }
        }
    }

    @Test func `week by week the rows are the same as in one file`() throws {
        var order = try SampleCityFixture.order(200, 3000)
        let whole = try RowCollector.collect(order).rows
        order.delivery = .weekly
        let (weekly, manifest) = try RowCollector.collect(order)
        for table in SampleTable.allCases {
            #expect(whole.rows(of: table).map(\.cells) == weekly.rows(of: table).map(\.cells))
        }
        let permits = manifest.files.filter { $0.kind == "permit" }
        #expect(permits.count > 95)
        #expect(permits.allSatisfy { $0.name == "permit-\($0.received).txt" })
        #expect(permits.map(\.received) == permits.map(\.received).sorted())
    }

    @Test func `the share of tables left out goes to the others`() throws {
        let order = try SampleCityFixture.order(100, 999, tables: [.permit, .penalty])
        let (collector, _) = try RowCollector.collect(order)
        #expect(collector.files.map(\.file.kind) == ["permit", "penalty"])
        #expect(collector.files.reduce(0) { $0 + $1.rows.count } == 999)
        #expect((650...740).contains(collector.files[0].rows.count))
    }

    @Test func `an organ of one county decides about subjects of that county only`() throws {
        let (collector, _) = try RowCollector.collect(SampleCityFixture.order(200, 2000))
        var regions: [String: Set<Substring>] = [:]
        for row in collector.rows(of: .permit) where !row["行政相对人代码_1(统一社会信用代码)"].hasPrefix("0") {
            let code = FaultReader.narrow(row["行政相对人代码_1(统一社会信用代码)"])
            if code.utf8.count == 18 { regions[row["许可机关"], default: []].insert(code.dropFirst(2).prefix(6)) }
        }
        #expect(regions["中宁县permit局（演示）"] == ["640521"])
        #expect(regions["中卫市permit局（演示）"] == ["640500", "640502", "640521", "640522"])
    }

    @Test func `rows are handed on in pieces that do not grow with their number`() throws {
        var (largest, total) = (0, 0)
        try withoutActuallyEscaping({ (_: String, bytes: UnsafeRawBufferPointer) in
            largest = max(largest, bytes.count)
            total += bytes.count
        }) { output in
            var writer = CSVSampleWriter(output: output)
            var order = try SampleCityFixture.order(1000, 10_000)
            order.badShare = 500
            _ = try SampleGenerator(order).write(to: &writer)
        }
        #expect(total > 4_000_000)
        #expect(largest < 400_000)
    }
}
