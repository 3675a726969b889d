import Credit

/// 登录页: name, password and one-time code; where somebody wanted to go is kept.
struct SignInPage: OfficePage {
    static let template = "office_sign_in"
    /// The name that was typed.
    let name: String
    /// Where to go afterwards.
    let next: String?
    /// Why it is asked, or why it was not taken.
    let refusal: OfficeRefusal?
    /// Whether it is the door of agents of companies.
    var isOfAgents = false

    var bar: OfficeBar? { nil }
    var title: Label {
        isOfAgents ? .both("企业经办人登录", "Sign in for a company") : .both("登录工作台", "Sign in to the office")
    }
    var status: Int { refusal?.status ?? 200 }

    func show(on tape: inout Tape) {
        tape.put("name", name)
        tape.put("isOfAgents", isOfAgents)
        tape.put("next", next)
        tape.put("refusal", refusal.map { ShownRefusal(refusal: $0) })
    }

    /// The place to go to afterwards, where it is a page of the office; an address of anybody else is dropped.
    static func place(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/office"), text.utf8.count <= 512,
            text.utf8.allSatisfy({
                (0x30...0x3A).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || "-._~/%".utf8.contains($0)
            }), let target = try? RequestTarget(text), let route = OfficeRoute(target.parts), route.methods.get
        else { return nil }
        return route.path
    }
}

/// 拒绝说明, as pages show it.
struct ShownRefusal: Shown {
    let refusal: OfficeRefusal

    func show(on tape: inout Tape) {
        tape.put("code", refusal.code)
        tape.put("words", refusal.words)
    }
}

/// 工作台错误页: why something was not done.
struct OfficeProblemPage: OfficePage {
    static let template = "office_problem"
    let refusal: OfficeRefusal
    let bar: OfficeBar?
    /// Where to go on from.
    let back: String

    var status: Int { refusal.status }
    var title: Label {
        switch refusal.status {
        case 401: .both("需要登录", "Please sign in")
        case 403: .both("不允许这样操作", "This is not allowed")
        case 404: .both("没有找到", "Not found")
        case 405: .both("不接受这种请求", "Not a request for this address")
        case 408: .both("传送超时", "It took too long")
        case 409: .both("现在不能办理", "Not possible now")
        case 413: .both("内容过大", "Too large")
        case 415: .both("格式不受理", "Not a form")
        case 429: .both("过于频繁", "Too many attempts")
        case 500...: .both("系统内部错误", "Something went wrong on our side")
        default: .both("没有办成", "This was not done")
        }
    }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("title", title)
        tape.put("status", refusal.status)
        tape.put("refusal", ShownRefusal(refusal: refusal))
        tape.put("back", back)
    }
}
