import Synchronization

/// 答复记忆: answers given before, for as long as neither the log nor the day has moved on: what was read from the same
/// position on the same day says the same (R6, R7: the next entry ends them all).
final class AnswerMemory: Sendable {
    /// What an answer was read from.
    struct State: Equatable {
        let day: Int32
        let logSize: Int
    }

    private struct Kept {
        var state: State?
        var answers: [String: Answer] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())
    /// - Unit: bytes of answers, packed ones included
    private let capacity: Int
    private static let longestQuestion = 512
    private static let largestAnswer = 256 * 1_024

    init(capacity: Int = 24 << 20) { self.capacity = capacity }

    /// The answer to a question, if it was given in this state.
    func answer(to question: String, in state: State) -> Answer? {
        kept.withLock { $0.state == state ? $0.answers[question] : nil }
    }

    /// An answer that is kept, packed from now on.
    func packed(_ answer: Answer, to question: String, in state: State) -> Answer {
        answer.isText && answer.packed == nil ? keep(answer, to: question, in: state, packing: true) : answer
    }

    /// Keeps an answer that was read in a state; the answer as it is kept.
    ///
    /// - Parameter packing: whether its visitor takes it packed; then it is packed once for all who do.
    func keep(_ answer: Answer, to question: String, in state: State, packing: Bool) -> Answer {
        guard answer.status == 200, case .revalidated = answer.caching, answer.pieces == nil,
            question.utf8.count <= Self.longestQuestion, answer.bytes.count <= Self.largestAnswer
        else { return answer }
        var answer = answer
        answer.known = answer.mark
        if packing, answer.isText, answer.packed == nil { answer.packed = Gzip.compress(answer.bytes) }
        let size = answer.bytes.count + (answer.packed?.count ?? 0) + question.utf8.count
        kept.withLock { kept in
            if kept.state != state || kept.bytes + size > capacity {
                kept = Kept(state: state)
            }
            if let old = kept.answers.updateValue(answer, forKey: question) {
                kept.bytes -= old.bytes.count + (old.packed?.count ?? 0) + question.utf8.count
            }
            kept.bytes += size
        }
        return answer
    }
}
