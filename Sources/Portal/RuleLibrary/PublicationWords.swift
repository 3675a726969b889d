import Credit

extension PublicationRule.GradeStep {
    /// The whole step in a sentence.
    var words: Label {
        let parts = [
            (Label("轻微", "light"), light), (Label("一般", "general"), general), (Label("严重", "serious"), serious),
        ].map { name, months in
            let term = Self.words(months)
            return Label(name.chinese + term.chinese, name.english + " " + term.english)
        }
        return .both(
            parts.map(\.chinese).joined(separator: "，") + "；" + summary.words.chinese,
            parts.map(\.english).joined(separator: ", ") + "; " + summary.words.english)
    }

    /// A period of so many months from the decision; nil for none.
    static func words(_ months: Int?) -> Label {
        guard let months else { return .both("不公示", "not published") }
        return .both("最长 \(months) 个月", "up to \(months) months")
    }
}

extension PublicationRule.SummaryProcedure {
    var words: Label {
        switch self {
        case .byKind: .both("简易程序按处罚种类对待", "summary procedure by the kind of penalty")
        case .light: .both("简易程序一律按轻微", "summary procedure counts as light")
        case .notCollected: .both("简易程序的不归集", "summary procedure is not collected")
        }
    }
}

extension PublicationRule {
    /// What the rule says, in a sentence; rules by grade say it step by step.
    var words: Label {
        switch self {
        case .standing: .both("随主体长期公示", "shown as long as the subject is")
        case .whileValid: .both("公示至有效期届满", "published to the last day of validity")
        case .whileListed:
            .both(
                "公示至有效期届满；未定期限的至移出，到期复核", "published to the last day of validity, else until cured with a day of review"
            )
        case .byGrade: .both("按失信程度公示，见各版本", "published by grade, as each version says")
        case .never: .both("不公示，只共享", "never published, shared only")
        }
    }
}
