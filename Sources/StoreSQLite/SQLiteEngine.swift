import GRDB
import GRDBSQLite
import Store

/// SQLite 引擎: one file in write-ahead mode; readers never wait, writers (of other processes too) take turns.
public final class SQLiteEngine: Engine {
    /// Where the database lies.
    public let path: String
    private let writer: any DatabaseWriter
    private let readers: SQLiteReaders

    /// What a database is opened for.
    public enum Purpose: Sendable {
        /// The store: a commit is on the disk when it returns.
        case durable
        /// A scratch copy that is thrown away: nothing is kept through a crash.
        case scratch
    }

    /// Opens the database at `path`, or makes it.
    ///
    /// - Parameter patience: how many seconds are waited for a writer of another process before it is said to be in use.
    /// - Throws: `StoreProblem`.
    public init(path: String, purpose: Purpose = .durable, patience: Int = 20) throws {
        self.path = path
        readers = SQLiteReaders(path: path, timeout: Int32(patience) * 1_000)
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(patience))
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { database in
            // Only a new database takes it: five entries of a usual size fill a page, two leave a third of 4 KiB empty.
            try database.execute(sql: "PRAGMA page_size = 8192")
            // Readers find their pages in the system's cache; the writer's dirty pages have to be its own.
            let kibibytes = database.configuration.readonly ? 4_000 : 128_000
            try database.execute(sql: "PRAGMA cache_size = -\(kibibytes)")
            try database.execute(sql: "PRAGMA synchronous = \(purpose == .durable ? "FULL" : "OFF")")
            if purpose == .scratch { try database.execute(sql: "PRAGMA journal_mode = OFF") }
            try database.execute(sql: "PRAGMA secure_delete = OFF")
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 32000")
        }
        do {
            switch purpose {
            case .durable: writer = try DatabasePool(path: path, configuration: configuration)
            // What nobody keeps needs no write-ahead file: pages that leave the cache are written once, in their place.
            case .scratch: writer = try DatabaseQueue(path: path, configuration: configuration)
            }
            try writer.write { try SQLiteEngine.claim($0, path: path) }
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    /// Runs `body` on one consistent state; it cannot write.
    public func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try readers.read(body)
    }

    /// Runs `body` in a transaction that holds the database's write lock from its beginning (BEGIN IMMEDIATE).
    public func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        do {
            return try writer.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    let transaction = SQLiteTransaction(database, path: path)
                    defer { transaction.end() }
                    result = try body(transaction)
                    return .commit
                }
                return result!
            }
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    /// Copies one consistent state into a file, while others read and write.
    public func copy(to path: String) throws {
        do {
            try writer.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    /// What `PRAGMA integrity_check` and `PRAGMA foreign_key_check` find.
    public func damages() throws -> [String] {
        do {
            return try writer.read { database in
                let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(1000)").filter { $0 != "ok" }
                return found
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return [error.message ?? "malformed"]
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    /// Every table and index with the text that made it.
    public func schema() throws -> [String: String] {
        do {
            return try writer.read { database in
                var schema: [String: String] = [:]
                for row in try GRDB.Row.fetchAll(
                    database, sql: "SELECT type || ' ' || name AS name, coalesce(sql, '') AS sql FROM sqlite_schema")
                {
                    schema[row["name"]] = row["sql"]
                }
                return schema
            }
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    /// Moves what the write-ahead file holds into the database file, and closes every connection.
    public func close() throws {
        readers.close()
        do {
            // While others read, a part stays in the write-ahead file, which then stays too.
            try? writer.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try writer.close()
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    /// The number by which a file of ours is known: "Chxn".
    private static let applicationID: Int = 0x4368_786E

    private static func claim(_ database: Database, path: String) throws {
        let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        if id == applicationID { return }
        let objects = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0
        guard id == 0, objects == 0 else { throw StoreProblem.notOurs(path: path) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    static func problem(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let detail = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
        return switch error.resultCode {
        case .SQLITE_READONLY: StoreProblem.readOnly(path: path)
        case .SQLITE_FULL: StoreProblem.diskFull(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: StoreProblem.locked(path: path)
        case .SQLITE_NOTADB: StoreProblem.notADatabase(path: path)
        case .SQLITE_CORRUPT: StoreProblem.damaged(path: path, detail: detail)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: StoreProblem.cannotOpen(path: path, detail: detail)
        case .SQLITE_IOERR: StoreProblem.damaged(path: path, detail: detail)
        default: StoreProblem.refused(detail: detail)
        }
    }
}
