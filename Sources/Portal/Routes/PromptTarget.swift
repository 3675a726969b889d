import NIOHTTP1

/// 档案地址: the address of a company's file in its plain form; any other spelling goes the usual way.
struct PromptTarget {
    static let pattern = "/companies/{code}"
    let key: String
    let isInterface: Bool

    init?(_ address: String) {
        let page: StaticString = "/companies/"
        let interface: StaticString = "/api/v1/companies/"
        let bytes = address.utf8
        // A unified code has 18 characters, all of them digits and capital letters.
        switch bytes.count {
        case page.utf8CodeUnitCount + 18: isInterface = false
        case interface.utf8CodeUnitCount + 18: isInterface = true
        default: return nil
        }
        guard address.hasPrefix(isInterface ? interface.description : page.description) else { return nil }
        let code = bytes.suffix(18)
        guard code.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) else { return nil }
        key = String(Substring(code))
    }
}

/// 请求头: what of the headers a prompt answer depends on.
struct PromptHeaders {
    private(set) var accept: String?
    private(set) var languages: String?
    private(set) var encodings: String?
    private(set) var forwarded: String?
    private(set) var scheme: String?

    init() {}

    /// Nil where a header asks for more than the answer, or one comes twice.
    init?(_ headers: HTTPHeaders) {
        for (name, value) in headers {
            switch name.utf8.count {
            case 6:
                if name.isHeader("accept") {
                    guard accept == nil else { return nil }
                    accept = value
                } else if name.isHeader("expect") {
                    return nil
                }
            case 15:
                if name.isHeader("accept-language") {
                    guard languages == nil else { return nil }
                    languages = value
                } else if name.isHeader("accept-encoding") {
                    guard encodings == nil else { return nil }
                    encodings = value
                } else if name.isHeader("x-forwarded-for") {
                    guard forwarded == nil else { return nil }
                    forwarded = value
                }
            case 17:
                if name.isHeader("x-forwarded-proto") {
                    guard scheme == nil else { return nil }
                    scheme = value
                } else if name.isHeader("transfer-encoding") {
                    return nil
                }
            case 10: if name.isHeader("connection"), !value.isHeader("keep-alive") { return nil }
            case 13: if name.isHeader("if-none-match") { return nil }
            case 14: if name.isHeader("content-length") { return nil }
            case 7: if name.isHeader("upgrade") { return nil }
            default: break
            }
        }
    }
}

extension String {
    /// Whether this is a header's name, in whatever case.
    ///
    /// - Parameter name: in small letters
    fileprivate func isHeader(_ name: StaticString) -> Bool {
        guard utf8.count == name.utf8CodeUnitCount else { return false }
        var at = name.utf8Start
        for byte in utf8 {
            let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if small != at.pointee { return false }
            at += 1
        }
        return true
    }
}
