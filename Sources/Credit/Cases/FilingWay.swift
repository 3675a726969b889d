/// 申请途径: by which way an application came in, and who did what brought it in. At the window an officer sees the papers
/// and takes it; by page an account bound to the subject files it, and no officer has seen anything yet.
public enum FilingWay: Hashable, Sendable {
    /// 窗口: taken in by an officer.
    case window(Officer)
    /// 网页: filed by the subject's own account.
    case page(Applicant)

    /// 申请人账号: an account and the subject it is bound to. It names nobody: who the person is stands with the account (R10).
    public struct Applicant: Hashable, Sendable {
        /// Id of the account.
        public let account: String
        /// Key text of the subject it is bound to.
        public let subject: String

        /// An account bound to a subject.
        public init(account: String, subject: String) {
            self.account = account
            self.subject = subject
        }
    }

    /// The account that filed it by page; nil at the window.
    var applicant: Applicant? {
        if case .page(let applicant) = self { applicant } else { nil }
    }

    /// The officer who took it in; nil where none did.
    public var officer: Officer? {
        if case .window(let officer) = self { officer } else { nil }
    }

    /// The word it is stored and shown as.
    public var word: String {
        switch self {
        case .window: "window"
        case .page: "page"
        }
    }

    /// What it is called.
    public var title: Label {
        switch self {
        case .window: Label("窗口", "at the window")
        case .page: Label("网上自行提交", "by page, by the subject itself")
        }
    }

    /// Whether an account may file for a subject this way; an officer may for any.
    func mayFile(for subject: String) -> Bool {
        applicant.map { $0.subject == subject } ?? true
    }
}

extension FilingWay.Applicant {
    /// Its canonical JSON object, as events carry it.
    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("account", account)
            writer.put("subject", subject)
        }
    }
}

extension CanonicalReader {
    /// The way of an application: its word, and with it the applicant or what `officer` reads. A word that is none of
    /// ours is refused loudly.
    func requireFilingWay(officer: () throws(CanonicalFault) -> Officer) throws(CanonicalFault) -> FilingWay {
        switch try require("way") {
        case "window": return .window(try officer())
        case "page":
            guard let bytes = object("account") else { throw CanonicalFault(missing: "account") }
            let reader = try CanonicalReader(bytes)
            return .page(.init(account: try reader.require("account"), subject: try reader.require("subject")))
        default: throw CanonicalFault(missing: "way")
        }
    }
}
