/// 通报: a formal notice to superior bodies, audit, discipline inspection and personnel, as far as it has come. It is for its
/// addressees only and is published nowhere; the store hands it out as `Restricted`.
public struct FormalNotice: Sendable, Equatable {
    /// What was drawn up.
    public let draft: NoticeDraft
    /// The day it was drawn up.
    public let drawnOn: Day
    /// 阶段.
    public private(set) var stage: Stage = .drawn
    /// 送达, by code of the body.
    public private(set) var services: [String: Delivery] = [:]
    /// 答复, by code of the body.
    public private(set) var answers: [String: Answer] = [:]

    /// 签发: who drew it up and who released it, and the letter.
    public struct Release: Sendable, Equatable {
        /// The two.
        public let by: OfficerPair
        /// 文号.
        public let number: String
        /// 日期 of the letter.
        public let date: Day
        /// Digest (SHA-256, hexadecimal) of the letter.
        public let letter: String
    }

    /// 答复 of a body.
    public struct Answer: Sendable, Equatable {
        /// What it says.
        public let words: String
        /// Digest of its file; nil for none.
        public let file: String?
        /// The day it was entered.
        public let day: Day
    }

    /// 阶段; nothing is served that two officers did not release.
    public enum Stage: Sendable, Equatable {
        /// 待签发.
        case drawn
        /// 已签发.
        case released(Release)
        /// 已办结.
        case closed(Release)
        /// 已撤回.
        case withdrawn(reason: String)

        /// The word it is stored as.
        public var word: String {
            switch self {
            case .drawn: "drawn"
            case .released: "released"
            case .closed: "closed"
            case .withdrawn: "withdrawn"
            }
        }

        /// What it is called.
        public var title: Label {
            switch self {
            case .drawn: Label("已拟稿，待另一名工作人员签发", "Drawn up, to be released by another officer")
            case .released: Label("已签发，送达和答复中", "Released; being served and answered")
            case .closed: Label("已办结", "Closed")
            case .withdrawn: Label("已撤回", "Withdrawn")
            }
        }

        /// Whether nothing is left to be done.
        public var isClosed: Bool {
            switch self {
            case .drawn, .released: false
            case .closed, .withdrawn: true
            }
        }
    }

    /// A notice as its draft makes it.
    public init(_ draft: NoticeDraft, on day: Day) { (self.draft, drawnOn) = (draft, day) }

    /// The notice that these events make; nil where they do not begin with its draft or do not follow one another.
    public init?(_ events: some Sequence<(day: Day, event: NoticeEvent)>) {
        var made: FormalNotice?
        for (day, event) in events {
            if case .drawn(let draft) = event.step {
                guard made == nil else { return nil }
                made = FormalNotice(draft, on: day)
            } else if made == nil || made?.take(event, on: day) != true {
                return nil
            }
        }
        guard let made else { return nil }
        self = made
    }

    /// Takes in what happened; false where it cannot have happened at this stage.
    mutating func take(_ event: NoticeEvent, on day: Day) -> Bool {
        guard event.id == draft.id else { return false }
        switch (event.step, stage) {
        case (.released(let number, let date, let letter), .drawn):
            guard let pair = OfficerPair(draft.by, event.by) else { return false }
            stage = .released(Release(by: pair, number: number, date: date, letter: letter))
        case (.served(let body, let service), .released):
            guard isAddressee(body), services[body] == nil else { return false }
            services[body] = service
        case (.answered(let body, let words, let file), .released):
            guard services[body] != nil, answers[body] == nil else { return false }
            answers[body] = Answer(words: words, file: file, day: day)
        case (.closed, .released(let release)):
            guard unserved.isEmpty else { return false }
            stage = .closed(release)
        case (.withdrawn(let reason), .drawn), (.withdrawn(let reason), .released): stage = .withdrawn(reason: reason)
        default: return false
        }
        return true
    }

    private func isAddressee(_ body: String) -> Bool { draft.addressees.contains { $0.body == body } }

    /// Whom it has not reached.
    public var unserved: [NoticeDraft.Addressee] { draft.addressees.filter { services[$0.body] == nil } }

    /// Who has it and has not answered.
    public var unanswered: [NoticeDraft.Addressee] {
        draft.addressees.filter { services[$0.body] != nil && answers[$0.body] == nil }
    }
}
