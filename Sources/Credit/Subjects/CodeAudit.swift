/// 重错码核查: takes in rows of code and name one by one and says how many codes are wrong or given twice.
///
/// A row counts once: as a wrong code (错码), or else as a duplicate (重码). Duplicates are one code given to several
/// subjects (一码多赋) and several codes given to one subject (一主体多码), told apart by folded names. The first subject
/// of a code and the first code of a subject, in the order of the rows, are right; the others are beyond the first.
///
/// Names of 个体工商户 are their own only where they are registered, so for codes 92 the same name in another registering
/// division is another subject.
///
/// - Source: 国发〔2015〕33号; domain identifiers 1.8. The national formula was not found: the parts stay apart.
public struct CodeAudit: Sendable {
    private var tally = CodeTally()
    private var rows = 0
    private var repeated = 0
    private var codes: [CreditCode: Int] = [:]
    private var names: [NameKey: Int] = [:]
    private var pairs: [Pair: Int] = [:]
    private var held: [HeldPair] = []
    private var firstPairOfCode: [Int] = []
    private var firstPairOfName: [Int] = []
    private var subjectsOfCode: [Int32] = []
    private var codesOfName: [Int32] = []
    private var wrong: [WrongRow] = []
    private let folding: Bool

    /// Nothing audited yet.
    ///
    /// - Parameter folding: whether codes are evened out (width, case, spaces, hyphens) before they are judged.
    public init(folding: Bool = false) { self.folding = folding }

    /// Takes in the next row.
    public mutating func add(code: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer) {
        rows += 1
        let found = CodeClassifier.classify(code, folding: folding)
        tally.add(found)
        if found.isUncoded { return }
        let shownName = ResidentNumber.masking(String(decoding: name, as: UTF8.self))
        guard found == .valid, let value = folding ? CreditCode(folding: code) : CreditCode(code) else {
            let mended = CreditCode(folding: code)
            let shown = CodeFinding(code, folding: folding).shownValue
            wrong.append(
                WrongRow(
                    row: rows, shown: shown, name: shownName, key: key(of: name, mended), found: found, mended: mended))
            return
        }
        take(value, key: key(of: name, value), shownName: shownName)
    }

    /// Takes in the next row.
    public mutating func add(code: String, name: String) {
        var (code, name) = (code, name)
        code.withUTF8 { code in
            name.withUTF8 { name in add(code: UnsafeRawBufferPointer(code), name: UnsafeRawBufferPointer(name)) }
        }
    }

    private func key(of name: UnsafeRawBufferPointer, _ code: CreditCode?) -> NameKey {
        var key = NameKey()
        ByteFolding.appendKey(name, 0, name.count, to: &key.bytes)
        // A row without a name says nothing about subjects: it can neither share a code nor hold several.
        if let code, code.isSoleTrader, !key.bytes.isEmpty { key.region = code.region }
        return key
    }

    private mutating func take(_ code: CreditCode, key: NameKey, shownName: String) {
        let next = held.count
        let codeIndex = codes[code] ?? codes.count
        let nameIndex = names[key] ?? names.count
        let pair = Pair(code: codeIndex, name: nameIndex)
        if let known = pairs[pair] {
            held[known].count += 1
            repeated += 1
            return
        }
        pairs[pair] = next
        held.append(HeldPair(pair: pair, code: code, name: shownName, isNamed: !key.bytes.isEmpty, row: rows))
        if codeIndex == codes.count {
            codes[code] = codeIndex
            firstPairOfCode.append(-1)
            subjectsOfCode.append(0)
        }
        if nameIndex == names.count {
            names[key] = nameIndex
            firstPairOfName.append(-1)
            codesOfName.append(0)
        }
        guard !key.bytes.isEmpty else { return }
        if firstPairOfCode[codeIndex] < 0 { firstPairOfCode[codeIndex] = next }
        if firstPairOfName[nameIndex] < 0 { firstPairOfName[nameIndex] = next }
        subjectsOfCode[codeIndex] += 1
        codesOfName[nameIndex] += 1
    }

