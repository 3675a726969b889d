/// 代码表: the words a field may hold, each with the days it was in use.
public struct Vocabulary: Coded, Equatable {
    /// Its code in the pack.
    public let code: String
    /// The words; at most 64.
    public let words: [Word]

    /// A vocabulary of at most 64 words.
    public init(code: String, words: [Word]) {
        precondition(words.count <= 64, "the pack loader refuses longer vocabularies")
        self.code = code
        self.words = words
    }

    /// One word: what it is stored as, how it may be written, when it was in use.
    public struct Word: Sendable, Equatable {
        /// What it is stored as: lower-case words with hyphens.
        public let code: String
        /// The official writing.
        public let title: String
        /// The English writing.
        public let english: String
        /// Other writings: old names, digits of code tables.
        public let aliases: [String]
        /// Whether text of one's own may follow the word, as in 其他-….
        public let open: Bool
        /// First day of use; nil for "always".
        public let from: Day?
        /// Last day of use; nil for "still".
        public let until: Day?
        /// How grave conduct is that a penalty of this kind answers, where the rule derives it.
        public let grade: OffenceGrade?
        /// What the word means to the software, where it means something to it.
        public let sense: Sense?

        /// A word with everything the pack says of it.
        public init(
            code: String, title: String, english: String, aliases: [String] = [], open: Bool = false,
            from: Day? = nil, until: Day? = nil, grade: OffenceGrade? = nil, sense: Sense? = nil
        ) {
            self.code = code
            self.title = title
            self.english = english
            self.aliases = aliases
            self.open = open
            self.from = from
            self.until = until
            self.grade = grade
            self.sense = sense
        }
    }

    /// 含义: what a word can mean to the software; all other words are only text.
    public enum Sense: String, Sendable, CaseIterable {
        /// 法人及非法人组织.
        case organisation
        /// 个体工商户.
        case soleTrader = "sole-trader"
        /// 自然人: counted and refused.
        case naturalPerson = "natural-person"
        /// 简易程序.
        case summaryProcedure = "summary-procedure"
        /// 存续.
        case active
        /// 吊销: the licence is gone, the subject is not.
        case revoked
        /// 注销: the subject is gone.
        case dissolved
        /// 迁出.
        case movedAway = "moved-away"
        /// 个人独资企业: a person in trade (R1).
        case soleProprietorship = "sole-proprietorship"
    }
}

/// 失信程度: how grave the conduct is, which decides how long its record is published.
///
/// - Source: 国家发展改革委令第36号 (from 2026-04-01); before it the two classes of 发改办财金〔2019〕527号.
public enum OffenceGrade: String, Sendable, CaseIterable, Comparable {
    /// 轻微: not published.
    case light
    /// 一般.
    case general
    /// 严重.
    case serious

    /// Lighter comes first.
    public static func < (left: OffenceGrade, right: OffenceGrade) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .light: 0
        case .general: 1
        case .serious: 2
        }
    }
}
