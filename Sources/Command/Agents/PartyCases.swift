import Credit
import Store

/// 当事企业可办: what a company may begin and do itself in a kind of case, by its agent.
struct PartyShare: Sendable {
    /// What it may do, by the codes of the kind's own actions.
    var actions: Set<String> = []
    /// Names of the facts that are told to it: its own filings, what is missing, and what was served. What officers weigh
    /// and propose is told by the letter that is served.
    var facts: Set<String> = []
    /// What its own doing is called, where the office calls it otherwise.
    var titles: [String: Label] = [:]
}

extension CaseKind {
    /// Nothing, unless a kind says otherwise.
    var party: PartyShare { PartyShare() }

    /// Names of the facts that are told to the company as a case stands.
    func partyFacts(of id: String, in reader: Reader) throws -> Set<String> { party.facts }
}

extension ObjectionCases {
    var party: PartyShare {
        PartyShare(
            actions: ["complete", "withdraw", "ask-again"],
            facts: ["信息", "信息提供单位", "申请人", "所见材料", "事实和理由", "应当更正为", "证据摘要", "标注"],
            titles: ["complete": Label("补正材料", "Complete it"), "withdraw": Label("撤回异议", "Withdraw it")])
    }

    /// 提出异议, as the company itself files it.
    static let byCompany = CaseAction(
        code: "objection", title: Label("提出异议", "Object to a record"),
        warning: Label(
            "提出的同时，这条信息在各处加注“异议处理中”。", "With the filing the record is marked as contested everywhere."), duty: .handle,
        fields: ObjectionForms.filing.fields.filter { !["applicant", "papers"].contains($0.name) })
}

extension RepairCases {
    /// 申请信用修复, as the company itself files it.
    static func byCompany(_ rule: RepairRule) -> CaseAction {
        CaseAction(
            code: "repair", title: Label("申请信用修复", "Apply for repair"),
            warning: Label(
                "按\(rule.quoted.chinese)办理；不收费。材料不齐的，将一次性告知。",
                "By \(rule.quoted.english); no fee. What is missing is told once."), duty: .handle,
            fields: RepairForms.filing(rule).fields)
    }

    var party: PartyShare {
        PartyShare(
            actions: ["supplement", "withdraw"],
            facts: [
                "信息", "适用规则（按申请日）", "申请日", "失信程度", "决定单位", "申请渠道", "最短公示期届满日", "尚缺材料", "已一次性告知", "公示末日",
                "各处状态", "曾被撤销修复",
            ],
            titles: ["supplement": Label("补交材料", "Hand in what is missing"), "withdraw": Label("撤回申请", "Withdraw it")])
    }
}

extension ListingCases {
    var party: PartyShare {
        PartyShare(
            actions: ["answer"], facts: ["列入事由", "告知书", "告知书文本", "申辩期依据"],
            titles: ["answer": Label("提交陈述申辩", "State your case")])
    }

    /// From the service of the decision on also what was decided, how it ends, how it is contested and what rests on it.
    func partyFacts(of id: String, in reader: Reader) throws -> Set<String> {
        guard try reader.listing(id)?.listing.entry != nil else { return party.facts }
        return party.facts.union(["列入决定书", "决定书文本", "依据", "终止", "救济途径", "公示记录", "依附措施", "移出决定"])
    }
}
