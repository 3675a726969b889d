/// 案件文书: a letter of a case, from its number to its service; it is what its events make it.
public struct Letter: Sendable, Equatable {
    /// 取号.
    public let numbering: LetterNumbering
    /// 正文; nil while it has a number only.
    public private(set) var text: LetterText?
    /// The day it was last drawn up.
    public private(set) var drawn: Day?
    /// 改稿次数 and the first draft: how often it was drawn up.
    public private(set) var drafts = 0
    /// 用印扫描件, the last one.
    public private(set) var scan: SealedScan?
    /// 送达, of each of those it goes to, in the order they were recorded.
    public private(set) var services: [DeliveryRecord] = []
    /// 作废 with its reason.
    public private(set) var voided: String?
    private var changed: Day

    /// 阶段.
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        /// 已取号.
        case numbered
        /// 已成稿.
        case drawn
        /// 已用印归档.
        case sealed
        /// 已送达.
        case served
        /// 作废.
        case void

        /// What it is called.
        public var title: Label {
            switch self {
            case .numbered: Label("已编号，待成稿", "Numbered; to be drawn up")
            case .drawn: Label("已成稿，待用印", "Drawn up; to be sealed")
            case .sealed: Label("已用印归档，待送达", "Sealed and filed; to be served")
            case .served: Label("已送达", "Served")
            case .void: Label("作废", "Void")
            }
        }
    }

    /// Where it stands.
    public var stage: Stage {
        if voided != nil { return .void }
        if services.count >= numbering.copies { return .served }
        if text == nil { return .numbered }
        return scan == nil ? .drawn : .sealed
    }

    /// 送达: the last one that was recorded.
    public var service: DeliveryRecord? { services.last }

    /// The letter that these events make, in their order.
    ///
    /// - Throws: `LetterProblem` where one does not follow.
    public init(_ events: [LetterEvent]) throws(LetterProblem) {
        guard case .numbered(let numbering)? = events.first else { throw .otherStage(Stage.numbered.title) }
        self.numbering = numbering
        changed = numbering.day
        for event in events.dropFirst() { try take(event) }
    }

    private mutating func take(_ event: LetterEvent) throws(LetterProblem) {
        guard event.id == numbering.id else { throw .otherOrgan }
        guard event.day >= changed else { throw .badDay(changed) }
        // What one addressee has in hand is neither rewritten nor void.
        switch event {
        case .drawn, .voided: guard services.isEmpty else { throw .otherStage(Stage.served.title) }
        case .numbered, .sealed, .served: break
        }
        switch (event, stage) {
        case (.drawn(_, let text, _, let day), .numbered), (.drawn(_, let text, _, let day), .drawn):
            self.text = text
            drawn = day
            drafts += 1
        case (.sealed(_, let scan, _, _), .drawn), (.sealed(_, let scan, _, _), .sealed),
            (.sealed(_, let scan, _, _), .served):
            self.scan = scan
        case (.served(_, let record, _, _), .drawn), (.served(_, let record, _, _), .sealed): services.append(record)
        case (.voided(_, let reason, _, _), .numbered), (.voided(_, let reason, _, _), .drawn),
            (.voided(_, let reason, _, _), .sealed):
            voided = reason
        case (.served, .numbered): throw .notDrawn
        default: throw .otherStage(stage.title)
        }
        changed = event.day
    }

    /// 登记的标题和受文者: as the register holds them; a restricted letter withholds both.
    public var registered: (title: String, addressee: String) {
        if numbering.isRestricted { return ("限定知悉", "限定知悉") }
        return (text?.title.chinese ?? numbering.title, text?.addressee.chinese ?? numbering.addressee)
    }

    /// The event, where it follows, by an officer whose organ has the letter or holds its code by now.
    private func deciding(_ event: LetterEvent) throws(LetterProblem) -> LetterEvent {
        guard event.by.acts(for: numbering.number.organ) else { throw .otherOrgan }
        var next = self
        try next.take(event)
        return event
    }

    /// 成稿 or 改稿: until it is sealed its text may be drawn up again under the same number.
    public func drawing(_ text: LetterText, by officer: Officer, on day: Day) throws(LetterProblem) -> LetterEvent {
        for (what, words) in [(Label("标题", "a title"), text.title), (Label("受文者", "an addressee"), text.addressee)]
        where words.chinese.isEmpty { throw .missing(what) }
        guard !text.chinese.isEmpty else { throw .missing(Label("正文", "the text")) }
        for words in text.all where ResidentNumber.masking(words) != words { throw .personNumber }
        return try deciding(.drawn(numbering.id, text, by: officer, on: day))
    }

    /// 用印归档: the sealed letter came back as a scan, with its archive number.
    public func sealing(_ scan: SealedScan, by officer: Officer, on day: Day) throws(LetterProblem) -> LetterEvent {
        guard !scan.archive.isEmpty else { throw .missing(Label("档号", "the archive number")) }
        return try deciding(.sealed(numbering.id, scan, by: officer, on: day))
    }

    /// 登记送达.
    ///
    /// - Parameter served: the day that the proof names; not for an announcement.
    public func serving(
        _ proof: DeliveryProof, begun: Day, served: Day?, under rule: DeliveryRule, by officer: Officer, on day: Day
    ) throws(LetterProblem) -> LetterEvent {
        guard let drawn, text != nil else { throw .notDrawn }
        for words in proof.particulars.map(\.value) where ResidentNumber.masking(words) != words { throw .personNumber }
        let record = try rule.record(proof, begun: begun, served: served, drawn: drawn, today: day)
        return try deciding(.served(numbering.id, record, by: officer, on: day))
    }

    /// 作废: the number stays taken, so that the register has no gap.
    public func voiding(reason: String?, by officer: Officer, on day: Day) throws(LetterProblem) -> LetterEvent {
        guard let reason else { throw .missing(Label("作废的理由", "the reason")) }
        return try deciding(.voided(numbering.id, reason: reason, by: officer, on: day))
    }
}

