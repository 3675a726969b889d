/// 主体类型: what kinds of subjects the demonstration has, and how many of a hundred there are of each.
enum DemoKind: Int, CaseIterable {
    case enterprise, soleTrader, cooperative, association, institution

    /// Department and category, the first two characters of its code.
    var prefix: StaticString {
        switch self {
        case .enterprise: "91"
        case .soleTrader: "92"
        case .cooperative: "93"
        case .association: "51"
        case .institution: "12"
        }
    }

    var perHundred: Int {
        switch self {
        case .enterprise: 66
        case .soleTrader: 24
        case .cooperative: 7
        case .association: 2
        case .institution: 1
        }
    }
}
