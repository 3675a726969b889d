import Credit
import Hummingbird

/// A look at the cases of other organisations.
extension OfficeTurn {
    /// 查阅: shows a case of another organisation once purpose and matter number are known, with nothing to be done in it.
    mutating func inspect(_ id: String, _ session: OfficeSession) async throws -> Answer {
        var form = try await form(.inspect(id), session)
        let check = FormCheck(fields: form.action.fields)
        let posted = try await posted(most: check.mostBytes)
        try checkToken(posted.values, session)
        let session = try await renewed(session)
        form.values = check.tidied(posted.values)
        form.faults = check.faults(form.values, posted)
        let values = FormValues(form.values)
        guard form.faults.isEmpty, let purpose = values["purpose"], let matter = values["matter"] else {
            form.values = FormCheck.shownAgain(form.values)
            return try await page(form)
        }
        guard let sheet = try await entrance.run({ try $0.inspect(id, by: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        sight.note(OfficeLook(subject: sheet.subject.key, purpose: purpose, matter: matter))
        return try await page(
            CasePage(bar: bar(session, .queue), sheet: sheet, rules: portal.rules, today: today))
    }

    static let inspection = CaseAction(
        code: "inspect", title: .both("查阅非本单位案卷", "Inspect a case of another organisation"),
        warning: .both(
            "查阅人、单位、用途和事由编号记入访问记录，被查阅的主体可以要求提供。",
            "Who looks, for which organisation, purpose and matter is recorded, and the subject may ask for the record."
        ),
        duty: .inspect,
        fields: [
            FormField("purpose", .both("用途", "Purpose"), .line(upTo: 100)),
            FormField(
                "matter", .both("事由编号", "Matter number"),
                hint: .both("如案号、文号、任务编号；不填写身份证件号码", "Of the case, paper or task; no identity numbers"),
                .line(upTo: 100)),
        ])
}
