import Search
import Testing

@Suite struct HostileTests {
    private static let index: NameIndex = {
        var dice = Dice(3)
        let characters = Array("中卫宁夏腾达贸易有限公司科技发展建材建筑工程农业合作社")
        return NameIndex(
            (0..<20_000).map {
                NameEntry(document: $0, name: dice.text(6...16, of: characters) + "有限公司", code: "91\($0)")
            })
    }()

    @Test(arguments: [
        String(repeating: "有限公司", count: 250_000), String(repeating: "公", count: 100_000),
        String(repeating: " ", count: 1_000_000), String(repeating: "公 ", count: 300_000),
        (0..<5_000).map { "\($0)" }.joined(separator: " "), String(repeating: "9", count: 100_000),
        String(repeating: "😀", count: 10_000), "公\u{0}司", "公\u{301}\u{301}\u{301}司",
        "e" + String(repeating: "\u{301}", count: 100_000), "\u{FEFF}公司", "👨‍👩‍👧‍👦公司", "公司%_*?'\";--", "\u{10FFFF}\u{FFFF}",
        "\u{202E}司公", String(repeating: "1101051949123100", count: 10_000),
        (0..<400).map { _ in "公 司 有 限" }.joined(separator: " "),
    ])
    func `whatever is typed is answered, soon`(text: String) {
        let clock = ContinuousClock()
        let start = clock.now
        let answer = Self.index.search(text)
        #expect(clock.now - start < .seconds(5))
        if case .hits(let hits) = answer { #expect(hits.count <= 20) }
    }

    @Test func `marks and joiners within a word do not count`() {
        for text in ["公\u{0}司", "公\u{301}\u{301}司", "\u{FEFF}公司", "公\u{FE0F}司"] {
            #expect(Self.index.search(text) == Self.index.search("公司"))
        }
    }

    @Test func `names beyond all measure are kept and found`() {
        let long = String(repeating: "很长的名称", count: 20_000)
        let index = NameIndex([
            NameEntry(document: 1, name: long), NameEntry(document: 2, name: ""), NameEntry(document: 3, name: "（）"),
            NameEntry(document: 4, name: String(repeating: "𠮷", count: 200)),
            NameEntry(document: 5, name: "\u{0}\u{301}"),
        ])
        #expect(index.count == 5)
        #expect(index.find(name: long).first?.name == long)
        guard case .hits(let hits) = index.search("长的名") else { return }
        #expect(hits.map(\.document) == [1])
        #expect(index.find(name: String(repeating: "𠮷", count: 127)).map(\.document) == [4])
    }

    @Test func `any number of equal names is answered from the first of them`() {
        let entries = (0..<20_000 as Range<UInt32>).map {
            NameEntry(document: $0, name: "百货商店", code: "91\(100_000 + $0)")
        }
        let clock = ContinuousClock()
        let start = clock.now
        let index = NameIndex(entries)
        #expect(index.find(name: "百货商店").map(\.document) == [0, 1, 2])
        guard case .hits(let hits) = index.search("百货") else { return }
        #expect(hits.map(\.document) == Array(0..<20))
        #expect(clock.now - start < .seconds(30))
    }

    @Test func `nothing of a random text leads out of the index`() {
        var dice = Dice(11)
        let characters = Array("公司有9A 　()é😀\u{0}限中\u{301}")
        for _ in 0..<500 {
            let text = dice.text(0...40, of: characters)
            if case .hits(let hits) = Self.index.search(text) {
                #expect(Set(hits.map(\.document)).count == hits.count)
            }
        }
    }
}
