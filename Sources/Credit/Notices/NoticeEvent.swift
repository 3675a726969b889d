/// 通报事件: a step of a formal notice.
public struct NoticeEvent: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "notice"
    /// Id of the case.
    public let id: String
    /// 经办人: who did it; of a release the second officer.
    public let by: Officer
    /// What was done.
    public let step: Step

    /// A step of a formal notice.
    public init(_ id: String, by: Officer, _ step: Step) {
        self.id = id
        self.by = by
        self.step = step
    }

    /// 步骤.
    public enum Step: Sendable, Equatable {
        /// 拟稿.
        case drawn(NoticeDraft)
        /// 签发: number and day of the letter, and its digest.
        case released(number: String, date: Day, letter: String)
        /// 送达 one body.
        case served(body: String, Delivery)
        /// 收到答复 of one body: what it says, and the digest of the answer where there is a file.
        case answered(body: String, words: String, file: String?)
        /// 撤回, with the reason.
        case withdrawn(reason: String)
        /// 办结.
        case closed
    }

    static let prefix = "notice."

    /// The name of the step, as the log spells it.
    public var word: String {
        switch step {
        case .drawn: "drawn"
        case .released: "released"
        case .served: "served"
        case .answered: "answered"
        case .withdrawn: "withdrawn"
        case .closed: "closed"
        }
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("by", canonical: by.canonical)
            writer.put("case", id)
            writer.put("content", canonical: content)
            writer.put("event", NoticeEvent.prefix + word)
        }
    }

    private var content: [UInt8] {
        if case .drawn(let draft) = step { return draft.canonical }
        return CanonicalWriter.object { writer in
            switch step {
            case .drawn, .closed: break
            case .released(let number, let date, let letter):
                writer.put("date", date)
                writer.put("letter", letter)
                writer.put("number", number)
            case .served(let body, let service):
                writer.put("body", body)
                writer.put("service", canonical: ListingBytes.service(service))
            case .answered(let body, let words, let file):
                writer.put("body", body)
                writer.put("file", file)
                writer.put("words", words)
            case .withdrawn(let reason): writer.put("reason", reason)
            }
        }
    }

    /// The event of these members; nil where the name is none of ours.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix(NoticeEvent.prefix) else { return nil }
        let (id, by) = (try reader.require("case"), try reader.requireOfficer("by"))
        let content = try CanonicalReader(try ListingBytes.object("content", reader))
        let step: Step
        switch name.dropFirst(NoticeEvent.prefix.count) {
        case "drawn": step = .drawn(try NoticeDraft(id: id, by: by, content))
        case "released":
            step = .released(
                number: try content.require("number"), date: try content.requireDay("date"),
                letter: try content.require("letter"))
        case "served":
            step = .served(
                body: try content.require("body"),
                try ListingBytes.service(try CanonicalReader(try ListingBytes.object("service", content))))
        case "answered":
            step = .answered(
                body: try content.require("body"), words: try content.require("words"), file: content.text("file"))
        case "withdrawn": step = .withdrawn(reason: try content.require("reason"))
        case "closed": step = .closed
        default: throw CanonicalFault(missing: "event")
        }
        self.init(id, by: by, step)
    }
}
