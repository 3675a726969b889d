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
    ///
    /// - Parameter sent: told of an answer in pieces how many bytes went out, and what kept it from its end.
    static func response(
        _ answer: Answer, to request: Request, isSecure: Bool = false,
        sent: @escaping @Sendable (Int, (any Error)?) -> Void
    ) -> Response {
        var fields = fields(answer, isSecure: isSecure)
        var isUnchanged = false
        if let pieces = answer.pieces {
            let response = Response(
                status: .init(code: answer.status), headers: fields, body: body(pieces, sent: sent))
            return request.method == .head ? response.createHeadResponse() : response
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
        if answer.isText, bytes.count > 1_024, packs(request), let smaller = answer.packed ?? Gzip.compress(bytes) {
            bytes = smaller
            fields[.contentEncoding] = "gzip"
        }
        let response = Response(
            status: .init(code: answer.status), headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The headers that do not depend on the bytes, in their order.
    static func fields(_ answer: Answer, isSecure: Bool) -> HTTPFields {
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
        switch answer.caching {
        case .never: fields[.cacheControl] = "no-store"
        case .forever: fields[.cacheControl] = "public, max-age=31536000, immutable"
        case .revalidated: fields[.cacheControl] = "no-cache"
        }
        return fields
    }

    /// Whether the visitor takes an answer packed.
    static func packs(_ request: Request) -> Bool { packs(request.headers[.acceptEncoding]) }

    /// Whether a list of encodings holds ours.
    static func packs(_ encodings: String?) -> Bool {
        encodings.map { Negotiation.weight(of: "gzip", in: $0) > 0 } ?? false
    }

    /// A body whose next piece is read when the one before has gone out. Where a piece cannot be read the connection
    /// ends without the mark of its end, so that nobody takes a part for the whole.
    private static func body(
        _ pieces: TablePieces, sent: @escaping @Sendable (Int, (any Error)?) -> Void
    ) -> ResponseBody {
        ResponseBody { writer in
            var (pieces, size) = (pieces, 0)
            while true {
                let bytes: [UInt8]?
                do {
                    bytes = try await pieces.next()
                } catch {
                    sent(size, error)
                    throw error
                }
                guard let bytes else { break }
                try await writer.write(ByteBuffer(bytes: bytes))
                size += bytes.count
            }
            sent(size, nil)
            try await writer.finish(nil)
        }
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
