import Proofs
import Store
import StoreSQLite
import Testing

@testable import Credit

/// 公示期 (R6) under ten thousand random acts of repair, objection, handing in, undoing and taking rules into use: nothing
/// is ever shown longer than the rule in force that day allows, and what was ended comes back by the undoing of that very
/// end only, until its old last day at most.
@Suite struct PublicationPropertyTests {
    /// What the periods of a rule are: months by grade, nil where the grade is not published.
    struct Step {
        let from: Day
        let months: [OffenceGrade: Int]
    }

    /// What happened, and nothing of what the store makes of it.
    struct Model {
        var day = TestStore.firstDay
        var steps = [Step(from: Day("2019-07-01")!, months: [.light: 24, .general: 36, .serious: 48])]
        var records: [String: Known] = [:]
        var acts: [String: Int] = [:]
        var number = 0

        struct Known {
            let decided: Day
            let grade: OffenceGrade
            /// What ended it, each with the last day that it had before.
            var ends: [String: Day] = [:]
            /// The last day it may come back to, where nothing was handed in since.
            var most: Day?
            var wasShown = true
            var mayReturn = false
        }

        /// The newest records, in the order in which they came.
        var inUse: [String] {
            Array(records.keys.sorted { ($0.count, $0) < ($1.count, $1) }.suffix(60))
        }

        /// 最长公示期 by the rules in force today: that of the day of the decision, shortened by every later one while it
        /// still ran, which ends nothing before its own eve.
        func limit(_ record: Known) -> Day {
            let inForce = steps.filter { $0.from <= day }
            let first = inForce.lastIndex { $0.from <= record.decided } ?? 0
            guard let months = inForce[first].months[record.grade] else { return record.decided + -1 }
            var last = record.decided.adding(months: months)
            for step in inForce[(first + 1)...] where last >= step.from {
                let eve = step.from + -1
                last = min(last, step.months[record.grade].map { max(record.decided.adding(months: $0), eve) } ?? eve)
            }
            return last
        }
    }

    static let (clerk, second, bureau) = (RevivalTests.clerk, RevivalTests.second, RevivalTests.bureau)

