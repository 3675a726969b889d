import Credit

/// 工作台页眉: who is signed in, for which organ, and where the office leads.
struct OfficeBar: Shown {
    let session: OfficeSession
    /// Name of the organ.
    let organ: Label
    /// The entry of the office that the page belongs to.
    let here: Tab

    /// 工作台栏目.
    enum Tab: CaseIterable {
        case queue, register, upload, batches, people, own

        var title: Label {
            switch self {
            case .queue: .both("待办案件", "Cases")
            case .register: .both("发文登记", "Letters")
            case .upload: .both("报送文件", "Hand in a file")
            case .batches: .both("本单位批次", "Batches")
            case .people: .both("账号管理", "Accounts")
            case .own: .both("我的账号", "My account")
            }
        }
        var route: OfficeRoute {
            switch self {
            case .queue: .queue
            case .register: .register
            case .upload: .upload
            case .batches: .batches
            case .people: .people
            case .own: .own
            }
        }
    }

    func show(on tape: inout Tape) {
        tape.put("officer", session.officer.name)
        tape.put("organ", organ)
        tape.put("standsIn", session.officer.standingInFor.map { session.principal ?? $0 })
        tape.put("standIn", session.mayStandIn || session.officer.standingInFor != nil ? OfficeRoute.standIn.path : nil)
        tape.put("formToken", session.formToken)
        let tabs = Tab.allCases.filter { $0.route.access(isPost: false, []).allows(session.duties) }
        tape.put("tabs", tabs.map { Link(title: $0.title, path: $0.route.path, isHere: $0 == here) })
    }

    private struct Link: Shown {
        let title: Label
        let path: String
        let isHere: Bool

        func show(on tape: inout Tape) {
            tape.put("title", title)
            tape.put("path", path)
            tape.put("isHere", isHere)
        }
    }
}

/// 工作台页面: a page of the office: nobody keeps it, no engine lists it.
protocol OfficePage: Page {
    /// Who is signed in; nil on the pages that come before.
    var bar: OfficeBar? { get }
    /// After how many seconds the page asks for itself again; nil for never.
    /// - Unit: seconds
    var refresh: Int? { get }
}

extension OfficePage {
    var isIndexed: Bool { false }
    var caching: Caching { .never }
    var refresh: Int? { nil }
}
