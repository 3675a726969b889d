extension RecordPresentation {
    /// 公示说明: the sentences that explain until when a record is published, or why it is not (R3, R6, R11).
    ///
    /// - Parameter day: the day of reading; what was to be looked at again before it is said to be overdue.
    public func reason(of publication: Publication, decided: Day?, received: Day, on day: Day) -> Label {
        guard case .until(let last) = publication.period else {
            if case .none(let reason) = publication.period { return reason.words }
            return Label("", "")
        }
        if let rule = publication.rule, let byRule = publication.lastDayByRule {
            return arithmetic(
                publication, rule, byRule: byRule, last: last, decided: decided ?? received)
        }
        let words = RecordPresentation.sentence(publication.end, on: day)
        guard last < .endless, publication.end != .lastDay else {
            return last < .endless
                ? Label("公示至有效期届满之日 \(last)。", "Published until its last day of validity, \(last).") : words
        }
        return words + Label("报送的公示截止期为 \(last)，公示到该日为止。", " The department asked for publication until \(last) only.")
    }

    private static func sentence(_ end: Publication.End, on day: Day) -> Label {
        switch end {
        case .standing: Label("登记信息随主体长期公示。", "Basic facts are shown as long as the subject is.")
        case .lastDay: Label("", "")
        case .withoutEnd:
            Label("长期有效，没有截止日，随之长期公示。", "Valid without an end, and published as long as it is valid.")
        case .untilCured(let review):
            Label("公示到整改移出为止，最迟于 \(review) 复核。", "Published until cured; reviewed at the latest on \(review).")
                + overdue(review, on: day)
        case .byArticle(let review):
            Label(
                "公示到所依条款规定的情形终止为止，最迟于 \(review) 复核。",
                "Published until the article it rests on ends it; reviewed at the latest on \(review).")
                + overdue(review, on: day)
        }
    }

    /// The day of review ends nothing by itself; that it went by is said and not passed over (R13).
    private static func overdue(_ review: Day, on day: Day) -> Label {
        guard day > review else { return Label("", "") }
        return Label(
            "复核日已过，本平台尚未收到复核结果或者移出决定；复核日本身不使列入终止，可以向决定机关查询或者提出异议。",
            " That day has gone by and neither its result nor a removal has reached this platform. It ends nothing by "
                + "itself; ask the organ that decided, or file an objection.")
    }

    /// 失信程度, months, the day by the rule of the decision, and by what that was shortened.
    private func arithmetic(
        _ publication: Publication, _ rule: String, byRule: Day, last: Day, decided: Day
    ) -> Label {
        let grade = publication.grade.map(\.title) ?? Label("", "")
        let derived =
            publication.gradeDerived
            ? Label("（按处罚种类推定）", " (derived from the kinds of penalty)") : Label("", "")
        let step = step(rule)
        let months = publication.grade.flatMap { step?.months(for: $0) }.map { "\($0)" } ?? "?"
        let document = step?.source.document ?? rule
        let shortened =
            last < byRule
            ? shortening(publication, rule, last: last, decided: decided) : Label("", "")
        return Label(
            "失信程度“\(grade.chinese)”\(derived.chinese)：决定日 \(decided) + \(months) 个月 = \(byRule)"
                + "（\(document)）\(shortened.chinese)。",
            "Gravity “\(grade.english)”\(derived.english): decided \(decided) + \(months) months = \(byRule) "
                + "(\(document))\(shortened.english).")
    }

    /// Which later rule shortened it, or that the department asked for it.
    private func shortening(
        _ publication: Publication, _ rule: String, last: Day, decided: Day
    ) -> Label {
        if let by = publication.shortening {
            return Label(
                "；\(by.rule)（\(by.source.document)，\(by.from) 起施行）将其缩短到 \(last)，\(by.recorded) 启用该规则时重新计算，日志位置 \(by.position)",
                "; shortened to \(last) by \(by.rule) (\(by.source.document), in force from \(by.from)), worked out on "
                    + "\(by.recorded) when that rule came into use, log position \(by.position)")
        }
        if case .byGrade(let steps) = kind.publication, let grade = publication.grade,
            let first = steps.firstIndex(where: { $0.version == rule }),
            let period = PublicationRule.period(of: steps, from: first, grade: grade, decided: decided),
            period.last == last, let by = period.shortenedBy
        {
            return Label(
                "；\(by.version)（\(by.source.document)，\(by.from) 起施行）将其缩短到 \(last)",
                "; shortened to \(last) by \(by.version) (\(by.source.document), in force from \(by.from))")
        }
        return Label(
            "；报送的公示截止期将其缩短到 \(last)", "; shortened to \(last) by the term the department handed in")
    }

    private func step(_ version: String) -> PublicationRule.GradeStep? {
        guard case .byGrade(let steps) = kind.publication else { return nil }
        return steps.first { $0.version == version }
    }
}

extension Label {
    fileprivate static func + (left: Label, right: Label) -> Label {
        Label(left.chinese + right.chinese, left.english + right.english)
    }
}

extension Publication.End {
    /// 公示终止, short, as lists and headings show it where there is no last day.
    public var title: Label {
        switch self {
        case .standing: Label("随主体长期公示", "as long as the subject is shown")
        case .lastDay: Label("到期为止", "until its last day")
        case .withoutEnd: Label("长期", "no end of validity")
        case .untilCured(let day):
            Label("整改移出为止，最迟于 \(day) 复核", "until cured; reviewed at the latest on \(day)")
        case .byArticle(let day):
            Label("依所依条款终止，最迟于 \(day) 复核", "until its article ends it; reviewed at the latest on \(day)")
        }
    }
}
