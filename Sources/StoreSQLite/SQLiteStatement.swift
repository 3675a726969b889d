import GRDB
import GRDBSQLite
import Store

/// A prepared statement that binds straight from our values: GRDB's own arguments cost three times as much in bulk.
final class SQLiteStatement: Store.Statement, Store.Row {
    private let prepared: GRDB.Statement
    private let handle: OpaquePointer
    private let path: String

    init(_ prepared: GRDB.Statement, path: String) {
        self.prepared = prepared
        self.path = path
        handle = prepared.sqliteStatement
    }

    var isRunning: Bool { sqlite3_stmt_busy(handle) != 0 }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    @discardableResult func run(_ values: [SQLValue]) throws -> Int {
        try bind(values)
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return Int(sqlite3_changes(sqlite3_db_handle(handle)))
            case let code: throw failure(code)
            }
        }
    }

    func each(_ values: [SQLValue], _ body: (any Store.Row) throws -> Void) throws {
        try bind(values)
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(self)
            case SQLITE_DONE: return
            case let code: throw failure(code)
            }
        }
    }

    func first<Value>(_ values: [SQLValue], _ make: (any Store.Row) throws -> Value) throws -> Value? {
        try bind(values)
        defer { sqlite3_reset(handle) }
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return try make(self)
        case SQLITE_DONE: return nil
        case let code: throw failure(code)
        }
    }

    private func bind(_ values: [SQLValue]) throws {
        guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
            throw StoreProblem.refused(detail: "\(values.count) values for \(sqlite3_bind_parameter_count(handle))")
        }
        sqlite3_reset(handle)
        var index: Int32 = 0
        for value in values {
            index += 1
            let code =
                switch value {
                case .integer(let number): sqlite3_bind_int64(handle, index, Int64(number))
                case .text(var text):
                    text.withUTF8 { bytes in
                        bytes.withMemoryRebound(to: CChar.self) { bytes in
                            guard let start = bytes.baseAddress else {
                                return sqlite3_bind_text(handle, index, "", 0, SQLiteStatement.transient)
                            }
                            return sqlite3_bind_text64(
                                handle, index, start, UInt64(bytes.count), SQLiteStatement.transient,
                                UInt8(SQLITE_UTF8))
                        }
                    }
                case .bytes(let bytes):
                    bytes.withUnsafeBytes {
                        $0.isEmpty
                            ? sqlite3_bind_zeroblob(handle, index, 0)
                            : sqlite3_bind_blob64(
                                handle, index, $0.baseAddress, UInt64($0.count), SQLiteStatement.transient)
                    }
                case .null: sqlite3_bind_null(handle, index)
                }
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    private func failure(_ code: Int32) -> any Error {
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        return SQLiteEngine.problem(
            DatabaseError(resultCode: ResultCode(rawValue: code), message: message), path: path)
    }

    var count: Int { Int(sqlite3_column_count(handle)) }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
        return String(decoding: bytes, as: UTF8.self)
    }

    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

    func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let start = sqlite3_column_blob(handle, Int32(column))
        return try body(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }

    func value(_ column: Int) -> SQLValue {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB: .bytes(bytes(column))
        case SQLITE_FLOAT: .text(text(column))
        default: .null
        }
    }

    /// Says that SQLite is to copy what it is given: our buffers end with the call.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
