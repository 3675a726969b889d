/// 拟列入: who may be listed and why, as an officer proposed it; it lists nobody.
public struct ListingCandidate: Sendable, Equatable {
    /// Id of the case.
    public let id: String
    /// What was proposed.
    public let opening: ListingOpening
    /// 承办人: who proposed it.
    public let by: Officer
    /// The day.
    public let day: Day

    /// 提出拟列入: an officer proposes that a subject be put on a list of the officer's own organ. A row that came in for
    /// such a list is a reason to propose, never more: somebody with a name looks at it first (R4).
    ///
    /// - Parameters:
    ///   - isTrader: whether the subject is known as a sole trader, by whatever code it goes; for a list of merit also
    ///     whether as a sole proprietorship (R1).
    ///   - bases: how what it would rest on stands, and what is adverse where the list is one of merit.
    /// - Throws: where the list may list nobody that day, is decided elsewhere, belongs to another organ, or may not hold
    ///   such a subject.
    public static func propose(
        _ opening: ListingOpening, under list: ListRule, level: Department.Level?, isTrader: Bool,
        bases: ListingBases, by officer: Officer, id: String, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try check(list, level: level, codes: officer.codes, on: day)
        try opening.check(against: list, isTrader: isTrader)
        try bases.checkHeld()
        return ListingEvent(id, day, officer, .opened(opening))
    }

    /// Whether an officer's organ may propose anybody for a list on a day.
    public static func mayPropose(
        under list: ListRule, level: Department.Level?, by officer: Officer, on day: Day
    ) -> Bool {
        (try? check(list, level: level, codes: officer.codes, on: day)) != nil
    }

    private static func check(
        _ list: ListRule, level: Department.Level?, codes: Set<String>, on day: Day
    ) throws(ListingProblem) {
        guard list.kind != .record else { throw .kindNotListed }
        let status = list.status(on: day)
        guard status == .inForce else { throw .notInForce(status, day) }
        switch list.role(on: day) {
        case .own?, .ownWithConsent?: break
        case .guide? where level == .county: break
        case .guide?, .assist?, .source?, nil: throw .decidedElsewhere
        }
        let isGuided = list.role(on: day) == .guide
        guard isGuided || list.department.map(codes.contains) ?? true else { throw .notYourList }
    }

    /// 制发告知书: facts, grounds, basis, measures and rights, told in writing before anything is decided.
    ///
    /// - Throws: where something is missing, or nobody knows how long the time to answer is (R13).
    public func notify(
        _ notice: ListingNotice, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try follow(officer, day)
        // A notice older than the proposal would have its time to answer behind it.
        try notice.paper.check(notBefore: self.day, on: day)
        for (text, name) in [
            (notice.facts, Label("事实", "the facts")), (notice.grounds, Label("理由", "the grounds")),
            (notice.basis, Label("依据", "the legal basis")), (notice.remedy, Label("当事人的权利", "the rights told")),
        ] where text.isEmpty { throw .missing(name) }
        return ListingEvent(id, day, officer, .noticeDrawn(notice))
    }

    /// 无须告知: goes on without notice, where the list is none of dishonesty and its procedure owes none.
    ///
    /// - Throws: for every list of dishonesty, whatever a pack says (R4).
    public func weighWithoutNotice(
        _ weighing: ListingWeighing, under list: ListRule, procedure: ListingProcedure, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try follow(officer, day)
        guard list.code == opening.list else { throw .outOfOrder }
        guard list.kind != .black, procedure.notice.value(on: day) == .notOwed, weighing.noNotice != nil else {
            throw .noticeOwed
        }
        return ListingEvent(id, day, officer, .weighed(weighing))
    }

    /// 不予列入.
    public func drop(reason: String, by officer: Officer, on day: Day) throws(ListingProblem) -> ListingEvent {
        try follow(officer, day)
        guard !reason.isEmpty else { throw .missing(Label("理由", "the reason")) }
        return ListingEvent(id, day, officer, .dropped(reason: reason))
    }

    /// Whoever acts belongs to the organ that decides, and no step lies before the proposal.
    func follow(_ officer: Officer, _ day: Day) throws(ListingProblem) {
        guard officer.acts(for: by.organ) else { throw .otherOrgan }
        guard day >= self.day else { throw .dayTooEarly(self.day) }
    }
}

/// 拟列入内容: what an officer proposes.
public struct ListingOpening: Sendable, Hashable {
    /// Code of the list.
    public let list: String
    /// 主体.
    public let subject: SubjectKey
    /// 主体名称.
    public let name: String
    /// 对象类别: which of the list's words the subject is.
    public let target: Target
    /// 列入事由.
    public let reason: String
    /// 依托记录: ids of the records that it rests on, such as a penalty; where one is annulled, so is what rests on it (R5).
    public let records: [String]
    /// 来源行: batch and line of the row that led to it; nil where an officer found it.
    public let row: String?

    /// What an officer proposes.
    public init(
        list: String, subject: SubjectKey, name: String, target: Target, reason: String, records: [String], row: String?
    ) {
        self.list = list
        self.subject = subject
        self.name = name
        self.target = target
        self.reason = reason
        self.records = records
        self.row = row
    }

    /// - Parameter isTrader: whether the subject is known as a sole trader, beside what its code says.
    func check(against list: ListRule, isTrader: Bool) throws(ListingProblem) {
        guard list.code == self.list else { throw .outOfOrder }
        guard !name.isEmpty else { throw .missing(Label("主体名称", "the name of the subject")) }
        guard !reason.isEmpty else { throw .missing(Label("列入事由", "the reason")) }
        guard let named = list.subjects.first(where: { $0.target == target }) else { throw .subjectNotNamed(target) }
        // A person in trade is a person: only a law that says so lists one (R1, R3).
        let isTrader = isTrader || subject.isSoleTrader
        if list.kind.isMerit, isTrader || target == .soleTrader { throw .traderByMerit }
        if isTrader || target == .soleTrader {
            guard isTrader, target == .soleTrader else { throw .targetDoesNotFit(target) }
            guard named.source != nil else { throw .subjectNotNamed(target) }
        }
        guard !target.isPerson else { throw .personsWait }
        if case .uncoded = subject {
            guard target == .street || target == .vehicle else { throw .targetDoesNotFit(target) }
        } else if target == .street || target == .vehicle {
            throw .targetDoesNotFit(target)
        }
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("list", list)
            writer.put("name", name)
            writer.put("reason", reason)
            writer.put("records", records)
            writer.put("row", row)
            writer.put("subject", subject.text)
            writer.put("target", target.rawValue)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        guard let subject = SubjectKey(text: try reader.require("subject")) else {
            throw CanonicalFault(missing: "subject")
        }
        self.init(
            list: try reader.require("list"), subject: subject, name: try reader.require("name"),
            target: try ListingBytes.word("target", reader), reason: try reader.require("reason"),
            records: reader.texts("records"), row: reader.text("row"))
    }
}
