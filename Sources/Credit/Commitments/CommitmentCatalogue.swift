/// 信用承诺目录: the kinds of commitment, the matters the plan asks commitments in, and the fields of one.
public struct CommitmentCatalogue: Sendable {
    /// 承诺类型.
    public let kinds: Register<CommitmentKind>
    /// 承诺事项.
    public let matters: Register<CommitmentMatter>
    /// 数据项, in the standard's order.
    public let fields: Register<CommitmentField>
    /// 违诺认定; nil where the pack says nothing of it, and then none can be found here.
    public let breach: CommitmentBreachRule?

    /// Kinds, matters, fields, and what a breach leads to.
    public init(
        kinds: Register<CommitmentKind> = Register(), matters: Register<CommitmentMatter> = Register(),
        fields: Register<CommitmentField> = Register(), breach: CommitmentBreachRule? = nil
    ) {
        self.kinds = kinds
        self.matters = matters
        self.fields = fields
        self.breach = breach
    }
}

/// 承诺类型.
public struct CommitmentKind: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 名称.
    public let name: Label
    /// 含义: what it is, in a sentence.
    public let meaning: Label
    /// 承诺事由示例: how the standard words the cause; nil where it gives no example.
    public let cause: String?
    /// 方案任务: codes of the plan's items that speak of it.
    public let items: [String]
    /// 容缺: whether it is made because materials are missing, so that it names them and runs on a clock.
    public let takesMissing: Bool
    /// 违诺责任追究: what may follow a breach; nothing else may (R2).
    public let consequences: [CommitmentConsequence]
    /// What it rests on.
    public let source: Source

    /// A kind of commitment.
    public init(
        code: String, name: Label, meaning: Label, cause: String?, items: [String], takesMissing: Bool = false,
        consequences: [CommitmentConsequence] = [], source: Source
    ) {
        self.code = code
        self.name = name
        self.meaning = meaning
        self.cause = cause
        self.items = items
        self.takesMissing = takesMissing
        self.consequences = consequences
        self.source = source
    }
}

/// 违诺责任追究: one thing that may follow a breach, with the document that says so.
public struct CommitmentConsequence: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 名称.
    public let name: Label
    /// What it rests on.
    public let source: Source

    /// One thing that may follow a breach.
    public init(code: String, name: Label, source: Source) {
        self.code = code
        self.name = name
        self.source = source
    }
}

/// 违诺认定规则: what the city makes of a breach that was found: which kind of record, under which name the subject is
/// supervised more closely, and how long either may last at most.
public struct CommitmentBreachRule: Hashable, Sendable {
    /// 记录类别: code of the kind of record.
    public let record: String
    /// 重点监管: code of the list that names it and its ways out.
    public let list: String
    /// 最长期限, in months from the decision, by day; nil where nobody has laid it down, and then the decision names what
    /// sets its end.
    /// - Unit: months
    public let longest: Dated<Int>?

    /// What the city makes of a breach.
    public init(record: String, list: String, longest: Dated<Int>?) {
        self.record = record
        self.list = list
        self.longest = longest
    }
}

/// 承诺数据项: a field of the data standard.
public struct CommitmentField: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 名称.
    public let name: Label
    /// 类型.
    public let type: FieldType
    /// 长度: nil where the type has none.
    /// - Unit: characters
    public let length: Int?
    /// 必填.
    public let need: Need
    /// 取值: the words it may hold; empty where it is free.
    public let choices: [String]
    /// 规则.
    public let rule: Label?

    /// A field.
    public init(
        code: String, name: Label, type: FieldType, length: Int?, need: Need, choices: [String], rule: Label?
    ) {
        self.code = code
        self.name = name
        self.type = type
        self.length = length
        self.need = need
        self.choices = choices
        self.rule = rule
    }

    /// 数据类型.
    public enum FieldType: String, Hashable, Sendable, CaseIterable {
        /// 字符.
        case text
        /// 日期.
        case date
        /// 枚举.
        case choice
    }

    /// 填报要求.
    public enum Need: String, Hashable, Sendable, CaseIterable {
        /// 必填.
        case mandatory
        /// 条件必填.
        case conditional
        /// 选填.
        case optional
    }
}
