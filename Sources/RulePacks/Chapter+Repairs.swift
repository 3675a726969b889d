import Credit

extension CodeSpace {
    /// 信用修复规则.
    public static let repairRule = CodeSpace(chinese: "信用修复规则", english: "version of the rules of repair")
}

extension Chapter {
    /// 信用修复规则: a file is a version.
    static var repairs: Chapter {
        Chapter(folder: "repairs") { files, rules in
            let read = files.compactMap { strict in strict.run(rule).map { (strict, $0) } }
            let kinds = rules.kinds
            for (strict, rule) in read { agree(rule, with: kinds, strict) }
            let sorted = read.map(\.1).sorted { $0.from < $1.from }
            for (first, second) in zip(sorted, sorted.dropFirst()) where first.from == second.from {
                let place = read.first { $0.1.code == second.code }
                place?.0.refuse("from", .stepsOutOfOrder)
            }
            rules.repairs = Register(sorted)
        }
    }

    /// The longest publication of a class must be that of the records' own rule: two answers to one question are a
    /// mistake of the pack.
    private static func agree(_ rule: RepairRule, with kinds: Register<RecordKind>, _ strict: Strict) {
        for kind in kinds {
            guard case .byGrade(let steps) = kind.publication else { continue }
            guard let step = steps.first(where: { $0.version == rule.name.chinese }) else {
                strict.refuse(
                    "name", code: "PACK-180", value: rule.name.chinese,
                    message: Label(
                        "类别“\(kind.code)”的公示规则没有版本“\(rule.name.chinese)”。",
                        "the publication of “\(kind.code)” has no version “\(rule.name.chinese)”."),
                    remedy: Label("版本名称和施行日应与 records/ 一致。", "Name and first day must be those in records/."))
                continue
            }
            let months: [(OffenceGrade, Int?)] = [(.general, step.general), (.serious, step.serious)]
            for (grade, most) in months {
                let longest = rule.classes(of: grade).first?.maximum
                guard step.from != rule.from || longest != most else { continue }
                strict.refuse(
                    "classes", code: "PACK-180", value: grade.rawValue,
                    message: Label(
                        "施行日或者最长公示期与类别“\(kind.code)”的公示规则不一致。",
                        "first day or longest period differ from the publication of “\(kind.code)”."),
                    remedy: Label("请核对文件后改正其中有误的一方。", "Look into the document and correct the wrong one."))
            }
        }
    }

    private static func rule(_ strict: Strict) -> RepairRule? {
        let (code, name) = (strict.fileCode(.repairRule), strict.label())
        let (from, source, office) = (strict.day("from"), strict.source(), strict.reference("office", to: .department))
        let window = strict.part("window") { $0.label("chinese", "english") }
        let decider = strict.word("decider", of: RepairStation.Place.self)
        let chain = strict.items("chain") { part -> RepairStation? in
            let (place, title) = (part.word("place", of: RepairStation.Place.self), part.label("chinese", "english"))
            guard let place, let title else { return nil }
            return RepairStation(place: place, title: title)
        }
        let covers = strict.words("covers", of: RecordFamily.self)
        let applicants = strict.words("applicants", of: RepairRule.Applicant.self)
        let classes = strict.items("classes", repairClass)
        let known = classes?.map(\.code) ?? []
        let conditions = strict.items("conditions") { demand($0, known) }
        let materials = strict.items("materials") { demand($0, known) }
        let terms = strict.items("terms", term)
        let badFaith = strict.part("bad-faith") { part -> RepairRule.BadFaith? in
            let (words, source) = (part.label("chinese", "english"), part.source())
            let months = part.number("months", in: 1...120, required: false)
            guard let words, let source else { return nil }
            return RepairRule.BadFaith(words: words, months: months, source: source)
        }
        let exclusions = strict.items("exclusions", required: false, remark)
        let bankruptcy = strict.part("bankruptcy", required: false, remark)
        let effect = strict.part("effect") { $0.label("chinese", "english") }
        if let chain, let decider, !chain.contains(where: { $0.place == decider }) {
            strict.refuse(
                "decider", code: "PACK-181", value: decider.rawValue,
                message: Label("决定单位不在办理环节中。", "whoever decides is no station of the chain."),
                remedy: Label("请在 chain 中补上该环节。", "Add the station to chain."))
        }
        guard let code, let name, let from, let source, let office, let window, let decider, let chain, let covers,
            let applicants,
            let classes, let conditions, let materials, let terms, let badFaith, let effect
        else { return nil }
        return RepairRule(
            code: code, name: name, from: from, source: source, office: office, window: window, decider: decider,
            chain: chain, covers: covers, applicants: applicants, classes: classes, conditions: conditions,
            materials: materials,
            terms: terms, badFaith: badFaith, exclusions: exclusions ?? [], bankruptcy: bankruptcy, effect: effect)
    }

