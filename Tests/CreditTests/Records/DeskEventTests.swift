import Credit
import Testing

@Suite struct DeskEventTests {
    static let day = Day("2026-05-06")!
    static let clerk = Officer(account: "bai", name: "白报送", organ: "market-regulation")
    static let stranger = Officer(account: "tax", name: "税", organ: "tax")
    static let free = RecordRevision.Standing(isContested: false, isDecided: false, next: 2)

    static func entry(_ period: Publication.Period = .until(Day("2027-05-05")!)) -> RecordEntry {
        RecordEntry(
            id: "r1", version: 1, kind: "k", family: .penalty, batch: "b", line: 1, department: "market-regulation",
            key: "00", subject: "91640500MA7T033465", subjectName: "某公司", formerNames: [], status: nil, decided: day,
            received: day, timeliness: nil,
            publication: Publication(
                period: period, grade: .general, gradeDerived: false, rule: nil, lastDayByRule: nil),
            fields: Array(#"{"number":"1"}"#.utf8))
    }
    static let kind = RecordKind(
        code: "k", title: Label("k", "k"), family: .penalty, catalogueClass: "2", department: "market-regulation",
        source: Source(document: "d"), dueWithin: nil, templates: [],
        publication: .standing, demonstration: nil)

    static func withdraw(
        _ entry: RecordEntry = entry(), reason: String = "决定书已撤销", standing: RecordRevision.Standing = free,
        by officer: Officer = clerk
    ) throws -> (RecordRevision, RecordEntry) {
        try RecordRevision.withdrawing(
            entry, .alreadyEnded, reason: reason, standing: standing, kind: kind, id: "REV-1", by: officer, on: day)
    }

    @Test func `撤回须有理由，撤回后不再公示，原来的版本不变`() throws {
        let (revision, made) = try Self.withdraw()
        #expect(made.version == 2 && made.publication.period == .none(.withdrawn) && made.fields == Self.entry().fields)
        #expect(revision.version == 2 && revision.change == .withdrawal(.alreadyEnded))
        #expect(throws: RevisionProblem.noReason) { try Self.withdraw(reason: "  ") }
        #expect(throws: RevisionProblem.identityNumber) { try Self.withdraw(reason: "11010519491231002X 的案件") }
        #expect(throws: RevisionProblem.withdrawnBefore) { try Self.withdraw(Self.entry(.none(.withdrawn))) }
    }

    @Test func `经异议决定只是不再公示的，决定机关仍可整条撤回`() throws {
        let decided = RecordRevision.Standing(isContested: false, isDecided: true, next: 3)
        let (_, made) = try Self.withdraw(Self.entry(.none(.withheld)), standing: decided)
        #expect(made.publication.period == .none(.withdrawn))
        #expect(throws: RevisionProblem.contested) {
            try Self.withdraw(
                Self.entry(.none(.withheld)), standing: .init(isContested: true, isDecided: true, next: 3))
        }
        #expect(throws: RevisionProblem.decidedByObjection) {
            try Self.withdraw(Self.entry(.none(.withdrawn)), standing: decided)
        }
    }

    @Test func `只能更正、撤回本单位报送的信息；异议处理中的和异议已经决定的不得改动`() {
        #expect(throws: RevisionProblem.notOwn) { try Self.withdraw(by: Self.stranger) }
        #expect(throws: RevisionProblem.contested) {
            try Self.withdraw(standing: .init(isContested: true, isDecided: false, next: 2))
        }
        #expect(throws: RevisionProblem.decidedByObjection) {
            try Self.withdraw(standing: .init(isContested: false, isDecided: true, next: 3))
        }
        #expect(throws: RevisionProblem.nothingChanged) {
            try RecordRevision.correcting(
                Self.entry(), [], reason: "x", standing: Self.free, kind: Self.kind, term: nil, id: "REV-1",
                by: Self.clerk, on: Self.day)
        }
    }

    static func sample(_ records: [String], of size: Int = 3, by officer: Officer = clerk) throws -> BatchSample {
        try BatchSample(
            id: "SMP-1", batch: "b", department: "market-regulation", size: size, records: records, by: officer)
    }

    @Test func `抽样复核一个理由适用于全部，只作一次结论，只复核本单位的批次`() throws {
        #expect(throws: BatchSampleProblem.noSample) { try Self.sample([]) }
        #expect(throws: BatchSampleProblem.noSample) { try Self.sample(["a", "b"], of: 1) }
        #expect(throws: BatchSampleProblem.noSample) { try Self.sample(["a", "a"]) }
        #expect(throws: BatchSampleProblem.notOwn) { try Self.sample(["a"], by: Self.stranger) }
        let sample = try Self.sample(["a"])
        let right = BatchSample.Finding(isRight: true, reason: "一致", takesBack: false)
        #expect(try sample.finding(right, before: nil, by: Self.clerk) == .found("SMP-1", right, by: Self.clerk))
        #expect(throws: BatchSampleProblem.found) { try sample.finding(right, before: right, by: Self.clerk) }
        #expect(throws: BatchSampleProblem.notOwn) { try sample.finding(right, before: nil, by: Self.stranger) }
        #expect(throws: BatchSampleProblem.noReason) {
            try sample.finding(.init(isRight: true, reason: "", takesBack: false), before: nil, by: Self.clerk)
        }
    }

    static let by = #"{"by":{"account":"bai","name":"白报送","organ":"market-regulation"},"#

    @Test func `the bytes of every step are those of its release, and are read again`() throws {
        let golden: [(DeskEvent, String)] = [
            (
                .revised(try Self.withdraw().0),
                #"\#(Self.by)"case":"REV-1","event":"desk.revised","ground":"already-ended","reason":"决定书已撤销","record":"r1","version":2}"#
            ),
            (
                .revised(
                    RecordRevision(
                        id: "REV-1", record: "r1", version: 3, change: .correction, reason: "金额有误", by: Self.clerk)),
                #"\#(Self.by)"case":"REV-1","event":"desk.revised","reason":"金额有误","record":"r1","version":3}"#
            ),
            (
                .sampled(try Self.sample(["a", "b"])),
                #"{"batch":"b",\#(Self.by.dropFirst())"case":"SMP-1","department":"market-regulation","event":"desk.sampled","records":["a","b"],"size":3}"#
            ),
            (
                .found("SMP-1", .init(isRight: true, reason: "一致", takesBack: false), by: Self.clerk),
                #"\#(Self.by)"case":"SMP-1","event":"desk.found","reason":"一致","right":true}"#
            ),
            (
                .found("SMP-1", .init(isRight: false, reason: "金额错", takesBack: true), by: Self.clerk),
                #"\#(Self.by)"case":"SMP-1","event":"desk.found","reason":"金额错","takesBack":true}"#
            ),
        ]
        for (event, bytes) in golden {
            #expect(String(decoding: Event.desk(event).body, as: UTF8.self) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == .desk(event))
            for (old, new) in [
                ("desk.", "desk.x"), ("already-ended", "never"), (#""version""#, #""verzion""#),
                (#""size":3"#, #""size":1"#),
                (#""reason""#, #""reazon""#),
            ] where bytes.contains(old) {
                let changed = Array(bytes.replacing(old, with: new).utf8)
                #expect(throws: CanonicalFault.self, "\(new)") { try Event(body: changed) }
            }
        }
    }
}
