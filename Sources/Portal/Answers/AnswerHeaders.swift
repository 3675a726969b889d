import HTTPTypes
import Hummingbird
import NIOCore

/// 答复头: an answer with its headers, fitted to the request: HEAD, unchanged, compressed.
enum AnswerHeaders {
    /// Nothing but our own style sheet is loaded, no script runs, nobody frames a page or learns where a visitor was.
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    private static let base: HTTPFields = [
        .contentSecurityPolicy: policy, .xContentTypeOptions: "nosniff", .referrerPolicy: "no-referrer",
        .permissionsPolicy: "camera=(), geolocation=(), microphone=()", .openerPolicy: "same-origin",
        .resourcePolicy: "same-origin",
    ]

    /// The answer as it goes out.
    static func response(_ answer: Answer, to request: Request, isSecure: Bool = false) -> Response {
        var fields = base
        fields.reserveCapacity(20)
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
        fields[.contentType] = answer.type
        if let language = answer.language { fields[.contentLanguage] = language.tag }
        if answer.isNegotiated {
            fields[.vary] = "Accept, Accept-Language, Accept-Encoding"
        } else if answer.isText {
            fields[.vary] = "Accept-Encoding"
        }
        if !answer.isIndexed { fields[.robots] = "noindex, noarchive" }
        for (name, value) in answer.more { fields[name] = value }
        var isUnchanged = false
        switch answer.caching {
        case .never: fields[.cacheControl] = "no-store"
        case .forever: fields[.cacheControl] = "public, max-age=31536000, immutable"
        case .revalidated: fields[.cacheControl] = "no-cache"
        }
        if answer.status == 200, case .revalidated = answer.caching {
            let mark = answer.mark
            fields[.eTag] = mark
            if let known = request.headers[.ifNoneMatch] { isUnchanged = names(known, mark) }
        }
        if isUnchanged {
            fields[.contentType] = nil
            return Response(status: .notModified, headers: fields)
        }
        var bytes = answer.bytes
        if answer.isText, bytes.count > 1_024, let wishes = request.headers[.acceptEncoding],
            Negotiation.weight(of: "gzip", in: wishes) > 0,
            let smaller = answer.packed ?? Gzip.compress(bytes)
        {
            bytes = smaller
            fields[.contentEncoding] = "gzip"
        }
        let response = Response(
            status: .init(code: answer.status), headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private static func names(_ list: String, _ mark: String) -> Bool {
        list.split(separator: ",").contains { piece in
            var piece = piece
            while piece.first == " " { piece.removeFirst() }
            while piece.last == " " { piece.removeLast() }
            return piece == mark || "W/" + piece == mark
        }
    }
}