    private static func repairClass(_ strict: Strict) -> RepairClass? {
        let (code, title) = (word(strict), strict.label("title", "english"))
        let grades = strict.words("grades", of: OffenceGrade.self)
        let when = strict.part("when", required: false) { $0.label("chinese", "english") }
        let minimum = strict.number("minimum", in: 1...120, required: false)
        let maximum = strict.number("maximum", in: 1...120, required: false)
        let isRepairable = strict.truth("repairable", required: false) ?? true
        let source = strict.source()
        if let minimum, let maximum, minimum > maximum {
            strict.refuse(
                "minimum", code: "PACK-182", value: "\(minimum)",
                message: Label("最短公示期长于最长公示期。", "the shortest period is longer than the longest."),
                remedy: Label("请核对文件后改正。", "Look into the document and correct it."))
        }
        guard let code, let title, let grades, let source else { return nil }
        return RepairClass(
            code: code, title: title, grades: grades, when: when, minimum: minimum, maximum: maximum,
            isRepairable: isRepairable, source: source)
    }

    private static func demand(_ strict: Strict, _ known: [String]) -> RepairDemand? {
        let (code, title) = (word(strict), strict.label("title", "english"))
        let classes = strict.texts("classes", required: false, atMost: 40) ?? []
        let (oneOf, period) = (
            strict.text("one-of", required: false, atMost: 40), strict.truth("period", required: false)
        )
        let source = strict.source()
        for name in classes where !known.contains(name) {
            strict.refuse(
                "classes", .unknownWord(allowed: known, near: Likeness.nearest(to: name, among: known)), value: name)
        }
        guard let code, let title, let source else { return nil }
        return RepairDemand(
            code: code, title: title, classes: classes, oneOf: oneOf, isPeriod: period ?? false, source: source)
    }

    private static func term(_ strict: Strict) -> RepairTerm? {
        let (code, title) = (word(strict), strict.label("title", "english"))
        let days = strict.number("working-days", in: 1...250)
        let from = strict.word("from", of: RepairTerm.Moment.self)
        let until = strict.word("until", of: RepairTerm.Moment.self)
        let stops = strict.truth("stops", required: false) ?? false
        let isTarget = strict.truth("target", required: false) ?? false
        let source = strict.source()
        guard let code, let title, let days, let from, let until, let source else { return nil }
        return RepairTerm(
            code: code, title: title, workingDays: days, from: from, until: until, stops: stops, isTarget: isTarget,
            source: source)
    }

    private static func remark(_ strict: Strict) -> RepairRule.Remark? {
        let (words, source) = (strict.label("chinese", "english"), strict.source())
        guard let words, let source else { return nil }
        return RepairRule.Remark(words: words, source: source)
    }

    /// A code within a version, where nothing else refers to it.
    private static func word(_ strict: Strict) -> String? {
        guard let code = strict.text("code", atMost: 40) else { return nil }
        guard CodeForm.word.allows(code) else {
            strict.refuse("code", .badCode, value: code)
            return nil
        }
        return code
    }

    /// 退出渠道: a file for each adverse kind of record.
    static var repairRoutes: Chapter {
        .of("repair-routes", into: \.repairRoutes) { strict in
            let code = strict.reference("code", to: .recordKind)
            if let code, code != strict.file.stem {
                strict.refuse("code", .fileNameDiffers(expected: strict.file.stem), value: code)
            }
            let recogniser = strict.label("recogniser", "english")
            let window = strict.part("window", required: false) { $0.label("chinese", "english") }
            let (byClass, here) = (strict.truth("by-class"), strict.truth("received-here"))
            let note = strict.part("note", required: false) { $0.label("chinese", "english") }
            let source = strict.source()
            guard let code, let recogniser, let byClass, let here, let source else { return nil }
            return RepairRoute(
                code: code, recogniser: recogniser, window: window, isByClass: byClass, isReceivedHere: here,
                note: note, source: source)
        }
    }
}
