import Credit

/// 信用信息页: one record, with why it is shown, until when, and how to contest it.
struct RecordPage: Page {
    static let template = "record"
    let record: RecordView
    let reading: Reading?

    var title: Label {
        .both(
            record.kindTitle.chinese + " · " + record.subject.name,
            record.kindTitle.english + " · " + record.subject.name)
    }
    var isIndexed: Bool { !record.subject.isSoleTrader && !record.family.isAdverse }
    var canonicalPath: String? { RecordPage.path(of: record.id) }

    /// Reads the record that the address names.
    static func read(_ ask: Ask) async throws -> RecordPage {
        try ask.refusePast()
        switch try await ask.read({ try $0.record(ask.parameter) }) {
        case .shown(let record, let reading): return RecordPage(record: record, reading: reading)
        case .ended(let day): throw PortalProblem.ended(day)
        case .withdrawn(let day, let ground): throw PortalProblem.withdrawn(day, ground)
        case .unknown: throw PortalProblem.noSuchRecord
        }
    }

    static func path(of id: String) -> String { "/records/" + PercentEncoding.encode(id.utf8) }

    func show(on tape: inout Tape) {
        tape.put("record", record)
        tape.put("subject", record.subject)
        if !record.mended.isEmpty { tape.put("mended", record.mended) }
        tape.put("evidence", "/api/v1" + RecordPage.path(of: record.id) + "/evidence")
        tape.draw { tape in
            tape.put("hasOutlook", record.repair != nil)
            tape.put("hasMended", !record.mended.isEmpty)
            tape.put("notice", RecordPage.path(of: record.id) + "/repair-notice")
        }
    }
}

extension RouteTable {
    mutating func addRecords() {
        page("/records/{id}", .both("一条公示的信用信息", "One published record"), schema: "RecordFile") {
            try await RecordPage.read($0)
        }
        page(
            "/records/{id}/repair-notice", .both("一条信息的修复告知", "The notice of repair of a record"),
            schema: "RepairNotice"
        ) { try await RepairNoticePage.read($0) }
        interface(
            "/records/{id}/evidence",
            .both("一条信息在公开日志中的证据", "The evidence of a record in the public log"), schema: "Evidence"
        ) { ask in
            // What the record's page refuses, its evidence refuses alike: a past day, an ended publication (R6).
            _ = try await RecordPage.read(ask)
            guard let bytes = try await ask.read({ try $0.evidence(ask.parameter) }) else {
                throw PortalProblem.noSuchRecord
            }
            return Answer(type: "application/json; charset=utf-8", bytes: bytes)
        }
    }
}
