/// 拟认定违诺告知书: what who promised is told before a breach is found.
public struct BreachNotice: Sendable, Hashable {
    /// 文书.
    public let paper: ListingPaper
    /// 履行状态.
    public let degree: BreachDegree
    /// 未履行的承诺内容.
    public let unfulfilled: String
    /// 事实.
    public let facts: String
    /// 依据.
    public let basis: String
    /// 拟追究的违诺责任: codes of what may follow a commitment of the kind.
    public let consequences: [String]
    /// 告知的权利.
    public let remedy: String
    /// 陈述申辩期限.
    public let answer: CommitmentTerm

    /// What is told beforehand.
    public init(
        paper: ListingPaper, degree: BreachDegree, unfulfilled: String, facts: String, basis: String,
        consequences: [String], remedy: String, answer: CommitmentTerm
    ) {
        self.paper = paper
        self.degree = degree
        self.unfulfilled = unfulfilled
        self.facts = facts
        self.basis = basis
        self.consequences = consequences
        self.remedy = remedy
        self.answer = answer
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("answer", canonical: answer.canonical)
            writer.put("basis", basis)
            writer.put("consequences", consequences)
            writer.put("degree", degree.rawValue)
            writer.put("facts", facts)
            writer.put("number", paper.number)
            writer.put("paperDay", paper.day)
            writer.put("remedy", remedy)
            writer.put("unfulfilled", unfulfilled)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            paper: try ListingPaper(reader), degree: try ListingBytes.word("degree", reader),
            unfulfilled: try reader.require("unfulfilled"), facts: try reader.require("facts"),
            basis: try reader.require("basis"), consequences: reader.texts("consequences"),
            remedy: try reader.require("remedy"),
            answer: try CommitmentTerm(canonical: try ListingBytes.object("answer", reader)))
    }
}

/// 承诺履行状态, where not all was fulfilled.
public enum BreachDegree: String, Sendable, Hashable, CaseIterable {
    /// 部分履行.
    case partly
    /// 全部未履行.
    case wholly

    /// What it is called.
    public var title: Label {
        switch self {
        case .partly: Label("部分履行", "Partly fulfilled")
        case .wholly: Label("全部未履行", "Not fulfilled at all")
        }
    }
}

/// 陈述申辩.
public struct BreachAnswer: Sendable, Hashable {
    /// 收到之日.
    public let received: Day
    /// 陈述申辩内容.
    public let text: String
    /// 书面材料: digest; nil where nothing was handed in.
    public let file: String?

    /// What was answered.
    public init(received: Day, text: String, file: String?) {
        self.received = received
        self.text = text
        self.file = file
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("file", file)
            writer.put("received", received)
            writer.put("text", text)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            received: try reader.requireDay("received"), text: try reader.require("text"), file: reader.text("file"))
    }
}

/// 违诺认定决定: that a commitment was broken, with everything that an adverse decision must name (R3).
public struct BreachDecision: Sendable, Hashable {
    /// 文书.
    public let paper: ListingPaper
    /// 履行状态.
    public let degree: BreachDegree
    /// 未履行的承诺内容.
    public let unfulfilled: String
    /// 事实和理由, and how what was answered was weighed.
    public let reasons: String
    /// 依据.
    public let basis: String
    /// 违诺责任追究: codes.
    public let consequences: [String]
    /// 终止之日 of the record.
    public let end: Day
    /// 期限依据: what sets the end.
    public let endBasis: String
    /// 重点监管至.
    public let supervisedUntil: Day
    /// 救济途径.
    public let remedy: String

    /// That a commitment was broken.
    public init(
        paper: ListingPaper, degree: BreachDegree, unfulfilled: String, reasons: String, basis: String,
        consequences: [String], end: Day, endBasis: String, supervisedUntil: Day, remedy: String
    ) {
        self.paper = paper
        self.degree = degree
        self.unfulfilled = unfulfilled
        self.reasons = reasons
        self.basis = basis
        self.consequences = consequences
        self.end = end
        self.endBasis = endBasis
        self.supervisedUntil = supervisedUntil
        self.remedy = remedy
    }

