import Credit

/// 档案读取: puts together what may be shown of subjects and records, by the rules in force.
public struct SubjectFiles: Sendable {
    let rules: Rules
    private let presentations: [String: RecordPresentation]
    private let states = Remembered<LogState>()

    /// What is the same for every answer until the log grows.
    private struct LogState {
        let received: [String: Day]
        let isRehearsal: Bool
    }

    /// The files under some rules.
    public init(rules: Rules) {
        self.rules = rules
        presentations = Dictionary(
            rules.kinds.map { ($0.code, RecordPresentation(kind: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The file of a subject: what the city held at the end of `known`, as far as it is published on `shown`.
    ///
    /// - Throws: `StoreProblem`, `CanonicalFault`.
    public func file(of key: String, on day: Day, in reader: Reader) throws -> SubjectFile? {
        guard let subject = try reader.subject(key), !subject.isWithdrawn else { return nil }
        let summary = SubjectFiles.summary(of: subject)
        var facts: [ShownField] = []
        var factsKind: String?
        var factsContest = ContestMark.none
        var views: [RecordView] = []
        var unpublished = 0
        for stored in try reader.records(of: key, on: day) {
            if stored.entry.family == .registry {
                if stored.position == subject.registry || facts.isEmpty {
                    (facts, factsKind) = (try fields(of: stored.entry), stored.entry.kind)
                    factsContest = try reader.contest(of: stored.entry.id, on: day)
                }
            } else if stored.entry.publication.isPublished(on: day) {
                let versions = try versions(of: stored, on: day, in: reader)
                var view = try view(of: stored, subject: summary, on: day, versions: versions, in: reader)
                view.repair = RepairOutlook(
                    RepairedRecord(stored), under: rules, on: day)
                views.append(view)
            } else {
                unpublished += 1
            }
        }
        views.sort { ($1.decided ?? $1.received, $1.id) < ($0.decided ?? $0.received, $0.id) }
        return SubjectFile(
            subject: summary, facts: facts, factsKind: factsKind, factsContest: factsContest, records: views,
            commitments: subject.isSoleTrader
                ? [] : try reader.shownCommitments(of: key, on: day).map { $0.titled(by: rules.commitments) },
            unpublished: unpublished,
            currency: try currency(in: reader), reading: try reading(on: day, in: reader))
    }

    /// A record as it may be shown on a day; nil where it was not held then.
    ///
    /// - Throws: `StoreProblem`, `CanonicalFault`.
    public func record(_ id: String, on day: Day, in reader: Reader) throws -> RecordView? {
        guard let stored = try reader.record(id, on: day), let subject = try reader.subject(stored.entry.subject),
            !subject.isWithdrawn
        else { return nil }
        let versions = try versions(of: stored, on: day, in: reader)
        var view = try view(
            of: stored, subject: SubjectFiles.summary(of: subject), on: day, versions: versions, in: reader)
        view.repair = RepairOutlook(RepairedRecord(stored), under: rules, on: day)
        view.mended = try reader.mendedOrders(of: id, on: day).compactMap { MendedOrder($0.rectification) }
        return view
    }

    /// How current each kind is.
    ///
    /// - Throws: `StoreProblem`.
    public func currency(in reader: Reader) throws -> [SourceCurrency] {
        let received = try state(of: reader.treeSize(), in: reader).received
        return rules.kinds.map { SourceCurrency(kind: $0.code, kindTitle: $0.title, lastReceived: received[$0.code]) }
    }

    /// The day and log position of an answer.
    ///
    /// - Throws: `StoreProblem`.
    public func reading(on day: Day, in reader: Reader) throws -> Reading {
        let size = try reader.treeSize()
        return Reading(day: day, treeSize: size, isRehearsal: try state(of: size, in: reader).isRehearsal)
    }

    private func state(of size: Int, in reader: Reader) throws -> LogState {
        try states.value(of: String(size)) { _ in
            LogState(received: try reader.lastReceived(), isRehearsal: try reader.opening()?.isRehearsal ?? false)
        }
    }

    /// The versions that a record had until a day; one that has had no other needs no further look.
    private func versions(
        of stored: StoredRecord, on day: Day, in reader: Reader
    ) throws -> [RecordView.VersionMark] {
        if stored.version == 1 { return [.init(number: 1, known: stored.from, position: stored.position)] }
        return try reader.versionMarks(of: stored.entry.id).filter { $0.known <= day }
    }

    /// A record as pages, lists and files alike show it.
    func view(
        of stored: StoredRecord, subject: SubjectSummary, on day: Day, versions: [RecordView.VersionMark],
        in reader: Reader
    ) throws -> RecordView {
        let entry = stored.entry
        let unknown = Label(entry.kind, entry.kind)
        let shown = try fields(of: entry)
        return RecordView(
            id: entry.id, kind: entry.kind, kindTitle: rules.kinds[entry.kind]?.title ?? unknown,
            family: entry.family, subject: subject, department: entry.department,
            departmentTitle: rules.departments[entry.department]?.name(on: day)?.full
                ?? Label(entry.department, entry.department),
            decided: entry.decided, received: entry.received, timeliness: entry.timeliness,
            publication: entry.publication,
            publicationReason: presentations[entry.kind]?.reason(
                of: entry.publication, decided: entry.decided, received: entry.received, on: day) ?? Label("", ""),
            fields: shown, headline: presentations[entry.kind]?.headline(of: shown),
            paper: presentations[entry.kind]?.paper(of: shown) ?? DecisionPaper(), version: stored.version,
            versions: versions,
            contest: try reader.contest(of: entry.id, on: day), position: stored.position)
    }

    private func fields(of entry: RecordEntry) throws -> [ShownField] {
        try presentations[entry.kind]?.shown(entry.fields) ?? []
    }

    /// Who a subject is, as headings show it.
    public static func summary(of subject: StoredSubject) -> SubjectSummary {
        let key = SubjectKey(text: subject.key)
        return SubjectSummary(
            key: subject.key, code: key?.creditCode?.text, name: subject.name ?? subject.key,
            formerNames: subject.formerNames, status: subject.status?.title.chinese,
            isSoleTrader: subject.isSoleTrader, isRegistered: subject.registry != nil)
    }
}

extension Vocabulary.Sense {
    /// What the word means, in words.
    var title: Label {
        switch self {
        case .organisation: Label("法人及非法人组织", "legal person or organisation")
        case .soleTrader: Label("个体工商户", "sole trader")
        case .naturalPerson: Label("自然人", "natural person")
        case .summaryProcedure: Label("简易程序", "summary procedure")
        case .active: Label("存续", "active")
        case .revoked: Label("吊销", "licence revoked")
        case .dissolved: Label("注销", "dissolved")
        case .movedAway: Label("迁出", "moved away")
        case .soleProprietorship: Label("个人独资企业", "sole proprietorship")
        }
    }
}
