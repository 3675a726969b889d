import Testing

@testable import Portal

@Suite struct MultipartTests {
    /// A part as it was read.
    struct Part: Equatable {
        let head: MultipartReader.Head
        var bytes: [UInt8] = []
    }

    /// Reads a body that comes in pieces of these sizes, over and over.
    static func read(_ body: [UInt8], boundary: String = "xYz", sizes: [Int] = [.max]) throws(FormFault) -> [Part] {
        var reader = try MultipartReader(boundary: boundary)
        var (parts, at, turn, isOpen) = ([Part](), 0, 0, false)
        while at < body.count {
            let end = at + min(max(1, sizes[turn % sizes.count]), body.count - at)
            for piece in try reader.feed(Array(body[at..<end])) {
                switch piece {
                case .begin(let head):
                    precondition(!isOpen)
                    parts.append(Part(head: head))
                    isOpen = true
                case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
                case .end: isOpen = false
                }
            }
            (at, turn) = (end, turn + 1)
        }
        try reader.finish()
        return parts
    }

    static let body = Array(
        ("--xYz\r\nContent-Disposition: form-data; name=\"formToken\"\r\n\r\nabc\r\n"
            + "--xYz\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n"
            + "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"处罚;\\\"一\\\".csv\"\r\n"
            + "Content-Type: Text/CSV; charset=utf-8\r\n\r\n1,2\r\n--xY\r\n-- \r\n\r\n--xYq\r\n\r\n--xYz--\r\n").utf8)

    @Test func `parts are told apart wherever the pieces break`() throws {
        let whole = try Self.read(Self.body)
        #expect(whole.count == 3)
        #expect(whole[0].bytes == Array("abc".utf8) && whole[1].bytes.isEmpty)
        #expect(whole[2].head == .init(name: "file", file: "处罚;\"一\".csv", type: "text/csv"))
        #expect(whole[2].bytes == Array("1,2\r\n--xY\r\n-- \r\n\r\n--xYq\r\n".utf8))
        for size in 1...Self.body.count { #expect(try Self.read(Self.body, sizes: [size]) == whole, "\(size)") }
    }

    @Test func `what no browser sends is refused by its name`() {
        let part = "Content-Disposition: form-data; name=\"a\"\r\n"
        let cases: [(String, FormFault)] = [
            ("", .cutOff), ("--xYz", .cutOff), ("--xYz\r\n" + part + "\r\nabc", .cutOff),
            ("preamble\r\n--xYz\r\n", .badFraming), ("--xYzz\r\n", .badFraming), ("--xYz \r\n", .badFraming),
            ("--xYz\r\n\r\n\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\nContent-Type: text/plain\r\n\r\na\r\n--xYz--", .badHead),
            ("--xYz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\n" + part + part + "\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\n" + part + " folded\r\n\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\n" + part + "X: \u{1}\r\n\r\n\r\n--xYz--", .badHead),
            ("--xYz\r\n" + part + "\r\na\r\n--xYz!!", .badFraming),
            (
                "--xYz\r\nContent-Disposition: form-data; name=\"" + String(repeating: "n", count: 65) + "\"\r\n\r\n",
                .badName
            ),
            ("--xYz\r\nX: " + String(repeating: "y", count: 5_000), .badHead),
            (String(repeating: "--xYz\r\n" + part + "\r\n\r\n", count: 65), .tooManyParts),
        ]
        for (text, fault) in cases {
            for size in [1, 7, .max] {
                #expect(throws: fault, "\(text.prefix(60))") { try Self.read(Array(text.utf8), sizes: [size]) }
            }
        }
        #expect(throws: FormFault.badHead) {
            try Self.read(
                Array("--xYz\r\nContent-Disposition: form-data; name=\"a".utf8) + [0xFF] + Array("\"\r\n\r\n".utf8))
        }
        for boundary in ["", " ", "a ", "a\"b", "中", String(repeating: "b", count: 71)] {
            #expect(throws: FormFault.badBoundary) { try MultipartReader(boundary: boundary) }
        }
    }

    @Test func `damaged bodies are refused or read, the same in every breaking, and never more than came`() {
        var state: UInt64 = 42
        func next(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % most
        }
        var (read, refused) = (0, 0)
        for _ in 0..<3_000 {
            var body = Self.body
            for _ in 0...next(4) {
                let place = next(body.count)
                switch next(5) {
                case 0: body[place] ^= 1 << UInt8(next(8))
                case 1: body.remove(at: place)
                case 2: body.insert(Array("\r\n-xYz\";".utf8)[next(8)], at: place)
                case 3: body.insert(contentsOf: body[place..<min(body.count, place + next(40))], at: next(body.count))
                default: if next(8) == 0 { body.removeSubrange(place...) }
                }
                if body.isEmpty { body = [0x2D] }
            }
            let whole = Result { () throws(FormFault) in try Self.read(body) }
            let sizes = (0..<5).map { _ in 1 + next(30) }
            let broken = Result { () throws(FormFault) in try Self.read(body, sizes: sizes) }
            switch (whole, broken) {
            case (.success(let left), .success(let right)):
                read += 1
                #expect(left == right)
                #expect(left.reduce(0) { $0 + $1.bytes.count } < body.count)
            case (.failure, .failure): refused += 1
            default: Issue.record("read in one breaking and refused in another: \(body)")
            }
        }
        #expect(read > 200 && refused > 200)
    }

    @Test func `a plain form is read strictly`() throws {
        #expect(
            try URLEncodedForm.read(Array("a=1+2&b=%E4%B8%AD%0A&a=9&c&d=x=y".utf8))
                == ["a": "1 2", "b": "中\n", "c": "", "d": "x=y"])
        #expect(try URLEncodedForm.read([]) == [:])
        for broken in ["a=%4", "a=%zz", "a=%ff", "=x", String(repeating: "n", count: 65) + "=1"] {
            #expect(throws: FormFault.self) { try URLEncodedForm.read(Array(broken.utf8)) }
        }
        let many = (0..<65).map { "n\($0)=" }.joined(separator: "&")
        #expect(throws: FormFault.tooManyParts) { try URLEncodedForm.read(Array(many.utf8)) }
    }

    @Test func `two secrets are the same only whole`() {
        #expect(PostGuard.isSame("abc", "abc"))
        for other in ["ab", "abcd", "abd", "", "ABC"] { #expect(!PostGuard.isSame(other, "abc")) }
        #expect(!PostGuard.isSame(nil, "abc") && !PostGuard.isSame("", ""))
    }
}
