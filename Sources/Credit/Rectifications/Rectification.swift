/// 整改和约谈案件: an order to mend or a warning talk, as far as it has come. It is what its events make it; each stage
/// carries what proves it.
///
/// It has no stage from which anything adverse would follow: "not mended" and "did not appear" are findings on paper.
public struct Rectification: Sendable, Equatable {
    /// What was drawn up.
    public let opening: RectificationOpening
    /// The day it was drawn up.
    public let openedOn: Day
    /// 阶段.
    public private(set) var stage: Stage = .drawn
    /// 整改证据, in order.
    public private(set) var evidence: [Evidence] = []
    /// 延长, in order.
    public private(set) var extensions: [CaseClock.Extension] = []
    /// 办结日; nil while it is open.
    public private(set) var closedOn: Day?

    /// 整改证据: what was brought, by digest, and who took it.
    public struct Evidence: Sendable, Equatable {
        /// What it shows.
        public let words: String
        /// Digests (SHA-256, hexadecimal) of the files.
        public let files: [String]
        /// The day.
        public let day: Day
        /// Who took it.
        public let by: Officer
    }

    /// 查看: what another officer found.
    public struct Look: Sendable, Equatable {
        /// Who drew the order up, and who looked.
        public let by: OfficerPair
        /// What was found.
        public let words: String
        /// The day.
        public let day: Day
    }

    /// 阶段.
    public enum Stage: Sendable, Equatable {
        /// 已出具，待送达.
        case drawn
        /// 整改中: the time runs.
        case mending(Delivery)
        /// 待约谈.
        case invited(Delivery)
        /// 已整改.
        case mended(Look)
        /// 未整改.
        case notMended(Look)
        /// 已约谈.
        case held(minutes: String, undertaking: RectificationEvent.Undertaking?)
        /// 未到场.
        case notAppeared(reason: String?)
        /// 已撤回.
        case withdrawn(reason: String)

        /// The word it is stored as.
        public var word: String {
            switch self {
            case .drawn: "drawn"
            case .mending: "mending"
            case .invited: "invited"
            case .mended: "mended"
            case .notMended: "not-mended"
            case .held: "held"
            case .notAppeared: "not-appeared"
            case .withdrawn: "withdrawn"
            }
        }

        /// What it is called.
        public var title: Label {
            switch self {
            case .drawn: Label("已出具，待送达", "Drawn up, to be served")
            case .mending: Label("整改中", "Being mended")
            case .invited: Label("已通知，待约谈", "Invited, to be held")
            case .mended: Label("已整改", "Mended")
            case .notMended: Label("未整改", "Not mended")
            case .held: Label("已约谈", "Held")
            case .notAppeared: Label("未到场", "Did not appear")
            case .withdrawn: Label("已撤回", "Withdrawn")
            }
        }

        /// Whether nothing is left to be done.
        public var isClosed: Bool {
            switch self {
            case .drawn, .mending, .invited: false
            case .mended, .notMended, .held, .notAppeared, .withdrawn: true
            }
        }
    }

    /// A case as its opening makes it.
    public init(_ opening: RectificationOpening, on day: Day) { (self.opening, openedOn) = (opening, day) }

    /// The case that these events make; nil where they do not begin with its opening or do not follow one another.
    public init?(_ events: some Sequence<(day: Day, event: RectificationEvent)>) {
        var made: Rectification?
        for (day, event) in events {
            if case .opened(let opening) = event.step {
                guard made == nil else { return nil }
                made = Rectification(opening, on: day)
            } else if made == nil || made?.take(event, on: day) != true {
                return nil
            }
        }
        guard let made else { return nil }
        self = made
    }

    /// 承办单位: code of the organ whose turn it is; nil when it is closed.
    public var turn: String? { closedOn == nil ? opening.by.organ : nil }

    /// 送达之日; nil before service.
    public var service: Delivery? {
        switch stage {
        case .mending(let service), .invited(let service): service
        default: nil
        }
    }

    /// Takes in what happened; false where it cannot have happened at this stage.
    mutating func take(_ event: RectificationEvent, on day: Day) -> Bool {
        guard event.id == opening.id, closedOn == nil else { return false }
        switch (event.step, stage, opening.demand) {
        case (.served(let service), .drawn, .mend): stage = .mending(service)
        case (.served(let service), .drawn, .talk): stage = .invited(service)
        case (.shown(let words, let files), .mending, _):
            evidence.append(Evidence(words: words, files: files, day: day, by: event.by))
        case (.extended(let count, let reason), .mending, _):
            guard let pair = OfficerPair(opening.by, event.by) else { return false }
            extensions.append(CaseClock.Extension(count: count, reason: reason, approved: pair, day: day))
        case (.mended(let words), .mending, _):
            guard let pair = OfficerPair(opening.by, event.by), !evidence.isEmpty else { return false }
            stage = .mended(Look(by: pair, words: words, day: day))
        case (.notMended(let reason), .mending, _):
            guard let pair = OfficerPair(opening.by, event.by) else { return false }
            stage = .notMended(Look(by: pair, words: reason, day: day))
        case (.held(let minutes, let undertaking), .invited, _):
            stage = .held(minutes: minutes, undertaking: undertaking)
        case (.notAppeared(let reason), .invited, _): stage = .notAppeared(reason: reason)
        case (.withdrawn(let reason), _, _): stage = .withdrawn(reason: reason)
        default: return false
        }
        if stage.isClosed { closedOn = day }
        return true
    }
}
