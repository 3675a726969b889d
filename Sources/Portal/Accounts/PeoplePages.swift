import Credit

/// 账号管理页: accounts of the own organisation and those below it.
struct PeoplePage: OfficePage {
    static let template = "office_people"
    let bar: OfficeBar?
    let lines: [AccountLine]

    var title: Label { .both("账号管理", "Accounts") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("accounts", lines.map { Line(line: $0) })
        tape.put("open", OfficeRoute.newAccount.path)
    }

    private struct Line: Shown {
        let line: AccountLine

        func show(on tape: inout Tape) {
            tape.put("path", OfficeRoute.account(line.id).path)
            tape.put("signIn", line.signIn)
            tape.put("person", line.person)
            tape.put("organ", line.organ)
            tape.put("duties", DutyWords.label(line.duties))
            tape.put("state", line.state)
            tape.put("mark", line.isOpen ? "good" : "rest")
        }
    }
}

/// 岗位权限, in words.
enum DutyWords {
    static func label(_ duties: [Duty]) -> Label {
        duties.isEmpty
            ? .both("没有权限", "none")
            : .both(
                duties.map(\.title.chinese).joined(separator: "、"), duties.map(\.title.english).joined(separator: "; "))
    }
}

/// 账号页: one account, with what may be done.
struct AccountPage: OfficePage {
    static let template = "office_account"
    let bar: OfficeBar?
    let file: AccountFile

    var title: Label { .both("账号 \(file.line.signIn)", "Account \(file.line.signIn)") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("signIn", file.line.signIn)
        tape.put("person", file.line.person)
        tape.put("state", file.line.state)
        tape.put("mark", file.line.isOpen ? "good" : "rest")
        tape.put("facts", file.facts.map { Fact(fact: $0) })
        tape.put("authorisations", file.authorisations)
        tape.put("hasAuthorisations", !file.authorisations.isEmpty)
        tape.put("actions", file.actions.map { Action(action: $0, id: file.line.id) })
        tape.put("hasActions", !file.actions.isEmpty)
        tape.put("people", OfficeRoute.people.path)
    }

    private struct Fact: Shown {
        let fact: CaseSheet.Fact

        func show(on tape: inout Tape) {
            tape.put("name", fact.name)
            tape.put("value", fact.value)
        }
    }

    private struct Action: Shown {
        let action: CaseAction
        let id: String

        func show(on tape: inout Tape) {
            tape.put("title", action.title)
            tape.put(words: "warning", action.warning)
            tape.put("path", OfficeRoute.administer(action.code, of: id).path)
        }
    }
}

/// 本人账号页: the own account, its sessions and tokens; standing in has a page of its own.
struct OwnPage: OfficePage {
    static let template = "office_own"
    let bar: OfficeBar?
    let own: OwnAccount

    var title: Label { .both("我的账号", "My account") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("signIn", own.signIn)
        tape.put("duties", DutyWords.label(own.duties))
        tape.put("recoveryCodes", own.recoveryCodes)
        tape.put("token", bar?.session.formToken ?? "")
        tape.put("password", OfficeRoute.ownForm(.password).path)
        tape.put("telephone", OfficeRoute.ownForm(.telephone).path)
        tape.put("end", OfficeRoute.ownForm(.endSession).path)
        tape.put("revoke", OfficeRoute.ownForm(.revokeToken).path)
        tape.put("sessions", own.sessions.map { Session(session: $0) })
        tape.put("tokens", own.tokens.map { Token(token: $0) })
        tape.put("hasTokens", !own.tokens.isEmpty)
        let mayStandIn = bar.map { $0.session.mayStandIn || $0.session.officer.standingInFor != nil } ?? false
        tape.put("standIn", mayStandIn ? OfficeRoute.standIn.path : nil)
    }

    private struct Session: Shown {
        let session: OwnAccount.Session

        func show(on tape: inout Tape) {
            tape.put("id", session.id)
            tape.put("address", session.address)
            tape.put("began", session.began)
            tape.put("lastUsed", session.lastUsed)
            tape.put("isThis", session.isThis)
        }
    }

    private struct Token: Shown {
        let token: OwnAccount.Token

        func show(on tape: inout Tape) {
            tape.put("id", token.id)
            tape.put("label", token.label)
            tape.put("until", token.until)
        }
    }
}

/// 一次性内容页: what is shown this once: a set-up secret, the key for a telephone, recovery codes.
struct SecretPage: OfficePage {
    static let template = "office_secret"
    let bar: OfficeBar?
    let title: Label
    let words: Label
    /// What is shown this once, a line each.
    let lines: [String]
    /// The same as a QR code, where it is an address for a telephone.
    var code: QRCode?
    /// Where a code of the telephone is posted to; nil where nothing is asked.
    var confirm: OfficeRoute?
    /// Sign-in name of whoever is not signed in yet.
    var name: String?
    /// Where to go on; nil where a code is asked first.
    var next: OfficeRoute?
    var fault: FieldFault?
    /// Where it leads outside the office; nil for the two above.
    var elsewhere: (confirm: String?, next: String?)?

    /// The address for a telephone as a picture, without what every authenticator takes for granted.
    static func picture(of address: String) -> QRCode? {
        let usual = "&algorithm=SHA1&digits=6&period=30"
        return QRCode(address.hasSuffix(usual) ? String(address.dropLast(usual.count)) : address)
    }

    var status: Int { fault == nil ? 200 : 422 }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("heading", title)
        tape.put("words", words)
        tape.put("lines", lines)
        tape.put("hasLines", !lines.isEmpty)
        tape.put("code", code.map { Picture(code: $0) })
        tape.put("confirm", elsewhere?.confirm ?? confirm?.path)
        tape.put("token", bar?.session.formToken)
        tape.put("name", name)
        tape.put("next", elsewhere?.next ?? next?.path)
        tape.put(words: "fault", fault?.words)
        tape.put("faultCode", fault?.code)
    }

    private struct Picture: Shown {
        let code: QRCode

        func show(on tape: inout Tape) {
            tape.put("side", String(code.side))
            tape.put("modules", code.path)
        }
    }
}
