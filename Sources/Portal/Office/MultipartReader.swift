/// 分段表单: reads `multipart/form-data` as it arrives, piece by piece, and keeps no more of it than a head and a boundary.
///
/// What browsers send is taken; anything looser (text before the first boundary, folded heads, nested parts) is refused.
///
/// - Source: RFC 7578, RFC 2046 5.1
struct MultipartReader {
    /// What a part says of itself.
    struct Head: Equatable {
        let name: String
        /// The file's name; nil for a part that is no file.
        let file: String?
        /// Its media type as the sender says; empty where it says none.
        let type: String
    }

    /// What was read.
    enum Piece: Equatable {
        case begin(Head)
        case bytes([UInt8])
        case end
    }

    private enum State {
        case start
        case head
        case body
        case done
    }

    static let longestHead = 4_096
    static let mostParts = 64
    static let longestName = 64

    private let delimiter: [UInt8]
    private var state = State.start
    private var pending: [UInt8] = []
    private var parts = 0

    /// A reader for a boundary.
    ///
    /// - Throws: `FormFault.badBoundary` for one that RFC 2046 does not allow.
    init(boundary: String) throws(FormFault) {
        let bytes = Array(boundary.utf8)
        let allowed = Array("'()+_,-./:=? ".utf8)
        guard (1...70).contains(bytes.count), bytes.last != 0x20,
            bytes.allSatisfy({
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || allowed.contains($0)
            })
        else { throw .badBoundary }
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + bytes
    }

    /// Takes the next bytes and tells what could be read of them.
    mutating func feed(_ bytes: [UInt8]) throws(FormFault) -> [Piece] {
        pending += bytes
        var pieces: [Piece] = []
        var at = 0
        reading: while true {
            switch state {
            case .start:
                // The first boundary stands at the very beginning, without the line end before it.
                let first = delimiter[2...]
                guard pending.count >= first.count + 2 else {
                    guard first.starts(with: pending.prefix(first.count)) else { throw .badFraming }
                    break reading
                }
                guard pending.starts(with: first) else { throw .badFraming }
                at = first.count
                try pass(&at)
            case .head:
                guard let end = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: pending, from: at) else {
                    guard pending.count - at <= Self.longestHead + 3 else { throw .badHead }
                    break reading
                }
                guard end - at <= Self.longestHead else { throw .badHead }
                pieces.append(.begin(try Self.head(pending[at..<end])))
                at = end + 4
                state = .body
            case .body:
                guard let end = Self.find(delimiter, in: pending, from: at) else {
                    // The end of what came may be the beginning of a boundary.
                    let safe = max(at, pending.count - delimiter.count + 1)
                    if safe > at { pieces.append(.bytes(Array(pending[at..<safe]))) }
                    at = safe
                    break reading
                }
                guard pending.count >= end + delimiter.count + 2 else {
                    if end > at { pieces.append(.bytes(Array(pending[at..<end]))) }
                    at = end
                    break reading
                }
                if end > at { pieces.append(.bytes(Array(pending[at..<end]))) }
                pieces.append(.end)
                at = end + delimiter.count
                try pass(&at)
            case .done:
                // What follows the last boundary means nothing; it is counted by whoever feeds.
                at = pending.count
                break reading
            }
        }
        pending.removeSubrange(..<at)
        return pieces
    }

    /// Ends the reading.
    ///
    /// - Throws: `FormFault.cutOff` where the last boundary has not come.
    func finish() throws(FormFault) {
        guard case .done = state else { throw .cutOff }
    }

    /// Passes what follows a boundary: a line end before the next part, two dashes after the last.
    private mutating func pass(_ at: inout Int) throws(FormFault) {
        let next = Array(pending[at..<(at + 2)])
        at += 2
        if next == [0x2D, 0x2D] {
            state = .done
        } else if next == [0x0D, 0x0A] {
            parts += 1
            guard parts <= Self.mostParts else { throw .tooManyParts }
            state = .head
        } else {
            throw .badFraming
        }
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in
                var at = start
                let last = bytes.count - wanted.count
                while at <= last {
                    if bytes[at] == wanted[0] {
                        var same = 1
                        while same < wanted.count, bytes[at + same] == wanted[same] { same += 1 }
                        if same == wanted.count { return at }
                    }
                    at += 1
                }
                return nil
            }
        }
    }

    /// Reads the head of a part.
    private static func head(_ bytes: ArraySlice<UInt8>) throws(FormFault) -> Head {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badHead }
        var disposition: Substring?
        var type = ""
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":"),
                line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else { throw .badHead }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw .badHead }
                disposition = value
            case "content-type": type = String(value.prefix { $0 != ";" }).lowercased()
            default: break
            }
        }
        guard let disposition else { throw .badHead }
        let parameters = try HeadParameters.read(disposition)
        guard parameters.word == "form-data", let name = parameters.values["name"], !name.isEmpty else {
            throw .badHead
        }
        guard name.utf8.count <= longestName else { throw .badName }
        return Head(name: name, file: parameters.values["filename"], type: type)
    }
}

/// 头部参数: a word with its parameters, such as `form-data; name="file"; filename="a.csv"`.
struct HeadParameters {
    let word: String
    let values: [String: String]

    /// - Throws: `FormFault.badHead` where a parameter is not as it must be, or comes twice.
    static func read(_ text: Substring) throws(FormFault) -> HeadParameters {
        var rest = text
        func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\t" } }
        let word = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(word.count)
        var values: [String: String] = [:]
        while rest.first == ";" {
            rest = rest.dropFirst()
            skipSpace()
            if rest.isEmpty { break }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=", !name.isEmpty else { throw .badHead }
            rest = rest.dropFirst()
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let next = rest.first, next != "\"" {
                    rest = rest.dropFirst()
                    if next == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
                        value.append(escaped)
                        rest = rest.dropFirst()
                    } else {
                        value.append(next)
                    }
                }
                guard rest.first == "\"" else { throw .badHead }
                rest = rest.dropFirst()
            } else {
                let plain = rest.prefix { $0 != ";" }
                value = String(plain)
                rest = rest.dropFirst(plain.count)
            }
            skipSpace()
            guard values.updateValue(value, forKey: name.lowercased()) == nil else { throw .badHead }
        }
        guard rest.isEmpty else { throw .badHead }
        return HeadParameters(word: String(word.filter { $0 != " " }).lowercased(), values: values)
    }
}