    @Test(arguments: EngineKind.allCases)
    func `公示期从不超过当日施行的规则的上限，已经终止的不因任何办理而恢复`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        var (chance, model) = (RandomEntries(2026), Model())
        try store.ledger.adopt(Self.rules(model.steps), at: { Instant(day: model.day) })
        var (round, done, looks) = (0, 0, 0)
        while done < 10_000 {
            round += 1
            if round.isMultiple(of: 40) {
                model.steps.append(Self.step(after: model.steps, on: model.day, &chance))
                try store.ledger.adopt(Self.rules(model.steps), at: { Instant(day: model.day, hour: 8) })
                model.acts["adopt", default: 0] += 1
                done += 1
            }
            let rules = Self.rules(model.steps)
            let chosen = model.inUse.shuffled(using: &chance).prefix(20)
            let day = model.day
            done += try store.ledger.record(at: Instant(day: day, hour: 9)) { reader in
                var (events, count): ([Event], Int) = ([], 0)
                for _ in 0..<(model.records.count < 60 ? 4 : Int.random(in: 0...1, using: &chance)) {
                    events += Self.handIn(nil, rules, &model, &chance)
                    count += 1
                }
                for id in chosen {
                    let made = try Self.act(on: id, rules, &model, &chance, in: reader)
                    events += made
                    count += made.isEmpty ? 0 : 1
                }
                return (Change(events: events), count)
            }.outcome
            for hop in 0..<2 {
                if hop == 1 { model.day = model.day + Int.random(in: 0...6, using: &chance) }
                looks += try Self.check(&model, in: store)
            }
        }
        for act in ["adopt", "hand-in", "undo", "file", "executed", "revoked", "shielded", "lifted", "objected"] {
            #expect(model.acts[act] ?? 0 > 5, "\(act): \(model.acts)")
        }
        #expect(looks > 50_000)
        #expect(try store.verify().findings == [])
    }

    /// What every record looks like on the day of the model; how many were looked at.
    static func check(_ model: inout Model, in store: TestStore) throws -> Int {
        let day = model.day
        // As it stands in the table that every channel reads; what the channels make of it is told elsewhere.
        let ends = try store.ledger.engine.read { transaction in
            try transaction.rows("SELECT id, published_until FROM record WHERE until_day = '9999-12-31'") {
                ($0.text(0), $0.optionalText(1).flatMap { Day($0) })
            }
        }
        let held = Dictionary(uniqueKeysWithValues: ends)
        for (id, record) in model.records {
            var known = record
            let last = held[id] ?? nil
            let isShown = last.map { day <= $0 } ?? false
            if isShown, let last {
                try #require(last <= model.limit(known), "\(id) shown to \(last), \(model.limit(known)) on \(day)")
                try #require(known.ends.isEmpty, "\(id) was ended by \(known.ends.keys) and is shown on \(day)")
                try #require(known.wasShown || known.mayReturn, "\(id) came back on \(day) by nothing")
                if let most = known.most { try #require(last <= most, "\(id) is shown longer than before its end") }
            }
            (known.wasShown, known.mayReturn) = (isShown, false)
            model.records[id] = known
        }
        return ends.count
    }

    /// One act on a record by chance; no events where it cannot be done, which is as good as nothing happening.
    static func act(
        on id: String, _ rules: Rules, _ model: inout Model, _ chance: inout RandomEntries, in reader: Reader
    ) throws -> [Event] {
        let day = model.day
        guard let stored = try reader.record(id, on: day) else { return handIn(id, rules, &model, &chance, in: reader) }
        switch Int.random(in: 0..<100, using: &chance) {
        case 0..<3: return handIn(id, rules, &model, &chance, in: reader)
        case 3..<5:
            model.acts["undo", default: 0] += 1
            model.records[id]?.mayReturn = true
            model.records[id]?.most = nil
            return [Story.undone(stored.entry.batch)]
        case 5:
            guard stored.entry.publication.isPublished(on: day) else { return [] }
            let end: ObjectionDecision.Correction = Bool.random(using: &chance) ? .withdrawal : .end(lastDay: day + -1)
            model.number += 1
            model.acts["objected", default: 0] += 1
            model.records[id]?.ends["OBJ-\(model.number)"] = day
            return try PublicationStory.objection("OBJ-\(model.number)", to: id, end, on: day, in: reader)
        default:
            do {
                let event = try repair(RepairedRecord(stored), rules, &model, &chance, in: reader)
                return [.repair(event)]
            } catch is RepairProblem { return [] }
        }
    }

    /// The next thing in the case about a record, or its beginning.
    private static func repair(
        _ record: RepairedRecord, _ rules: Rules, _ model: inout Model, _ chance: inout RandomEntries,
        in reader: Reader
    ) throws -> RepairEvent {
        let (day, id) = (model.day, record.id)
        let paper = try #require(RepairPaper(organ: "机关", number: "1号", date: day))
        let heads = try reader.repairs(of: id)
        // A case whose shield still stands can be opened again only by lifting it.
        var known: Repair?
        for head in heads where known == nil {
            guard let repair = try reader.repair(head.id)?.repair else { continue }
            if !repair.stage.word.isClosed || repair.shield != nil || repair.execution != nil { known = repair }
        }
        guard let repair = known else {
            model.number += 1
            let ruling = Bool.random(using: &chance) ? paper : nil
            let event = try Repair.filing(
                "RPR-\(model.number)", of: record,
                RepairApplication(repairClass: record.publication.grade?.rawValue ?? "", files: [], ruling: ruling),
                under: rules, open: nil, ban: nil, by: .window(clerk), on: day)
            model.acts["file", default: 0] += 1
            return event
        }
        let rule = rules.repairs[0]
        func before() -> Day? { record.publication.isPublished(on: day) ? record.publishedUntil : nil }
        let shieldID = repair.filing.repair + "/shield"
        switch Int.random(in: 0..<10, using: &chance) {
        case 0:
            let event = try repair.shielding(record, by: second, on: day)
            model.records[id]?.ends[shieldID] = before() ?? day
            model.acts["shielded", default: 0] += 1
            return event
        case 1, 2:
            guard repair.shield != nil else { break }
            let event = try repair.unshielding(record, paper, under: rules, by: clerk, on: day)
            lift(shieldID, of: id, &model)
            model.acts["lifted", default: 0] += 1
            return event
        case 3: if repair.execution == nil { return try repair.withdrawing(nil, by: clerk, on: day) }
        default: break
        }
        switch repair.stage {
        case .filed: return try repair.completing(confirmed: [], under: rule, by: clerk, on: day)
        case .review: return try repair.forwarding(nil, by: second, on: day)
        case .forwarded:
            let grants = Int.random(in: 0..<4, using: &chance) > 0
            return try repair.deciding(grants: grants, paper, reason: "理由", by: bureau, on: day)
        case .approved:
            let event = try repair.approved().executing(record, effects: [], by: second, on: day)
            let was = model.records[id]?.ends.removeValue(forKey: shieldID) ?? before()
            model.records[id]?.ends[repair.filing.repair] = was ?? day
            model.acts["executed", default: 0] += 1
            return event
        case .executed where Bool.random(using: &chance): return try repair.reporting(paper, by: clerk, on: day)
        case .executed, .closed:
            guard Int.random(in: 0..<4, using: &chance) == 0 else { throw RepairProblem.wrongStage }
            let event = try repair.revoking(record, paper, reason: "材料虚假", under: rules, by: clerk, on: day)
            lift(repair.filing.repair, of: id, &model)
            model.acts["revoked", default: 0] += 1
            return event
        default: throw RepairProblem.wrongStage
        }
    }

    /// An end is undone: the record may be shown again until the last day that it had before it.
    private static func lift(_ ground: String, of id: String, _ model: inout Model) {
        guard let was = model.records[id]?.ends.removeValue(forKey: ground) else { return }
        let most = model.records[id]?.most ?? was
        model.records[id]?.most = min(most, was)
        model.records[id]?.mayReturn = true
    }

    // MARK: - Rows and rules

    /// A row of a new record, or of one that is known, as intake enters it under the rules.
    private static func handIn(
        _ old: String?, _ rules: Rules, _ model: inout Model, _ chance: inout RandomEntries, in reader: Reader? = nil
    ) -> [Event] {
        model.number += 1
        model.acts["hand-in", default: 0] += 1
        let (id, batch) = (old ?? "p\(model.number)", "b\(model.number)")
        let decided = model.records[id]?.decided ?? (model.day + -Int.random(in: 0...200, using: &chance))
        let grade = model.records[id]?.grade ?? OffenceGrade.allCases.randomElement(using: &chance) ?? .general
        let wished = Int.random(in: 0..<4, using: &chance) == 0 ? decided.adding(months: 5) : nil
        let publication = rules.kinds[0].publication.publication(
            of: PublicationFacts(
                decided: decided, received: model.day, validUntil: nil, reviewBy: nil, wishedUntil: wished,
                givenGrade: grade, derivedGrade: nil, summaryProcedure: false))
        guard let publication else { return [] }
        model.records[id] = model.records[id] ?? Model.Known(decided: decided, grade: grade)
        model.records[id]?.mayReturn = true
        model.records[id]?.most = nil
        let version = ((try? reader?.versionMarks(of: id).last?.number) ?? 0) + 1
        return [
            Story.received(batch, kind: "administrative-penalty"),
            .record(
                RecordEntry(
                    id: id, version: version, kind: "administrative-penalty", family: .penalty, batch: batch, line: 2,
                    department: "market-regulation", key: Hex.encode(SHA256.digest(of: id).bytes[..<16]),
                    subject: "reg:640500100000016", subjectName: "某公司", formerNames: [], status: nil,
                    decided: decided, received: model.day, timeliness: nil, publication: publication,
                    fields: Array(#"{"内容":"\#(batch)"}"#.utf8))),
        ]
    }

    /// A further rule: shorter or longer, of today, of the coming days, or of some time ago.
    private static func step(after steps: [Step], on day: Day, _ chance: inout RandomEntries) -> Step {
        let from = max(steps[steps.count - 1].from + 1, day + Int.random(in: -20...20, using: &chance))
        func months(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
        return Step(
            from: from,
            months: [
                .light: Bool.random(using: &chance) ? nil : months(1...12), .general: months(3...40),
                .serious: months(12...50),
            ].compactMapValues(\.self))
    }

    private static func rules(_ steps: [Step]) -> Rules {
        let version = String(steps.count)
        var rules = Rules(
            code: "t", name: Label("试", "trial"), version: version, digest: version + "0", region: "640500")
        rules.kinds = Register([
            RecordKind(
                code: "administrative-penalty", title: Label("行政处罚", "Penalty"), family: .penalty, catalogueClass: "c",
                department: "market-regulation", source: PublicationStory.source, dueWithin: nil, templates: [],
                publication: .byGrade(
                    steps.map {
                        PublicationRule.GradeStep(
                            version: "R\($0.from)", from: $0.from, source: PublicationStory.source,
                            light: $0.months[.light], general: $0.months[.general], serious: $0.months[.serious],
                            summary: .byKind)
                    }), demonstration: nil)
        ])
        PublicationStory.addRepair(to: &rules)
        return rules
    }
}
