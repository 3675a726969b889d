/// 报送目标: what a table is called in the pack, who hands it in, and which organs decide in it.
public struct SampleTarget: Sendable {
    /// The table.
    public let table: SampleTable
    /// Code of the kind; files of the table are named by it.
    public let kind: String
    /// Code of the department that its files are to be imported for.
    public let department: String
    /// The organs that stand in its rows: registering, permitting, fining, listing, contracting; at least one.
    public let organs: [SampleOrgan]

    /// A table under its name in the pack.
    public init(table: SampleTable, kind: String, department: String, organs: [SampleOrgan]) {
        self.table = table
        self.kind = kind
        self.department = department
        self.organs = organs
    }
}

/// 决定机关: an organ as rows of the demonstration name it.
public struct SampleOrgan: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its unified code; nil for a made-up one.
    public let code: String?
    /// 机关代字: how its document numbers begin, such as 卫市监.
    public let abbreviation: String
    /// Code of the only region whose subjects it decides about; nil for all.
    public let region: String?

    /// An organ.
    public init(name: String, code: String? = nil, abbreviation: String, region: String? = nil) {
        self.name = name
        self.code = code
        self.abbreviation = abbreviation
        self.region = region
    }
}
