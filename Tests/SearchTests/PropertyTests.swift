import Search
import Testing

@Suite struct PropertyTests {
    private static let characters = Array("甲乙丙丁a1𠮷")

    static func entries(_ dice: inout Dice, count: Int) -> [NameEntry] {
        (0..<UInt32(count)).map { document in
            let formers = (0..<max(0, Int.random(in: -4...2, using: &dice))).map { _ in
                dice.text(1...7, of: characters)
            }
            let code = Int.random(in: 0..<9, using: &dice) == 0 ? "" : "9" + dice.text(3...5, of: ["1", "3", "A"])
            let others = Int.random(in: 0..<5, using: &dice) == 0 ? ["6" + dice.text(2...4, of: ["4", "0"])] : []
            return NameEntry(
                document: document, name: dice.text(1...9, of: characters), formerNames: formers, code: code,
                otherCodes: others, isRestricted: Int.random(in: 0..<8, using: &dice) == 0)
        }
    }

    static func question(_ dice: inout Dice) -> String {
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: "9" + dice.text(1...5, of: ["1", "3", "A"])
        case 1: "6" + dice.text(1...4, of: ["4", "0"])
        case 2: dice.text(1...2, of: characters) + " " + dice.text(1...3, of: characters)
        case 3: dice.text(1...1, of: characters) + " " + dice.text(1...1, of: characters) + " " + "甲"
        default: dice.text(1...6, of: characters)
        }
    }

    static func hits(_ answer: SearchAnswer) -> [Hit] {
        guard case .hits(let hits) = answer else { return [] }
        return hits
    }

    static func lines(_ answer: SearchAnswer) -> [PlainSearch.Line] {
        hits(answer).filter { $0.kind != .similar }.map {
            PlainSearch.Line(document: $0.document, kind: $0.kind, matched: $0.matched)
        }
    }

    /// The hits but for related names, whose weights depend on what the first segment holds.
    static func certain(_ answer: SearchAnswer) -> [Hit] {
        hits(answer).filter { $0.score > 500 }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `the answer is what looking at every name gives, in the same order`(seed: UInt64) {
        var dice = Dice(seed)
        let entries = Self.entries(&dice, count: Int.random(in: 1...400, using: &dice))
        let (index, plain) = (NameIndex(entries.shuffled(using: &dice)), PlainSearch(entries: entries))
        #expect(index.count == entries.count)
        for _ in 0..<120 {
            let (text, limit) = (Self.question(&dice), [1, 3, 20, 1_000].randomElement(using: &dice)!)
            #expect(
                Self.lines(index.search(text, limit: limit)) == plain.answer(text, limit: limit), "\(text) \(limit)")
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `a name is given back as it was written, however often segments are put together`(seed: UInt64) {
        var dice = Dice(seed)
        let odd: [Character] = Array("甲乙a（）()·國国Ａé𠮷😀\u{200B}\u{FE0F}") + ["邉\u{E0100}", "\u{E0041}", "e\u{301}"]
        let entries = (0..<300 as Range<UInt32>).map { number in
            NameEntry(
                document: number, name: dice.text(number % 40 == 0 ? 250...300 : 1...12, of: odd),
                code: "9\(1_000 + number)")
        }
        var index = NameIndex(entries.prefix(100))
        for entry in entries[100..<200] { index.insert(entry) }
        index.apply(entries[200...].map { NameChange.put($0) })
        for index in [index, index.merged()] {
            for entry in entries {
                let names = Self.hits(index.search(entry.code)).map { Array($0.name.utf16) }
                #expect(names == [Array(entry.name.utf16)], "\(entry.code)")
            }
        }
    }

    @Test func `lists longer than a window are walked to their end`() {
        let entries = (0..<70_000 as Range<UInt32>).map { number in
            NameEntry(
                document: number, name: "公司\(number)\(number % 7 == 0 ? "甲乙" : "丙丁")", code: "9\(100_000 + number)")
        }
        let (index, plain) = (NameIndex(entries), PlainSearch(entries: entries))
        for text in ["公司", "99甲", "甲乙 99 公", "司6999", "公 甲"] {
            #expect(Self.lines(index.search(text, limit: 1_000)) == plain.answer(text, limit: 1_000), "\(text)")
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `changes one after the other end where building anew does`(seed: UInt64) {
        var dice = Dice(seed)
        var current: [UInt32: NameEntry] = [:]
        for entry in Self.entries(&dice, count: 300) { current[entry.document] = entry }
        var index = NameIndex(current.values)
        let before = index
        let old = Self.lines(before.search("甲", limit: 1_000))
        for step in 0..<60 {
            let changes = (0..<Int.random(in: 1...12, using: &dice)).map { _ in
                let document = UInt32.random(in: 0..<400, using: &dice)
                if Int.random(in: 0..<4, using: &dice) == 0 { return NameChange.remove(document: document) }
                var entry = Self.entries(&dice, count: 1)[0]
                entry.document = document
                return .put(entry)
            }
            index.apply(changes)
            if step % 20 == 19 { index.apply(changes) }
            for change in changes {
                switch change {
                case .put(let entry): current[entry.document] = entry
                case .remove(let document): current[document] = nil
                }
            }
            guard step % 10 == 9 else { continue }
            let (anew, merged) = (NameIndex(current.values), index.merged())
            #expect(index.count == anew.count)
            for _ in 0..<40 {
                let text = Self.question(&dice)
                #expect(Self.certain(index.search(text)) == Self.certain(anew.search(text)), "\(text)")
                #expect(Self.certain(merged.search(text)) == Self.certain(anew.search(text)), "\(text)")
            }
        }
        #expect(Self.lines(before.search("甲", limit: 1_000)) == old, "a value that is kept does not change")
        #expect(index.merged().changedCount == 0)
    }

    @Test func `a large base stays and small segments take the changes`() {
        var index = NameIndex(
            (0..<20_000).map { NameEntry(document: $0, name: "基础企业\($0)号", code: "91\(100_000 + $0)") })
        for number in 0..<300 as Range<UInt32> {
            index.update(NameEntry(document: number * 2, name: "改名企业\(number)号", formerNames: ["基础企业\(number * 2)号"]))
        }
        #expect(index.segmentCount <= 5)
        #expect(index.changedCount == 300)
        #expect(index.count == 20_000)
        #expect(index.find(name: "基础企业598号").map(\.kind) == [.formerName])
        #expect(index.find(name: "基础企业599号").map(\.kind) == [.exactName])
        #expect(index.find(name: "改名企业299号").map(\.document) == [598])
        index.remove(document: 598)
        index.remove(document: 599)
        #expect(index.find(name: "改名企业299号").isEmpty && index.find(name: "基础企业599号").isEmpty)
        #expect(index.count == 19_998)
        let merged = index.merged()
        #expect(merged.count == 19_998 && merged.segmentCount == 1)
        #expect(merged.search("企业59") == index.search("企业59"))
    }
}
