/// 统一社会信用代码: the eighteen characters by which an organisation or sole trader is known for life; both check
/// digits are right, or there is no such value.
///
/// - Source: GB 32100-2015 with its amendment 1 (2016).
public struct CreditCode: Hashable, Sendable {
    // Big-endian, so that comparing the numbers compares the texts.
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt16

    /// The code in eighteen bytes; nil unless its class is `valid`.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 18, CodeClassifier.classify(bytes) == .valid else { return nil }
        self.init(checked: bytes)
    }

    /// The code written as text; nil unless its class is `valid`.
    public init?(_ text: String) {
        var text = text
        guard let code = text.withUTF8({ CreditCode(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = code
    }

    /// The code however it was written: full-width, in small letters, with spaces or hyphens in it.
    public init?(folding bytes: UnsafeRawBufferPointer) {
        if let code = CreditCode(bytes) {
            self = code
            return
        }
        let code = withUnsafeTemporaryAllocation(byteCount: CodeFolding.room, alignment: 8) { buffer -> CreditCode? in
            let folded = CodeFolding(bytes, into: buffer)
            return CreditCode(UnsafeRawBufferPointer(rebasing: buffer[0..<folded.count]))
        }
        guard let code else { return nil }
        self = code
    }

    /// The code whose first sixteen characters are given, with both check digits worked out.
    ///
    /// For made-up data; real codes come from the registering organ. Nil where no right code begins so.
    public init?(completing first16: String) {
        var text = Array(first16.utf8)
        guard text.count == 16 else { return nil }
        let organisation = text.withUnsafeBytes {
            CodeArithmetic.organisationCheck(UnsafeRawBufferPointer(rebasing: $0[8..<16]))
        }
        guard let organisation else { return nil }
        text.append(organisation)
        guard let check = text.withUnsafeBytes({ CodeArithmetic.creditCheck($0) }) else { return nil }
        text.append(check)
        guard let code = text.withUnsafeBytes({ CreditCode($0) }) else { return nil }
        self = code
    }

    private init(checked bytes: UnsafeRawBufferPointer) {
        high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        low = UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt16.self))
    }

    /// Hands the eighteen bytes to `body`.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeTemporaryAllocation(byteCount: 18, alignment: 8) { buffer in
            buffer.storeBytes(of: high.bigEndian, as: UInt64.self)
            buffer.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
            buffer.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt16.self)
            return body(UnsafeRawBufferPointer(buffer))
        }
    }

    /// The eighteen characters.
    public var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// 登记管理部门代码: position 1.
    public var authority: RegistrationAuthority {
        // A checked code begins with one of the twelve.
        RegistrationAuthority(rawValue: UInt8(truncatingIfNeeded: high >> 56)) ?? .other
    }

    /// 机构类别代码: position 2 as it is written.
    public var category: Character { Character(UnicodeScalar(UInt8(truncatingIfNeeded: high >> 48))) }

    /// 登记管理机关行政区划码: positions 3–8 as a number; 100000 is the national organ.
    public var region: Int {
        (0..<6).reduce(0) { $0 * 10 + Int(UInt8(truncatingIfNeeded: high >> UInt64(40 - 8 * $1))) - 0x30 }
    }

    /// 主体标识码: positions 9–17, the organisation code.
    public var organisationPart: OrganisationCode {
        OrganisationCode(body: middle, check: UInt8(truncatingIfNeeded: low >> 8))
    }

    /// Whether the code is that of a 个体工商户, who is a person in trade (R1, R10).
    public var isSoleTrader: Bool { UInt16(truncatingIfNeeded: high >> 48) == 0x3932 }

    /// Whether GB 32100 knows the pair of positions 1 and 2; real codes with other pairs exist.
    public var isKnownPair: Bool { authority.categoryName(category) != nil }

    /// What the code alone says of the subject's kind; nil where it leaves more than one kind open.
    ///
    /// A code 91 may be a company, a branch or a sole proprietorship, a code 31 a firm or one lawyer's own practice.
    public var impliedKind: EntityKind? {
        switch (authority, category) {
        case (.establishment, "1"): .governmentOrgan
        case (.establishment, "2"): .publicInstitution
        case (.establishment, "3"): .massOrganisation
        case (.justice, "2"): .notaryOffice
        case (.civilAffairs, "1"): .socialOrganisation
        case (.civilAffairs, "2"): .privateNonEnterprise
        case (.civilAffairs, "3"): .foundation
        case (.civilAffairs, "4"): .selfGoverningCommittee
        case (.religion, "1"), (.religion, "2"): .religiousInstitution
        case (.tradeUnion, "1"): .tradeUnion
        case (.market, "2"): .soleTrader
        case (.market, "3"): .cooperative
        case (.agriculture, "1"), (.agriculture, "2"), (.agriculture, "3"): .collectiveEconomicOrganisation
        default: nil
        }
    }
}

extension CreditCode: Comparable, CustomStringConvertible {
    /// Codes sort as their texts do.
    public static func < (left: CreditCode, right: CreditCode) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }

    /// The eighteen characters.
    public var description: String { text }
}
