/// 代码分类: says of any bytes what they are as a unified social credit code; allocates nothing.
///
/// - Source: GB 32100-2015, GB 11714-1997, GB 11643-1999, GS15-2006; the order is that of `CodeClass`.
public enum CodeClassifier {
    /// The class of a value.
    ///
    /// - Parameter folding: whether full-width forms, letter case, white space and hyphens are evened out first.
    public static func classify(_ bytes: UnsafeRawBufferPointer, folding: Bool = false) -> CodeClass {
        CodeArithmetic.table.withUnsafeBufferPointer { table in
            guard let table = table.baseAddress else { return .other }
            return classify(bytes, folding: folding, table)
        }
    }

    /// The class of a value.
    public static func classify(_ text: String, folding: Bool = false) -> CodeClass {
        var text = text
        return text.withUTF8 { classify(UnsafeRawBufferPointer($0), folding: folding) }
    }

    /// Counts the classes of all lines of a buffer; a line ends with LF or CR LF, the last one may lack its end.
    ///
    /// - Parameter folding: as in `classify`.
    public static func tally(lines: UnsafeRawBufferPointer, folding: Bool = false) -> CodeTally {
        var tally = CodeTally()
        var valid = 0
        each(lines, folding: folding) { _, found in
            if found == .valid { valid &+= 1 } else { tally.add(found) }
        }
        tally.add(.valid, count: valid)
        return tally
    }

    /// Hands every line of a buffer to `body`, in order, with its class.
    public static func forEachLine(
        in lines: UnsafeRawBufferPointer, folding: Bool = false, _ body: (UnsafeRawBufferPointer, CodeClass) -> Void
    ) {
        each(lines, folding: folding) { line, found in body(UnsafeRawBufferPointer(rebasing: lines[line]), found) }
    }

    @inline(__always)
    private static func each(
        _ lines: UnsafeRawBufferPointer, folding: Bool, _ body: (Range<Int>, CodeClass) -> Void
    ) {
        guard let base = lines.baseAddress else { return }
        CodeArithmetic.table.withUnsafeBufferPointer { table in
            guard let table = table.baseAddress else { return }
            var start = 0
            let end = lines.count
            while start < end {
                // A line feed is no character of the code: where no byte of 18 is illegal, they are all of one line.
                if end - start > 18, lines[start &+ 18] == 0x0A {
                    let sum = CodeSum(base + start, table)
                    if !sum.hasIllegal {
                        let line = start..<start &+ 18
                        body(
                            line, sum.isSound ? .valid : lawfulClass(UnsafeRawBufferPointer(rebasing: lines[line]), sum)
                        )
                        start &+= 19
                        continue
                    }
                }
                var stop = start
                while stop < end, lines[stop] != 0x0A { stop &+= 1 }
                let next = stop &+ 1
                if stop > start, lines[stop &- 1] == 0x0D { stop &-= 1 }
                let line = UnsafeRawBufferPointer(rebasing: lines[start..<stop])
                body(start..<stop, classify(line, folding: folding, table))
                start = next
            }
        }
    }

    @inline(__always)
    private static func classify(
        _ bytes: UnsafeRawBufferPointer, folding: Bool, _ table: UnsafePointer<UInt64>
    ) -> CodeClass {
        if bytes.count == 18, let base = bytes.baseAddress {
            let sum = CodeSum(base, table)
            // Folding changes only what is no character of the code.
            if !sum.hasIllegal { return sum.isSound ? .valid : lawfulClass(bytes, sum) }
        }
        return folding ? foldedClass(bytes, table) : plainClass(bytes, scalars: nil, table)
    }

    /// The class of eighteen characters of the code that are not plainly right.
    @inline(never)
    private static func lawfulClass(_ bytes: UnsafeRawBufferPointer, _ sum: CodeSum) -> CodeClass {
        if !sum.isRightCheck {
            if isSentinel(bytes) { return .sentinel }
            if ResidentNumber.isRight(bytes) { return .residentID }
        }
        if sum.hasBadDepartment { return .department }
        if sum.hasBadRegion || !(sum.isKnownProvince || isNational(bytes)) { return .region }
        if !sum.isRightCheck { return .checkDigit }
        return sum.isRightOrganisation ? .valid : .organisationDigit
    }

    /// Folds into a small buffer on the stack; what does not fit it is longer than any code.
    @inline(never)
    private static func foldedClass(_ bytes: UnsafeRawBufferPointer, _ table: UnsafePointer<UInt64>) -> CodeClass {
        withUnsafeTemporaryAllocation(byteCount: CodeFolding.room, alignment: 8) { buffer in
            let folded = CodeFolding(bytes, into: buffer)
            guard folded.fits else { return folded.hasCodeCharacter ? .length : .other }
            let narrow = UnsafeRawBufferPointer(rebasing: buffer[0..<folded.count])
            return plainClass(narrow, scalars: folded.scalars, table)
        }
    }

    /// The class of a value by the order of the contract.
    @inline(never)
    private static func plainClass(
        _ bytes: UnsafeRawBufferPointer, scalars known: Int?, _ table: UnsafePointer<UInt64>
    ) -> CodeClass {
        let count = bytes.count
        guard count > 0, let base = bytes.baseAddress else { return .empty }
        if count == 18 {
            let sum = CodeSum(base, table)
            if !sum.hasIllegal { return sum.isSound ? .valid : lawfulClass(bytes, sum) }
            // A small x at the end is the only way in which a person's number can hold an illegal character.
            if ResidentNumber.isRight(bytes) { return .residentID }
        }
        if count == 15 || count == 13, bytes.allSatisfy({ $0 &- 0x30 < 10 }) { return .registrationNumber }
        if count == 9 || count == 10, OrganisationCode(bytes) != nil { return .organisationCode }
        if !bytes.contains(where: isCodeCharacter) { return .other }
        return (known ?? ByteFolding.scalarCount(bytes, 0, count)) == 18 ? .character : .length
    }

    /// Whether the value is seventeen zeros and X.
    static func isSentinel(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count == 18 && bytes[17] == 0x58 && bytes.prefix(17).allSatisfy { $0 == 0x30 }
    }

    /// Whether positions 3–8 are 100000, the national organ.
    static func isNational(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 8 && bytes[2] == 0x31 && bytes[3..<8].allSatisfy { $0 == 0x30 }
    }

    /// Whether a byte is one of the 31 characters of the code.
    @inline(__always)
    static func isCodeCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39: true
        case 0x41...0x59: byte != 0x49 && byte != 0x4F && byte != 0x53 && byte != 0x56
        default: false
        }
    }
}
