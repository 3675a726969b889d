/// 送达凭证: what proves a service; each way demands its own, and none can be had without it.
///
/// - Source: domain practice 25
public enum DeliveryProof: Hashable, Sendable {
    /// 直接送达: the signed 送达回证 and who signed it.
    case direct(receipt: String, receiver: String)
    /// 留置送达: the 送达回证, why it was left, and who witnessed it.
    case left(receipt: String, witnesses: [String], reason: String)
    /// 邮寄送达: the receipt of the post and the number of the item.
    case post(receipt: String, tracking: String)
    /// 电子送达: the recipient's consent, the proof that it arrived, and where.
    case electronic(receipt: String, consent: String, channel: String)
    /// 委托送达: the organ entrusted, the letter that entrusted it, and the 送达回证.
    case entrusted(receipt: String, organ: String, paper: String)
    /// 公告送达: the announcement as it stood, where, and why no other way was open.
    case announcement(copy: String, place: String, reason: String)

    /// 送达方式.
    public var way: Delivery.Way {
        switch self {
        case .direct: .direct
        case .left: .left
        case .post: .post
        case .electronic: .electronic
        case .entrusted: .entrusted
        case .announcement: .announcement
        }
    }

    /// The digest of the main proof.
    public var file: String {
        switch self {
        case .direct(let file, _), .left(let file, _, _), .post(let file, _), .electronic(let file, _, _),
            .entrusted(let file, _, _), .announcement(let file, _, _):
            file
        }
    }

    /// The digests of all files that belong to it.
    public var files: [String] {
        if case .electronic(_, let consent, _) = self { [file, consent] } else { [file] }
    }

    /// What it says beside its files, with what each is.
    public var particulars: [(name: Label, value: String)] {
        switch self {
        case .direct(_, let receiver): [(Label("签收人", "Received by"), receiver)]
        case .left(_, let witnesses, let reason):
            [
                (Label("见证人", "Witnesses"), witnesses.joined(separator: "、")),
                (Label("留置的原因", "Why it was left"), reason),
            ]
        case .post(_, let tracking): [(Label("邮件编号", "Number of the item"), tracking)]
        case .electronic(_, _, let channel): [(Label("接收系统或者地址", "Where it arrived"), channel)]
        case .entrusted(_, let organ, let paper):
            [(Label("受托机关", "Organ entrusted"), organ), (Label("委托函文号", "Letter that entrusted it"), paper)]
        case .announcement(_, let place, let reason):
            [(Label("公告的地方", "Where it was announced"), place), (Label("公告的原因", "Why by announcement"), reason)]
        }
    }

    /// What is missing; empty where all is there.
    var gaps: [Label] {
        var gaps = particulars.filter { $0.value.isEmpty }.map(\.name)
        if file.isEmpty { gaps.append(Label("送达凭证扫描件", "the scan of the proof")) }
        if case .electronic(_, "", _) = self { gaps.append(Label("受送达人同意电子送达的确认书", "the recipient’s consent")) }
        return gaps
    }
}

/// 送达记录: a service with its proof; made by the rule of its way only.
public struct DeliveryRecord: Hashable, Sendable {
    /// 送达.
    public let delivery: Delivery
    /// 凭证.
    public let proof: DeliveryProof

    init(_ delivery: Delivery, _ proof: DeliveryProof) {
        self.delivery = delivery
        self.proof = proof
    }
}

/// 送达规则: what the pack says of a way of service.
public struct DeliveryRule: Coded, Hashable {
    /// 编码, which is the way's.
    public let code: String
    /// 送达方式.
    public let way: Delivery.Way
    /// 说明: what the officer has to see to.
    public let note: Label
    /// 公告期: how many days it stands until it counts as service; nil for every other way.
    /// - Unit: days
    public let days: Dated<Int>?
    /// 依据.
    public let source: Source

    /// What the pack says of a way of service.
    public init(code: String, way: Delivery.Way, note: Label, days: Dated<Int>?, source: Source) {
        self.code = code
        self.way = way
        self.note = note
        self.days = days
        self.source = source
    }

    /// 登记送达: a service of a letter drawn up on `drawn`, recorded on `today`.
    ///
    /// - Parameter served: the day the proof names; for an announcement it is worked out and must not be given.
    /// - Throws: where a proof is missing, days are out of order or in the future, or the announcement's time is unknown
    ///   or not over.
    public func record(
        _ proof: DeliveryProof, begun: Day, served: Day?, drawn: Day, today: Day
    ) throws(LetterProblem) -> DeliveryRecord {
        guard proof.way == way else { throw .otherWay }
        if let gap = proof.gaps.first { throw .missing(gap) }
        guard begun >= drawn else { throw .beforeDrawn(drawn) }
        let end: Day
        if way == .announcement {
            // The time that holds on the day it is announced runs to its end, whatever the law says later.
            guard let days = days?.value(on: begun) else { throw .announcementUnknown(begun) }
            end = begun + days
            guard today >= end else { throw .announcementRuns(until: end, days: days) }
        } else {
            guard let served else { throw .missing(Label("送达之日", "the day of service")) }
            // What is handed over or left is served that very day.
            guard served >= begun, !Self.sameDay.contains(way) || served == begun else { throw .badServiceDay(way) }
            end = served
        }
        guard end <= today else { throw .futureDay }
        guard let delivery = Delivery(way: way, begun: begun, served: end, proof: proof.file) else {
            throw .badServiceDay(way)
        }
        return DeliveryRecord(delivery, proof)
    }

    private static let sameDay: Set<Delivery.Way> = [.direct, .left]
}
