import Credit

/// 公示内容: what an answer shows, laid flat in one array: the JSON writer walks it, the templates look into it, and
/// neither can say anything that is not on it.
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

    init(language: Language, form: AnswerForm, _ root: some Shown) {
        self.language = language
        self.form = form
        nodes.reserveCapacity(256)
        put("", root)
    }

    mutating func put(_ key: StaticString, _ text: String) { add(key, .text(text)) }

    mutating func put(_ key: StaticString, _ text: String?) { add(key, text.map { .text($0) } ?? .nothing) }

    mutating func put(_ key: StaticString, _ label: Label) { add(key, .text(language.words(of: label))) }

    mutating func put(_ key: StaticString, _ number: Int) { add(key, .number(number)) }

    mutating func put(_ key: StaticString, _ truth: Bool) { add(key, .truth(truth)) }

    /// A truth that may be unknown, which is then left out (R13).
    mutating func put(_ key: StaticString, _ truth: Bool?) { add(key, truth.map { .truth($0) } ?? .nothing) }

    mutating func put(_ key: StaticString, _ day: Day?) { add(key, day.map { .text($0.description) } ?? .nothing) }

    mutating func put(_ key: StaticString, _ value: some Shown) {
        let start = open(key, .object)
        value.show(on: &self)
        nodes[start].end = nodes.count
    }

    /// Puts an object under a name that is only known at run time.
    mutating func put(named name: String, _ value: some Shown) {
        let start = nodes.count
        put("", value)
        nodes[start].name = name
    }

    mutating func put(_ key: StaticString, _ value: (some Shown)?) {
        if let value { put(key, value) } else { add(key, .nothing) }
    }

    mutating func put(_ key: StaticString, _ list: [some Shown]) {
        let start = open(key, .list)
        for value in list { put("", value) }
        nodes[start].end = nodes.count
    }

    mutating func put(_ key: StaticString, _ list: [String]) {
        let start = open(key, .list)
        for value in list { add("", .text(value)) }
        nodes[start].end = nodes.count
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
        nodes.append(Node(key: key, value: value, isDrawing: drawing, end: nodes.count + 1))
    }

    private mutating func open(_ key: StaticString, _ value: Value) -> Int {
        add(key, value)
        return nodes.count - 1
    }

    /// The place of this name directly inside the object at `index`; nil where there is none.
    func child(_ name: [UInt8], of index: Int) -> Int? {
        guard case .object = nodes[index].value else { return nil }
        var at = index + 1
        let end = nodes[index].end
        while at < end {
            if nodes[at].key.equals(name) { return at }
            at = nodes[at].end
        }
        return nil
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
