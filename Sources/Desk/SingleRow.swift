import Credit
import Proofs
import Store

/// 单条录入: one record that a clerk fills in by form. It goes the way of every row: checked by the rules of intake, entered
/// as a submission of one row.
public struct SingleRow: Sendable {
    /// The kind of the record.
    public let kind: RecordKind
    private let template: RecordTemplate

    /// What is asked of a kind: the template in force, without what intake checks and drops: of persons nothing is asked that
    /// would not be kept.
    public init(_ kind: RecordKind) {
        self.kind = kind
        let first = kind.templates[0]
        let fields = first.fields.map { field in
            guard field.visibility == .dropped else { return field }
            return Field(
                name: field.name, title: field.title, english: field.english, column: field.column,
                aliases: field.aliases, type: field.type, maximumLength: field.maximumLength, need: .optional,
                emptyWhen: nil, rules: [], visibility: .dropped, remedy: field.remedy)
        }
        template = RecordTemplate(
            code: first.code, title: first.title, source: first.source, fields: fields, roles: first.roles,
            key: first.key, marks: first.marks)
    }

    /// The fields of the form, in the order of the template.
    public var fields: [Field] { template.fields.filter { $0.visibility != .dropped } }

    /// The events of a record filled in: a submission of one row, with its digest, taken in to its end.
    ///
    /// - Parameters:
    ///   - values: what was filled in, by the names of the fields.
    ///   - record: id of the record where it is new.
    /// - Throws: `SingleRowProblem` with all that is wrong, `StoreProblem`, `CanonicalFault`.
    public func events(
        _ values: [String: String], batch: String, record: String, department: String, on day: Day,
        in calendar: WorkingCalendar, reader: Reader
    ) throws -> [Event] {
        let texts = template.fields.map { $0.visibility == .dropped ? "" : values[$0.name] ?? "" }
        let entry = try entry(texts, batch: batch, record: record, department: department, on: day, in: calendar)
        guard let key = HalfDigest(hex: entry.key) else { throw CanonicalFault(missing: "key") }
        let head = try reader.heads(keys: [key])[0]
        // What is held is changed by a correction with its reason, never by filling it in again.
        if let head, head.content != nil { throw SingleRowProblem.held(head.id) }
        let new = head.map { entry.asVersion($0.lastVersion + 1, of: $0.id) } ?? entry
        let bytes = Array(zip(template.fields, texts).map { "\($0.title)\t\($1)\n" }.joined().utf8)
        var counts = RowCounts()
        counts.accepted = 1
        counts.late = entry.timeliness == .late ? 1 : 0
        counts.unknownTimeliness = entry.timeliness == .unknown ? 1 : 0
        return [
            .submission(
                .received(
                    Submission(
                        batch: batch, kind: kind.code, department: department, file: SingleRow.file,
                        digest: SHA256.digest(of: bytes).hex, size: bytes.count, received: day,
                        isDeclared: false))),
            .record(new),
            .submission(.completed(SubmissionResult(batch: batch, counts: counts, refusals: ""))),
        ]
    }

    /// What the list of batches shows where a file has its name.
    public static let file = "表单录入"

    private func entry(
        _ texts: [String], batch: String, record: String, department: String, on day: Day,
        in calendar: WorkingCalendar
    ) throws(SingleRowProblem) -> RecordEntry {
        var block = RowBlock()
        for text in texts {
            let value = Array(text.utf8)
            block.cells.append(RowBlock.Cell(offset: block.bytes.count, length: value.count))
            block.bytes += value
        }
        block.rows = [RowBlock.Row(firstCell: 0, cellCount: texts.count, line: 1)]
        let plan = CheckPlan(
            kind: kind, template: template, columns: Array(template.fields.indices), width: template.fields.count)
        let term = kind.dueWithin.map { WorkingTerm(days: $0, in: calendar) }
        let checked = RowChecker(plan: plan, context: CheckContext(received: day, term: term)).check(block, rows: 0..<1)
        switch checked.rows.first?.outcome {
        case .draft(let draft)?:
            return RecordEntry(
                draft, in: checked, key: RecordHead.key(of: checked.arena[draft.key.start..<draft.key.end]), id: record,
                kind: kind, batch: batch, line: 1, department: department,
                received: day)
        case .person?: throw .person
        case .refused?:
            throw .refused(
                checked.problems.map { problem in
                    let place = Int(problem.field)
                    let words = ProblemText(problem, template: template, value: place >= 0 ? texts[place] : "")
                    return FieldProblemFault(
                        field: place >= 0 ? template.fields[place].name : "", code: words.code,
                        words: Label(
                            "\(words.message.chinese)。\(words.remedy.chinese)",
                            "\(words.message.english). \(words.remedy.english)"))
                })
        case nil: throw .blank
        }
    }
}

extension RecordEntry {
    /// The record that a row becomes, if nobody has handed it in before.
    init(
        _ draft: Draft, in checked: CheckedBlock, key: HalfDigest, id: String, kind: RecordKind, batch: String,
        line: Int, department: String, received: Day
    ) {
        let former =
            draft.formerNames.isEmpty ? [] : checked.text(draft.formerNames).split(separator: "\n").map(String.init)
        self.init(
            id: id, version: 1, kind: kind.code, family: kind.family, batch: batch, line: line,
            department: department, key: key.hex,
            subject: checked.text(draft.subject),
            subjectName: draft.subjectName.isEmpty ? nil : checked.text(draft.subjectName), formerNames: former,
            status: draft.status, decided: draft.decided, received: received, timeliness: draft.timeliness,
            publication: draft.publication, fields: Array(checked.arena[draft.fields.start..<draft.fields.end]),
            trade: draft.trade)
    }
}

/// 录入问题: why a record filled in by form is not taken.
public enum SingleRowProblem: FieldProblem, Hashable {
    /// Nothing was filled in.
    case blank
    /// It is about a natural person.
    case person
    /// These things are wrong.
    case refused([FieldProblemFault])
    /// The record is held; its id.
    case held(String)

    /// Code of the problem.
    public var code: String {
        switch self {
        case .blank: "DESK-121"
        case .person: "DESK-122"
        case .refused: "DESK-123"
        case .held: "DESK-124"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .blank: Label("没有填写内容。", "Nothing is filled in.")
        case .person:
            Label(
                "自然人的信息不在这里录入，也不保存。", "A natural person's record is not entered here and not stored.")
        case .refused(let faults):
            Label("有 \(faults.count) 处没有通过校验。", "\(faults.count) things do not pass the checks.")
        case .held(let id):
            Label(
                "这条信息已经报送（\(id)），内容有误的请办理更正。",
                "This record is held already (\(id)). Where it is wrong, correct it.")
        }
    }

    /// What is wrong, field by field.
    public var faults: [FieldProblemFault] {
        if case .refused(let faults) = self { faults } else { [] }
    }
}
