import Credit
import Portal
import Store

/// 零报告办理: a zero report is begun and done in one act; its sheet stays for whoever asks what became of it.
struct ZeroReportCases: CaseKind {
    let rules: Rules
    let prefix = "ZERO"
    let noun = "zero-reports"
    let plural = Label("零报告", "Zero reports")
    let readers = OfficeResource.usualReaders.union([.submit])
    /// How many months back one may still be handed in.
    private static let monthsBack = 12

    func openings(for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader) throws -> [CaseAction] {
        guard rules.departments[officer.organ] != nil else { return [] }
        let months = try open(for: officer, on: day, in: reader)
        guard !months.isEmpty else { return [] }
        return [
            CaseAction(
                code: "zero-report", title: Label("零报告", "Zero report"),
                warning: Label(
                    "声明本单位当月没有应当报送的决定；事后收到当月决定的，通报为瞒报。",
                    "You say that your department decided nothing that month that must be handed in; a decision of the month "
                        + "that comes in later is named as concealed."),
                duty: .submit,
                fields: [
                    FormField(
                        "month", Label("月份", "Month"),
                        .choice(months.map { FormField.Choice($0.description, $0.title) })),
                    FormField(
                        "signer", Label("签发的负责人", "Head who signed it"),
                        hint: Label("填写姓名", "Their name"), .line(upTo: 50)),
                ])
        ]
    }

    /// The months that are over and of which nothing was said, the latest first.
    private func open(for officer: Officer, on day: Day, in reader: Reader) throws -> [Month] {
        let last = Month(of: day) + -1
        let first = last + (1 - ZeroReportCases.monthsBack)
        let said = Set(
            try reader.zeroReports(from: first, through: last, department: officer.organ).map(\.report.month))
        return Month.span(first, last).reversed().filter { !said.contains($0) }
    }

    func open(
        _ action: String, _ values: FormValues, by officer: Officer, id: String, on day: Day, in reader: Reader
    ) throws -> [Event] {
        guard let month = values["month"].flatMap({ Month($0) }) else { throw ZeroReportProblem.noMonth }
        let known = try !reader.zeroReports(from: month, through: month, department: officer.organ).isEmpty
        return [
            .zero(
                try ZeroReport(
                    id: id, of: officer.organ, month: month, signer: values["signer"], by: officer, on: day,
                    known: known, held: try reader.heldDecisions(of: officer.organ, in: month)))
        ]
    }

    func waiting(for officer: Officer, on day: Day, in reader: Reader) throws -> [WaitingCase] { [] }

    func sheet(
        _ id: String, for officer: Officer, duties: Set<Duty>, on day: Day, in reader: Reader
    ) throws -> CaseSheet? {
        guard let zero = try reader.zeroReport(id), officer.acts(for: zero.report.department) else { return nil }
        let (report, name) = (zero.report, rules.departments[officer.organ]?.name(on: day)?.full)
        let department = name ?? Label(officer.organ, officer.organ)
        return CaseSheet(
            id: id, kind: Label("零报告", "Zero report"),
            title: Label("\(report.month.title.chinese)零报告", "Zero report of \(report.month)"),
            subject: (key: officer.organ, name: department.chinese),
            stage: zero.concealed == 0
                ? Label("已报", "Handed in") : Label("其后收到当月决定", "Decisions of the month came in later"),
            isClosed: true,
            facts: [
                CaseSheet.Fact(Label("报送单位", "Department"), department),
                CaseSheet.Fact(
                    Label("月份", "Month"), report.month.title,
                    path: "/departments/\(report.department)?month=\(report.month)"),
                CaseSheet.Fact(Label("签发人", "Signed by"), Label(report.signer, report.signer)),
                CaseSheet.Fact(
                    Label("其后收到的当月决定", "Decisions of the month that came in later"),
                    Label("\(zero.concealed) 条", "\(zero.concealed)")),
            ],
            clocks: [],
            steps: [
                CaseSheet.Step(
                    day: report.day, words: Label("作零报告", "Zero report handed in"), by: report.officer.name,
                    position: zero.position)
            ], actions: [])
    }

    func act(
        _ action: String, in id: String, _ values: FormValues, by officer: Officer, on day: Day, in reader: Reader
    ) throws -> [Event] { throw ZeroReportProblem.done }
}
