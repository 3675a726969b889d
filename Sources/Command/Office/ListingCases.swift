import Credit
import Store

/// 名单认定: listings of our own, from proposal to exit, as the office shows and acts on them. What a list, its procedure
/// and its record look like stands in the pack; nothing here knows one by name.
struct ListingCases: CaseKind {
    let rules: Rules
    let calendar: WorkingCalendar
    /// Whether an objection to a record is open on a day (R7).
    let isContested: @Sendable (_ record: String, _ day: Day, _ reader: Reader) throws -> Bool

    var prefix: String { CandidateRow.prefix }
    var noun: String { "listings" }
    var plural: Label { Label("名单认定", "Listings") }

    private static let opening = "listing."

    func openings(
        for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> [CaseAction] {
        guard duties.contains(.handle) else { return [] }
        return rules.lists.filter { mayPropose($0, officer, day) }.map { list in
            let name = list.name(on: day)
            return CaseAction(
                code: Self.opening + list.code,
                title: Label("拟列入“\(name.chinese)”", "Propose for “\(name.english)”"),
                warning: Label(
                    "提出只是开始：告知、申辩、审批、决定、送达之后才在列。",
                    "A proposal lists nobody: notice, answer, sign-off, decision and service come first."),
                duty: .handle,
                fields: [
                    FormField(
                        "subject", Label("统一社会信用代码或者注册号", "Credit code or registration number"),
                        hint: Label("注册号前写 reg:", "Write reg: before a registration number"), .line(upTo: 60)),
                    FormField(
                        "name", Label("主体名称", "Name of the subject"),
                        hint: Label(
                            "平台已有该主体的，以平台所记名称为准，不用填", "Where the subject is known its known name stands; leave it empty"
                        ), .line(upTo: 200),
                        isRequired: false),
                ] + reasonFields(list))
        }
    }

    /// 对象类别、列入事由和依托记录.
    func reasonFields(_ list: ListRule) -> [FormField] {
        [
            FormField(
                "target", Label("对象类别", "Kind of subject"),
                .choice(
                    list.subjects.map(\.target).filter { !$0.isPerson }.map {
                        FormField.Choice($0.rawValue, $0.title)
                    })),
            FormField("reason", Label("列入事由", "Reason"), .text(upTo: 4_000)),
            FormField(
                "records", Label("依托记录编号", "Ids of the records it rests on"),
                hint: Label(
                    "多个用空格分开；处罚被撤销的，名单随之失去依据", "Separated by spaces; an entry falls with an annulled penalty"),
                .line(upTo: 400), isRequired: false),
        ]
    }

    func mayPropose(_ list: ListRule, _ officer: Officer, _ day: Day) -> Bool {
        guard rules.procedure(of: list) != nil else { return false }
        return ListingCandidate.mayPropose(
            under: list, level: rules.departments[officer.organ]?.level, by: officer, on: day)
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard action.hasPrefix(Self.opening), let list = rules.lists[String(action.dropFirst(Self.opening.count))]
        else { throw ListingProblem.outOfOrder }
        guard let subject = values["subject"].flatMap({ SubjectKey(text: $0) }) else {
            throw ListingProblem.missing(Label("正确的统一社会信用代码或者注册号", "a right credit code or registration number"))
        }
        return try propose(list, subject, values, row: nil, by: officer, id: id, on: day, in: reader)
    }

    /// Proposes a subject with what the form brings.
    ///
    /// - Parameter row: the row that led to it; nil where an officer found it.
    func propose(
        _ list: ListRule, _ subject: SubjectKey, _ values: FormValues, row: CandidateRow?, by officer: Officer,
        id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let target = values["target"].flatMap({ Target(rawValue: $0) }) else {
            throw ListingProblem.missing(Label("对象类别", "the kind of subject"))
        }
        let known = try reader.subject(subject.text)?.name
        if let other = try reader.openListings(of: subject.text, list: list.code).first {
            throw ListingProblem.underWay(other)
        }
        let records = (values["records"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        for record in records {
            guard try reader.record(record, on: day)?.entry.subject == subject.text else {
                throw ListingProblem.recordUnknown(record)
            }
        }
        let opening = ListingOpening(
            list: list.code, subject: subject, name: known ?? values["name"] ?? row?.row.subjectName ?? "",
            target: target, reason: values["reason"] ?? "", records: records, row: row?.source)
        let bases = try reader.bases(
            of: opening, publishedAs: nil, on: day, adverse: adverse(of: subject, list, on: day, in: reader)
        ) { try isContested($0, day, reader) }
        return [
            .listing(
                try ListingCandidate.propose(
                    opening, under: list, level: rules.departments[officer.organ]?.level,
                    isTrader: row?.row.trade == .soleTrader || isTrader(subject, list, in: reader), bases: bases,
                    by: officer,
                    id: id, on: day))
        ]
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] {
        let fallen = try reader.listingsOnFallenBases(of: officer.organ, on: day)
        return try rowsWaiting(for: officer, on: day, in: reader)
            + reader.openListings(of: officer.organ).compactMap { line in
                let list = rules.lists[line.list]
                let isTainted = try SubjectKey(text: line.subject).map { subject in
                    try list.map { try !adverse(of: subject, $0, on: day, in: reader).isEmpty } ?? false
                }
                let mustEnd = fallen.contains(line.id) || isTainted == true
                guard waits(line, on: day) || mustEnd else { return nil }
                let answer = line.stage == "notified" ? self.clock(of: line) : nil
                let isAnswered = answer?.state(in: calendar, on: day).ofParty == .expired
                let clock = isAnswered ? nil : answer
                let end = (line.lastDay ?? line.reviewBy).map { Deadline.on($0) }
                let deadline = clock?.deadline(in: calendar, on: day) ?? end
                let state = clock?.state(in: calendar, on: day)
                return WaitingCase(
                    line.id, subject: line.subject, name: line.name, deadline: deadline, state: state
                ) { _ in
                    let steps = list.flatMap { rules.procedure(of: $0) }?.chain.steps.flatMap(\.value)
                    let turn = line.turn.map { code in steps?.first { $0.code == code }?.title ?? same(code) }
                    return CaseLine(
                        id: line.id, kind: Label("名单认定", "Listing"), title: list?.name(on: day) ?? same(line.list),
                        subject: line.name,
                        stage: mustEnd
                            ? Label("依据已失效或者出现不良信息，请处理", "What it rests on has fallen: deal with it")
                            : isAnswered
                                ? ListingCases.answered
                                : Listing.title(ofStage: line.stage, turn: turn, isPublished: line.record != nil),
                        organ: officer.organ, deadline: deadline, state: state)
                }
            }
    }

    /// The stage of a case whose time to answer is over.
    static let answered = Label("申辩期满，待核实", "The time to answer is over; to be weighed")

    private func clock(of line: ListingLine) -> CaseClock? {
        guard let served = line.served, let term = line.answer else { return nil }
        return CaseClock(code: ListingNotified.clockCode, term: term, source: Source(document: ""), started: served)
    }

    /// Whether something is left to be done now: an entry that stands and is published waits for its end only.
    private func waits(_ line: ListingLine, on day: Day) -> Bool {
        guard line.stage == "standing", let end = line.lastDay ?? line.reviewBy else { return true }
        return (line.record == nil && rules.lists[line.list]?.record != nil)
            || end <= day + ListingCases.reviewAhead
    }

    /// How many days before the end or the review an entry comes back into the queue.
    private static let reviewAhead = 30

    /// Whether a subject is known as a sole trader, by whatever code it goes; where a list is one of merit, also whether
    /// as a sole proprietorship (R1).
    func isTrader(_ subject: SubjectKey, _ list: ListRule, in reader: Reader) throws -> Bool {
        guard let known = try reader.subject(subject.text) else { return false }
        return known.isSoleTrader || (list.kind.isMerit && known.isSoleProprietorship)
    }

    /// 红黑名单交叉比对: what is adverse of a subject, where a list is one of merit.
    func adverse(of subject: SubjectKey, _ list: ListRule, on day: Day, in reader: Reader) throws -> [String] {
        guard list.kind.isMerit else { return [] }
        let merits = rules.lists.filter(\.kind.isMerit).compactMap(\.record)
        return try reader.adverse(
            of: subject.text, on: day, isAdverseList: { rules.lists[$0]?.kind.isAdverse ?? true },
            isAdverseRecord: { $0.family.isAdverse && !merits.contains($0.kind) })
    }

    /// 依托状况: how what a case rests on stands on a day.
    func bases(of listing: Listing, on day: Day, in reader: Reader) throws -> ListingBases {
        let opening = listing.candidate.opening
        let adverse = try rules.lists[opening.list].map {
            try self.adverse(of: opening.subject, $0, on: day, in: reader)
        }
        let bases = try reader.bases(
            of: opening, publishedAs: listing.entry?.record, on: day, adverse: adverse ?? []
        ) { try isContested($0, day, reader) }
        // A row that was taken back carries no case to its decision; what was decided and served stands on its own papers.
        guard listing.entry == nil, let row = opening.row, try isUndone(row, in: reader) else { return bases }
        return ListingBases(fallen: bases.fallen + [row], contested: bases.contested, adverse: bases.adverse)
    }

    func title(_ listing: Listing, on day: Day) -> Label {
        let code = listing.candidate.opening.list
        return rules.lists[code]?.name(on: day) ?? Label(code, code)
    }

    /// The list and the procedure of a case on a day.
    func law(of listing: Listing, on day: Day) throws -> (list: ListRule, procedure: ListingProcedure) {
        guard let list = rules.lists[listing.candidate.opening.list], let procedure = rules.procedure(of: list) else {
            throw ListingProblem.noProcedure
        }
        return (list, procedure)
    }

    /// The measures of the national list that a public body may take on a day.
    func measures(on day: Day) -> [Measure] {
        guard rules.measures.edition(on: day) != nil else { return [] }
        return rules.measures.measures(on: day).filter { $0.category != .voluntary }
    }
}
