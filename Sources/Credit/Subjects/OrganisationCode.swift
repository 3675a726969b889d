/// 组织机构代码: eight characters and a check digit, the code of organisations before 2015 and still positions 9–17 of
/// the unified one; nationally unique by itself.
///
/// - Source: GB 11714-1997.
public struct OrganisationCode: Hashable, Sendable {
    private let body: UInt64
    private let check: UInt8

    /// The code in nine bytes, or in ten with a hyphen before the last; nil unless its check digit is right.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        let hasHyphen = bytes.count == 10 && bytes[8] == 0x2D
        guard bytes.count == 9 || hasHyphen,
            CodeArithmetic.organisationCheck(UnsafeRawBufferPointer(rebasing: bytes[0..<8])) == bytes[bytes.count - 1]
        else { return nil }
        body = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        check = bytes[bytes.count - 1]
    }

    /// The code written as text, with or without hyphen.
    public init?(_ text: String) {
        var text = text
        guard let code = text.withUTF8({ OrganisationCode(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = code
    }

    /// The code whose first eight characters are given, with its check digit worked out; nil where one is no character.
    public init?(completing first8: String) {
        let text = Array(first8.utf8)
        guard let check = text.withUnsafeBytes({ CodeArithmetic.organisationCheck($0) }) else { return nil }
        self.init(body: text.reduce(0) { $0 << 8 | UInt64($1) }, check: check)
    }

    init(body: UInt64, check: UInt8) {
        self.body = body
        self.check = check
    }

    /// The nine characters.
    public var text: String { digits(hyphen: false) }

    /// 带连字符: as printed on certificates, `xxxxxxxx-x`.
    public var hyphenated: String { digits(hyphen: true) }

    private func digits(hyphen: Bool) -> String {
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: body >> UInt64(56 - 8 * $0)) }
        if hyphen { bytes.append(0x2D) }
        bytes.append(check)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension OrganisationCode: CustomStringConvertible {
    /// The nine characters.
    public var description: String { text }
}
