import Testing

@testable import Credit

/// What makes a further version of a record changes what it says that it changes, and nothing else.
@Suite struct CopyTests {
    static let day = Day("2026-05-06")!

    static let kind: RecordKind = {
        func field(_ name: String, _ type: FieldType = .text, need: Need = .mandatory) -> Field {
            Field(
                name: name, title: name, english: name, column: nil, aliases: [], type: type, maximumLength: 100,
                need: need, emptyWhen: nil, rules: [], visibility: .open, remedy: "")
        }
        let template = RecordTemplate(
            code: "t", title: "t", source: Source(document: "d"),
            fields: [
                field("code", .creditCode(sentinel: false)), field("former", need: .optional), field("name"),
                field("number", .documentNumber), field("what"),
            ],
            roles: [
                .subjectCode: ["code"], .subjectName: ["name"], .documentNumber: ["number"], .headline: ["what"],
                .formerNames: ["former"],
            ], key: [.documentNumber, .subject], marks: ["number"])
        return RecordKind(
            code: "k", title: Label("k", "k"), family: .penalty, catalogueClass: "2", department: "market-regulation",
            source: Source(document: "d"), dueWithin: nil, templates: [template], publication: .standing,
            demonstration: nil)
    }()

    /// A record with something in every field, so that what is lost is seen.
    static func entry(_ trade: PersonInTrade, _ end: Publication.End) -> RecordEntry {
        let shortening = Publication.Shortening(
            rule: "R9", from: day, source: Source(document: "d"), recorded: day, position: 3)
        return RecordEntry(
            id: "r1", version: 1, kind: "k", family: .penalty, batch: "b", line: 7, department: "market-regulation",
            key: "00", subject: "91640500MA7T033465", subjectName: "某公司", formerNames: ["旧名"], status: .revoked,
            decided: day, received: day + 2, timeliness: .late,
            publication: Publication(
                period: .until(day + 900), end: end, grade: .serious, gradeDerived: true, rule: "R1",
                lastDayByRule: day + 901
            ).shortened(to: day + 800, by: shortening),
            fields: Array(
                #"{"code":"91640500MA7T033465","former":"旧名","name":"某公司","number":"1","what":"罚款"}"#.utf8),
            trade: trade)
    }

    /// The names of the fields in which two values differ.
    static func changes<Value>(_ old: Value, _ new: Value) -> Set<String> {
        let pairs = zip(Mirror(reflecting: old).children, Mirror(reflecting: new).children)
        return Set(pairs.filter { "\($0.value)" != "\($1.value)" }.compactMap { $0.0.label })
    }

    @Test(
        arguments: [PersonInTrade.soleTrader, .soleProprietorship],
        [Publication.End.lastDay, .untilCured(reviewBy: day), .byArticle(reviewBy: day), .withoutEnd])
    func `更正、撤回、终止只改变所要改变的，其余各项不变`(trade: PersonInTrade, end: Publication.End) throws {
        let old = Self.entry(trade, end)
        let ended = Set(["period"]).union(end == .lastDay ? [] : ["end"])
        func check(
            _ new: RecordEntry?, _ fields: Set<String>, _ publication: Set<String>, _ what: Comment
        ) throws {
            let new = try #require(new, what)
            #expect(Self.changes(old, new) == fields, what)
            #expect(Self.changes(old.publication, new.publication) == publication, what)
            #expect(new.trade == trade, what)
        }
        func corrected(
            _ correction: ObjectionDecision.Correction, ground: ObjectionGround? = nil
        ) throws -> RecordEntry {
            try old.corrected(correction, version: 2, kind: Self.kind, term: nil, ground: ground, on: Self.day + 30)
        }
        for ground in ObjectionGround.allCases {
            let new = try corrected(.withdrawal, ground: ground)
            #expect(new.publication.period == .none(ground.isOfHandling ? .withheld : .withdrawn), "\(ground)")
            #expect(new.withdrawn.withheld.publication.period == .none(.withdrawn))
        }
        try check(old.asVersion(2, of: "r2"), ["version", "id"], [], "asVersion")
        try check(
            old.withdrawn, ["publication"], Set(["period", "shortening"]).union(end == .lastDay ? [] : ["end"]),
            "withdrawn")
        try check(old.ended(on: Self.day + 5), ["publication"], ended, "ended")
        try check(
            corrected(.withdrawal), ["version", "publication"],
            Set(["period", "shortening"]).union(end == .lastDay ? [] : ["end"]), "withdrawal")
        try check(corrected(.end(lastDay: Self.day + 29)), ["version", "publication"], ended, "end")
        try check(
            old.ended(on: Self.day + 30, version: 2), ["version", "publication"],
            ended.union(["shortening"]), "exit of an entry")
        // What is checked anew is what the corrected row says; the rest, and whoever is a person in trade, stays (R10).
        let rewritten = try corrected(.fields([.init(field: "what", says: "警告")]))
        try check(
            rewritten, ["version", "fields", "publication", "status", "decided", "timeliness"],
            ["grade", "gradeDerived", "rule", "lastDayByRule", "shortening"], "fields")
        #expect(rewritten.publication.end == end && rewritten.publication.period == old.publication.period)
        #expect(rewritten.formerNames == ["旧名"] && rewritten.subjectName == "某公司")
    }
}
