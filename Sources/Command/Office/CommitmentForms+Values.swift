import Credit

extension CommitmentForms {
    static let noNumbers = Label("不要填写身份证件号码", "No identity numbers")
    static let reason = FormField("reason", Label("理由", "Reason"), hint: noNumbers, .text(upTo: 2_000))
    static let papers = [
        FormField("number", Label("文号", "Document number"), .line(upTo: 100)),
        FormField("paperDay", Label("文书日期", "Date of the document"), .day),
    ]

    static func file(_ name: String, _ title: Label) -> FormField {
        FormField(
            name, title, .file(types: ["application/pdf", "image/jpeg", "image/png"], most: 20_000_000),
            isRequired: false)
    }

    /// The fields of a term that the pack does not know; none where it does.
    func term(_ clock: CommitmentClock, _ name: String, of matter: String, on day: Day) -> [FormField] {
        if rules.term(clock, of: matter, on: day) != nil { return [] }
        let isRequired = clock != .missing
        let title = clock.title
        return [
            FormField(
                name + "Days", Label("\(title.chinese)（天数）", "\(title.english), days"),
                hint: Label("规则包没有这一期限，须写明天数和所依据的文件", "The pack knows no such term; name the days and what sets them"),
                .line(upTo: 4), isRequired: isRequired),
            FormField(
                name + "Unit", Label("天数按", "Counted in"),
                .choice([
                    .init("working-days", Label("工作日", "working days")), .init("days", Label("自然日", "days")),
                ]), isRequired: isRequired),
            FormField(
                name + "Document", Label("期限所依据的文件", "What sets it"),
                hint: Label("如承诺书条款、部门公布的办事指南", "Such as a clause of the letter, or the department’s guide"),
                .line(upTo: 200), isRequired: isRequired),
        ]
    }

    // MARK: - What the answers mean

    /// The term that was named; nil where none was.
    static func term(_ name: String, _ values: FormValues) -> CommitmentTerm? {
        guard let count = values[name + "Days"].flatMap({ Int($0) }), let document = values[name + "Document"] else {
            return nil
        }
        return CommitmentTerm(
            named: document, term: values[name + "Unit"] == "days" ? .days(count) : .workingDays(count))
    }

    static func lines(_ text: String?) -> [String] { ObjectionForms.lines(text) }

    static func day(_ name: String, _ values: FormValues) throws -> Day {
        guard let day = values.day(name) else { throw CommitmentProblem.empty(Label("日期", "the day")) }
        return day
    }

    static func paper(_ values: FormValues) throws -> ListingPaper {
        ListingPaper(number: values["number"] ?? "", day: try day("paperDay", values))
    }

    static func service(_ values: FormValues) -> Delivery? {
        guard let way = values["way"].flatMap({ Delivery.Way(rawValue: $0) }), let begun = values.day("begun"),
            let served = values.day("served")
        else { return nil }
        return Delivery(way: way, begun: begun, served: served, proof: values["proof"])
    }
}
