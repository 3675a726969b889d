/// 普通表单: reads `application/x-www-form-urlencoded`, strictly.
///
/// - Source: WHATWG URL, 5
enum URLEncodedForm {
    static let mostFields = 64

    /// The first value of each name.
    ///
    /// - Throws: `FormFault` where an escape or the text is broken, or there are more names than any form has.
    static func read(_ bytes: [UInt8]) throws(FormFault) -> [String: String] {
        var values: [String: String] = [:]
        var count = 0
        for piece in bytes.split(separator: 0x26) {
            count += 1
            guard count <= mostFields else { throw .tooManyParts }
            let sides = piece.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let name = try decode(sides[0])
            guard (1...MultipartReader.longestName).contains(name.utf8.count) else { throw .badName }
            let value = sides.count > 1 ? try decode(sides[1]) : ""
            if values[name] == nil { values[name] = value }
        }
        return values
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) throws(FormFault) -> String {
        guard let result = PercentEncoding.decode(bytes, plusIsSpace: true),
            let text = String(validating: result, as: UTF8.self)
        else { throw .badText }
        return text
    }
}
