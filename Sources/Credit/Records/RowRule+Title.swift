extension RowRule {
    /// The rule of a code; nil for a code that is none.
    public init?(code: String) {
        guard let found = RowRule.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    /// 差错名称: what is wrong in a few words, the value left out, so that a public list can say it.
    public var title: Label {
        switch self {
        case .required: Label("必填项没有填写", "A required field is empty")
        case .requiredHere: Label("按本行其他内容必填，没有填写", "Required because of other cells, and empty")
        case .oneOfRequired: Label("同组各项都没有填写", "All fields of a group are empty")
        case .mustBeEmpty: Label("按本行其他内容不应填写", "Must be empty because of other cells")
        case .tooLong: Label("超过规定长度", "Longer than allowed")
        case .notInVocabulary: Label("不在代码表内", "No word of the code table")
        case .wordNotInForce: Label("代码在该日不适用", "A word not in use on that day")
        case .notADay: Label("不是日期", "Not a date")
        case .noSuchDay: Label("日历上没有这一天", "A day the calendar does not have")
        case .inFuture: Label("日期晚于报送日", "A day after the file came in")
        case .beforeOther: Label("日期先后颠倒", "A day before the one it follows")
        case .notAnAmount: Label("不是金额", "Not an amount")
        case .amountOutOfRange: Label("金额超出范围", "An amount out of range")
        case .notANumber: Label("不是整数", "Not a whole number")
        case .badCode: Label("统一社会信用代码不正确", "A wrong unified code")
        case .badRegistration: Label("注册号不正确", "A wrong registration number")
        case .badOrganisationCode: Label("组织机构代码不正确", "A wrong organisation code")
        case .codeAgainstCategory: Label("代码与相对人类别不符", "A code against the category of the party")
        case .formula: Label("没有结果的公式", "A formula without a result")
        case .errorValue: Label("单元格为错误值", "A cell with an error value")
        case .numberLostDigits: Label("长号码按数字保存，末位丢失", "A long number that lost its last digits")
        case .person: Label("相对人是自然人，本阶段只计数不收录", "About a natural person: counted, not taken in")
        case .minor: Label("涉及未成年人，不得收录", "About a minor: never taken in")
        case .subjectUnidentified: Label("没有可识别主体的代码", "The subject has no code to know it by")
        case .notCollected: Label("按当日规则不归集", "Not collected by the rule of that day")
        case .cellBeyondHeading: Label("比表头多出有内容的列", "Cells where the heading has none")
        case .brokenQuotes: Label("引号不成对", "Quotes that do not match")
        case .badEncoding: Label("不能识别的字节", "Bytes that are no characters")
        case .rowTooLong: Label("整行过长", "A row too long")
        case .unreadableRow: Label("整行无法读取", "A row that could not be read")
        case .againstCorrection: Label("与异议处理决定不符", "Against a decision on an objection")
        }
    }
}
