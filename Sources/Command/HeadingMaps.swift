import Credit
import Intake
import Store

/// 列名对照: what a department's own headings mean; kept in the store, so that it is given once.
struct HeadingMaps {
    let store: StoreOptions

    /// The mapping of a department for a kind: what was kept before, and what is given now, which is then kept.
    func mapping(
        department: String, kind: RecordKind, given path: String?, keeping: Bool, at instant: Instant
    ) throws -> HeadingFinder.Mapping {
        var mapping: HeadingFinder.Mapping = [:]
        if store.exists {
            let kept = try store.existingLedger().read { try $0.headings(department: department, kind: kind.code) }
            for choice in kept { mapping[choice.heading] = choice.field }
        }
        guard let path else { return mapping }
        let given = try read(try Input.bytes(of: path), kind, path)
        mapping.merge(given) { _, new in new }
        if keeping {
            let choices = given.map {
                HeadingChoice(department: department, kind: kind.code, heading: $0.key, field: $0.value)
            }
            _ = try store.ledger().record(at: instant) { _ in (Change(headings: choices), ()) }
        }
        return mapping
    }

    private func read(_ bytes: [UInt8], _ kind: RecordKind, _ path: String) throws -> HeadingFinder.Mapping {
        var mapping: HeadingFinder.Mapping = [:]
        let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            let text = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            guard !text.isEmpty, text.first != "#" else { continue }
            let parts = text.split(separator: "=", maxSplits: 1).map { part in
                String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            }
            guard parts.count == 2, let field = field(parts[1], kind) else {
                throw Refusal(
                    "“\(path)”第 \(index + 1) 行“\(text)”不是“表头=字段”；字段可用官方表头或字段名",
                    "line \(index + 1) of “\(path)” is not “heading=field”", exit: 2)
            }
            mapping[parts[0]] = field
        }
        return mapping
    }

    private func field(_ name: String, _ kind: RecordKind) -> String? {
        kind.templates.flatMap(\.fields).first { $0.name == name || $0.title == name }?.name
    }
}
