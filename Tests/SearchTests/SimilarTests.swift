import Testing

@testable import Search

@Suite struct SimilarTests {
    private static let characters = Array("甲乙丙丁戊己庚辛")

    /// Mistakes between the units and the nearest part of a name, by the textbook; swaps counted or not.
    private func mistakes(_ asked: [UInt16], _ name: [UInt16], swaps: Bool) -> Int {
        var rows = [[Int](repeating: 0, count: name.count + 1)]
        for i in 1...asked.count {
            var row = [i]
            for j in stride(from: 1, through: name.count, by: 1) {
                var least = min(rows[i - 1][j] + 1, row[j - 1] + 1)
                least = min(least, rows[i - 1][j - 1] + (asked[i - 1] == name[j - 1] ? 0 : 1))
                if swaps, i > 1, j > 1, asked[i - 1] == name[j - 2], asked[i - 2] == name[j - 1] {
                    least = min(least, rows[i - 2][j - 2] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[asked.count].min() ?? asked.count
    }

    @Test func `the bit-parallel distance is the textbook's`() throws {
        var dice = Dice(5)
        for _ in 0..<4_000 {
            let asked = Array(dice.text(1...20, of: Array(Self.characters.prefix(4))).utf16)
            let name = Array(dice.text(0...30, of: Array(Self.characters.prefix(4))).utf16)
            let measure = try #require(TypoMeasure(asked))
            let distance = name.withUnsafeBufferPointer { measure.distance(toPartOf: $0) }
            #expect(distance == mistakes(asked, name, swaps: true))
        }
        let long = [UInt16](1...64)
        #expect(try #require(TypoMeasure(long)).distance(toPartOf: UnsafeBufferPointer(start: nil, count: 0)) == 64)
        #expect(TypoMeasure([UInt16](1...65)) == nil)
        #expect(TypoMeasure([]) == nil)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `similar names are those within reach, fewest mistakes first`(seed: UInt64) {
        var dice = Dice(seed)
        let names = (0..<300).map { _ in dice.text(4...14, of: Self.characters) }
        let index = NameIndex(names.enumerated().map { NameEntry(document: UInt32($0.offset), name: $0.element) })
        var judged = 0
        for _ in 0..<60 {
            let text = dice.text(4...9, of: Self.characters)
            guard case .hits(var hits) = index.search(text, limit: 1_000), hits.allSatisfy({ $0.kind == .similar })
            else { continue }
            hits.removeAll { $0.score <= 500 }
            let asked = Array(text.utf16)
            let reach = asked.count < 7 ? 1 : 2
            let distances = names.map { mistakes(asked, Array($0.utf16), swaps: true) }
            for hit in hits { #expect(distances[Int(hit.document)] <= reach) }
            let found = Set(hits.map(\.document))
            for (document, name) in names.enumerated() {
                // Two mistakes of which one is a swap may touch too many pairs to be noticed.
                let isPlain = mistakes(asked, Array(name.utf16), swaps: false) <= reach
                if distances[document] == 1 || isPlain {
                    #expect(found.contains(UInt32(document)), "\(text) in \(name)")
                    judged += 1
                }
            }
            let order = hits.map { (distances[Int($0.document)], names[Int($0.document)].count, $0.document) }
            #expect(order.elementsEqual(order.sorted { $0 < $1 }, by: ==))
        }
        #expect(judged > 20)
    }

    @Test func `where nothing is like it, names that share the rarest pairs are shown`() {
        let others = (0..<200).map { NameEntry(document: 100 + $0, name: "某某网络第\($0)有限公司", code: "91\(1_000 + $0)") }
        let index = NameIndex(
            others + [
                NameEntry(document: 1, name: "上海特神文化传播有限公司"),
                NameEntry(document: 2, name: "特神网店", code: "92640500MA7T03354W"),
            ])
        guard case .hits(let hits) = index.search("特神网络") else { return }
        #expect(hits.first?.document == 1)
        #expect(hits.first?.kind == .similar)
        #expect(!hits.contains { $0.document == 2 })
        #expect(index.search("特神 网络") == .hits([]), "of several words all must be there")
        #expect(index.search("特神网") == .hits([]), "three characters are too few")
        #expect(index.search("龘龘龘龘龘") == .hits([]))
    }
}
