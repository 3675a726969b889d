/// 信息项: one column of a record kind's template: what it is called, what may stand in it, when it must.
public struct Field: Sendable {
    /// Our name of the field, for ever: lower-case words with hyphens.
    public let name: String
    /// The official heading.
    public let title: String
    /// The English heading.
    public let english: String
    /// The column name of the national exchange tables, such as `CF_WSH`.
    public let column: String?
    /// Other headings that mean this field.
    public let aliases: [String]
    /// What may stand in it.
    public let type: FieldType
    /// - Unit: Unicode scalars after folding; 0 where the type bounds itself.
    public let maximumLength: Int
    /// When it must be filled.
    public let need: Need
    /// When it must stay empty.
    public let emptyWhen: Condition?
    /// What else must hold.
    public let rules: [FieldRule]
    /// Who may see it.
    public let visibility: Visibility
    /// How to mend a wrong value, in the words of the rule; empty where the general remedy says enough.
    public let remedy: String

    /// A field with everything the pack says of it.
    public init(
        name: String, title: String, english: String, column: String?, aliases: [String], type: FieldType,
        maximumLength: Int, need: Need, emptyWhen: Condition?, rules: [FieldRule], visibility: Visibility,
        remedy: String
    ) {
        self.name = name
        self.title = title
        self.english = english
        self.column = column
        self.aliases = aliases
        self.type = type
        self.maximumLength = maximumLength
        self.need = need
        self.emptyWhen = emptyWhen
        self.rules = rules
        self.visibility = visibility
        self.remedy = remedy
    }
}

/// 数据类型: what may stand in a field; the vocabulary is closed, packs choose from it.
public enum FieldType: Sendable, Equatable {
    /// Any characters.
    case text
    /// A document number: brackets and width are folded in keys.
    case documentNumber
    /// A day.
    case day
    /// A year, four digits.
    case year
    /// An amount of money; stored in fen.
    case money(unit: MoneyUnit)
    /// Registered capital: an amount with its currency, kept as written, its amount read where it can be.
    case capital
    /// A whole number, not negative.
    case count
    /// A unified social credit code; `sentinel` says whether 17 zeros and X may stand for "none".
    case creditCode(sentinel: Bool)
    /// A code that may be a unified code or an old registration number (one column for both).
    case codeOrRegistration
    /// A registration number of 15 or 13 digits.
    case registrationNumber
    /// An organisation code, 8 + 1.
    case organisationCode
    /// One word of a vocabulary.
    case choice(Vocabulary)
    /// Several words of a vocabulary, separated.
    case choices(Vocabulary)
    /// An identity or document number of a person: checked, never stored.
    case identity
}

/// 金额单位: the unit a column is filled in.
public enum MoneyUnit: String, Sendable, CaseIterable {
    /// 元, 100 fen.
    case yuan
    /// 万元, 1,000,000 fen.
    case wan
}

/// 公开属性: who may see a field.
public enum Visibility: String, Sendable, CaseIterable {
    /// 社会公开: anybody, as long as the record is published.
    case open
    /// 政务共享: bodies with a duty and a purpose.
    case shared
    /// Checked and dropped at intake; nothing of it is stored.
    case dropped
}

/// 必填条件: when a field must be filled.
public enum Need: Sendable, Equatable {
    /// Always.
    case mandatory
    /// Never.
    case optional
    /// When the condition holds.
    case when(Condition)
    /// At least one field of the group of this name.
    case oneOf(String)
}

/// 条件: what another field of the row must be like; all there is, on purpose.
public indirect enum Condition: Sendable, Equatable {
    /// The field has one of these words.
    case holds(field: String, words: [String])
    /// The field is filled.
    case given(field: String)
    /// The field holds the code that stands for "none".
    case sentinel(field: String)
    /// The other way round.
    case not(Condition)
    /// All of them.
    case all([Condition])
}

/// 校验规则: what must hold of a value besides its type.
public enum FieldRule: Sendable, Equatable {
    /// The day is not after the day the file came in.
    case notFuture
    /// The day is not before the day in another field.
    case notBefore(field: String)
    /// The code belongs to a sole trader (92…) when the condition holds, and to none otherwise.
    case soleTraderExactlyWhen(Condition)
}
