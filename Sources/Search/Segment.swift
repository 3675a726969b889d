/// 索引段: the entries of a part of the subjects, frozen; any number of readers share it.
///
/// Entries stand in the order of their codes (their place there is the *ordinal*), names by length and then in the order
/// of the entries (their place there is the *rank*).
final class Segment: Sendable {
    /// Distinguishes the segments of one index; a later one has a greater number.
    let number: UInt32
    /// The store's numbers of the entries.
    let documents: [UInt32]
    let codeHeads: [UInt64]
    let codeTails: [UInt32]
    /// The rank of each entry's present name; the top bit marks an entry that is found as a whole only.
    let present: [UInt32]
    /// Further codes, ascending, each with the ordinal of its entry.
    let otherCodes: [OtherCode]
    /// The ordinal of the entry that bears or bore each name; the top bit marks a former name.
    let owners: [UInt32]
    let texts: TextTable
    let originals: OriginalNames
    let exact: ExactTable
    /// The pairs of all names that may be found by a part.
    let grams: GramTable
    /// Of the same names the first pair only.
    let heads: GramTable

    /// The top bit of `present` and `owners`.
    static let mark: UInt32 = 1 << 31

    /// A further code of an entry.
    struct OtherCode: Sendable {
        let code: PackedCode
        let ordinal: UInt32
    }

    init(
        number: UInt32, documents: [UInt32], codeHeads: [UInt64], codeTails: [UInt32], present: [UInt32],
        otherCodes: [OtherCode], owners: [UInt32], texts: TextTable, originals: OriginalNames
    ) {
        self.number = number
        self.documents = documents
        self.codeHeads = codeHeads
        self.codeTails = codeTails
        self.present = present
        self.otherCodes = otherCodes
        self.owners = owners
        self.texts = texts
        self.originals = originals
        (exact, grams, heads) = texts.withView { view in
            let isPart = { (rank: UInt32) in present[Int(owners[Int(rank)] & ~Segment.mark)] & Segment.mark == 0 }
            return (
                ExactTable(texts: view, count: texts.count),
                GramTable(texts: view, count: texts.count, headsOnly: false, where: isPart),
                GramTable(texts: view, count: texts.count, headsOnly: true, where: isPart)
            )
        }
    }

    /// How many entries there are.
    var count: Int { documents.count }

    /// The code of the entry.
    func code(_ ordinal: Int) -> PackedCode { PackedCode(head: codeHeads[ordinal], tail: codeTails[ordinal]) }

    /// Whether the entry is found by its whole code or name only.
    @inline(__always)
    func isRestricted(_ ordinal: Int) -> Bool { present[ordinal] & Segment.mark != 0 }

    /// The name as it was handed in.
    func name(_ rank: UInt32) -> String {
        texts.withView { originals.name(rank, folded: $0.text(rank)) }
    }

    /// The name that the entry bears now.
    func presentName(_ ordinal: Int) -> String { name(present[ordinal] & ~Segment.mark) }

    /// Whether the name of this rank is the one that the entry bears now.
    func isPresentName(_ rank: UInt32, _ ordinal: Int) -> Bool { present[ordinal] & ~Segment.mark == rank }

    /// How many bytes the segment holds.
    var size: Int {
        documents.count * 20 + otherCodes.count * MemoryLayout<OtherCode>.stride + owners.count * 4
            + texts.units.count * 2 + originals.size + (exact.starts.count + exact.ranks.count) * 4 + grams.size
            + heads.size
    }
}
