/// 部门报送台事件: what a department did to its own records beside handing them in.
public enum DeskEvent: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "desk"
    /// 更正、撤回; the version it makes is entered next.
    case revised(RecordRevision)
    /// 抽样.
    case sampled(BatchSample)
    /// 复核结论; where the batch is taken back, that follows next.
    case found(String, BatchSample.Finding, by: Officer)

    static let prefix = "desk."

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            switch self {
            case .revised(let revision):
                writer.put("by", canonical: revision.by.canonical)
                writer.put("case", revision.id)
                writer.put("event", "desk.revised")
                if case .withdrawal(let ground) = revision.change { writer.put("ground", ground.rawValue) }
                writer.put("reason", revision.reason)
                writer.put("record", revision.record)
                writer.put("version", revision.version)
            case .sampled(let sample):
                writer.put("batch", sample.batch)
                writer.put("by", canonical: sample.by.canonical)
                writer.put("case", sample.id)
                writer.put("department", sample.department)
                writer.put("event", "desk.sampled")
                writer.put("records", sample.records)
                writer.put("size", sample.size)
            case .found(let id, let finding, let officer):
                writer.put("by", canonical: officer.canonical)
                writer.put("case", id)
                writer.put("event", "desk.found")
                writer.put("reason", finding.reason)
                writer.put("right", finding.isRight)
                writer.put("takesBack", finding.takesBack)
            }
        }
    }

    /// The event of these members; nil where the name is none of ours.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix(DeskEvent.prefix) else { return nil }
        let (id, by) = (try reader.require("case"), try reader.requireOfficer("by"))
        switch name.dropFirst(DeskEvent.prefix.count) {
        case "revised":
            var change = RecordRevision.Change.correction
            if let word = reader.text("ground") {
                guard let ground = ObjectionGround(rawValue: word) else { throw CanonicalFault(missing: "ground") }
                change = .withdrawal(ground)
            }
            self = .revised(
                RecordRevision(
                    id: id, record: try reader.require("record"), version: try reader.requireNumber("version"),
                    change: change, reason: try reader.require("reason"), by: by))
        case "sampled":
            do {
                self = .sampled(
                    try BatchSample(
                        id: id, batch: try reader.require("batch"), department: try reader.require("department"),
                        size: try reader.requireNumber("size"), records: reader.texts("records"), by: by))
            } catch { throw CanonicalFault(missing: "records") }
        case "found":
            self = .found(
                id,
                BatchSample.Finding(
                    isRight: reader.truth("right"), reason: try reader.require("reason"),
                    takesBack: reader.truth("takesBack")), by: by)
        default: throw CanonicalFault(missing: "event")
        }
    }
}
