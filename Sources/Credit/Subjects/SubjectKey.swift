/// 主体标识: by what a subject is known: its unified code, else its registration number, else what it is and its name.
public enum SubjectKey: Hashable, Sendable {
    /// The unified social credit code.
    case creditCode(CreditCode)
    /// A registration number of before the unified code.
    case registrationNumber(RegistrationNumber)
    /// An object without a code; it has a file, never a grade.
    case uncoded(UncodedObject)

    /// The key in its text form: the code itself, `reg:` and the number, or `obj:`, kind, `:` and folded name.
    public init?(text: String) {
        if text.hasPrefix(SubjectKey.registrationMark) {
            guard let number = RegistrationNumber(String(text.dropFirst(SubjectKey.registrationMark.count))) else {
                return nil
            }
            self = .registrationNumber(number)
        } else if text.hasPrefix(SubjectKey.objectMark) {
            let parts = text.dropFirst(SubjectKey.objectMark.count).split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            // Only a name that is folded already is a key: two texts must never name the same subject.
            guard parts.count == 2, let object = UncodedObject(kind: String(parts[0]), name: String(parts[1])),
                object.key == parts[1]
            else { return nil }
            self = .uncoded(object)
        } else {
            guard let code = CreditCode(text) else { return nil }
            self = .creditCode(code)
        }
    }

    /// The key as stored and as it stands in addresses.
    public var text: String {
        switch self {
        case .creditCode(let code): code.text
        case .registrationNumber(let number): SubjectKey.registrationMark + number.text
        case .uncoded(let object): SubjectKey.objectMark + object.kind + ":" + object.key
        }
    }

    /// The unified code where the subject has one.
    public var creditCode: CreditCode? {
        if case .creditCode(let code) = self { code } else { nil }
    }

    /// Whether the subject is certainly a sole trader (R1, R10).
    public var isSoleTrader: Bool {
        switch self {
        case .creditCode(let code): code.isSoleTrader
        case .registrationNumber(let number): number.isSoleTrader
        case .uncoded: false
        }
    }

    private static let registrationMark = "reg:"
    private static let objectMark = "obj:"
}

extension SubjectKey: CustomStringConvertible {
    /// The key's text form.
    public var description: String { text }
}

/// 无代码对象: something that has records and no code: a vehicle, a street, a management committee, a project.
public struct UncodedObject: Hashable, Sendable {
    /// What it is, as the pack names it: lower-case letters, digits and hyphens.
    public let kind: String
    /// Its folded name: half-width, upper case, no white space, round brackets.
    public let key: String

    /// The object of a kind with a name however it was written; nil for an empty name or a kind that is no code, and
    /// for a name that holds a person's identity number.
    public init?(kind: String, name: String) {
        let key = ByteFolding.key(name)
        guard !key.isEmpty, !kind.isEmpty,
            kind.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }),
            ResidentNumber.masking(key) == key
        else { return nil }
        self.kind = kind
        self.key = key
    }
}
