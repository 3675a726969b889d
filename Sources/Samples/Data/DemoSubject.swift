import Credit

/// 演示主体: one made-up subject: what it is, since when, and what has become of it.
struct DemoSubject {
    let index: Int
    let kind: DemoKind
    /// Index of its region in the order's city.
    let region: Int
    let founded: Day
    let status: Status
    /// Day of 注销, 吊销 or 迁出.
    let ended: Day?
    /// Whether it has a unified code; some old sole traders have only a registration number.
    let isCoded: Bool
    /// Whether it has a registration number from before the unified code.
    let hasRegistration: Bool
    /// Whether it had another name once.
    let isRenamed: Bool
    /// For what else is drawn about it.
    let random: SampleRandom

    /// 登记状态.
    enum Status {
        case active, revoked, cancelled, moved

        var word: StaticString {
            switch self {
            case .active: "存续"
            case .revoked: "吊销"
            case .cancelled: "注销"
            case .moved: "迁出"
            }
        }
    }

    init(index: Int, kind: DemoKind, region: Int, founded: Day, until: Day, random: SampleRandom) {
        var random = random
        (self.index, self.kind, self.region, self.founded) = (index, kind, region, founded)
        let isOld = founded < DemoSubject.firstUnifiedCodes
        let hasOldNumber = isOld && random.happens(perMille: 60)
        isCoded = !(hasOldNumber && kind == .soleTrader)
        hasRegistration = hasOldNumber && (kind == .soleTrader || kind == .enterprise)
        isRenamed = random.happens(perMille: 60)
        switch random.below(100) {
        case ..<7: status = .cancelled
        case ..<11: status = .revoked
        case ..<12: status = .moved
        default: status = .active
        }
        let day = founded + random.below(until - founded + 1)
        ended = status == .active ? nil : day
        self.random = random
    }

    /// Whether decisions about it can have been made on a day.
    func isThere(on day: Day) -> Bool {
        guard founded <= day else { return false }
        guard status == .cancelled || status == .moved, let ended else { return true }
        return day < ended
    }

    /// 2015-10-01: 国发〔2015〕33号.
    private static let firstUnifiedCodes = Day(number: 16_709)
}
