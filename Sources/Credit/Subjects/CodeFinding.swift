/// 核验结果: what a value is as a unified social credit code and why, in words.
public struct CodeFinding: Sendable, Equatable {
    /// The value as it may be shown: a person's number in it is masked (R10), tabs and other
    /// control characters are spaces.
    public let shownValue: String
    /// What the value is.
    public let found: CodeClass
    /// Why.
    public let reason: Label
    /// What else is worth knowing; nil if nothing is.
    public let remark: Label?

    /// The finding for the bytes of a value.
    ///
    /// - Parameter folding: whether full-width forms, letter case, white space and hyphens are evened out first.
    public init(_ bytes: UnsafeRawBufferPointer, folding: Bool = false) {
        found = CodeClassifier.classify(bytes, folding: folding)
        let folded = CodeFinding.folded(bytes)
        let read = folding ? folded : Array(bytes)
        reason = CodeReasons.reason(found, read)
        remark = CodeReasons.remark(found, read, folded: folded)
        shownValue = CodeFinding.shown(bytes, found, folded)
    }

    /// The finding for a value written as text.
    public init(_ text: String, folding: Bool = false) {
        var text = text
        self = text.withUTF8 { CodeFinding(UnsafeRawBufferPointer($0), folding: folding) }
    }

    /// Reason and remark in one line.
    public var words: Label {
        guard let remark else { return reason }
        return Label("\(reason.chinese)；\(remark.chinese)", "\(reason.english); \(remark.english)")
    }

    /// Appends the finding as one line of `code check`: value, class, reason and remark, tab-separated.
    ///
    /// - Parameter inEnglish: whether the words are English; Chinese otherwise.
    public static func appendLine(
        for bytes: UnsafeRawBufferPointer, folding: Bool = false, inEnglish: Bool = false, to out: inout [UInt8]
    ) {
        // Nearly every line of a good register is right as it stands: no finding need be made to say so.
        if let code = CreditCode(bytes), code.isKnownPair {
            out.append(contentsOf: bytes)
            let words = CodeReasons.reason(.valid, [])
            appendEnd(.valid, inEnglish ? words.english : words.chinese, to: &out)
            return
        }
        let finding = CodeFinding(bytes, folding: folding)
        out.append(contentsOf: finding.shownValue.utf8)
        appendEnd(finding.found, inEnglish ? finding.words.english : finding.words.chinese, to: &out)
    }

    private static func appendEnd(_ found: CodeClass, _ words: String, to out: inout [UInt8]) {
        out.append(0x09)
        out.append(contentsOf: found.rawValue.utf8)
        out.append(0x09)
        // What a value holds is quoted in the reason: a tab or line end in it must not break the line.
        for byte in words.utf8 { out.append(byte < 0x20 ? 0x20 : byte) }
        out.append(0x0A)
    }

    private static func folded(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: max(bytes.count, 1)) { buffer, count in
            count = CodeFolding(bytes, into: UnsafeMutableRawBufferPointer(buffer)).count
        }
    }

    private static func shown(_ bytes: UnsafeRawBufferPointer, _ found: CodeClass, _ folded: [UInt8]) -> String {
        // A person's number is masked however it was written and whatever class the order of the checks gave it.
        if found != .valid {
            let masked = folded.withUnsafeBytes { folded -> String? in
                if ResidentNumber.isRight(folded) || RegistrationNumber.isRatherPerson(folded) {
                    return ResidentNumber(folded)?.masked
                }
                return nil
            }
            if let masked { return masked }
        }
        let text = String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
        return found == .valid ? text : ResidentNumber.masking(text)
    }
}
