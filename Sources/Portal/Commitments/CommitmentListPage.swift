import Credit

/// 承诺名录页: the commitments of one matter that anybody may see, with their states.
struct CommitmentListPage: Page {
    static let template = "commitment_list"
    static let table: StaticString? = "rows"
    static let rowSchema: String? = "Commitment"
    let matter: CommitmentMatter
    let list: CommitmentList
    let address: PageAddress
    let state: ShownCommitment.State?

    /// Most rows of a page.
    private static let most = 100

    var title: Label { .both(matter.name.chinese + " · 信用承诺", matter.name.english + " · commitments") }
    var reading: Reading? { list.reading }
    var section: PortalSection? { .rules }
    /// Nobody is found in a search engine by a promise.
    var isIndexed: Bool { false }
    var canonicalPath: String? { state == nil && address["after"] == nil ? Self.path(of: matter.code) : nil }
    var fileName: String { "commitments-" + matter.code }
    var question: String? { address.question }
    var wholeQuestion: String? { address.whole.question }
    var pager: Pager? { Pager(address, after: list.next, count: list.rows.count) }

    static func path(of matter: String) -> String { "/commitments/" + matter }

    static func read(_ ask: Ask) async throws -> CommitmentListPage {
        try ask.refusePast()
        guard let matter = ask.rules.commitments.matters[ask.parameter] else { throw PortalProblem.noSuchPage }
        let state = try ask.word("state", of: ShownCommitment.State.self)
        let (after, limit) = (ask.question("after"), try ask.limit(most, downloaded: 5_000))
        let list = try await ask.read {
            try $0.commitments(inMatter: matter.code, state: state, after: after, limit: limit)
        }
        return CommitmentListPage(matter: matter, list: list, address: ask.address, state: state)
    }

    func show(on tape: inout Tape) {
        tape.put("matter", matter.code)
        tape.put("matterTitle", matter.name)
        tape.put("rows", list.rows)
        tape.draw { tape in
            tape.put("isEmpty", list.rows.isEmpty)
            tape.put(words: "stateTitle", state?.title)
        }
    }
}

extension ShownCommitment: Shown {
    func show(on tape: inout Tape) {
        tape.put("number", number)
        tape.put("subjectName", name)
        let key = SubjectKey(text: subject)
        tape.put("subjectPath", SubjectPath.path(key: subject, code: key?.creditCode?.text))
        tape.put("kind", kind)
        tape.put("kindTitle", kindTitle)
        tape.put("matter", matter)
        tape.put("matterTitle", matterTitle)
        tape.put("cause", cause)
        tape.put("made", made)
        tape.put("validUntil", validUntil)
        tape.put("state", state.rawValue)
        tape.put("stateTitle", state.title)
        tape.put("recordPath", record.map { RecordPage.path(of: $0) })
        tape.draw { $0.put("matterPath", CommitmentListPage.path(of: matter)) }
    }
}
