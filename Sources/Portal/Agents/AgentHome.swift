import Credit

/// 企业自己的页面: what is published against the company and until when, what rests on it, its cases, who looked, and what it
/// may begin; or what is still missing before it is bound.
struct AgentHome: OfficePage {
    static let template = "agent_home"
    /// 查阅 shown at most.
    static let mostLooks = 40
    let session: AgentSession
    var standing = CompanyStanding(records: [], measures: [], looks: [])
    var lines: [CaseLine] = []
    var openings: [CaseAction] = []
    let today: Day

    var bar: OfficeBar? { nil }
    var title: Label { .both("本企业", "Your company") }

    func show(on tape: inout Tape) {
        tape.put("agent", AgentBar(session: session))
        tape.put("isBound", session.isBound)
        tape.put("until", session.until)
        tape.put("company", session.company ?? session.code)
        tape.put("file", session.isBound ? SubjectPath.path(key: session.code, code: session.code) : nil)
        let codes = openings.map(\.code)
        tape.put("hasAdverse", !standing.records.isEmpty)
        tape.put("adverseCount", standing.records.count)
        tape.put("adverse", standing.records.map { Entry(record: $0, codes: codes) })
        tape.put("hasMeasures", !standing.measures.isEmpty)
        tape.put("measures", standing.measures.map { Resting(measure: $0) })
        tape.put("hasCases", !lines.isEmpty)
        tape.put("cases", lines.map { Line(line: $0, today: today) })
        tape.put("openings", openings.map { Opening(action: $0) })
        tape.put("hasLooks", !standing.looks.isEmpty)
        tape.put("hasMoreLooks", standing.looks.count > Self.mostLooks)
        tape.put("mostLooks", Self.mostLooks)
        tape.put("looks", standing.looks.prefix(Self.mostLooks).map { Look(look: $0) })
    }

    private struct Entry: Shown {
        let record: RecordView
        let codes: [String]

        func show(on tape: inout Tape) {
            tape.put("path", RecordPage.path(of: record.id))
            tape.put("kindTitle", record.kindTitle)
            tape.put("headline", record.headline)
            tape.put("paper", record.paper.documentNumber)
            tape.put("organ", record.paper.organ ?? record.departmentTitle)
            tape.put("contested", record.isContested)
            tape.put("publication", ShownPublication(publication: record.publication, reason: record.publicationReason))
            tape.put(words: "wayOut", record.repair?.words)
            tape.put("asked", PercentEncoding.encode(record.id.utf8))
            tape.put("object", codes.contains("objection") ? AgentRoute.begin("objection").path : nil)
            tape.put("repair", codes.contains("repair") ? AgentRoute.begin("repair").path : nil)
        }
    }

    private struct Resting: Shown {
        let measure: RestingMeasure

        func show(on tape: inout Tape) {
            tape.put("name", measure.name)
            tape.put("list", measure.list)
            tape.put("path", AgentRoute.sheet(measure.caseID).path)
            tape.put("footing", measure.footing.title)
            tape.put("basis", measure.basis)
            tape.put("department", measure.department)
            tape.put("from", measure.from)
            tape.put("until", measure.until)
            tape.put("isLive", measure.isLive)
        }
    }

    private struct Line: Shown {
        let line: CaseLine
        let today: Day

        func show(on tape: inout Tape) {
            tape.put("id", line.id)
            tape.put("path", AgentRoute.sheet(line.id).path)
            tape.put("kind", line.kind)
            tape.put("title", line.title)
            tape.put("stage", line.stage)
            tape.put("clock", line.deadline.map { TimeLeft(deadline: $0, state: line.state, today: today) })
        }
    }

    private struct Opening: Shown {
        let action: CaseAction

        func show(on tape: inout Tape) {
            tape.put("title", action.title)
            tape.put(words: "warning", action.warning)
            tape.put("path", AgentRoute.begin(action.code).path)
        }
    }

    private struct Look: Shown {
        let look: CompanyLook

        func show(on tape: inout Tape) {
            tape.put("day", look.day)
            tape.put("organ", look.organ)
            tape.put("purpose", look.purpose)
            tape.put("matter", look.matter)
        }
    }
}
