import Search

/// The order and the rules of an answer written down the plainest way: looks at every name each time.
struct PlainSearch {
    struct Line: Equatable {
        let document: UInt32
        let kind: Hit.Kind
        let matched: String
    }

    private let entries: [(entry: NameEntry, names: [(name: String, units: [UInt16])])]

    init(entries: [NameEntry]) {
        self.entries = entries.map { entry in
            (entry, ([entry.name] + entry.formerNames).map { ($0, Array(NameFolding.fold($0).utf16)) })
        }
    }

    /// What `search` must answer but for similar names.
    func answer(_ text: String, limit: Int) -> [Line] {
        let words = text.split(separator: " ").map { Array(NameFolding.fold(String($0)).utf16) }
        let whole = Array(NameFolding.fold(text).utf16)
        let asCode = NameFolding.fold(text).uppercased()
        let isCode = whole.count > 1 && whole.allSatisfy { $0 < 0x80 }
        var lines: [(place: Place, line: Line)] = []
        for (entry, names) in entries {
            var found: [(Place, Line)] = []
            func add(_ step: Int, _ kind: Hit.Kind, _ matched: String, length: Int, code: String) {
                let place = Place(
                    step: step, length: length, code: code.isEmpty ? "~" : code, document: entry.document)
                found.append((place, Line(document: entry.document, kind: kind, matched: matched)))
            }
            for code in [entry.code] + entry.otherCodes where isCode && !code.isEmpty {
                if code == asCode { add(0, .exactCode, code, length: 0, code: code) }
                if !entry.isRestricted, code.hasPrefix(asCode) { add(3, .codePrefix, code, length: 0, code: code) }
            }
            for (index, (name, units)) in names.enumerated() {
                let (isFormer, length) = (index > 0, units.count)
                if units == whole {
                    add(isFormer ? 2 : 1, isFormer ? .formerName : .exactName, name, length: length, code: entry.code)
                }
                guard !entry.isRestricted else { continue }
                if !isFormer, units.starts(with: whole) {
                    add(4, .namePrefix, name, length: length, code: entry.code)
                }
                if words.allSatisfy({ units.holds($0) }) {
                    let kind = isFormer ? Hit.Kind.formerName : .nameContains
                    add(isFormer ? 6 : 5, kind, name, length: length, code: entry.code)
                }
            }
            if let best = found.min(by: { $0.0 < $1.0 }) { lines.append(best) }
        }
        return lines.sorted { $0.place < $1.place }.prefix(limit).map(\.line)
    }

    private struct Place: Comparable {
        let step: Int
        let length: Int
        let code: String
        let document: UInt32

        static func < (left: Place, right: Place) -> Bool {
            (left.step, left.length, left.code, left.document)
                < (right.step, right.length, right.code, right.document)
        }
    }
}

extension [UInt16] {
    /// Whether the units stand somewhere in these.
    func holds(_ part: [UInt16]) -> Bool {
        part.count <= count && (0...(count - part.count)).contains { self[$0...].starts(with: part) }
    }
}
