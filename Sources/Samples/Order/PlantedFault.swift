/// 预置差错: one thing wrong with a row, put there on purpose, for which the row must be refused.
public enum PlantedFault: String, CaseIterable, Sendable {
    /// Position 18 of the subject's code is wrong.
    case wrongCheckDigit
    /// A mandatory field is empty.
    case missingField
    /// A day that no calendar has: 30 February.
    case impossibleDate
    /// A decision more than a year after the last day of the data.
    case futureDecision
    /// The kinds of penalty name a fine and the amount is empty.
    case fineMissing
    /// A kind of penalty that no law names.
    case unknownPenaltyKind
    /// A remark longer than its column.
    case overlongText
    /// Words where an amount must stand.
    case badAmount
    /// A subject with a name and no number at all.
    case nameWithoutCode
    /// A row about a natural person, with a document number that is none.
    case naturalPerson
}

/// 非常规写法: an unusual writing that a reader is to understand; the row is good.
public enum OddForm: String, CaseIterable, Sendable {
    /// 2026/3/5
    case slashDate
    /// 2026年3月5日
    case chineseDate
    /// 20260305
    case compactDate
    /// 46086, as a workbook counts days.
    case serialDate
    /// The subject's code in full width.
    case fullWidthCode
    /// `[2026]` in the document number.
    case squareBrackets
    /// `【2026】` in the document number.
    case lenticularBrackets
    /// `（2026）` in the document number.
    case roundBrackets

    var isBracket: Bool {
        switch self {
        case .squareBrackets, .lenticularBrackets, .roundBrackets: true
        default: false
        }
    }
}
