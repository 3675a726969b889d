/// 信用承诺目录: the kinds of commitment, the matters the plan asks commitments in, and the fields of one.
public struct CommitmentCatalogue: Sendable {
    /// 承诺类型.
    public let kinds: Register<CommitmentKind>
    /// 承诺事项.
    public let matters: Register<CommitmentMatter>
    /// 数据项, in the standard's order.
    public let fields: Register<CommitmentField>

    /// Kinds, matters and fields.
    public init(
        kinds: Register<CommitmentKind> = Register(), matters: Register<CommitmentMatter> = Register(),
        fields: Register<CommitmentField> = Register()
    ) {
        self.kinds = kinds
        self.matters = matters
        self.fields = fields
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
    /// What it rests on.
    public let source: Source

    /// A kind of commitment.
    public init(code: String, name: Label, meaning: Label, cause: String?, items: [String], source: Source) {
        self.code = code
        self.name = name
        self.meaning = meaning
        self.cause = cause
        self.items = items
        self.source = source
    }
}

/// 承诺事项: a field in which the plan asks for commitments; what nobody has laid down yet is nil and shown as unknown.
public struct CommitmentMatter: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 名称.
    public let name: Label
    /// 责任部门: nil where every department has it.
    public let department: String?
    /// 方案任务.
    public let item: String
    /// 承诺类型: nil where the plan does not say.
    public let kind: String?
    /// 承诺书模板: its version; nil where none has been published.
    public let template: String?
    /// 法律依据: nil where none is known.
    public let basis: Source?

    /// A matter.
    public init(
        code: String, name: Label, department: String?, item: String, kind: String?, template: String?, basis: Source?
    ) {
        self.code = code
        self.name = name
        self.department = department
        self.item = item
        self.kind = kind
        self.template = template
        self.basis = basis
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
