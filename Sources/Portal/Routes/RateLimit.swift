import Synchronization

/// 限流: how many requests a minute one address may make; a bucket an address that fills up evenly.
final class RateLimit: Sendable {
    private struct Bucket {
        var left: Int
        var at: Int
    }

    private let perMinute: Int
    private let buckets = Mutex<[String: Bucket]>([:])
    private static let mostAddresses = 65_536

    init(perMinute: Int) { self.perMinute = max(1, perMinute) }

    /// Takes one request of an address at a time in milliseconds.
    ///
    /// Returns nil if it may go on, else how many seconds to wait.
    func take(_ address: String, at now: Int) -> Int? {
        buckets.withLock { buckets in
            if buckets.count >= Self.mostAddresses {
                // A bucket that is full again says nothing; if all are in use, all start anew rather than grow.
                buckets = buckets.filter { refilled($0.value, at: now) < perMinute * 1_000 }
                if buckets.count >= Self.mostAddresses { buckets = [:] }
            }
            let left = buckets[address].map { refilled($0, at: now) } ?? perMinute * 1_000
            guard left >= 1_000 else {
                buckets[address] = Bucket(left: left, at: now)
                return max(1, ((1_000 - left) * 60 / perMinute + 999) / 1_000)
            }
            buckets[address] = Bucket(left: left - 1_000, at: now)
            return nil
        }
    }

    /// Gives back a request that was taken and then answered another way, which takes it again.
    func giveBack(_ address: String) {
        buckets.withLock { $0[address]?.left += 1_000 }
    }

    /// - Unit: thousandths of a request
    private func refilled(_ bucket: Bucket, at now: Int) -> Int {
        min(perMinute * 1_000, bucket.left + max(0, now - bucket.at) * perMinute / 60)
    }
}