    /// What the rows so far come to.
    public var result: CodeAuditResult {
        var result = CodeAuditResult(rows: rows, tally: tally, repeatedRows: repeated)
        for index in held.indices where held[index].isNamed {
            let pair = held[index]
            let codeIsShared = subjectsOfCode[pair.pair.code] > 1
            let nameHasMore = codesOfName[pair.pair.name] > 1
            guard codeIsShared || nameHasMore else { continue }
            let beyondSubject = codeIsShared && firstPairOfCode[pair.pair.code] != index
            let beyondCode = nameHasMore && firstPairOfName[pair.pair.name] != index
            if codeIsShared { result.rowsOfSharedCodes += pair.count }
            if nameHasMore { result.rowsOfSubjectsWithSeveralCodes += pair.count }
            result.rowsOfDuplicateGroups += pair.count
            if beyondSubject { result.subjectsBeyondFirst += pair.count }
            if beyondCode { result.codesBeyondFirst += pair.count }
            if beyondSubject || beyondCode { result.duplicates += pair.count }
        }
        return result
    }

    /// 再次填报重错码纠错回传表: a draft for the registering organ, in the order of the rows.
    ///
    /// Who keeps a shared code is the organ's decision; the draft proposes the first. A wrong code is deleted; where
    /// evening it out gives a right code, or the subject holds none in these rows, a new one is asked for.
    public var corrections: [CodeCorrection] {
        var rows: [CodeCorrection] = []
        for index in held.indices where held[index].isNamed {
            let pair = held[index]
            let codeIsShared = subjectsOfCode[pair.pair.code] > 1
            let nameHasMore = codesOfName[pair.pair.name] > 1
            guard codeIsShared || nameHasMore else { continue }
            let beyondSubject = codeIsShared && firstPairOfCode[pair.pair.code] != index
            let beyondCode = nameHasMore && firstPairOfName[pair.pair.name] != index
            func correction(_ operation: CodeCorrection.Operation, _ code: String, _ cause: CodeCorrection.Cause) {
                rows.append(
                    CodeCorrection(row: pair.row, operation: operation, code: code, name: pair.name, cause: cause))
            }
            let cause: CodeCorrection.Cause = codeIsShared ? .sharedCode : .severalCodes
            if beyondSubject || beyondCode {
                correction(.delete, pair.code.text, beyondSubject ? .sharedCode : .severalCodes)
                if beyondSubject, !keepsCode(pair.pair.name) { correction(.assign, "", .sharedCode) }
            } else {
                correction(.keep, pair.code.text, cause)
            }
        }
        var asked: Set<NameKey> = []
        for row in wrong {
            let cause = CodeCorrection.Cause.wrong(row.found)
            rows.append(CodeCorrection(row: row.row, operation: .delete, code: row.shown, name: row.name, cause: cause))
            let holdsOne = names[row.key].map(keepsCode) ?? false
            guard !holdsOne, row.key.bytes.isEmpty || asked.insert(row.key).inserted else { continue }
            rows.append(
                CodeCorrection(
                    row: row.row, operation: .assign, code: row.mended?.text ?? "", name: row.name, cause: cause))
        }
        // Stable: of one row the deletion stays before the new code.
        return rows.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    }

    /// Whether a subject keeps its first code: it does unless that code is another's first.
    private func keepsCode(_ name: Int) -> Bool {
        let first = firstPairOfName[name]
        return first >= 0 && firstPairOfCode[held[first].pair.code] == first
    }

    private struct Pair: Hashable, Sendable {
        let code: Int
        let name: Int
    }

    /// A folded name as bytes: hashing a Chinese `String` costs several times the rest of the row.
    private struct NameKey: Hashable, Sendable {
        var bytes: [UInt8] = []
        var region = 0

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            hasher.combine(region)
        }
    }

    private struct HeldPair: Sendable {
        let pair: Pair
        let code: CreditCode
        let name: String
        let isNamed: Bool
        let row: Int
        var count = 1
    }

    private struct WrongRow: Sendable {
        let row: Int
        let shown: String
        let name: String
        let key: NameKey
        let found: CodeClass
        let mended: CreditCode?
    }
}
