/// 可办事项: something that may be done in a case now, with the form it needs. What is posted comes back as `FormValues`
/// and is decided by the rules of the case, never by the form.
public struct CaseAction: Hashable, Sendable {
    /// The code that the form posts, such as `answer`.
    public let code: String
    /// What the button says.
    public let title: Label
    /// What it brings about, said before it is done; nil where it goes without saying.
    public let warning: Label?
    /// 岗位权限: what the officer's post must allow.
    public let duty: Duty
    /// What has to be filled in.
    public let fields: [FormField]

    /// Something that may be done.
    public init(code: String, title: Label, warning: Label? = nil, duty: Duty, fields: [FormField]) {
        self.code = code
        self.title = title
        self.warning = warning
        self.duty = duty
        self.fields = fields
    }
}

/// 岗位权限: what a post allows its holder; nothing is allowed that is not granted.
public enum Duty: String, Hashable, Sendable, CaseIterable {
    /// 账号管理: open accounts of the own organisation and grant duties.
    case administer
    /// 数据报送: hand in, correct and take back records of the own organisation.
    case submit
    /// 案件受理与承办.
    case handle
    /// 复核与决定: the second officer; decides and signs.
    case decide
    /// 查阅非公开信息, with a purpose and a matter number (R9).
    case inspect
    /// 查看访问记录.
    case audit

    /// What it is called.
    public var title: Label {
        switch self {
        case .administer: Label("账号管理", "Administer accounts")
        case .submit: Label("数据报送", "Hand in records")
        case .handle: Label("受理与承办", "Handle cases")
        case .decide: Label("复核与决定", "Review and decide")
        case .inspect: Label("查阅非公开信息", "Inspect non-public data")
        case .audit: Label("查看访问记录", "Read the access record")
        }
    }
}

/// 表单项: one thing a form asks for.
public struct FormField: Hashable, Sendable {
    /// The name it posts.
    public let name: String
    /// What it is called.
    public let title: Label
    /// How to fill it in; nil where it goes without saying.
    public let hint: Label?
    /// What may be filled in.
    public let kind: Kind
    /// Whether it must be filled in.
    public let isRequired: Bool

    /// One thing a form asks for.
    public init(_ name: String, _ title: Label, hint: Label? = nil, _ kind: Kind, isRequired: Bool = true) {
        self.name = name
        self.title = title
        self.hint = hint
        self.kind = kind
        self.isRequired = isRequired
    }

    /// 填写方式.
    public enum Kind: Hashable, Sendable {
        /// One line, at most so many characters.
        case line(upTo: Int)
        /// Several lines, at most so many characters.
        case text(upTo: Int)
        /// A day.
        case day
        /// One of these; value and title.
        case choice([Choice])
        /// Yes or no.
        case check
        /// A file: kinds by media type, most bytes. What arrives is its digest and name; the bytes are kept by digest.
        case file(types: [String], most: Int)
    }

    /// 选项.
    public struct Choice: Hashable, Sendable {
        /// What is posted.
        public let value: String
        /// What is shown.
        public let title: Label

        /// One of several.
        public init(_ value: String, _ title: Label) {
            self.value = value
            self.title = title
        }
    }
}

/// 填写内容: what a form brought, by the names of its fields; of a file its digest.
public struct FormValues: Hashable, Sendable {
    private let values: [String: String]
    /// 所见位置: `CaseSheet.position` of the case as whoever filled in the form had read it; nil where it began something.
    public let read: Int?

    /// What a form brought.
    public init(_ values: [String: String], read: Int? = nil) {
        self.values = values
        self.read = read
    }

    /// What was filled in, without white space around it; nil where nothing was.
    public subscript(_ name: String) -> String? {
        guard let value = values[name] else { return nil }
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        let trimmed = value.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        return trimmed.isEmpty ? nil : String(trimmed)
    }

    /// The day filled in; nil where none was or it is none.
    public func day(_ name: String) -> Day? { self[name].flatMap { Day($0) } }
}
