import GRDB
import GRDBSQLite
import Store
import Synchronization

/// 读连接: a connection that only reads. Its statements stay prepared from one look to the next, which saves most of what
/// a short look costs.
///
/// One thread uses it at a time: whoever took it out of `SQLiteReaders`.
final class SQLiteReader: Transaction, @unchecked Sendable {
    private let handle: OpaquePointer
    private let path: String
    private var begin: OpaquePointer?
    private var commit: OpaquePointer?
    private var statements: [String: SQLiteStatement] = [:]
    /// Lists are asked in many ways; more texts than this are not kept prepared.
    private static let mostStatements = 128

    /// - Parameter cache: what the connection keeps of the database, in KiB
    init(path: String, cache: Int, timeout: Int32) throws {
        self.path = path
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) }
            sqlite3_close_v2(opened)
            throw SQLiteEngine.problem(
                DatabaseError(resultCode: ResultCode(rawValue: code), message: message), path: path)
        }
        handle = opened
        sqlite3_busy_timeout(handle, timeout)
        sqlite3_extended_result_codes(handle, 1)
        try execute("PRAGMA cache_size = -\(cache)")
        begin = try prepare("BEGIN")
        commit = try prepare("COMMIT")
    }

    deinit {
        statements.removeAll()
        sqlite3_finalize(begin)
        sqlite3_finalize(commit)
        sqlite3_close_v2(handle)
    }

    /// Looks at one consistent state.
    func look<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try run(begin)
        defer {
            do { try run(commit) } catch { try? execute("ROLLBACK") }
        }
        return try body(self)
    }

    func statement(_ text: String) throws -> any Store.Statement {
        if let statement = statements[text], !statement.isRunning { return statement }
        let statement = SQLiteStatement(try prepare(text), path: path)
        // A statement that is still handing out rows cannot be run again inside its own loop.
        if statements[text] == nil, statements.count < SQLiteReader.mostStatements { statements[text] = statement }
        return statement
    }

    func script(_ text: String) throws { throw StoreProblem.readOnly(path: path) }

    private func prepare(_ text: String) throws -> OpaquePointer {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, text, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw failure(code) }
        return prepared
    }

    private func execute(_ text: String) throws {
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        if code != SQLITE_OK { throw failure(code) }
    }

    private func run(_ statement: OpaquePointer?) throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        if code != SQLITE_DONE, code != SQLITE_ROW { throw failure(code) }
    }

    private func failure(_ code: Int32) -> any Error {
        let message = String(cString: sqlite3_errmsg(handle))
        return SQLiteEngine.problem(
            DatabaseError(resultCode: ResultCode(rawValue: code), message: message), path: path)
    }
}

/// 读连接池: the connections that nobody reads on at the moment; as many are made as threads read at the same time.
final class SQLiteReaders: Sendable {
    private let path: String
    private let timeout: Int32
    private let idle = Mutex<[SQLiteReader]?>([])
    private static let mostIdle = 8
    /// Enough for the inner pages of ten million records; their leaves are found in the system's cache.
    /// - Unit: KiB
    private static let cache = 16_000

    init(path: String, timeout: Int32) {
        self.path = path
        self.timeout = timeout
    }

    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        let reader = try take()
        defer { giveBack(reader) }
        return try reader.look(body)
    }

    /// Closes every connection; one that is read on is closed when its look ends.
    func close() { idle.withLock { $0 = nil } }

    private func take() throws -> SQLiteReader {
        let known = try idle.withLock { idle throws -> SQLiteReader? in
            guard idle != nil else { throw StoreProblem.cannotOpen(path: path, detail: "closed") }
            return idle?.popLast()
        }
        return try known ?? SQLiteReader(path: path, cache: SQLiteReaders.cache, timeout: timeout)
    }

    private func giveBack(_ reader: SQLiteReader) {
        idle.withLock { idle in
            if let count = idle?.count, count < SQLiteReaders.mostIdle { idle?.append(reader) }
        }
    }
}
