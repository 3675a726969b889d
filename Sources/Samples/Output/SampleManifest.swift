import Credit

/// 数据清单: what was written, file by file, and what an import of each file must find in it.
public struct SampleManifest: Sendable, Equatable {
    /// The seed everything was drawn from.
    public let seed: UInt64
    /// Last day of the data.
    public let until: Day
    /// How many subjects there are.
    public let subjects: Int
    /// How many rows stand in all files but the registry's.
    public let records: Int
    /// The files, in the order to import them.
    public var files: [Entry] = []

    /// 文件条目: one file.
    public struct Entry: Sendable, Equatable {
        /// Its name.
        public let name: String
        /// Code of the kind to import it as.
        public let kind: String
        /// Code of the department to import it for.
        public let department: String
        /// The day to import it as received on.
        public let received: Day
        /// Rows without the heading.
        public var rows = 0
        /// Rows that came before with other content: new versions.
        public var changed = 0
        /// Rows that came before, equal to the byte.
        public var known = 0
        /// New and changed rows later than seven working days; counted for permits and penalties only.
        public var late = 0
        /// Rows with a fault, by fault.
        public var planted: [PlantedFault: Int] = [:]
        /// Rows in an unusual writing, by writing; they are good.
        public var odd: [OddForm: Int] = [:]

        init(file: SampleFile) {
            (name, kind, department, received) = (file.name, file.kind, file.department, file.received)
        }

        /// Rows that must be refused.
        public var refused: Int { planted.values.reduce(0, +) }
        /// Rows about natural persons, among the refused.
        public var persons: Int { planted[.naturalPerson] ?? 0 }
        /// Rows that must be taken as new.
        public var accepted: Int { rows - refused - changed - known }
    }

    /// The manifest as JSON: keys in order, two files never in one line.
    public var json: [UInt8] {
        var text = "{\n\"companies\":\(subjects),\"records\":\(records),\"seed\":\(seed),\"until\":\"\(until)\","
        text += "\n\"files\":["
        for (index, file) in files.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += "{\"accepted\":\(file.accepted),\"changed\":\(file.changed),"
            text += "\"department\":\(SampleManifest.quoted(file.department)),"
            text += "\"file\":\(SampleManifest.quoted(file.name)),\"kind\":\(SampleManifest.quoted(file.kind)),"
            text += "\"known\":\(file.known),\"late\":\(file.late),"
            let odd = SampleManifest.counts(OddForm.allCases.map { ($0.rawValue, file.odd[$0]) })
            let planted = SampleManifest.counts(PlantedFault.allCases.map { ($0.rawValue, file.planted[$0]) })
            text += "\"odd\":\(odd),\"persons\":\(file.persons),\"planted\":\(planted),"
            text += "\"received\":\"\(file.received)\",\"refused\":\(file.refused),\"rows\":\(file.rows)}"
        }
        text += "\n]}\n"
        return Array(text.utf8)
    }

    private static func counts(_ counts: [(name: String, count: Int?)]) -> String {
        let given = counts.compactMap { name, count in count.map { (name, $0) } }.sorted { $0.0 < $1.0 }
        return "{" + given.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
