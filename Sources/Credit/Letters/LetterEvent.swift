/// 文书事件: what happened to a letter of a case.
public enum LetterEvent: Sendable, Equatable {
    /// 取号.
    case numbered(LetterNumbering)
    /// 成稿, 改稿.
    case drawn(String, LetterText, by: Officer, on: Day)
    /// 用印归档.
    case sealed(String, SealedScan, by: Officer, on: Day)
    /// 送达.
    case served(String, DeliveryRecord, by: Officer, on: Day)
    /// 作废.
    case voided(String, reason: String, by: Officer, on: Day)

    /// Id of the letter.
    public var id: String {
        switch self {
        case .numbered(let numbering): numbering.id
        case .drawn(let id, _, _, _), .sealed(let id, _, _, _), .served(let id, _, _, _), .voided(let id, _, _, _): id
        }
    }

    /// Who did it.
    public var by: Officer {
        switch self {
        case .numbered(let numbering): numbering.by
        case .drawn(_, _, let by, _), .sealed(_, _, let by, _), .served(_, _, let by, _), .voided(_, _, let by, _): by
        }
    }

    /// The day it was done.
    public var day: Day {
        switch self {
        case .numbered(let numbering): numbering.day
        case .drawn(_, _, _, let day), .sealed(_, _, _, let day), .served(_, _, _, let day), .voided(_, _, _, let day):
            day
        }
    }

    /// What was done, in words.
    public var words: Label {
        switch self {
        case .numbered(let numbering):
            Label(
                "取号 \(numbering.number.text)：\(numbering.title)", "Number \(numbering.number.text): \(numbering.title)")
        case .drawn(_, let text, _, _): Label("成稿：\(text.title.chinese)", "Drawn up: \(text.title.english)")
        case .sealed(_, let scan, _, _): Label("用印归档，档号 \(scan.archive)", "Sealed and filed as \(scan.archive)")
        case .served(_, let record, _, _):
            Label(
                "\(record.delivery.way.title.chinese)，\(record.delivery.served) 送达",
                "\(record.delivery.way.title.english), served on \(record.delivery.served)")
        case .voided(_, let reason, _, _): Label("作废：\(reason)", "Void: \(reason)")
        }
    }
}
