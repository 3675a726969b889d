/// 演示名称: made-up names, every one with the mark of the demonstration in it and no two alike.
struct DemoNames {
    private let regions: [[UInt8]]
    private let city: [UInt8]
    private let order: Shuffle
    private let subjects: Int
    /// How many subjects share a trade name, each with another trade: neighbours that a search must tell apart.
    private let sharing: Int

    private static let trades = 48
    private static let short = 64 * 64

    init(order: SampleOrder) {
        city = Array(order.city.name.utf8)
        regions = order.city.regions.map { Array($0.county.utf8) }
        subjects = order.subjects
        self.order = Shuffle(count: order.subjects, seed: order.seed &+ 3)
        sharing = 3 + 2 * order.subjects / (DemoNames.short + 64 * 64 * 64)
    }

    /// Adds the name a subject bears.
    func add(_ subject: DemoSubject, to row: inout SampleRow) {
        add(order[subject.index], subject, to: &row)
    }

    /// Adds the name a subject bore before.
    func addFormer(_ subject: DemoSubject, to row: inout SampleRow) {
        add(subjects + order[subject.index], subject, to: &row)
    }

    /// What the subject does: an index of 48, for its name, its trade class and its scope.
    func trade(of subject: DemoSubject) -> Int { trade(order[subject.index]) }

    private func trade(_ number: Int) -> Int {
        let base = Int(SampleRandom.mixed(UInt64(number / sharing)) % UInt64(DemoNames.trades))
        return (base + number % sharing * 7) % DemoNames.trades
    }

    private func add(_ number: Int, _ subject: DemoSubject, to row: inout SampleRow) {
        var random = subject.random
        let draw = random.below(100)
        switch subject.kind {
        case .association, .institution: row.add(city)
        case .soleTrader: row.add(regions[subject.region])
        default: row.add(draw % 2 == 0 ? city : regions[subject.region])
        }
        let tradeName = number / sharing
        if tradeName < DemoNames.short {
            row.add(NameWords.syllables[tradeName % 64])
            row.add(NameWords.syllables[tradeName / 64])
        } else {
            let rest = tradeName - DemoNames.short
            row.add(NameWords.syllables[rest % 64])
            row.add(NameWords.syllables[rest / 64 % 64])
            row.add(NameWords.syllables[rest / 4096 % 64])
        }
        row.add(NameWords.mark)
        addTrade(trade(number), subject.kind, draw, to: &row)
    }

    private func addTrade(_ trade: Int, _ kind: DemoKind, _ draw: Int, to row: inout SampleRow) {
        switch kind {
        case .enterprise:
            row.add(NameWords.trades[trade].word)
            row.add(DemoNames.form(draw).ending)
        case .soleTrader:
            row.add(NameWords.wares[trade % 16].word)
            row.add(NameWords.shops[trade / 16])
        case .cooperative:
            row.add(NameWords.crops[trade % 16].word)
            row.add(NameWords.growing[trade / 16])
            row.add("农民专业合作社")
        case .association:
            row.add(NameWords.topics[trade % 16])
            row.add(NameWords.associations[trade / 16])
        case .institution:
            row.add(NameWords.topics[trade % 16])
            row.add(NameWords.institutions[trade / 16])
        }
    }

    /// Adds the kind of entity as the registry calls it.
    func addForm(_ subject: DemoSubject, to row: inout SampleRow) {
        var random = subject.random
        switch subject.kind {
        case .enterprise: row.add(DemoNames.form(random.below(100)).title)
        case .soleTrader: row.add("个体工商户")
        case .cooperative: row.add("农民专业合作社")
        case .association: row.add("社会团体法人")
        case .institution: row.add("事业单位法人")
        }
    }

    /// Class of GB/T 4754-2017 of what a subject does.
    func industry(of subject: DemoSubject) -> StaticString {
        let trade = trade(of: subject)
        return switch subject.kind {
        case .enterprise: NameWords.trades[trade].industry
        case .soleTrader: NameWords.wares[trade % 16].industry
        case .cooperative: NameWords.crops[trade % 16].industry
        case .association: "S9522"
        case .institution: "M7519"
        }
    }

    /// What a subject does, in a word.
    func business(of subject: DemoSubject) -> StaticString {
        let trade = trade(of: subject)
        return switch subject.kind {
        case .enterprise: NameWords.trades[trade].word
        case .soleTrader: NameWords.wares[trade % 16].word
        case .cooperative: NameWords.crops[trade % 16].word
        default: NameWords.topics[trade % 16]
        }
    }

    private static func form(_ draw: Int) -> (ending: StaticString, title: StaticString) {
        switch draw {
        case ..<55: ("有限公司", "有限责任公司（自然人投资或控股）")
        case ..<80: ("有限公司", "有限责任公司（自然人独资）")
        case ..<90: ("有限责任公司", "有限责任公司（法人独资）")
        case ..<97: ("股份有限公司", "股份有限公司（非上市）")
        default: ("厂", "个人独资企业")
        }
    }
}
