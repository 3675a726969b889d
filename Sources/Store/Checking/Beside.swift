import Dispatch
import Synchronization

/// 同时进行: work that goes on beside other work until somebody asks for what came of it.
final class Beside<Value: Sendable>: Sendable {
    private let outcome = Mutex<Result<Value, any Error>?>(nil)
    private let done = DispatchGroup()

    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async(group: done) { [self] in
            let result = Result(catching: work)
            outcome.withLock { $0 = result }
        }
    }

    /// What came of it; waits until it is there.
    func value() throws -> Value {
        done.wait()
        return try outcome.withLock { $0! }.get()
    }
}
