import Credit

/// 权利说明: what the software refuses to do, in plain words, and how far each rule is kept by what is built.
struct RightsPage: Page {
    static let template = "rights"

    var title: Label { .both("本平台不做的事", "What this software refuses to do") }
    var canonicalPath: String? { "/rights" }
    var section: PortalSection? { .guide }

    /// 一条规则.
    struct Rule: Shown {
        let id: String
        let title: Label
        let words: Label

        init(_ id: String, _ title: Label, _ words: Label) {
            self.id = id
            self.title = title
            self.words = words
        }

        func show(on tape: inout Tape) {
            let standing = RightsStanding.of(id)
            tape.put("id", id)
            tape.put("title", title)
            tape.put("words", words)
            tape.put("state", standing.word)
            tape.put("stateTitle", standing.title)
            tape.put(words: "missing", standing.missing)
            tape.draw { $0.put("sign", standing.sign) }
        }
    }

    func show(on tape: inout Tape) { tape.put("rules", Self.rules) }

    static let rules: [Rule] = [
        Rule(
            "R1", .both("不给个人打分", "No scores for people"),
            .both(
                "自然人、个体工商户和个人独资企业，一律不评分、不评级、不排名、不标颜色。",
                "Natural persons, sole traders and sole proprietorships are never scored, graded, ranked or coloured.")),
        Rule(
            "R2", .both("目录之外不归集", "Nothing outside the catalogue"),
            .both(
                "当日有效的目录没有列明的信息、字段和措施，系统拒绝接收。",
                "What the catalogue in force that day does not name is refused.")),
        Rule(
            "R3", .both("没有文书，就没有不利信息", "Nothing adverse without its paper"),
            .both(
                "每一条处罚、列入和措施，都写明决定机关、文书号、日期、依据和终止条件。",
                "Every penalty, list entry and measure names who decided it, its number, day, legal basis and its end.")
        ),
        Rule(
            "R4", .both("不自动列入名单", "Nobody is listed by a machine"),
            .both(
                "列入名单须先告知、留足申辩时间、由具名人员决定、送达并告知救济；计时器、次数和分数都不能列入任何人。",
                "A listing needs notice, time to answer, a named officer’s decision, service and the remedy told. "
                    + "No timer, count or score lists anybody.")),
        Rule(
            "R5", .both("依据消失，后果随之终止", "An effect ends with its base"),
            .both(
                "决定被撤销、公示结束时，建立在它之上的后果在同一时刻终止，并通知持有副本的单位。",
                "When a decision is annulled or its publication ends, what rests on it ends in the same moment, and "
                    + "those who hold copies are told.")),
        Rule(
            "R6", .both("公示有期限", "Publication is a period"),
            .both(
                "公示期由当时有效的规则决定，新规则只能缩短、不能延长；到期后任何公开渠道都不再给出内容，公开日志也不例外。",
                "The rule in force sets the period; a later rule may shorten it and never lengthens it. Afterwards no "
                    + "public channel gives the content, the public log included.")),
        Rule(
            "R7", .both("有异议，立即标注", "An objection shows at once"),
            .both(
                "异议提出后，页面、接口、报告和下载文件同时标注；处理期间不据此新增裁量性的后果。",
                "Page, interface, report and bulk file mark it together; while it is open no new discretionary effect "
                    + "rests on the record.")),
        Rule(
            "R8", .both("命中只是提示", "A hit informs, an officer decides"),
            .both(
                "系统只说明法律规定了什么、哪些情况未知；由工作人员决定并签名。",
                "The software says what the law binds and what is unknown. The officer decides and signs.")),
        Rule(
            "R9", .both("看了就留痕", "Every look leaves a trace"),
            .both(
                "查看非公开信息必须有事由和事项编号，并留下记录，被查看者可以看到。",
                "A look at non-public data needs a purpose and a matter number, is recorded, and can be seen by the "
                    + "one looked at.")),
        Rule(
            "R10", .both("保护个人信息", "Personal data is protected"),
            .both(
                "个人证件号码加密保存、遮盖显示，不出现在地址、日志和下载文件中；不能用姓名查人，也不能用法定代表人查企业。",
                "Identity numbers are encrypted, masked, and absent from addresses, logs and files. No person is "
                    + "found by name, no company by its legal representative.")),
        Rule(
            "R11", .both("结论说得清", "Every result explains itself"),
            .both(
                "每一个结论都附上所用事实、规则版本、条款、算法、申诉途径和最短的合法退出途径。",
                "Each result comes with its facts, rule version, article, arithmetic, how to contest it and the "
                    + "shortest lawful way out.")),
        Rule(
            "R12", .both("历史不能悄悄改写", "History cannot be rewritten unseen"),
            .both(
                "每一次变更都进入公开的、可验证的日志；依法删除的内容只留下可验证的空位。",
                "Every change enters a public log that anybody can verify; lawful erasure leaves a provable stub.")),
        Rule(
            "R13", .both("“未知”不等于“没有”", "“Unknown” is not “nothing found”"),
            .both(
                "缺少数据、日历或规则时直说未知，从不猜测。",
                "Where data, a calendar or a rule is missing, the answer is “unknown”, never a guess.")),
        Rule(
            "R14", .both("修复不收费", "Repair costs nothing"),
            .both(
                "信用修复不收费、不强制培训、不需要中介。", "No fee, no paid course, no agent is needed to repair a record.")),
        Rule(
            "R15", .both("不以处罚论成绩", "No incentive to punish"),
            .both(
                "统计只看及时、准确、异议纠正和办理天数，不以处罚数量为成绩。",
                "Statistics measure timeliness, accuracy, upheld objections and days to correct; none counts "
                    + "sanctions as success.")),
        Rule(
            "R16", .both("不涉未成年人，不牵连亲属", "No minors, no relatives"),
            .both(
                "涉及未成年人的信息拒绝接收；任何措施都不及于他人的亲属。",
                "A row about a minor is refused; no measure binds anybody for another’s conduct.")),
    ]
}
