/// 存储引擎: a database that runs the SQL of this module; what it does its own way is locking and durability.
public protocol Engine: Sendable {
    /// Runs `body` on one consistent state; it cannot write.
    ///
    /// - Throws: `StoreProblem`, or what `body` throws.
    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// Runs `body` in a transaction that is either whole and durable afterwards, or leaves no trace.
    ///
    /// - Throws: `StoreProblem`, or what `body` throws.
    func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// Copies one consistent state into a file of the engine's own form, while others read and write.
    ///
    /// - Throws: `StoreProblem`.
    func copy(to path: String) throws

    /// Leaves no byte of what was deleted in the engine's files; what is there stays, while others read.
    ///
    /// - Throws: `StoreProblem`.
    func purge() throws

    /// What the engine's own check finds damaged; empty where nothing is.
    ///
    /// - Throws: `StoreProblem`.
    func damages() throws -> [String]

    /// Every table and index with the text that made it, to compare two databases by.
    ///
    /// - Throws: `StoreProblem`.
    func schema() throws -> [String: String]

    /// Closes the database; everything is in its file then, and the engine is of no use any more.
    ///
    /// - Throws: `StoreProblem`.
    func close() throws
}

/// 事务: what can be done inside `Engine.read` and `Engine.write`; it ends with them.
public protocol Transaction: AnyObject {
    /// The statement of this text, prepared once; each question mark is a parameter.
    func statement(_ text: String) throws -> any Statement

    /// Runs commands without parameters, one after the other; the words TEXT, BIGINT, BYTES, STRICT and KEYED
    /// become the engine's own.
    func script(_ text: String) throws
}

extension Transaction {
    /// Runs a command; how many rows it changed.
    @discardableResult public func run(_ sql: SQL) throws -> Int { try statement(sql.text).run(sql.values) }

    /// What `make` makes of each row of the answer, in order.
    public func rows<Value>(_ sql: SQL, _ make: (any Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try statement(sql.text).each(sql.values) { values.append(try make($0)) }
        return values
    }

    /// What `make` makes of the first row of the answer; nil where there is none.
    public func first<Value>(_ sql: SQL, _ make: (any Row) throws -> Value) throws -> Value? {
        try statement(sql.text).first(sql.values, make)
    }
}

/// 预备语句: a statement that is run again and again with other values.
public protocol Statement: AnyObject {
    /// Runs a command; how many rows it changed.
    @discardableResult func run(_ values: [SQLValue]) throws -> Int

    /// Hands each row of the answer to `body`; the row is good until `body` returns.
    func each(_ values: [SQLValue], _ body: (any Row) throws -> Void) throws

    /// What `make` makes of the first row of the answer; nil where there is none.
    func first<Value>(_ values: [SQLValue], _ make: (any Row) throws -> Value) throws -> Value?
}

/// 结果行: one row of an answer; columns are counted from 0.
public protocol Row {
    /// Whether the column holds nothing.
    func isNull(_ column: Int) -> Bool
    /// The characters of the column; empty where it holds nothing.
    func text(_ column: Int) -> String
    /// The number of the column; 0 where it holds nothing.
    func integer(_ column: Int) -> Int
    /// Hands the bytes of the column to `body`; none where it holds nothing.
    func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    /// The column in the form it is stored in.
    func value(_ column: Int) -> SQLValue
    /// How many columns the row has.
    var count: Int { get }
}

extension Row {
    /// The bytes of the column; none where it holds nothing.
    public func bytes(_ column: Int) -> [UInt8] { withBytes(column) { [UInt8]($0) } }

    /// The characters of the column; nil where it holds nothing.
    public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    /// The number of the column; nil where it holds nothing.
    public func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }

    /// The number of the column as a truth.
    public func truth(_ column: Int) -> Bool { integer(column) != 0 }
}
