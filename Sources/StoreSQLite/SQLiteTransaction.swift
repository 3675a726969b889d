import GRDB
import GRDBSQLite
import Store

/// One transaction on one connection; its statements are prepared once a connection.
final class SQLiteTransaction: Transaction {
    private let database: Database
    private let path: String
    private var statements: [String: SQLiteStatement] = [:]

    init(_ database: Database, path: String) {
        self.database = database
        self.path = path
    }

    func statement(_ text: String) throws -> any Store.Statement {
        if let statement = statements[text], !statement.isRunning { return statement }
        do {
            var prepared = try database.cachedStatement(sql: text)
            // A statement that is still handing out rows cannot be run again inside its own loop.
            if sqlite3_stmt_busy(prepared.sqliteStatement) != 0 { prepared = try database.makeStatement(sql: text) }
            let statement = SQLiteStatement(prepared, path: path)
            if statements[text] == nil { statements[text] = statement }
            return statement
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    func script(_ text: String) throws {
        do {
            try database.execute(sql: SQLiteTransaction.words.translate(text))
        } catch {
            throw SQLiteEngine.problem(error, path: path)
        }
    }

    /// Gives every statement back; one that an error left in the middle would keep the transaction open.
    func end() {
        for statement in statements.values { statement.reset() }
        statements.removeAll()
    }

    private static let words = SQLWords(
        text: "TEXT", bigint: "INTEGER", bytes: "BLOB", strict: "STRICT",
        keyed: "STRICT, WITHOUT ROWID")
}
