import Credit

/// 错误页: a problem as a page for people.
struct ErrorPage: Page {
    static let template = "error"
    let problem: PortalProblem

    var title: Label { problem.title }
    var status: Int { problem.status }
    var isIndexed: Bool { false }
    var caching: Caching { .never }

    func show(on tape: inout Tape) {
        tape.put("title", problem.title)
        tape.put("status", problem.status)
        tape.put("code", problem.code)
        tape.put("detail", problem.detail)
        tape.put("remedy", problem.remedy)
    }
}

/// 错误答复: a problem for programs.
///
/// - Source: RFC 9457
struct ProblemDocument: Shown {
    let problem: PortalProblem

    func show(on tape: inout Tape) {
        tape.put("type", "urn:chengxin:problem:\(problem.code)")
        tape.put("title", problem.title)
        tape.put("status", problem.status)
        tape.put("detail", problem.detail)
        tape.put("remedy", problem.remedy)
        tape.put("code", problem.code)
        tape.put("lang", tape.language.rawValue)
    }
}
