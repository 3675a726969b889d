import Credit
import Foundation
import Store
import Testing

@testable import Desk

/// Rows about natural persons, as they come in: sealed where the region takes them, counted as before, never a minor's.
@Suite struct SealedIntakeTests {
    static let heading = "行政相对人名称,行政相对人类别,行政处罚决定书文号,违法事实,处罚类别,证件类型,证件号码\n"

    static func row(_ name: String, _ number: String) -> String {
        "\(name),自然人,卫演罚〔2026〕1号,事实,罚款,身份证,\(number)\n"
    }

    /// An identity number with this day of birth and a right check character.
    static func number(born day: String) -> String {
        let digits = Array("110105\(day)002".utf8).map { Int($0) - 0x30 }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return "110105\(day)002" + String(Array("10X98765432")[sum % 11])
    }

    @Test func `自然人的行加密封存并计数，未成年人的行不封存`() async throws {
        let desk = try DeskStory()
        let text =
            Self.heading + Self.row("演某甲", Self.number(born: "19491231"))
            + Self.row("演某乙", Self.number(born: "20150101")) + Self.row("演某甲", Self.number(born: "19491231"))
        let answer = try await desk.take("administrative-penalty", text)
        #expect(answer.counts.refused == 3 && answer.counts.persons == 3 && answer.counts.accepted == 0)
        let counts = try desk.ledger.read { try $0.transitCounts() }
        #expect(counts.map(\.kind) == ["administrative-penalty"])
        // Two of one person are one row; the minor's is none.
        #expect(counts.first?.waiting == 1)
        #expect(counts.first?.firstDue == DeskStory.day + 90)
        let again = try await desk.take("administrative-penalty", text, name: "again.csv")
        #expect(again.counts.persons == 3)
        #expect(try desk.ledger.read { try $0.transitCounts() }.first?.waiting == 1)
        for file in try FileManager.default.contentsOfDirectory(atPath: desk.folder) where !file.hasSuffix(".csv") {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(desk.folder)/\(file)"))
            #expect(bytes.range(of: Data("演某甲".utf8)) == nil, "\(file)")
            #expect(bytes.range(of: Data(Self.number(born: "19491231").utf8)) == nil, "\(file)")
        }
    }

    @Test func `上级平台不收取的类别，自然人的行只计数，不封存`() async throws {
        let desk = try DeskStory()
        let answer = try await desk.take(
            "dishonest-judgment-debtor", "名称,统一社会信用代码\n演某甲,\(Self.number(born: "19491231"))\n")
        #expect(answer.counts.persons == answer.counts.refused)
        #expect(try desk.ledger.read { try $0.transitCounts() }.isEmpty)
    }
}
