/// 上报版式: the columns in which the nation's or the region's platform takes the records of a kind: its own words, in its
/// own order, text in every cell. Out of it an empty workbook is made, or one with the records in it.
public struct ReportingLayout: Coded, Hashable {
    /// Its code in the pack and on the command line.
    public let code: String
    /// Its name.
    public let title: Label
    /// Code of the kind of record it takes.
    public let kind: String
    /// What prescribes it.
    public let source: Source
    /// The columns, from the left.
    public let columns: [Column]

    /// A layout with everything the pack says of it.
    public init(code: String, title: Label, kind: String, source: Source, columns: [Column]) {
        self.code = code
        self.title = title
        self.kind = kind
        self.source = source
        self.columns = columns
    }

    /// 列: a heading, and which fields of the kind may stand under it.
    public struct Column: Hashable, Sendable {
        /// The heading.
        public let title: String
        /// Names of fields, the first of which that is filled stands in the column; none where it stays empty.
        public let fields: [String]
        /// 填写规则, where the layout has one that the field's own does not say.
        public let rule: String?

        /// A column.
        public init(title: String, fields: [String], rule: String? = nil) {
            self.title = title
            self.fields = fields
            self.rule = rule
        }
    }
}
