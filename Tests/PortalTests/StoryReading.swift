import Credit
import Portal
import Proofs

/// What reads for the tests: the story, a small log, and a way to fail.
struct StoryReading: PublicReading {
    struct Broken: Error {
        let secret = "table subject is locked at /secret/path"
    }

    /// A number whose birth date and check character are right: nobody's, of an unassigned sequence of 1900.
    static let identityNumber = "110101190001010014"

    var isBroken = false
    var isRehearsal = true
    var day = Story.today
    /// Whether nothing can be read but the beginning of a list.
    var breaksOnward = false
    var files: [String: SubjectFile] = [
        Story.乾丰建材.key: Story.file, Story.无码.key: Story.emptyFile, Story.面馆.key: Story.traderFile,
    ]

    func reading() throws -> Reading {
        if isBroken { throw Broken() }
        return Reading(day: day, treeSize: 123_456, isRehearsal: isRehearsal)
    }

    func search(_ text: String, limit: Int) throws -> SearchAnswer {
        _ = try reading()
        if text.contains(Self.identityNumber) { return .refusedIdentityNumber }
        let hits = files.values.map(\.subject).sorted { $0.key < $1.key }.compactMap { subject -> SearchHit? in
            let kind: SearchHit.Kind
            if subject.code == text {
                kind = .code
            } else if subject.name.contains(text), !subject.isSoleTrader || subject.name == text {
                kind = .name
            } else if subject.formerNames.contains(where: { $0.contains(text) }) {
                kind = .formerName
            } else {
                return nil
            }
            return SearchHit(
                key: subject.key, code: subject.code, name: subject.name, matched: text, kind: kind,
                isSoleTrader: subject.isSoleTrader)
        }
        return .hits(Array(hits.prefix(limit)))
    }

    static let tasks: [MeasureTask] = [
        MeasureTask(
            measure: "limit-awards", department: "finance", bound: Story.today, told: Story.today + 3, state: .executed),
        MeasureTask(
            measure: "limit-awards", department: "finance", bound: Story.today, told: nil, state: .open),
    ]

    func measureTasks(in month: Month, department: String?) throws -> [MeasureTask] {
        _ = try reading()
        return Self.tasks.filter { department == nil || $0.department == department }
    }

    func subject(key: String, on day: Day?) throws -> SubjectFile? {
        _ = try reading()
        precondition(day == nil, "the public portal never names a day")
        return files[key]
    }

    func record(_ id: String) throws -> RecordAnswer {
        if id == "r7ended000ffff" { return .ended(on: Day("2026-03-31")!) }
        guard let record = Story.records.first(where: { $0.id == id }) else { return .unknown }
        return .shown(record, try reading())
    }

    func home() throws -> PublicCounts {
        let counts = Self.counts
        return PublicCounts(
            subjects: counts.subjects, kinds: counts.kinds, lastReceived: counts.lastReceived, reading: try reading())
    }

    static let counts = PublicCounts(
        subjects: 5_012,
        kinds: Story.file.currency.enumerated().map {
            .init(currency: $1, published: $1.lastReceived == nil ? 0 : 1_201 * ($0 + 1))
        }, lastReceived: Day("2026-11-20")!, reading: Story.reading)

    func records(_ question: RecordQuestion) throws -> RecordList {
        if breaksOnward, question.after != nil { throw Broken() }
        return StoryLists.list(question, reading: try reading())
    }

    func listedKinds(_ family: RecordQuestion.Family) throws -> [ListedKind] {
        _ = try reading()
        return StoryLists.kinds(family)
    }

    func commitments(
        inMatter matter: String, state: ShownCommitment.State?, after: String?, limit: Int
    ) throws -> CommitmentList {
        let rows = Story.commitments.filter { $0.matter == matter && (state == nil || $0.state == state) }
        return CommitmentList(rows: Array(rows.prefix(limit)), next: nil, reading: try reading())
    }

    func commitmentCounts() throws -> [CommitmentCount] {
        _ = try reading()
        return ShownCommitment.State.allCases.map { state in
            CommitmentCount(
                matter: "permit-commitments", state: state, count: Story.commitments.count { $0.state == state })
        }
    }

    func logKey() throws -> String { "credit.example/log+1a2b3c4d+AXJlYWxseSBub3QgYSBrZXkgYXQgYWxsIQ==" }

    func checkpoint() throws -> [UInt8]? {
        let body = "credit.example/log\n123456\n5p0vuJxYsGmaEjqUFJtuFbZtGrTQbnAHJmU2yhR4OIs=\n"
        return Array((body + "\n— credit.example/log Gis8TQ==\n").utf8)
    }

    func tile(level: Int, index: Int, width: Int) throws -> [UInt8]? {
        // 123,456 leaves: 482 full tiles of level 0 and one of 64.
        guard level == 0, index < 482 || (index == 482 && width <= 64) else { return nil }
        return [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: width * 32)
    }

    func entryBundle(index: Int, width: Int) throws -> [UInt8]? {
        guard index < 482 || (index == 482 && width <= 64) else { return nil }
        return [UInt8](repeating: 7, count: width * 3)
    }

    func evidence(_ id: String) throws -> [UInt8]? {
        Story.records.contains { $0.id == id } ? Array(#"{"body":{},"salt":"00"}"#.utf8) : nil
    }

    /// A log of three entries, small enough to be joined by hand.
    func proof(at position: Int) throws -> LogProof? {
        guard (0..<3).contains(position) else { return nil }
        let envelopes = try (0..<3).map {
            try LeafEnvelope(
                instant: "2026-11-2\($0)T09:00:00+08:00", eventClass: "record",
                commitment: SHA256.digest(of: [UInt8($0)]))
        }
        let leaves = envelopes.map(\.leafHash)
        let pair = MerkleTree.nodeHash(leaves[0], leaves[1])
        let beside = [[leaves[1], leaves[2]], [leaves[0], leaves[2]], [pair]]
        return LogProof(
            position: position, envelope: envelopes[position], inclusion: beside[position],
            checkpoint: Checkpoint(
                origin: "credit.example/log", size: 3, root: MerkleTree.nodeHash(pair, leaves[2])))
    }
}
