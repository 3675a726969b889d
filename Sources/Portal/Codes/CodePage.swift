import Credit

/// 统一代码查询页: what a code that was typed in is, part by part, and whether a file is held of its subject.
///
/// A number of a person is refused as the search refuses it: not shown, not kept, not looked up (R10).
struct CodePage: Page {
    static let template = "code"
    static let table: StaticString? = "parts"
    /// What was typed; nil before anything was.
    let text: String?
    let finding: CodeFinding?
    let parts: [CodePart]
    /// Where the file of the subject is; nil where none is held.
    let file: SearchHit?
    let reading: Reading?

    var title: Label { .both("统一社会信用代码查询", "Unified code look-up") }
    var canonicalPath: String? { "/codes" }
    var isIndexed: Bool { text == nil }
    var caching: Caching { text == nil ? .revalidated : .never }
    var section: PortalSection? { .rules }
    var question: String? { text.map { "code=" + PercentEncoding.encode($0.utf8) } }

    /// Checks the code that is asked.
    static func read(_ ask: Ask) async throws -> CodePage {
        guard let text = ask.question("code") else {
            return CodePage(text: nil, finding: nil, parts: [], file: nil, reading: try await ask.reading())
        }
        guard text.unicodeScalars.count <= 100 else { throw PortalProblem.badSearch }
        let finding = CodeFinding(text, folding: true)
        // What the finding would mask holds a person's number: nothing of it is shown, masked or not.
        guard finding.found != .residentID, finding.found == .valid || finding.shownValue == text else {
            throw PortalProblem.identityNumberRefused
        }
        let rules = ask.rules
        return try await ask.read { reading in
            guard case .hits(let hits) = try reading.search(text, limit: 1) else {
                throw PortalProblem.identityNumberRefused
            }
            return CodePage(text, finding, hit: hits.first, rules: rules, reading: try reading.reading())
        }
    }

    init(text: String?, finding: CodeFinding?, parts: [CodePart], file: SearchHit?, reading: Reading?) {
        (self.text, self.finding, self.parts, self.file, self.reading) = (text, finding, parts, file, reading)
    }

    init(_ text: String, _ finding: CodeFinding, hit: SearchHit?, rules: Rules, reading: Reading) {
        var folded = text
        let code = folded.withUTF8 { CreditCode(folding: UnsafeRawBufferPointer($0)) }
        self.init(
            text: text, finding: finding, parts: code.map { CodePart.parts(of: $0, in: rules) } ?? [],
            file: hit.flatMap { $0.kind == .code ? $0 : nil }, reading: reading)
    }

    func show(on tape: inout Tape) {
        tape.put("code", text)
        tape.put("class", finding?.found.rawValue)
        tape.put("classTitle", finding?.found.title)
        tape.put("valid", finding.map { $0.found == .valid })
        tape.put("reason", finding?.reason)
        tape.put("remark", finding?.remark)
        tape.put("parts", parts)
        tape.put("file", file)
        tape.draw { tape in
            tape.put("hasParts", !parts.isEmpty)
            tape.put("noFile", finding?.found == .valid && file == nil)
        }
    }
}

extension RouteTable {
    mutating func addCodes() {
        page(
            "/codes", .both("核验统一社会信用代码并说明各部分", "Check a unified code and explain its parts"), schema: "Code",
            questions: [.init(name: "code", summary: .both("代码", "The code"), isNeeded: false)]
        ) { try await CodePage.read($0) }
    }
}

extension CodeClass {
    /// The class in a few words.
    var title: Label {
        switch self {
        case .empty: .both("空值", "Nothing")
        case .sentinel: .both("表示没有代码的占位值", "The value for “no code”")
        case .residentID: .both("公民身份号码", "A person’s number")
        case .registrationNumber: .both("工商注册号", "A registration number")
        case .organisationCode: .both("组织机构代码", "An organisation code")
        case .other: .both("不是代码", "No code")
        case .length: .both("长度不对", "Wrong length")
        case .character: .both("有不该出现的字符", "A character no code has")
        case .department: .both("登记管理部门代码不对", "No such registering department")
        case .region: .both("行政区划码不对", "No such division")
        case .checkDigit: .both("校验码不对", "Wrong check character")
        case .organisationDigit: .both("主体标识码的校验位不对", "Wrong check in the organisation part")
        case .valid: .both("有效的统一社会信用代码", "A valid unified code")
        }
    }
}
