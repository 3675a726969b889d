import ArgumentParser
import Credit
import Glibc
import Proofs
import RulePacks
import Store
import StoreSQLite
import Synchronization

/// 数据选项: `--data DIR` and all that is needed to open the store in it.
struct StoreOptions: ParsableArguments {
    @Option(help: "数据文件夹 · data folder")
    var data = "data"
    @OptionGroup var packs: PackOptions
    @OptionGroup var clocks: ClockOptions

    /// Where the database lies.
    var databasePath: String { data + "/chengxin.db" }

    /// Whether the folder holds a store.
    var exists: Bool { access(databasePath, F_OK) == 0 }

    /// The store, made on first use.
    func ledger() throws -> Ledger {
        try Output.folder(data)
        return try opened(readOnly: false)
    }

    /// The store as it is, to be looked at.
    ///
    /// - Throws: `Refusal` where there is none.
    func existingLedger() throws -> Ledger {
        guard exists else {
            throw Refusal(
                "“\(data)”里还没有数据；先运行 chengxin import", "there is no store in “\(data)”; run chengxin import first")
        }
        return try opened(readOnly: false)
    }

    private func opened(readOnly: Bool) throws -> Ledger {
        let engine = try SQLiteEngine(path: databasePath)
        let random = RandomSource()
        return try Ledger(
            engine: engine, folder: LogFolder(path: data),
            settings: LogSettings(
                origin: StoreOptions.origin, isRehearsal: clocks.day != nil, seed: { Chance.bytes(32) }),
            salts: { random.salt() })
    }

    /// 日志名称: the name of the log, unless the operator names another.
    static var origin: String {
        guard let name = getenv("CHENGXIN_ORIGIN") else { return "credit.zhongwei.example/log" }
        return String(cString: name)
    }
}

/// 随机源: random bytes asked from the system a page at a time, since a salt is needed for every event.
final class RandomSource: Sendable {
    private let buffer = Mutex<(bytes: [UInt8], used: Int)>((bytes: [], used: 0))

    /// A salt.
    func salt() -> Salt {
        let (high, low) = pair()
        return Salt(high, low)
    }

    /// Two random numbers.
    func pair() -> (UInt64, UInt64) {
        buffer.withLock { buffer in
            if buffer.used + 16 > buffer.bytes.count {
                buffer = (Chance.bytes(4_096), 0)
            }
            defer { buffer.used += 16 }
            return buffer.bytes.withUnsafeBytes {
                (
                    $0.loadUnaligned(fromByteOffset: buffer.used, as: UInt64.self),
                    $0.loadUnaligned(fromByteOffset: buffer.used + 8, as: UInt64.self)
                )
            }
        }
    }

    /// 编号: ids that sort by the time they were made: 48 bits of milliseconds, 52 bits of chance, in base32.
    func id() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
        let chance = pair().0
        return String(unsafeUninitializedCapacity: 20) { out in
            let alphabet: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
            let letters = alphabet.utf8Start
            for index in 0..<10 { out[index] = letters[Int(milliseconds >> UInt64(45 - index * 5) & 31)] }
            for index in 0..<10 { out[10 + index] = letters[Int(chance >> UInt64(index * 5) & 31)] }
            return 20
        }
    }
}
