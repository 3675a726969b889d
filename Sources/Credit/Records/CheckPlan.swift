/// 校验方案: a template bound to the columns of one file, laid out so that a row is checked in one pass over bytes.
public struct CheckPlan: Sendable {
    /// The kind of record.
    public let kind: RecordKind
    /// The template the heading was recognised as.
    public let template: RecordTemplate
    /// For each field of the template the column it stands in, or -1.
    public let columns: [Int]
    /// How many columns the heading has.
    public let width: Int

    let fields: [FieldPlan]
    let tables: [WordTable]
    let conditions: [ConditionPlan]
    let groups: [[Int]]
    let ownColumn: [Bool]
    let roles: RolePlan
    let key: [KeyPart]
    let canonicalOrder: [Int]
    let canonicalNames: [[UInt8]]
    let kindBytes: [UInt8]
    let statusField: Int?
    let formerNamesField: Int?

    /// Binds a template to the columns of a file.
    ///
    /// - Parameters:
    ///   - columns: for each field of the template the index of its column, or -1 where the file has none.
    ///   - width: how many columns the heading has.
    public init(kind: RecordKind, template: RecordTemplate, columns: [Int], width: Int) {
        self.kind = kind
        self.template = template
        self.columns = columns
        self.width = width
        var compiler = PlanCompiler(template: template)
        fields = template.fields.indices.map { compiler.plan(of: $0, column: columns[$0]) }
        tables = compiler.tables
        conditions = compiler.conditions
        groups = compiler.groups
        var own = [Bool](repeating: false, count: max(width, 0))
        for column in columns where column >= 0 && column < own.count { own[column] = true }
        ownColumn = own
        roles = RolePlan(template)
        key = template.key
        let kept = template.fields.indices.filter { template.fields[$0].visibility != .dropped }
        canonicalOrder = kept.sorted {
            template.fields[$0].name.utf8.lexicographicallyPrecedes(template.fields[$1].name.utf8)
        }
        canonicalNames = template.fields.map { Array("\"\($0.name)\":".utf8) }
        kindBytes = Array(kind.code.utf8)
        statusField = template.index(of: .status)
        formerNamesField = template.index(of: .formerNames)
    }
}

/// A field as the pass needs it: plain numbers only, so that nothing is counted or copied per cell.
struct FieldPlan {
    enum Shape: UInt8 {
        case text, documentNumber, day, year, yuan, wan, capital, count, creditCode, creditCodeOrSentinel
        case codeOrRegistration, registrationNumber, organisationCode, choice, choices, identity
    }
    var shape: Shape
    var column: Int32
    var maximumLength: Int32
    /// 0 optional, 1 mandatory, 2 when `needCondition`, 3 one of `needCondition` (a group).
    var need: UInt8
    var needCondition: Int32
    var emptyCondition: Int32
    var table: Int32
    var notFuture: Bool
    var notBefore: Int32
    var soleTraderCondition: Int32
    var isDropped: Bool
}

/// A condition as the pass needs it.
enum ConditionPlan {
    case holds(field: Int, mask: UInt64)
    case given(field: Int)
    case sentinel(field: Int)
    case not(Int)
    case all([Int])
}

/// The words of a vocabulary, found by length and bytes.
struct WordTable: Sendable {
    struct Label: Sendable {
        var bytes: [UInt8]
        var word: Int
    }
    let words: [Vocabulary.Word]
    /// Labels by length in bytes; lengths above the longest label have no bucket.
    let byLength: [[Label]]
    let openLabels: [Label]
    /// Masks of what the words mean, for conditions that ask often.
    let organisation: UInt64
    let soleTrader: UInt64
    let naturalPerson: UInt64
    let summary: UInt64

    init(_ vocabulary: Vocabulary) {
        words = vocabulary.words
        var labels: [Label] = []
        var open: [Label] = []
        for (index, word) in vocabulary.words.enumerated() {
            for text in [word.title, word.code, word.english] + word.aliases {
                var folded: [UInt8] = []
                let bytes = Array(text.utf8)
                bytes.withUnsafeBytes { ByteFolding.appendKey($0, 0, $0.count, to: &folded) }
                guard !folded.isEmpty, !labels.contains(where: { $0.bytes == folded }) else { continue }
                labels.append(Label(bytes: folded, word: index))
                if Array(text.utf8) != folded { labels.append(Label(bytes: Array(text.utf8), word: index)) }
                if word.open { open.append(Label(bytes: folded, word: index)) }
            }
        }
        var buckets = [[Label]](repeating: [], count: (labels.map(\.bytes.count).max() ?? 0) + 1)
        for label in labels { buckets[label.bytes.count].append(label) }
        byLength = buckets
        openLabels = open
        func mask(_ sense: Vocabulary.Sense) -> UInt64 {
            vocabulary.words.indices.reduce(0) { vocabulary.words[$1].sense == sense ? $0 | 1 << UInt64($1) : $0 }
        }
        organisation = mask(.organisation)
        soleTrader = mask(.soleTrader)
        naturalPerson = mask(.naturalPerson)
        summary = mask(.summaryProcedure)
    }

    /// The word written in these bytes, or -1.
    @inline(__always)
    func word(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
        let length = end - start
        guard length < byLength.count else { return -1 }
        for label in byLength[length] {
            let same = label.bytes.withUnsafeBytes { candidate in
                for offset in 0..<length where candidate[offset] != bytes[start + offset] { return false }
                return true
            }
            if same { return label.word }
        }
        return -1
    }

