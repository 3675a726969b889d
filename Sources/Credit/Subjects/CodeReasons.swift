/// 核验理由: the sentences that explain what `CodeClassifier` found.
enum CodeReasons {
    static func reason(_ found: CodeClass, _ bytes: [UInt8]) -> Label {
        switch found {
        case .empty: Label("没有内容", "nothing is there")
        case .sentinel:
            Label("17 个 0 加 X，表示该主体没有统一社会信用代码", "seventeen zeros and X stand for a subject that has no code")
        case .residentID:
            Label("这是公民身份号码，不是统一社会信用代码", "this is the identity number of a person, not a unified code")
        case .registrationNumber:
            Label("这是 \(bytes.count) 位工商注册号，不是统一社会信用代码", "this is a registration number of \(bytes.count) digits")
        case .organisationCode:
            Label("这是组织机构代码，不是统一社会信用代码", "this is an organisation code of nine characters")
        case .other: Label("没有代码所用的字母或数字", "holds no letter or digit of a code")
        case .length: length(bytes)
        case .character: character(bytes)
        case .department:
            Label(
                "第 1 位“\(text(bytes[0..<1]))”不是登记管理部门代码，应为 1–9、A、N、Y",
                "position 1 “\(text(bytes[0..<1]))” is no registering department: 1–9, A, N or Y")
        case .region:
            Label(
                "第 3–8 位“\(text(bytes[2..<8]))”不是行政区划码",
                "positions 3–8 “\(text(bytes[2..<8]))” are no division of GB/T 2260")
        case .checkDigit: digit(18, bytes)
        case .organisationDigit: digit(17, bytes)
        case .valid: Label("两个校验位均正确", "both check digits are right")
        }
    }

    private static func length(_ bytes: [UInt8]) -> Label {
        let count = bytes.withUnsafeBytes { ByteFolding.scalarCount($0, 0, $0.count) }
        return Label("共 \(count) 个字符，应为 18 个", "has \(count) characters instead of 18")
    }

    private static func character(_ bytes: [UInt8]) -> Label {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        let place = scalars.firstIndex { $0.value > 0x7F || !CodeClassifier.isCodeCharacter(UInt8($0.value)) } ?? 0
        let found = String(scalars[place])
        return Label(
            "第 \(place + 1) 位“\(found)”不是代码所用的字符（不用 I、O、Z、S、V 和小写字母）",
            "position \(place + 1) “\(found)” is no character of the code (no I, O, Z, S, V, no small letters)")
    }

    private static func digit(_ position: Int, _ bytes: [UInt8]) -> Label {
        let expected = bytes.withUnsafeBytes { bytes in
            position == 18
                ? CodeArithmetic.creditCheck(UnsafeRawBufferPointer(rebasing: bytes[0..<17]))
                : CodeArithmetic.organisationCheck(UnsafeRawBufferPointer(rebasing: bytes[8..<16]))
        }
        let right = expected.map { text([$0]) } ?? "?"
        let found = text(bytes[(position - 1)..<position])
        return Label(
            "第 \(position) 位校验码为“\(found)”，按前面各位应为“\(right)”",
            "check digit at position \(position) is “\(found)”; the characters before it give “\(right)”")
    }

    static func remark(_ found: CodeClass, _ bytes: [UInt8], folded: [UInt8]) -> Label? {
        bytes.withUnsafeBytes { read in
            switch found {
            case .valid:
                guard let code = CreditCode(read), !code.isKnownPair else { return nil }
                return Label(
                    "登记管理部门与机构类别“\(text(read[0..<2]))”的组合不在标准表中",
                    "the pair “\(text(read[0..<2]))” of department and category is not in the standard's table")
            case .checkDigit, .organisationDigit:
                return wrongDigit(found, read)
            case .registrationNumber:
                if RegistrationNumber.isRatherPerson(read) {
                    return Label("校验位不符，更像 15 位公民身份号码", "its check is wrong; rather a person's number of 15 digits")
                }
                guard let number = RegistrationNumber(read), number.isCheckRight == false else { return nil }
                return Label("注册号校验位不符", "the check digit of the registration number is wrong")
            case .length where RegistrationNumber.form(read) == .cooperative:
                return Label("形如农民专业合作社注册号", "has the form of a cooperative's registration number")
            case .empty, .sentinel, .residentID, .organisationCode: return nil
            default: return person(read) ?? onceFolded(bytes, folded)
            }
        }
    }

    private static func wrongDigit(_ found: CodeClass, _ read: UnsafeRawBufferPointer) -> Label? {
        if read[8] == 0x4D, read[9..<12].allSatisfy({ $0 == 0x30 }) {
            return Label(
                "第 9–12 位为 M000：福建试点时期所发代码，校验码不符但确曾核发，请向登记机关核实",
                "M000 in 9–12: issued in Fujian's pilot with a check that does not fit; ask the registering organ")
        }
        if let remark = person(read) { return remark }
        let organisation = CodeArithmetic.organisationCheck(UnsafeRawBufferPointer(rebasing: read[8..<16]))
        guard found == .checkDigit, organisation != read[16] else { return nil }
        return Label("第 17 位也不符", "position 17 is wrong too")
    }

    private static func person(_ read: UnsafeRawBufferPointer) -> Label? {
        guard ResidentNumber.isRight(read) else { return nil }
        return Label("同时是校验正确的公民身份号码，按个人信息处理", "also a right identity number of a person: treat it as one")
    }

    private static func onceFolded(_ bytes: [UInt8], _ folded: [UInt8]) -> Label? {
        guard bytes != folded, folded.withUnsafeBytes({ CodeClassifier.classify($0) }) == .valid else { return nil }
        return Label(
            "去掉空格和连字符、改为半角大写后是有效代码", "a valid code once made half-width, upper case, without spaces or hyphens")
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
