import Credit
import Synchronization

/// 查阅事由: about whom a look at what is not public was, for what purpose and in which matter (R9).
public struct OfficeLook: Hashable, Sendable {
    /// Key of the subject looked at; nil where it is about nobody in particular.
    public let subject: String?
    /// 用途.
    public let purpose: String
    /// 事由编号.
    public let matter: String

    /// A look.
    public init(subject: String?, purpose: String, matter: String) {
        self.subject = subject
        self.purpose = purpose
        self.matter = matter
    }

    /// 办理本案: the look of whoever handles a case, whose matter is the case itself.
    static func handling(_ sheet: CaseSheet) -> OfficeLook {
        OfficeLook(subject: sheet.subject.key, purpose: "办理本案", matter: sheet.id)
    }

    /// 管理账号: the look of an administrator at an account of the own organisation or one below it.
    static func administering(_ account: String) -> OfficeLook {
        OfficeLook(subject: nil, purpose: "管理账号", matter: account)
    }

    /// 核对报送: the look of a department at what it handed in itself.
    static func ownBatch(_ batch: String) -> OfficeLook {
        OfficeLook(subject: nil, purpose: "核对本单位报送", matter: batch)
    }
}

/// 已查阅: what a request has looked at so far, to be written down before its answer goes out.
final class OfficeSight: Sendable {
    private let seen = Mutex<OfficeLook?>(nil)

    var look: OfficeLook? { seen.withLock { $0 } }

    /// What a form was given as its purpose stays, whatever is loaded to answer it.
    func note(_ look: OfficeLook) { seen.withLock { $0 = $0 ?? look } }
}