    func put(into writer: inout CanonicalWriter, first: Officer?) {
        writer.put("basis", basis)
        writer.put("consequences", consequences)
        writer.put("degree", degree.rawValue)
        writer.put("end", end)
        writer.put("endBasis", endBasis)
        if let first { writer.put("first", canonical: ListingBytes.officer(first)) }
        writer.put("number", paper.number)
        writer.put("paperDay", paper.day)
        writer.put("reasons", reasons)
        writer.put("remedy", remedy)
        writer.put("supervisedUntil", supervisedUntil)
        writer.put("unfulfilled", unfulfilled)
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            paper: try ListingPaper(reader), degree: try ListingBytes.word("degree", reader),
            unfulfilled: try reader.require("unfulfilled"), reasons: try reader.require("reasons"),
            basis: try reader.require("basis"), consequences: reader.texts("consequences"),
            end: try reader.requireDay("end"), endBasis: try reader.require("endBasis"),
            supervisedUntil: try reader.requireDay("supervisedUntil"), remedy: try reader.require("remedy"))
    }
}

/// 已告知: a notice that was served, with what was answered. Only a service makes one.
public struct BreachTold: Sendable, Equatable {
    /// The notice.
    public let notice: BreachNotice
    /// 送达.
    public let service: Delivery
    /// 陈述申辩, in order.
    public internal(set) var answers: [BreachAnswer] = []

    init(_ notice: BreachNotice, _ service: Delivery) {
        (self.notice, self.service) = (notice, service)
    }

    /// 陈述申辩期: from service on.
    public var clock: CaseClock { notice.answer.clock(.answer, started: service.served) }
}

/// 待复核: what one officer proposed, to be decided by another. Only what was told can be proposed.
public struct BreachProposed: Sendable, Equatable {
    /// What it rests on.
    public let told: BreachTold
    /// The decision as proposed.
    public let decision: BreachDecision
    /// 承办人.
    public let by: Officer

    init(_ told: BreachTold, _ decision: BreachDecision, by officer: Officer) {
        (self.told, self.decision, by) = (told, decision, officer)
    }
}

/// 已决定: a breach that two officers found, to be served. Only what was proposed can be decided.
public struct BreachDecided: Sendable, Equatable {
    /// What it rests on.
    public let proposed: BreachProposed
    /// 承办人和复核人.
    public let by: OfficerPair

    init(_ proposed: BreachProposed, by pair: OfficerPair) { (self.proposed, by) = (proposed, pair) }
}

/// 违诺: a breach in force. Only service of a decision makes one, and nothing that rests on a breach is made of less (R4).
public struct CommitmentBreach: Sendable, Equatable {
    /// What it rests on.
    public let decided: BreachDecided
    /// 送达, from which day on it is in force.
    public let service: Delivery
    /// Id of the record.
    public let record: String
    /// Which breach of the commitment it is, from 1; an annulled one counts.
    public let ordinal: Int
    /// 提前解除之日 of the closer supervision; nil where it was not.
    public internal(set) var released: Day?

    init(_ decided: BreachDecided, _ service: Delivery, record: String, ordinal: Int) {
        (self.decided, self.service, self.record, self.ordinal) = (decided, service, record, ordinal)
    }

    /// The decision.
    public var decision: BreachDecision { decided.proposed.decision }

    /// 重点监管 that rests on the record's validity (R5).
    ///
    /// - Parameter commitment: id of the case.
    public func supervision(of commitment: String) -> EffectEdge {
        EffectEdge(node: "\(commitment)/supervision-\(ordinal)", base: record, footing: .validity)
    }

    /// Whether the closer supervision has not ended by itself on a day; whether the record still carries it is asked of
    /// the store.
    public func isSupervised(on day: Day) -> Bool {
        service.served <= day && day <= decision.supervisedUntil && released.map { day < $0 } ?? true
    }
}
