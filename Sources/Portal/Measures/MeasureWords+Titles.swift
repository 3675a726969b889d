import Credit

extension Measure.Category {
    /// What it is called.
    var title: Label {
        switch self {
        case .reducing: .both("减损权益或者增加义务的措施", "Measures that take a right or add a duty")
        case .management: .both("履职管理措施", "Measures of administration")
        case .voluntary: .both("其他组织自主实施的措施", "Measures that others take of their own will")
        }
    }

    /// Who may use it, and with what.
    var words: Label {
        switch self {
        case .reducing:
            .both(
                "公共管理机构实施，必须有法律、法规或者党中央、国务院政策文件的依据。",
                "By public bodies, with a basis in law, regulation or central policy only.")
        case .management:
            .both(
                "公共管理机构在履行职责中实施，不得减损权益、增加义务。",
                "By public bodies in doing their duty; no right is taken and no duty added.")
        case .voluntary:
            .both(
                "金融机构、信用服务机构、行业协会等自主决定；任何公共机构不得强制。",
                "By banks, credit agencies and associations as they decide; no public body may compel them.")
        }
    }
}

extension Memorandum.Kind {
    /// What it is called.
    var title: Label {
        switch self {
        case .punish: .both("联合惩戒备忘录", "Memorandum of joint punishment")
        case .reward: .both("联合激励备忘录", "Memorandum of joint incentives")
        case .both: .both("联合激励和惩戒备忘录", "Memorandum of both")
        case .listRule: .both("名单、信用管理办法", "Rules of a list")
        case .policy: .both("政策文件", "Policy")
        case .campaign: .both("专项治理方案", "Campaign")
        }
    }
}

extension Memorandum.State.Word {
    /// What it is called.
    var title: Label {
        switch self {
        case .inForce: .both("有效", "In force")
        case .superseded: .both("已被替代", "Superseded")
        case .history: .both("已成历史", "History")
        case .notYet: .both("尚未印发", "Not issued yet")
        case .unknown: .both("未知", "Unknown")
        }
    }
}
