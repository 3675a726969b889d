/// 问题说明: what is wrong with a cell and how to mend it, as a person reads it.
public struct ProblemText: Sendable, Equatable {
    /// `REC-101` and on.
    public let code: String
    /// Official name of the field; empty for the row as a whole.
    public let field: String
    /// What is wrong.
    public let message: Label
    /// How to mend it.
    public let remedy: Label

    /// The words for a problem.
    ///
    /// - Parameter value: what stands in the cell; a person's number in it is masked in the words.
    public init(_ problem: CellProblem, template: RecordTemplate, value: String) {
        let known = problem.field >= 0 ? template.fields[Int(problem.field)] : nil
        let title = known?.title ?? ""
        let english = known?.english ?? ""
        code = problem.rule.code
        field = title
        var words = problem.rule.words(
            title: title, english: english, value: ResidentNumber.masking(value), maximum: known?.maximumLength ?? 0)
        if problem.rule == .badCode, problem.detail >= 0 {
            let why = CodeFinding(value).reason
            words.message = Label(
                words.message.chinese + "：" + why.chinese, words.message.english + ": " + why.english)
        }
        if problem.rule == .beforeOther, problem.detail >= 0 {
            let other = template.fields[Int(problem.detail)]
            words.message = Label(
                "“\(title)”早于“\(other.title)”", "“\(english)” is before “\(other.english)”")
        }
        if problem.rule == .notInVocabulary, let known, case .choice(let list) = known.type {
            words.remedy = ProblemText.offer(list)
        } else if problem.rule == .notInVocabulary, let known, case .choices(let list) = known.type {
            words.remedy = ProblemText.offer(list)
        }
        message = words.message
        let own = known?.remedy ?? ""
        remedy = own.isEmpty ? words.remedy : Label(own, words.remedy.english)
    }

    /// The words for a problem that was kept by the code of its rule and the name of its field.
    public init(rule code: String, field name: String, value: String, kind: RecordKind) {
        let template = kind.templates.first { $0.index(ofField: name) != nil } ?? kind.templates[0]
        let index = template.index(ofField: name) ?? -1
        let rule = RowRule.allCases.first { $0.code == code } ?? .unreadableRow
        var other = -1
        for case .notBefore(let earlier) in index >= 0 ? template.fields[index].rules : [] {
            other = template.index(ofField: earlier) ?? -1
        }
        let detail = rule == .beforeOther ? other : rule == .badCode ? 0 : -1
        self.init(
            CellProblem(row: 0, column: -1, field: index, rule: rule, detail: detail), template: template, value: value)
    }

    private static func offer(_ list: Vocabulary) -> Label {
        Label(
            "请填：" + list.words.map(\.title).joined(separator: "；"),
            "Use one of: " + list.words.map { "\($0.title) (\($0.english))" }.joined(separator: "; "))
    }
}

extension RowRule {
    /// The words for a rule that was not kept.
    fileprivate func words(
        title: String, english: String, value: String, maximum: Int
    ) -> (message: Label, remedy: Label) {
        func say(_ zh: String, _ en: String, mend zhRemedy: String, _ enRemedy: String) -> (Label, Label) {
            (Label(zh, en), Label(zhRemedy, enRemedy))
        }
        switch self {
        case .required:
            return say(
                "“\(title)”没有填写", "“\(english)” is empty", mend: "请填写“\(title)”", "Fill in “\(english)”")
        case .requiredHere:
            return say(
                "按本行其他内容，“\(title)”必须填写", "“\(english)” must be filled because of other cells of this row",
                mend: "请填写“\(title)”，或更正与之有关的内容", "Fill it in, or mend the cells it depends on")
        case .oneOfRequired:
            return say(
                "“\(title)”等同组各项都没有填写", "“\(english)” and the other fields of its group are all empty",
                mend: "同组各项至少填写一项", "Fill in at least one of them")
        case .mustBeEmpty:
            return say(
                "按本行其他内容，“\(title)”不应填写", "“\(english)” must stay empty because of other cells of this row",
                mend: "请清空此格，或更正与之有关的内容", "Empty the cell, or mend the cells it depends on")
        case .tooLong:
            return say(
                "“\(title)”超过 \(maximum) 个字", "“\(english)” is longer than \(maximum) characters",
                mend: "请缩短到 \(maximum) 个字以内", "Shorten it to \(maximum) characters")
        case .notInVocabulary:
            return say(
                "“\(title)”的内容“\(value)”不在代码表内", "“\(value)” is no value of “\(english)”",
                mend: "请按代码表填写", "Use a value of the code table")
        case .wordNotInForce:
            return say(
                "“\(value)”在该日不适用", "“\(value)” was not in use on that day", mend: "请按当日有效的代码表填写",
                "Use a value in force on that day")
        case .notADay:
            return say(
                "“\(title)”的内容“\(value)”不是日期", "“\(value)” is no date", mend: "请填写日期，例如 2026-03-05",
                "Write a date such as 2026-03-05")
        case .noSuchDay:
            return say(
                "日历上没有“\(value)”这一天", "The calendar has no day “\(value)”", mend: "请核对文书上的日期后更正",
                "Check the document and mend the date")
        case .inFuture:
            return say(
                "“\(title)”晚于报送日", "“\(english)” is after the day of handing in", mend: "请核对日期；尚未发生的决定不能报送",
                "Check the date; a decision not yet made cannot be handed in")
        case .beforeOther:
            return say(
                "“\(title)”早于应在其前的日期", "“\(english)” is before the date it follows", mend: "请核对两个日期的先后",
                "Check the order of the two dates")
        case .notAnAmount:
            return say(
                "“\(title)”的内容“\(value)”不是金额", "“\(value)” is no amount", mend: "请填写数字，例如 0.2（单位见表头）",
                "Write a number such as 0.2 (unit as in the heading)")
        case .amountOutOfRange:
            return say(
                "“\(title)”的金额“\(value)”小于零、细于一分或过大", "“\(value)” is below zero, finer than a fen or too large",
                mend: "请核对金额和单位", "Check the amount and its unit")
        case .notANumber:
            return say(
                "“\(title)”的内容“\(value)”不是合适的整数", "“\(value)” is no fitting whole number", mend: "请只填写数字",
                "Write digits only")
        case .badCode:
            return say(
                "“\(title)”的内容“\(value)”不是正确的统一社会信用代码", "“\(value)” is no right unified social credit code",
                mend: "请对照营业执照或登记证书核对 18 位代码", "Check the 18 characters against the licence")
        case .badRegistration:
            return say(
                "注册号“\(value)”的位数不对", "Registration number “\(value)” has a wrong count of digits",
                mend: "注册号为 15 位（旧号 13 位）", "A registration number has 15 digits (old ones 13)")
        case .badOrganisationCode:
            return say(
                "组织机构代码“\(value)”不正确", "Organisation code “\(value)” is wrong", mend: "组织机构代码为 8 位加 1 位校验码",
                "An organisation code has 8 characters and a check digit")
        default: return rowWords(value: value)
        }
    }

