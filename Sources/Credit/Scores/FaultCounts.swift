/// 差错计数: how many cells of refused rows broke which rule in which field; the event that closes a batch carries it.
public struct FaultCounts: Sendable, Equatable {
    /// 差错: a rule and the field that broke it.
    public struct Fault: Hashable, Comparable, Sendable {
        /// `REC-101` and on.
        public let rule: String
        /// Name of the field; empty for the row as a whole.
        public let field: String

        /// A rule and a field.
        public init(rule: String, field: String) {
            self.rule = rule
            self.field = field
        }

        /// By rule, then by field.
        public static func < (left: Fault, right: Fault) -> Bool {
            (left.rule, left.field) < (right.rule, right.field)
        }
    }

    private var cells: [Fault: Int] = [:]

    /// No faults.
    public init() {}

    /// Counts a cell.
    public mutating func add(rule: String, field: String) { cells[Fault(rule: rule, field: field), default: 0] += 1 }

    /// What was counted, by rule and field.
    public var all: [(fault: Fault, cells: Int)] {
        cells.sorted { $0.key < $1.key }.map { (fault: $0.key, cells: $0.value) }
    }

    /// As the event carries them: `REC-101:name:12`, sorted.
    public var texts: [String] { all.map { "\($0.fault.rule):\($0.fault.field):\($0.cells)" } }

    /// The counts that an event carries.
    ///
    /// - Throws: `CanonicalFault` where a text is none of ours.
    public init(texts: [String]) throws(CanonicalFault) {
        for text in texts {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, !parts[0].isEmpty, let count = Int(parts[2]), count > 0 else {
                throw CanonicalFault(missing: "faults")
            }
            cells[Fault(rule: parts[0], field: parts[1]), default: 0] += count
        }
    }

    /// As an import keeps them beside its progress; nothing for no faults.
    public var bytes: [UInt8] {
        cells.isEmpty ? [] : CanonicalWriter.object { $0.put("faults", texts) }
    }

    /// The counts that an import kept.
    ///
    /// - Throws: `CanonicalFault` where the bytes are none of ours.
    public init(bytes: [UInt8]) throws(CanonicalFault) {
        try self.init(texts: bytes.isEmpty ? [] : try CanonicalReader(bytes).texts("faults"))
    }
}

/// 差错统计: how many cells of a kind broke a rule, over several batches.
public struct FaultTally: Sendable, Equatable {
    /// Code of the kind.
    public let kind: String
    /// The rule and the field.
    public let fault: FaultCounts.Fault
    /// How many cells.
    public let cells: Int

    /// So many cells of a kind.
    public init(kind: String, fault: FaultCounts.Fault, cells: Int) {
        self.kind = kind
        self.fault = fault
        self.cells = cells
    }
}
