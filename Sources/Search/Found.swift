/// 命中: one entry of one segment that answers, with what its place in the answer rests on.
struct Found {
    /// The steps of the order of an answer.
    enum Step: UInt8 {
        case exactCode, exactName, exactFormer, codePrefix, namePrefix, nameContains, formerPart, similar
    }

    /// What stands in the answer as the text that matched.
    enum Matched {
        case code(PackedCode)
        case name(rank: UInt32)
    }

    let step: Step
    /// By how many characters a similar name differs, or how many thousandths of what is asked a related one lacks;
    /// zero at other steps.
    var distance = 0
    /// Units of the name that matched; zero for codes.
    let length: Int
    /// The code that orders entries: the one that matched, or the entry's own.
    let code: PackedCode
    let document: UInt32
    let ordinal: Int
    let matched: Matched

    /// The order of an answer, the same whatever segment an entry stands in.
    static func precedes(_ left: Found, _ right: Found) -> Bool {
        if left.step != right.step { return left.step.rawValue < right.step.rawValue }
        if left.distance != right.distance { return left.distance < right.distance }
        if left.length != right.length { return left.length < right.length }
        if left.code != right.code { return left.code < right.code }
        return left.document < right.document
    }

    /// How the entry answers, in public words.
    var kind: Hit.Kind {
        switch step {
        case .exactCode: .exactCode
        case .exactName: .exactName
        case .codePrefix: .codePrefix
        case .namePrefix: .namePrefix
        case .nameContains: .nameContains
        case .exactFormer, .formerPart: .formerName
        case .similar: .similar
        }
    }

    /// The score of a hit for a query of so many units; see `Hit.score`.
    func score(asked: Int) -> Int {
        let base = 8_000 - Int(step.rawValue) * 1_000
        switch step {
        case .exactCode, .exactName, .exactFormer: return base
        case .codePrefix: return base
        case .namePrefix, .nameContains, .formerPart: return base + min(999, asked * 1_000 / max(length, 1))
        case .similar where distance <= 2: return base + 999 - distance * 300 - min(length, 255)
        case .similar: return max(1, 1_000 - distance) / 2
        }
    }
}
