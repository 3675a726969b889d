import Testing

@testable import Search

@Suite struct PackedCodeTests {
    private static let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private func packed(_ text: String) -> PackedCode? { PackedCode(NameFolding.units(of: text)) }

    @Test func `a code comes back as it was and sorts as its text does`() throws {
        var dice = Dice(1)
        for _ in 0..<2_000 {
            let (left, right) = (dice.text(1...18, of: Self.characters), dice.text(1...18, of: Self.characters))
            let (packedLeft, packedRight) = (try #require(packed(left)), try #require(packed(right)))
            #expect(packedLeft.text == left)
            #expect((packedLeft < packedRight) == (left < right))
            #expect(packedLeft < .none)
        }
    }

    @Test func `the range of a beginning holds the codes that begin so and no others`() throws {
        var dice = Dice(2)
        for _ in 0..<2_000 {
            let code = dice.text(1...18, of: ["0", "1", "A", "Z"])
            let prefix = dice.text(1...4, of: ["0", "1", "A", "Z"])
            let range = try #require(PackedCode.range(prefix: NameFolding.units(of: prefix)))
            #expect(range.contains(try #require(packed(code))) == code.hasPrefix(prefix))
        }
    }

    @Test(arguments: [
        ("92640500MA7T03354W", true), ("91640500MA7T033465", false), ("9264", false), ("19264050000000000X", false),
        ("93640500MA7T03362L", false), ("92640500MA7T03354", false),
    ])
    func `a sole trader's code is known`(code: String, isSoleTrader: Bool) {
        #expect(packed(code)?.isSoleTrader == isSoleTrader)
    }

    @Test(arguments: ["", "91640500MA7T0334651", "事证第164050000012号", "91640500MA7T03346é1"])
    func `what is no code is not packed`(text: String) {
        #expect(packed(text) == nil)
        #expect(PackedCode.none.text.isEmpty)
        #expect(!PackedCode.none.isSoleTrader)
    }
}
