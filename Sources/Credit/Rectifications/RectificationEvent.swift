/// 整改和约谈事件: a step of an order to mend or of a warning talk.
public struct RectificationEvent: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "rectification"
    /// Id of the case.
    public let id: String
    /// 经办人: who did it; of what needs two, the second.
    public let by: Officer
    /// What was done.
    public let step: Step

    /// A step of a case.
    public init(_ id: String, by: Officer, _ step: Step) {
        self.id = id
        self.by = by
        self.step = step
    }

    /// 步骤.
    public enum Step: Sendable, Equatable {
        /// 出具.
        case opened(RectificationOpening)
        /// 送达.
        case served(Delivery)
        /// 提交整改证据: what was brought, and the digests of the files.
        case shown(words: String, files: [String])
        /// 延长期限, by so many days of the order's own kind.
        case extended(count: Int, reason: String)
        /// 认定已经整改.
        case mended(words: String)
        /// 认定未整改, with the reason.
        case notMended(reason: String)
        /// 约谈完成: digest of the minutes, and what was undertaken.
        case held(minutes: String, undertaking: Undertaking?)
        /// 未到场, and the reason where one was told.
        case notAppeared(reason: String?)
        /// 撤回: by the organ that made it.
        case withdrawn(reason: String)
    }

    /// 整改承诺: what the organisation undertook in a talk. It is its word; nothing follows from it by itself.
    public struct Undertaking: Sendable, Hashable {
        /// What was undertaken.
        public let words: String
        /// Until when; nil where no day was named.
        public let until: Day?

        /// What was undertaken.
        public init(words: String, until: Day?) {
            self.words = words
            self.until = until
        }
    }

    static let prefix = "rectification."

    /// The name of the step, as the log spells it.
    public var word: String {
        switch step {
        case .opened: "opened"
        case .served: "served"
        case .shown: "shown"
        case .extended: "extended"
        case .mended: "mended"
        case .notMended: "not-mended"
        case .held: "held"
        case .notAppeared: "not-appeared"
        case .withdrawn: "withdrawn"
        }
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("by", canonical: by.canonical)
            writer.put("case", id)
            writer.put("content", canonical: content)
            writer.put("event", RectificationEvent.prefix + word)
        }
    }

    private var content: [UInt8] {
        switch step {
        case .opened(let opening): return opening.canonical
        case .served(let service): return ListingBytes.service(service)
        default: break
        }
        return CanonicalWriter.object { writer in
            switch step {
            case .opened, .served: break
            case .shown(let words, let files):
                writer.put("files", files)
                writer.put("words", words)
            case .extended(let count, let reason):
                writer.put("count", count)
                writer.put("reason", reason)
            case .mended(let words): writer.put("words", words)
            case .notMended(let reason), .withdrawn(let reason): writer.put("reason", reason)
            case .held(let minutes, let undertaking):
                writer.put("minutes", minutes)
                writer.put("undertaken", undertaking?.words)
                writer.put("until", undertaking?.until)
            case .notAppeared(let reason): writer.put("reason", reason)
            }
        }
    }

    /// The event of these members; nil where the name is none of ours.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix(RectificationEvent.prefix) else { return nil }
        let (id, by) = (try reader.require("case"), try reader.requireOfficer("by"))
        let content = try CanonicalReader(try ListingBytes.object("content", reader))
        let step: Step
        switch name.dropFirst(RectificationEvent.prefix.count) {
        case "opened": step = .opened(try RectificationOpening(id: id, by: by, content))
        case "served": step = .served(try ListingBytes.service(content))
        case "shown": step = .shown(words: try content.require("words"), files: content.texts("files"))
        case "extended":
            step = .extended(count: try content.requireNumber("count"), reason: try content.require("reason"))
        case "mended": step = .mended(words: try content.require("words"))
        case "not-mended": step = .notMended(reason: try content.require("reason"))
        case "held":
            let until = content.day("until")
            step = .held(
                minutes: try content.require("minutes"),
                undertaking: content.text("undertaken").map { Undertaking(words: $0, until: until) })
        case "not-appeared": step = .notAppeared(reason: content.text("reason"))
        case "withdrawn": step = .withdrawn(reason: try content.require("reason"))
        default: throw CanonicalFault(missing: "event")
        }
        self.init(id, by: by, step)
    }
}
