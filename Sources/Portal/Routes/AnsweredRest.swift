/// 余下的请求: what a visitor still sends after the answer has gone. Some of it is let through, so that a browser that sends
/// before it reads sees the answer; then the connection is closed.
struct AnsweredRest {
    /// - Unit: bytes
    static let most = 16 << 20
    /// - Unit: seconds
    private static let patience = 30

    private var size = 0
    private var began: Int?

    /// Whether these bytes are still let through.
    ///
    /// - Parameter now: a clock that only runs forward, in seconds.
    mutating func takes(_ count: Int, at now: Int) -> Bool {
        let began = self.began ?? now
        self.began = began
        size += count
        return size <= Self.most && now < began + Self.patience
    }
}
