/// 登录规则: how long a session lasts and how wrong tries are met. Numbers of this program's own choice, each with its
/// reason; no source of law names them.
public struct EntryRules: Hashable, Sendable {
    /// 空闲时限: a desk that was left is closed before the next person sits down.
    /// - Unit: seconds
    public let idle: Int
    /// 会话总时限: a working day; the next one begins with a new one-time code.
    /// - Unit: seconds
    public let whole: Int
    /// 连续错误次数 of a name until it is locked: enough for a mistyped password, too few for guessing.
    public let tries: Int
    /// 锁定时长: five tries a quarter of an hour make a password of twelve characters hopeless, and a locked-out
    /// officer misses no deadline, which is a day.
    /// - Unit: seconds
    public let locked: Int
    /// Wrong tries of an address until each further one has to wait: a whole office comes from one address.
    public let triesOfAddress: Int
    /// 初始凭据时限: the set-up secret is handed over within a long weekend.
    /// - Unit: seconds
    public let setUp: Int

    /// Rules of one's own, as tests need them.
    public init(
        idle: Int = 30 * 60, whole: Int = 8 * 3_600, tries: Int = 5, locked: Int = 15 * 60, triesOfAddress: Int = 20,
        setUp: Int = 72 * 3_600
    ) {
        self.idle = idle
        self.whole = whole
        self.tries = tries
        self.locked = locked
        self.triesOfAddress = triesOfAddress
        self.setUp = setUp
    }

    /// 口令最短长度: length beats kinds of characters.
    public static let shortestPassword = 12
    /// 口令最长长度: longer ones only cost time.
    /// - Source: OWASP ASVS 4.0.3, 2.1.2
    public static let longestPassword = 128

    /// Whether a password is none that can be guessed from its shortness or the names of whoever sets it.
    public static func isStrong(_ password: String, signIn: String, person: String) -> Bool {
        let folded = password.lowercased()
        func holds(_ name: String) -> Bool {
            let (text, part) = (Array(folded), Array(name.lowercased()))
            guard !part.isEmpty, text.count >= part.count else { return false }
            return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
        }
        return (shortestPassword...longestPassword).contains(password.count) && Set(folded).count >= 5
            && !holds(signIn) && !holds(person)
    }

    /// Whether a session that began and was last used at these seconds has ended.
    public func hasEnded(began: Int, lastUsed: Int, now: Int) -> Bool {
        now - lastUsed >= idle || now - began >= whole || now < began
    }
}

/// 错误次数: wrong tries of a name or an address, and how long the next has to wait.
public struct WrongTries: Hashable, Sendable {
    /// How many in a row.
    public let count: Int
    /// When the last was.
    /// - Unit: seconds since 1970
    public let last: Int

    /// So many wrong tries.
    public init(count: Int, last: Int) {
        self.count = count
        self.last = last
    }

    /// With one more; after a time without any, counting begins anew.
    public func andOneMore(at now: Int, by rules: EntryRules) -> WrongTries {
        WrongTries(count: now - last >= rules.locked ? 1 : count + 1, last: now)
    }

    /// How long a name is still locked.
    /// - Unit: seconds; nil where it is not
    public func lockOfName(at now: Int, by rules: EntryRules) -> Int? {
        guard count >= rules.tries, now < last + rules.locked else { return nil }
        return last + rules.locked - now
    }

    /// How long an address still has to wait: twice as long after each further wrong try, five minutes at most.
    /// - Unit: seconds; nil where it need not
    public func waitOfAddress(at now: Int, by rules: EntryRules) -> Int? {
        guard count >= rules.triesOfAddress, now - last < rules.locked else { return nil }
        let wait = min(1 << min(count - rules.triesOfAddress, 9), 300)
        return now < last + wait ? last + wait - now : nil
    }
}
