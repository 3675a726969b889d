import Portal

/// Somebody who comes to the office with a browser: keeps the cookie, sends what a browser sends.
struct OfficeVisitor: Sendable {
    let port: Int
    var cookie: String?

    static func signedIn(_ name: String, at portal: LivePortal) -> OfficeVisitor {
        OfficeVisitor(port: portal.port, cookie: "office=token-" + name)
    }

    private var headers: [String: String] {
        var headers = ["Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1"]
        headers["Cookie"] = cookie
        return headers
    }

    func get(_ path: String) async throws -> LoopbackClient.Reply {
        try await LoopbackClient.ask(path, headers: headers, port: port)
    }

    /// Posts a form; headers given replace a browser's, an empty one leaves it out.
    func post(
        _ path: String, _ values: [(String, String)], _ other: [String: String] = [:]
    ) async throws -> LoopbackClient.Reply {
        let body = values.map { Self.escaped($0.0) + "=" + Self.escaped($0.1) }.joined(separator: "&")
        return try await send(path, Array(body.utf8), type: "application/x-www-form-urlencoded", other)
    }

    /// Posts a form with files.
    func post(
        _ path: String, _ values: [(String, String)], file: (field: String, name: String, bytes: [UInt8]),
        fileFirst: Bool = false
    ) async throws -> LoopbackClient.Reply {
        var parts = values.map { name, value in
            Array("--xYz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head = "--xYz\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
        let part = Array((head + "Content-Type: text/csv\r\n\r\n").utf8) + file.bytes + Array("\r\n".utf8)
        parts.insert(part, at: fileFirst ? 0 : parts.count)
        return try await send(
            path, parts.flatMap { $0 } + Array("--xYz--\r\n".utf8), type: "multipart/form-data; boundary=xYz")
    }

    func send(
        _ path: String, _ body: [UInt8], type: String, _ other: [String: String] = [:]
    ) async throws -> LoopbackClient.Reply {
        var all = headers.merging(["Content-Type": type]) { $1 }.merging(other) { $1 }
        all = all.filter { !$0.value.isEmpty }
        return try await LoopbackClient.ask(path, method: "POST", headers: all, body: body, port: port)
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
