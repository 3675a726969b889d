import Credit
import Desk
import Portal
import Store

/// 单条录入: one record filled in by form, of the kinds that the department decides on. It is a submission of one row, and
/// its sheet stays for whoever asks what became of it.
struct EntryCases: CaseKind {
    let rules: Rules
    let calendar: WorkingCalendar
    let prefix = "ENT"
    let noun = "entries"
    let plural = Label("单条录入", "Entries by form")
    let readers = OfficeResource.usualReaders.union([.submit])

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        guard rules.departments[officer.organ] != nil, duties.contains(.submit) else { return [] }
        return kinds(of: officer, on: day).map { EntryForms.entry($0, SingleRow($0).fields) }
    }

    /// Permits and penalties, which every department decides, and the kinds that are its own; an entry of a list of our own
    /// is made by its case and in no other way (R4).
    private func kinds(of officer: Officer, on day: Day) -> [RecordKind] {
        rules.kinds.filter { kind in
            switch rules.lists[kind.code]?.roles.value(on: day) {
            case .own?, .ownWithConsent?: return false
            default: break
            }
            return officer.acts(for: kind.department) || kind.family == .permit || kind.family == .penalty
        }
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        let code = String(action.dropFirst(EntryForms.mark.count))
        guard let kind = kinds(of: officer, on: day).first(where: { $0.code == code }) else {
            throw RevisionProblem.noRecord
        }
        let row = SingleRow(kind)
        let filled = row.fields.compactMap { field in values[field.name].map { (field.name, $0) } }
        return try reader.adopting(rules, on: day)
            + row.events(
                Dictionary(filled) { $1 }, batch: id, record: String(id.dropFirst(prefix.count + 1)),
                department: officer.organ, on: day, in: calendar, reader: reader)
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] { [] }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let batch = try reader.batch(id), officer.acts(for: batch.submission.department),
            let position = try reader.entered(by: batch).first,
            case .record(let entry)? = try reader.event(at: position)
        else { return nil }
        let title = rules.kinds[entry.kind]?.title ?? Label(entry.kind, entry.kind)
        return CaseSheet(
            id: id, kind: Label("单条录入", "Entry by form"), title: title,
            subject: (entry.subject, try reader.subject(entry.subject)?.name ?? entry.subjectName),
            stage: Label("已入库", "Taken in"), isClosed: true,
            facts: [
                CaseSheet.Fact(Label("信息", "Record"), Label(entry.id, entry.id), path: "/records/" + entry.id),
                CaseSheet.Fact(
                    Label("批次", "Batch"), Label(id, id), path: "/office/batches/" + id),
                CaseSheet.Fact(
                    Label("收到日期", "Received"), Label("\(entry.received)", "\(entry.received)")),
            ], clocks: [],
            steps: [
                CaseSheet.Step(day: batch.recorded, words: Label("入库", "Taken in"), by: nil, position: position)
            ], actions: [])
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] { throw RevisionProblem.done }
}
