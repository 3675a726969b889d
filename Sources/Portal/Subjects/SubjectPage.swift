import Credit

/// 信用档案页: what is published of one subject today.
struct SubjectPage: Page {
    static let template = "subject"
    let file: SubjectFile

    var title: Label { .both(file.subject.name + " · 信用档案", file.subject.name + " · credit file") }
    var reading: Reading? { file.reading }
    var isIndexed: Bool { !file.subject.isSoleTrader }
    var canonicalPath: String? { SubjectPath.path(key: file.subject.key, code: file.subject.code) }
    var section: PortalSection? { .search }

    /// Reads the file that the address names.
    static func read(_ ask: Ask) async throws -> SubjectPage {
        try ask.refusePast()
        guard let file = try await ask.read({ try $0.subject(key: ask.parameter, on: nil) }) else {
            throw PortalProblem.noSuchSubject
        }
        return SubjectPage(file: file)
    }

    func show(on tape: inout Tape) {
        tape.put("subject", file.subject)
        tape.put("facts", file.facts)
        tape.put("factsContested", file.factsContest != .none)
        if tape.form == .json { tape.put("records", file.records) }
        tape.put("commitments", file.commitments)
        tape.draw { tape in
            tape.put("hasCommitments", !file.commitments.isEmpty)
            tape.put("commitmentCount", file.commitments.count)
            tape.put("groups", RecordGroup.groups(of: file.records))
            tape.put("hasRecords", !file.records.isEmpty)
            tape.put("count", file.records.count)
            tape.put(
                "contested", file.records.count(where: \.isContested) + (file.factsContest == .none ? 0 : 1))
            tape.put("hasAdverse", file.records.contains { $0.family.isAdverse })
            let ways = WayOut.all(of: file.records)
            tape.put("hasOutlook", !ways.isEmpty)
            tape.put("ways", ways)
            let timeline = Timeline(file.records, on: file.reading.day)
            tape.put("hasTimeline", timeline != nil)
            tape.put("timeline", timeline)
            tape.put("hasFacts", !file.facts.isEmpty)
        }
        tape.put("sources", file.currency.map { CoverageLine($0, in: file) })
    }
}

extension Portal {
    /// The file of a company in the form asked for, answered at once and not from what is kept: making it anew costs little
    /// more. Packing costs more than both, so what is packed is kept. Nil where the usual way has to see to it.
    ///
    /// - Throws: what reading throws.
    func file(
        of key: String, in form: AnswerForm, language: AskedLanguage, isPacked: Bool, asked: String
    ) throws -> Answer? {
        let question = question(form, language, asked)
        if isPacked {
            let reading = try desk.reading.reading()
            let state = AnswerMemory.State(day: reading.day.number, logSize: reading.treeSize)
            if let known = memory.answer(to: question, in: state) {
                return memory.packed(known, to: question, in: state)
            }
        }
        guard let file = try desk.reading.subject(key: key, on: nil) else { return nil }
        let page = SubjectPage(file: file)
        let answer = try answer(
            page, readFrom: file.reading, in: form, language: language, at: PromptTarget.pattern,
            path: "/companies/" + key)
        guard isPacked else { return answer }
        let state = AnswerMemory.State(day: file.reading.day.number, logSize: file.reading.treeSize)
        return memory.keep(answer, to: question, in: state, packing: true)
    }
}

/// 主体地址: where the file of a subject is.
enum SubjectPath {
    /// By the unified code where there is one.
    static func path(key: String, code: String?) -> String {
        if let code { return "/companies/" + PercentEncoding.encode(code.utf8) }
        return "/subjects/" + PercentEncoding.encode(key.utf8)
    }
}

/// 信息类别分组: the records of one family, for the page.
struct RecordGroup: Shown {
    let family: RecordFamily
    let records: [RecordView]

    /// The groups in the order of the national report: registration, licences, penalties, honours, lists, contracts.
    static func groups(of records: [RecordView]) -> [RecordGroup] {
        let order: [RecordFamily] = [
            .registry, .permit, .penalty, .honour, .listing, .breach, .performance,
        ]
        return order.compactMap { family in
            let records = records.filter { $0.family == family }
            return records.isEmpty ? nil : RecordGroup(family: family, records: records)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("family", family.rawValue)
        tape.put("familyTitle", family.title)
        tape.put("count", records.count)
        tape.put("records", records)
    }
}

/// 信息覆盖: one kind of record: found, nothing found as of a day, or unknown because nothing was ever handed in (R13).
struct CoverageLine: Shown {
    let source: SourceCurrency
    let found: Int

    init(_ source: SourceCurrency, in file: SubjectFile) {
        self.source = source
        found = file.records.count { $0.kind == source.kind } + (file.factsKind == source.kind ? 1 : 0)
    }

    func show(on tape: inout Tape) {
        tape.put("kind", source.kind)
        tape.put("kindTitle", source.kindTitle)
        tape.put("lastReceived", source.lastReceived)
        tape.put("state", found > 0 ? "found" : source.lastReceived == nil ? "unknown" : "nothing-found")
        tape.put("found", found)
        tape.draw { tape in
            tape.put("isUnknown", found == 0 && source.lastReceived == nil)
            tape.put("isNothing", found == 0 && source.lastReceived != nil)
        }
    }
}

extension SubjectSummary: Shown {
    func show(on tape: inout Tape) {
        tape.put("key", key)
        tape.put("code", code)
        tape.put("name", name)
        tape.put("formerNames", formerNames)
        tape.put("status", status)
        tape.put("soleTrader", isSoleTrader)
        tape.put("registered", isRegistered)
        tape.put("path", SubjectPath.path(key: key, code: code))
        tape.draw { tape in
            tape.put("hasFormerNames", !formerNames.isEmpty)
            tape.put("shownKey", code == nil ? key : nil)
        }
    }
}

extension ShownField: Shown {
    func show(on tape: inout Tape) {
        tape.put("name", name)
        tape.put("title", title)
        tape.put("value", value)
    }
}
