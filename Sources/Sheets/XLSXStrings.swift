/// 共享字符串: the strings of an XLSX workbook that its cells name by number.
final class XLSXStrings: XMLHandler {
    private(set) var arena: StringArena
    private var capturing = false
    private var phonetic = 0

    init(limits: SheetLimits) { arena = StringArena(limits: limits) }

    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream) {
        if name.letter == UInt8(ascii: "t") {
            capturing = phonetic == 0
        } else if name.is("rPh") {
            phonetic += 1
        }
    }

    func end(_ name: XMLName, in stream: XMLStream) {
        if name.letter == UInt8(ascii: "t") {
            capturing = false
        } else if name.is("si") {
            OOXMLEscape.decode(&arena.bytes, from: arena.lastStart)
            arena.endString()
        } else if name.is("rPh") {
            phonetic -= 1
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream) {
        guard capturing else { return }
        guard arena.hasRoom(for: bytes.count) else { return stream.fail(.limit(.sharedStrings)) }
        arena.bytes.append(contentsOf: bytes)
    }
}
