import Credit

/// 经办人页眉.
struct AgentBar: Shown {
    let session: AgentSession

    func show(on tape: inout Tape) {
        tape.put("person", session.person)
        tape.put("company", session.company ?? session.code)
        tape.put("companyCode", session.code)
        tape.put("until", session.until)
        tape.put("formToken", session.formToken)
    }
}

/// 经办人案件页: where a case of the company stands, until when, and what the company may do.
struct AgentCase: OfficePage {
    static let template = "agent_case"
    let session: AgentSession
    let sheet: CaseSheet
    let rules: Rules
    let today: Day

    var bar: OfficeBar? { nil }
    var title: Label {
        .both("\(sheet.kind.chinese) · \(sheet.title.chinese)", "\(sheet.kind.english) · \(sheet.title.english)")
    }

    func show(on tape: inout Tape) {
        tape.put("agent", AgentBar(session: session))
        tape.put("id", sheet.id)
        tape.put("kind", sheet.kind)
        tape.put("title", sheet.title)
        tape.put("stage", sheet.stage)
        tape.put("isClosed", sheet.isClosed)
        tape.put("facts", sheet.facts.map { Fact(fact: $0) })
        tape.put("hasFacts", !sheet.facts.isEmpty)
        tape.put("clocks", sheet.clocks.map { Clock(clock: $0, rules: rules, today: today) })
        tape.put("actions", sheet.actions.map { Action(action: $0, id: sheet.id) })
        tape.put("home", AgentRoute.home.path)
    }

    private struct Fact: Shown {
        let fact: CaseSheet.Fact

        func show(on tape: inout Tape) {
            tape.put("name", fact.name)
            tape.put("value", fact.value)
            tape.put("path", fact.path)
        }
    }

    private struct Clock: Shown {
        let clock: CaseSheet.Clock
        let rules: Rules
        let today: Day

        func show(on tape: inout Tape) {
            tape.put("name", clock.name)
            tape.put("time", TimeLeft(deadline: clock.deadline, state: clock.state, today: today))
            tape.put("arithmetic", clock.arithmetic)
            tape.put("source", ShownSource(clock.source, in: rules))
        }
    }

    private struct Action: Shown {
        let action: CaseAction
        let id: String

        func show(on tape: inout Tape) {
            tape.put("title", action.title)
            tape.put(words: "warning", action.warning)
            tape.put("isAside", action.isAside)
            tape.put("path", AgentRoute.act(action.code, in: id).path)
        }
    }
}

/// 登记表单: what somebody says who signs up; no document number is asked for or taken.
enum AgentForms {
    static let signUp = CaseAction(
        code: "sign-up", title: .both("经办人登记", "Sign up for a company"),
        warning: .both(
            "登记后请带营业执照和授权委托书到窗口，由工作人员核验并绑定；绑定之前看不到任何案件。不要填写身份证件号码。",
            "After signing up, bring the licence and the power of attorney to the window; until an officer has seen them you see no case. Do not enter any identity number."
        ), duty: .handle,
        fields: [
            FormField(
                "name", .both("账号", "Account"),
                hint: .both(
                    "3 至 32 个小写字母、数字、点、连字符或下划线", "3 to 32 lower-case letters, digits, dots, hyphens, underlines"),
                .line(upTo: 32)),
            FormField("person", .both("姓名", "Name"), .line(upTo: 60)),
            FormField("code", .both("企业统一社会信用代码", "Unified code of the company"), .line(upTo: 18)),
            FormField(
                "contact", .both("联系方式", "How to reach you"), hint: .both("电话或电子邮箱", "Telephone or e-mail"),
                .line(upTo: 60)),
            FormField(
                "new", .both("口令", "Password"),
                hint: .both(
                    "12 至 128 个字符，至少 5 种不同字符，不含账号或姓名。",
                    "12 to 128 characters, five different ones at least, neither name in it."
                ), .line(upTo: 128)),
            FormField("again", .both("再输入一次口令", "The password again"), .line(upTo: 128)),
        ])
}
