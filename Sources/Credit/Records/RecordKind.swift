/// 信用信息类别: one kind of record that departments hand in, with its templates and its rules of publication.
///
/// All of it is pack data: a new kind touches YAML only.
public struct RecordKind: Coded {
    /// Its code in the pack and in every address and command.
    public let code: String
    /// Its name.
    public let title: Label
    /// What it says of its subject.
    public let family: RecordFamily
    /// Code of the catalogue class it belongs to.
    public let catalogueClass: String
    /// Code of the department that hands it in unless another is named.
    public let department: String
    /// Law that lets it be collected.
    public let source: Source
    /// Working days from the decision within which it must be handed in; nil where no clock runs.
    /// - Unit: working days
    public let dueWithin: Int?
    /// The template in force first, then the adapters of older ones.
    public let templates: [RecordTemplate]
    /// How long a record is published.
    public let publication: PublicationRule
    /// 演示: name of the demonstration table that fills this kind; nil where the demonstration city has none of it.
    public let demonstration: String?

    /// A kind with everything the pack says of it.
    public init(
        code: String, title: Label, family: RecordFamily, catalogueClass: String, department: String,
        source: Source, dueWithin: Int?, templates: [RecordTemplate], publication: PublicationRule,
        demonstration: String?
    ) {
        self.code = code
        self.title = title
        self.family = family
        self.catalogueClass = catalogueClass
        self.department = department
        self.source = source
        self.dueWithin = dueWithin
        self.templates = templates
        self.publication = publication
        self.demonstration = demonstration
    }

    /// The same kind with some of its templates first, so that fields are named as the file at hand names them.
    public func preferring(_ codes: [String]) -> RecordKind {
        let first = templates.filter { codes.contains($0.code) }
        return RecordKind(
            code: code, title: title, family: family, catalogueClass: catalogueClass, department: department,
            source: source, dueWithin: dueWithin, templates: first + templates.filter { !codes.contains($0.code) },
            publication: publication, demonstration: demonstration)
    }

    /// The field of this name, in the first template that has it.
    public func field(named name: String) -> Field? {
        for template in templates {
            if let field = template.fields.first(where: { $0.name == name }) { return field }
        }
        return nil
    }
}

/// 信息性质: what a kind of record says of its subject.
public enum RecordFamily: String, Sendable, CaseIterable {
    /// 登记注册基本信息: who the subject is.
    case registry
    /// 行政许可.
    case permit
    /// 行政处罚: adverse.
    case penalty
    /// 列入名单 (异常名录, 严重失信主体名单): adverse.
    case listing
    /// 守信激励.
    case honour
    /// 合同履行.
    case performance
    /// 违诺: adverse.
    case breach

    /// Whether a record of this family is to its subject's disadvantage (R3, R10).
    public var isAdverse: Bool { self == .penalty || self == .listing || self == .breach }
}

/// 数据模板: the columns of a kind as one document prescribes them, and the parts they play.
public struct RecordTemplate: Coded {
    /// Its code within the kind.
    public let code: String
    /// Its name and document.
    public let title: String
    /// Document that prescribes it.
    public let source: Source
    /// The columns in their official order.
    public let fields: [Field]
    /// The part that fields play for the software, by field name.
    public let roles: [Role: [String]]
    /// The parts that make a row the same row again.
    public let key: [KeyPart]
    /// Fields of which at least one heading must be found before a heading row is taken for this template.
    public let marks: [String]

    /// A template with everything the pack says of it.
    public init(
        code: String, title: String, source: Source, fields: [Field], roles: [Role: [String]], key: [KeyPart],
        marks: [String]
    ) {
        self.code = code
        self.title = title
        self.source = source
        self.fields = fields
        self.roles = roles
        self.key = key
        self.marks = marks
    }

    /// The first field that plays a part, as an index of `fields`.
    public func index(of role: Role) -> Int? {
        guard let name = roles[role]?.first else { return nil }
        return index(ofField: name)
    }

    /// All fields that play a part, as indices of `fields`.
    public func indices(of role: Role) -> [Int] {
        (roles[role] ?? []).compactMap(index(ofField:))
    }

    /// The index of the field of this name.
    public func index(ofField name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}

/// 字段角色: the part a field plays for the software.
public enum Role: String, Sendable, CaseIterable {
    /// Name of the subject.
    case subjectName = "subject-name"
    /// Whether the subject is an organisation, a sole trader or a person.
    case subjectCategory = "subject-category"
    /// Unified code of the subject.
    case subjectCode = "subject-code"
    /// Registration number of the subject.
    case subjectRegistration = "subject-registration"
    /// Organisation code of the subject.
    case subjectOrganisationCode = "subject-organisation-code"
    /// A person's document number: filled where the subject is a person.
    case personNumber = "person-number"
    /// 文书号.
    case documentNumber = "document-number"
    /// Day of the decision.
    case decided
    /// 决定机关: who decided.
    case organName = "organ-name"
    /// Unified code of who decided.
    case organCode = "organ-code"
    /// 数据来源单位: who hands it in.
    case sourceName = "source-name"
    /// Legal basis of the decision.
    case basis
    /// Last day of validity of what was decided.
    case validUntil = "valid-until"
    /// What must be cured before it ends.
    case untilCured = "until-cured"
    /// By which day that is looked at again.
    case reviewBy = "review-by"
    /// 公示截止期 as handed in.
    case publishedUntil = "published-until"
    /// 处罚程序.
    case procedure
    /// 失信程度 as handed in.
    case grade
    /// Kinds of penalty.
    case penaltyKinds = "penalty-kinds"
    /// Former names.
    case formerNames = "former-names"
    /// Registration status.
    case status
    /// Kind of entity.
    case entityKind = "entity-kind"
    /// What distinguishes rows of one subject, such as a year.
    case part
    /// 救济途径: how the decision can be contested.
    case remedy
    /// The text a list of records shows first.
    case headline
    /// 承诺: what was promised, and in what matter.
    case promise
    /// 承诺履行状态.
    case fulfilment
    /// 事实和理由.
    case grounds
    /// 违诺责任追究内容.
    case consequence
    /// Birth date of a person the row is about (R16).
    case birthDate = "birth-date"
}

/// 唯一性: what makes a row the same row again.
public enum KeyPart: String, Sendable, CaseIterable {
    /// The folded document number.
    case documentNumber = "document-number"
    /// The organ's code, else its folded name.
    case organ
    /// The subject's code, else registration number, else folded name.
    case subject
    /// The fields with the role `part`.
    case part
}
