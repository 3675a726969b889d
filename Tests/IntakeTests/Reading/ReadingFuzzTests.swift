import Testing

@testable import Intake

@Suite struct ReadingFuzzTests {
    private static let seeds: [String] = [
        "a,b,c\n1,\"x\"\"y\",中\r\n\"\n\",,\"\n", "{\"a\":1,\"b\":[{\"c\":\"\\u4e2d\"}]}\n{\"a\":tru",
        "[{\"a\":{\"b\":null}},{\"a\":\"x\"}]",
        "{\"rows\":[{\"a\":1},{\"b\":-0.5e+1}],\"n\":{\"list\":[{}]}}", "sep=;\na;b\n", "，\"，\n",
    ]

    @Test(arguments: Array(0..<8))
    func `random bytes break no promise of the readers`(seed: Int) throws {
        var random = SeededGenerator(UInt64(seed) &+ 77)
        for round in 0..<150 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes += Array((ReadingFuzzTests.seeds.randomElement(using: &random) ?? "").utf8)
            }
            for _ in 0..<Int.random(in: 0...12, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("\"\\,\n\r{}[]:0\u{0}".utf8).randomElement(using: &random) ?? 0, at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 9)], at: place)
                }
            }
            let chunk = Int.random(in: 1...200, using: &random)
            try ReadingFuzz.delimited(bytes, delimiter: Delimiter.allCases[round % 5], chunk: chunk)
            try ReadingFuzz.json(bytes, chunk: chunk)
            try ReadingFuzz.anything(bytes, chunk: chunk)
        }
    }
}
