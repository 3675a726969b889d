/// 送达: how a paper reached whom it concerns; deadlines run from its day.
///
/// - Source: 民事诉讼法 on service as 行政处罚法 takes it over; domain practice 25.
public struct Delivery: Hashable, Sendable {
    /// 送达方式.
    public let way: Way
    /// 发出或公告之日: the day it was handed over, sent or announced.
    public let begun: Day
    /// 送达之日: the day from which deadlines run.
    public let served: Day
    /// 送达回证: digest (SHA-256, hexadecimal) of the scanned proof; nil where the way gives none.
    public let proof: String?

    /// A service; nil where the day it took effect lies before its beginning, or before an announcement's time is over.
    ///
    /// - Parameter served: for an announcement at least `announcementDays` after `begun`.
    public init?(way: Way, begun: Day, served: Day, proof: String?) {
        guard served >= begun, way != .announcement || served - begun >= Delivery.announcementDays else { return nil }
        self.way = way
        self.begun = begun
        self.served = served
        self.proof = proof
    }

    /// 公告送达: fewer days than an announcement must stand under any version of the law; how long it stands on a day is
    /// the pack's (`DeliveryRule`).
    /// - Unit: days
    /// - Source: 民事诉讼法（2021年修正）: 自发出公告之日起经过三十日
    public static let announcementDays = 30

    /// 送达方式.
    public enum Way: String, Hashable, Sendable, CaseIterable {
        /// 直接送达.
        case direct
        /// 留置送达: left in the presence of witnesses.
        case left
        /// 邮寄送达.
        case post
        /// 电子送达: with the recipient's consent.
        case electronic
        /// 委托送达: by another organ that was entrusted with it.
        case entrusted
        /// 公告送达.
        case announcement

        /// What it is called.
        public var title: Label {
            switch self {
            case .direct: Label("直接送达", "Handed over")
            case .left: Label("留置送达", "Left before witnesses")
            case .post: Label("邮寄送达", "By post")
            case .electronic: Label("电子送达", "Electronically, with consent")
            case .entrusted: Label("委托送达", "By another organ")
            case .announcement: Label("公告送达", "By announcement")
            }
        }
    }
}
