import Credit

/// 代码组成: one part of a unified code: where it stands, what it says, and for check characters the arithmetic (R11).
///
/// - Source: GB 32100-2015, GB 11714-1997
struct CodePart: Shown {
    let positions: String
    let characters: String
    let name: Label
    let meaning: Label
    /// How a check character follows from the characters before it; nil for the other parts.
    let arithmetic: String?

    func show(on tape: inout Tape) {
        tape.put("positions", positions)
        tape.put("characters", characters)
        tape.put("name", name)
        tape.put("meaning", meaning)
        tape.put("arithmetic", arithmetic)
    }

    /// The parts of a code that is valid.
    static func parts(of code: CreditCode, in rules: Rules) -> [CodePart] {
        let text = Array(code.text)
        func part(_ range: ClosedRange<Int>) -> String { String(text[(range.lowerBound - 1)...(range.upperBound - 1)]) }
        let authority = code.authority.title
        let category = code.authority.categoryName(code.category) ?? .both("标准表中没有这一类别", "not in the standard’s table")
        return [
            CodePart(
                positions: "1", characters: part(1...1), name: .both("登记管理部门", "Registering department"),
                meaning: authority, arithmetic: nil),
            CodePart(
                positions: "2", characters: part(2...2), name: .both("机构类别", "Category"), meaning: category,
                arithmetic: nil),
            CodePart(
                positions: "3–8", characters: part(3...8),
                name: .both("登记管理机关行政区划", "Division of the registering organ"),
                meaning: region(part(3...8), in: rules), arithmetic: nil),
            CodePart(
                positions: "9–16", characters: part(9...16), name: .both("主体标识码本体", "Body of the organisation code"),
                meaning: .both("全国唯一，终身不变", "unique in the country, for life"), arithmetic: nil),
            CodePart(
                positions: "17", characters: part(17...17), name: .both("主体标识码校验位", "Check of the organisation code"),
                meaning: .both("与 9–16 位相符", "fits positions 9–16"), arithmetic: organisationSum(text[8...15])),
            CodePart(
                positions: "18", characters: part(18...18), name: .both("校验码", "Check character"),
                meaning: .both("与 1–17 位相符", "fits positions 1–17"), arithmetic: codeSum(text[0...16])),
        ]
    }

    /// The division by the nearest code the pack knows: itself, its city, its province.
    private static func region(_ code: String, in rules: Rules) -> Label {
        if code == "100000" { return .both("国家机关", "a national organ") }
        if let region = rules.regions[code] { return region.name }
        for length in [4, 2] {
            let wider = code.prefix(length) + String(repeating: "0", count: 6 - length)
            guard let region = rules.regions[String(wider)] else { continue }
            return .both(
                "属\(region.name.chinese)；本站未载入这一区划的名称", "in \(region.name.english); its own name is not loaded here")
        }
        return .both("本站未载入这一区划的名称", "its name is not loaded here")
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    private static func codeSum(_ characters: ArraySlice<Character>) -> String {
        var (sum, weight) = (0, 1)
        for character in characters {
            sum += (alphabet.firstIndex(of: character) ?? 0) * weight
            weight = weight * 3 % 31
        }
        let check = (31 - sum % 31) % 31
        return
            "Σ(Cᵢ×Wᵢ) = \(sum); \(sum) mod 31 = \(sum % 31); (31 − \(sum % 31)) mod 31 = \(check) → \(alphabet[check])"
    }

    private static func organisationSum(_ characters: ArraySlice<Character>) -> String {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(characters, weights).reduce(0) { $0 + (letters.firstIndex(of: $1.0) ?? 0) * $1.1 }
        let check = (11 - sum % 11) % 11
        return "Σ(Cᵢ×Wᵢ) = \(sum); \(sum) mod 11 = \(sum % 11); (11 − \(sum % 11)) mod 11 = \(check) → "
            + (check == 10 ? "X" : String(check))
    }
}
