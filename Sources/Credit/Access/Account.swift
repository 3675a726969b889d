/// 账号: a named person of an organisation, with what their post allows them by day. Nothing is allowed that nobody granted.
public struct Account: Hashable, Sendable {
    /// Id; documents and the log name it.
    public let id: String
    /// 登录名.
    public let signIn: String
    /// 姓名.
    public let person: String
    /// 开立之日.
    public let opened: Day
    /// 所属组织沿革.
    public internal(set) var posts: Succession<String>
    /// 岗位权限, in the order in which they were granted.
    public internal(set) var grants: [Grant]
    /// 注销之日: the first day on which it allows nothing; nil while it is open.
    public internal(set) var closed: Day?
    /// 锁定, in order.
    public internal(set) var locks: [Lock]

    /// An account.
    public init(
        id: String, signIn: String, person: String, opened: Day, posts: Succession<String>, grants: [Grant] = [],
        closed: Day? = nil, locks: [Lock] = []
    ) {
        self.id = id
        self.signIn = signIn
        self.person = person
        self.opened = opened
        self.posts = posts
        self.grants = grants
        self.closed = closed
        self.locks = locks
    }

    /// Whether it is open on a day.
    public func isOpen(on day: Day) -> Bool {
        opened <= day && closed.map { day < $0 } ?? true && !isLocked(on: day)
    }

    /// Whether it is locked on a day; on the day it is unlocked it is not.
    public func isLocked(on day: Day) -> Bool {
        locks.contains { $0.from <= day && $0.until.map { day < $0 } ?? true }
    }

    /// Whether a duty is granted on a day, whatever else holds.
    public func isGranted(_ duty: Duty, on day: Day) -> Bool {
        grants.contains { $0.duty == duty && $0.from <= day && $0.until.map { day < $0 } ?? true }
    }

    /// 登录名 is lower-case letters, digits, dot, hyphen and underline, three to thirty-two of them: typed alike on every
    /// keyboard, and never taken for a person's number.
    public static func isSignInName(_ name: String) -> Bool {
        let letters = name.utf8
        return (3...32).contains(letters.count) && letters.contains { (0x61...0x7A).contains($0) }
            && letters.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
            }
    }

    /// 锁定: from a day on it allows nothing.
    public struct Lock: Hashable, Sendable {
        /// The first day.
        public let from: Day
        /// The day it was unlocked; nil while it stands.
        public var until: Day?

        /// A lock.
        public init(from: Day, until: Day? = nil) {
            self.from = from
            self.until = until
        }
    }

    /// 授予: a duty from a day on.
    public struct Grant: Hashable, Sendable {
        /// What is allowed.
        public let duty: Duty
        /// The first day.
        public let from: Day
        /// The first day on which it is withdrawn; nil while it stands.
        public var until: Day?
        /// Account that granted it; nil for the first administrator alone.
        public let by: String?

        /// A duty from a day on.
        public init(duty: Duty, from: Day, until: Day? = nil, by: String?) {
            self.duty = duty
            self.from = from
            self.until = until
            self.by = by
        }
    }
}

/// 授权: one person stands in for another from day to day, by a paper; what is done so is logged as 代.
public struct Authorisation: Hashable, Sendable {
    /// Id.
    public let id: String
    /// 被代行人: account that is stood in for.
    public let principal: String
    /// 代行人: account that stands in.
    public let substitute: String
    /// What may be done in their stead; never more than they may do themselves that day.
    public let duties: Set<Duty>
    /// The first day.
    public let from: Day
    /// 期满之日: the last day.
    public let until: Day
    /// 文号.
    public let paper: String
    /// 提前终止: the first day on which it no longer holds; nil where it runs to its end.
    public internal(set) var ended: Day?

    /// One stands in for another.
    public init(
        id: String, principal: String, substitute: String, duties: Set<Duty>, from: Day, until: Day, paper: String,
        ended: Day? = nil
    ) {
        self.id = id
        self.principal = principal
        self.substitute = substitute
        self.duties = duties
        self.from = from
        self.until = until
        self.paper = paper
        self.ended = ended
    }

    /// Whether it holds on a day.
    public func holds(on day: Day) -> Bool { from <= day && day <= until && ended.map { day < $0 } ?? true }

    /// How long one may stand in for another by one paper: leave and illness end, and a lasting change is a new post.
    /// - Unit: days
    public static let longest = 366

    /// What nobody can do in another's stead: who grants rights answers for it in person.
    public static let neverPassed: Set<Duty> = [.administer]
}
