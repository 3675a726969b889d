import Credit
import Proofs

/// 日志证明: what shows anybody that an entry stands in the signed log; nothing of it says whom the entry is about.
public struct LogProof: Sendable, Equatable {
    /// Position of the entry, from 0.
    public let position: Int
    /// The entry as the public log has it.
    public let envelope: LeafEnvelope
    /// The hashes from the leaf to the root of the checkpoint.
    public let inclusion: [Digest]
    /// The checkpoint under which it is shown.
    public let checkpoint: Checkpoint

    /// What shows that an entry stands in the log of a checkpoint.
    public init(position: Int, envelope: LeafEnvelope, inclusion: [Digest], checkpoint: Checkpoint) {
        self.position = position
        self.envelope = envelope
        self.inclusion = inclusion
        self.checkpoint = checkpoint
    }
}

/// 核对页: the proof of one entry, step by step, so that a patient reader can follow it with any SHA-256.
struct ProofPage: Page {
    static let template = "proof"
    /// What is proved; nil before anything was asked.
    let proof: LogProof?
    /// The record it was asked for, where it was asked by a record's id.
    let record: String?
    /// 异议标注 of that record (R7).
    var contest = ContestMark.none
    let reading: Reading?

    var title: Label { .both("核对一条日志", "Prove an entry of the log") }
    var isIndexed: Bool { false }
    var section: PortalSection? { .log }
    var question: String? { asked.map { "of=" + PercentEncoding.encode($0.utf8) } }
    private var asked: String? { record ?? proof.map { String($0.position) } }

    func show(on tape: inout Tape) {
        tape.put("of", asked)
        tape.put("record", record)
        tape.put("contested", contest != .none)
        tape.put("proof", proof.map { ShownProof(proof: $0) })
        tape.draw { tape in
            tape.put("recordPath", record.map { RecordPage.path(of: $0) })
            tape.put("evidence", record.map { "/api/v1" + RecordPage.path(of: $0) + "/evidence" })
        }
    }

    struct ShownProof: Shown {
        let proof: LogProof

        func show(on tape: inout Tape) {
            tape.put("position", proof.position)
            tape.put("instant", proof.envelope.instant)
            tape.put("class", proof.envelope.eventClass)
            tape.put("commitment", proof.envelope.commitment.base64)
            tape.put("leaf", proof.envelope.leafHash.base64)
            let steps = Step.steps(of: proof)
            tape.put("steps", steps)
            tape.put("root", proof.checkpoint.root.base64)
            tape.put("size", proof.checkpoint.size)
            tape.put("proven", (steps.last?.result ?? proof.envelope.leafHash) == proof.checkpoint.root)
        }
    }

    /// 步骤: two neighbours become one.
    struct Step: Shown {
        let number: Int
        let isLeft: Bool
        let hash: Digest
        let result: Digest

        func show(on tape: inout Tape) {
            tape.put("number", number)
            tape.put("side", isLeft ? "left" : "right")
            tape.put("sideTitle", isLeft ? Label.both("左", "left") : .both("右", "right"))
            tape.put("hash", hash.base64)
            tape.put("result", result.base64)
        }

        /// The steps from the leaf to the root.
        ///
        /// - Source: RFC 9162 2.1.3.2.
        static func steps(of proof: LogProof) -> [Step] {
            var (index, last) = (proof.position, proof.checkpoint.size - 1)
            var present = proof.envelope.leafHash
            var steps: [Step] = []
            for hash in proof.inclusion {
                let isLeft = index & 1 == 1 || index == last
                present = isLeft ? MerkleTree.nodeHash(hash, present) : MerkleTree.nodeHash(present, hash)
                if isLeft { while index & 1 == 0, index != 0 { (index, last) = (index >> 1, last >> 1) } }
                (index, last) = (index >> 1, last >> 1)
                steps.append(Step(number: steps.count + 1, isLeft: isLeft, hash: hash, result: present))
            }
            return steps
        }
    }
}

extension ProofPage {
    /// Makes the proof that is asked: of a position, or of a record that is public today.
    static func read(_ ask: Ask) async throws -> ProofPage {
        guard let of = ask.question("of") else {
            return ProofPage(proof: nil, record: nil, reading: try await ask.read { try $0.reading() })
        }
        return try await ask.read { reading in
            var position = Int(of)
            var record: String?
            var contest = ContestMark.none
            if position == nil {
                switch try reading.record(of) {
                case .shown(let view, _): (position, record, contest) = (view.position, view.id, view.contest)
                case .ended(let day): throw PortalProblem.ended(day)
                case .withdrawn(let day, let reason): throw PortalProblem.withdrawn(day, reason)
                case .erased(let day, let ground): throw PortalProblem.erased(day, ground)
                case .unknown: throw PortalProblem.noSuchRecord
                }
            }
            guard let position, let proof = try reading.proof(at: position) else { throw PortalProblem.noSuchTile }
            return ProofPage(proof: proof, record: record, contest: contest, reading: try reading.reading())
        }
    }
}
