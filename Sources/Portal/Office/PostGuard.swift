import HTTPTypes
import Hummingbird

/// 跨站防护: whether a posted form comes from a page of our own.
enum PostGuard {
    /// Refuses a post that a browser says comes from another site.
    ///
    /// A browser says so in `Sec-Fetch-Site`, an older one in `Origin`; a program that is none says neither and needs
    /// the session's token all the same.
    static func check(_ request: Request, baseAddress: String?) throws(OfficeRefusal) {
        let site = request.headers[.fetchSite]
        if let site, site != "same-origin" { throw .foreignOrigin }
        guard let origin = request.headers[.origin] else { return }
        // A page that hides where it is says “null”; then only a browser that names the site is believed.
        if origin == "null" {
            if site == nil { throw .foreignOrigin }
            return
        }
        let host = origin.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map {
            $0.lowercased()
        }
        if let host, host == request.head.authority?.lowercased() { return }
        if let baseAddress, origin.lowercased() == baseAddress.lowercased() { return }
        throw .foreignOrigin
    }

    /// Whether two secrets are the same, in a time that does not depend on where they differ.
    static func isSame(_ given: String?, _ wanted: String) -> Bool {
        guard let given, !wanted.isEmpty else { return false }
        let (left, right) = (Array(given.utf8), Array(wanted.utf8))
        var difference = UInt8(left.count == right.count ? 0 : 1)
        for index in right.indices { difference |= right[index] ^ (index < left.count ? left[index] : 0) }
        return difference == 0
    }
}

/// 会话 Cookie: the one cookie of the site, on the pages of the office only.
enum SessionCookie {
    /// Behind TLS the browser holds the name to this host and to TLS.
    static func name(isSecure: Bool) -> String { isSecure ? "__Host-office" : "office" }

    /// The token that a request carries; nil for none, or one that cannot be one.
    static func token(in request: Request, isSecure: Bool) -> String? {
        let name = name(isSecure: isSecure)
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let sides = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                guard sides.count == 2, sides[0] == name, sides[1].utf8.count <= 256 else { continue }
                return String(sides[1])
            }
        }
        return nil
    }

    /// The header that sets it.
    static func set(_ token: String, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(token); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
    }

    /// The header that takes it away.
    static func removed(isSecure: Bool) -> String { set("", isSecure: isSecure) + "; Max-Age=0" }
}

extension HTTPField.Name {
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let refresh = HTTPField.Name("Refresh")!
}
