import Credit
import Yams

/// 严格读取: one mapping of a pack file, read key by key; whatever is not asked for is a mistake.
///
/// Every accessor asks for one key, reads it as one thing and returns nil where the key is missing or wrong, having
/// noted the mistake with its line. So a reader asks for all its keys first and puts the value together afterwards:
///
/// ```swift
/// func term(_ strict: Strict) -> Term? {
///     let code = strict.fileCode(.term)
///     let labels = strict.dated("labels") { $0.label() }
///     guard let code, let labels else { return nil }
///     return Term(code: code, labels: labels)
/// }
/// ```
///
/// Nil for an absent optional key (`required: false`) and nil for a wrong one need no telling apart: with one mistake
/// noted the pack is refused as a whole. When a reader is done, keys it never asked for are noted as unknown, with the
/// nearest key it did ask for.
public final class Strict {
    /// Where the mapping begins.
    public let place: PackPlace
    let file: PackFile
    let reading: Reading
    /// The keys as they stand there, the name nil where the key is no plain text.
    private let names: [String?]
    private let keys: [Node]
    private let values: [Node]
    private var asked: [String] = []

    init(_ mapping: Node.Mapping, at place: PackPlace, file: PackFile, reading: Reading) {
        keys = mapping.map(\.key)
        values = mapping.map(\.value)
        names = keys.map(\.scalar).map { key in
            key.flatMap { PackDocument.plainTags.contains($0.tag.description) ? $0.string : nil }
        }
        self.place = place
        self.file = file
        self.reading = reading
    }

    /// Runs a reader over a mapping and notes the keys it did not ask for.
    func run<Value>(_ read: (Strict) -> Value?) -> Value? {
        let value = read(self)
        for (name, key) in zip(names, keys) {
            guard let name else {
                reading.add(.wrongForm(wanted: Label("一个键名", "a key")), at: place(of: key, ""))
                continue
            }
            if !asked.contains(name) {
                let near = Likeness.nearest(to: name, among: asked)
                reading.add(.unknownKey(name, near: near), at: place(of: key, name), value: name)
            }
        }
        return value
    }

    /// Lets every key pass that was not asked for, where the mapping as a whole was refused already.
    func passAll() { asked += names.compactMap(\.self) }

    // MARK: - What every accessor rests on

    /// Whether the mapping has the key; asking counts as knowing it.
    public func has(_ key: String) -> Bool { node(key, required: false) != nil }

    /// The place of a key's value, or of the mapping where it has no such key.
    public func place(_ key: String) -> PackPlace {
        names.firstIndex(of: key).map { place(of: values[$0], key) } ?? place
    }

    /// Notes a mistake that only the reader of the chapter can know.
    public func refuse(_ key: String, code: String, value: String = "", message: Label, remedy: Label) {
        reading.add(PackProblem(code: code, place: place(key), value: value, message: message, remedy: remedy))
    }

    func refuse(_ key: String, _ mistake: PackMistake, value: String = "") {
        reading.add(mistake, at: place(key), value: value)
    }

    func node(_ key: String, required: Bool) -> Node? {
        if !asked.contains(key) { asked.append(key) }
        if let index = names.firstIndex(of: key) { return values[index] }
        if required { reading.add(.missingKey(key), at: place) }
        return nil
    }

    func place(of node: Node, _ key: String) -> PackPlace {
        let mark = node.mark
        let keys = [place.keys, key].filter { !$0.isEmpty }.joined(separator: ".")
        return PackPlace(file: file.path, line: mark?.line ?? place.line, column: mark?.column ?? 1, keys: keys)
    }

    /// The scalar a node is, its tag being none but the ordinary one.
    func scalar(_ node: Node) -> Node.Scalar? {
        guard let scalar = node.scalar else { return nil }
        return isPlainTag(scalar.tag) ? scalar : nil
    }

    func isPlainTag(_ tag: Tag) -> Bool { PackDocument.plainTags.contains(tag.description) }

    /// Notes an explicit tag, or a form that is not the one wanted.
    func refuseForm(of node: Node, tag: Tag, wanted: Label, at place: PackPlace) {
        if !isPlainTag(tag) {
            reading.add(.tag(tag.description), at: place)
        } else {
            reading.add(.wrongForm(wanted: wanted), at: place)
        }
    }

    /// The text of a node that must be a filled scalar.
    func string(_ node: Node, at place: PackPlace, limit: Int) -> String? {
        guard let scalar = scalar(node) else {
            refuseForm(of: node, tag: node.tag, wanted: Label("一段文字", "text"), at: place)
            return nil
        }
        let nothing = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
        if scalar.string.isEmpty || nothing || scalar.string.allSatisfy(\.isWhitespace) {
            reading.add(.empty, at: place)
            return nil
        }
        if scalar.string.unicodeScalars.count > limit {
            reading.add(.tooBig(limit: "\(limit) 字 / characters"), at: place, value: scalar.string)
            return nil
        }
        return scalar.string
    }

    /// A reader of the mapping that a node is.
    func child(_ node: Node, at place: PackPlace) -> Strict? {
        guard let mapping = node.mapping, isPlainTag(mapping.tag) else {
            refuseForm(of: node, tag: node.tag, wanted: Label("若干“键: 值”", "keys with values"), at: place)
            return nil
        }
        return Strict(mapping, at: place, file: file, reading: reading)
    }

    /// The nodes of the sequence that a key holds, each with its place.
    func nodes(_ key: String, required: Bool) -> [(node: Node, place: PackPlace)]? {
        guard let node = node(key, required: required) else { return nil }
        guard let sequence = node.sequence, isPlainTag(sequence.tag) else {
            refuseForm(of: node, tag: node.tag, wanted: Label("列表", "a list"), at: place(of: node, key))
            return nil
        }
        if sequence.isEmpty { reading.add(.empty, at: place(of: node, key)) }
        return sequence.enumerated().map { ($1, place(of: $1, "\(key)[\($0)]")) }
    }
}
