import Credit
import Glibc
import Store

/// 时钟: the only place where the time of day is read.
struct Clock: Sendable {
    /// 演练日: the day a rehearsal counts from; nil for the real time.
    let rehearsal: Day?
    private let started: Instant

    /// The clock of a command; `--clock DAY` makes it a rehearsal.
    init(rehearsal: Day?) {
        self.rehearsal = rehearsal
        started = Clock.read()
    }

    /// Now; in a rehearsal nine o'clock of its day plus what has passed since the command began.
    func now() -> Instant {
        let real = Clock.read()
        guard let rehearsal else { return real }
        return Instant(secondsSince1970: Instant(day: rehearsal, hour: 9).seconds + real.seconds - started.seconds)
    }

    /// Today in China.
    var today: Day { rehearsal ?? Clock.read().day }

    /// Real seconds since 1970, in a rehearsal too: what telephones show and how long a session lasts is not rehearsed.
    static func wallSeconds() -> Int { read().seconds }

    /// Seconds that have passed since some point, for measuring.
    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The real time, whatever day a rehearsal counts from.
    /// - Unit: seconds since 1970
    static func unixSeconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec
    }

    private static func read() -> Instant { Instant(secondsSince1970: unixSeconds()) }
}

/// 随机: the only place where chance enters.
enum Chance {
    /// Random bytes from the system, which hands out at most 256 at a time.
    static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let part = min(256, count - filled)
                guard getentropy(buffer.baseAddress! + filled, part) == 0 else { continue }
                filled += part
            }
        }
    }
}
