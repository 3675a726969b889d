import Synchronization

/// What was last worked out from a small file, so that it is not worked out again while the file says the same.
final class Remembered<Value: Sendable>: Sendable {
    private let last = Mutex<(text: String, value: Value)?>(nil)

    /// Keeps the value of a text that the file will have next.
    func keep(_ value: Value, of text: String) { last.withLock { $0 = (text, value) } }

    /// The value of this text.
    func value(of text: String, _ make: (String) throws -> Value) rethrows -> Value {
        if let last = last.withLock({ $0 }), last.text == text { return last.value }
        let value = try make(text)
        last.withLock { $0 = (text, value) }
        return value
    }
}
