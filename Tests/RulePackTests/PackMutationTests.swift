import RulePacks
import Testing

struct PackMutationTests {
    /// A generator that can be repeated (SplitMix64).
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test func `a damaged pack is refused with places that exist, and never worse`() {
        var mutation = PackMutation(of: PackFolder.embedded, chance: Seeded(state: 20_200_501))
        let start = ContinuousClock.now
        var (tried, syntax) = (0, 0)
        while ContinuousClock.now - start < .seconds(5) {
            let pack = mutation.next()
            let problems = CityPack.problems(pack)
            tried += 1
            syntax += problems.contains { $0.code == "PACK-106" } ? 1 : 0
            #expect(!problems.isEmpty, "a few files are no whole pack")
            for problem in problems where problem.place.line > 1 {
                let file = pack.files.first { $0.path == problem.place.file }
                let breaks =
                    file?.bytes.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 } ?? 0
                #expect(problem.place.line <= breaks + 1, "\(problem.chinese)")
            }
        }
        print("damaged packs tried: \(tried), broken as YAML: \(syntax)")
        #expect(tried > 20)
        #expect(syntax > 0)
    }

    /// A text that would cost a careless reader its stack or its time.
    enum Excess: String, CaseIterable {
        case brackets, braces, items, keys, deepList, deepValue, manyKeys, longText, quotes, lines

        var text: String {
            switch self {
            case .brackets: String(repeating: "[", count: 200_000)
            case .braces: String(repeating: "{a: ", count: 50_000)
            case .items: String(repeating: "- ", count: 100_000) + "x"
            case .keys: String(repeating: "? ", count: 100_000) + "x"
            case .deepList: String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
            case .deepValue: "a: " + String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
            case .manyKeys: (0..<20_000).map { "k\($0): v" }.joined(separator: "\n")
            case .longText: "code: \"" + String(repeating: "长", count: 80_000) + "\""
            case .quotes: String(repeating: "'", count: 200_000)
            case .lines: String(repeating: "\n", count: 200_000)
            }
        }
    }

    @Test(arguments: Excess.allCases)
    func `depth and size are refused in little time`(_ excess: Excess) {
        let start = ContinuousClock.now
        let problems = CityPack.problems(CityPack.few(["terms/portal.yaml": excess.text]))
        #expect(problems.contains { $0.place.file == "terms/portal.yaml" })
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func `anchors are refused before they can multiply`() {
        let lines = (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
        let bomb = "a0: &a0 x\n" + lines.joined(separator: "\n") + "\n? *a60\n: x\n"
        let start = ContinuousClock.now
        let problems = CityPack.problems(CityPack.few(["terms/portal.yaml": bomb]))
        #expect(problems.contains { $0.code == "PACK-104" && $0.place.line == 1 && $0.place.column == 5 })
        #expect(ContinuousClock.now - start < .seconds(60))
    }
}
