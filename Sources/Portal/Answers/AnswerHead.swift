import Credit
import HTTPTypes
import NIOCore

/// 响应头文本: the beginning of a response as bytes, made once for all answers alike but for their bytes.
struct AnswerHead {
    private let type: String
    private let language: Language?
    private let isIndexed: Bool
    private let isSecure: Bool
    private let bytes: [UInt8]

    /// The head of an answer of status 200 that is asked about each time and has no headers of its own.
    init(_ answer: Answer, isSecure: Bool) {
        type = answer.type
        language = answer.language
        isIndexed = answer.isIndexed
        self.isSecure = isSecure
        var bytes = Array("HTTP/1.1 200 OK\r\n".utf8)
        for field in AnswerHeaders.fields(answer, isSecure: isSecure) {
            bytes += field.name.rawName.utf8
            bytes += ": ".utf8
            bytes += field.value.utf8
            bytes += "\r\n".utf8
        }
        self.bytes = bytes
    }

    /// Whether the answer begins like this.
    func fits(_ answer: Answer, isSecure: Bool) -> Bool {
        answer.isIndexed == isIndexed && answer.language == language && isSecure == self.isSecure && answer.type == type
    }

    /// The whole response, and how many bytes of it are the answer.
    func response(
        _ answer: Answer, isPacked: Bool, date: String, in allocator: ByteBufferAllocator
    ) -> (buffer: ByteBuffer, size: Int) {
        let packed = isPacked && answer.bytes.count > 1_024 ? answer.packed ?? Gzip.compress(answer.bytes) : nil
        let body = packed ?? answer.bytes
        var buffer = allocator.buffer(capacity: bytes.count + body.count + 192)
        buffer.writeBytes(bytes)
        buffer.writeStaticString("ETag: ")
        buffer.writeString(answer.mark)
        if packed != nil { buffer.writeStaticString("\r\nContent-Encoding: gzip") }
        buffer.writeStaticString("\r\nContent-Length: ")
        buffer.writeString(String(body.count))
        buffer.writeStaticString("\r\nDate: ")
        buffer.writeString(date)
        buffer.writeStaticString("\r\n\r\n")
        buffer.writeBytes(body)
        return (buffer, body.count)
    }
}

/// 日期头: the time of an answer as HTTP writes it, made once a second.
struct AnswerDate {
    private var second = Int.min
    private var known = ""

    /// - Source: RFC 9110 5.6.7
    mutating func text(_ seconds: Int) -> String {
        if seconds == second { return known }
        second = seconds
        known = AnswerDate.text(of: seconds)
        return known
    }

    /// - Parameter seconds: since 1970, not before
    private static func text(of seconds: Int) -> String {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = Day(number: Int32(days)).civil
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(weekday), \(two(day)) \(months[month - 1]) \(year) "
            + "\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) GMT"
    }
}
