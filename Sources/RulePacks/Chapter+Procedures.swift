import Credit

extension CodeSpace {
    /// 名单认定程序.
    static let procedure = CodeSpace(chinese: "认定程序", english: "procedure of listing")
}

extension Chapter {
    /// 名单认定程序: a file is a procedure; read after the lists, since none of dishonesty may go without notice.
    static var procedures: Chapter {
        Chapter(folder: "procedures") { files, rules in
            let lists = rules.lists
            rules.procedures = Register(files.compactMap { file in file.run { procedure($0, lists) } })
        }
    }

    private static func procedure(_ strict: Strict, _ lists: Register<ListRule>) -> ListingProcedure? {
        let code = strict.fileCode(.procedure)
        let kinds = strict.words("kinds", of: ListKind.self, required: !strict.has("lists")) ?? []
        let own = strict.references("lists", to: .list, required: false) ?? []
        let notice = strict.dated("notice") { $0.word("duty", of: ListingProcedure.NoticeDuty.self) }
        let answer = strict.dated("answer", required: false, answerTerm)
        let hearing = strict.dated("hearing", required: false) {
            $0.word("duty", of: ListingProcedure.HearingDuty.self)
        }
        let chain = strict.dated("chain") { $0.items("steps", step) }
        let (noticeForm, decisionForm) = (
            strict.part("notice-paper", required: false) { form($0, ListingPaperForm.noticeBlanks) },
            strict.part("decision-paper") { form($0, ListingPaperForm.decisionBlanks) }
        )
        let note = strict.part("note", required: false) { $0.label("chinese", "english") }
        let holdsBlack = kinds.contains(.black) || own.contains { lists[$0]?.kind == .black }
        if holdsBlack, let notice, notice.steps.contains(where: { $0.value == .notOwed }) {
            strict.refuse(
                "notice", code: "PACK-194", value: ListingProcedure.NoticeDuty.notOwed.rawValue,
                message: Label("失信名单没有告知就列入。", "a list of dishonesty would list without notice."),
                remedy: Label("失信名单须事先告知（R4），请改为 owed。", "Notice is owed before listing (R4); say `owed`."))
        }
        if let chain { check(chain, strict, holdsBlack: holdsBlack) }
        guard let code, let notice, let chain, let decisionForm else { return nil }
        return ListingProcedure(
            code: code, kinds: kinds, lists: own, notice: notice, answer: answer, hearing: hearing, chain: chain,
            noticeForm: noticeForm, decisionForm: decisionForm, note: note)
    }

    /// No step twice, and on a list of dishonesty at least one that another person signs.
    private static func check(_ chain: Dated<[SignOffStep]>, _ strict: Strict, holdsBlack: Bool) {
        for part in chain.steps {
            let codes = part.value.map(\.code)
            if Set(codes).count < codes.count {
                strict.refuse(
                    "chain", code: "PACK-191", value: codes.joined(separator: " "),
                    message: Label("同一审批环节出现两次。", "a step of the sign-off stands there twice."),
                    remedy: Label("每个环节只写一次。", "Name each step once."))
            }
            if holdsBlack, !part.value.contains(where: \.isOther) {
                strict.refuse(
                    "chain", code: "PACK-192", value: codes.joined(separator: " "),
                    message: Label("失信名单的审批没有须由他人签署的环节。", "nobody else need sign on a list of dishonesty."),
                    remedy: Label("请至少有一个环节写 other: true。", "Let at least one step say `other: true`."))
            }
        }
    }

    private static func answerTerm(_ strict: Strict) -> CaseClock.Term? {
        enum Unit: String, CaseIterable {
            case workingDays = "working-days"
            case days
        }
        let (count, unit) = (strict.number("count", in: 1...365), strict.word("unit", of: Unit.self))
        guard let count, let unit else { return nil }
        return unit == .days ? .days(count) : .workingDays(count)
    }

    private static func step(_ strict: Strict) -> SignOffStep? {
        let code = strict.text("step", atMost: 40)
        if let code, !CodeForm.word.allows(code) { strict.refuse("step", .badCode, value: code) }
        let (title, other) = (strict.label(), strict.truth("other"))
        guard let code, let title, let other else { return nil }
        return SignOffStep(code: code, title: title, isOther: other)
    }

    private static func form(_ strict: Strict, _ blanks: [String]) -> ListingPaperForm? {
        let title = strict.label("title", "english")
        let paragraphs = strict.items("paragraphs") { $0.label("chinese", "english") }
        guard let title, let paragraphs else { return nil }
        let form = ListingPaperForm(title: title, paragraphs: paragraphs)
        guard let unknown = form.unknownBlanks(blanks), unknown.isEmpty else {
            strict.refuse(
                "paragraphs", code: "PACK-193",
                value: (form.unknownBlanks(blanks) ?? ["{"]).joined(separator: " "),
                message: Label("文书中有不认识或者没有写完的空格。", "a blank of the paper is not known or not closed."),
                remedy: Label(
                    "可用：\(blanks.joined(separator: "、"))。", "Use any of: \(blanks.joined(separator: ", ")).")
            )
            return nil
        }
        return form
    }
}
