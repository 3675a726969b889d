import Credit

/// 数据写出: what makes files of rows; CSV stands ready as `CSVSampleWriter`, other formats can be added outside.
///
/// For each file `begin`, then `write` for each row, then `end`; one file after the other.
public protocol SampleWriter {
    /// What the names of its files end in, without a point, such as `csv`.
    var fileExtension: String { get }
    /// Begins a file.
    mutating func begin(_ file: SampleFile) throws
    /// Writes the next row; the row is used again afterwards.
    mutating func write(_ row: borrowing SampleRow) throws
    /// Ends the file that was begun.
    mutating func end(_ file: SampleFile) throws
}

/// 数据文件: one file to be written, before any row of it.
public struct SampleFile: Sendable {
    /// Its name with extension.
    public let name: String
    /// Its table; the headings are the table's.
    public let table: SampleTable
    /// Code of the kind it is to be imported as.
    public let kind: String
    /// Code of the department it is to be imported for.
    public let department: String
    /// The day it is to be imported as received on.
    public let received: Day
}
