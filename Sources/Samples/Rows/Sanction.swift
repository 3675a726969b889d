import Credit

/// 处罚: what a made-up penalty consists of, so that its columns agree with each other.
struct Sanction {
    let warns: Bool
    let suspends: Bool
    let revokes: Bool
    /// - Unit: yuan; 0 where there is no fine
    let fine: Int
    /// - Unit: yuan; 0 where nothing is confiscated
    let confiscated: Int

    private static let fines: InlineArray<16, Int> = [
        200, 300, 500, 500, 1000, 1000, 2000, 2000, 3000, 5000, 5000, 10_000, 12_345, 20_000, 50_000, 200_000,
    ]

    /// A penalty drawn as they are distributed; `fined` where there must be a fine.
    init(_ random: inout SampleRandom, fined: Bool) {
        let draw = fined ? 12 + random.below(75) : random.below(100)
        warns = draw < 12 || (87..<95).contains(draw)
        revokes = (95..<98).contains(draw)
        suspends = draw >= 98
        let amount = Sanction.fines[random.below(16)]
        fine = draw < 12 || revokes ? 0 : amount
        confiscated = (72..<87).contains(draw) ? 1 + random.below(30_000) : 0
    }

    /// 失信程度 that follows from the kinds, and the months that its publication may last.
    var grade: (word: StaticString, months: Int) {
        if revokes || suspends { return ("严重", 36) }
        return fine > 0 || confiscated > 0 ? ("一般", 12) : ("轻微", 3)
    }

    /// Adds the kinds of penalty in the words of the day: 行政处罚法 of 2021 knows finer ones.
    func addKinds(on day: Day, to row: inout SampleRow) {
        let isNew = day >= Sanction.newKinds
        var isFirst = true
        func add(_ kind: StaticString, _ holds: Bool) {
            guard holds else { return }
            if !isFirst { row.add(";") }
            row.add(kind)
            isFirst = false
        }
        add("警告", warns)
        add("罚款", fine > 0)
        add(isNew ? "没收违法所得" : "没收违法所得、没收非法财物", confiscated > 0)
        add("责令停产停业", suspends)
        add(isNew ? "吊销许可证件" : "暂扣或者吊销许可证、暂扣或者吊销执照", revokes)
    }

    /// Adds the decision in a sentence.
    func addContent(to row: inout SampleRow) {
        if warns { row.add("给予警告；") }
        if fine > 0 {
            row.add("罚款人民币")
            row.add(fine)
            row.add("元；")
        }
        if confiscated > 0 {
            row.add("没收违法所得人民币")
            row.add(confiscated)
            row.add("元；")
        }
        if suspends { row.add("责令停产停业整顿三十日；") }
        if revokes { row.add("吊销许可证件；") }
        row.add("（演示数据）")
    }

    /// 2021-07-15.
    private static let newKinds = Day(number: 18_823)
}
