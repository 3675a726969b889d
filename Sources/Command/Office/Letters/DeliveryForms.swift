import Credit

/// 文书表单: what is asked when a letter is drawn up, sealed or served; each way of service asks for its own proof.
enum DeliveryForms {
    private static let scanTypes = ["application/pdf", "image/jpeg", "image/png"]
    /// 扫描件上限.
    /// - Unit: bytes
    static let mostScanned = 20 << 20

    private static func file(_ name: String, _ title: Label) -> FormField {
        FormField(name, title, .file(types: scanTypes, most: mostScanned))
    }

    /// 成稿: the draft, to be changed by the officer.
    static func text(_ text: LetterText) -> [FormField] {
        [
            FormField("title", Label("标题", "Title"), .line(upTo: 120), initial: text.title.chinese),
            FormField("addressee", Label("受文者", "To"), .line(upTo: 200), initial: text.addressee.chinese),
            FormField(
                "text", Label("正文", "Text"), hint: Label("每行一段；不要填写身份证件号码", "A paragraph a line; no identity numbers"),
                .text(upTo: 12_000), initial: text.chinese.joined(separator: "\n")),
            FormField(
                "englishTitle", Label("英文标题", "English title"), .line(upTo: 200), isRequired: false,
                initial: text.title.english),
            FormField(
                "english", Label("英文译文", "English text"), .text(upTo: 16_000), isRequired: false,
                initial: text.english.joined(separator: "\n")),
        ]
    }

    /// 用印归档.
    static let sealing = [
        file("scan", Label("用印扫描件", "Scan of the sealed letter")),
        FormField(
            "archive", Label("档号", "Archive number"), hint: Label("本单位不重复", "Once only in your organisation"),
            .line(upTo: 60)),
    ]

    /// 登记送达.
    static func service(_ way: Delivery.Way) -> [FormField] {
        let begun = FormField("begun", Label("送出之日", "Day it was sent"), .day)
        let served = FormField("served", Label("送达之日", "Day of service"), .day)
        let receipt = file("proof", Label("送达回证扫描件", "Scan of the receipt"))
        func line(_ name: String, _ chinese: String, _ english: String) -> FormField {
            FormField(name, Label(chinese, english), .line(upTo: 120))
        }
        let sameDay = FormField("begun", Label("送达之日", "Day of service"), .day)
        switch way {
        case .direct: return [sameDay, line("receiver", "签收人", "Received by"), receipt]
        case .left:
            return [
                sameDay,
                FormField(
                    "witnesses", Label("见证人", "Witnesses"), hint: Label("每行一人", "One a line"), .text(upTo: 300)),
                FormField("reason", Label("留置的原因", "Why it was left"), .text(upTo: 500)), receipt,
            ]
        case .post:
            return [
                begun, served, line("tracking", "邮件编号", "Number of the item"),
                file("proof", Label("邮政回执扫描件", "Scan of the post’s slip")),
            ]
        case .electronic:
            return [
                begun, served, line("channel", "接收系统或者地址", "Where it arrived"),
                file("consent", Label("同意电子送达的确认书", "The recipient’s consent")),
                file("proof", Label("到达凭证", "Proof that it arrived")),
            ]
        case .entrusted:
            return [
                begun, served, line("organ", "受托机关", "Organ entrusted"),
                line("paper", "委托函文号", "Letter that entrusted it"), receipt,
            ]
        case .announcement:
            return [
                FormField(
                    "begun", Label("公告之日", "Day of the announcement"),
                    hint: Label("送达之日按公告期计算，不用填写", "The day of service is worked out from it"), .day),
                line("place", "公告的地方", "Where it was announced"),
                FormField(
                    "reason", Label("公告的原因和经过", "Why by announcement"),
                    hint: Label("写明其他送达方式为什么不能用", "Say why no other way was open"), .text(upTo: 1_000)),
                file("proof", Label("公告样本", "Copy of the announcement")),
            ]
        }
    }

    /// What a step that records a service asks beside the service itself, such as on which of several it was served.
    static func asked(by step: CaseAction?) -> [FormField] {
        (step?.fields ?? []).filter { !["way", "begun", "served", "proof"].contains($0.name) }
    }

    /// The ways that a step takes; all where no step waits, or where it names none.
    static func ways(of step: CaseAction?) -> [Delivery.Way] {
        guard case .choice(let choices)? = step?.fields.first(where: { $0.name == "way" })?.kind else {
            return Delivery.Way.allCases
        }
        return Delivery.Way.allCases.filter { way in choices.contains { $0.value == way.rawValue } }
    }

    /// The proof that was filled in; what is missing is empty.
    static func proof(_ way: Delivery.Way, _ values: FormValues) -> DeliveryProof {
        func text(_ name: String) -> String { values[name] ?? "" }
        let file = text("proof")
        return switch way {
        case .direct: .direct(receipt: file, receiver: text("receiver"))
        case .left:
            .left(receipt: file, witnesses: LetterText.lines(text("witnesses")), reason: text("reason"))
        case .post: .post(receipt: file, tracking: text("tracking"))
        case .electronic: .electronic(receipt: file, consent: text("consent"), channel: text("channel"))
        case .entrusted: .entrusted(receipt: file, organ: text("organ"), paper: text("paper"))
        case .announcement: .announcement(copy: file, place: text("place"), reason: text("reason"))
        }
    }
}
