/// 发文登记: a line of a register.
public struct LetterLine: Sendable, Equatable {
    /// Id of the letter.
    public let id: String
    /// Id of the case.
    public let caseID: String
    /// 发文字号.
    public let number: LetterNumber
    /// 标题.
    public let title: String
    /// 受文者.
    public let addressee: String
    /// 阶段.
    public let stage: Letter.Stage
    /// The day the number was taken.
    public let day: Day
    /// 送达方式 and day; nil before.
    public let service: (way: Delivery.Way, day: Day)?
    /// 档号; nil before it was filed.
    public let archive: String?

    /// A line of a register.
    public init(
        id: String, caseID: String, number: LetterNumber, title: String, addressee: String, stage: Letter.Stage,
        day: Day, service: (way: Delivery.Way, day: Day)?, archive: String?
    ) {
        self.id = id
        self.caseID = caseID
        self.number = number
        self.title = title
        self.addressee = addressee
        self.stage = stage
        self.day = day
        self.service = service
        self.archive = archive
    }

    /// Equal where all that the register shows is.
    public static func == (left: LetterLine, right: LetterLine) -> Bool {
        left.id == right.id && left.caseID == right.caseID && left.number == right.number && left.title == right.title
            && left.addressee == right.addressee && left.stage == right.stage && left.day == right.day
            && left.service?.way == right.service?.way && left.service?.day == right.service?.day
            && left.archive == right.archive
    }
}
