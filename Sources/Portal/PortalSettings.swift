import Credit

/// 网站设置: what differs between the sites of two cities, and between a site and its test.
public struct PortalSettings: Sendable {
    /// Name of the site, as in 信用中国（宁夏中卫）.
    public var siteName: Label
    /// Where people find the site, without a slash at its end; nil where it is not known.
    public var baseAddress: String?
    /// ICP 备案号; nil shows a placeholder.
    public var icpNumber: String?
    /// 公安备案号; nil shows a placeholder.
    public var policeNumber: String?
    /// 网站标识码; nil shows a placeholder.
    public var siteCode: String?
    /// Who runs the site: 主办单位.
    public var organ: Label
    /// Where people turn to with an objection; nil where nobody has been named yet.
    public var contact: Label?
    /// Name and version of the rules in force on the site.
    public var packVersion: String
    /// How many requests a minute one address may make; nil for no limit.
    /// - Unit: requests a minute
    public var requestsPerMinute: Int?
    /// Whether the first address of `X-Forwarded-For` is the visitor's; only behind a proxy of one's own.
    public var trustsForwardedAddress: Bool
    /// How many threads read for the portal; 0 reads where the request is, which is right for short reads.
    public var readingThreads: Int
    /// How long a small form may take to arrive; a large one gets more by its size.
    /// - Unit: seconds
    public var bodyPatience = 30

    /// Settings of a site.
    public init(
        siteName: Label, organ: Label, packVersion: String, baseAddress: String? = nil, icpNumber: String? = nil,
        policeNumber: String? = nil, siteCode: String? = nil, contact: Label? = nil,
        requestsPerMinute: Int? = 600, trustsForwardedAddress: Bool = false, readingThreads: Int = 0
    ) {
        self.siteName = siteName
        self.organ = organ
        self.packVersion = packVersion
        self.baseAddress = baseAddress
        self.icpNumber = icpNumber
        self.policeNumber = policeNumber
        self.siteCode = siteCode
        self.contact = contact
        self.requestsPerMinute = requestsPerMinute
        self.trustsForwardedAddress = trustsForwardedAddress
        self.readingThreads = readingThreads
    }
}

/// 运行环境: what the portal needs of the world; `Command` hands it in.
public struct PortalSurroundings: Sendable {
    /// A clock that only runs forward.
    /// - Unit: milliseconds
    public let milliseconds: @Sendable () -> Int
    /// The time of day as answers name it; nil where nobody says it, and nothing is answered ahead of the usual way.
    /// - Unit: seconds since 1970
    public let seconds: (@Sendable () -> Int)?
    /// A new number under which a failure is found in the operator's log.
    public let failureNumber: @Sendable () -> String
    /// Told of each answer; nil where nobody wants to know.
    public let answered: (@Sendable (AnswerNote) -> Void)?
    /// Told of each failure of ours, with its number.
    public let failed: @Sendable (String, any Error) -> Void

    /// What the portal needs of the world.
    public init(
        milliseconds: @escaping @Sendable () -> Int, seconds: (@Sendable () -> Int)? = nil,
        failureNumber: @escaping @Sendable () -> String,
        answered: (@Sendable (AnswerNote) -> Void)? = nil,
        failed: @escaping @Sendable (String, any Error) -> Void
    ) {
        self.milliseconds = milliseconds
        self.seconds = seconds
        self.failureNumber = failureNumber
        self.answered = answered
        self.failed = failed
    }
}

/// 访问日志项: one answer as the log may know it: by the pattern of its address, never by what was asked (R10).
public struct AnswerNote: Sendable, Equatable {
    /// GET or HEAD, else `OTHER`.
    public let method: String
    /// Pattern of the address, such as `/companies/{code}`.
    public let route: String
    /// HTTP status.
    public let status: Int
    /// - Unit: bytes
    public let size: Int
    /// - Unit: milliseconds
    public let took: Int
}
