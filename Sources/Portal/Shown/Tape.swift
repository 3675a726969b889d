import Credit

/// 公示内容: what an answer shows, laid flat in one array: the templates and tables look into it, and cannot say anything
/// that is not on it. Where the answer is JSON, what is put on the tape is written down at once instead.
struct Tape {
    /// What stands at one place.
    enum Value {
        case object
        case list
        case text(String)
        case number(Int)
        case truth(Bool)
        case nothing
    }

    /// One place: its name, its value, and where what belongs to it ends.
    struct Node {
        let key: StaticString
        let mark: NameMark
        /// The name where it is only known at run time; then `key` is empty.
        var name: String?
        let value: Value
        /// Whether the place is only for drawing a page (positions of a chart, links) and no part of the JSON.
        let isDrawing: Bool
        var end: Int
    }

    private(set) var nodes: [Node] = []
    let language: Language
    let form: AnswerForm
    private var drawing = false
    /// The JSON so far, where that is what is asked for.
    private let written: ByteSink?
    /// The name of what is put next, where it is only known at run time.
    private var nextName: String?

    init(language: Language, form: AnswerForm, _ root: some Shown) {
        self.language = language
        self.form = form
        if form == .json {
            written = ByteSink(capacity: 16_384)
        } else {
            written = nil
            nodes.reserveCapacity(1_024)
        }
        put("", root)
    }

    /// The tape as JSON text: keys in the order of showing, what is unknown left out, no white space.
    func json() -> [UInt8] {
        if let written { return written.bytes }
        var out: [UInt8] = []
        out.reserveCapacity(nodes.count * 32)
        write(0, to: &out)
        return out
    }

    @inline(__always) mutating func put(_ key: StaticString, _ text: String) {
        if let written { begin(key, in: written).append(json: text) } else { add(key, .text(text)) }
    }

    mutating func put(_ key: StaticString, _ text: String?) {
        if let text { put(key, text) } else { putNothing(key) }
    }

    mutating func put(_ key: StaticString, _ label: Label) { put(key, language.words(of: label)) }

    mutating func put(_ key: StaticString, _ number: Int) {
        if let written { begin(key, in: written).append(decimal: number) } else { add(key, .number(number)) }
    }

    mutating func put(_ key: StaticString, _ truth: Bool) {
        if let written { begin(key, in: written).append(truth ? "true" : "false") } else { add(key, .truth(truth)) }
    }

    /// A truth that may be unknown, which is then left out (R13).
    mutating func put(_ key: StaticString, _ truth: Bool?) {
        if let truth { put(key, truth) } else { putNothing(key) }
    }

    mutating func put(_ key: StaticString, _ day: Day?) {
        if let day { put(key, day.description) } else { putNothing(key) }
    }

    mutating func put(_ key: StaticString, _ value: some Shown) {
        let start = open(key, .object)
        value.show(on: &self)
        close(start, 0x7D)
    }

    /// Puts an object under a name that is only known at run time.
    mutating func put(named name: String, _ value: some Shown) {
        let start = nodes.count
        if written != nil { nextName = name }
        put("", value)
        if written == nil { nodes[start].name = name }
    }

    mutating func put(_ key: StaticString, _ value: (some Shown)?) {
        if let value { put(key, value) } else { putNothing(key) }
    }

    mutating func put(_ key: StaticString, _ list: [some Shown]) {
        let start = open(key, .list)
        for value in list { put("", value) }
        close(start, 0x5D)
    }

    mutating func put(_ key: StaticString, _ list: [String]) {
        let start = open(key, .list)
        for value in list { put("", value) }
        close(start, 0x5D)
    }

    /// Puts what only a page needs; nothing at all where the answer is JSON.
    mutating func draw(_ body: (inout Tape) -> Void) {
        guard form == .page else { return }
        let outer = drawing
        drawing = true
        body(&self)
        drawing = outer
    }

    private mutating func add(_ key: StaticString, _ value: Value) {
        nodes.append(
            Node(key: key, mark: NameMark(key), value: value, isDrawing: drawing, end: nodes.count + 1))
    }

    private mutating func putNothing(_ key: StaticString) {
        if written == nil { add(key, .nothing) }
    }

    private mutating func open(_ key: StaticString, _ value: Value) -> Int {
        if let written {
            if case .list = value { begin(key, in: written).append(0x5B) } else { begin(key, in: written).append(0x7B) }
            return 0
        }
        add(key, value)
        return nodes.count - 1
    }

    private mutating func close(_ start: Int, _ mark: UInt8) {
        if let written { written.append(mark) } else { nodes[start].end = nodes.count }
    }

    /// Sees to what stands before a value in JSON: a comma, and its name where it has one; values of a list have none.
    @inline(__always) private mutating func begin(_ key: StaticString, in written: ByteSink) -> ByteSink {
        // A text ends with its quote, so that these two can only be the beginning of a list or an object.
        if let last = written.last, last != 0x7B, last != 0x5B { written.append(0x2C) }
        if let name = nextName {
            nextName = nil
            written.append(json: name)
            written.append(0x3A)
        } else if key.utf8CodeUnitCount > 0 {
            written.append(0x22)
            written.append(key)
            written.append("\":")
        }
        return written
    }

    /// The place of this name directly inside the object at `index`; nil where there is none.
    func child(_ name: [UInt8], of index: Int) -> Int? {
        name.withUnsafeBufferPointer { child(NameMark($0), name, of: index) }
    }

    /// The same where the name's mark is known.
    func child(_ mark: NameMark, _ name: [UInt8], of index: Int) -> Int? {
        nodes.withUnsafeBufferPointer { nodes in
            guard case .object = nodes[index].value else { return nil }
            var at = index + 1
            let end = nodes[index].end
            while at < end {
                if nodes[at].mark == mark, nodes[at].key.equals(name) { return at }
                at = nodes[at].end
            }
            return nil
        }
    }
}

/// 名称标记: what tells most names apart at one look: length, beginning and end.
struct NameMark: Hashable, Sendable {
    private let number: UInt64

    @inline(__always) init(_ name: StaticString) {
        self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    @inline(__always) init(_ name: UnsafeBufferPointer<UInt8>) {
        let count = name.count
        guard count > 0 else {
            number = 0
            return
        }
        let middle = UInt64(name[count >> 1]) | UInt64(name[count >> 2]) << 8
        number = UInt64(count) << 48 | UInt64(name[0]) << 32 | UInt64(name[count - 1]) << 24 | middle
    }
}

extension StaticString {
    func equals(_ name: [UInt8]) -> Bool {
        guard utf8CodeUnitCount == name.count else { return false }
        let start = utf8Start
        return name.withUnsafeBufferPointer { bytes in
            for index in bytes.indices where bytes[index] != start[index] { return false }
            return true
        }
    }
}
