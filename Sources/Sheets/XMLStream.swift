import CExpat
import Glibc

/// Whoever takes the elements of an XML stream.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream)
    func end(_ name: XMLName, in stream: XMLStream)
    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream)
}

/// The local name of an element or attribute, without its prefix: transitional and strict OOXML, and any prefix,
/// are thereby read alike.
struct XMLName {
    let start: UnsafePointer<CChar>

    init(qualified: UnsafePointer<CChar>) {
        var name = qualified
        var at = qualified
        while at.pointee != 0 {
            if at.pointee == 0x3A { name = at + 1 }
            at += 1
        }
        start = name
    }

    /// The name where it is a single letter, else 0.
    var letter: UInt8 { start[0] != 0 && start[1] == 0 ? UInt8(bitPattern: start[0]) : 0 }

    func `is`(_ name: StaticString) -> Bool {
        name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
            strcmp(start, $0) == 0
        }
    }
}

/// The attributes of one element; valid while its start is handled.
struct XMLAttributes {
    let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// The value of the attribute of this local name.
    subscript(name: StaticString) -> UnsafePointer<CChar>? {
        var at = list
        while let key = at[0], let value = at[1] {
            if XMLName(qualified: key).is(name) { return value }
            at += 2
        }
        return nil
    }

    /// The value of the attribute of this local name that has a prefix, such as `r:id`.
    func prefixed(_ name: StaticString) -> UnsafePointer<CChar>? {
        var at = list
        while let key = at[0], let value = at[1] {
            let local = XMLName(qualified: key)
            if local.start != key, local.is(name) { return value }
            at += 2
        }
        return nil
    }

    func text(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

    /// The value as a whole number; nil where there is none or it is none.
    func number(_ name: StaticString) -> Int? { self[name].flatMap(decimal) }
}

/// A whole number in at most nine digits.
func decimal(_ text: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var at = text
    while at.pointee != 0 {
        let digit = UInt8(bitPattern: at.pointee) &- 0x30
        guard digit < 10, at - text < 9 else { return nil }
        value = value * 10 + Int(digit)
        at += 1
    }
    return at == text ? nil : value
}

/// One XML document that arrives piece by piece; no document type, bounded depth, bounded pieces of markup.
final class XMLStream {
    private let parser: XML_Parser
    /// Kept alive by whoever feeds; counting it at every element costs a tenth of the time.
    private unowned(unsafe) let handler: any XMLHandler
    private let place: String
    private let depthLimit: Int
    private var depth = 0
    private var fed = 0
    private var problem: SheetProblem?
    private(set) var isStopped = false
    /// Longest piece of markup: an attribute holds at most a cell or a formula.
    private static let markupLimit = 4 << 20

    /// - Parameter encoding: the encoding that overrules the declared one.
    init(place: String, handler: any XMLHandler, limits: SheetLimits, encoding: String? = nil) throws {
        guard let parser = XML_ParserCreate(encoding) else { throw SheetProblem.outOfMemory }
        self.parser = parser
        self.handler = handler
        self.place = place
        depthLimit = limits.depth
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let context, let name, let attributes else { return }
                Unmanaged<XMLStream>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.start(name, attributes) }
            },
            { context, name in
                guard let context, let name else { return }
                Unmanaged<XMLStream>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.end(name) }
            })
        XML_SetCharacterDataHandler(parser) { context, bytes, count in
            guard let context, let bytes else { return }
            Unmanaged<XMLStream>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.text(bytes, Int(count)) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let context else { return }
            Unmanaged<XMLStream>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.fail(.documentType) }
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Ends the reading with a problem.
    func fail(_ problem: SheetProblem) {
        if self.problem == nil, !isStopped { self.problem = problem }
        XML_StopParser(parser, 0)
    }

    /// Ends the reading because something contradicts the format here.
    func failDamaged() { fail(.damaged("\(place):\(XML_GetCurrentLineNumber(parser))")) }

    /// Ends the reading without a problem: nobody wants more.
    func stop() {
        isStopped = true
        XML_StopParser(parser, 0)
    }

    /// Hands in the next piece. Returns whether more is wanted.
    func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false) throws -> Bool {
        let status = XML_Parse(
            parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        fed += bytes.count
        if let problem { throw problem }
        if isStopped { return false }
        guard status == XML_STATUS_OK else { throw failure(isLast: isLast) }
        if !isLast, fed - Int(XML_GetCurrentByteIndex(parser)) > XMLStream.markupLimit {
            throw SheetProblem.limit(.markup)
        }
        return !isLast
    }

    /// Says that no more comes.
    func finish() throws { _ = try feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }

    private func failure(isLast: Bool) -> SheetProblem {
        switch XML_GetErrorCode(parser) {
        case XML_ERROR_NO_MEMORY: .outOfMemory
        case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: .encoding(place)
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR: isLast ? .truncated : damaged
        default: damaged
        }
    }

    private var damaged: SheetProblem { .damaged("\(place):\(XML_GetCurrentLineNumber(parser))") }

    private func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        depth += 1
        guard depth <= depthLimit else { return fail(.limit(.depth)) }
        handler.start(XMLName(qualified: name), XMLAttributes(list: attributes), in: self)
    }

    private func end(_ name: UnsafePointer<CChar>) {
        depth -= 1
        // An empty element reports its end even after its start has stopped the reading.
        guard problem == nil, !isStopped else { return }
        handler.end(XMLName(qualified: name), in: self)
    }

    private func text(_ bytes: UnsafePointer<CChar>, _ count: Int) {
        handler.text(UnsafeRawBufferPointer(start: bytes, count: count), in: self)
    }
}
