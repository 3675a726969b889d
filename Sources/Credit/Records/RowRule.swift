/// 校验结果代码: everything that can be wrong with a row or a cell; the code is for ever.
public enum RowRule: UInt8, Sendable, CaseIterable {
    /// The field must be filled.
    case required
    /// The field must be filled because of another.
    case requiredHere
    /// At least one field of a group must be filled.
    case oneOfRequired
    /// The field must stay empty here.
    case mustBeEmpty
    /// Longer than the field may be.
    case tooLong
    /// Not a word of the vocabulary.
    case notInVocabulary
    /// A word that was not in use on that day.
    case wordNotInForce
    /// Not a day.
    case notADay
    /// A day the calendar does not have.
    case noSuchDay
    /// A day after the file came in.
    case inFuture
    /// A day before the one it follows.
    case beforeOther
    /// Not an amount.
    case notAnAmount
    /// Finer than a fen, below zero or beyond measure.
    case amountOutOfRange
    /// Not a whole number or year.
    case notANumber
    /// A credit code that is none.
    case badCode
    /// A registration number that is none.
    case badRegistration
    /// An organisation code that is none.
    case badOrganisationCode
    /// A credit code does not fit the kind of subject.
    case codeAgainstCategory
    /// The cell is a formula without a result.
    case formula
    /// The cell holds an error value.
    case errorValue
    /// A long code was stored as a number and has lost its last digits.
    case numberLostDigits
    /// The row is about a natural person.
    case person
    /// The row is about a minor.
    case minor
    /// The subject is named by its name alone.
    case subjectUnidentified
    /// A rule in force forbids collecting it.
    case notCollected
    /// The row has cells where the heading has none.
    case cellBeyondHeading
    /// A quoted cell never ends, or text follows its closing quote.
    case brokenQuotes
    /// Bytes that are no character.
    case badEncoding
    /// The row is longer than a row may be.
    case rowTooLong
    /// The row could not be read at all.
    case unreadableRow
    /// The row contradicts what was decided on an objection to the record.
    case againstCorrection

    /// The code people and scripts quote, `REC-101` and on.
    public var code: String { "REC-\(101 + Int(rawValue))" }
}

/// 单元格问题: one thing that is wrong with one cell or row of a block.
public struct CellProblem: Sendable, Equatable {
    /// Index of the row in its block.
    public let row: Int32
    /// Index of the column in the file; -1 where the heading has no such column or the row as a whole is meant.
    public let column: Int32
    /// Index of the field in the template; -1 for the row as a whole.
    public let field: Int32
    /// What is wrong.
    public let rule: RowRule
    /// More of it: the class of a code, the index of the other field; -1 for nothing.
    public let detail: Int32

    init(row: Int, column: Int, field: Int, rule: RowRule, detail: Int = -1) {
        self.row = Int32(row)
        self.column = Int32(column)
        self.field = Int32(field)
        self.rule = rule
        self.detail = Int32(detail)
    }
}