    private func rowWords(value: String) -> (message: Label, remedy: Label) {
        func say(_ zh: String, _ en: String, mend zhRemedy: String, _ enRemedy: String) -> (Label, Label) {
            (Label(zh, en), Label(zhRemedy, enRemedy))
        }
        switch self {
        case .codeAgainstCategory:
            return say(
                "代码“\(value)”与“行政相对人类别”不符", "Code “\(value)” does not fit the category of the party",
                mend: "92 开头的代码属于个体工商户，其他代码属于法人及非法人组织",
                "Codes that begin with 92 belong to sole traders, others to organisations")
        case .formula:
            return say(
                "此格是没有结果的公式", "The cell is a formula without a result", mend: "请粘贴为数值", "Paste it as a value")
        case .errorValue:
            return say(
                "此格是错误值“\(value)”", "The cell holds the error “\(value)”", mend: "请改正公式或粘贴为数值",
                "Mend the formula or paste a value")
        case .numberLostDigits:
            return say(
                "长号码按数字保存，末几位已丢失", "A long number was stored as a number and lost its last digits",
                mend: "请把该列设为文本格式后重新录入", "Format the column as text and enter it again")
        case .person:
            return say(
                "本行的相对人是自然人，本阶段不收录，只计数", "The row is about a natural person; it is counted and not taken in",
                mend: "请按自然人信息的专门渠道报送", "Hand it in by the way reserved for natural persons")
        case .minor:
            return say(
                "本行涉及未成年人，不得收录", "The row is about a minor and must not be taken in", mend: "请勿报送未成年人信息",
                "Never hand in rows about minors")
        case .subjectUnidentified:
            return say(
                "只有名称，没有可识别主体的代码", "The subject is named by its name alone",
                mend: "请补充统一社会信用代码或注册号", "Add the unified code or the registration number")
        case .notCollected:
            return say(
                "按当日有效的规则，简易程序处罚不归集",
                "By the rule in force on that day, penalties by summary procedure are not collected",
                mend: "请删去本行；如程序填写有误请更正", "Leave the row out; mend the procedure if it is wrong")
        case .cellBeyondHeading:
            return say(
                "本行比表头多出有内容的列", "The row has cells where the heading has none", mend: "请核对分隔符或列的错位",
                "Check for a stray separator or shifted columns")
        case .brokenQuotes:
            return say(
                "引号不成对", "The quotes of the row do not match", mend: "请用表格软件重新另存为 CSV", "Save the file as CSV again")
        case .badEncoding:
            return say(
                "有不能识别的字节", "Some bytes are no characters", mend: "请另存为 UTF-8 或 GB18030 编码",
                "Save the file as UTF-8 or GB18030")
        case .rowTooLong:
            return say(
                "本行过长，无法读取", "The row is too long to be read", mend: "请检查是否缺少换行或引号",
                "Look for a missing line break or quote")
        case .againstCorrection:
            return say(
                "本行与异议处理决定“\(value)”不符：该信息已依决定更正或者撤回",
                "The row contradicts the decision on an objection, “\(value)”: the record was corrected or withdrawn by it",
                mend: "请按决定改正本行或者删去；对决定有不同意见的，向作出决定的单位提出，不得以再次报送代替",
                "Mend the row as decided or leave it out; whoever disagrees turns to the office that decided, and does not "
                    + "hand it in again instead")
        default:
            return say(
                "本行无法读取", "The row could not be read", mend: "请检查文件是否完整", "Check whether the file is complete")
        }
    }
}
