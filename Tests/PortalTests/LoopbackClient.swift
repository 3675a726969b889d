import Glibc
import NIOPosix

/// A tiny HTTP client over a socket: it sends exactly the bytes it is given, hostile ones too.
enum LoopbackClient {
    struct Reply: Sendable {
        let status: Int
        let headers: [String: String]
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        subscript(_ name: String) -> String? { headers[name] }
    }

    struct Failure: Error {
        let words: String
    }

    /// Asks for a target, with headers, on a thread of its own: blocking the shared threads would starve the server.
    static func ask(
        _ target: String, method: String = "GET", headers: [String: String] = [:], body: [UInt8]? = nil, port: Int
    ) async throws -> Reply {
        var request = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        for (name, value) in headers { request += "\(name): \(value)\r\n" }
        if let body { request += "Content-Length: \(body.count)\r\n" }
        return try await send(Array((request + "\r\n").utf8) + (body ?? []), port: port)
    }

    /// Sends bytes and reads until the other side closes.
    static func send(_ bytes: [UInt8], port: Int) async throws -> Reply {
        try await NIOThreadPool.singleton.runIfActive { try parse(exchange(bytes, port: port)) }
    }

    /// Sends several requests at once, of which the last closes the connection; their answers in order.
    static func askAll(_ requests: [(target: String, headers: [String: String])], port: Int) async throws -> [Reply] {
        var text = ""
        for (index, request) in requests.enumerated() {
            text += "GET \(request.target) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            if index == requests.count - 1 { text += "Connection: close\r\n" }
            for (name, value) in request.headers { text += "\(name): \(value)\r\n" }
            text += "\r\n"
        }
        let bytes = Array(text.utf8)
        var rest = try await NIOThreadPool.singleton.runIfActive { try exchange(bytes, port: port) }[...]
        var replies: [Reply] = []
        while !rest.isEmpty {
            let first = try parse(Array(rest))
            guard let length = first["content-length"].flatMap({ Int($0) }), length <= first.body.count else {
                throw Failure(words: "an answer without its length")
            }
            replies.append(Reply(status: first.status, headers: first.headers, body: Array(first.body[..<length])))
            rest = rest.suffix(first.body.count - length)
        }
        return replies
    }

    private static func exchange(_ bytes: [UInt8], port: Int) throws -> [UInt8] {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw Failure(words: "no socket") }
        defer { close(handle) }
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(words: "not connected") }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(handle, &piece, piece.count, 0)
            guard count > 0 else { break }
            received += piece[..<count]
        }
        return received
    }

    private static func parse(_ bytes: [UInt8]) throws -> Reply {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard bytes.count >= 4,
            let end = (0...(bytes.count - 4)).first(where: { bytes[$0..<($0 + 4)].elementsEqual(mark) })
        else { throw Failure(words: "no answer, \(bytes.count) bytes") }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Failure(words: "no status")
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { continue }
            headers[sides[0].lowercased()] = String(sides[1].drop { $0 == " " })
        }
        var body = Array(bytes[(end + 4)...])
        if headers["transfer-encoding"] == "chunked" { body = try unchunked(body) }
        return Reply(status: status, headers: headers, body: body)
    }

    /// A body that came in chunks.
    ///
    /// - Throws: where the mark of its end is missing.
    private static func unchunked(_ bytes: [UInt8]) throws -> [UInt8] {
        var (body, rest) = ([UInt8](), bytes[...])
        while let line = rest.firstIndex(of: 0x0D),
            let size = Int(String(decoding: rest[..<line], as: UTF8.self), radix: 16)
        {
            if size == 0 { return body }
            let start = line + 2
            guard start + size + 2 <= rest.endIndex else { break }
            body += rest[start..<(start + size)]
            rest = rest[(start + size + 2)...]
        }
        throw Failure(words: "cut off after \(body.count) bytes")
    }
}
