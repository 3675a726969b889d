import Credit
import Foundation
import Samples
import Testing

struct SampleStatisticsTests {
    @Test func `repeated rows are as the manifest says: equal ones known, different ones changed`() throws {
        var order = try SampleCityFixture.order(500, 20_000)
        order.duplicateShare = 50
        let (collector, manifest) = try RowCollector.collect(order)
        for (table, number) in [(SampleTable.permit, "行政许可决定文书号"), (.penalty, "行政处罚决定书文号")] {
            var (first, known, changed): ([String: [String]], Int, Int) = ([:], 0, 0)
            for row in collector.rows(of: table) {
                if let earlier = first[row[number]] {
                    if earlier == row.cells { known += 1 } else { changed += 1 }
                } else {
                    first[row[number]] = row.cells
                }
            }
            let entry = try #require(manifest.files.first { $0.kind == SampleCityFixture.kinds[table] })
            #expect(entry.known == known)
            #expect(entry.changed == changed)
            #expect(known > entry.rows / 80 && changed > entry.rows / 80)
        }
    }

    @Test func `decisions fall on working days and one in twenty-five came in late`() throws {
        var order = try SampleCityFixture.order(500, 20_000)
        let holidays = try Set(["2026-10-01", "2026-10-02", "2026-10-05"].map { try #require(Day($0)) })
        order.isWorkday = { $0.weekday <= 5 && !holidays.contains($0) }
        (order.delivery, order.badShare) = (.weekly, 0)
        let (collector, manifest) = try RowCollector.collect(order)
        var (late, rows) = (0, 0)
        for (file, entry) in zip(collector.files, manifest.files) where file.file.table == .penalty {
            #expect(order.isWorkday(entry.received))
            let place = try #require(SampleTable.penalty.headings.firstIndex(of: "处罚决定日期"))
            var found = 0
            for row in file.rows {
                let decided = try #require(FaultReader.day(row[place]))
                #expect(order.isWorkday(decided) && decided <= entry.received)
                var (deadline, left) = (decided, 7)
                while left > 0 {
                    deadline = deadline + 1
                    if order.isWorkday(deadline) { left -= 1 }
                }
                if entry.received > deadline { found += 1 }
            }
            // Repeated rows count for the import only when they are new or changed.
            #expect(found - entry.known <= entry.late && entry.late <= found)
            late += entry.late
            rows += entry.rows
        }
        #expect((30...55).contains(late * 1000 / rows))
    }

    @Test func `handed in as one file nearly all is late, to the row`() throws {
        var order = try SampleCityFixture.order(500, 12_000)
        (order.badShare, order.duplicateShare) = (0, 0)
        let (collector, manifest) = try RowCollector.collect(order)
        // Seven working days before Friday, 2026-11-20: what was decided on 2026-11-11 was in time.
        let inTime = try #require(Day("2026-11-11"))
        let late = try collector.rows(of: .permit).count(where: { row in
            try #require(FaultReader.day(row["许可决定日期"])) < inTime
        })
        let permits = try #require(manifest.files.first { $0.kind == "permit" })
        #expect(permits.late == late)
        #expect(collector.rows(of: .permit).contains { $0["许可决定日期"] == "2026-11-11" })
        #expect(permits.late * 100 / permits.accepted > 90)
        #expect(manifest.files.filter { $0.kind != "permit" && $0.kind != "penalty" }.allSatisfy { $0.late == 0 })
    }

    @Test func `a few subjects have many records, most have some, and the kinds are mixed as said`() throws {
        var order = try SampleCityFixture.order(2000, 20_000)
        (order.badShare, order.oddShare) = (0, 0)
        let collector = try RowCollector.collect(order).rows
        var counts: [String: Int] = [:]
        let reader = FaultReader(until: order.until)
        for table in SampleTable.allCases where table != .registryEntry {
            for row in collector.rows(of: table) { counts[row[reader.nameHeading(table)], default: 0] += 1 }
        }
        let sorted = counts.values.sorted(by: >)
        let top = sorted.prefix(20).reduce(0, +)
        #expect((1600...3200).contains(top), "the top hundredth has \(top) of 20000")
        #expect(counts.count > 1700)
        #expect(sorted[0] < 600)
        let prefixes = collector.rows(of: .registryEntry).reduce(into: [Substring: Int]()) {
            $0[$1["统一社会信用代码"].prefix(2), default: 0] += 1
        }
        #expect(prefixes["91"] == 1320)
        #expect(prefixes["93"] == 140 && prefixes["51"] == 40 && prefixes["12"] == 20)
        let states = collector.rows(of: .registryEntry).reduce(into: [String: Int]()) {
            $0[$1["登记状态"], default: 0] += 1
        }
        #expect(Set(states.keys) == ["存续", "吊销", "注销", "迁出"])
        #expect(try #require(states["存续"]) > 1650)
    }

    @Test func `nobody is decided about before it was founded or after it was cancelled`() throws {
        var order = try SampleCityFixture.order(2000, 8000)
        (order.badShare, order.oddShare) = (0, 0)
        let collector = try RowCollector.collect(order).rows
        var life: [String: (founded: Day, cancelled: Day?)] = [:]
        for row in collector.rows(of: .registryEntry) {
            life[row["名称"]] = (try #require(Day(row["成立日期"])), Day(row["注销日期"]))
            #expect((row["登记状态"] == "注销") == !row["注销日期"].isEmpty)
            #expect(try #require(Day(row["核准日期"])) >= #require(Day(row["成立日期"])))
        }
        var wrong = 0
        for row in collector.rows(of: .permit) {
            let subject = try #require(life[row["行政相对人名称"]])
            let decided = try #require(Day(row["许可决定日期"]))
            if decided < subject.founded || subject.cancelled.map({ decided >= $0 }) == true { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test func `before the penalty law of 2021 the older kinds of penalty are used`() throws {
        var order = try SampleCityFixture.order(200, 3000, until: "2020-12-31", tables: [.penalty])
        order.badShare = 0
        let rows = try RowCollector.collect(order).rows.rows(of: .penalty)
        let kinds = Set(rows.flatMap { $0["处罚类别"].split(separator: ";") })
        #expect(kinds == ["警告", "罚款", "没收违法所得、没收非法财物", "责令停产停业", "暂扣或者吊销许可证、暂扣或者吊销执照"])
    }

    @Test func `amounts, kinds and grade of a penalty agree`() throws {
        var order = try SampleCityFixture.order(200, 3000, tables: [.penalty])
        order.badShare = 0
        for row in try RowCollector.collect(order).rows.rows(of: .penalty) {
            let kinds = row["处罚类别"].split(separator: ";")
            #expect(kinds.contains("罚款") == !row["罚款金额（万元）"].isEmpty)
            #expect(kinds.contains("没收违法所得") == !row["没收违法所得、没收非法财物的金额（万元）"].isEmpty)
            #expect(kinds.contains("吊销许可证件") == !row["暂扣或吊销证照名称及编号"].isEmpty)
            if let wan = Decimal(string: row["罚款金额（万元）"]) {
                #expect(row["处罚内容"].contains("罚款人民币\(wan * 10_000)元"))
            }
            if kinds == ["警告"] { #expect(["", "轻微"].contains(row["失信程度"])) }
            if kinds.contains("吊销许可证件") { #expect(["", "严重"].contains(row["失信程度"])) }
        }
    }

    @Test func `no enterprise has two grades of one year`() throws {
        var order = try SampleCityFixture.order(100, 20_000)
        order.badShare = 0
        let rows = try RowCollector.collect(order).rows.rows(of: .taxGrade)
        #expect(rows.count > 400)
        #expect(Set(rows.map { $0["纳税人识别号"] + $0["评价年度"] }).count == rows.count)
        #expect(rows.allSatisfy { FaultReader.narrow($0["纳税人识别号"]).hasPrefix("91") })
    }
}
