import Credit

extension CodeSpace {
    /// 监测指标版本.
    static let monitoringEdition = CodeSpace(chinese: "监测指标版本", english: "edition of the monitoring indicators")
    /// 函件格式.
    static let letter = CodeSpace(chinese: "函件格式", english: "letter")
}

extension Chapter {
    /// 城市信用监测指标: a file is an edition.
    static var monitoring: Chapter {
        .of("monitoring", into: \.monitoring, sortedBy: { $0.issued < $1.issued }) { strict in
            let code = strict.fileCode(.monitoringEdition, form: .digits)
            let (title, issued, source) = (strict.label("title"), strict.day("issued"), strict.source())
            let note = strict.part("note") { $0.label("chinese", "english") }
            let indicators = strict.items("indicators", indicator)
            guard let code, let title, let issued, let source, let note, let indicators else { return nil }
            for (position, entry) in indicators.enumerated() {
                let before = indicators[..<position]
                if before.contains(where: { $0.code == entry.code }) {
                    strict.refuse("indicators", .duplicateCode(entry.code, first: strict.place("indicators")))
                }
                let isPlaced = before.contains { $0.code == entry.parent && $0.level == entry.level - 1 }
                if entry.level == 1 ? entry.parent != nil : !isPlaced {
                    strict.refuse(
                        "indicators", code: "PACK-145", value: entry.code,
                        message: Label(
                            "指标“\(entry.code)”没有列在上一级指标之后。",
                            "indicator “\(entry.code)” does not follow one of the level above."),
                        remedy: Label("请核对 level 与 parent。", "Check its level and its parent."))
                }
            }
            return MonitoringEdition(
                code: code, title: title, issued: issued, source: source, note: note, indicators: indicators)
        }
    }

    private static func indicator(_ strict: Strict) -> MonitoringEdition.Indicator? {
        let (code, level) = (strict.text("code", atMost: 8), strict.number("level", in: 1...3))
        let (name, parent) = (strict.label(), strict.text("parent", required: false, atMost: 8))
        let points = strict.number("points", in: 1...100, required: false)
        let figures = strict.items("figures", required: false, figure) ?? []
        let missing = strict.part("missing", required: false) { $0.label("chinese", "english") }
        guard let code, let level, let name else { return nil }
        if level == 3, figures.isEmpty, missing == nil {
            strict.refuse(
                "missing", code: "PACK-146", value: code,
                message: Label("指标既没有算法，也没有写明为什么不能算。", "it has no figure, and no reason why not."),
                remedy: Label("请写 figures 或 missing。", "Give figures, or say what is missing."))
        }
        return MonitoringEdition.Indicator(
            code: code, level: level, name: name, parent: parent, points: points, figures: figures, missing: missing)
    }

    private static func figure(_ strict: Strict) -> MonitoringEdition.Figure? {
        let measure = strict.word("measure", of: MonitoringEdition.Measure.self)
        let formula = strict.label("chinese", "english")
        guard let measure, let formula else { return nil }
        return MonitoringEdition.Figure(measure: measure, formula: formula)
    }

    /// 函件格式: a file is a letter.
    static var letters: Chapter {
        .of("letters", into: \.letters) { strict in
            let (code, title, source) = (strict.fileCode(.letter), strict.label("title"), strict.source())
            let sender = strict.reference("sender", to: .department)
            let parts = ["opening", "missing", "late", "ask-missing", "ask-late", "closing"].map { key in
                strict.part(key) { paragraph($0, key) }
            }
            guard let code, let title, let sender, let source, let opening = parts[0], let missing = parts[1],
                let late = parts[2], let askMissing = parts[3], let askLate = parts[4],
                let closing = parts[5]
            else { return nil }
            return LetterForm(
                code: code, title: title, sender: sender, source: source, opening: opening, missing: missing,
                late: late,
                askMissing: askMissing, askLate: askLate, closing: closing)
        }
    }

    private static func paragraph(_ strict: Strict, _ key: String) -> Label? {
        let label = strict.label("chinese", "english")
        for (name, text) in [("chinese", label?.chinese), ("english", label?.english)] {
            guard let text else { continue }
            let blanks = LetterForm.blanks(in: text)
            if let blanks, blanks.allSatisfy(LetterForm.blanks.contains) { continue }
            let known = LetterForm.blanks.map { "{\($0)}" }.joined(separator: " ")
            strict.refuse(
                name, code: "PACK-144", value: text,
                message: Label("花括号中的空白名不认识，或没有成对。", "a blank in braces is unknown, or a brace is not closed."),
                remedy: Label("可用：\(known)。", "Use: \(known)."))
        }
        return label
    }
}

extension ExampleKind {
    /// `indicator: { edition: "2020", code: "3", parent: A2, figures: 2 }`.
    static let indicator = ExampleKind(key: "indicator") { strict in
        let edition = strict.reference("edition", to: .monitoringEdition)
        let (code, parent) = (strict.text("code", atMost: 8), strict.text("parent", atMost: 8))
        let figures = strict.number("figures", in: 0...9)
        guard let edition, let code, let parent, let figures else { return nil }
        return Example(covers: ["monitoring/\(edition).yaml"], expect: "\(parent) \(figures)") { rules in
            let found = rules.monitoring[edition]?.indicators.first { $0.code == code }
            return found.map { "\($0.parent ?? "") \($0.figures.count)" } ?? "unknown"
        }
    }

    /// `letter: { code: reminder, kind: 行政许可, rows: "3", days: "7", says: … }`: its sentence on late rows.
    static let letter = ExampleKind(key: "letter") { strict in
        let code = strict.reference("code", to: .letter)
        let (kind, rows) = (strict.text("kind"), strict.text("rows"))
        let (days, says) = (strict.text("days"), strict.text("says"))
        guard let code, let kind, let rows, let days, let says else { return nil }
        return Example(covers: ["letters/\(code).yaml"], expect: says) { rules in
            guard let form = rules.letters[code] else { return "unknown" }
            let values = ["kind": kind, "rows": rows, "days": days].mapValues { Label($0, $0) }
            return LetterForm.fill(form.late, values).chinese
        }
    }
}
