import Testing

@testable import Search

@Suite struct NameFoldingTests {
    @Test(arguments: [
        ("宁夏（中卫）腾达贸易有限公司", "宁夏中卫腾达贸易有限公司"),
        ("宁夏(中卫) 腾达貿易有限公司", "宁夏中卫腾达贸易有限公司"),
        ("【中卫】腾达［贸易］有限公司", "中卫腾达贸易有限公司"),
        ("ＡＢＣ１２３　Ltd.", "abc123ltd"),
        ("恩梯恩LYC(洛阳)精密轴承有限公司", "恩梯恩lyc洛阳精密轴承有限公司"),
        ("臺灣檢査來料", "台湾检查来料"),
        ("柳州市鱼峰区荣军塑料五金厂.", "柳州市鱼峰区荣军塑料五金厂"),
        ("大连重工·起重集团", "大连重工起重集团"),
        ("Crédit Agricole", "creditagricole"),
        ("Cre\u{301}dit Agricole", "creditagricole"),
        ("⻄⼀⼆大厦", "⻄一二大厦"),
        ("a\u{0}b\u{200B}c\u{FE0F}d\u{E0101}", "abcd"),
        ("𠮷野家", "𠮷野家"),
        ("乾丰建材", "乾丰建材"),
        ("（）【】 .", ""),
        ("", ""),
    ])
    func `a name is folded`(name: String, folded: String) {
        #expect(NameFolding.fold(name) == folded)
        let bytes = Array(name.utf8)
        #expect(bytes.withUnsafeBytes { NameFolding.fold($0) } == Array(folded.utf8))
    }

    @Test func `folding again changes nothing`() {
        for value in 0..<65_536 {
            let unit = FoldingTable.units[value]
            #expect(FoldingTable.units[Int(unit)] == unit, "U+\(String(value, radix: 16))")
        }
    }

    @Test func `no simplified character stands for another one as well`() {
        // A variant named twice in the table would be folded to whichever group comes last.
        let (simplified, variants) = FoldingTable.groups()
        #expect(Set(variants).count == variants.count)
        #expect(Set(simplified).isDisjoint(with: variants))
        #expect(simplified.count > 400)
    }

    @Test func `bytes that are no UTF-8 are left out and nothing is read beyond the end`() {
        var dice = Dice(7)
        for bytes: [UInt8] in [
            [0xE4], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF],
            [0xE0, 0x81, 0x81], [0xF0, 0x80, 0x81, 0x81], [0xF4, 0x90, 0x80, 0x80],
        ] {
            #expect(bytes.withUnsafeBytes { NameFolding.fold($0) }.isEmpty)
            let framed = Array("中".utf8) + bytes + Array("卫".utf8)
            #expect(framed.withUnsafeBytes { NameFolding.fold($0) } == Array("中卫".utf8))
        }
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            let folded = bytes.withUnsafeBytes { NameFolding.fold($0) }
            #expect(folded.withUnsafeBytes { NameFolding.fold($0) } == folded)
        }
    }
}
