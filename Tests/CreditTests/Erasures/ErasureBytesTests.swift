import Testing

@testable import Credit

@Suite struct ErasureBytesTests {
    static let bytes =
        #"{"by":{"first":{"account":"a","name":"甲","organ":"o"},"second":{"account":"b","name":"乙","organ":"o"}},"#
        + #""department":"market-regulation","erasure":"E1","event":"erasure.done","ground":"order","#
        + #""kind":"administrative-penalty","letters":["7","o","general","2026","3","卫信用办〔2026〕3号"],"paper":{"basis":"主文","date":"2026-11-02","number":"1号","organ":"法院"},"#
        + #""positions":["7","12"],"public":true,"reason":"依判决","record":"r1"}"#

    @Test func `the bytes of an erasure are these, and are read again`() throws {
        let pair = try #require(
            OfficerPair(
                Officer(account: "a", name: "甲", organ: "o"), Officer(account: "b", name: "乙", organ: "o")))
        let record = ErasableRecord(
            id: "r1", kind: "administrative-penalty", department: "market-regulation", holder: "o",
            positions: [12, 7, 12],
            letters: [
                ErasedLetter(
                    number: LetterNumber(
                        organ: "o", series: "general", year: 2026, sequence: 3, text: "卫信用办〔2026〕3号"), place: 7)
            ], wasPublic: true, names: [], holds: [])
        let paper = try #require(OrderPaper(organ: "法院", number: "1号", date: Day("2026-11-02"), basis: "主文"))
        let erasure = Erasure(id: "E1", of: record, ground: .order, paper: paper, reason: "依判决", by: pair)
        #expect(String(decoding: Event.erasure(erasure).body, as: UTF8.self) == Self.bytes)
        #expect(try Event(body: Array(Self.bytes.utf8)) == .erasure(erasure))
    }

    @Test func `an erasure without letters has the bytes it had before there were any`() throws {
        let bytes = Self.bytes.split(
            separator: #""letters":["7","o","general","2026","3","卫信用办〔2026〕3号"],"#, omittingEmptySubsequences: false
        ).joined()
        guard case .erasure(let erasure) = try Event(body: Array(bytes.utf8)) else { throw CanonicalFault(missing: "") }
        #expect(erasure.letters == [] && String(decoding: Event.erasure(erasure).body, as: UTF8.self) == bytes)
    }

    @Test(arguments: [
        (#"["7","12"]"#, #"["12","7"]"#), (#"["7","12"]"#, #"["7","7"]"#), (#"["7","12"]"#, #"["0"]"#),
        (#"["7","12"]"#, "[]"), (#"["7","12"]"#, #"["x"]"#), (#""order""#, #""whim""#),
        (#""account":"b""#, #""account":"a""#), (#"["7","o""#, #"["8","o""#), (#""2026","3""#, #""2026","0""#),
        (#""2026","3""#, #""2026","03""#), (#"["7","o","#, #"["7","#),
        (#"〔2026〕3号"]"#, #"〔2026〕3号","7","o","general","2026","4","x"]"#),
    ])
    func `bytes that say something impossible are none`(part: String, other: String) {
        let bytes = Self.bytes.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
        #expect(throws: CanonicalFault.self) { try Event(body: Array(bytes.utf8)) }
    }
}
