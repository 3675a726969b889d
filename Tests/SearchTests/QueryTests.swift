import Testing

@testable import Search

@Suite struct QueryTests {
    @Test(arguments: [
        "11010519491231002X", "11010519491231002x", " 640502199001010017 ", "640521 19851231 0024",
        "６４０５０２１９９００１０１００１７", "640502-19900101-0017", "张三640502199001010017", "张三 640502199001010017 中卫",
        "640502200002290140", "ID640502199001010017", "640502199001010017的信用", "（640502199001010017）",
        "中卫3 640502199001010017",
    ])
    func `an identity number is refused`(text: String) {
        #expect(Query.read(text) == .refusedIdentityNumber)
        let entry = NameEntry(document: 1, name: text, code: "")
        #expect(NameIndex([entry]).search(text) == .refusedIdentityNumber)
    }

    /// Numbers as they were issued until 1999 have no check of their own; a registration number has one.
    @Test(arguments: [
        "640502900307123", "王某640502900307123", "６４０５０２９００３０７１２３", "640502 900307 123", "640502-900307-123",
        "ID640502900307123", "130503670401001", "110105491231003",
    ])
    func `a number of fifteen digits from before 1999 is refused`(text: String) {
        #expect(Query.read(text) == .refusedIdentityNumber)
        #expect(NameIndex([NameEntry(document: 1, name: text)]).search(text) == .refusedIdentityNumber)
    }

    /// The last two: a date that does not exist, a wrong check character.
    @Test(arguments: [
        "91640500MA7T033465", "914403001922038216", "911000001000013428", "640500100000016", "110108000000016",
        "640522197802290035", "11010519491231002", "360426199101010072",
    ])
    func `a code or a wrong number is no identity number`(text: String) {
        guard case .query = Query.read(text) else {
            Issue.record("refused: \(text)")
            return
        }
    }

    @Test func `digits that are a credit code as well are no identity number`() throws {
        // Both checks can hold for one row of digits; a code of an organisation is public and is looked up.
        var found: [UInt16]?
        for region in 110_101...110_120 where found == nil {
            for sequence in 1_000...1_999 where found == nil {
                for check in 0...9 {
                    let units = Array("\(region)19491231\("\(sequence)".dropFirst())\(check)".utf16)
                    if PersonNumber.hasCreditCheck(units), PersonNumber.hasPersonCheck(units) { found = units }
                }
            }
        }
        let units = try #require(found)
        #expect(!PersonNumber.isIdentityNumber(units[...]))
    }

    @Test(arguments: ["", " ", "　", "()", "（）·—", "\u{0}", "\u{200B}\u{FE0F}"])
    func `nothing that counts is asked`(text: String) {
        #expect(Query.read(text) == .nothingAsked)
        #expect(NameIndex([NameEntry(document: 1, name: "")]).search(text) == .nothingAsked)
    }

    @Test func `words are parted by blanks of either width and each counts once`() throws {
        guard case .query(let query) = Query.read("中卫　贸易\t(中卫) ABC abc") else {
            Issue.record("no query")
            return
        }
        #expect(query.words == ["中卫", "贸易", "abc"].map { Array($0.utf16) })
        #expect(query.whole == Array("中卫贸易中卫abcabc".utf16))
    }
}
