/// 办事指南: one page of guidance as the city words it: what to do, by which rule, with which clocks.
public struct GuideText: Coded {
    /// The code its address ends in.
    public let code: String
    /// 标题.
    public let title: Label
    /// 导语: what a reader learns here, in a sentence or two.
    public let lead: Label
    /// 章节, in the order of reading.
    public let sections: [GuideSection]
    /// 词汇: words explained one by one; empty on most pages.
    public let words: [GuideWord]

    /// A page of guidance.
    public init(code: String, title: Label, lead: Label, sections: [GuideSection], words: [GuideWord]) {
        self.code = code
        self.title = title
        self.lead = lead
        self.sections = sections
        self.words = words
    }
}

/// 指南章节: a heading with what stands under it: passages, a table, or both.
public struct GuideSection: Coded {
    /// The code its place on the page is named by.
    public let code: String
    /// 标题.
    public let title: Label
    /// How the passages follow each other.
    public let form: Form
    /// 段落 or 步骤.
    public let passages: [GuidePassage]
    /// 对照表; nil where the section has none.
    public let table: GuideTable?

    /// A section.
    public init(code: String, title: Label, form: Form, passages: [GuidePassage], table: GuideTable?) {
        self.code = code
        self.title = title
        self.form = form
        self.passages = passages
        self.table = table
    }

    /// 编排方式.
    public enum Form: String, Sendable, CaseIterable {
        /// 段落.
        case prose
        /// 步骤: their order matters.
        case steps
        /// 要点: their order does not.
        case points
    }
}

/// 指南段落: a paragraph or step with what it rests on.
public struct GuidePassage: Sendable {
    /// The words.
    public let text: Label
    /// 依据.
    public let sources: [Source]
    /// Whether a figure in it is still to be checked against a published text.
    public let mark: Source.Mark
    /// Commands to type, each a line.
    public let commands: [String]
    /// An address of this site that the passage leads to.
    public let path: String?

    /// A paragraph or step.
    public init(text: Label, sources: [Source], mark: Source.Mark, commands: [String], path: String?) {
        self.text = text
        self.sources = sources
        self.mark = mark
        self.commands = commands
        self.path = path
    }
}

/// 词汇: a word of the field and what it means here.
public struct GuideWord: Coded {
    /// The code its place on the page is named by.
    public let code: String
    /// The official word and its English.
    public let name: Label
    /// What it means.
    public let meaning: Label
    /// 用语: code of the term whose official form changed by date; nil where the word never did.
    public let term: String?

    /// A word of the field.
    public init(code: String, name: Label, meaning: Label, term: String?) {
        self.code = code
        self.name = name
        self.meaning = meaning
        self.term = term
    }
}