/// 取号: the number that a letter takes, and for what.
public struct LetterNumbering: Sendable, Equatable {
    /// Id of the letter.
    public let id: String
    /// Id of the case.
    public let caseID: String
    /// 事由.
    public let occasion: LetterOccasion
    /// 发文字号.
    public let number: LetterNumber
    /// 标题, as the register names it.
    public let title: String
    /// 受文者, as the register names it.
    public let addressee: String
    /// 主送单位数: to how many it goes, each with a service of its own; 1 for nearly all letters.
    public let copies: Int
    /// 限定知悉: whether what it is about and to whom it goes stands in its events only, and in no table.
    public let isRestricted: Bool
    /// Who took it.
    public let by: Officer
    /// The day it was taken.
    public let day: Day

    /// The number that a letter takes.
    public init(
        id: String, caseID: String, occasion: LetterOccasion, number: LetterNumber, title: String, addressee: String,
        copies: Int = 1, isRestricted: Bool = false, by: Officer, day: Day
    ) throws(LetterProblem) {
        guard by.organ == number.organ else { throw .otherOrgan }
        guard !addressee.isEmpty, copies > 0 else { throw .missing(Label("受文者", "an addressee")) }
        for words in [title, addressee] where ResidentNumber.masking(words) != words { throw .personNumber }
        self.id = id
        self.caseID = caseID
        self.occasion = occasion
        self.number = number
        self.title = title
        self.addressee = addressee
        self.copies = copies
        self.isRestricted = isRestricted
        self.by = by
        self.day = day
    }
}

/// 用印扫描件: the sealed letter as it came back.
public struct SealedScan: Sendable, Hashable {
    /// SHA-256 of the file, hexadecimal.
    public let digest: String
    /// Its media type, by its content.
    public let type: String
    /// Its size.
    /// - Unit: bytes
    public let size: Int
    /// 档号.
    public let archive: String

    /// The sealed letter as it came back.
    public init(digest: String, type: String, size: Int, archive: String) {
        self.digest = digest
        self.type = type
        self.size = size
        self.archive = archive
    }
}
