import GRDB
import GRDBSQLite
import Store

/// A prepared statement that binds straight from our values: GRDB's own arguments cost three times as much in bulk.
final class SQLiteStatement: Store.Statement, Store.Row {
    /// Whose statement it is; ours where nobody's.
    private let prepared: GRDB.Statement?
    private let handle: OpaquePointer
    private let path: String
    private var room: UnsafeMutableRawBufferPointer = .allocate(byteCount: 512, alignment: 8)

    init(_ prepared: GRDB.Statement, path: String) {
        self.prepared = prepared
        self.path = path
        handle = prepared.sqliteStatement
    }

    /// A statement that is ours alone.
    init(_ handle: OpaquePointer, path: String) {
        prepared = nil
        self.handle = handle
        self.path = path
    }

    deinit {
        if prepared == nil { sqlite3_finalize(handle) } else { sqlite3_clear_bindings(handle) }
        room.deallocate()
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
        makeRoom(for: values)
        var (index, free) = (Int32(0), room.baseAddress!)
        for value in values {
            index += 1
            let code: Int32
            switch value {
            case .integer(let number): code = sqlite3_bind_int64(handle, index, Int64(number))
            case .text(var text):
                let count = text.withUTF8 { bytes in
                    if bytes.isEmpty { return 0 }
                    free.copyMemory(from: bytes.baseAddress!, byteCount: bytes.count)
                    return bytes.count
                }
                code = sqlite3_bind_text64(
                    handle, index, free.assumingMemoryBound(to: CChar.self), UInt64(count), nil, UInt8(SQLITE_UTF8))
                free += count
            case .bytes(let bytes):
                bytes.withUnsafeBytes {
                    if $0.count > 0 { free.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
                }
                code = sqlite3_bind_blob64(handle, index, free, UInt64(bytes.count), nil)
                free += bytes.count
            case .null: code = sqlite3_bind_null(handle, index)
            }
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    /// Sees to room for the bytes of all values: SQLite reads them there until the statement is bound anew, which saves
    /// it a copy of its own for each.
    private func makeRoom(for values: [SQLValue]) {
        var needed = 1
        for value in values {
            switch value {
            case .text(let text): needed += text.utf8.count
            case .bytes(let bytes): needed += bytes.count
            case .integer, .null: break
            }
        }
        guard needed > room.count else { return }
        sqlite3_clear_bindings(handle)
        room.deallocate()
        room = .allocate(byteCount: needed * 2, alignment: 8)
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
}
