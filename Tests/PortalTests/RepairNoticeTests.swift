import Credit
import Testing

@testable import Portal

/// 两书同达: what a company reads of the way out of a record.
@Suite struct RepairNoticeTests {
    @Test func `行政处罚决定书与信用修复告知书一并送达：告知书写明最早日期、材料、渠道`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/records/r7penalty0aaaa/repair-notice").text
            // Decided on 14 May 2026, general, three months; the order of 2026 asks for two papers.
            for words in ["2026-08-14", "2026-05-14 + 3 个月", "义务履行完毕的证明材料", "信用修复承诺书", "信用中国", "作出处罚决定的机关"] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(!page.contains("培训"))
            let value = try JSONValue(try await portal.json("/records/r7penalty0aaaa/repair-notice").body)
            #expect(value["repair"]?["earliest"] == .text("2026-08-14"))
            #expect(value["repair"]?["state"] == .text("open"))
            let missing = try await portal.get("/records/r7permit00cccc/repair-notice")
            #expect(missing.status == 404)
            let ended = try await portal.get("/records/r7ended000ffff/repair-notice")
            #expect(ended.status == 410 && !ended.text.contains("最短"))
        }
    }

    @Test func `每条信息写明各自最早修复日期，不再用同样的话`() async throws {
        try await LivePortal.run { portal in
            let record = try await portal.get("/records/r7penalty0aaaa").text
            #expect(record.contains("2026-08-14") && record.contains("repair-notice"))
            let listing = try await portal.get("/records/r7listing0eeee").text
            #expect(listing.contains("情形消失") && listing.contains("国家企业信用信息公示系统"))
            let file = try await portal.get("/companies/\(Story.乾丰建材.key)").text
            #expect(file.contains("每条信息怎样退出") && file.contains("2026-08-14"))
        }
    }

    @Test func `a code that a telephone reads is the one that another program makes`() throws {
        // What the qrcode package of Python makes of the same text with the same mask.
        let code = try #require(QRCode("中卫"))
        let rows = (0..<code.size).map { y in
            String((0..<code.size).map { code.dark[y * code.size + $0] ? "#" : "." })
        }
        #expect(rows == RepairNoticeTests.rows)
        #expect(QRCode(String(repeating: "w", count: 106))?.size == 41)
        #expect(QRCode(String(repeating: "w", count: 107)) == nil)
        #expect(code.side == 29 && code.path.hasPrefix("M4 4h7v1h-7z"))
    }

    private static let rows = [
        "#######..####.#######",
        "#.....#...#.#.#.....#",
        "#.###.#.#.#...#.###.#",
        "#.###.#.#.#.#.#.###.#",
        "#.###.#.#..##.#.###.#",
        "#.....#.#...#.#.....#",
        "#######.#.#.#.#######",
        "........#..##........",
        "#.#####..#..#.#####..",
        "##.###....#.#..#...##",
        "#...###.#..#.#..#.#.#",
        "####.#.#.##....##....",
        "...#.#######.#..#..#.",
        "........#.######.#..#",
        "#######..##.#.##.####",
        "#.....#.#..####.##..#",
        "#.###.#.#.#.#..##..#.",
        "#.###.#.#...#..####..",
        "#.###.#.##.#.#.####..",
        "#.....#..............",
        "#######.#.##.#..#.##.",
    ]
}