    /// The open word that these bytes begin with, or -1.
    func openWord(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
        for label in openLabels where end - start > label.bytes.count {
            if UnsafeRawBufferPointer(rebasing: bytes[start..<(start + label.bytes.count)]).elementsEqual(label.bytes) {
                return label.word
            }
        }
        return -1
    }
}

/// The fields that play a part, as indices; -1 where the template has none.
struct RolePlan: Sendable {
    var subjectName, subjectCategory, subjectCode, subjectRegistration, subjectOrganisationCode: Int
    var personNumber, documentNumber, decided, organName, organCode, validUntil, untilCured, reviewBy: Int
    var publishedUntil, procedure, grade, headline, birthDate, entityKind: Int
    var penaltyKinds, parts: [Int]

    init(_ template: RecordTemplate) {
        func one(_ role: Role) -> Int { template.index(of: role) ?? -1 }
        subjectName = one(.subjectName)
        subjectCategory = one(.subjectCategory)
        subjectCode = one(.subjectCode)
        subjectRegistration = one(.subjectRegistration)
        subjectOrganisationCode = one(.subjectOrganisationCode)
        personNumber = one(.personNumber)
        documentNumber = one(.documentNumber)
        decided = one(.decided)
        organName = one(.organName)
        organCode = one(.organCode)
        validUntil = one(.validUntil)
        untilCured = one(.untilCured)
        reviewBy = one(.reviewBy)
        publishedUntil = one(.publishedUntil)
        procedure = one(.procedure)
        grade = one(.grade)
        headline = one(.headline)
        birthDate = one(.birthDate)
        entityKind = one(.entityKind)
        penaltyKinds = template.indices(of: .penaltyKinds)
        parts = template.indices(of: .part)
    }
}

/// Turns the fields of a template into plain numbers.
struct PlanCompiler {
    let template: RecordTemplate
    var tables: [WordTable] = []
    var conditions: [ConditionPlan] = []
    var groups: [[Int]] = []
    private var groupIndex: [String: Int] = [:]

    init(template: RecordTemplate) { self.template = template }

    mutating func plan(of index: Int, column: Int) -> FieldPlan {
        let field = template.fields[index]
        var plan = FieldPlan(
            shape: .text, column: Int32(column), maximumLength: Int32(field.maximumLength), need: 0,
            needCondition: -1, emptyCondition: -1, table: -1, notFuture: false, notBefore: -1,
            soleTraderCondition: -1, isDropped: field.visibility == .dropped)
        switch field.type {
        case .text: plan.shape = .text
        case .documentNumber: plan.shape = .documentNumber
        case .day: plan.shape = .day
        case .year: plan.shape = .year
        case .money(let unit): plan.shape = unit == .wan ? .wan : .yuan
        case .capital: plan.shape = .capital
        case .count: plan.shape = .count
        case .creditCode(let sentinel): plan.shape = sentinel ? .creditCodeOrSentinel : .creditCode
        case .codeOrRegistration: plan.shape = .codeOrRegistration
        case .registrationNumber: plan.shape = .registrationNumber
        case .organisationCode: plan.shape = .organisationCode
        case .choice(let vocabulary):
            plan.shape = .choice
            plan.table = table(vocabulary)
        case .choices(let vocabulary):
            plan.shape = .choices
            plan.table = table(vocabulary)
        case .identity: plan.shape = .identity
        }
        switch field.need {
        case .optional: break
        case .mandatory: plan.need = 1
        case .when(let condition):
            plan.need = 2
            plan.needCondition = compiled(condition)
        case .oneOf(let name):
            plan.need = 3
            plan.needCondition = group(name, index)
        }
        if let condition = field.emptyWhen { plan.emptyCondition = compiled(condition) }
        for rule in field.rules {
            switch rule {
            case .notFuture: plan.notFuture = true
            case .notBefore(let other): plan.notBefore = Int32(template.index(ofField: other) ?? -1)
            case .soleTraderExactlyWhen(let condition): plan.soleTraderCondition = compiled(condition)
            }
        }
        return plan
    }

    private mutating func table(_ vocabulary: Vocabulary) -> Int32 {
        tables.append(WordTable(vocabulary))
        return Int32(tables.count - 1)
    }

    private mutating func group(_ name: String, _ index: Int) -> Int32 {
        if let known = groupIndex[name] {
            groups[known].append(index)
            return Int32(known)
        }
        groups.append([index])
        groupIndex[name] = groups.count - 1
        return Int32(groups.count - 1)
    }

    private mutating func compiled(_ condition: Condition) -> Int32 {
        let plan: ConditionPlan
        switch condition {
        case .holds(let name, let words):
            let index = template.index(ofField: name) ?? 0
            let vocabulary: Vocabulary? =
                switch template.fields[index].type {
                case .choice(let vocabulary), .choices(let vocabulary): vocabulary
                default: nil
                }
            var mask: UInt64 = 0
            for (bit, word) in (vocabulary?.words ?? []).enumerated() where words.contains(word.code) {
                mask |= 1 << UInt64(bit)
            }
            plan = .holds(field: index, mask: mask)
        case .given(let name): plan = .given(field: template.index(ofField: name) ?? 0)
        case .sentinel(let name): plan = .sentinel(field: template.index(ofField: name) ?? 0)
        case .not(let inner): plan = .not(Int(compiled(inner)))
        case .all(let inner): plan = .all(inner.map { Int(compiled($0)) })
        }
        conditions.append(plan)
        return Int32(conditions.count - 1)
    }
}
