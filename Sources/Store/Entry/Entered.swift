import Credit
import Proofs

/// 登录结果: somebody who came in: as whom they act, what that allows, and for whom they could stand in.
public struct Entered: Sendable {
    private let bytes: [UInt8]
    /// As whom they act.
    public let officer: Officer
    /// What that allows.
    public let duties: Set<Duty>
    /// 可代行: accounts they may stand in for today.
    public let principals: [String]

    init(token: [UInt8], officer: Officer, duties: Set<Duty>, principals: [String]) {
        bytes = token
        self.officer = officer
        self.duties = duties
        self.principals = principals
    }

    /// The token, which only the browser keeps.
    public var token: String { Hex.encode(bytes) }

    /// What the forms of this session carry: made from the token, so that nothing has to be kept, and never shows it. A form
    /// that was opened as oneself cannot be sent as somebody's substitute, nor the other way round.
    public var formToken: String {
        HMAC.sha256(key: bytes, Array("chengxin form \(officer.standingInFor ?? "")".utf8)).hex
    }
}
