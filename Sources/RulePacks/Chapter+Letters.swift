import Credit

extension CodeSpace {
    /// 案件文书格式.
    static let caseLetter = CodeSpace(chinese: "案件文书格式", english: "form of a case’s letter")
    /// 发文字号系列.
    static let letterSeries = CodeSpace(chinese: "发文字号系列", english: "series of letter numbers")
    /// 送达规则.
    static let delivery = CodeSpace(chinese: "送达规则", english: "rule of service")
}

extension Chapter {
    /// 发文字号系列: a file is a register that every organ keeps.
    static var letterSeries: Chapter {
        .of("letter-series", into: \.letterSeries) { strict in
            let (code, title, source) = (strict.fileCode(.letterSeries), strict.label("title"), strict.source())
            let pattern = strict.text("pattern", atMost: 60)
            let words = strict.items("words", required: false) { word -> (String, String)? in
                let (organ, text) = (
                    word.reference("department", to: .department), word.text("word", atMost: 20)
                )
                guard let organ, let text else { return nil }
                return (organ, text)
            }
            if let pattern, Set(LetterForm.blanks(in: pattern) ?? []) != Set(LetterSeries.blanks) {
                strict.refuse(
                    "pattern", code: "PACK-200", value: pattern,
                    message: Label(
                        "字号格式须有机关代字、年份和序号，且只有这些空格。", "a number needs word, year and number, and no other blank."),
                    remedy: Label("例如：{word}〔{year}〕{number}号。", "Such as {word}〔{year}〕{number}号."))
            }
            let organs = (words ?? []).map(\.0)
            for (index, organ) in organs.enumerated() where organs[..<index].contains(organ) {
                strict.refuse("words", .duplicateCode(organ, first: strict.place("words")), value: organ)
            }
            guard let code, let title, let pattern, let source else { return nil }
            return LetterSeries(
                code: code, title: title, pattern: pattern,
                words: Dictionary(words ?? []) { first, _ in first }, source: source)
        }
    }

    /// 案件文书格式: a file is a letter; read after the registers.
    static var caseLetters: Chapter {
        Chapter(folder: "case-letters") { files, rules in
            var seen: [LetterOccasion: String] = [:]
            let forms = files.compactMap { file in
                file.run { strict -> CaseLetterForm? in
                    guard let form = caseLetter(strict) else { return nil }
                    if let other = seen[form.occasion] {
                        strict.refuse("occasion", .duplicateCode(other, first: strict.place("occasion")))
                    }
                    seen[form.occasion] = form.code
                    return form
                }
            }
            rules.caseLetters = Register(forms)
        }
    }

    private static func caseLetter(_ strict: Strict) -> CaseLetterForm? {
        let (code, title, source) = (strict.fileCode(.caseLetter), strict.label("title"), strict.source())
        let occasion = strict.word("occasion", of: LetterOccasion.self)
        let series = strict.reference("series", to: .letterSeries)
        let paragraphs = strict.items("paragraphs") { $0.label("chinese", "english") }
        let recourse = strict.items("recourse") { $0.label("chinese", "english") }
        guard let code, let title, let occasion, let series, let paragraphs, let recourse, let source else {
            return nil
        }
        let form = CaseLetterForm(
            code: code, occasion: occasion, series: series, title: title, paragraphs: paragraphs, recourse: recourse,
            source: source)
        let unknown = form.unknownBlanks()
        if unknown.map({ !$0.isEmpty }) ?? true {
            let known = (LetterOccasion.commonBlanks + occasion.blanks).map { "{\($0)}" }.joined(separator: " ")
            strict.refuse(
                "paragraphs", code: "PACK-201", value: (unknown ?? ["{"]).joined(separator: " "),
                message: Label("花括号中的空白名不认识，或没有成对。", "a blank in braces is unknown, or a brace is not closed."),
                remedy: Label("可用：\(known)。", "Use: \(known)."))
        }
        return form
    }

    /// 送达规则: a file is a way of service.
    static var deliveries: Chapter {
        .of("deliveries", into: \.deliveries) { strict in
            let (code, source) = (strict.fileCode(.delivery), strict.source())
            let note = strict.part("note") { $0.label("chinese", "english") }
            let way = code.flatMap { Delivery.Way(rawValue: $0) }
            if let code, way == nil {
                let known = Delivery.Way.allCases.map(\.rawValue)
                strict.refuse("code", .unknownWord(allowed: known, near: nil), value: code)
            }
            let days = strict.dated("days", required: way == .announcement) { $0.number("value", in: 30...365) }
            if let way, way != .announcement, strict.has("days") {
                strict.refuse(
                    "days", code: "PACK-202", value: way.rawValue,
                    message: Label("只有公告送达有公告期。", "only an announcement stands for some days."),
                    remedy: Label("请删去 days。", "Leave days out."))
            }
            guard let code, let way, let note, let source else { return nil }
            return DeliveryRule(code: code, way: way, note: note, days: days, source: source)
        }
    }
}

extension ExampleKind {
    /// `letterNumber: { series: general, organ: development-reform, year: 2026, after: 2, expect: … }`.
    static let letterNumber = ExampleKind(key: "letter-number") { strict in
        let series = strict.reference("series", to: .letterSeries)
        let organ = strict.reference("organ", to: .department)
        let (year, after) = (strict.number("year", in: 2000...2100), strict.number("after", in: 0...99_999))
        let expect = strict.text("expect", atMost: 60)
        guard let series, let organ, let year, let after, let expect else { return nil }
        return Example(covers: ["letter-series/\(series).yaml"], expect: expect) { rules in
            let short = Day(year: year, month: 1, day: 1).flatMap { rules.departments[organ]?.name(on: $0)?.short }
            return rules.letterSeries[series]?.number(of: organ, short: short ?? organ, year: year, after: after).text
                ?? "unknown"
        }
    }

    /// `case-letter: { code: …, fill: { reason: … }, says: … }`: its last paragraph but the recourse.
    static let caseLetter = ExampleKind(key: "case-letter") { strict in
        let code = strict.reference("code", to: .caseLetter)
        let fill = strict.pairs("fill", required: false) ?? []
        let (line, says) = (strict.number("line", in: 1...40), strict.text("says"))
        guard let code, let line, let says else { return nil }
        return Example(covers: ["case-letters/\(code).yaml"], expect: says) { rules in
            guard let form = rules.caseLetters[code] else { return "unknown" }
            let values = Dictionary(fill.map { ($0.name, Label($0.value, $0.value)) }) { first, _ in first }
            let matter = LetterMatter(form.occasion, to: Label("某单位", "a body"), values, since: 0)
            let text = form.text(matter, organ: Label("某机关", "an organ"), common: values)
            return text.chinese.indices.contains(line - 1) ? text.chinese[line - 1] : "none"
        }
    }

    /// `delivery: { way: announcement, begun: 2026-06-01, expect: 2026-07-01 }`: the day it counts as service.
    static let delivery = ExampleKind(key: "delivery") { strict in
        let (way, begun) = (strict.reference("way", to: .delivery), strict.day("begun"))
        let expect = strict.text("expect", atMost: 40)
        guard let way, let begun, let expect else { return nil }
        return Example(covers: ["deliveries/\(way).yaml"], expect: expect) { rules in
            guard let rule = rules.deliveries[way] else { return "unknown" }
            guard rule.way == .announcement else { return "by-proof" }
            return rule.days?.value(on: begun).map { (begun + $0).description } ?? "unknown"
        }
    }
}
